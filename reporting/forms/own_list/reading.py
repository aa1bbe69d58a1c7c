"""Read somebody's own was-wordt list in Word: tables with columns was, wordt and actie, without our codes.

Nothing is decided here: `questionnaire.matching` proposes a norm for each row, and a person confirms every one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from questionnaire.comparison.matching import OldRow
from questionnaire.comparison.offered import Finding, Severity
from questionnaire.errors import InvalidInputError
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.reading.found import ReadText
from reporting.forms.reading.names import key
from reporting.forms.reading.offers import MOST_FINDINGS, place_of
from reporting.forms.reading.rows import tracked_changes
from reporting.forms.reading.tables import Row, Table, outline, parse_main
from reporting.forms.values import quoted
from reporting.guard import GuardedPackage

MOST_ROWS = 1_000
"""More than anybody confirms by hand."""
LONGEST_HEADING = 120
MORE_FINDINGS = "Er zijn nog meer meldingen over dit bestand. Is dit wel het goede bestand?"
NO_ROWS = (
    "In dit Word-bestand staat geen invullijst van deze app, geen rapport van deze app met opmerkingen, en geen "
    "tabel met kolommen ‘was’, ‘wordt’ en ‘actie’. Er is niets gelezen. Kies een ander bestand, of zet ‘Was’, "
    "‘Wordt’ en ‘Actie’ boven uw tabel."
)
TOO_MANY = (
    f"In dit bestand staan meer dan {MOST_ROWS} regels. Er is niets gelezen. Verdeel het over meer bestanden."
)


class Part(StrEnum):
    """What a column of an own list can hold."""

    STEP = "stap"
    TOPIC = "onderwerp"
    WAS = "was"
    WANTED = "wordt"
    ACTION = "actie"
    OWNER = "wie"
    DUE = "wanneer"


STARTS: Mapping[Part, tuple[str, ...]] = {
    Part.DUE: ("wanneer", "datum", "klaar", "gereed", "planning", "deadline", "termijn", "einddatum", "uiterlijk"),
    Part.OWNER: ("wie", "eigenaar", "verantwoordelijk", "trekker", "actiehouder", "uitvoer", "door"),
    Part.ACTION: ("actie", "maatregel", "watgaanwe", "stappen", "todo", "nodig", "verbeter"),
    Part.WAS: ("was", "huidig", "nu", "hoegaathetnu", "ist", "hoewashet", "oud"),
    Part.WANTED: ("wordt", "gewenst", "soll", "straks", "toekomst", "nieuw", "hoewordthet", "doel"),
    Part.STEP: ("stap", "onderdeel", "thema", "fase"),
    Part.TOPIC: ("onderwerp", "norm", "punt", "aandachtspunt", "vraag"),
}
"""How a heading begins, without capitals, spaces and signs."""
IN_ORDER = (Part.TOPIC, Part.WAS, Part.WANTED, Part.ACTION, Part.OWNER, Part.DUE)
"""As an `OldRow` has them."""
NEEDED = frozenset((Part.WAS, Part.WANTED, Part.ACTION))
NUMBERS = ("", "nr", "nummer", "no")
"""Keys of headings above nothing that matters."""
_STEP = re.compile(r"(?:[0-9.]+\s+)?stap\s*([1-9])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OldList:
    """All rows of a list that is not ours."""

    name: str
    rows: tuple[OldRow, ...]
    findings: tuple[Finding, ...]


def read_old_list(package: GuardedPackage, name: str, content: Questionnaire) -> OldList:
    """Every row of every table with at least two of the columns was, wordt and actie.

    Args:
        package: from the guard, a Word file.
        name: of the file, as the user knows it.
        content: all of it, not only the core.

    Raises:
        InvalidInputError: no such table, no row in it, or more rows than anybody confirms.
    """
    steps = {section.number: section.id for section in content.steps}
    reader = _ListReader(_section_names(content), steps)
    for found in outline(parse_main(package.parts[package.main_part])):
        if isinstance(found, Table):
            reader.read(found)
        else:
            reader.follow(found.text)
    if not reader.rows:
        raise InvalidInputError(NO_ROWS)
    return OldList(name, tuple(reader.rows), tuple(reader.findings))


def _section_names(content: Questionnaire) -> dict[str, str]:
    """Ids of steps and themes by the key of each way to write their name."""
    return {
        key(name): section.id
        for section in content.sections
        for name in (section.title, section.short_title, section.name, f"thema {section.short_title}")
    }


@dataclass(slots=True)
class _ListReader:
    """Reads a document from top to bottom."""

    section_by_name: Mapping[str, str]
    section_by_number: Mapping[int | None, str]
    rows: list[OldRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    section: str = ""
    """Id of the step or theme of which a heading was last seen."""
    columns: Mapping[int, Part] = field(default_factory=dict)
    """Of the last table, for one that goes on without headings of its own."""
    width: int = 0
    headings: list[str] = field(default_factory=list)
    """Keys of what stands in its cells; a row that repeats them, as on a next page, is passed."""

    def follow(self, text: str) -> None:
        """A text outside tables, or a row of one cell: the rows below it may be of another step."""
        self.section = self._section_of(text) or self.section

    def read(self, table: Table) -> None:
        """Take the rows of a table that is a was-wordt list; any other table is passed."""
        if not table.rows:
            return
        starts = (place for place, row in enumerate(table.rows) if len(NEEDED & set(_parts(row).values())) > 1)
        start = next(starts, None)
        if start is not None:
            self._take_headings(table, start)
        elif not (self.columns and len(table.rows[0].cells) == self.width):
            return
        else:
            text = "Deze tabel heeft geen koppen. Zij is gelezen met de koppen van de tabel erboven."
            self._find(Severity.WARNING, table, 0, text)
        for row in table.rows[: start or 0]:
            self.follow(_line(row))
        above: Mapping[int, str] = {}
        for row in table.rows[0 if start is None else start + 1 :]:
            above = self._read_row(table, row, above)

    def _take_headings(self, table: Table, start: int) -> None:
        head = table.rows[start]
        self.columns, self.width = _parts(head), len(head.cells)
        self.headings = [key(cell.text) for cell in head.cells if cell.text.strip()]
        others = [
            quoted(cell.text)
            for place, cell in enumerate(head.cells)
            if place not in self.columns and key(cell.text) not in NUMBERS
        ]
        if others:
            text = f"Deze kolommen horen niet bij een was-wordt lijst en zijn niet gelezen: {', '.join(others)}."
            self._find(Severity.WARNING, table, head.number, text)

    def _read_row(self, table: Table, row: Row, above: Mapping[int, str]) -> Mapping[int, str]:
        """Take one row; gives the texts of its cells, for a cell below that was merged with one of them."""
        if row.is_deleted:
            self._find(Severity.NOTE, table, row.number, "Deze rij is weggehaald met ‘Wijzigingen bijhouden’.")
            return above
        texts = {place: cell.text.strip() for place, cell in enumerate(row.cells)}
        texts |= {
            place: above.get(place, "")
            for place, cell in enumerate(row.cells)
            if cell.merge == "continue" and not texts[place]
        }
        filled = [text for text in texts.values() if text]
        if not filled or [key(text) for text in filled] == self.headings:
            return {}
        if len(filled) == 1 and (len(row.cells) == 1 < self.width or self._section_of(filled[0])):
            self._read_heading(table, row, filled[0])
            return {}
        self._tell_oddities(table, row)
        self._add(table, row, {part: texts.get(place, "") for place, part in self.columns.items()})
        return texts

    def _read_heading(self, table: Table, row: Row, text: str) -> None:
        """A row of one text: the step or theme of what follows, or something that nobody can match."""
        section = self._section_of(text)
        self.section = section or self.section
        if not section:
            self._find(Severity.NOTE, table, row.number, f"{quoted(text)} is gelezen als tussenkop.")

    def _add(self, table: Table, row: Row, found: Mapping[Part, str]) -> None:
        if not any(found.get(part) for part in (*NEEDED, Part.TOPIC)):
            return
        if len(self.rows) >= MOST_ROWS:
            raise InvalidInputError(TOO_MANY)
        step = found.get(Part.STEP, "")
        self.rows.append(
            OldRow(
                place_of(None, table.number, row.number),
                self._section_of(step if not step.isdigit() else f"stap {step}") or self.section,
                *(found.get(part, "") for part in IN_ORDER),
            )
        )

    def _tell_oddities(self, table: Table, row: Row) -> None:
        if len(row.cells) != self.width:
            text = "Deze rij heeft niet evenveel cellen als de koppen. Zij is van links naar rechts gelezen."
            self._find(Severity.WARNING, table, row.number, text)
        for cell in row.cells:
            for severity, text in tracked_changes(cell):
                self._find(severity, table, row.number, f"{text[:1].upper()}{text[1:]}.")
            for odd in _unread(cell):
                self._find(
                    Severity.WARNING, table, row.number, f"In een cel staat ook {odd}; dat is niet gelezen."
                )

    def _section_of(self, text: str) -> str:
        """The step or theme that a heading names, by number or by title; "" for any other text."""
        line = " ".join(text[: 2 * LONGEST_HEADING].split())
        if not line or len(line) > LONGEST_HEADING:
            return ""
        number = _STEP.match(line)
        by_number = self.section_by_number.get(int(number[1]), "") if number else ""
        return by_number or self.section_by_name.get(key(line), "")

    def _find(self, severity: Severity, table: Table, row: int, text: str) -> None:
        if len(self.findings) == MOST_FINDINGS:
            self.findings.append(Finding(Severity.WARNING, "", MORE_FINDINGS))
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(severity, place_of(None, table.number, row), text))


def _unread(cell: ReadText) -> Iterator[str]:
    yield from sorted(odd.value for odd in cell.odd if not odd.is_read)


def _line(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells)


def _parts(row: Row) -> dict[int, Part]:
    """What each column is when this is a row of headings; of two alike the first one."""
    found: dict[int, Part] = {}
    for place, cell in enumerate(row.cells):
        part = _part_of(cell.text)
        if part is not None and part not in found.values():
            found[place] = part
    return found


def _part_of(heading: str) -> Part | None:
    """What a heading names; None for a text that is longer than a heading or names nothing of ours."""
    name = key(heading) if len(heading) <= LONGEST_HEADING // 2 else ""
    if name in NUMBERS:
        return None
    return next((part for part, starts in STARTS.items() if name.startswith(starts)), None)
