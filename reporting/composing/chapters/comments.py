"""What stands beside a norm as comments of Word, for who works on the assessment. Pure."""

from questionnaire.model.assessment import Level
from questionnaire.model.cleaning import clean
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.score import NormResult
from reporting.wording.answers import MISSING_REASON, question_text, role_label

NOT_FOR_OUTSIDE = (
    "Dit exemplaar heeft opmerkingen in de kantlijn. Die zijn voor intern gebruik. Verwijder ze voordat u het "
    "deelt."
)
TO_RECONFIRM = "Nog te bevestigen: dit antwoord komt uit de vorige ronde. Klopt het nog?"


def comments_at(result: NormResult, content: Questionnaire) -> tuple[str, ...]:
    """The comments at one norm: the remark, what is open, and whether it is still to be confirmed."""
    answer = result.answer
    remark = clean(answer.remark).strip()
    texts = (
        f"Opmerking: {remark}" if remark else "",
        open_point(result, content),
        TO_RECONFIRM if answer.to_reconfirm else "",
    )
    return tuple(text for text in texts if text)


def open_point(result: NormResult, content: Questionnaire) -> str:
    """Why the norm is open, with who usually knows and what to ask; empty when it is not."""
    if result.answer.lacks_reason:
        return f"{MISSING_REASON} {question_text(result)}"
    if not result.is_open:
        return ""
    why = "Bij deze norm is gekozen voor ‘weet ik niet’."
    if result.answer.level is not Level.UNKNOWN:
        why = "Deze norm is nog niet beantwoord."
    return f"{why} Vraag na bij: {role_label(result.norm, content)}. {question_text(result)}"
