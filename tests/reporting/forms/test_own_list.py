"""Somebody's own was-wordt list comes in row by row; what a person confirmed is offered, and nothing is lost."""

import io
from collections.abc import Sequence

import pytest
from docx import Document

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.matching import Matcher, OldRow, Sureness
from questionnaire.comparison.offered import Identity, Severity, Source
from questionnaire.errors import InvalidInputError
from questionnaire.loading.loader import questionnaire
from questionnaire.model.cleaning import MAX_TEXT
from reporting.forms.own_list.offer import offered
from reporting.forms.own_list.reading import MOST_ROWS, OldList, read_old_list
from reporting.guard import open_safely

CONTENT = questionnaire()
Rows = Sequence[Sequence[str]]


def a_document(*pieces: str | Rows) -> bytes:
    """Paragraphs and tables under each other; a row with one text becomes one merged cell."""
    document = Document()
    for piece in pieces:
        if isinstance(piece, str):
            document.add_paragraph(piece)
            continue
        table = document.add_table(0, max(map(len, piece)))
        for texts in piece:
            cells = table.add_row().cells
            if len(texts) == 1:
                cells[0].merge(cells[-1]).text = texts[0]
            else:
                for cell, text in zip(cells, texts, strict=False):
                    cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def read(*pieces: str | Rows) -> OldList:
    return read_old_list(open_safely(a_document(*pieces)), "oud.docx", CONTENT)


HEAD = ("Was", "Wordt", "Actie")
ROW = ("Wij bellen", "Wij schrijven", "Brief maken")
TAKEN = OldRow("tabel 1, rij 2", "", "", "Wij bellen", "Wij schrijven", "Brief maken")


@pytest.mark.parametrize(
    "headings",
    [
        HEAD,
        ("WAS", " wordt: ", "ACTIES"),
        ("Was (huidige situatie)", "Wordt (gewenste situatie)", "Actie(s)"),
        ("Huidige situatie", "Gewenste situatie", "Maatregelen"),
        ("Hoe gaat het nu?", "Wordt", "Wat gaan we doen?"),
        ("Nu", "Straks", "Actiepunt"),
    ],
)
def test_headings_may_be_worded_in_many_ways(headings: Sequence[str]) -> None:
    assert read([headings, ROW]).rows == (TAKEN,)


def test_owner_moment_topic_and_step_have_columns_of_their_own_in_any_order() -> None:
    head = ("Nr.", "Stap", "Wie", "Onderwerp", "Wordt", "Wanneer", "Was", "Actie(s)")
    row = ("1", "3", "coördinator", "Regie", "Wij schrijven", "1 maart 2027", "Wij bellen", "Brief maken")
    found = read([head, row])
    assert found.rows == (
        OldRow(
            "tabel 1, rij 2",
            "stap-3",
            "Regie",
            "Wij bellen",
            "Wij schrijven",
            "Brief maken",
            "coördinator",
            "1 maart 2027",
        ),
    )
    assert found.findings == ()


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Stap 3", "stap-3"),
        ("3. Stap 3: aan de slag", "stap-3"),
        ("STAP 2 – Onderzoek", "stap-2"),
        ("Coördineren", "stap-3"),
        ("Houd een casusoverleg", "stap-4"),
        ("Wij zijn nu bij stap 3 van het project", ""),
        ("Stap 9", ""),
        ("Thema Inwoner", "thema-inwoner"),
    ],
)
def test_the_step_stands_in_a_heading_above_or_in_a_merged_row(heading: str, section: str) -> None:
    assert read(heading, [HEAD, ROW]).rows[0].section == section
    assert read([[heading], HEAD, ROW]).rows[0].section == section
    assert read([HEAD, [heading], ROW]).rows[0].section == section


def test_a_step_holds_until_the_next_one() -> None:
    found = read("Stap 1", [HEAD, ROW, ROW], "Toelichting", [HEAD, ROW], "Stap 2", [HEAD, ROW])
    assert [row.section for row in found.rows] == ["stap-1"] * 3 + ["stap-2"]
    assert [row.place for row in found.rows][2:] == ["tabel 2, rij 2", "tabel 3, rij 2"]


def test_a_heading_within_the_table_that_is_no_step_is_told() -> None:
    found = read([HEAD, ["Toegang"], ROW])
    assert len(found.rows) == 1
    assert [(each.severity, each.text) for each in found.findings] == [
        (Severity.NOTE, "‘Toegang’ is gelezen als tussenkop.")
    ]


def test_empty_rows_and_repeated_headings_are_no_rows() -> None:
    found = read([HEAD, ("", "", ""), HEAD, ROW, (" ", "", "")])
    assert [row.place for row in found.rows] == ["tabel 1, rij 4"]
    assert found.findings == ()


def test_a_row_that_begins_like_a_heading_is_still_a_row() -> None:
    assert len(read([HEAD, ("Was niet geregeld", "Wordt geregeld", "Actie loopt")]).rows) == 1


def test_a_table_that_goes_on_without_headings_is_read_and_told() -> None:
    found = read([HEAD, ROW], "Stap 4", [ROW])
    assert [row.section for row in found.rows] == ["", "stap-4"]
    assert ["geen koppen" in each.text for each in found.findings] == [True]


def test_other_tables_and_columns_are_not_read_and_other_columns_are_told() -> None:
    found = read([("Naam", "Telefoon"), ("Jan", "06")], [(*HEAD, "Kosten"), (*ROW, "€ 100")])
    assert [row.place for row in found.rows] == ["tabel 2, rij 2"]
    assert [(each.place, "‘Kosten’" in each.text) for each in found.findings] == [("tabel 2, rij 1", True)]


def test_a_cell_over_two_rows_belongs_to_both() -> None:
    document = Document()
    table = document.add_table(3, 3)
    for place, texts in enumerate((HEAD, ROW, ("", "Wij mailen", "Mail maken"))):
        for cell, text in zip(table.rows[place].cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    target = io.BytesIO()
    document.save(target)
    found = read_old_list(open_safely(target.getvalue()), "oud.docx", CONTENT)
    assert [row.was.strip() for row in found.rows] == ["Wij bellen", "Wij bellen"]


@pytest.mark.parametrize("pieces", [("Beste collega",), ([("Naam", "Telefoon"), ("Jan", "06")],), ([HEAD],)])
def test_a_document_without_such_a_row_is_one_clear_message(pieces: tuple[str | Rows, ...]) -> None:
    with pytest.raises(InvalidInputError, match="geen tabel met kolommen ‘was’, ‘wordt’ en ‘actie’"):
        read(*pieces)


def test_more_rows_than_anybody_confirms_are_refused() -> None:
    one = a_document([HEAD, ROW])
    package = open_safely(one)
    body = package.parts[package.main_part]
    row = body[body.rindex(b"<w:tr>") : body.rindex(b"</w:tr>") + len(b"</w:tr>")]
    parts = {**package.parts, package.main_part: body.replace(row, row * (MOST_ROWS + 1))}
    many = type(package)(parts, package.content_types, package.main_part, ())
    with pytest.raises(InvalidInputError, match="meer dan 1000 regels"):
        read_old_list(many, "oud.docx", CONTENT)


def test_the_right_norm_is_proposed_for_a_row_of_a_list() -> None:
    row = read("Stap 3", [HEAD, ("Regisseur valt weg", "Vervanging bij ziekte geregeld", "Lijst maken")]).rows[0]
    (best, *_) = Matcher(CONTENT).proposals(row)
    assert (best.norm_id, best.how_sure) == ("aanpak-niet-zonder-coordinator", Sureness.LIKELY)


def test_what_was_confirmed_is_offered_below_what_is_there() -> None:
    row = OldRow(
        "tabel 1, rij 2", "stap-3", "Regie", "Wij bellen", "Wij schrijven", "Brief", "Coördinator", "1-3-2027"
    )
    file = offered("oud.docx", [(row, "doelen-van-de-inwoner")], CONTENT)
    values = file.values["doelen-van-de-inwoner"]
    assert {field: (value.text, value.is_added) for field, value in values.items()} == {
        FormField.PRACTICE: ("Wij bellen", True),
        FormField.REMARK: ("Onderwerp in de oude lijst: Regie\nWordt in de oude lijst: Wij schrijven", True),
        FormField.ACTION: ("Brief", True),
        FormField.OWNER: ("coordinator", False),
        FormField.DUE: ("2027-03-01", False),
    }
    assert {value.place for value in values.values()} == {"norm 3.02 (tabel 1, rij 2)"}
    assert (file.source, file.identity, file.findings) == (Source.OLD_LIST, Identity(), ())


def test_an_owner_that_is_no_role_and_a_moment_that_is_no_day_go_along_in_words() -> None:
    row = OldRow("tabel 1, rij 2", action="Brief", owner="Team Noord", due="voor de zomer")
    values = offered("oud.docx", [(row, "doelen-van-de-inwoner")], CONTENT).values["doelen-van-de-inwoner"]
    assert (
        values[FormField.REMARK].text
        == "Wie in de oude lijst: Team Noord\nWanneer in de oude lijst: voor de zomer"
    )
    assert FormField.OWNER not in values
    assert FormField.DUE not in values


def test_two_rows_of_one_norm_are_put_together_and_the_second_owner_is_kept() -> None:
    rows = [
        OldRow("tabel 1, rij 2", was="Een", action="Brief", owner="coördinator"),
        OldRow("tabel 1, rij 5", was="Twee", action="Brief", owner="consulent"),
    ]
    values = offered("oud.docx", [(row, "doelen-van-de-inwoner") for row in rows], CONTENT).values[
        "doelen-van-de-inwoner"
    ]
    assert values[FormField.PRACTICE].text == "Een\n\nTwee"
    assert values[FormField.ACTION].text == "Brief"
    assert values[FormField.OWNER].text == "coordinator"
    assert values[FormField.REMARK].text == "Wie in de oude lijst: consulent"
    assert values[FormField.PRACTICE].place == "norm 3.02 (tabel 1, rij 2; tabel 1, rij 5)"


def test_a_text_that_is_too_long_is_told_and_not_cut() -> None:
    row = OldRow("tabel 1, rij 2", was="x" * (MAX_TEXT + 1), action="Brief")
    file = offered("oud.docx", [(row, "doelen-van-de-inwoner")], CONTENT)
    assert set(file.values["doelen-van-de-inwoner"]) == {FormField.ACTION}
    assert [(each.severity, "te lang" in each.text) for each in file.findings] == [(Severity.ERROR, True)]
