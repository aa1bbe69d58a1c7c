"""Text that somebody typed in a form, but not in a field: it cannot be taken, so it is told."""

import re
from collections import Counter
from collections.abc import Iterator

from questionnaire.comparison.offered import Severity
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.forms.layout import LABELS, NORM_LABEL, level_label
from reporting.forms.reading.found import ReadText
from reporting.forms.reading.names import NormNames
from reporting.forms.reading.offers import Offers, place_of
from reporting.forms.reading.tables import Table
from reporting.forms.values import quoted
from reporting.wording.answers import section_title, status_text
from reporting.wording.dutch import as_sentence, with_capital

OF_TEMPLATE = ("Te zien aan:",)
OTHER_ACTIONS = re.compile(r"In het plan (staat|staan) nog [0-9]+( andere)? acties? bij deze norm\.")
FEWEST_TIMES = 3
"""A text that stands at so many norms, and at half of them at least, is of a template."""


class Outside:
    """Gathers what stands outside the fields, from the first norm on."""

    def __init__(self, content: Questionnaire, names: NormNames) -> None:
        self.names, self.known = names, frozenset(_own_texts(content))
        self.headed: dict[str, Norm] = {}
        """Norms that have a heading, by id."""
        self.place = ""
        self.number_of_norms = 0
        self.typed: list[tuple[str, str]] = []
        """Places with the texts there."""

    def follow(self, norm: Norm | None, table: Table) -> None:
        """What comes next stands behind the table of this norm."""
        self.place = f"na {place_of(norm, table.number)}"
        self.number_of_norms += 1

    def restart(self) -> None:
        """What comes next stands at the beginning of a form again."""
        self.place = ""

    def add(self, found: ReadText) -> None:
        """A paragraph outside tables."""
        text = " ".join(found.outside.split())
        if text in self.known or not text:
            return
        if (named := self.names.named(text)).is_whole and named.norm:
            self.headed[named.norm.id] = named.norm
        elif self.place and not OTHER_ACTIONS.fullmatch(text):
            self.typed.append((self.place, text))

    def add_table(self, table: Table) -> None:
        """A table without fields; one before the first norm is ours when it says something that we say."""
        texts = [text for row in table.rows for cell in row.cells if (text := " ".join(cell.text.split()))]
        own = [text for text in texts if text not in self.known]
        if own and (self.place or len(own) == len(texts)):
            self.typed.append((place_of(None, table.number), " | ".join(own)))

    def tell(self, offers: Offers) -> None:
        """One finding for each place."""
        times = Counter(text for _, text in self.typed)
        most = max(FEWEST_TIMES, self.number_of_norms // 2)
        by_place: dict[str, list[str]] = {}
        for place, text in self.typed:
            if times[text] < most:
                by_place.setdefault(place, []).append(text)
        for place, texts in by_place.items():
            text = f"Hier staat tekst die niet in een vak staat: {quoted(' '.join(texts))}. Die is niet gelezen."
            offers.find(Severity.WARNING, place, text)


def _own_texts(content: Questionnaire) -> Iterator[str]:
    """Every paragraph that our own form has between its tables, with single spaces."""
    yield from (*OF_TEMPLATE, *LABELS.values(), NORM_LABEL)
    for entry in content.scale:
        yield level_label(entry)
        yield " ".join(entry.description.split())
    for section in content.sections:
        yield " ".join(section_title(section).split())
        yield from (" ".join(line.split()) for line in section.introduction.splitlines())
        for norm in section.norms:
            texts = (
                norm.statement,
                *(as_sentence(with_capital(item)) for item in norm.evidence),
                status_text(norm, content),
                f"Let op: {norm.warning}",
            )
            yield from (" ".join(text.split()) for text in texts)
