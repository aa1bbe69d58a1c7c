"""Read what people wrote beside our report in Word: each comment as a remark at the norm it stands at.

Without the name of the writer: it is not needed to improve an answer. Decision 0019 tells what comes back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml.etree import _Element as Element

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.model import EMPTY_LINE
from questionnaire.comparison.offered import Finding, OfferedFile, OfferedValue, Severity, Source
from questionnaire.errors import InvalidInputError
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.forms.comments.places import Places, find_places, heading_levels
from reporting.forms.layout import DATE_FORMAT
from reporting.forms.reading.tables import PARSER, STRICT, parse_main
from reporting.forms.reading.text import PARAGRAPH, W, read_text
from reporting.forms.values import quoted
from reporting.guard import GuardedPackage
from reporting.package.identity import read_identity
from reporting.package.parts import own_properties
from reporting.template.comments import AUTHOR, comments_part, digest, read_digests
from reporting.template.package import style_ids

PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
EXTENDED = "{http://schemas.microsoft.com/office/word/2012/wordml}"
DAMAGED = (
    "De opmerkingen in dit Word-bestand zijn beschadigd. Er is niets gelezen. Open het bestand in Word en "
    "sla het opnieuw op."
)
YES = ("1", "true", "on")
MOST_COMMENTS = 2_000
"""Far more than a person reads; a file with more was not made by people."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as it stands in the file; its text is cleaned."""

    number: str
    text: str
    day: date | None
    is_of_ours: bool
    """Whether it has our name as its author; somebody may have changed its text."""
    answers: str = ""
    """Number of the comment that this one is a reply to; "" for none."""
    is_resolved: bool = False


def read_comments(package: GuardedPackage, name: str, content: Questionnaire) -> OfferedFile:
    """What the comments in a report offer: remarks that come below what is there, and what needs a person.

    Args:
        package: what the guard let pass.
        name: of the file, for messages.
        content: all of it, not only the core.

    Raises:
        InvalidInputError: the file has no text, is damaged, or has far too many comments.
    """
    properties = own_properties(package.parts)
    known = read_digests(properties)
    every = _comments(package)
    theirs = [each for each in every if not each.is_of_ours or (known and digest(each.text) not in known)]
    places = find_places(parse_main(package.parts[package.main_part]), content, _headings(package))
    sorting = _Sorting(places, {each.number: each for each in every})
    for comment in theirs:
        sorting.add(comment)
    if not theirs:
        sorting.tell(Severity.NOTE, "", "In dit rapport heeft niemand een opmerking gezet.")
    if not known and any(each.is_of_ours for each in every):
        sorting.tell(Severity.NOTE, "", "Opmerkingen die wij in het rapport hebben gezet, zijn overgeslagen.")
    return OfferedFile(
        name, Source.COMMENTS, read_identity(properties), sorting.values(), findings=tuple(sorting.findings)
    )


class _Sorting:
    """Gives each comment its norm, or a finding when it has none."""

    def __init__(self, places: Places, comment_by_number: Mapping[str, Comment]) -> None:
        self.findings: list[Finding] = []
        self._places = places
        self._comments = comment_by_number
        self._texts: dict[str, list[tuple[str, str]]] = {}
        """By norm id the texts with their places."""

    def add(self, comment: Comment) -> None:
        text = clean(comment.text).strip()
        if not text:
            return
        number = self._first_of_thread(comment)
        norms, where = self._places.norms_at(number), self._places.where(number)
        if not norms:
            self.tell(
                Severity.WARNING,
                where,
                f"Deze opmerking staat niet bij een norm: ‘{text[:MAX_TEXT]}’. Zet haar zelf bij de norm waar zij "
                "over gaat.",
            )
            return
        place = f"norm {norms[0].code} ({where})"
        if len(norms) > 1:
            self._tell_others(norms, place, text)
        self._texts.setdefault(norms[0].id, []).append((f"{_introduction(comment)}: {text}", place))

    def values(self) -> dict[str, dict[FormField, OfferedValue]]:
        """The remarks by norm id; several at one norm are one text."""
        found: dict[str, dict[FormField, OfferedValue]] = {}
        for norm_id, texts in self._texts.items():
            joined = EMPTY_LINE.join(dict.fromkeys(text for text, _ in texts))
            place = texts[0][1]
            if len(joined) > MAX_TEXT:
                self.tell(
                    Severity.ERROR,
                    place,
                    f"De opmerkingen bij deze norm zijn samen langer dan {MAX_TEXT} tekens. Er is niets van "
                    "gelezen. Neem zelf over wat nodig is.",
                )
                continue
            found[norm_id] = {FormField.REMARK: OfferedValue(joined, place, is_added=True)}
        return found

    def tell(self, severity: Severity, place: str, text: str) -> None:
        self.findings.append(Finding(severity, place, text))

    def _tell_others(self, norms: Sequence[Norm], place: str, text: str) -> None:
        others = ", ".join(norm.code for norm in norms[1:])
        said = f"De opmerking {quoted(text)} staat ook bij {others}. Zij komt alleen bij {norms[0].code}."
        self.tell(Severity.NOTE, place, said)

    def _first_of_thread(self, comment: Comment) -> str:
        """The number of the comment that a reply is about, when the reply has no place of its own."""
        seen: set[str] = set()
        while comment.number not in self._places.spans and comment.number not in seen:
            seen.add(comment.number)
            comment = self._comments.get(comment.answers, comment)
        return comment.number


def _introduction(comment: Comment) -> str:
    """What kind of comment it is and of which day; of a changed one of ours the day says nothing."""
    if comment.is_of_ours:
        return "Aangepaste opmerking in het rapport"
    what = "Antwoord op een opmerking in het rapport" if comment.answers else "Opmerking in het rapport"
    day = f", {comment.day.strftime(DATE_FORMAT)}" if comment.day else ""
    return f"{what}{day}{' (afgehandeld)' if comment.is_resolved else ''}"


def _comments(package: GuardedPackage) -> list[Comment]:
    """All comments in the order of their part."""
    root = _parsed(package.parts.get(_part_of_comments(package)))
    elements = [] if root is None else list(root.iter(f"{W}comment"))
    if len(elements) > MOST_COMMENTS:
        raise InvalidInputError(
            f"In dit bestand staan meer dan {MOST_COMMENTS} opmerkingen. Er is niets gelezen. Verwijder in Word "
            "wat u niet nodig hebt."
        )
    number_by_paragraph = {_last_paragraph(each): str(each.get(f"{W}id")) for each in elements}
    more = _more_by_paragraph(package)
    found = []
    for element in elements:
        parent, is_resolved = more.get(_last_paragraph(element), ("", False))
        found.append(
            Comment(
                number=str(element.get(f"{W}id")),
                text=clean(read_text(element).text),
                day=_day(str(element.get(f"{W}date", ""))),
                is_of_ours=element.get(f"{W}author") == AUTHOR,
                answers=number_by_paragraph.get(parent, "") if parent else "",
                is_resolved=is_resolved,
            )
        )
    return found


def _last_paragraph(comment: Element) -> str:
    """The id of the paragraph by which Word knows a comment; "" when it has none."""
    ids = [str(paragraph.get(PARAGRAPH_ID, "")) for paragraph in comment.iter(PARAGRAPH)]
    return ids[-1] if ids else ""


def _more_by_paragraph(package: GuardedPackage) -> dict[str, tuple[str, bool]]:
    """What newer versions of Word add: the comment that is replied to, and whether it is resolved."""
    folder = package.main_part.rpartition("/")[0]
    root = _parsed(package.parts.get(f"{folder}/commentsExtended.xml"))
    return {
        str(each.get(f"{EXTENDED}paraId")): (
            str(each.get(f"{EXTENDED}paraIdParent", "")),
            each.get(f"{EXTENDED}done") in YES,
        )
        for each in (() if root is None else root.iter(f"{EXTENDED}commentEx"))
    }


def _headings(package: GuardedPackage) -> dict[str, int]:
    root = _parsed(package.parts.get(f"{package.main_part.rpartition('/')[0]}/styles.xml"))
    return {} if root is None else heading_levels(style_ids(root))


def _part_of_comments(package: GuardedPackage) -> str:
    try:
        return comments_part(package.parts, package.main_part)
    except etree.XMLSyntaxError as error:
        raise InvalidInputError(DAMAGED) from error


def _parsed(xml: bytes | None) -> Element | None:
    """A part, "Strict Open XML" as the ordinary kind; None when there is none."""
    if xml is None:
        return None
    try:
        return etree.fromstring(xml.replace(STRICT[1:-1].encode(), W[1:-1].encode()), PARSER)
    except etree.XMLSyntaxError as error:
        raise InvalidInputError(DAMAGED) from error


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
