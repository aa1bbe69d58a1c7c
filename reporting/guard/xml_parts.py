"""Read one XML part of an uploaded file without building a tree: count first, then refuse what is dangerous.

Expat is used because it calls us while it reads; lxml would first build everything that is in the file.
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from xml.parsers import expat

from reporting.guard.counting import count_tags, has_stretch
from reporting.guard.limits import Budget, Limits, refusal

SAVE_AGAIN = "Open het in Word, sla het op als 'Word-document (*.docx)' en probeer het opnieuw."
REMOVE_IT = "Verwijder dat in Word, sla het bestand op als 'Word-document (*.docx)' en probeer het opnieuw."
ADD_PICTURE = "Voeg het plaatje in het bestand zelf in, zonder koppeling, en probeer het opnieuw."
SMALLER = "Maak het bestand kleiner (minder tekst, kleinere plaatjes) en probeer het opnieuw."
REMOVE_FIELD = (
    "Verwijder dit veld in Word (Alt+F9 laat de velden zien), sla het bestand op en probeer het opnieuw."
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UTF_8_MARK = b"\xef\xbb\xbf"
EIGHT_BIT, SIXTEEN_BIT = frozenset({"utf-8"}), frozenset({"utf-8", "utf-16"})

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
REFUSED_IN_WORD = {
    "altChunk": "er is een ander bestand in opgenomen",
    "subDoc": "er is een ander bestand in opgenomen",
    "control": "er staat een ActiveX-besturingselement in",
    "object": "er staat een ingesloten object in",
    "mailMerge": "het is gekoppeld aan een gegevensbestand (Afdruk samenvoegen)",
}
REFUSED_ELEMENTS = {f"{space} {local}": text for space in WORD for local, text in REFUSED_IN_WORD.items()}
FIELD_TEXTS = {f"{space} {local}" for space in WORD for local in ("t", "instrText")}
DELETED_TEXTS = {f"{space} {local}" for space in WORD for local in ("delText", "delInstrText")}
FIELD_MARKS = {f"{space} fldChar": f"{space} fldCharType" for space in WORD}
SIMPLE_FIELDS = {f"{space} fldSimple": f"{space} instr" for space in WORD}
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006 AlternateContent"
ADDRESSES = frozenset(
    {"src", "href", "althref", "http://www.w3.org/1999/xlink href", "urn:schemas-microsoft-com:office:office href"}
)
OF_WORD = tuple(f"{space} " for space in WORD)
WATCHED = frozenset({*REFUSED_ELEMENTS, *FIELD_MARKS, *SIMPLE_FIELDS})
WATCHED_IN_CODE = WATCHED | FIELD_TEXTS | DELETED_TEXTS | {ALTERNATIVES}

WATCHED_NAMES = tuple(local.encode() for local in (*REFUSED_IN_WORD, "fldChar", "fldSimple"))
"""Of every watched element, without a prefix; no letter of a name can be written otherwise."""
WATCHED_ADDRESSES = (b"src", b"href")
"""In the name of every attribute that can be an address."""

REFUSED_FIELDS = {
    *("DDE", "DDEAUTO", "LINK", "EMBED", "DATABASE", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "RD"),
    *("AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "CONTROL", "HTMLACTIVEX", "MACROBUTTON", "PRINT"),
}
GROWING_NAME = re.compile(r"\s*[A-Za-z]*")
SWITCHES_WITH_VALUE = frozenset({"\\l", "\\o", "\\t", "\\s"})
LINK = re.compile(r"(?:https?|mailto):|#", re.IGNORECASE)

Visit = Callable[[str, Mapping[str, str]], None]


def is_harmless_link(target: str) -> bool:
    """Whether a link goes to the web, to an e-mail address or to a place in the document."""
    return LINK.match(target.strip()) is not None


def inspect_xml(part: str, xml: bytes, budget: Budget, visit: Visit | None = None) -> None:
    """Read one part to its end; `visit` gets each element as "namespace local-name" with its attributes.

    Raises:
        RefusedFileError: no valid XML, a DTD, more than the budget allows, or something that may not be in it.
    """
    encodings = EIGHT_BIT
    if xml.startswith(UTF_16):
        encodings, xml = SIXTEEN_BIT, _as_utf8(part, xml)
    elif xml.isascii():
        encodings = EIGHT_BIT | {"us-ascii"}
    if b"\0" in xml or xml.startswith(
        UTF_8_MARK * 2
    ):  # not UTF-8, while we search it as such; not for every parser
        raise refusal("het is beschadigd", SAVE_AGAIN, part)
    is_shallow = _count(part, xml, budget)
    try:
        reader = _read(lambda: _Reader(part, budget.limits, visit, encodings), xml, is_shallow=is_shallow)
    except expat.ExpatError as error:
        raise refusal("het is beschadigd", SAVE_AGAIN, part) from error
    for field in reader.fields:  # begun but not ended; Word may still read them
        field.check(part)


def _as_utf8(part: str, xml: bytes) -> bytes:
    try:
        return UTF_8_MARK + xml.decode("utf-16").encode()
    except UnicodeDecodeError as error:
        raise refusal("het is beschadigd", SAVE_AGAIN, part) from error


def _count(part: str, xml: bytes, budget: Budget) -> bool:
    """Take what this part can hold at most from the budget, unread; gives whether it is surely shallow."""
    nodes, is_shallow = count_tags(xml, budget.limits.depth)
    budget.nodes -= nodes
    budget.attributes -= xml.count(b"=")
    if budget.nodes < 0 or budget.attributes < 0:
        raise refusal("het bestaat uit te veel stukjes", SMALLER, part)
    if has_stretch(xml, budget.limits.stretch):
        raise refusal("een stuk zonder opmaak is onverwacht lang", SMALLER, part)
    return is_shallow


class _UnsureError(Exception):
    """There is more than elements and texts, so that only looking at every element tells what is in a part."""


def _read(new_reader: Callable[[], "_Reader"], xml: bytes, *, is_shallow: bool) -> "_Reader":
    """Let expat read a part to its end, looking at every element when that must be."""
    reader = new_reader()
    if reader.visit is None and is_shallow:
        with suppress(_UnsureError):
            _skim(reader, xml)
            return reader
        reader = new_reader()
    reader.watch(True)
    reader.parser.Parse(xml, True)
    return reader


def _skim(reader: "_Reader", xml: bytes) -> None:
    """Look at elements only from the first to the last that must be looked at.

    What is skipped is still parsed, so that a DTD or damage is found anywhere.
    """
    reader.expect_only_elements()
    first, behind_last = watched_span(xml)
    if b">" not in xml[:first]:  # newer versions of expat may put off what follows only spaces
        first = 0
    reader.parser.Parse(xml[:first], False)
    reader.watch(True)
    reader.parser.Parse(xml[first:behind_last], False)
    reader.watch(bool(reader.fields))
    reader.parser.Parse(xml[behind_last:], True)


def watched_span(xml: bytes) -> tuple[int, int]:
    """From the first to behind the last tag that can be watched or have an address; (0, 0) when there is none.

    Looks from the end: that takes half the time where nothing is found.
    """
    if any(xml.rfind(address) >= 0 for address in WATCHED_ADDRESSES):
        return 0, len(xml)
    local = [name for name in WATCHED_NAMES if xml.rfind(name) >= 0]
    found = [name for each in local for name in (b"<" + each, b":" + each) if xml.rfind(name) >= 0]
    if not found:
        return 0, 0
    first = xml.rfind(b"<", 0, min(map(xml.index, found)) + 1)
    return first, xml.find(b">", max(map(xml.rindex, found))) + 1


class _Field:
    """The code of one field, gathered over all its runs."""

    def __init__(self) -> None:
        self.with_deleted: list[str] = []
        self.without_deleted: list[str] = []
        self.is_code = True

    @property
    def has_name(self) -> bool:
        """Whether what follows can no longer change which field it is."""
        return GROWING_NAME.fullmatch("".join(self.without_deleted)) is None

    def check(self, part: str) -> None:
        check_field_code(part, "".join(self.without_deleted))
        check_field_code(part, "".join(self.with_deleted))


def check_field_code(part: str, code: str) -> None:
    """Refuse a field that fetches something, starts something, or links to a file."""
    word = re.search("[A-Za-z]+", code)
    name = word.group().upper() if word else ""
    if name in REFUSED_FIELDS:
        problem = f"er staat een veld {name} in; zo'n veld haalt iets van buiten op of start iets"
        raise refusal(problem, REMOVE_FIELD, part)
    if name == "HYPERLINK" and not is_harmless_link(_link_target(code)):
        raise refusal("een veld HYPERLINK verwijst naar een bestand op een computer", REMOVE_FIELD, part)


def _link_target(code: str) -> str:
    r"""Where a HYPERLINK field goes; "#" when it only names a place in the document (\l)."""
    found: list[tuple[str, str]] = re.findall(r'"([^"]*)"|(\S+)', code)
    words = iter([quoted or bare for quoted, bare in found[1:]])
    for word in words:
        if word.lower() in SWITCHES_WITH_VALUE:
            next(words, None)
        elif not (word.startswith("\\") and len(word) == 2):
            return word
    return "#"


class _Reader:
    """Follows depth, fields and addresses while expat reads one part; its handlers run for every element."""

    def __init__(self, part: str, limits: Limits, visit: Visit | None, encodings: AbstractSet[str]) -> None:
        self.part, self.limits, self.visit = part, limits, visit
        self.encodings = encodings
        """Those that a part may say it has; one that says another is read differently by other programs."""
        self.fields: list[_Field] = []
        self.watched = WATCHED
        self.depth = 0
        self.foreign: int | None = None
        """Depth of an element in a field code that is not of Word: a program may leave it out with all in it."""
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self.declaration
        parser.StartDoctypeDeclHandler = self.doctype

    def watch(self, is_watching: bool) -> None:
        """Look at every element from here on, or at none."""
        self.parser.StartElementHandler = self.start if is_watching else None
        self.parser.EndElementHandler = self.end if is_watching else None

    def expect_only_elements(self) -> None:
        """Raise `_UnsureError` at a comment, an instruction or a CDATA section."""
        self.parser.CommentHandler = self.parser.ProcessingInstructionHandler = self.unsure
        self.parser.StartCdataSectionHandler = self.unsure

    def unsure(self, *ignored: object) -> None:
        raise _UnsureError

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in self.encodings:
            raise refusal("de tekens zijn op een onbekende manier opgeslagen", SAVE_AGAIN, self.part)

    def doctype(self, *ignored: object) -> None:
        raise refusal("er staat een DTD in, en die kan andere bestanden inlezen", SAVE_AGAIN, self.part)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.depth:
            raise refusal("het is te diep genest", SAVE_AGAIN, self.part)
        if self.parser.CharacterDataHandler is not None:
            raise refusal("een veld heeft twee lezingen", REMOVE_FIELD, self.part)
        if self.watched is WATCHED_IN_CODE and self.foreign is None and not name.startswith(OF_WORD):
            self.foreign = self.depth
        if name in self.watched:
            self.note(name, attributes)
        if attributes and not ADDRESSES.isdisjoint(attributes):
            self.check_addresses(attributes)
        if self.visit is not None:
            self.visit(name, attributes)

    def end(self, name: str) -> None:
        if self.depth == self.foreign:
            self.foreign = None
        self.depth -= 1
        if self.watched is WATCHED_IN_CODE:
            self.parser.CharacterDataHandler = None

    def check_addresses(self, attributes: Mapping[str, str]) -> None:
        """Drawings (VML, SVG) can name an address without a relationship."""
        for name in ADDRESSES & attributes.keys():
            address = attributes[name].strip()
            is_inside = not address or address.startswith(("#", "data:image/"))
            if not is_inside and not (name == "href" and is_harmless_link(address)):
                raise refusal("een tekening haalt iets van buiten op", ADD_PICTURE, self.part)

    def note(self, name: str, attributes: Mapping[str, str]) -> None:
        """Refuse an element, or follow a field."""
        if name in REFUSED_ELEMENTS:
            raise refusal(REFUSED_ELEMENTS[name], REMOVE_IT, self.part)
        if name == ALTERNATIVES or self.foreign is not None:
            raise refusal("een veld heeft twee lezingen", REMOVE_FIELD, self.part)
        if name in SIMPLE_FIELDS:
            check_field_code(self.part, attributes.get(SIMPLE_FIELDS[name], ""))
        elif name in FIELD_MARKS:
            self.mark_field(attributes.get(FIELD_MARKS[name], ""))
            in_code = self.fields and self.fields[-1].is_code
            self.watched = WATCHED_IN_CODE if in_code else WATCHED
        elif name in DELETED_TEXTS:
            self.parser.CharacterDataHandler = self.add_deleted
        else:
            self.parser.CharacterDataHandler = self.add

    def mark_field(self, kind: str) -> None:
        """Begin a field, end its code, or end the field."""
        if kind == "begin":
            if self.watched is WATCHED_IN_CODE and not self.fields[-1].has_name:
                raise refusal("de naam van een veld is verborgen in een ander veld", REMOVE_FIELD, self.part)
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].is_code = False
        elif self.fields and kind == "end":
            self.fields.pop().check(self.part)

    def add(self, text: str) -> None:
        self.fields[-1].without_deleted.append(text)
        self.add_deleted(text)

    def add_deleted(self, text: str) -> None:
        self.fields[-1].with_deleted.append(text)
