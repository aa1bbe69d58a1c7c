"""Files as they come back: a Word form filled in as Word does, and somebody's own list."""

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from lxml import etree

from questionnaire.comparison.form_fields import FormField
from reporting.forms.layout import field_tag

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{SPACE}}}"
DOCUMENT = "word/document.xml"
HEADS = ("Was", "Wordt", "Actie")


def fill(form: bytes, values: Mapping[tuple[str, FormField], str]) -> bytes:
    """The form with these texts in it, by norm id and field, as they would be typed or chosen."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, _filled(content, values) if name == DOCUMENT else content)
    return target.getvalue()


def _filled(document: bytes, values: Mapping[tuple[str, FormField], str]) -> bytes:
    root = etree.fromstring(document)
    controls = {tag.get(f"{W}val"): control for control in root.iter(f"{W}sdt") for tag in control.iter(f"{W}tag")}
    for (norm_id, field), text in values.items():
        _type(controls[field_tag(norm_id, field)], text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _type(control: etree._Element, text: str) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    assert properties is not None
    assert content is not None
    for placeholder in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(placeholder)
    for run in list(content):
        content.remove(run)
    written = etree.SubElement(etree.SubElement(content, f"{W}r"), f"{W}t")
    written.text = text


def own_list(*rows: tuple[str, str, str]) -> bytes:
    """A Word document with a table of was, wordt and actie."""
    document = Document()
    table = document.add_table(rows=0, cols=len(HEADS))
    for texts in (HEADS, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
