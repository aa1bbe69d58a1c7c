"""A Word or Excel file as its parts, and the other way round."""

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree


def parts_of(document: bytes) -> dict[str, bytes]:
    """Every part by name, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts_of(document: bytes) -> dict[str, str]:
    """Every part as text."""
    return {name: part.decode(errors="replace") for name, part in parts_of(document).items()}


def part(document: bytes, name: str) -> etree._Element:
    """One part, parsed."""
    return etree.fromstring(parts_of(document)[name])


def zipped(parts: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A file with these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def changed(
    document: bytes, change: Callable[[str, bytes], bytes | None], compression: int = zipfile.ZIP_STORED
) -> bytes:
    """The file with every part changed, or left out where `change` gives None."""
    parts = ((name, change(name, content)) for name, content in parts_of(document).items())
    return zipped({name: content for name, content in parts if content is not None}, compression)
