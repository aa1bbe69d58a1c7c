"""Before a template is used: what must be mended, what is missing, and what will look different."""

import re
from collections.abc import Callable

import pytest

from questionnaire.errors import InvalidInputError
from reporting.guard import RefusedFileError
from reporting.house_style.check import check_template, preview_report
from reporting.report import STANDARD_TEMPLATE
from tests.reporting.archive import texts_of, zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.inspecting.outline import outline

DOCUMENT, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
SETTINGS, SETTINGS_RELATIONS = "word/settings.xml", "word/_rels/settings.xml.rels"
THEME, HEADER = "word/theme/theme1.xml", "word/header1.xml"
ATTACHED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="file:///\\\\server\\huisstijl.dotx" TargetMode="External"/></Relationships>'
)


def changed(*changes: tuple[str, str, str]) -> bytes:
    """The standard template with, in a part, every match of a pattern replaced; each must match."""
    parts = texts_of(STANDARD_TEMPLATE.read_bytes())
    for name, pattern, replacement in changes:
        parts[name], count = re.subn(pattern, lambda _match, text=replacement: text, parts[name], flags=re.DOTALL)  # type: ignore[misc]
        assert count, pattern
    return zipped(parts)


def without_tag(name: str) -> list[tuple[str, str, str]]:
    """Changes that give every field of this name, and what repeats for it, another name in every part."""
    tag = rf'<w:tag w:val="{name}(\.[a-z_]+)?"/>'
    parts = texts_of(STANDARD_TEMPLATE.read_bytes())
    return [(part, tag, '<w:tag w:val=""/>') for part, text in parts.items() if re.search(tag, text)]


def renamed_style(name: str) -> tuple[str, str, str]:
    return (STYLES, f'<w:name w:val="{name}"/>', f'<w:name w:val="Eigen {name}"/>')


def own_font(kind: str) -> tuple[str, str, str]:
    return (THEME, rf'<a:{kind}>\s*<a:latin typeface="[^"]*"', f'<a:{kind}><a:latin typeface="Verdana"')


OWN_COLOUR = '<a:accent1><a:srgbClr val="c00000"/></a:accent1>'


def test_the_standard_template_fits_and_is_no_different_from_itself() -> None:
    check = check_template(STANDARD_TEMPLATE.read_bytes())
    assert check.fits
    assert (check.problems, check.warnings, check.differences) == ((), (), ())
    assert texts_of(check.template).keys() == texts_of(STANDARD_TEMPLATE.read_bytes()).keys()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            [(DOCUMENT, '<w:tag w:val="organisatie"/>', '<w:tag w:val="organisatei"/>')],
            r"^(de alinea|tabel) .*: het invulveld 'organisatei' bestaat hier niet; bedoelt u 'organisatie'\?$",
        ),
        (
            [(DOCUMENT, '<w:tag w:val="eind:stappen"/>', '<w:tag w:val="eind:staappen"/>')],
            "hoort een eigen alinea",
        ),
        (without_tag("hulpmiddel"), "^Het invulveld 'hulpmiddel' ontbreekt; zet het in de tekst"),
        (without_tag("organisatie"), "^Het invulveld 'organisatie' ontbreekt; .* over wie het rapport gaat$"),
    ],
)
def test_what_must_be_mended_is_named_with_place_and_remedy(
    changes: list[tuple[str, str, str]], problem: str
) -> None:
    check = check_template(changed(*changes))
    assert not check.fits
    assert [text for text in check.problems if re.search(problem, text)]


def test_all_problems_are_named_at_once() -> None:
    wrong = [(DOCUMENT, '<w:tag w:val="leesregel"/>', '<w:tag w:val="leesregl"/>')]
    problems = check_template(changed(*wrong, *without_tag("hulpmiddel"))).problems
    assert len([text for text in problems if "bestaat hier niet" in text or "ontbreekt" in text]) == 2


@pytest.mark.parametrize(
    ("change", "warning"),
    [
        (
            renamed_style("heading 1"),
            "De stijl 'Kop 1' ontbreekt: zonder die stijl heeft het rapport geen hoofdst",
        ),
        (renamed_style("toc 1"), "De stijl 'Inhopg 1' ontbreekt: de inhoudsopgave ziet er dan uit als gewone"),
        (
            (STYLES, 'w:styleId="Title"', 'w:styleId="Titel"'),
            "de stijl 'Title' bestaat niet in dit sjabloon; kies in Word een stijl die er wel is, of maak hem",
        ),
    ],
)
def test_a_missing_style_is_a_warning_with_its_place(change: tuple[str, str, str], warning: str) -> None:
    check = check_template(changed(change))
    assert check.fits
    (found,) = [text for text in check.warnings if warning in text]
    assert found[0].isupper()


def test_a_style_that_is_used_often_and_missing_is_named_once() -> None:
    warnings = check_template(changed((STYLES, 'w:styleId="Tabeltekst"', 'w:styleId="Tekst"'))).warnings
    assert len([text for text in warnings if "'Tabeltekst'" in text]) == 1


def test_the_style_ids_of_a_dutch_word_are_fine() -> None:
    change = [(part, '"Heading1"', '"Kop1"') for part in (DOCUMENT, STYLES)]
    check = check_template(changed(*change))
    assert (check.problems, check.warnings) == ((), ())
    assert "[Kop1]" in outline(preview_report(check.template, PRINTED_ON))


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (own_font("majorFont"), "Lettertype van koppen: Verdana (standaard: "),
        (own_font("minorFont"), "Lettertype van tekst: Verdana (standaard: "),
        ((THEME, r"<a:accent1>.*?</a:accent1>", OWN_COLOUR), "Themakleuren: #C00000, "),
        ((DOCUMENT, "<w:pgSz [^>]*/>", '<w:pgSz w:w="12240" w:h="15840"/>'), "Papier: 216 × 279 mm (standaard: "),
        ((DOCUMENT, " TOC ", " NOTOC "), "Inhoudsopgave: die staat er niet in"),
        ((HEADER, "</w:p>", "<w:r><w:pict/></w:r></w:p>"), "Plaatjes in kop- en voettekst: "),
    ],
)
def test_what_will_look_different_is_told(change: tuple[str, str, str], difference: str) -> None:
    check = check_template(changed(change))
    assert check.fits
    assert [text for text in check.differences if text.startswith(difference)]


def test_what_will_not_be_in_the_report_is_told_by_its_meaning() -> None:
    check = check_template(changed(*without_tag("begrippen")))
    assert check.fits
    assert check.differences == ("Niet in het rapport: begrippenlijst (begrippen)",)


def test_an_attached_template_is_stripped_and_a_word_template_becomes_a_document() -> None:
    parts = texts_of(STANDARD_TEMPLATE.read_bytes())
    parts[TYPES] = parts[TYPES].replace("document.main+xml", "template.main+xml")
    parts[SETTINGS_RELATIONS] = ATTACHED
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"'
    parts[SETTINGS] = re.sub(
        r"(<w:settings[^>]*>)", rf"\1<w:attachedTemplate {relation}/>", parts[SETTINGS], count=1
    )
    check = check_template(zipped(parts))
    kept = texts_of(check.template)
    assert check.fits
    assert "document.main+xml" in kept[TYPES]
    assert not [name for name, text in kept.items() if "attachedTemplate" in text or "server" in text]
    assert not [
        name
        for name, text in texts_of(preview_report(check.template, PRINTED_ON)).items()
        if "attachedTemplate" in text
    ]


def test_the_preview_is_the_example_in_this_template() -> None:
    template = check_template(changed((THEME, "Calibri|Arial|Verdana", "Georgia"))).template
    preview = preview_report(template, PRINTED_ON)
    assert "Voorbeeldgemeente" in outline(preview)
    assert "Georgia" in texts_of(preview)[THEME]


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "no zip": (lambda: b"Geachte heer, mevrouw,", "niet geopend"),
    "empty": (lambda: b"", "niet geopend"),
    "damaged": (lambda: STANDARD_TEMPLATE.read_bytes()[:-50], "niet geopend"),
    "linked picture": (
        lambda: changed(("word/_rels/document.xml.rels", "</Relationships>", LINKED)),
        "buiten|van buiten|opgehaald",
    ),
    "a field that fetches": (
        lambda: changed((DOCUMENT, "<w:sectPr", '<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p><w:sectPr')),
        "INCLUDETEXT",
    ),
    "no fields": (lambda: zipped(saved_without_fields()), "bevat geen invulvelden"),
}
LINKED = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="http://127.0.0.1:1/logo.png" TargetMode="External"/></Relationships>'
)


def saved_without_fields() -> dict[str, str]:
    """As some programs save it: the texts stay, the controls are gone."""
    parts = texts_of(STANDARD_TEMPLATE.read_bytes())
    return {
        name: re.sub(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>", "", text, flags=re.DOTALL)
        for name, text in parts.items()
    }


@pytest.mark.parametrize("situation", REFUSED)
def test_a_file_that_cannot_be_a_template_is_refused_in_words(situation: str) -> None:
    make, words = REFUSED[situation]
    with pytest.raises(InvalidInputError, match=words) as caught:
        check_template(make())
    assert isinstance(caught.value, RefusedFileError) is (situation != "no fields")


def test_a_package_that_nothing_can_open_gives_words_and_no_traceback() -> None:
    parts = texts_of(check_template(STANDARD_TEMPLATE.read_bytes()).template)
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("styles.xml", "weg.xml")
    with pytest.raises(InvalidInputError, match="Met dit sjabloon is geen rapport te maken"):
        preview_report(zipped(parts), PRINTED_ON)
