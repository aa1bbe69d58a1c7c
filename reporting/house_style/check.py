"""May this uploaded file be the template, and what will the report look like? Told before it is used.

The guard decides whether the file is opened at all, and the template compiler finds tags that do not exist. Added
here: what a report may not go without, styles that are missing, and the differences from the standard template.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import get_args, get_type_hints

from lxml import etree

from questionnaire.errors import InvalidInputError
from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.document.pieces import Tag
from reporting.document.report import ReportContent
from reporting.report import STANDARD_TEMPLATE, make_report
from reporting.template.filling import compile_template
from reporting.template.looks import own_fields, packed
from reporting.template.marks import WP, W, place_of
from reporting.template.package import MAIN_PART, TemplatePackage, read_package

THEME = "word/theme/theme1.xml"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
STYLED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
CHART = "grafiek:"
REQUIRED = {
    ("organisatie",): "anders staat nergens over wie het rapport gaat",
    ("peildatum", "kenmerken"): "anders is niet te zien op welke dag de antwoorden gelden",
    ("rapportstatus", "kenmerken"): "anders is niet te zien dat het rapport een concept is",
    ("hulpmiddel",): "anders staat nergens waar het rapport wel en niet voor is",
}
"""The fields of which a report needs one, and why."""
USED_BY_PROGRAM = {
    "heading 1": ("Kop 1", "zonder die stijl heeft het rapport geen hoofdstukken in het navigatievenster"),
    "heading 2": ("Kop 2", "zonder die stijl ontbreken de paragrafen in het navigatievenster"),
    "caption": ("Bijschrift", "de bijschriften bij grafieken zien er dan uit als gewone tekst"),
    "toc 1": ("Inhopg 1", "de inhoudsopgave ziet er dan uit als gewone tekst"),
}


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What was found in a file that passed the guard; every finding is a Dutch sentence with its place."""

    template: bytes
    """The file as it is kept and used: a .docx without a reference to an attached template."""
    problems: tuple[str, ...]
    """What must be mended first."""
    warnings: tuple[str, ...]
    """What is probably not meant: missing styles."""
    differences: tuple[str, ...]
    """What will be different from the standard template."""

    @property
    def fits(self) -> bool:
        """Whether a report can be made with it."""
        return not self.problems


def check_template(upload: bytes) -> TemplateCheck:
    """Check an uploaded .docx or .dotx.

    Raises:
        InvalidInputError: The file is refused as a whole: not safe, no Word file, or without any field.
    """
    package, standard = read_package(upload), _standard()
    template = packed(package.entries)
    tags, usual = own_fields(package), own_fields(standard)
    problems = (*_compile_problems(template), *_missing_tags(tags))
    warnings = (*_undefined_styles(package), *_missing_styles(package, tags))
    return TemplateCheck(template, problems, warnings, tuple(_differences(package, standard, tags, usual)))


def preview_report(template: bytes, printed_on: date) -> bytes:
    """The report of the fictional example in this template; raises InvalidInputError when that cannot be made."""
    content = questionnaire()
    return make_report(score_assessment(content, load_example(content)), printed_on, template)


@cache
def _standard() -> TemplatePackage:
    return read_package(STANDARD_TEMPLATE.read_bytes())


def _compile_problems(template: bytes) -> list[str]:
    """The mistakes that the compiler names, one by one; without any field the whole file is refused."""
    try:
        compile_template(template, ReportContent)
    except InvalidInputError as error:
        _headline, *problems = str(error).split("\n- ")
        if not problems:
            raise
        return problems
    return []


def _missing_tags(tags: Container[str]) -> list[str]:
    return [
        f"Het invulveld '{names[0]}' ontbreekt; zet het in de tekst, bijvoorbeeld op het voorblad: {reason}"
        for names, reason in REQUIRED.items()
        if not any(name in tags for name in names)
    ]


def _undefined_styles(package: TemplatePackage) -> list[str]:
    """Styles that are used but not defined, which Word shows as ordinary text; each once, with its first place."""
    defined = set(package.style_by_name.values())
    found: dict[str, str] = {}
    for part, root in package.parts.items():
        for element in root.iter(*STYLED):
            name = str(element.get(f"{W}val"))
            if name not in defined and name not in found:
                found[name] = (
                    f"{_sentence(place_of(element, part))}: de stijl '{name[:60]}' bestaat niet in dit sjabloon"
                )
    return [f"{problem}; kies in Word een stijl die er wel is, of maak hem" for problem in found.values()]


def _missing_styles(package: TemplatePackage, tags: Iterable[str]) -> list[str]:
    """Styles by which the program finds headings, or which it uses itself."""
    needed = {"heading 1", "heading 2"}
    if any(tag.startswith(CHART) for tag in tags):
        needed.add("caption")
    if _has_contents(package):
        needed.add("toc 1")
    return [
        f"De stijl '{word_name}' ontbreekt: {consequence}"
        for name, (word_name, consequence) in USED_BY_PROGRAM.items()
        if name in needed and name not in package.style_by_name
    ]


def _differences(
    package: TemplatePackage, standard: TemplatePackage, tags: Container[str], usual: Container[str]
) -> Iterator[str]:
    """What a reader will notice, compared with the standard template."""
    yield from _left_out(tags, usual)
    for what, own, common in zip(LOOKS, _looks(package), _looks(standard), strict=True):
        if own != common:
            yield f"{what}: {own} (standaard: {common})"
    if _has_contents(standard) and not _has_contents(package):
        yield "Inhoudsopgave: die staat er niet in"


def _left_out(tags: Container[str], usual: Container[str]) -> Iterator[str]:
    """What the standard template shows and this one does not, by meaning."""
    hints = get_type_hints(ReportContent, include_extras=True).values()
    described = [tag for hint in hints for tag in get_args(hint) if isinstance(tag, Tag)]
    missing = [f"{tag.meaning} ({tag.name})" for tag in described if tag.name in usual and tag.name not in tags]
    if missing:
        yield f"Niet in het rapport: {'; '.join(missing)}"


ACCENTS = ("accent1", "accent2", "accent3")
LOOKS = (
    "Lettertype van koppen",
    "Lettertype van tekst",
    "Themakleuren",
    "Papier",
    "Plaatjes in kop- en voettekst",
)


def _looks(package: TemplatePackage) -> tuple[str, ...]:
    """The values of `LOOKS`, in words."""
    theme = package.entries.get(THEME)
    root = None if theme is None else etree.fromstring(theme, etree.XMLParser(resolve_entities=False))
    return (
        _theme_font(root, "major"),
        _theme_font(root, "minor"),
        _theme_colours(root),
        _paper(package.parts[MAIN_PART]),
        str(_pictures_around(package)),
    )


def _theme_font(theme: etree._Element | None, kind: str) -> str:
    font = None if theme is None else theme.find(f".//{DRAWING}{kind}Font/{DRAWING}latin")
    return "niet in het thema" if font is None else str(font.get("typeface", ""))[:60]


def _theme_colours(theme: etree._Element | None) -> str:
    colours = [] if theme is None else theme.findall(f".//{DRAWING}clrScheme/*")
    accents = [_colour(colour) for colour in colours if str(colour.tag).removeprefix(DRAWING) in ACCENTS]
    return ", ".join(f"#{accent}" for accent in accents) or "niet in het thema"


def _colour(entry: etree._Element) -> str:
    value = entry.find("*")
    return "" if value is None else str(value.get("val") or value.get("lastClr") or "")[:20].upper()


def _paper(body: etree._Element) -> str:
    """The page sizes in use, in millimetres, each once and in order."""
    sizes = {f"{_millimetres(size, 'w')} × {_millimetres(size, 'h')} mm": None for size in body.iter(f"{W}pgSz")}
    return " en ".join(sizes) or "niet ingesteld"


def _millimetres(size: etree._Element, side: str) -> str:
    twentieths = str(size.get(f"{W}{side}", ""))
    return str(round(int(twentieths) / 20 / 72 * 25.4)) if twentieths.isdecimal() else "?"


def _pictures_around(package: TemplatePackage) -> int:
    """Pictures in headers and footers: the place of a logo."""
    around = [root for name, root in package.parts.items() if name != MAIN_PART]
    return sum(len(list(root.iter(f"{WP}inline", f"{WP}anchor", f"{W}pict"))) for root in around)


def _has_contents(package: TemplatePackage) -> bool:
    return any("TOC" in str(node.text).split() for node in package.parts[MAIN_PART].iter(f"{W}instrText"))


def _sentence(place: str) -> str:
    return place[:1].upper() + place[1:]
