"""Results: the score per step with what made it, the themes apart, and what to do and find out first."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from app_pages.frame.charts import CHART_SETTINGS
from app_pages.frame.depths import depth_text
from app_pages.frame.navigation import PLAN, section_page, show_link
from app_pages.frame.read_only import show_why
from app_pages.frame.widgets import level_label, plain, show_table
from app_pages.session import session
from questionnaire.model.plan import Certainty
from questionnaire.scoring.gaps import (
    find_out_first,
    improvement_points,
    points_to_find_out,
    strong_points,
    urgency,
)
from questionnaire.scoring.score import NormResult, Result, SectionResult
from reporting import figures
from reporting.composing.summary import in_force_sentence, open_sentence, spread_sentence, verdict_sentence
from reporting.wording.answers import coverage_text, score_text
from reporting.wording.dutch import norms
from reporting.wording.fixed_texts import CALCULATION_RULE, IMPROVEMENT_RULE

SHOWN_FIRST = 10
CERTAINTY_SIGN = {Certainty.KNOWN: "✓", Certainty.THINKING: "?", Certainty.GUESSING: "??"}
Describe = Callable[[NormResult], str]


def show() -> None:
    """Draw the page."""
    st.title("Resultaten")
    found = session.require_opened()
    result = session.result()
    st.caption(
        f"{plain(found.assessment.organisation.name)} · {depth_text(found.assessment.depth)} · "
        f"peildatum {found.assessment.reference_date:%d-%m-%Y}. Een hulp om te praten en te verbeteren: "
        "geen toets en geen ranglijst."
    )
    show_why()
    st.write(" ".join(text for text in _verdict(result) if text))
    _show_sections("Score per stap", result.steps, result)
    _show_overall(result)
    _show_profile(result)
    _show_points(result)
    _show_sections("Thema’s die bij elke stap horen", result.themes, result)
    _show_explanation(result)


def _verdict(result: Result) -> Iterable[str]:
    """The same sentences as in the management summary of the report."""
    for sentence in (verdict_sentence, spread_sentence, in_force_sentence, open_sentence):
        yield sentence(result)


def _show_sections(title: str, sections: Sequence[SectionResult], result: Result) -> None:
    st.header(title)
    asked = [section for section in sections if section.section.norms]
    if any(section.has_percentage for section in asked):
        st.plotly_chart(
            figures.score_parts(asked),
            theme=None,
            config=CHART_SETTINGS,
            key=f"grafiek-{title}",
            alt=f"{title}: {'; '.join(f'{each.section.name} {score_text(each)}' for each in asked)}.",
        )
    show_table(
        f"{title} ({depth_text(result.assessment.depth).lower()})",
        (
            "Onderdeel",
            "Score",
            "Met een niveau",
            "Waarvan onzeker",
            "Onder streefniveau op geldende regels",
            "Behaald",
            "Ontbreekt",
            "Open",
        ),
        [
            (
                each.section.name,
                score_text(each),
                coverage_text(each),
                _unsure_text(each),
                str(each.below_in_force),
                *(str(points) for points in (each.score.reached, each.score.missing, each.score.open)),
            )
            for each in asked
        ],
        numbers=(4, 5, 6, 7),
    )


def _show_overall(result: Result) -> None:
    overall = result.overall
    if overall is None:
        st.write(
            "Er is geen gemiddelde over de vijf stappen: daarvoor moet elke stap een percentage hebben "
            "(ten minste drie normen die gelden)."
        )
        return
    st.write(
        f"**Gemiddelde van de vijf stappen: {overall.text}** ({depth_text(result.assessment.depth).lower()}). "
        "Elke stap telt even zwaar. Lees dit getal nooit zonder de vijf scores hierboven: "
        "een gemiddelde verbergt wat nog niet is geregeld."
    )


def _show_profile(result: Result) -> None:
    shown = [step for step in result.steps if step.band is not None]
    if len(shown) < 3:
        return
    st.header("Profiel over de vijf stappen")
    described = "; ".join(f"{step.section.name}: {score_text(step)}" for step in shown)
    st.plotly_chart(
        figures.step_profile(result.steps),
        theme=None,
        config=CHART_SETTINGS,
        key="grafiek-profiel",
        alt=f"Profiel over de stappen. {described}.",
    )
    st.caption(f"Dezelfde cijfers in woorden: {described}.")


def _show_points(result: Result) -> None:
    gaps, strong, unknown = (
        order(result.norms) for order in (improvement_points, strong_points, points_to_find_out)
    )
    st.header("Verbeterpunten, in volgorde")
    st.write(IMPROVEMENT_RULE)
    _show_list(
        gaps,
        lambda each: f"{level_of(each)} · kloof {each.gap}  \n**Eerste stap:** {each.norm.first_step}",
        "Er is geen norm onder het streefniveau.",
    )
    if gaps:
        show_link(PLAN, "Maak van deze punten acties in het plan van aanpak")
    st.header("Sterke punten")
    _show_list(
        strong,
        lambda each: level_of(each) + (" (boven het streefniveau)" if each.is_above_target else ""),
        "Nog geen norm haalt het streefniveau.",
    )
    st.header("Eerst uitzoeken")
    _show_unsure(find_out_first(result.norms))
    _show_list(
        unknown,
        lambda each: f"{level_of(each)} · vraag het aan: {session.content().role_by_id[each.norm.role].label}",
        "Geen enkele norm staat op ‘weet ik niet’.",
    )


def _show_unsure(unsure: Sequence[NormResult]) -> None:
    """Answers that weigh too much to be so unsure; nothing when nobody said to be unsure."""
    if not unsure:
        return
    st.subheader("Onzeker, en het telt zwaar")
    st.write(" ".join(session.content().plan.find_out_first))
    _show_list(
        unsure,
        lambda each: f"{level_of(each)} · vraag het aan: {session.content().role_by_id[each.norm.role].label}",
        "",
    )
    st.subheader("Weet ik niet, of nog zonder reden")


def certainty_of(result: NormResult) -> str:
    """How sure an answer is, with a sign beside the words; empty when that was not said."""
    certainty = result.answer.certainty
    if certainty is None:
        return ""
    return f"{CERTAINTY_SIGN[certainty]} {session.content().plan.certainty_by_id[certainty].label.lower()}"


def _unsure_text(section: SectionResult) -> str:
    """How many answers of a section are a guess or a thought, such as "2 gokken, 1 denken"."""
    counts = Counter(each.answer.certainty for each in section.norms)
    said = [f"{counts[each]} {each}" for each in (Certainty.GUESSING, Certainty.THINKING) if counts[each]]
    return ", ".join(said) or "–"


def level_of(result: NormResult) -> str:
    """The level of a norm in words."""
    if result.answer.lacks_reason:
        return "niet van toepassing, reden ontbreekt: telt als open"
    return level_label(result.answer.level) if result.answer.level else "nog open"


def _show_list(results: Sequence[NormResult], describe: Describe, when_empty: str) -> None:
    if not results:
        st.write(when_empty)
        return
    _show_links(results[:SHOWN_FIRST], describe)
    rest = results[SHOWN_FIRST:]
    if rest:
        with st.expander(f"Nog {norms(len(rest))}"):
            _show_links(rest, describe)


def _show_links(results: Iterable[NormResult], describe: Describe) -> None:
    for result in results:
        with st.container(gap=None):
            st.page_link(
                section_page(session.content().section_by_norm[result.norm.id].id),
                label=f"{result.norm.code} {result.norm.title}",
                query_params={**session.address(), session.NORM_PARAMETER: result.norm.id},
            )
            status = session.content().status_by_id[result.norm.legal_status].label
            certainty = certainty_of(result)
            st.caption(" · ".join(part for part in (status, certainty, describe(result)) if part))


def _show_explanation(result: Result) -> None:
    st.header("Zo komt de score tot stand")
    st.markdown("\n".join(f"- {line}" for line in CALCULATION_RULE))
    names = {section.section.name: section for section in result.sections if section.section.norms}
    chosen = st.selectbox("Reken na", list(names), key="reken-na")
    section = names[chosen]
    show_table(
        f"Normen van {chosen}: totaal {section.score.reached} behaald, {section.score.missing} ontbreekt, "
        f"{section.score.open} open; score {score_text(section)}",
        (
            "Norm",
            "Gewicht",
            "Streefniveau",
            "Niveau",
            "Behaald",
            "Ontbreekt",
            "Open",
            "Kloof",
            "Urgentie",
            "Zekerheid",
        ),
        [
            (
                f"{each.norm.code} {each.norm.title}",
                str(each.norm.weight),
                str(each.norm.target),
                level_of(each),
                *(str(points) for points in (each.score.reached, each.score.missing, each.score.open)),
                str(each.gap),
                str(urgency(each)),
                certainty_of(each) or "–",
            )
            for each in section.norms
        ],
        numbers=(1, 2, 4, 5, 6, 7, 8),
    )
