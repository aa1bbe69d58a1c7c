"""Before settling: each check finds its norms or actions, and only what would tell an untruth blocks."""

import pytest
from hypothesis import given, settings

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Action, ActionStatus, Certainty
from questionnaire.model.plan_content import Check, CheckWords
from questionnaire.scoring.readiness import readiness
from questionnaire.scoring.score import Result
from tests.questionnaire.plans import CONTENT, any_result, scored

EXACTLY = settings(derandomize=True, deadline=None, max_examples=40)
HEAVY = next(norm.id for norm in CONTENT.core.norms if norm.weight == 3)
FINE = Answer(level=Level.PARTLY, certainty=Certainty.KNOWN)
ALL_FINE = {norm.id: FINE for norm in CONTENT.core.norms}
BLOCKING = {Check.EMPTY, Check.TO_RECONFIRM, Check.LACKS_REASON}


def found(result: Result) -> dict[Check, tuple[str, ...]]:
    return {finding.check: finding.ids for finding in readiness(result).findings}


def test_when_all_is_well_there_is_nothing_to_tell() -> None:
    assert found(scored(ALL_FINE)) == {}
    assert readiness(scored(ALL_FINE)).can_settle


@pytest.mark.parametrize(
    ("answer", "check"),
    [
        (Answer(), Check.UNANSWERED),
        (Answer(level=Level.UNKNOWN), Check.UNKNOWN),
        (Answer(level=Level.UNKNOWN, certainty=Certainty.GUESSING), Check.UNKNOWN),
        (Answer(level=Level.NOT_APPLICABLE, reason=" "), Check.LACKS_REASON),
        (Answer(level=Level.NOT_APPLICABLE, reason="Niet bij ons."), None),
        (Answer(level=Level.PARTLY), None),
        (Answer(level=Level.ARRANGED, evidence=" "), Check.LACKS_EVIDENCE),
        (Answer(level=Level.SECURED), Check.LACKS_EVIDENCE),
        (Answer(level=Level.ARRANGED, link="https://example.org"), None),
        (Answer(level=Level.SECURED, evidence="Werkinstructie"), None),
        (Answer(level=Level.PARTLY, to_reconfirm=True), Check.TO_RECONFIRM),
        (Answer(level=Level.PARTLY, certainty=Certainty.THINKING), Check.UNCERTAIN),
    ],
)
def test_each_answer_is_found_by_its_check(answer: Answer, check: Check | None) -> None:
    assert found(scored(ALL_FINE | {HEAVY: answer})) == ({check: (HEAVY,)} if check else {})


@pytest.mark.parametrize(
    ("action", "checks"),
    [
        (Action(id="a"), {Check.LACKS_OWNER, Check.LACKS_DATE}),
        (Action(id="a", owner_role="afdelingshoofd"), {Check.LACKS_DATE}),
        (Action(id="a", owner_name="Naam"), {Check.LACKS_DATE}),
        (Action(id="a", status=ActionStatus.DONE), set()),
        (Action(id="a", status=ActionStatus.DROPPED), set()),
    ],
)
def test_an_action_to_be_done_has_an_owner_and_a_date(action: Action, checks: set[Check]) -> None:
    assert found(scored(ALL_FINE, action)) == dict.fromkeys(checks, ("a",))


def test_nothing_filled_in_is_told_once() -> None:
    result = scored({HEAVY: Answer(practice="Alleen tekst")})
    (finding,) = readiness(result).findings
    assert (finding.check, finding.blocks) == (Check.EMPTY, True)
    assert finding.text == f"{len(result.norms)} normen, en geen ervan heeft een antwoord"


@pytest.mark.parametrize("entry", CONTENT.plan.checks, ids=lambda entry: entry.check.value)
def test_only_what_would_tell_an_untruth_blocks_and_then_it_says_why(entry: CheckWords) -> None:
    assert entry.blocks is (entry.check in BLOCKING)
    assert entry.blocks is entry.explanation.startswith("Dit houdt het vaststellen tegen: ")
    assert entry.counted(1) == f"1 {entry.singular}"
    assert entry.counted(2) == f"2 {entry.plural}"


@given(any_result())
@EXACTLY
def test_what_blocks_stands_first_and_no_finding_is_empty(now: Result) -> None:
    told = readiness(now)
    blocks = [finding.blocks for finding in told.findings]
    assert blocks == sorted(blocks, reverse=True)
    assert all(finding.ids for finding in told.findings)
    assert told.can_settle is not any(blocks)
