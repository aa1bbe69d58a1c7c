"""Round, status, actions and process cards in the exchange file, out and in."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.errors import InvalidInputError
from questionnaire.exchange.document import SCHEMA_FILE, from_json, to_json
from questionnaire.model.assessment import Answer, Level
from questionnaire.model.cleaning import MAX_TEXT
from questionnaire.model.plan import Action, ActionField, ActionStatus, Effort, ProcessField, ProcessStep, Quarter
from questionnaire.model.plan_checks import MAX_LINE, MOST_NORMS
from questionnaire.model.settlement import Settlement, Status
from tests.questionnaire.exchange.documents import (
    ASSESSMENT,
    JSON_VALUES,
    NORM_IDS,
    QUESTIONNAIRE,
    answers_of,
    assert_refused,
)

PLANNED = ASSESSMENT.model_copy(
    update={
        "answers": {
            "plan-met-inwoner": Answer(ambition=Level.ARRANGED, quarter=Quarter(2027, 2), to_reconfirm=True)
        },
        "actions": {
            "aB3_-x90": Action(id="aB3_-x90", what="Overleg", norms=NORM_IDS[:2], due=date(2027, 5, 1)),
            "aB3_-x91": Action(id="aB3_-x91", owner_role="beleid", status=ActionStatus.DONE),
        },
        "process": {
            "p1234567": ProcessStep(id="p1234567", section="stap-1", position=2, what="Melding", difference=True)
        },
        "round": 2,
        "previous": "kenmerk-van-ronde-1",
        "status": Status.SETTLED,
        "settlement": Settlement(role="college", day=date(2026, 4, 1)),
    }
)


def test_the_schema_names_every_field_and_limit_of_the_plan() -> None:
    parts = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))["$defs"]
    action, step = parts["actie"]["properties"], parts["processtap"]["properties"]
    assert [*action, "verwijderd"] == [field.value for field in ActionField]
    assert {*step, "verwijderd"} == {"onderdeel", *(field.value for field in ProcessField)}
    assert action["omvang"]["enum"] == [effort.value for effort in Effort]
    assert action["status"]["enum"] == [status.value for status in ActionStatus]
    assert action["normen"]["maxItems"] == MOST_NORMS
    assert {entry.get("maxLength") for entry in action.values()} == {None, MAX_LINE, MAX_TEXT}
    assert step["wie"]["maxLength"] == MAX_LINE


def test_a_plan_reads_like_this() -> None:
    document = json.loads(to_json(PLANNED, QUESTIONNAIRE))
    assert (document["ronde"], document["vorige"], document["status"]) == (2, "kenmerk-van-ronde-1", "vastgesteld")
    assert document["vaststelling"] == {"rol": "college", "datum": "2026-04-01"}
    assert document["antwoorden"]["plan-met-inwoner"] == {
        "code": "1.02",
        "titel": "plan met inwoner",
        "ambitie": "geregeld",
        "ambitie_kwartaal": "2027-K2",
        "herbevestigen": "ja",
    }
    assert document["acties"] == {
        "aB3_-x90": {"wat": "Overleg", "normen": list(NORM_IDS[:2]), "datum": "2027-05-01"},
        "aB3_-x91": {"eigenaar_rol": "beleid", "status": "klaar"},
    }
    assert document["werkproces"] == {
        "p1234567": {"onderdeel": "stap-1", "plaats": 2, "wat": "Melding", "verschil": "ja"}
    }


def test_what_was_filled_in_for_earlier_norms_and_sections_stays_readable() -> None:
    text = to_json(PLANNED, QUESTIONNAIRE).replace("plan-met-inwoner", "oude-norm").replace("stap-1", "stap-0")
    with pytest.raises(InvalidInputError) as caught:
        from_json(text, QUESTIONNAIRE)
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "bestand > antwoorden > oude-norm",
        "bestand > acties > aB3_-x90 > normen",
        "bestand > werkproces > p1234567 > onderdeel",
    ]
    read = from_json(text, QUESTIONNAIRE, earlier=("oude-norm", "stap-0"))
    assert read.answer("oude-norm") == PLANNED.answer("plan-met-inwoner")


def plan_of(document: dict[str, Any]) -> dict[str, Any]:
    """The action that the table below breaks."""
    action: dict[str, Any] = document["acties"]["aB3_-x90"]
    return action


def step_of(document: dict[str, Any]) -> dict[str, Any]:
    """The process step that the table below breaks."""
    step: dict[str, Any] = document["werkproces"]["p1234567"]
    return step


@pytest.mark.parametrize(
    ("breaks", "message"),
    [
        (lambda d: d.update(ronde=0), "bestand > ronde: 0 is te laag; kies minstens 1"),
        (lambda d: d.update(status="klaar"), "bestand > status: 'klaar' is geen keuze; kies uit: concept, intern"),
        (lambda d: d.update(status="concept"), "bestand > vaststelling: hoort bij de status 'vastgesteld'"),
        (lambda d: d.pop("vaststelling"), "bestand > vaststelling: hoort bij de status 'vastgesteld'"),
        (lambda d: d["vaststelling"].pop("rol"), "bestand > vaststelling > rol: ontbreekt; vul dit veld in"),
        (lambda d: answers_of(d).update(ambitie="niet-geregeld"), "ambitie: 'niet-geregeld' is geen keuze"),
        (
            lambda d: answers_of(d).update(ambitie_kwartaal="2027"),
            "'2027' heeft niet de goede vorm; schrijf jaar en",
        ),
        (lambda d: answers_of(d).update(ambitie_kwartaal="2027-K1\n"), "ambitie_kwartaal: deze waarde kan niet"),
        (lambda d: d.update(acties=[]), "bestand > acties: moet een groep velden"),
        (lambda d: d["acties"].update(kort={}), "bestand > acties: 'kort' heeft niet de goede vorm; gebruik acht"),
        (lambda d: plan_of(d).update(normen=["weg"]), "acties > aB3_-x90 > normen: deze norm bestaat niet"),
        (lambda d: plan_of(d).update(normen="een"), "aB3_-x90 > normen: moet een lijst"),
        (lambda d: plan_of(d).update(datum="2101-01-01"), "datum: '2101-01-01' heeft niet de goede vorm"),
        (lambda d: plan_of(d).update(datum="1 mei"), "datum: '1 mei' is geen datum"),
        (lambda d: plan_of(d).update(omvang="enorm"), "omvang: 'enorm' is geen keuze"),
        (lambda d: plan_of(d).update(verwijderd="ja"), "aB3_-x90 > verwijderd: onbekend veld"),
        (lambda d: plan_of(d).update(wat="x" * 20001), "aB3_-x90 > wat: is te lang: 20001 tekens"),
        (lambda d: step_of(d).pop("onderdeel"), "p1234567 > onderdeel: ontbreekt"),
        (
            lambda d: step_of(d).update(onderdeel="stap-9"),
            "onderdeel: dit onderdeel bestaat niet; bedoelt u 'stap-1'",
        ),
        (lambda d: step_of(d).update(plaats="2"), "p1234567 > plaats: moet een heel getal zijn"),
        (lambda d: step_of(d).update(verschil="nee"), "p1234567 > verschil: 'nee' is geen keuze"),
    ],
)
def test_a_wrong_value_in_a_plan_is_told_with_place_and_remedy(
    breaks: Callable[[dict[str, Any]], object], message: str
) -> None:
    assert_refused(PLANNED, breaks, message)


def test_a_whole_number_may_be_written_with_a_point() -> None:
    document = json.loads(to_json(PLANNED, QUESTIONNAIRE))
    step_of(document)["plaats"] = 2.0
    assert from_json(json.dumps(document), QUESTIONNAIRE) == PLANNED


KEYS = [*json.loads(to_json(PLANNED, QUESTIONNAIRE)), *map(str, ActionField), *map(str, ProcessField), "onderdeel"]


@given(st.sampled_from(KEYS), JSON_VALUES)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_any_value_in_any_place_of_a_plan_is_read_or_refused(key: str, value: object) -> None:
    document = json.loads(to_json(PLANNED, QUESTIONNAIRE))
    holders = (document, plan_of(document), step_of(document), answers_of(document))
    for holder in [holder for holder in holders if key in holder] or [plan_of(document)]:
        holder[key] = value
    try:
        from_json(json.dumps(document), QUESTIONNAIRE)
    except InvalidInputError as error:
        assert "bestand" in str(error)
