"""Content controls that stay in the document, for somebody to fill in there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from questionnaire.model.cleaning import clean
from reporting.document.pieces import Control, ControlKind
from reporting.template.program import Writer, escaped, text_xml

DATE = (
    '<w:dateFormat w:val="dd-MM-yyyy"/><w:lid w:val="nl-NL"/><w:storeMappedDataAs w:val="dateTime"/>'
    '<w:calendar w:val="gregorian"/></w:date>'
)


@dataclass(frozen=True, slots=True)
class Fillable:
    """A control that the value at `depth` describes."""

    depth: int
    attribute: str
    style: str
    """Character style of an empty control; what is filled in looks like its paragraph."""

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the control, with a number of its own."""
        writer.numbered += 1
        writer.output.append(control_xml(getattr(scopes[self.depth], self.attribute), writer.numbered, self.style))


def control_xml(control: Control, number: int, style: str) -> str:
    """A run-level content control that cannot be deleted and can be filled in."""
    empty = not control.text
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if empty and style else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(control.label)}"/><w:tag w:val="{escaped(control.tag)}"/>'
        f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/>{"<w:showingPlcHdr/>" if empty else ""}'
        f"{KINDS[control.kind](control)}</w:sdtPr><w:sdtContent><w:r>{looks}"
        f"{text_xml(control.placeholder if empty else control.text)}</w:r></w:sdtContent></w:sdt>"
    )


def _text(control: Control) -> str:
    """Plain text. Several lines are rich text: LibreOffice 7.4 puts line breaks in front of a plain one."""
    return "" if "\n" in clean(control.text) else '<w:text w:multiLine="1"/>'


def _date(control: Control) -> str:
    return f'<w:date w:fullDate="{control.value}T00:00:00Z">{DATE}' if control.value else f"<w:date>{DATE}"


def _choice(control: Control) -> str:
    known = control.choices
    if control.value and control.value not in dict(known):
        known = (*known, (control.value, control.text))
    last = f' w:lastValue="{escaped(control.value)}"' if control.value else ""
    return f"<w:dropDownList{last}>{_items(control.placeholder, known)}</w:dropDownList>"


@lru_cache(maxsize=64)
def _items(placeholder: str, choices: tuple[tuple[str, str], ...]) -> str:
    """The choices; the first, which Word writes without a text of its own, empties the control again."""
    rows = "".join(
        f'<w:listItem w:displayText="{escaped(text)}" w:value="{escaped(value)}"/>' for value, text in choices
    )
    return f'<w:listItem w:value="{escaped(placeholder)}"/>{rows}'


KINDS: dict[ControlKind, Callable[[Control], str]] = {
    ControlKind.TEXT: _text,
    ControlKind.DATE: _date,
    ControlKind.CHOICE: _choice,
}
