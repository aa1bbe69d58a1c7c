"""Build the standard templates: `python -m templates.maak_standaard`.

Looks come from the files in opmaak/, the order of each document from its own module. The scripts are kept beside
their results; a municipality changes a .docx in Word, not these scripts.
"""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from templates import collegenota, interne_bijlage, invullijst, rapport, verschilrapport
from templates.building_blocks import paragraph, tag, text
from templates.package_parts import CORE, LOOKS, OFFICE, XML, content_types, core_properties, relationships

HERE = Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
FIXED_MOMENT = (2026, 11, 22, 0, 0, 0)  # so that the same script gives the same file
DOCUMENTS: Mapping[str, Callable[[], str]] = {
    "was-wordt-rapport.docx": rapport.document,
    "interne-bijlage.docx": interne_bijlage.document,
    "collegenota.docx": collegenota.document,
    "verschilrapport.docx": verschilrapport.document,
    "invullijst.docx": invullijst.document,
}
"""The body of each template by file name."""
LOOKS_BY_NAME: Mapping[str, Callable[[str], str]] = {
    "collegenota.docx": collegenota.looks,
    "invullijst.docx": invullijst.looks,
}
"""What changes in the styles of the report, by file name."""


def body_part(content: str) -> str:
    """The main part with this body."""
    return f"{XML}<w:document {W} {R}><w:body>{content}</w:body></w:document>"


def header() -> str:
    """The header: organisation, title, status."""
    line = paragraph(
        "Header", tag("organisatie"), text(" · "), tag("rapporttitel"), text(" · "), tag("rapportstatus")
    )
    return f"{XML}<w:hdr {W}>{line}</w:hdr>"


def footer() -> str:
    """The footer: page number and number of pages."""
    numbers = [
        f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in ("PAGE", "NUMPAGES")
    ]
    return f"{XML}<w:ftr {W}>{paragraph('Footer', text('Pagina '), numbers[0], text(' van '), numbers[1])}</w:ftr>"


def parts(content: str) -> dict[str, str]:
    """Every part of a template by name, with this body."""
    looks = {f"word/{name}.xml": (HERE / "opmaak" / f"{name}.xml").read_text(encoding="utf-8") for name in LOOKS}
    inner = [(f"rId{name}", f"{OFFICE}/{name}", f"{name}.xml") for name in LOOKS]
    inner += [("rIdTheme", f"{OFFICE}/theme", "theme/theme1.xml")]
    inner += [("rIdHeader", f"{OFFICE}/header", "header1.xml"), ("rIdFooter", f"{OFFICE}/footer", "footer1.xml")]
    outer = [("rId1", f"{OFFICE}/officeDocument", "word/document.xml"), ("rId2", CORE, "docProps/core.xml")]
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(outer),
        "word/document.xml": body_part(content),
        "word/_rels/document.xml.rels": relationships(inner),
        "word/header1.xml": header(),
        "word/footer1.xml": footer(),
        **looks,
        "word/theme/theme1.xml": (HERE / "opmaak" / "theme1.xml").read_text(encoding="utf-8"),
        "docProps/core.xml": core_properties(),
    }


def template_parts(name: str) -> dict[str, str]:
    """Every part of a standard template; the note and the form have looks of their own."""
    made = parts(DOCUMENTS[name]())
    if name in LOOKS_BY_NAME:
        made["word/styles.xml"] = LOOKS_BY_NAME[name](made["word/styles.xml"])
    return made


def main() -> None:
    """Write the templates."""
    for file_name in DOCUMENTS:
        with zipfile.ZipFile(HERE / file_name, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, xml in template_parts(file_name).items():
                archive.writestr(zipfile.ZipInfo(name, FIXED_MOMENT), xml.encode(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
