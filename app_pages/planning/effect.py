"""What the chosen actions are expected to bring: a chart, the same in tables, and which actions count."""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

import streamlit as st

from app_pages.frame.charts import CHART_SETTINGS
from app_pages.frame.widgets import plain, show_table
from app_pages.session import session
from questionnaire.model.plan import Action, Quarter, quarters_from
from questionnaire.scoring.planned_quarters import first_quarter
from questionnaire.scoring.projection import Projection, project
from questionnaire.scoring.quick_wins import ActionGain, all_ids, quick_win_ids, quick_wins
from questionnaire.scoring.score import Band, Result, SectionResult, percentage_text
from reporting import figures
from reporting.wording.actions import effort_text, short_text
from reporting.wording.answers import score_text
from reporting.wording.dutch import counted, decimal_text

AHEAD = (4, 8, 12)
"""Numbers of quarters to choose from."""
SHOWN_FIRST = 10
"""So many actions fit beside the chart."""
AVERAGE = "Gemiddelde van de vijf stappen"
NOTHING_TO_DO = "Er is geen actie meer te doen. U ziet hier wat de acties die klaar zijn, opleveren."
BAND_RULE = (
    "De grafiek toont wat zeker is. Zolang er normen open zijn, staat in de tabellen een bereik: "
    "de lage kant is zeker, de hoge kant is mogelijk."
)


def show_effect() -> None:
    """Draw all of it; the choices are of this screen only and are not saved."""
    result = session.result()
    st.header("Verwacht effect")
    gains = quick_wins(result)
    if not result.assessment.actions:
        st.write("Als er acties zijn, ziet u hier wat ze aan de score doen.")
        return
    number = st.radio("Hoeveel kwartalen vooruit?", AHEAD, index=1, horizontal=True, key="kwartalen") or AHEAD[0]
    quarters = quarters_from(first_quarter(result, session.today()), number)
    _show_choice(result, gains, quarters)
    _show_comparison(result, quarters)
    _show_gains(gains, result)
    _show_explanation(result)


def _show_choice(result: Result, gains: Sequence[ActionGain], quarters: Sequence[Quarter]) -> None:
    """The chart beside the list of actions that count in it."""
    left, right = st.columns([3, 2], gap="medium")
    with right:
        chosen = _ask_actions(gains)
    projection = project(result, chosen, quarters)
    with left:
        st.write(_headline(projection, len(chosen)) if gains else NOTHING_TO_DO)
        _show_chart(projection)
    _show_undated(projection.undated)
    _show_quarters(projection)


def _ask_actions(gains: Sequence[ActionGain]) -> set[str]:
    """Ask which actions count: ids; those with most points for their effort stand first."""
    left_out = session.screen().left_out
    st.subheader("Welke acties tellen mee?")
    with st.container(horizontal=True):
        st.button("Alle acties", key="kies-alles", on_click=_choose, args=(gains, False))
        st.button("Alleen quick wins", key="kies-quick-wins", on_click=_choose, args=(gains, True))
    shows_all = len(gains) <= SHOWN_FIRST or st.checkbox(f"Toon alle {len(gains)} acties", key="alle-telt")
    for gain in gains if shows_all else gains[:SHOWN_FIRST]:
        key = f"telt-{gain.action.id}"
        st.session_state.setdefault(key, gain.action.id not in left_out)
        st.checkbox(_gain_label(gain), key=key, on_change=_note, args=(gain.action.id,), wrap=True)
    return {gain.action.id for gain in gains} - left_out


def _gain_label(gain: ActionGain) -> str:
    quick_win = " · **quick win**" if gain.is_quick_win else ""
    points = points_text(gain.points).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{plain(short_text(gain.action))} · {points}{quick_win}"


def points_text(points: Fraction) -> str:
    """Points with at most one decimal.

    >>> points_text(Fraction(1)), points_text(Fraction(15, 2)), points_text(Fraction(0))
    ('1 punt', '7,5 punten', '0 punten')
    """
    if points.denominator == 1:
        return counted(int(points), "punt", "punten")
    return f"{decimal_text(float(points))} punten"


def _choose(gains: Sequence[ActionGain], only_quick_wins: bool) -> None:
    """Tick all actions, or only the quick wins."""
    left_out = {gain.action.id for gain in gains if only_quick_wins and not gain.is_quick_win}
    session.screen().left_out = left_out
    for gain in gains:
        st.session_state[f"telt-{gain.action.id}"] = gain.action.id not in left_out


def _note(action_id: str) -> None:
    """Remember a tick for when the page is left."""
    left_out = session.screen().left_out
    (left_out.discard if st.session_state.get(f"telt-{action_id}") else left_out.add)(action_id)


def _show_chart(projection: Projection) -> None:
    steps = list(zip(projection.now.steps, projection.last.steps, strict=True))
    if not any(step.has_percentage for step, _ in steps):
        return
    described = "; ".join(
        f"{now.section.name} van {range_text(now)} naar {range_text(last)}" for now, last in steps
    )
    st.plotly_chart(
        figures.expected_scores(projection),
        theme=None,
        config=CHART_SETTINGS,
        key="grafiek-effect",
        alt=f"Verwachte score per stap, zekere kant. {described}.",
    )
    st.caption(BAND_RULE)


def _headline(projection: Projection, number: int) -> str:
    """From where to where the average goes, in one sentence."""
    now, last = projection.now.overall, projection.last.overall
    end = projection.quarters[-1].quarter.text
    if not number:
        return "U hebt geen actie aangekruist."
    done = "Als deze actie op tijd klaar is" if number == 1 else f"Als deze {number} acties op tijd klaar zijn"
    if now is None or last is None:
        return f"{done}, ziet u hieronder de score van elke stap aan het eind van het {end}."
    certain = "" if now.is_exact and last.is_exact else "zeker "
    return (
        f"{done}, gaat het gemiddelde van de vijf stappen van {certain}**{low_text(now)}** nu naar "
        f"{certain}**{low_text(last)}** aan het eind van het {end}."
    )


def low_text(band: Band) -> str:
    """The share that is certain.

    >>> low_text(Band(Fraction(427, 1000), Fraction(1))), low_text(Band(Fraction(427, 1000), Fraction(427, 1000)))
    ('42%', '43%')
    """
    return band.text if band.is_exact else percentage_text(band.low, math.floor(100 * band.low))


def range_text(section: SectionResult) -> str:
    """The score for a narrow column: one percentage, or from low to high."""
    return band_range(section.band) if section.band else score_text(section)


def band_range(band: Band) -> str:
    """A band for a narrow column.

    >>> band_range(Band(Fraction(42, 100), Fraction(605, 1000)))
    '42% tot 61%'
    """
    if band.is_exact:
        return band.text
    return f"{low_text(band)} tot {percentage_text(band.high, math.ceil(100 * band.high))}"


def _show_quarters(projection: Projection) -> None:
    """The chart as a table, with the themes."""
    results = [projection.now, *(expected.result for expected in projection.quarters)]
    heads = [f"K{expected.quarter.number} {expected.quarter.year}" for expected in projection.quarters]
    with st.expander("Dezelfde cijfers in een tabel, met de thema’s"):
        show_table(
            "Verwachte score aan het eind van elk kwartaal (K1 is het eerste kwartaal)",
            ("Onderdeel", "Nu", *heads),
            _rows(results),
        )
        st.caption("Een onderdeel met te weinig normen heeft geen percentage en staat er niet bij.")


def _rows(results: Sequence[Result]) -> Iterable[Sequence[str]]:
    """Per step and theme with a percentage its score in each of these results, and the average."""
    for place, section in enumerate(results[0].sections):
        if section.has_percentage:
            yield (section.section.name, *(range_text(result.sections[place]) for result in results))
    averages = [result.overall for result in results]
    if all(averages):
        yield (AVERAGE, *(band_range(band) for band in averages if band))


def _show_undated(actions: Sequence[Action]) -> None:
    if not actions:
        return
    st.write(
        "**Zonder datum.** Deze acties tellen niet of niet helemaal mee. Zij hebben geen datum, en een norm waar "
        "zij bij horen heeft geen kwartaal bij de ambitie:"
    )
    st.markdown("\n".join(f"- {plain(short_text(action))}" for action in actions))


def _show_comparison(result: Result, quarters: Sequence[Quarter]) -> None:
    only = project(result, quick_win_ids(result), quarters).last
    everything = project(result, all_ids(result), quarters).last
    st.subheader("Alleen quick wins of alles?")
    show_table(
        f"Verwachte score aan het eind van het {quarters[-1].text}",
        ("Onderdeel", "Nu", "Alleen quick wins", "Alle acties"),
        _rows([result, only, everything]),
    )


def _show_gains(gains: Sequence[ActionGain], result: Result) -> None:
    with st.expander("Wat elke actie oplevert voor het werk"):
        show_table(
            "Acties die nog niet klaar zijn: wat het meest oplevert voor het werk staat bovenaan",
            ("Actie", "Opbrengst", "Omvang", "Per omvang", "Quick win"),
            [
                (
                    short_text(gain.action),
                    points_text(gain.points),
                    effort_text(gain.action, result.questionnaire),
                    points_text(gain.per_effort),
                    "ja" if gain.is_quick_win else "",
                )
                for gain in gains
            ],
            numbers=(1, 3),
        )
        st.markdown("\n".join(f"- {line}" for line in result.questionnaire.plan.quick_wins))


def _show_explanation(result: Result) -> None:
    with st.expander("Zo komt het verwachte effect tot stand"):
        st.markdown("\n".join(f"- {line}" for line in result.questionnaire.plan.effect))
