"""Everything in an answer, field by field, for where no page or chapter asks for it any more."""

from questionnaire.model.assessment import Answer
from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import Questionnaire
from reporting.wording.answers import level_text


def all_texts(answer: Answer, content: Questionnaire) -> tuple[tuple[str, str], ...]:
    """Label and text of every field, the level always, the others only when filled in."""
    ambition = content.scale_by_level[answer.ambition].label if answer.ambition else ""
    texts = (
        ("Niveau", level_text(answer, content)),
        ("Reden niet van toepassing", answer.reason),
        ("Was", answer.practice),
        ("Anders geregeld", answer.otherwise),
        ("Bewijs", answer.evidence),
        ("Vindplaats", answer.link),
        ("Opmerking", answer.remark),
        ("Ambitie", ambition),
        ("Wanneer", answer.quarter.text if answer.quarter else ""),
        ("Zekerheid", content.plan.certainty_by_id[answer.certainty].label if answer.certainty else ""),
    )
    cleaned = ((label, clean(text).strip()) for label, text in texts)
    return tuple((label, text) for label, text in cleaned if text)
