"""Forms that the guard lets pass and that are made to keep the reader busy."""

import zipfile
from collections.abc import Callable

from lxml import etree

from reporting.guard import LIMITS
from tests.reporting.archive import zipped
from tests.reporting.forms.filled import CONTENT
from tests.reporting.forms.surgery import Form, cell, control, paragraph, run, table_of
from tests.reporting.guard.hostile.parts import MAIN, document, ordinary_parts

NORM = table_of(("Norm", "1.01 · Vaste werkwijze 1.01"), ("Bewijs", "x"))
DEEPEST = (LIMITS.depth - 12) // 3
"""Tables within tables; each takes a table, a row and a cell."""


def _stored(body: str) -> bytes:
    """A document with this body, not compressed: what is packed too well is refused by its size already."""
    return zipped({**ordinary_parts(), MAIN: document(body)}, zipfile.ZIP_STORED)


def _nested(inner: str, times: int) -> str:
    for _ in range(times):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return inner


def _in_norm(value: str) -> bytes:
    """A norm with this in the cell of the evidence."""
    head = f"<w:tr>{cell(paragraph(run('Norm')))}{cell(paragraph(run('1.01')))}</w:tr>"
    return _stored(f"<w:tbl>{head}<w:tr>{cell(paragraph(run('Bewijs')))}{cell(value)}</w:tr></w:tbl>")


def _rows(number: int, *texts: str) -> str:
    return "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p>{run(text)}</w:p></w:tc>' for text in texts)}</w:tr>" for _ in range(number)
    )


def _norm_with(rows: str) -> bytes:
    return _stored(f"<w:tbl>{_rows(1, 'Norm', '1.01')}{rows}</w:tbl>")


def _alternating(number: int) -> str:
    """Rows that are ours and rows that are not, in turn."""
    return "".join(_rows(1, "Bewijs", "x") + _rows(1, f"Eigen {place}", "y") for place in range(number))


def _nested_controls(times: int) -> str:
    inner = run("x" * 100_000)
    for number in range(times):
        inner = control(f"ww1|norm-1-01|bewijs{number}", inner, "<w:showingPlcHdr/>")
    return paragraph(inner)


def _saying(text: str, times: int) -> str:
    return "".join(run(text) for _ in range(times))


def _nested_boxes() -> str:
    inner = paragraph(run("x"))
    for _ in range(40):
        inner = paragraph(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    return inner


def _full_properties() -> bytes:
    form = Form(content=CONTENT)
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    root = etree.Element(f"{{{space}}}Properties")
    for number in range(100_000):
        etree.SubElement(root, f"{{{space}}}property", name=f"was-wordt {number}").text = "x"
    form.parts["docProps/custom.xml"] = etree.tostring(root)
    return form.packed()


ATTACKS: dict[str, Callable[[], bytes]] = {
    "tienduizend-tabellen": lambda: _stored(table_of(("Eigen", "tabel")) * 10_000),
    "tienduizend-normen": lambda: _stored(table_of(("Norm", "9.99 · Onzin")) * 10_000),
    "duizenden-keren-dezelfde-norm": lambda: _stored(NORM * 9_000),
    "duizenden-keren-dezelfde-norm-en-anders": lambda: _stored(
        "".join(table_of(("Norm", "1.01"), ("Bewijs", str(number))) for number in range(9_000))
    ),
    "vijftigduizend-invulvelden": lambda: _stored(paragraph(control("ww1|norm-1-01|bewijs", "") * 40_000)),
    "invulvelden-in-een-cel": lambda: _in_norm(paragraph(control("ww1|norm-1-01|bewijs", run("x")) * 35_000)),
    "invulvelden-met-een-titel": lambda: _in_norm(
        paragraph(control("x", run("y"), '<w:alias w:val="1.01 Bewijs"/>') * 30_000)
    ),
    "diepe-tabellen": lambda: _stored(_nested(paragraph(run("x")), DEEPEST) * 1_000),
    "diepe-tabellen-met-norm": lambda: _stored(_nested(paragraph(run("x")) + NORM, DEEPEST) * 1_000),
    "diepe-tabellen-vol-tekst": lambda: _stored(_nested(paragraph(_saying("x", 60_000)), DEEPEST)),
    "diepe-invulvelden": lambda: _in_norm(_nested_controls(60)),
    "cel-van-vijf-megabyte": lambda: _in_norm(paragraph(_saying("woord " * 10_000, 90))),
    "cel-vol-spaties": lambda: _in_norm(paragraph(_saying(" " * 500_000, 10))),
    "cel-vol-regeleinden": lambda: _in_norm(paragraph("<w:r>" + "<w:br/>" * 250_000 + "</w:r>")),
    "kopje-van-vijf-megabyte": lambda: _norm_with(
        f"<w:tr>{cell(paragraph(_saying('Bewijs' * 10_000, 80)))}{cell(paragraph(run('x')))}</w:tr>"
    ),
    "titel-van-vijf-megabyte": lambda: _stored(
        f"<w:tbl><w:tr>{cell(paragraph(run('Norm')))}"
        f"{cell(paragraph(run('1.01 · ') + _saying('x y' * 20_000, 80)))}</w:tr></w:tbl>"
    ),
    "rijen-die-van-niemand-zijn": lambda: _norm_with(_rows(24_000, "Eigen rij", "x")),
    "rijen-om-en-om": lambda: _norm_with(_alternating(12_000)),
    "veel-cellen-in-een-rij": lambda: _norm_with(_rows(1, *["x"] * 48_000)),
    "alineas-vol-titels": lambda: _stored(paragraph(run("1.01 Vaste werkwijze 1.01")) * 70_000),
    "alineas-na-een-norm": lambda: _stored(NORM + "".join(paragraph(run(f"Zin {n}")) for n in range(70_000))),
    "veel-tekstvakken": lambda: _stored(
        paragraph(f"<w:r><w:pict><w:txbxContent>{NORM}</w:txbxContent></w:pict></w:r>") * 6_000
    ),
    "tekstvakken-in-tekstvakken": lambda: _stored(_nested_boxes() * 600),
    "eigenschappen-vol": _full_properties,
    "alles-weggehaald": lambda: _in_norm(
        paragraph('<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>' * 90_000)
    ),
}
