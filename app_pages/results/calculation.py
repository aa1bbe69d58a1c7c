"""How the scores came about: one fold away, and made only when somebody opens it."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from app_pages.frame.charts import CHART_SETTINGS
from app_pages.frame.depths import depth_text
from app_pages.frame.widgets import show_table
from app_pages.results.points import certainty_of, level_of
from questionnaire.model.plan import Certainty
from questionnaire.scoring.gaps import urgency
from questionnaire.scoring.score import Result, SectionResult
from reporting import figures
from reporting.wording.answers import coverage_text, score_text
from reporting.wording.fixed_texts import CALCULATION_RULE

FOLD = "Hoe de scores tot stand komen: grafiek, cijfers en narekenen"
FOLD_KEY = "berekening"


def show_calculation(result: Result) -> None:
    """Draw the fold, and what is in it once it is open; the chart is made last."""
    fold = st.expander(FOLD, key=FOLD_KEY, on_change="rerun")
    if not fold.open:
        return
    with fold:
        asked = [section for section in result.sections if section.section.norms]
        chart = st.container()
        _show_scores(asked, result)
        _show_overall(result)
        st.subheader("De rekenregels")
        st.markdown("\n".join(f"- {line}" for line in CALCULATION_RULE))
        _show_norms(asked)
        with chart:
            _show_chart(asked)


def _show_chart(asked: Sequence[SectionResult]) -> None:
    shown = [section for section in asked if section.has_percentage]
    if not shown:
        return
    st.plotly_chart(
        figures.score_parts(shown),
        theme=None,
        config=CHART_SETTINGS,
        key="grafiek-scores",
        alt=f"Scores: {'; '.join(f'{each.section.name} {score_text(each)}' for each in shown)}.",
    )


def _show_scores(asked: Sequence[SectionResult], result: Result) -> None:
    show_table(
        f"Scores, {depth_text(result.assessment.depth).lower()}",
        (
            "Onderdeel",
            "Score",
            "Met een niveau",
            "Waarvan onzeker",
            "Onder streefniveau op geldende regels",
            "Punten behaald",
            "Punten die ontbreken",
            "Punten nog open",
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


def _unsure_text(section: SectionResult) -> str:
    """How many answers of a section are a guess or a thought, such as "2 gokken, 1 denken"."""
    counts = Counter(each.answer.certainty for each in section.norms)
    said = [f"{counts[each]} {each}" for each in (Certainty.GUESSING, Certainty.THINKING) if counts[each]]
    return ", ".join(said) or "–"


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
        "Elke stap telt even zwaar. Lees dit getal nooit zonder de vijf scores erbij: "
        "een gemiddelde verbergt wat nog niet is geregeld."
    )


def _show_norms(asked: Sequence[SectionResult]) -> None:
    """The norms of one section with their points, so that anybody can add them up."""
    names = {section.section.name: section for section in asked}
    chosen = st.selectbox("Reken na", list(names), key="reken-na")
    section = names[chosen]
    show_table(
        f"Normen van {chosen}: totaal {section.score.reached} punten behaald, {section.score.missing} ontbreekt, "
        f"{section.score.open} open; score {score_text(section)}",
        (
            "Norm",
            "Gewicht",
            "Streefniveau",
            "Niveau",
            "Punten behaald",
            "Punten die ontbreken",
            "Punten nog open",
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
                "–" if each.is_open else str(each.gap),
                str(urgency(each)),
                certainty_of(each) or "–",
            )
            for each in section.norms
        ],
        numbers=(1, 2, 4, 5, 6, 7, 8),
    )
