"""A template: what it may hold, what is refused and in which words."""

import re
from collections.abc import Callable
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest

from questionnaire.errors import InvalidInputError
from reporting.document.delta import DeltaContent
from reporting.document.internal import AnnexContent
from reporting.document.note import NoteContent
from reporting.document.report import ReportContent
from reporting.forms.word.content import FormContent
from reporting.report import STANDARD_TEMPLATE, make_report
from reporting.template.filling import compile_template
from templates import rapport
from templates.building_blocks import (
    block,
    column,
    heading,
    paragraph,
    section,
    table,
    tag,
    tags,
    text,
)
from templates.maak_standaard import DOCUMENTS, HERE, parts, template_parts
from tests.reporting.archive import texts_of, zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES
from tests.reporting.inspecting.outline import W, body_of, outline

README = STANDARD_TEMPLATE.parent / "README.md"


def a_template(body: str, change: Callable[[dict[str, str]], None] = lambda entries: None) -> bytes:
    """The standard template with another body."""
    entries = parts(body + section())
    change(entries)
    return zipped(entries)


def filled(body: str) -> str:
    return outline(make_report(CASES["samenwerking"](), PRINTED_ON, a_template(body)))


def refusal(template: bytes) -> str:
    with pytest.raises(InvalidInputError) as caught:
        make_report(CASES["gemengd"](), PRINTED_ON, template)
    return str(caught.value)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_standard_template_is_what_its_script_makes(name: str) -> None:
    found, made = texts_of((HERE / name).read_bytes()), template_parts(name)
    assert {name: without_numbers(xml) for name, xml in found.items()} == {
        name: without_numbers(xml) for name, xml in made.items()
    }


def without_numbers(xml: str) -> str:
    """Control numbers go on counting within one process."""
    return re.sub(r'<w:id w:val="\d+"/>', "", xml)


def test_the_readme_documents_every_tag_with_its_meaning_and_example() -> None:
    rows = re.findall(r"^\| `([a-z_:]+)` \| (.+?) \| (.+?) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    no_text = ("herhaalt", "grafiek met", "blok:")
    documented = {(name, said, "" if example.startswith(no_text) else example) for name, said, example in rows}
    assert documented == set().union(
        *map(every_tag, (ReportContent, AnnexContent, NoteContent, DeltaContent, FormContent))
    )


def every_tag(content: type) -> set[tuple[str, str, str]]:
    """Name, meaning and example of every tag in a content class and in what repeats in it."""
    found = set()
    hints = get_type_hints(content, include_extras=True).values()
    for kind, described in (get_args(hint) for hint in hints if get_origin(hint) is Annotated):
        found.add((described.name, described.meaning, described.example))
        for item in get_args(kind)[:1]:
            found |= every_tag(item)
    return found


def test_a_cell_in_which_everything_repeats_stays_a_cell() -> None:
    body = block("stappen", table("t", "d", [(5.0, "Was", tags("Normal", "normen.bijzonderheden.tekst"))]))
    cells = body_of(make_report(CASES["leeg"](), PRINTED_ON, a_template(body))).iter(f"{W}tc")
    assert all(cell.find(f"{W}p") is not None for cell in cells)


def test_a_tag_is_replaced_and_keeps_its_paragraph() -> None:
    assert filled(paragraph("Title", text("Van "), tag("organisatie"))) == "[Title] Van Regio De Drie Rivieren\n"


def test_a_row_repeats_because_of_a_dotted_tag() -> None:
    assert filled(table("t", "d", [column(3, "Stap", "stapscores.naam")])).split("\n")[:3] == [
        "  | Stap |",
        "  | Stap 1 · Herkennen |",
        "  | Stap 2 · Onderzoeken |",
    ]


def test_a_table_without_rows_vanishes_with_its_heading() -> None:
    body = paragraph("Title", tag("organisatie")) + table("t", "d", [column(3, "Norm", "verbeterpunten.code")])
    found = outline(make_report(CASES["alles-geborgd"](), PRINTED_ON, a_template(body)))
    assert found == "[Title] Gemeente Voorbeeldstad\n"


def test_blocks_can_stand_in_blocks_and_the_inner_name_counts() -> None:
    body = block("stappen", heading(1, tag("titel")), block("ontbreekt", tags("Normal", "inleiding")))
    found = filled(body).split("\n")
    assert found[2].startswith("[Heading1] Stap 3")
    assert found[3].startswith("[Normal] Dit onderdeel staat wel in de bron")
    assert len(found) == 7


def test_a_tag_in_a_cell_can_repeat_its_paragraph() -> None:
    notes = paragraph("Normal", tag("normen.bijzonderheden.naam"))
    cell = (5.0, "Was", tags("Normal", "normen.code") + notes)
    found = filled(block("stappen", table("t", "d", [cell])))
    assert "  | 1.01 ¶ Anders geregeld, namelijk:  |" in found
    assert "  | 1.02 |" in found


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (tags("Normal", "organisatei"), "alinea '[organisatei]': het invulveld 'organisatei' bestaat hier niet"),
        (tags("Normal", "organisatei"), "bedoelt u 'organisatie'?"),
        (tags("Normal", "wordt"), "het invulveld 'wordt' bestaat hier niet"),
        (tags("Normal", "stappen"), "het invulveld 'stappen' bestaat hier niet"),
        (tags("Normal", "stapen.titel"), "het invulveld 'begin:stapen' bestaat hier niet; bedoelt u 'stappen'?"),
        (table("t", "d", [column(3, "X", "stapscores.naan")]), "tabel 1, rij 2: het invulveld 'stapscores.naan'"),
        (tags("Normal", "begin:stappen", "titel"), "bij 'begin:stappen' hoort een eigen alinea 'eind:stappen'"),
        (tags("Normal", "titel", "eind:stappen"), "bij 'eind:stappen' hoort een eigen alinea 'begin:stappen'"),
        (tags("Normal", "begin:stappen", "eind:themas"), "bij 'eind:themas' hoort een eigen alinea"),
        (paragraph("Normal", text("Alleen tekst")), "bevat geen invulvelden"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_template_is_named_with_its_place(body: str, words: str) -> None:
    message = refusal(without_header_tags(body))
    assert words in message


def without_header_tags(body: str) -> bytes:
    def drop(entries: dict[str, str]) -> None:
        entries["word/header1.xml"] = re.sub(r"<w:sdt>.*?</w:sdt>", "", entries["word/header1.xml"])

    return a_template(body, drop)


def test_all_mistakes_are_named_at_once() -> None:
    assert refusal(a_template(tags("Normal", "eeen", "tweee"))).count("bestaat hier niet") == 2


def with_dtd(entries: dict[str, str]) -> None:
    declared = '<!DOCTYPE w [<!ENTITY x "y">]><w:styles'
    entries["word/styles.xml"] = entries["word/styles.xml"].replace("<w:styles", declared, 1)


def without_styles(entries: dict[str, str]) -> None:
    del entries["word/styles.xml"]


def broken(entries: dict[str, str]) -> None:
    entries["word/document.xml"] = entries["word/document.xml"][:-20]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        (b"", "geen Word-bestand"),
        (b"geen zip", "geen Word-bestand"),
        (b"PK\x03\x04", "het is beschadigd"),
        (zipped({"a.txt": "x"}), "geen Word-bestand"),
        (a_template("", with_dtd), "er staat een DTD in"),
        (a_template("", without_styles), "anders in elkaar dan Word het maakt"),
        (a_template("", broken), "het is beschadigd (onderdeel word/document.xml)"),
    ],
)
def test_what_is_no_word_file_is_refused(template: bytes, words: str) -> None:
    assert words in refusal(template)


def test_a_template_that_unpacks_too_large_is_refused() -> None:
    assert "te groot" in refusal(zipped({"word/document.xml": b" " * 50_000_000}))


def test_dutch_word_names_its_styles_otherwise_and_that_is_fine() -> None:
    def translate(entries: dict[str, str]) -> None:
        for name in ("word/styles.xml", "word/document.xml"):
            for old, new in (("Heading", "Kop"), ("TOC1", "Inhopg1"), ("TOC2", "Inhopg2")):
                entries[name] = entries[name].replace(f'"{old}', f'"{new}')

    entries = parts(rapport.document())
    translate(entries)
    found = outline(make_report(CASES["gemengd"](), PRINTED_ON, zipped(entries)))
    assert "[Inhopg1] Samenvatting voor het management" in found
    assert "[Kop1] Samenvatting voor het management" in found


def test_texts_of_the_user_never_become_markup() -> None:
    body = body_of(make_report(CASES["uiterste-teksten"](), PRINTED_ON))
    said = "".join(str(part) for part in body.itertext())
    assert "<w:t>ingevoegd</w:t>" in said
    assert "{{ 7*7 }}" in said
    assert "\x07" not in said
    assert body.xpath("not(//processing-instruction())")


def test_a_marker_of_ours_in_a_template_means_nothing() -> None:
    body = tags("Normal", "organisatie") + "<?veld 99?><?eind 7?>"
    assert filled(body) == "[Normal] Regio De Drie Rivieren\n"


def test_a_template_is_compiled_once() -> None:
    template = a_template(tags("Normal", "organisatie"))
    assert compile_template(template, ReportContent) is compile_template(bytes(bytearray(template)), ReportContent)
    other = a_template(tags("Normal", "rapporttitel"))
    assert compile_template(other, ReportContent) is not compile_template(template, ReportContent)
