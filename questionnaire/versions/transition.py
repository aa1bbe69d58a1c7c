"""From one content version to the next: which norms were reworded, split, merged, added or retired.

The files stand in content/overgangen/<from version>/overgang.yaml, beside the whole content of that version
(decision 0015).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from pydantic import Field

from questionnaire.loading.problem import Problem
from questionnaire.model.base import ContentModel, Text
from questionnaire.model.questionnaire import Norm, Questionnaire

FILE_NAME = "overgang"
FILE = f"{FILE_NAME}.yaml"
TOLD_FIELDS = {
    "titel": "title",
    "norm": "statement",
    "gewicht": "weight",
    "streefniveau": "target",
    "diepte": "depth",
}
"""What cannot change without being told: what is asked, of whom, and how it counts."""


class Reworded(ContentModel):
    """The same question in other words, or with another weight, target or depth."""

    norm: Text
    becomes: Text = Field("", alias="wordt")
    """The new id; empty when the norm keeps its id."""
    note: Text = Field(alias="toelichting")

    @property
    def new_id(self) -> str:
        """The id in the new version."""
        return self.becomes or self.norm


class Split(ContentModel):
    """One question that became several."""

    norm: Text
    becomes: tuple[Text, ...] = Field(alias="wordt", min_length=2)
    note: Text = Field(alias="toelichting")


class Merged(ContentModel):
    """Several questions that became one."""

    norms: tuple[Text, ...] = Field(alias="normen", min_length=2)
    becomes: Text = Field(alias="wordt")
    note: Text = Field(alias="toelichting")


class Added(ContentModel):
    """A question that was not asked before."""

    norm: Text
    note: Text = Field(alias="toelichting")


class Retired(ContentModel):
    """A question that is asked no more; its last words stay, so that answers can still be read."""

    norm: Text
    title: Text = Field(alias="titel")
    statement: Text = Field(alias="tekst")
    note: Text = Field(alias="toelichting")


class Transition(ContentModel):
    """Everything that changed between two versions; a norm that is not named here stayed as it was."""

    old_version: Text = Field(alias="van")
    new_version: Text = Field(alias="naar")
    note: Text = Field(alias="toelichting")
    reworded: tuple[Reworded, ...] = Field((), alias="verwoord")
    split: tuple[Split, ...] = Field((), alias="gesplitst")
    merged: tuple[Merged, ...] = Field((), alias="samengevoegd")
    added: tuple[Added, ...] = Field((), alias="nieuw")
    retired: tuple[Retired, ...] = Field((), alias="vervallen")

    @cached_property
    def new_ids(self) -> Mapping[str, tuple[str, ...]]:
        """The new ids of each norm that is named here, by old id; none for a retired one."""
        return {
            **{entry.norm: (entry.new_id,) for entry in self.reworded},
            **{entry.norm: entry.becomes for entry in self.split},
            **{norm_id: (entry.becomes,) for entry in self.merged for norm_id in entry.norms},
            **{entry.norm: () for entry in self.retired},
        }


Place = tuple[str, ...]


def transition_problems(transition: Transition, old: Questionnaire, new: Questionnaire) -> list[Problem]:
    """Every way in which a transition does not fit its two versions, in the editor's language."""
    return [
        *_version_problems(transition, old, new),
        *_old_id_problems(transition, old, new),
        *_new_id_problems(transition, old, new),
        *_untold_changes(transition, old, new),
        *_last_words(transition, old),
        *_lost_sections(old, new),
    ]


def _version_problems(transition: Transition, old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    for field, said, found in (
        ("van", transition.old_version, old.version),
        ("naar", transition.new_version, new.version),
    ):
        if said != found:
            yield Problem(FILE, (field,), f"'{said}' is niet de versie van die inhoud; schrijf '{found}'")


def _old_ids(transition: Transition) -> Iterator[tuple[Place, str]]:
    """Every old id that is named, with its place."""
    lists: dict[str, Sequence[Reworded | Split | Retired]] = {
        "verwoord": transition.reworded,
        "gesplitst": transition.split,
        "vervallen": transition.retired,
    }
    for name, entries in lists.items():
        for number, entry in enumerate(entries, start=1):
            yield (name, f"nr {number}", "norm"), entry.norm
    for number, merged in enumerate(transition.merged, start=1):
        for norm_id in merged.norms:
            yield ("samengevoegd", f"nr {number}", "normen"), norm_id


def _new_ids(transition: Transition) -> Iterator[tuple[Place, str]]:
    """Every id that is said to be new, with its place."""
    for number, reworded in enumerate(transition.reworded, start=1):
        if reworded.new_id != reworded.norm:
            yield ("verwoord", f"nr {number}", "wordt"), reworded.new_id
    for number, split in enumerate(transition.split, start=1):
        for norm_id in split.becomes:
            yield ("gesplitst", f"nr {number}", "wordt"), norm_id
    for number, merged in enumerate(transition.merged, start=1):
        yield ("samengevoegd", f"nr {number}", "wordt"), merged.becomes
    for number, added in enumerate(transition.added, start=1):
        yield ("nieuw", f"nr {number}", "norm"), added.norm


def _old_id_problems(transition: Transition, old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    """Old norms are named once, exist, and do not disappear in silence."""
    named = Counter(norm_id for _, norm_id in _old_ids(transition))
    kept = {entry.norm for entry in transition.reworded if entry.new_id == entry.norm}
    for place, norm_id in _old_ids(transition):
        if norm_id not in old.norm_by_id:
            yield Problem(FILE, place, f"'{norm_id}' staat niet in versie {old.version}; verbeter de id")
        elif norm_id in new.norm_by_id and norm_id not in kept:
            yield Problem(
                FILE, place, f"'{norm_id}' staat ook in versie {new.version}; geef de nieuwe norm een eigen id"
            )
    for norm_id, count in named.items():
        if count > 1:
            yield Problem(FILE, (norm_id,), f"wordt {count} keer genoemd; noem elke oude norm één keer")
    for norm_id in old.norm_by_id:
        if norm_id not in new.norm_by_id and norm_id not in named:
            text = f"staat niet meer in versie {new.version}; zet de norm bij wat ermee is gebeurd"
            yield Problem(FILE, (norm_id,), text)


def _new_id_problems(transition: Transition, old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    """New norms are named once, exist, and do not take over the id of an old one."""
    named = Counter(norm_id for _, norm_id in _new_ids(transition))
    for place, norm_id in _new_ids(transition):
        if norm_id not in new.norm_by_id:
            yield Problem(FILE, place, f"'{norm_id}' staat niet in versie {new.version}; verbeter de id")
        elif norm_id in old.norm_by_id:
            text = f"'{norm_id}' was in versie {old.version} een andere norm; geef de nieuwe norm een eigen id"
            yield Problem(FILE, place, text)
    for norm_id, count in named.items():
        if count > 1:
            yield Problem(
                FILE, (norm_id,), f"wordt {count} keer als nieuw genoemd; noem elke nieuwe norm één keer"
            )
    for entry in transition.reworded:
        if entry.new_id == entry.norm and entry.norm in old.norm_by_id and entry.norm not in new.norm_by_id:
            text = f"staat niet in versie {new.version}; schrijf bij 'wordt' de nieuwe id"
            yield Problem(FILE, (entry.norm,), text)
    for norm_id in new.norm_by_id:
        if norm_id not in old.norm_by_id and norm_id not in named:
            yield Problem(FILE, (norm_id,), f"is nieuw in versie {new.version}; zeg waar de norm vandaan komt")


def _untold_changes(transition: Transition, old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    """A norm that keeps its id but asks or counts differently is told as reworded."""
    told = {norm_id for _, norm_id in _old_ids(transition)}
    for norm_id, norm in old.norm_by_id.items():
        same = new.norm_by_id.get(norm_id)
        if same and norm_id not in told and (changed := changed_fields(norm, same)):
            yield Problem(
                FILE, (norm_id,), f"heeft een ander veld ({', '.join(changed)}); zet de norm bij verwoord"
            )


def changed_fields(before: Norm, after: Norm) -> tuple[str, ...]:
    """The Dutch names of what differs in what is asked and how it counts."""
    return tuple(
        name for name, attribute in TOLD_FIELDS.items() if getattr(before, attribute) != getattr(after, attribute)
    )


def _last_words(transition: Transition, old: Questionnaire) -> Iterator[Problem]:
    """The last words of a retired norm are those of the old version."""
    for number, entry in enumerate(transition.retired, start=1):
        norm = old.norm_by_id.get(entry.norm)
        for field, said, found in (
            ("titel", entry.title, norm.title if norm else entry.title),
            ("tekst", entry.statement, norm.statement if norm else entry.statement),
        ):
            if said != found:
                text = f"is niet de laatste tekst; neem die van versie {old.version} over"
                yield Problem(FILE, ("vervallen", f"nr {number} ({entry.norm})", field), text)


def _lost_sections(old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    """Steps of a process card belong to a section, so a section stays."""
    known = {section.id for section in new.sections}
    for section in old.sections:
        if section.id not in known:
            yield Problem(FILE, (section.id,), "dit onderdeel is weg; laat een onderdeel met die id bestaan")
