"""Compares files with an assessment, field by field, before anybody chose. Pure; see decision 0020."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count

from questionnaire.comparison.form_fields import FieldKey
from questionnaire.comparison.model import (
    JOIN,
    JOINABLE,
    KEEP,
    Base,
    Choice,
    Comparison,
    Kind,
    Offer,
    Pick,
    Row,
    lacking,
)
from questionnaire.comparison.offered import OfferedFile
from questionnaire.comparison.offers import Claim, Reading, read_claims, removed_subjects
from questionnaire.model.plan import ActionField, ProcessField, action_id, process_place
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.model.subjects import fields_of, values_of
from questionnaire.store.records import StoredAssessment

ClaimsByKey = dict[FieldKey, list[Claim]]


def compare(file: OfferedFile, stored: StoredAssessment, base: Base | None, content: Questionnaire) -> Comparison:
    """Compare one file; `base` is what the form was made with, None when the store does not know the form."""
    return compare_all((file,), stored, (base,), content)


def compare_all(
    files: Sequence[OfferedFile], stored: StoredAssessment, bases: Sequence[Base | None], content: Questionnaire
) -> Comparison:
    """Compare several files at once; `bases` belong to them in order, as in `compare`.

    The names of the files are made different: a second "lijst.docx" becomes "lijst.docx (2)". Apart from that the
    order of the files does not matter. `content` is all of it, not only the core.
    """
    named = zip(_with_own_names(files), bases, strict=True)
    readings = [read_claims(file, stored, base, content) for file, base in named]
    mine, removed = values_of(stored.assessment), removed_subjects(stored)
    here, only_here = {subject for subject, _ in mine}, _only_here(readings)
    rows: list[Row] = []
    same = 0
    for subject, claims in _by_subject(readings, only_here).items():
        if subject in only_here or (_is_plan(subject) and subject not in here):
            rows += _group(claims, mine, was_removed=subject in removed)
            continue
        for key, of_key in claims.items():
            row = _row(key, of_key, mine.get(key, ""))
            rows += [row] if row else []
            same += row is None and key in mine
    findings = {reading.file: reading.findings for reading in readings}
    return Comparison(stored, content, _in_order(rows, stored, content), same, findings)


def _with_own_names(files: Sequence[OfferedFile]) -> Iterator[OfferedFile]:
    used: set[str] = set()
    for file in files:
        numbered = (f"{file.name} ({number})" for number in count(2))
        name = next(name for name in chain((file.name,), numbered) if name not in used)
        used.add(name)
        yield replace(file, name=name)


def _is_plan(subject: str) -> bool:
    return bool(action_id(subject) or process_place(subject))


def _only_here(readings: Sequence[Reading]) -> frozenset[str]:
    """Actions and steps that a whole assessment in the files lacks, and no file has something for."""
    had = {subject for reading in readings for subject, _ in reading.claims if subject not in reading.absent}
    return frozenset[str]().union(*(reading.absent for reading in readings)) - had


def _by_subject(readings: Sequence[Reading], only_here: frozenset[str]) -> dict[str, ClaimsByKey]:
    """The claims by subject and field; what a file lacks as a whole says nothing when another file has it."""
    found: dict[str, ClaimsByKey] = {}
    for reading in readings:
        for key, claim in reading.claims.items():
            if key[0] not in reading.absent or key[0] in only_here:
                found.setdefault(key[0], {}).setdefault(key, []).append(claim)
    return found


# One field


def _row(key: FieldKey, claims: Sequence[Claim], mine: str) -> Row | None:
    """The row of a field; None when there is no difference."""
    plain = [(_kind(claim, mine, key), claim) for claim in claims if not claim.is_added]
    changed = [claim for kind, claim in plain if kind in (Kind.FILE, Kind.BOTH)]
    added = [claim for claim in claims if claim.is_added and lacking(mine, claim.text)]
    if changed or added:
        is_clear = len({claim.text for claim in changed}) + bool(added) == 1
        is_one = is_clear and all(kind is not Kind.BOTH for kind, _ in plain)
        return _with_picks(key, mine, [*changed, *added], Kind.FILE if is_one else Kind.BOTH)
    here = [claim for kind, claim in plain if kind is Kind.MINE]
    return _with_picks(key, mine, here, Kind.MINE) if here else None


def _kind(claim: Claim, mine: str, key: FieldKey) -> Kind:
    """What one file did with a field."""
    if claim.text == mine:
        return Kind.SAME
    before = claim.base or ""  # without a base: as if both began empty
    if claim.text == before:
        return Kind.MINE
    if mine == before:
        return Kind.FILE
    has_all = key[1] in JOINABLE and claim.text and not lacking(mine, claim.text)
    return Kind.MINE if has_all else Kind.BOTH


def _with_picks(key: FieldKey, mine: str, claims: Sequence[Claim], kind: Kind) -> Row:
    """The row with what may be chosen in it."""
    offers = _offers(claims)
    bases = {claim.base for claim in claims}
    base = bases.pop() if len(bases) == 1 else None
    row = Row(*key, "", mine, offers, base, kind, (KEEP,), None)
    plain = [offer for offer in offers if not offer.is_added]
    picks = [KEEP, *(Pick(Choice.FILE, offer.files[0]) for offer in plain)]
    if key[1] in JOINABLE and row.text(JOIN) not in (mine, *(offer.text for offer in plain)):
        picks.append(JOIN)
    return replace(row, picks=tuple(picks), default=_default(row, picks))


def _default(row: Row, picks: Sequence[Pick]) -> Pick | None:
    """What goes without saying: nothing does when both changed, or when a field would be emptied."""
    if row.kind is Kind.BOTH:
        return None
    if row.kind is Kind.MINE:
        return KEEP
    return picks[1] if row.text(picks[1]) else None


def _offers(claims: Sequence[Claim]) -> tuple[Offer, ...]:
    """One offer for each text, whatever the order of the files."""
    by_text: dict[tuple[str, bool], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.file):
        by_text.setdefault((claim.text, claim.is_added), []).append(claim)
    return tuple(
        Offer(text, tuple(claim.file for claim in found), found[0].place, is_added)
        for (text, is_added), found in by_text.items()
    )


# An action or step that is on one side only


def _group(claims: ClaimsByKey, mine: Mapping[FieldKey, str], *, was_removed: bool) -> list[Row]:
    """Its rows, which have one choice: as a whole, or not."""
    files = sorted({claim.file for found in claims.values() for claim in found})
    claims = {key: [*found, *_silent(found, files)] for key, found in claims.items()}
    texts = {
        file: tuple(claim.text for found in claims.values() for claim in found if claim.file == file)
        for file in files
    }
    different = {texts[file]: file for file in reversed(files)}
    picks = (KEEP, *(Pick(Choice.FILE, file) for file in files if different[texts[file]] == file))
    kind = _group_kind(claims, mine, was_removed, len(different))
    default = {Kind.MINE: KEEP, Kind.FILE: picks[1]}.get(kind)
    rows = []
    for (subject, field), found in claims.items():
        text, bases = mine.get((subject, field), ""), {claim.base for claim in found}
        if text or any(claim.text for claim in found):
            base = bases.pop() if len(bases) == 1 else None
            offers = _offers(found)
            rows.append(Row(subject, field, "", text, offers, base, kind, picks, default, subject, was_removed))
    return rows


def _silent(claims: Sequence[Claim], files: Iterable[str]) -> Iterator[Claim]:
    """An empty claim for each file that has something for the subject, and nothing for this field."""
    for file in files:
        if all(claim.file != file for claim in claims):
            yield Claim(file, "", "")


def _group_kind(claims: ClaimsByKey, mine: Mapping[FieldKey, str], was_removed: bool, texts: int) -> Kind:
    every = [claim for found in claims.values() for claim in found]
    if any(key in mine for key in claims) or (was_removed and all(claim.text == claim.base for claim in every)):
        return Kind.MINE
    return Kind.BOTH if was_removed or texts > 1 else Kind.FILE


# In order


def _in_order(rows: Iterable[Row], stored: StoredAssessment, content: Questionnaire) -> tuple[Row, ...]:
    """The rows with their norm, as they stand in the content."""
    rows = list(rows)
    place = {norm.id: number for number, norm in enumerate(content.norms)}
    norms = _norms_of_actions(rows, stored)
    named = []
    for row in rows:
        if process_place(row.subject):
            named.append(row)
            continue
        candidates = norms.get(row.subject, ()) if action_id(row.subject) else (row.subject,)
        first = min(candidates, key=lambda norm_id: place.get(norm_id, len(place)), default="")
        named.append(replace(row, norm_id=first))
    order = _order(place, _positions(rows, stored), content)
    return tuple(sorted(named, key=order))


def _norms_of_actions(rows: Iterable[Row], stored: StoredAssessment) -> dict[str, tuple[str, ...]]:
    """The norms of every action, by its subject; of one that is not here, as a file has them."""
    norms = {row.subject: tuple(row.offers[0].text.split()) for row in rows if row.field is ActionField.NORMS}
    return norms | {action.subject: action.norms for action in stored.assessment.actions.values()}


def _positions(rows: Iterable[Row], stored: StoredAssessment) -> dict[str, int]:
    """The place of every process step, by its subject; 0 when it has none."""
    texts = {row.subject: row.offers[0].text for row in rows if row.field is ProcessField.POSITION}
    places = {subject: int(text or 0) for subject, text in texts.items()}
    return places | {step.subject: step.position for step in stored.assessment.process.values()}


def _order(
    norms: Mapping[str, int], positions: Mapping[str, int], content: Questionnaire
) -> Callable[[Row], tuple[object, ...]]:
    sections = {section.id: number for number, section in enumerate(content.sections)}

    def order(row: Row) -> tuple[object, ...]:
        field = list(fields_of(row.subject)).index(row.field)
        if found := process_place(row.subject):
            section = sections.get(found[0], len(sections))
            return True, section, positions.get(row.subject, 0), row.subject, field
        place = norms.get(row.norm_id, len(norms)) if row.norm_id else len(norms) + 1
        return False, place, bool(action_id(row.subject)), row.subject, field

    return order
