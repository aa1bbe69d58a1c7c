"""What the chosen actions are expected to bring: a chart, the same in tables, and which actions count."""

import math
from collections.abc import Iterable, Sequence

import streamlit as st

from app_pages.frame.charts import CHART_SETTINGS
from app_pages.frame.widgets import as_label, plain, show_table
from app_pages.session import session
from questionnaire.model.plan import Action, Quarter, quarters_from
from questionnaire.scoring.planned_quarters import first_quarter
from questionnaire.scoring.projection import Projection, project
from questionnaire.scoring.quick_wins import ActionGain, all_ids, norm_gain, quick_win_ids, quick_wins
from questionnaire.scoring.score import Band, Result, SectionResult, percentage_text
from reporting import figures
from reporting.wording.actions import effort_text, short_text
from reporting.wording.answers import score_text
from reporting.wording.dutch import counted

AHEAD = (4, 8, 12)
"""Numbers of quarters to choose from."""
SHOWN_FIRST = 10
"""So many actions fit beside the chart."""
AVERAGE = "Gemiddelde van de vijf stappen"
NOTHING_TO_DO = "Er is geen actie meer te doen. U ziet hier wat de acties die klaar zijn, opleveren."
BAND_RULE = (
    "Zolang er normen open zijn, is een score een marge. De zinnen en de grafiek gaan dan over de lage kant: wat "
    "zeker is. In de tabellen staat de hele marge."
)
ONLY_FAST = "Alleen kleine acties met effect"
FAST_RULE = (
    (
        "Een kleine actie met effect laat een norm stijgen, zonder dat er voor die norm ook "
        "een grotere actie nodig is."
    ),
    (
        "Bovenaan staat wat het meest oplevert voor het werk. Een norm die veel stijgt of zwaar telt, levert meer "
        "op. Een grote actie kost meer werk dan een kleine; een actie zonder omvang telt als middel."
    ),
    "Werken meer acties aan dezelfde norm, dan delen zij wat die norm oplevert.",
)


def show_effect() -> None:
    """Draw all of it, the chart last; the choices are of this screen only and are not saved."""
    result = session.result()
    st.header("Verwacht effect")
    gains = quick_wins(result)
    if not result.assessment.actions:
        st.write("Als er acties zijn, ziet u hier wat ze aan de score doen.")
        return
    number = st.radio("Hoeveel kwartalen vooruit?", AHEAD, index=1, horizontal=True, key="kwartalen") or AHEAD[0]
    quarters = quarters_from(first_quarter(result, session.today()), number)
    left, right = st.columns([3, 2], gap="medium")
    with right:
        chosen = _ask_actions(gains, result)
    projection = project(result, chosen, quarters)
    with left:
        st.markdown(_told(projection, len(chosen)) if gains else NOTHING_TO_DO)
        chart = st.container()
    _show_undated(projection.undated)
    _show_quarters(projection)
    _show_comparison(result, quarters)
    _show_gains(gains, result)
    _show_explanation(result)
    with chart:
        _show_chart(projection)


def _ask_actions(gains: Sequence[ActionGain], result: Result) -> set[str]:
    """Ask which actions count: ids; those that bring most for their effort stand first."""
    left_out = session.screen().left_out
    st.subheader("Welke acties tellen mee?")
    with st.container(horizontal=True):
        st.button("Alle acties", key="kies-alles", on_click=_choose, args=(gains, False))
        st.button(ONLY_FAST, key="kies-snel", on_click=_choose, args=(gains, True))
    shows_all = len(gains) <= SHOWN_FIRST or st.checkbox(f"Toon alle {len(gains)} acties", key="alle-telt")
    for gain in gains if shows_all else gains[:SHOWN_FIRST]:
        key = f"telt-{gain.action.id}"
        st.session_state.setdefault(key, gain.action.id not in left_out)
        st.checkbox(_gain_label(gain, result), key=key, on_change=_note, args=(gain.action.id,), wrap=True)
    return {gain.action.id for gain in gains} - left_out


def _gain_label(gain: ActionGain, result: Result) -> str:
    fast = " · kleine actie met effect" if gain.is_quick_win else ""
    return f"{as_label(short_text(gain.action))} · {rises_text(gain.action, result)}{fast}"


def rises_text(action: Action, result: Result) -> str:
    """How many norms an action lifts, when it is done and no other action holds them back."""
    by_id = {each.norm.id: each for each in result.norms}
    rising = sum(norm_gain(by_id[norm_id]) > 0 for norm_id in action.norms if norm_id in by_id)
    return f"{counted(rising, 'norm', 'normen')} omhoog".replace(" ", "\N{NO-BREAK SPACE}")


def _choose(gains: Sequence[ActionGain], only_fast: bool) -> None:
    """Tick all actions, or only those that are small and help at once."""
    left_out = {gain.action.id for gain in gains if only_fast and not gain.is_quick_win}
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
    if any(step.band and not step.band.is_exact for pair in steps for step in pair):
        st.caption(BAND_RULE)


def _told(projection: Projection, number: int) -> str:
    """What the chosen actions can bring at most, as markdown: the step that gains most first."""
    end = projection.quarters[-1].quarter.text
    if not number:
        return "U hebt geen actie aangekruist."
    rises = _rises(projection)
    if not rises:
        return f"Met deze acties stijgt aan het eind van het {end} nog geen stap."
    these = "deze actie echt gebeurt" if number == 1 else f"deze {number} acties echt gebeuren"
    first, *others = rises
    told = f"Als {these}, kan **{first}**, aan het eind van het {end}. Het is een verwachting, geen belofte."
    if not others:
        return told
    return "\n".join([told, "", "Ook kan dan:", "", *(f"- {each}" for each in others)])


def _rises(projection: Projection) -> list[str]:
    """Such as "stap 4 van 47% naar hooguit 73%", for every step that rises: most first."""
    pairs = zip(projection.now.steps, projection.last.steps, strict=True)
    risen = [
        (after.band.low - before.band.low, before.section.number or 0, before.band, after.band)
        for before, after in pairs
        if before.band and after.band and after.band.low > before.band.low
    ]
    return [
        f"stap {number} van {'' if now.is_exact else 'zeker '}{low_text(now)} naar hooguit {low_text(last)}"
        for _, number, now, last in sorted(risen, key=lambda each: (-each[0], each[1]))
    ]


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
    with st.expander("Kleine acties met effect of alle acties: wat is het verschil?"):
        show_table(
            f"Verwachte score aan het eind van het {quarters[-1].text}",
            ("Onderdeel", "Nu", ONLY_FAST, "Alle acties"),
            _rows([result, only, everything]),
        )


def _show_gains(gains: Sequence[ActionGain], result: Result) -> None:
    with st.expander("Wat elke actie oplevert voor het werk"):
        show_table(
            "Acties die nog niet klaar zijn: wat het meest oplevert voor het werk staat bovenaan",
            ("Actie", "Normen die stijgen", "Omvang", "Kleine actie met effect"),
            [
                (
                    short_text(gain.action),
                    rises_text(gain.action, result),
                    effort_text(gain.action, result.questionnaire),
                    "ja" if gain.is_quick_win else "",
                )
                for gain in gains
            ],
        )
        st.markdown("\n".join(f"- {line}" for line in FAST_RULE))


def _show_explanation(result: Result) -> None:
    with st.expander("Zo komt het verwachte effect tot stand"):
        st.markdown("\n".join(f"- {line}" for line in result.questionnaire.plan.effect))
