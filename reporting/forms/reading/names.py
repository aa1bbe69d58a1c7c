"""The names by which a form is recognised: labels of fields, numbers and titles of norms."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from questionnaire.comparison.form_fields import FormField
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.forms.layout import LABELS, NORM_LABEL
from reporting.forms.values import quoted

_SIGNS = re.compile(r"[\W_]+")
_FIRST_WORD = re.compile(r"\s*([^\s·:]+)[\s·:–—-]*")


def key(text: str) -> str:
    r"""What is compared of a name: letters and digits, without capitals, accents, spaces and signs.

    >>> key(" Was:\xa0hoe gaat het nu? "), key("Coördinator")
    ('washoegaathetnu', 'coordinator')
    """
    return _SIGNS.sub("", unicodedata.normalize("NFKD", text[:1000]).casefold())


NORM_KEY = key(NORM_LABEL)
_FIELD_BY_LABEL = {label: field for field, label in LABELS.items()}
_FIELD_BY_KEY = {key(label): field for field, label in LABELS.items()}
_LONGEST_LABEL = max(map(len, LABELS.values()))


def field_of(label: str) -> FormField | None:
    """The field that has this label, or None."""
    found = _FIELD_BY_LABEL.get(label)
    if found is None and len(label) < 3 * _LONGEST_LABEL:
        found = _FIELD_BY_KEY.get(key(label))
    return found


def split_label(text: str) -> tuple[FormField, str] | None:
    """The field whose label a text begins with, and the rest of the text; None when it begins with no label.

    >>> split_label("Bewijs: besluit 12")
    (<FormField.EVIDENCE: 'bewijs'>, 'besluit 12')
    """
    start = text.lstrip()
    for label, field in _FIELD_BY_LABEL.items():
        rest = start[len(label) :]
        if start.casefold().startswith(label.casefold()) and not rest[:1].isalnum():
            return field, rest.lstrip(" :\t").removeprefix("\n")
    return None


@dataclass(frozen=True, slots=True)
class NamedNorm:
    """What the row that starts a norm says."""

    norm: Norm | None
    """None when it cannot be told which norm it is."""
    problem: str = ""
    """In Dutch, why not."""
    note: str = ""
    """In Dutch, what is not as it should be although the norm is clear."""
    rest: str = ""
    """What somebody typed behind the title."""
    is_whole: bool = False
    """Whether number and title both stand there, and nothing else."""


class NormNames:
    """The norms of one content version by number and by title."""

    def __init__(self, content: Questionnaire) -> None:
        self.norms = content.norms
        self.by_code = {norm.code.casefold(): norm for norm in content.norms}
        self.titles = {norm.id: " ".join(norm.title.split()) for norm in content.norms}

    @cached_property
    def by_title(self) -> dict[str, Norm]:
        """Made only when a number does not tell."""
        return {key(norm.title): norm for norm in self.norms}

    def named(self, text: str) -> NamedNorm:
        """Which norm a text such as "1.09 · Titel" names, and what is odd about it."""
        match = _FIRST_WORD.match(text)
        norm = self.by_code.get(match[1].rstrip(".").casefold()) if match else None
        if norm is None or match is None:
            return self._by_title(text, text[match.end() :] if match else "")
        title = text[match.end() :].strip()
        if title == self.titles[norm.id] or not title:
            return NamedNorm(norm, is_whole=bool(title))
        first, _, more = title.partition("\n")
        other = self.by_title.get(key(title)) or self.by_title.get(key(first))
        if other is not None and other.id != norm.id:
            problem = (
                f"Het nummer {norm.code} en de titel {quoted(first)} (norm {other.code}) horen niet bij elkaar."
            )
            return NamedNorm(None, problem)
        return self._with_title(norm, " ".join(title.split()), first, more)

    def _with_title(self, norm: Norm, title: str, first: str, more: str) -> NamedNorm:
        own = self.titles[norm.id]
        if key(title) == key(own):
            return NamedNorm(norm, is_whole=True)
        if title.startswith(own):
            return NamedNorm(norm, rest=title[len(own) :].strip())
        if key(first) == key(own):
            return NamedNorm(norm, rest=more.strip())
        return NamedNorm(norm, note=f"de titel is veranderd in {quoted(title)}; het nummer telt")

    def _by_title(self, text: str, behind_first_word: str) -> NamedNorm:
        """Without a known number, only a whole title will do."""
        for title in (behind_first_word, text):
            if (norm := self.by_title.get(key(title))) is not None and key(title):
                return NamedNorm(norm, note=f"het nummer in {quoted(text)} klopt niet; de titel telt")
        return NamedNorm(None, f"{quoted(text)} is geen norm van deze vragenlijst.")
