"""What may be read by whom: the public part, a part of it, the internal annex and the note."""

import re
from collections.abc import Callable

import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Answer, AnswerField, Confidentiality, Level, Particulars
from questionnaire.model.plan import Certainty, Quarter
from questionnaire.scoring.score import Result
from questionnaire.versions.change import RetiredAnswer
from reporting.composing.internal import compose_internal
from reporting.composing.note import compose_note
from reporting.composing.report import compose
from reporting.document.choice import ReportChoice, Scope
from reporting.report import make_annex, make_note, make_report
from reporting.wording.all_fields import all_texts
from tests.reporting.cases.builders import PRINTED_ON, a_result
from tests.reporting.cases.golden import CASES, DOCUMENTS, every
from tests.reporting.inspecting.outline import outline

SECRETS = {
    "evidence": "Dossier 12, kast 3",
    "link": "https://intern.example.org/map",
    "remark": "Nog navragen bij de teamleider",
}
ANSWER = Answer(level=Level.PARTLY, practice="Per team anders.", otherwise="Via de regio.", **SECRETS)


def with_particulars(**values: object) -> Result:
    """The mixed case with these particulars."""
    result = CASES["gemengd"]()
    changed = result.assessment.model_copy(update={"particulars": Particulars.model_validate(values)})
    return Result(result.questionnaire, changed, result.steps, result.themes)


@pytest.mark.parametrize("make", [make_report, make_note])
def test_evidence_links_and_remarks_stay_out_of_what_goes_out(make: Callable[..., bytes]) -> None:
    said = make(a_result(every(ANSWER)), PRINTED_ON)
    assert [secret for secret in SECRETS.values() if secret in outline(said)] == []
    assert b"intern.example.org" not in said


def test_the_internal_annex_has_all_of_every_answer() -> None:
    result = a_result(every(ANSWER))
    rows = [row for section in compose_internal(result, PRINTED_ON).sections for row in section.answers]
    assert [row.code for row in rows] == [norm.norm.code for norm in result.norms]
    assert {(row.practice, row.evidence, row.remark) for row in rows} == {
        ("Per team anders.", f"{SECRETS['evidence']}\n{SECRETS['link']}", SECRETS["remark"])
    }
    assert {note.text for row in rows for note in row.notes} == {"Via de regio."}
    assert SECRETS["link"] in outline(make_annex(result, PRINTED_ON))


def test_the_internal_annex_has_all_of_an_answer_that_is_asked_no_more() -> None:
    answer = ANSWER.model_copy(
        update={
            "ambition": Level.ARRANGED,
            "quarter": Quarter(2027, 2),
            "certainty": Certainty.GUESSING,
            "reason": "Doet de regio.",
        }
    )
    retired = RetiredAnswer("oud", "Oude norm", "Elk loket belt.", "2025.1", answer)
    said = outline(make_annex(a_result(every(ANSWER)), PRINTED_ON, None, (retired,)))
    last = said[said.rindex("[Heading2] Normen die niet meer worden gevraagd") :]
    for text in (
        "Oude norm",
        "Elk loket belt.",
        "2025.1",
        "2 Deels geregeld",
        "Per team anders.",
        "Via de regio.",
    ):
        assert text in last
    for text in (*SECRETS.values(), "Doet de regio.", "ambitie: Geregeld", "wanneer: tweede kwartaal 2027"):
        assert text in last
    assert "zekerheid: We gokken" in last
    assert "niet meer worden gevraagd" not in outline(make_annex(a_result(every(ANSWER)), PRINTED_ON))


def test_everything_of_an_answer_is_told_field_by_field() -> None:
    filled = {field.value: "tekst" for field in AnswerField} | {
        "niveau": "soms",
        "ambitie": "geregeld",
        "ambitie_kwartaal": "2027-K2",
        "zekerheid": "gokken",
        "herbevestigen": "",
    }
    told = all_texts(Answer.model_validate(filled), a_result(every(ANSWER)).questionnaire)
    assert len(told) == len(AnswerField) - 1  # but for the mark
    assert all_texts(Answer(), a_result(every(ANSWER)).questionnaire) == (("Niveau", "Niet beantwoord"),)


def test_the_internal_annex_has_the_reason_why_a_norm_does_not_apply() -> None:
    row = compose_internal(CASES["niets-van-toepassing"](), PRINTED_ON).sections[0].answers[0]
    assert [(note.label, note.text) for note in row.notes] == [("Niet van toepassing: ", "Doet de regio.")]


@pytest.mark.parametrize(
    ("chosen", "label"),
    [
        (None, "Intern"),
        (Confidentiality.PUBLIC, "Intern"),
        (Confidentiality.INTERNAL, "Intern"),
        (Confidentiality.CONFIDENTIAL, "Vertrouwelijk"),
    ],
)
def test_the_internal_annex_is_never_more_public_than_intern(chosen: Confidentiality | None, label: str) -> None:
    content = compose_internal(with_particulars(confidentiality=chosen), PRINTED_ON)
    assert content.status == f"Concept · {label.lower()}"
    assert ("Vertrouwelijkheid", label) in [(item.label, item.text) for item in content.particulars]


def test_filled_particulars_stand_on_the_cover_and_the_others_ask_to_be_filled_in() -> None:
    result = with_particulars(reference="Z-2026-12", drafter_role="beleidsmedewerker", confidentiality="openbaar")
    content = compose(result, PRINTED_ON)
    found = {item.label: item.text for item in content.particulars}
    assert (found["Kenmerk"], found["Opsteller"], found["Vertrouwelijkheid"]) == (
        "Z-2026-12",
        "beleidsmedewerker",
        "Openbaar",
    )
    assert (found["Portefeuillehouder"], found["Bewaartermijn"]) == ("in te vullen", "in te vullen")
    assert "Versie" not in found
    assert content.status == "Concept · openbaar"


def test_a_short_report_is_the_cover_the_management_page_and_the_scores() -> None:
    found = DOCUMENTS["gemengd-kort"]()
    text = outline(found)
    assert [line for line in text.split("\n") if line.startswith("[Heading1]")] == [
        "[Heading1] Samenvatting voor het management",
        "[Heading1] De scores op een rij",
        "[Heading1] Over dit rapport",
    ]
    assert "Wordt: wat de versterkte aanpak vraagt" not in text
    assert "Volledig (36 normen), alleen de samenvatting" in text


def test_a_report_about_one_step_says_nothing_about_the_others() -> None:
    text = outline(DOCUMENTS["gemengd-stap-3"]())
    assert "| Omvang | Alleen stap 3, volledig (6 normen) |" in text
    assert "| 3.01 |" in text
    assert [code for code in ("1.01", "2.02", "4.01", "5.01", "G.01", "I.01") if code in text] == []
    assert "Samenvatting voor het management" not in text


def test_annexes_and_what_refers_to_them_are_there_only_when_asked() -> None:
    asked, usual = (outline(DOCUMENTS[name]()) for name in ("gemengd-met-bijlagen", "gemengd"))
    assert "[Heading1] Bijlagen" in asked and "(bron 3)" in asked
    assert "Bijlagen" not in usual and not re.search(r"bron \d", usual)
    assert "[Heading1] Verbeterpunten en sterke punten" in usual


def test_a_step_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="Stap 6 bestaat niet"):
        make_report(CASES["gemengd"](), PRINTED_ON, choice=ReportChoice(Scope.STEP, step=6))


@pytest.mark.parametrize("case", CASES)
def test_the_note_has_its_blocks_in_order_and_says_what_to_fill_in(case: str) -> None:
    text = outline(make_note(CASES[case](), PRINTED_ON))
    assert [line.removeprefix("[Heading1] ") for line in text.split("\n") if line.startswith("[Heading1]")] == [
        "Samenvatting en beslispunten",
        "Aanleiding",
        "Beoogd effect",
        "Argumenten",
        "Kanttekeningen",
        "Financiën",
        "Communicatie",
        "Vervolg",
        "Bijlagen",
    ]
    assert "In te vullen: wat de verbeterpunten kosten" in text
    content = compose_note(CASES[case](), PRINTED_ON)
    assert content.decisions and content.summary and content.remarks
