"""A small questionnaire, an assessment of it, and any that can be: to write to a file and read back."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import strategies as st
from pydantic import BaseModel

from questionnaire.errors import InvalidInputError
from questionnaire.exchange.document import from_json, to_json
from questionnaire.model.assessment import (
    AMBITIONS,
    PRESENT_FIELDS,
    Answer,
    Assessment,
    Confidentiality,
    Depth,
    Level,
    Municipality,
    Organisation,
    OrganisationKind,
    ParticularField,
)
from questionnaire.model.base import FIRST_LIST
from questionnaire.model.cleaning import clean
from questionnaire.model.plan import (
    Action,
    ActionStatus,
    Certainty,
    Effort,
    ProcessStep,
    Quarter,
    quarters_from,
)
from questionnaire.model.questionnaire import Norm, Questionnaire, Section
from questionnaire.model.settlement import Settlement, Status

NORM_IDS = ("een-aanspreekpunt", "plan-met-inwoner", "gegevens-vastgelegd")


def part(model: type[BaseModel], **values: object) -> Any:
    """A content model with only the fields that matter here."""
    return model.model_construct(None, **values)


NORMS = tuple(
    part(Norm, id=norm_id, code=f"1.{number:02}", title=norm_id.replace("-", " "))
    for number, norm_id in enumerate(NORM_IDS, start=1)
)
QUESTIONNAIRE: Questionnaire = part(
    Questionnaire,
    id=FIRST_LIST,
    title="Lijst",
    version="2026.1",
    sections=(part(Section, id="stap-1", norms=NORMS),),
)
ASSESSMENT = Assessment(
    id="kenmerk",
    organisation=Organisation(
        kind=OrganisationKind.COOPERATION,
        name="Samen Sterk",
        municipalities=(
            Municipality(code="GM0344", name="Utrecht"),
            Municipality(code="GM0518", name="'s-Gravenhage"),
        ),
    ),
    depth=Depth.CORE,
    reference_date=date(2026, 3, 1),
    content_version="2026.1",
    created_at=datetime(2026, 2, 28, 9, 30, tzinfo=UTC),
    answers={
        "plan-met-inwoner": Answer(
            level=Level.PARTLY, practice="Regel één\nRegel twee", link="https://voorbeeld.nl"
        ),
        "een-aanspreekpunt": Answer(level=Level.NOT_APPLICABLE, reason="Doet de regio"),
    },
)

MODEL_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
NAMES = MODEL_TEXT.filter(clean)
ANSWERS = st.fixed_dictionaries(
    {field.value: MODEL_TEXT for field in PRESENT_FIELDS}
    | {
        "niveau": st.none() | st.sampled_from(Level),
        "ambitie": st.none() | st.sampled_from(AMBITIONS),
        "ambitie_kwartaal": st.none() | st.sampled_from(quarters_from(Quarter(2026, 1), 9)),
        "zekerheid": st.none() | st.sampled_from(Certainty),
        "herbevestigen": st.booleans(),
    }
)
PARTICULARS = st.fixed_dictionaries(
    {field.value: MODEL_TEXT for field in ParticularField}
    | {"vertrouwelijkheid": st.none() | st.sampled_from(Confidentiality)}
)
LINES = st.text(alphabet=st.characters(categories=["L", "N"]), max_size=20)
IDS = st.from_regex("[A-Za-z0-9_-]{8}", fullmatch=True)
ACTIONS = st.builds(
    Action,
    id=IDS,
    what=MODEL_TEXT,
    norms=st.lists(st.sampled_from(NORM_IDS), unique=True).map(tuple),
    owner_role=st.sampled_from(["", "beleid"]),
    owner_name=LINES,
    due=st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    effort=st.none() | st.sampled_from(Effort),
    status=st.sampled_from(ActionStatus),
    note=MODEL_TEXT,
    expected=MODEL_TEXT,
)
STEPS = st.builds(
    ProcessStep,
    id=IDS,
    onderdeel=st.just("stap-1"),
    position=st.integers(0, 9999),
    what=MODEL_TEXT,
    who=LINES,
    handover=MODEL_TEXT,
    waiting=MODEL_TEXT,
    difference=st.booleans(),
)
SETTLEMENTS = st.builds(Settlement, rol=LINES.filter(bool), naam=LINES, datum=st.dates(), kenmerk=LINES)
STATUSES = st.fixed_dictionaries(
    {"status": st.sampled_from([Status.CONCEPT, Status.DISCUSSED]), "settlement": st.none()}
) | st.fixed_dictionaries({"status": st.just(Status.SETTLED), "settlement": SETTLEMENTS})
MUNICIPALITIES = st.fixed_dictionaries({"gm_code": st.from_regex("GM[0-9]{4}", fullmatch=True), "naam": NAMES})
VALUES = st.fixed_dictionaries(
    {
        "id": NAMES,
        "organisation": st.fixed_dictionaries(
            {
                "soort": st.sampled_from(OrganisationKind),
                "naam": NAMES,
                "gemeenten": st.lists(MUNICIPALITIES, max_size=3),
            }
        ),
        "depth": st.sampled_from(Depth),
        "reference_date": st.dates(),
        "content_version": st.just("2026.1"),
        "created_at": st.datetimes(timezones=st.just(UTC)),
        "particulars": PARTICULARS,
        "answers": st.dictionaries(st.sampled_from(NORM_IDS), ANSWERS),
        "actions": st.lists(ACTIONS, max_size=3).map(lambda found: {action.id: action for action in found}),
        "process": st.lists(STEPS, max_size=3).map(lambda found: {step.id: step for step in found}),
        "round": st.integers(1, 999),
        "previous": st.none() | NAMES,
    }
)
ASSESSMENTS = st.builds(lambda values, status: Assessment.model_validate(values | status), VALUES, STATUSES)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def answers_of(document: dict[str, Any]) -> dict[str, Any]:
    """The answer that the tables below break."""
    answer: dict[str, Any] = document["antwoorden"]["plan-met-inwoner"]
    return answer


def assert_refused(assessment: Assessment, breaks: Callable[[dict[str, Any]], object], message: str) -> None:
    """The file of this assessment, with something broken in it, is refused in these words."""
    document = json.loads(to_json(assessment, QUESTIONNAIRE))
    breaks(document)
    with pytest.raises(InvalidInputError, match=re.escape(message)):
        from_json(json.dumps(document), QUESTIONNAIRE)
