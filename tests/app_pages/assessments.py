"""Assessments to look at: the ordinary ones and the ones that only a test makes."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import (
    Answer,
    Assessment,
    Depth,
    Level,
    Municipality,
    Organisation,
    OrganisationKind,
)
from questionnaire.store import Store

DAY = date(2026, 10, 1)
BERGEN = Municipality(code="GM0893", name="Bergen")
MARKUP = "<script>alert(1)</script> ![](http://127.0.0.1:1/x.png) {{7*7}} **vet** <b>x</b> :red[r] $x^2$"
LONG = "Een lange tekst over het werkproces. " * 271


def _empty() -> Answer:
    return Answer()


def _not_applicable() -> Answer:
    return Answer(level=Level.NOT_APPLICABLE, reason="Geldt hier niet")


def _without_reason() -> Answer:
    return Answer(level=Level.NOT_APPLICABLE)


def _unknown() -> Answer:
    return Answer(level=Level.UNKNOWN)


def _secured() -> Answer:
    return Answer(level=Level.SECURED)


def _long() -> Answer:
    return _texts(LONG)


def _markup() -> Answer:
    return _texts(MARKUP)


def _texts(text: str) -> Answer:
    return Answer(
        level=Level.PARTLY,
        practice=text,
        evidence=text,
        link=text,
        remark=text,
        reason=text,
        otherwise=text,
    )


ANSWER_BY_SITUATION: Mapping[str, Callable[[], Answer]] = {
    "vers": _empty,
    "alles n.v.t.": _not_applicable,
    "alles n.v.t. zonder reden": _without_reason,
    "alles weet ik niet": _unknown,
    "alles 4": _secured,
    "teksten van 10.000 tekens": _long,
    "opmaak in de teksten": _markup,
}


def make(store: Store, situation: str, depth: Depth = Depth.FULL) -> str:
    """Keep an assessment in which every norm has the answer of `situation`, and give its id."""
    name = MARKUP if situation.startswith("opmaak") else "Gemeente Bergen (Limburg)"
    content = questionnaire()
    answer = ANSWER_BY_SITUATION[situation]()
    assessment = Assessment(
        id="proef",
        organisation=Organisation(kind=OrganisationKind.MUNICIPALITY, name=name, municipalities=(BERGEN,)),
        depth=depth,
        reference_date=DAY,
        content_version=content.version,
        created_at=datetime(2026, 10, 1, 12, tzinfo=UTC),
        answers={} if answer.is_empty else dict.fromkeys(content.norm_by_id, answer),
    )
    return store.import_assessment(assessment, author=MARKUP[:60])
