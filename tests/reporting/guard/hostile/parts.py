"""Small Word and Excel files made in code, piece by piece; what is wrong in one is put in by hand."""

import struct
from collections.abc import Callable
from dataclasses import dataclass

from tests.reporting.archive import zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument"
MAIN_TYPE = f"{OFFICE}.wordprocessingml.document.main+xml"
XLSX_TYPE = f"{OFFICE}.spreadsheetml.sheet"
TYPES = "[Content_Types].xml"
MAIN, MAIN_RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
SETTINGS, SETTINGS_RELATIONS = "word/settings.xml", "word/_rels/settings.xml.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ELEMENTS = 300_000
Parts = dict[str, bytes]


def types(defaults: str = "", overrides: str = "", main: str = MAIN_TYPE) -> bytes:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>'
    ).encode()


def default(extension: str, kind: str) -> str:
    return f'<Default Extension="{extension}" ContentType="{kind}"/>'


def relations(*entries: tuple[str, str, str]) -> bytes:
    """Each entry is kind, target and mode."""
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(entries)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{listed}</Relationships>'.encode()


def document(body: str = "<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>", prolog: str = "") -> bytes:
    return f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def ordinary_parts() -> Parts:
    """A small document that may be opened."""
    return {
        TYPES: types(),
        "_rels/.rels": relations(("officeDocument", MAIN, "Internal")),
        MAIN: document(),
    }


def with_parts(**changes: bytes) -> bytes:
    """The ordinary document with `main`, `types`, `main_relations` or `package_relations` replaced."""
    names = {"main": MAIN, "types": TYPES, "main_relations": MAIN_RELATIONS, "package_relations": "_rels/.rels"}
    return zipped({**ordinary_parts(), **{names[key]: part for key, part in changes.items()}})


def with_extra(extra: Parts, defaults: str = "", overrides: str = "") -> bytes:
    return zipped({**ordinary_parts(), TYPES: types(defaults, overrides), **extra})


def with_body(body: str, prolog: str = "") -> bytes:
    return with_parts(main=document(body, prolog))


def field(*runs: str) -> str:
    """A field whose code is made of these runs, each a whole element."""
    inner = "".join(f"<w:r>{run}</w:r>" for run in runs)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"<w:p>{mark('begin')}{inner}{mark('separate')}<w:r><w:t>x</w:t></w:r>{mark('end')}</w:p>"


def code(text: str) -> str:
    return f'<w:instrText xml:space="preserve">{text}</w:instrText>'


def renamed(old: str, new: str) -> bytes:
    """The ordinary document with a part under another name of the same length, in both places of the zip."""
    assert len(old) == len(new)
    parts = {**ordinary_parts(), old: b"<x/>"}
    return zipped(parts).replace(old.encode(), new.encode())


def with_central_field(offset: int, form: str, value: int) -> bytes:
    """The ordinary document whose zip lists another value for its last part (at `offset` of its entry)."""
    made = bytearray(zipped(ordinary_parts()))
    entry = made.rindex(b"PK\x01\x02")
    struct.pack_into(form, made, entry + offset, value)
    return bytes(made)


def lying_about_size() -> bytes:
    """57 MB of blanks that the zip says to be 1000 bytes, in both places."""
    parts = {**ordinary_parts(), "word/groot.xml": b"<x>" + b" " * 57_000_000 + b"</x>"}
    return zipped(parts).replace(struct.pack("<L", 57_000_007), struct.pack("<L", 1000))


def with_embedded(workbook: bytes) -> bytes:
    """A chart whose workbook is `workbook`."""
    chart = "word/charts/chart1.xml"
    extra = {
        MAIN_RELATIONS: relations(("chart", "charts/chart1.xml", "Internal")),
        chart: b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
        "word/charts/_rels/chart1.xml.rels": relations(("package", "../embeddings/Sheet1.xlsx", "Internal")),
        "word/embeddings/Sheet1.xlsx": workbook,
    }
    override = f'<Override PartName="/{chart}" ContentType="{OFFICE}.drawingml.chart+xml"/>'
    return with_extra(extra, default("xlsx", XLSX_TYPE), override)


def workbook(**extra: bytes) -> bytes:
    """A small .xlsx; extra parts lie in xl/."""
    override = f'<Override PartName="/xl/workbook.xml" ContentType="{XLSX_TYPE}.main+xml"/>'
    return zipped(
        {
            TYPES: types(default("bin", f"{OFFICE}.oleObject") + default("xlsx", XLSX_TYPE), override),
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "Internal")),
            "xl/workbook.xml": b"<workbook/>",
            **{f"xl/{name.replace('__', '.')}": part for name, part in extra.items()},
        }
    )


def entities(levels: int) -> str:
    """Billion laughs."""
    listed = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    return f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{listed}]>'


def two_of_a_kind() -> bytes:
    """Twice the same part, with the second in another case."""
    return zipped({**ordinary_parts(), "word/DOCUMENT.xml": document()})


def with_linked(kind: str, target: str) -> bytes:
    return with_parts(main_relations=relations((kind, target, "External")))


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file that must be refused, with a part of the message that is about it alone."""

    make: Callable[[], bytes]
    says: str
