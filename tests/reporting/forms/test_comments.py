"""Comments of Word: ours in the report when asked for, and theirs back at the norm where they stand."""

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from lxml import etree

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import OfferedFile, Severity, Source
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Answer, Level
from questionnaire.model.cleaning import MAX_TEXT
from reporting.composing.chapters.comments import NOT_FOR_OUTSIDE, TO_RECONFIRM
from reporting.composing.report import compose
from reporting.document.choice import ReportChoice, Scope
from reporting.forms.comments.reading import MOST_COMMENTS, read_comments
from reporting.guard import open_safely
from reporting.package.identity import FileKind, Property, assessment_identity
from reporting.package.parts import own_properties
from reporting.report import STANDARD_TEMPLATE, make_annex, make_delta_report, make_note, make_report
from reporting.template.comments import AUTHOR, INITIALS, PART
from templates.building_blocks import block, heading, paragraph, tag, text
from tests.reporting.cases.builders import PRINTED_ON, a_questionnaire, a_result
from tests.reporting.cases.golden import CASES
from tests.reporting.cases.rounds import DELTA_CASES
from tests.reporting.forms.commented import PERSON, Reviewed, read, words
from tests.reporting.inspecting.accessibility import findings
from tests.reporting.inspecting.outline import W, body_of, outline
from tests.reporting.template.house_styles import bare, in_house_style
from tests.reporting.template.test_earlier import EARLIER
from tests.reporting.template.test_template import a_template

WITH_COMMENTS = ReportChoice(has_comments=True)
FIRST = "Opmerking in het rapport, 12-03-2026: "


@cache
def reported(case: str = "plan", choice: ReportChoice = WITH_COMMENTS, template: bytes | None = None) -> bytes:
    return make_report(CASES[case](), PRINTED_ON, template, choice)


def reviewed(case: str = "plan") -> Reviewed:
    return Reviewed(reported(case, ReportChoice()))


def remarks(file: OfferedFile) -> dict[str, str]:
    """The text of each remark by norm id."""
    assert all(set(values) == {FormField.REMARK} for values in file.values.values())
    assert all(value.is_added for values in file.values.values() for value in values.values())
    return {norm_id: values[FormField.REMARK].text for norm_id, values in file.values.items()}


def told(file: OfferedFile) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.text) for finding in file.findings]


def at_norms(document: bytes) -> dict[str, list[str]]:
    """The text of every comment by the text that it stands at."""
    report = Reviewed(document)
    text_by_number = {each.get(f"{W}id"): words(each) for each in report.comments.iter(f"{W}comment")}
    found: dict[str, list[str]] = {}
    for start in report.document.iter(f"{W}commentRangeStart"):
        found.setdefault(words(start.getparent()), []).append(text_by_number.pop(start.get(f"{W}id")))  # type: ignore[arg-type]
    assert not text_by_number, "every comment stands somewhere, once"
    return found


def test_a_report_has_no_comments_unless_they_were_asked_for() -> None:
    report = Reviewed(reported(choice=ReportChoice()))
    assert PART not in report.parts
    assert not list(report.document.iter(f"{W}commentReference"))


ANSWERS = {
    "opmerking": (Answer(level=Level.ARRANGED, remark="Zie\nbijlage."), ["Opmerking: Ziebijlage."]),
    "weet-ik-niet": (Answer(level=Level.UNKNOWN), ["Bij deze norm is gekozen voor ‘weet ik niet’. Vraag na "]),
    "leeg": (Answer(practice="Per team."), ["Deze norm is nog niet beantwoord. Vraag na bij: "]),
    "zonder-reden": (Answer(level=Level.NOT_APPLICABLE), ["Reden ontbreekt: deze norm telt als open."]),
    "met-reden": (Answer(level=Level.NOT_APPLICABLE, reason="Doet de regio."), []),
    "bevestigen": (Answer(level=Level.SOMETIMES, to_reconfirm=True), [TO_RECONFIRM]),
    "alles": (
        Answer(level=Level.UNKNOWN, remark="Vraag het na.", to_reconfirm=True),
        ["Opmerking: Vraag het na.", "Bij deze norm is gekozen", TO_RECONFIRM],
    ),
    "niets": (Answer(level=Level.SECURED), []),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_remarks_and_what_is_open_stand_at_the_number_of_their_norm(name: str) -> None:
    answer, expected = ANSWERS[name]
    result = a_result(lambda index, norm: answer if norm.code == "3.02" else Answer(level=Level.SECURED))
    found = at_norms(make_report(result, PRINTED_ON, choice=WITH_COMMENTS))
    assert list(found) == (["3.02"] if expected else [])
    assert [said[: len(wanted)] for said, wanted in zip(found.get("3.02", []), expected, strict=True)] == expected


def test_a_comment_says_that_it_is_of_the_list_and_of_which_day() -> None:
    comments = Reviewed(reported()).comments
    about = {(each.get(f"{W}author"), each.get(f"{W}initials"), each.get(f"{W}date")) for each in comments}
    assert about == {(AUTHOR, INITIALS, "2026-12-01T00:00:00Z")}


def test_a_report_with_comments_says_that_it_is_not_for_outside() -> None:
    assert NOT_FOR_OUTSIDE in outline(reported())
    assert NOT_FOR_OUTSIDE not in outline(reported(choice=ReportChoice()))


def test_a_short_report_has_no_norms_to_have_comments_at() -> None:
    content = compose(CASES["plan"](), PRINTED_ON, ReportChoice(Scope.SUMMARY, has_comments=True))
    assert [row.comments for step in content.steps for row in step.norms if row.comments] == []


@pytest.mark.parametrize(
    "body",
    [
        block(
            "stappen", block("normen", heading(1, tag("titel")), paragraph("Normal", tag("code"), tag("titel")))
        ),
        block("stappen", block("normen", paragraph("Normal", text("Wordt: "), tag("wordt")))),
    ],
)
def test_an_own_template_has_each_comment_once_at_its_norm(body: str) -> None:
    usual, own = (Reviewed(reported(template=template)) for template in (None, a_template(body)))
    steps = [norm.norm for step in CASES["plan"]().steps for norm in step.norms]
    places = [words(start.getparent()) for start in own.document.iter(f"{W}commentRangeStart")]  # type: ignore[arg-type]
    assert places and all(
        any(said in place for norm in steps for said in (norm.title, norm.statement)) for place in places
    )
    texts = [words(each) for each in usual.comments]
    assert [words(each) for each in own.comments] == texts[: len(own.comments)]


def test_comments_that_an_own_template_has_already_stay() -> None:
    theirs = Reviewed(in_house_style(bare))
    theirs.write("Logo nog aanpassen", theirs.paragraph("[organisatie]"))
    both = Reviewed(reported(template=theirs.saved()))
    numbers = [each.get(f"{W}id") for each in both.comments]
    assert words(both.comments[0]) == "Logo nog aanpassen"
    assert len(set(numbers)) == len(numbers) == len(Reviewed(reported()).comments) + 1


@pytest.mark.parametrize(
    "make", [lambda: reported("uiterste-teksten"), lambda: reported(template=in_house_style(bare))]
)
def test_word_and_everybody_can_read_a_report_with_comments(
    make: Callable[[], bytes], open_xml_errors: Callable[[bytes], list[dict[str, Any]]]
) -> None:
    document = make()
    assert open_xml_errors(document) == []
    assert findings(document) == []


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: make_report(CASES["plan"](), PRINTED_ON), FileKind.REPORT),
        (lambda: make_annex(CASES["plan"](), PRINTED_ON), FileKind.ANNEX),
        (lambda: make_note(CASES["plan"](), PRINTED_ON), FileKind.NOTE),
        (lambda: make_delta_report(DELTA_CASES["alles"](), PRINTED_ON), FileKind.DELTA),
    ],
)
def test_every_document_says_inside_what_it_is_and_of_which_round(
    make: Callable[[], bytes], kind: FileKind
) -> None:
    document = make()
    assert own_properties(Reviewed(document).parts)[Property.KIND] == kind
    delta = kind is FileKind.DELTA
    assessment = (DELTA_CASES["alles"]().after if delta else CASES["plan"]()).assessment
    assert read(document).identity == assessment_identity(assessment)


def test_a_comment_comes_back_as_a_remark_without_the_name_of_its_writer() -> None:
    report = reviewed()
    report.write("Dit is\nveranderd.", report.cell("1.02", 2))
    file = report.read()
    assert (file.name, file.source) == ("rapport.docx", Source.COMMENTS)
    assert remarks(file) == {"norm-1-02": f"{FIRST}Dit is\nveranderd."}
    assert file.findings == ()
    assert PERSON not in str(file)


PLACES: dict[str, Callable[[Reviewed], Any]] = {
    "the number": lambda report: report.write("Hier.", report.cell("1.02", 0)),
    "the last cell": lambda report: report.write("Hier.", report.cell("1.02", 4)),
    "several cells": lambda report: report.write("Hier.", report.cell("1.02", 1), report.cell("1.02", 3)),
    "no range": lambda report: report.write("Hier.", report.cell("1.02", 1), has_range=False),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_comment_belongs_to_the_norm_of_its_row(place: str) -> None:
    report = reviewed()
    PLACES[place](report)
    assert remarks(report.read()) == {"norm-1-02": f"{FIRST}Hier."}


def test_a_comment_belongs_to_the_norm_that_its_paragraph_starts_with() -> None:
    """As in what is to be found out, of a template from before."""
    report = Reviewed(reported("plan", ReportChoice(), (EARLIER / STANDARD_TEMPLATE.name).read_bytes()))
    report.write("Hier.", report.paragraph("1.06 Vaste werkwijze"))
    assert remarks(report.read()) == {"norm-1-06": f"{FIRST}Hier."}


def test_the_place_is_told_with_table_and_row() -> None:
    report = reviewed()
    report.write("Hier.", report.cell("1.02", 1))
    number = list(report.document.iter(f"{W}tbl")).index(report.row("1.02").getparent()) + 1  # type: ignore[arg-type]
    assert report.read().values["norm-1-02"][FormField.REMARK].place == f"norm 1.02 (tabel {number}, rij 3)"


def test_a_comment_over_several_norms_comes_at_the_first_and_names_the_others() -> None:
    report = reviewed()
    report.write("Samen bekijken.", report.cell("1.02", 2), report.cell("1.04", 1))
    file = report.read()
    assert remarks(file) == {"norm-1-02": f"{FIRST}Samen bekijken."}
    assert told(file) == [
        (Severity.NOTE, "De opmerking ‘Samen bekijken.’ staat ook bij 1.03, 1.04. Zij komt alleen bij 1.02.")
    ]


def test_several_comments_at_a_norm_are_one_text_with_an_empty_line_between() -> None:
    report = reviewed()
    report.write("Eerste.", report.cell("1.02", 0))
    report.write("Tweede.", report.cell("1.02", 2), day="")
    report.write("Eerste.", report.cell("1.02", 1))
    assert remarks(report.read()) == {"norm-1-02": f"{FIRST}Eerste.\n\nOpmerking in het rapport: Tweede."}


def test_replies_and_resolved_comments_come_back_too() -> None:
    report = reviewed()
    number = report.write("Klopt dit?", report.cell("1.02", 1), is_resolved=True)
    report.reply("Ja, sinds mei.", to=number)
    report.reply("Antwoord op niets.", to=4000)
    file = report.read()
    assert remarks(file) == {
        "norm-1-02": "Opmerking in het rapport, 12-03-2026 (afgehandeld): Klopt dit?\n\n"
        "Antwoord op een opmerking in het rapport, 13-03-2026: Ja, sinds mei."
    }
    assert [severity for severity, said in told(file) if "Antwoord op niets." in said] == [Severity.WARNING]


@pytest.mark.parametrize("start", ["Stap 1: Bepaal", "Samenvatting voor het management"])
def test_a_comment_that_stands_at_no_norm_is_told_with_its_text(start: str) -> None:
    report = reviewed()
    report.write("Te lang hoofdstuk.", report.heading(start))
    file = report.read()
    assert file.values == {}
    (finding,) = file.findings
    assert finding.severity is Severity.WARNING
    assert finding.place.startswith(f"onder de kop ‘{start}")
    assert "‘Te lang hoofdstuk.’" in finding.text


def test_a_comment_in_a_row_that_names_two_norms_is_given_to_neither() -> None:
    report = reviewed()
    report.cell("1.02", 4).find(f"{W}r/{W}t").text = "1.03"  # type: ignore[union-attr]
    report.write("Welke?", report.cell("1.02", 2))
    assert [severity for severity, _ in told(report.read())] == [Severity.WARNING]


def test_a_norm_that_is_a_heading_in_an_own_template_has_what_stands_below_it() -> None:
    body = block("stappen", heading(1, tag("titel")), block(
        "normen", heading(2, tag("code"), text(" "), tag("titel")), paragraph("Normal", text("Was: "), tag("was")))
    )  # fmt: skip
    report = Reviewed(reported(choice=ReportChoice(), template=a_template(body)))
    below = [p for p in report.document.iter(f"{W}p") if words(p).startswith("Was: ")][1]
    report.write("Niet meer zo.", below)
    report.write("Algemeen.", report.paragraph("Stap 2"))
    file = report.read()
    assert remarks(file) == {"norm-1-02": f"{FIRST}Niet meer zo."}
    assert [severity for severity, _ in told(file)] == [Severity.WARNING]


def test_our_own_comments_do_not_come_back() -> None:
    file = read(reported())
    assert file.values == {}
    assert told(file) == [(Severity.NOTE, "In dit rapport heeft niemand een opmerking gezet.")]


def test_a_comment_of_ours_that_somebody_changed_comes_back() -> None:
    report = Reviewed(reported())
    first = words(report.comments[0])
    report.comments[0].find(f".//{W}t").text = f"{first} Is gedaan."  # type: ignore[union-attr]
    assert list(remarks(report.read()).values()) == [f"Aangepaste opmerking in het rapport: {first} Is gedaan."]


def test_our_own_comments_are_passed_over_when_their_marks_are_lost() -> None:
    report = Reviewed(reported())
    del report.parts["docProps/custom.xml"]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = etree.fromstring(report.parts[name])
        for each in [each for each in root if "custom" in etree.tostring(each).decode()]:
            root.remove(each)
        report.parts[name] = etree.tostring(root)
    report.write("Van een mens.", report.cell("1.02", 2))
    file = report.read()
    assert remarks(file) == {"norm-1-02": f"{FIRST}Van een mens."}
    assert told(file) == [(Severity.NOTE, "Opmerkingen die wij in het rapport hebben gezet, zijn overgeslagen.")]


def test_comments_too_long_for_one_remark_are_told_and_not_cut() -> None:
    report = reviewed()
    for letter in "ab":
        report.write(letter * (MAX_TEXT // 2), report.cell("1.02", 1))
    file = report.read()
    assert file.values == {}
    assert [severity for severity, _ in told(file)] == [Severity.ERROR]


def test_a_file_with_far_too_many_comments_is_refused() -> None:
    report = reviewed()
    for _ in range(MOST_COMMENTS + 1):
        report.reply("Nog een.", to=0)
    with pytest.raises(InvalidInputError, match="meer dan 2000 opmerkingen"):
        report.read()


def test_a_damaged_list_of_comments_is_refused() -> None:
    report = reviewed()
    report.write("Hier.", report.cell("1.02", 1))
    package = open_safely(report.saved())
    damaged = dataclasses.replace(package, parts={**package.parts, PART: b"<w:comments"})
    with pytest.raises(InvalidInputError, match="beschadigd"):
        read_comments(damaged, "rapport.docx", a_questionnaire())


def test_strange_texts_come_back_to_the_letter() -> None:
    said = "‘Ja’ & <nee>\ttab 👩‍👩‍👧 שלום = +1"
    report = reviewed()
    report.write(said, report.cell("1.02", 2))
    assert remarks(report.read()) == {"norm-1-02": f"{FIRST}{said}"}


def test_a_report_without_any_comment_offers_nothing() -> None:
    file = read(reported(choice=ReportChoice()))
    assert file.values == {}
    assert [severity for severity, _ in told(file)] == [Severity.NOTE]


def test_a_comment_of_which_the_text_is_gone_is_passed_over() -> None:
    report = reviewed()
    report.write("", report.cell("1.02", 2))
    report.cell("1.03", 2).append(etree.Element(f"{W}commentRangeStart", {f"{W}id": "77"}))
    assert report.read().values == {}


def test_the_body_of_a_report_is_the_same_apart_from_the_marks_of_comments() -> None:
    plain, marked = (body_of(reported(choice=choice)) for choice in (ReportChoice(), WITH_COMMENTS))
    for mark in [*marked.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for run in [*marked.iterfind(f".//{W}commentReference/..")]:
        run.getparent().remove(run)  # type: ignore[union-attr]
    last = [row for row in marked.iter(f"{W}tr") if NOT_FOR_OUTSIDE in words(row)]
    assert len(last) == 1
    last[0].getparent().remove(last[0])  # type: ignore[union-attr]
    assert etree.tostring(marked) == etree.tostring(plain)
