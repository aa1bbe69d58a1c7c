"""The one place that touches session state, the clock, the time zone and who is typing.

Streamlit holds no truth here: what a session keeps is a view on the store, refreshed with what colleagues
saved. A text on screen is compared with the event its reader saw; it is never replaced under their hands.
"""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from questionnaire.assessment import Answer, AnswerField, Assessment, Depth, Level, ParticularField, Particulars
from questionnaire.cleaning import clean
from questionnaire.errors import AppError
from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.loading import questionnaire
from questionnaire.model import Questionnaire
from questionnaire.scoring import Result, score_assessment
from questionnaire.store import AnswerEvent, Change, ConflictError, Store, StoredAssessment

PROJECT = Path(__file__).resolve().parent.parent
ASSESSMENT_PARAMETER = "z"
PARTICULARS_CARD = "rapportgegevens"
PARTICULARS_PAGE = "overzicht"
"""The page that shows the particulars: there they are not replaced while someone types."""
NORM_PARAMETER = "norm"
AUTHOR_COOKIE = "was_wordt_naam"
LONGEST_AUTHOR = 80

FieldKey = tuple[str, AnswerField]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a value could not be saved, and the value, so that it is not lost with the page."""

    message: str
    mine: str


@dataclass
class ParticularTrouble:
    """Why a particular is not stored, and the value, so that it is not lost with the page."""

    message: str
    mine: str
    theirs: str | None
    """What somebody else stored meanwhile; None when saving failed for another reason."""


def database_url() -> str:
    """Where answers are kept: WAS_WORDT_DATABASE, or data/was-wordt.db beside the app."""
    return os.environ.get("WAS_WORDT_DATABASE") or f"sqlite:///{PROJECT / 'data' / 'was-wordt.db'}"


@st.cache_resource(show_spinner="Gegevens openen …")
def store() -> Store:
    """The store, one per process; holds nothing of any user."""
    return Store.open(database_url())


@dataclass
class Opened:
    """The assessment that this session looks at, and what its user saw of every field."""

    assessment: Assessment
    answers: dict[str, Answer]
    seen: dict[FieldKey, int]
    saved_at: dict[FieldKey, datetime]
    latest_event: int
    is_read_only: bool = False
    conflicts: dict[FieldKey, ConflictError] = field(default_factory=dict)
    failures: dict[FieldKey, Failure] = field(default_factory=dict)
    newer: dict[FieldKey, AnswerEvent] = field(default_factory=dict)
    """What a colleague saved in a text that stands on this screen, not shown yet."""
    particulars_saved_at: datetime | None = None
    particular_troubles: dict[ParticularField, ParticularTrouble] = field(default_factory=dict)
    newer_particulars: Particulars | None = None
    """What a colleague saved in the particulars that stand on this screen, not shown yet."""

    def answer(self, norm_id: str) -> Answer:
        """The answer as this session last knew it."""
        return self.answers.get(norm_id) or Answer()

    def take(self, norm_id: str, answer_field: AnswerField, value: str, event_id: int, at: datetime) -> None:
        """Record a stored value as seen."""
        key = (norm_id, answer_field)
        self.answers[norm_id] = self.answer(norm_id).replace(answer_field, value)
        self.seen[key] = event_id
        self.saved_at[key] = at
        for register in (self.conflicts, self.failures, self.newer):
            register.pop(key, None)

    def see_particulars(self, particulars: Particulars) -> None:
        """Record stored particulars as seen."""
        self.assessment = self.assessment.model_copy(update={"particulars": particulars})

    def unstored(self, norm_id: str) -> Iterator[tuple[AnswerField, str]]:
        """The user's own values of this norm that a conflict or a failure kept from being stored."""
        for register in (self.conflicts, self.failures):
            for (norm, answer_field), trouble in register.items():
                if norm == norm_id:
                    yield answer_field, trouble.mine

    def last_saved(self, norm_id: str) -> datetime | None:
        """When this norm's answer was last saved; None when nothing was filled in yet."""
        moments = [at for (norm, _), at in self.saved_at.items() if norm == norm_id]
        return max(moments, default=None)

    def current(self) -> Assessment:
        """The assessment with the answers of this moment."""
        return self.assessment.model_copy(update={"answers": dict(self.answers)})


def widget_key(norm_id: str, answer_field: AnswerField) -> str:
    """Key of the input for one field; also the CSS class `st-key-…` by which the browser part finds it."""
    replaced = st.session_state.get("replaced", {}).get((norm_id, answer_field), 0)
    return f"w-{answer_field.value}-{norm_id}" + (f"--{replaced}" if replaced else "")


def replace_input(norm_id: str, answer_field: AnswerField) -> None:
    """Let an input make place for a new one with the value that is known now.

    The same input with another value will not do: what the browser sends before it has heard of that value would
    look like a change back by the user, and be saved.
    """
    st.session_state.pop(widget_key(norm_id, answer_field), None)
    replaced: dict[FieldKey, int] = st.session_state.setdefault("replaced", {})
    replaced[norm_id, answer_field] = replaced.get((norm_id, answer_field), 0) + 1


def particular_key(particular: ParticularField) -> str:
    """Key of the input for one particular; a choice has a key that the browser part does not save while typing."""
    kind = "keuze" if particular is ParticularField.CONFIDENTIALITY else "w"
    return f"{kind}-{particular.value}-{PARTICULARS_CARD}"


def card_key(norm_id: str) -> str:
    """Key of the fragment and container of one norm."""
    return f"norm-{norm_id}"


def opened() -> Opened | None:
    """The assessment that is open in this session, or None."""
    found = st.session_state.get("opened")
    return found if isinstance(found, Opened) else None


def require_opened() -> Opened:
    """The assessment that is open; raises AppError when there is none."""
    found = opened()
    if found is None:
        raise AppError("Er is geen zelfbeoordeling geopend. Ga naar de startpagina en kies er een.")
    return found


def content() -> Questionnaire:
    """The full content."""
    return questionnaire()


def result() -> Result:
    """Score of the open assessment, of this moment."""
    return score_assessment(content(), require_opened().current())


def open_from_address() -> None:
    """Open what the address names, keep the address in step with the session, and take in new answers."""
    wanted = st.query_params.get(ASSESSMENT_PARAMETER) or st.session_state.get("assessment_id")
    if not wanted:
        return
    found = opened()
    if found is None or found.assessment.id != wanted:
        found = _load(wanted)
        _forget_inputs()
        st.session_state["opened"] = found
        st.session_state["assessment_id"] = wanted
    if st.query_params.get(ASSESSMENT_PARAMETER) != wanted:
        st.query_params[ASSESSMENT_PARAMETER] = wanted


def _load(assessment_id: str) -> Opened:
    if assessment_id == EXAMPLE_ID:
        example = load_example(content())
        return Opened(example, dict(example.answers), {}, {}, 0, is_read_only=True)
    return _view(store().load(assessment_id))


def _view(stored: StoredAssessment) -> Opened:
    return Opened(
        assessment=stored.assessment,
        answers=dict(stored.assessment.answers),
        seen=dict(stored.seen),
        saved_at=dict(stored.saved_at),
        latest_event=max(stored.seen.values(), default=0),
    )


def address() -> dict[str, str]:
    """Query parameters that lead back to the open assessment."""
    found = opened()
    return {} if found is None else {ASSESSMENT_PARAMETER: found.assessment.id}


def choose(assessment_id: str | None) -> None:
    """Make another assessment the open one from the next run on; None closes it."""
    st.session_state.pop("opened", None)
    st.session_state.pop("assessment_id", None)
    st.query_params.clear()
    _forget_inputs()
    if assessment_id:
        st.session_state["assessment_id"] = assessment_id
        st.query_params[ASSESSMENT_PARAMETER] = assessment_id


def _forget_inputs() -> None:
    for key in [key for key in st.session_state if str(key).startswith("w-")]:
        del st.session_state[key]
    forget_particular_inputs()


def forget_particular_inputs() -> None:
    """Let the inputs of the particulars be filled from what is known now."""
    for each in ParticularField:
        st.session_state.pop(particular_key(each), None)


def reload() -> None:
    """Read the open assessment again from the store; unresolved conflicts stay."""
    before = require_opened()
    if before.is_read_only:
        return
    after = _load(before.assessment.id)
    after.conflicts, after.failures = before.conflicts, before.failures
    st.session_state["opened"] = after


def has_news() -> bool:
    """Whether a colleague, or another tab, saved something or chose the other list, and this session missed it."""
    found = opened()
    if found is None or found.is_read_only:
        return False
    if store().details(found.assessment.id).depth is not found.assessment.depth:
        return True
    events = store().changes_after(found.assessment.id, found.latest_event)
    return any(event.event_id > found.seen.get((event.norm_id, event.field), 0) for event in events)


def take_in_news(page: str) -> None:
    """Apply what others saved. A text on this very screen is only announced, never replaced.

    Must run before any input of the page exists. `page` is the address of the page about to be drawn.
    """
    found = opened()
    if found is None or found.is_read_only:
        return
    stays = st.session_state.get("page_before") == page
    st.session_state["page_before"] = page
    st.session_state["stays_on_page"] = stays
    on_screen: set[str] = st.session_state.get("norms_on_screen", set()) if stays else set()
    if not stays:
        for event in list(found.newer.values()):
            _take_in(found, event, on_screen)
    _take_in_details(found, shows_particulars=stays and page == PARTICULARS_PAGE)
    for event in store().changes_after(found.assessment.id, found.latest_event):
        _take_in(found, event, on_screen)
        found.latest_event = event.event_id


def _take_in_details(found: Opened, *, shows_particulars: bool = True) -> None:
    """Follow depth, date and particulars; particulars that are on screen are only announced."""
    current = store().details(found.assessment.id)
    found.particulars_saved_at = current.particulars_saved_at
    details = {"depth": current.depth, "reference_date": current.reference_date}
    found.assessment = found.assessment.model_copy(update=details)
    if shows_particulars:
        is_news = current.particulars != found.assessment.particulars
        found.newer_particulars = current.particulars if is_news else None
    else:
        take_particulars(found, current.particulars)


def take_particulars(found: Opened, particulars: Particulars) -> None:
    """Record stored particulars as seen, and let their inputs be filled again."""
    found.see_particulars(particulars)
    found.newer_particulars = None
    forget_particular_inputs()


def _take_in(found: Opened, event: AnswerEvent, on_screen: Container[str]) -> None:
    key = (event.norm_id, event.field)
    if event.event_id <= found.seen.get(key, 0) or key in found.conflicts:
        return
    if event.norm_id in on_screen and event.field is not AnswerField.LEVEL:
        found.newer[key] = event
        return
    found.take(event.norm_id, event.field, event.value, event.event_id, event.at)
    replace_input(event.norm_id, event.field)


def steady(question: tuple[object, ...], fitting: Iterable[str]) -> frozenset[str]:
    """The norms that fitted when `question` was first asked on this visit to the page.

    A norm that is being answered must not vanish because it no longer fits the filter, or because somebody chose
    the other list meanwhile; norms which that list brings are added.
    """
    depth = require_opened().assessment.depth
    kept: tuple[tuple[object, ...], Depth, frozenset[str]] | None = st.session_state.get("selection")
    if kept is None or kept[0] != question or not st.session_state.get("stays_on_page"):
        kept = (question, depth, frozenset(fitting))
    elif kept[1] is not depth:
        kept = (question, depth, kept[2].union(fitting))
    st.session_state["selection"] = kept
    return kept[2]


def to_draw(norm_id: str) -> list[str]:
    """This norm and the others on screen that changed and have not been drawn since."""
    waiting: set[str] = st.session_state.setdefault("to_draw", set())
    waiting.add(norm_id)
    waiting &= st.session_state.get("norms_on_screen", set()) | {norm_id}
    return sorted(waiting)


def drawn(norm_id: str) -> None:
    """Note that a norm is being drawn as it stands now."""
    st.session_state.setdefault("to_draw", set()).discard(norm_id)


def note_norms_on_screen(norm_ids: Iterable[str]) -> None:
    """Remember which norms this page draws, so that their texts are not replaced while someone types."""
    st.session_state["norms_on_screen"] = set(norm_ids)


def seed_input(norm_id: str, answer_field: AnswerField) -> str:
    """Give the input of a field its value, unless it has one; returns its key."""
    key = widget_key(norm_id, answer_field)
    if key not in st.session_state:
        value = dict(require_opened().unstored(norm_id)).get(answer_field)
        if value is None:
            value = require_opened().answer(norm_id).value(answer_field)
        st.session_state[key] = (Level(value) if value else None) if answer_field is AnswerField.LEVEL else value
    return key


def seed_fold(norm_id: str, is_open: bool) -> str:
    """Unfold the other fields when the norm comes on screen, or not; after that the user decides. Returns the key.

    Unfolding them again and again, because there is text in them now, would take the cursor out of that text.
    """
    key = f"meer-{norm_id}"
    if key not in st.session_state:
        st.session_state[key] = is_open
    return key


def keep(norm_id: str, answer_field: AnswerField) -> None:
    """Save what an input holds now; a conflict or failure is kept beside the text, never thrown away."""
    key = widget_key(norm_id, answer_field)
    if key not in st.session_state:
        return  # the page was left; its inputs are gone, and the text was sent before
    typed = str(st.session_state[key] or "")
    if (value := clean(typed)) != typed:
        st.session_state[key] = value
    save(norm_id, answer_field, value)


def save(norm_id: str, answer_field: AnswerField, value: str) -> None:
    """Save one field of the open assessment against what this session saw of it."""
    found = require_opened()
    key = (norm_id, answer_field)
    if key in found.conflicts:
        found.conflicts[key].mine = value
        return
    try:
        saved = store().save(
            found.assessment.id, norm_id, answer_field, value, seen=found.seen.get(key, 0), author=author()
        )
    except ConflictError as conflict:
        found.conflicts[key] = conflict
        found.newer.pop(key, None)
    except AppError as error:
        found.failures[key] = Failure(str(error), value)
    else:
        found.take(norm_id, answer_field, value, saved.event_id, saved.at)


def settle(norm_id: str, answer_field: AnswerField, value: str) -> None:
    """End a conflict with the chosen text, which is saved over the one that was shown."""
    found = require_opened()
    conflict = found.conflicts.pop((norm_id, answer_field))
    found.take(norm_id, answer_field, conflict.theirs, conflict.theirs_event, conflict.at)
    if value != conflict.theirs:
        save(norm_id, answer_field, value)
    replace_input(norm_id, answer_field)


def show_newer(norm_id: str) -> None:
    """Take over what colleagues saved in this norm, where the user has not typed something else."""
    found = require_opened()
    for (norm, answer_field), event in list(found.newer.items()):
        if norm == norm_id:
            found.take(norm, answer_field, event.value, event.event_id, event.at)
            replace_input(norm, answer_field)


def clear(norm_id: str) -> None:
    """Empty a whole answer in one go; the history keeps what was there."""
    found = require_opened()
    answer = found.answer(norm_id)
    changes = [
        Change(norm_id, answer_field, "", found.seen.get((norm_id, answer_field), 0))
        for answer_field in AnswerField
        if answer.value(answer_field)
    ]
    try:
        saved = store().save_many(found.assessment.id, changes, author=author())
    except ConflictError as conflict:
        found.conflicts[(norm_id, conflict.field)] = conflict
        return
    for change, entry in zip(changes, saved, strict=True):
        found.take(norm_id, change.field, "", entry.event_id, entry.at)
        replace_input(norm_id, change.field)


def history(norm_id: str) -> tuple[AnswerEvent, ...]:
    """Everything that was ever saved for a norm of the open assessment, newest first."""
    found = require_opened()
    return () if found.is_read_only else store().history(found.assessment.id, norm_id)


def set_depth(depth: Depth) -> None:
    """Ask the core norms or all of them; every answer stays."""
    found = require_opened()
    store().set_depth(found.assessment.id, depth, author=author())
    _take_in_details(found)


def set_reference_date(day: date) -> None:
    """Change the day on which the answers hold."""
    found = require_opened()
    store().set_reference_date(found.assessment.id, day, author=author())
    _take_in_details(found)


def keep_particulars(wanted: Particulars) -> None:
    """Save the particulars that differ from what this session saw; raises ParticularConflictError."""
    found = require_opened()
    store().set_particulars(found.assessment.id, wanted, seen=found.assessment.particulars, author=author())
    found.see_particulars(wanted)
    _take_in_details(found)


def remove() -> None:
    """Take the open assessment off the list and close it; `removed` tells which one, to offer it back."""
    found = require_opened()
    store().remove(found.assessment.id, author=author())
    choose(None)
    st.session_state["removed"] = (found.assessment.id, found.assessment.organisation.name)


def removed() -> tuple[str, str] | None:
    """Id and name of the assessment that this session took off the list, or None."""
    found: tuple[str, str] | None = st.session_state.get("removed")
    return found


def restore(assessment_id: str) -> None:
    """Put a removed assessment back on the list."""
    store().restore(assessment_id, author=author())
    st.session_state.pop("removed", None)


def author() -> str:
    """Name or role under which changes are kept; may be empty."""
    if "author" not in st.session_state:
        st.session_state["author"] = clean(unquote(st.context.cookies.get(AUTHOR_COOKIE, "")))[:LONGEST_AUTHOR]
    return str(st.session_state["author"])


def set_author(name: str) -> None:
    """Keep changes under this name or role from now on; the browser remembers it in a cookie."""
    st.session_state["author"] = clean(name).strip()[:LONGEST_AUTHOR]


def author_cookie() -> Mapping[str, str]:
    """Cookie that the browser part sets, so that the question is asked once."""
    return {"name": AUTHOR_COOKIE, "value": quote(author())}


def today() -> date:
    """The day it is for the user."""
    return datetime.now(_time_zone()).date()


def local(moment: datetime) -> datetime:
    """A stored moment (UTC) in the user's time zone."""
    return moment.astimezone(_time_zone())


def _time_zone() -> ZoneInfo | None:
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
