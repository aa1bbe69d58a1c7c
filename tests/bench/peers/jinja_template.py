"""Our template and content in the form that docxtpl takes, for a comparison with the same texts and layout."""

import copy
import io
import zipfile
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from lxml import etree

from reporting.charts import Chart
from reporting.document.pieces import Figure, Tag
from reporting.document.report import ReportContent
from reporting.template.marks import W, hosts, tag_of

Scope = tuple[str, type]
"""Name of a Jinja variable ("" for the outermost) and the class of what it holds."""


def tags_of(content: type) -> dict[str, tuple[str, type | None]]:
    """Attribute and class of the items (None for a text or chart), by Dutch tag."""
    found: dict[str, tuple[str, type | None]] = {}
    for attribute, hint in get_type_hints(content, include_extras=True).items():
        if get_origin(hint) is Annotated:
            kind, tag = get_args(hint)
            assert isinstance(tag, Tag)
            found[tag.name] = (attribute, get_args(kind)[0] if get_origin(kind) is tuple else None)
    return found


def as_context(value: Any, picture: Callable[[Chart], Any]) -> Any:
    """The content as nested dictionaries by attribute, with a picture for every chart."""
    if isinstance(value, Figure):
        return {"picture": picture(value.chart), "caption": value.caption}
    if isinstance(value, tuple):
        return [as_context(item, picture) for item in value]
    if is_dataclass(value):
        return {field.name: as_context(getattr(value, field.name), picture) for field in fields(value)}
    return value


def as_jinja(template: bytes) -> bytes:
    """The template with Jinja instead of content controls."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in ("word/document.xml", "word/header1.xml"):
        root = etree.fromstring(parts[name])
        _Rewriter().rewrite(root)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


class _Rewriter:
    """Goes through the controls in order and keeps the open blocks."""

    def __init__(self) -> None:
        self.blocks: list[Scope] = [("", ReportContent)]
        self.repeated: dict[tuple[etree._Element, str], Scope] = {}

    def rewrite(self, root: etree._Element) -> None:
        for control in [control for control in root.iter(f"{W}sdt") if tag_of(control)]:
            tag = tag_of(control)
            paragraph = next(control.iterancestors(f"{W}p"))
            if tag.startswith("begin:"):
                scope, loop = self.loop(tag[6:], self.blocks)
                self.blocks.append(scope)
                replace_text(paragraph, f"{{%p {loop} %}}")
            elif tag.startswith("eind:"):
                self.blocks.pop()
                replace_text(paragraph, "{%p endfor %}")
            elif tag.startswith("grafiek:"):
                self.figure(paragraph, path(tag, self.blocks))
            else:
                self.field(control, tag)

    def field(self, control: etree._Element, tag: str) -> None:
        scopes = list(self.blocks)
        for host, name in hosts(control, tag):
            if (host, name) not in self.repeated:
                scope, loop = self.loop(name, scopes)
                self.repeated[host, name] = scope
                kind = "tr" if host.tag == f"{W}tr" else "p"
                host.addprevious(marker(host, f"{{%{kind} {loop} %}}"))
                host.addnext(marker(host, f"{{%{kind} endfor %}}"))
            scopes.append(self.repeated[host, name])
        run = control.find(f"{W}sdtContent/{W}r")
        assert run is not None
        run = copy.deepcopy(run)
        replace_text(run, f"{{{{ {path(tag.rpartition('.')[2], scopes)} }}}}")
        control.getparent().replace(control, run)  # type: ignore[union-attr]

    def figure(self, paragraph: etree._Element, name: str) -> None:
        caption = copy.deepcopy(paragraph)
        replace_text(paragraph, f"{{{{ {name}.picture }}}}")
        replace_text(caption, f"Figuur. {{{{ {name}.caption }}}}")
        paragraph.addprevious(marker(paragraph, f"{{%p if {name} %}}"))
        paragraph.addnext(marker(paragraph, "{%p endif %}"))
        paragraph.addnext(caption)

    def loop(self, name: str, scopes: list[Scope]) -> tuple[Scope, str]:
        owner, (attribute, item) = resolve(name, scopes)
        assert item is not None
        variable = f"{attribute}_{len(scopes)}"
        return (variable, item), f"for {variable} in {dotted(owner, attribute)}"


def resolve(name: str, scopes: list[Scope]) -> tuple[str, tuple[str, type | None]]:
    """The innermost scope that knows a tag."""
    return next((owner, tags_of(kind)[name]) for owner, kind in reversed(scopes) if name in tags_of(kind))


def path(name: str, scopes: list[Scope]) -> str:
    owner, (attribute, _) = resolve(name, scopes)
    return dotted(owner, attribute)


def dotted(owner: str, attribute: str) -> str:
    return f"{owner}['{attribute}']" if owner else attribute


def replace_text(element: etree._Element, words: str) -> None:
    """Keep the looks of a paragraph or run; its only text becomes `words`."""
    looks = f"{W}pPr" if element.tag == f"{W}p" else f"{W}rPr"
    for child in [child for child in element if child.tag != looks]:
        element.remove(child)
    run = etree.SubElement(element, f"{W}r") if element.tag == f"{W}p" else element
    etree.SubElement(run, f"{W}t").text = words


def marker(host: etree._Element, words: str) -> etree._Element:
    """A row or paragraph that only holds a Jinja tag."""
    paragraph = etree.Element(f"{W}p")
    replace_text(paragraph, words)
    if host.tag == f"{W}p":
        return paragraph
    row = etree.Element(f"{W}tr")
    etree.SubElement(row, f"{W}tc").append(paragraph)
    return row
