"""Comments of Word: the part that holds the texts of the comments that were marked while filling."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from lxml import etree

from reporting.package.parts import OFFICE_RELATION, PARSER, relations_of, target_of, with_part
from reporting.template.package import MAIN_PART, WORD
from reporting.template.program import text_xml

AUTHOR, INITIALS = "Was-wordt lijst", "WW"
PART = "word/comments.xml"
RELATION = f"{OFFICE_RELATION}/comments"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
NO_COMMENTS = f'<w:comments xmlns:w="{WORD}"/>'.encode()
W = f"{{{WORD}}}"
PROPERTY = "was-wordt opmerkingen"
DIGEST, DIGESTS_TOGETHER = 8, 27
"""Signs of one digest, and how many fit in one property: Word keeps 255 signs."""


def comments_part(parts: Mapping[str, bytes], main: str = MAIN_PART) -> str:
    """The part with the comments of the main part: the one that is there, or the usual one."""
    relations = relations_of(main)
    for link in etree.fromstring(parts[relations], PARSER) if relations in parts else ():
        if link.get("Type") == RELATION:
            return target_of(main, str(link.get("Target")))
    return PART


def first_comment(parts: Mapping[str, bytes]) -> int:
    """The first number that the comments of a template do not use."""
    if comments_part(parts) not in parts:
        return 0
    root = etree.fromstring(parts[comments_part(parts)], PARSER)
    numbers = (str(comment.get(f"{W}id")) for comment in root.iter(f"{W}comment"))
    return max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1


def with_comments(parts: Mapping[str, bytes], texts: Sequence[str], created: date) -> dict[str, bytes]:
    """The parts with these comments of ours, numbered on from those that are there; each line is a paragraph."""
    name = comments_part(parts)
    root = etree.fromstring(parts.get(name, NO_COMMENTS), PARSER)
    for number, text in enumerate(texts, first_comment(parts)):
        mark = "<w:r><w:annotationRef/></w:r>"
        lines = [f"<w:r>{text_xml(line)}</w:r>" for line in text.split("\n")]
        body = "".join(f"<w:p>{mark if place == 0 else ''}{line}</w:p>" for place, line in enumerate(lines))
        root.append(
            etree.fromstring(
                f'<w:comment xmlns:w="{WORD}" w:id="{number}" w:author="{AUTHOR}" '
                f'w:date="{created.isoformat()}T00:00:00Z" w:initials="{INITIALS}">{body}</w:comment>',
                PARSER,
            )
        )
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return with_part(parts, name, xml, relation=RELATION, content_type=CONTENT_TYPE, source=MAIN_PART)


def digest(text: str) -> str:
    """A short mark of a text, apart from how it is laid out; tells whether somebody changed it."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:DIGEST]


def digest_properties(texts: Iterable[str]) -> dict[str, str]:
    """Own properties with the marks of our comments, so that the reader knows which of them are unchanged."""
    marks = sorted({digest(text) for text in texts})
    rows = [marks[start : start + DIGESTS_TOGETHER] for start in range(0, len(marks), DIGESTS_TOGETHER)]
    return {f"{PROPERTY} {number}": " ".join(row) for number, row in enumerate(rows, 1)}


def read_digests(properties: Mapping[str, str]) -> frozenset[str]:
    """The marks in own properties; none in a file without comments of ours."""
    return frozenset(
        mark for name, marks in properties.items() if name.startswith(f"{PROPERTY} ") for mark in marks.split()
    )
