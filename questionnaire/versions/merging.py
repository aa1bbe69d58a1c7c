"""Several answers that become one, because their norms were merged. Pure.

The rule stands in docs/decisions/0015-nieuwe-inhoudsversie.md.
"""

from collections.abc import Sequence

from questionnaire.model.assessment import Answer
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Certainty

TEXTS = ("practice", "evidence", "link", "remark", "reason", "otherwise")
FROM_LEAST_SURE = (Certainty.GUESSING, Certainty.THINKING, Certainty.KNOWN)
SHORTENED = "\n(Ingekort. De hele tekst staat nog bij de oude normen.)"

TitledAnswer = tuple[str, Answer]
"""The title of a norm with its answer."""


def merged_answer(titled: Sequence[TitledAnswer]) -> Answer:
    """One answer with all texts; its level only when every answer has that one, and then it is to be confirmed.

    It wants the highest ambition in the latest quarter, and is as sure as the least sure answer.
    """
    answers = [answer for _, answer in titled]
    levels = {answer.level for answer in answers}
    level = answers[0].level if len(levels) == 1 else None
    ambitions = [answer.ambition for answer in answers if answer.ambition]
    certainties = {answer.certainty for answer in answers}
    return Answer(
        level=level,
        **{name: _shortened(_joined(titled, name)) for name in TEXTS},
        ambition=max(ambitions, key=lambda wanted: wanted.height or 0, default=None),
        quarter=max((answer.quarter for answer in answers if answer.quarter), default=None),
        certainty=next((certainty for certainty in FROM_LEAST_SURE if certainty in certainties), None),
        to_reconfirm=level is not None,
    )


def all_texts_fit(titled: Sequence[TitledAnswer]) -> bool:
    """Whether the merged answer holds every text whole; if not, the old answers must stay beside it."""
    return all(len(_joined(titled, name)) <= MAX_TEXT for name in TEXTS)


def _joined(titled: Sequence[TitledAnswer], name: str) -> str:
    """The texts under each other, each below the title of its norm; a text that is all there is stands alone."""
    texts = [(title, str(getattr(answer, name))) for title, answer in titled]
    filled = [(title, text) for title, text in texts if text.strip()]
    if len({text for _, text in filled}) <= 1:
        return filled[0][1] if filled else ""
    return "\n".join(f"{title}: {text}" for title, text in filled)


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - len(SHORTENED)] + SHORTENED
