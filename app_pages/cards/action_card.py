"""One action on screen: a headline to read, and its fields when unfolded. Each card redraws by itself."""

from html import escape

import streamlit as st

from app_pages.cards import inputs
from app_pages.cards.kept_fields import ask_choice, ask_day, ask_several, ask_text, show_history, show_status
from app_pages.cards.troubles import show_troubles
from app_pages.frame.navigation import redraw
from app_pages.frame.values import FIELD_NAMES, norm_text, value_text
from app_pages.frame.widgets import plain
from app_pages.planning.selection import is_late
from app_pages.session import news, session
from app_pages.session.opened import Opened
from questionnaire.model.plan import YES, Action, ActionField, ActionStatus, action_id
from reporting.wording.actions import due_text, short_text, status_text
from reporting.wording.answers import owner_text
from reporting.wording.dutch import with_capital

MOST_CODES = 5
TO_READ = tuple(field for field in ActionField if field not in (ActionField.WHAT, ActionField.REMOVED))


def show_action(subject: str) -> None:
    """Draw an action: to change, or to read when nothing can be changed."""
    found = session.require_opened()
    with st.container(key=inputs.card_key(subject), border=True, gap=None):
        if found.is_read_only:
            _show_to_read(found, subject)
        else:
            st.fragment(_draw, key=inputs.card_key(subject))(subject)


def show_removed_actions(found: Opened) -> None:
    """What was removed can be put back, also weeks later."""
    removed = [
        subject
        for subject, field in found.seen
        if field is ActionField.REMOVED and subject not in found.screen.subjects and _is_removed(found, subject)
    ]
    if not removed:
        return
    more = st.expander("Verwijderde acties", key="verwijderde-acties", on_change="rerun")
    if not more.open:
        return
    for subject in removed:
        if subject not in found.actions:
            session.recall(subject)
        with more.container(horizontal=True, vertical_alignment="center"):
            st.write(plain(short_text(found.actions[subject])))
            _offer_return(subject)


def _is_removed(found: Opened, subject: str) -> bool:
    """What was removed before this session began is not among the actions."""
    return subject not in found.actions or found.actions[subject].removed


def _action(found: Opened, subject: str) -> Action:
    return found.actions.get(subject) or Action(id=action_id(subject) or "")


def _draw(subject: str) -> None:
    found = session.require_opened()
    found.screen.to_draw.discard(subject)
    if _action(found, subject).removed:
        _show_removed(found, subject)
        return
    key = inputs.seed_fold(subject, subject == found.screen.new_action or any(found.unstored(subject)))
    if not st.session_state[key]:
        news.show_newer(subject)  # nobody is typing in a folded card
    action = _action(found, subject)
    with st.container(gap="xsmall"):
        _show_headline(action)
        show_troubles(subject, f"de actie ‘{plain(short_text(action))}’", found)
        more = st.expander("Bekijk of wijzig deze actie", key=key, on_change="rerun", type="compact")
    if more.open:
        with more:
            _ask_fields(found, subject)


def _show_headline(action: Action, lead: str = "") -> None:
    owner = owner_text(action, session.content())
    late = ' <strong class="ww-late">te laat</strong>' if is_late(action, session.today()) else ""
    entries = [
        escape(with_capital(owner)) if owner else "Geen eigenaar",
        with_capital(due_text(action)) + late,
        status_text(action, session.content()),
        _codes(action),
    ]
    items = "".join(f"<li>{entry}</li>" for entry in entries if entry)
    st.html(f'<h3 class="ww-action">{lead}{escape(short_text(action))}</h3><ul class="ww-line">{items}</ul>')


def _codes(action: Action) -> str:
    """The codes of its norms; of many the first few and how many more."""
    codes = [norm.code for norm in session.content().norms if norm.id in action.norms]
    rest = len(codes) - MOST_CODES
    shown = ", ".join(codes if rest <= 1 else [*codes[:MOST_CODES], f"en nog {rest}"])
    return escape(f"{'norm' if len(codes) == 1 else 'normen'} {shown}") if codes else ""


def _ask_fields(found: Opened, subject: str) -> None:
    plan, content = session.content().plan, session.content()
    _lead_here(found, subject, "textarea")
    ask_text(found, subject, ActionField.WHAT, "Wat gaat er gebeuren?")
    asked = {norm.id: norm_text(norm.id) for norm in content.at(found.assessment.depth).norms}
    ask_several(found, subject, ActionField.NORMS, "Voor welke normen?", asked)
    left, right = st.columns(2)
    with left:
        roles = {role.id: with_capital(role.label) for role in content.roles}
        ask_choice(found, subject, ActionField.OWNER_ROLE, "Wie is de eigenaar? Kies een functie", roles)
    with right:
        ask_text(found, subject, ActionField.OWNER_NAME, "Naam van de eigenaar (hoeft niet)", one_line=True)
    st.caption("Een functie is genoeg. Een naam komt niet in het rapport dat u deelt.")
    first, second, third = st.columns(3)
    with first:
        ask_day(found, subject, ActionField.DUE, "Wanneer is het klaar?")
    with second:
        efforts = {entry.effort.value: entry.label for entry in plan.efforts}
        meaning = "  \n".join(f"{entry.label}: {entry.explanation}" for entry in plan.efforts)
        ask_choice(found, subject, ActionField.EFFORT, "Hoeveel werk is het?", efforts, note=meaning)
    with third:
        statuses = {entry.status.value: entry.label for entry in plan.statuses}
        none_yet = statuses.pop(ActionStatus.NOT_STARTED.value)
        ask_choice(found, subject, ActionField.STATUS, "Hoe staat het ermee?", statuses, empty=none_yet)
    ask_text(found, subject, ActionField.EXPECTED, "Wat levert het op?")
    ask_text(found, subject, ActionField.NOTE, "Notitie voor uzelf en uw collega’s")
    show_status(found, subject, "Actie")
    _offer_rest(found, subject)


def _offer_rest(found: Opened, subject: str) -> None:
    action = _action(found, subject)
    with st.container(horizontal=True):
        if st.button("Geschiedenis van deze actie", key=f"geschiedenis-{subject}"):
            show_history(subject, plain(short_text(action)))
        if subject in found.actions:
            st.button("Verwijder deze actie", key=f"verwijder-{subject}", on_click=_remove, args=(subject, YES))


def _show_removed(found: Opened, subject: str) -> None:
    """In the place of an action that was just removed: what it was, and the way back."""
    _show_headline(_action(found, subject), "Verwijderd: ")
    _lead_here(found, subject, "button")
    _offer_return(subject)


def _offer_return(subject: str) -> None:
    st.button("Zet de actie terug", key=f"terug-{subject}", on_click=_remove, args=(subject, ""))


def _remove(subject: str, mark: str) -> None:
    found = session.require_opened()
    inputs.save(found, subject, ActionField.REMOVED, mark)
    found.screen.new_action = subject
    redraw(subject)


def _lead_here(found: Opened, subject: str, target: str) -> None:
    """Have the browser put the focus in the first `target` of what this user made or removed (see shell.js)."""
    if subject != found.screen.new_action:
        return
    occasion = f"{subject}-{found.seen.get((subject, ActionField.REMOVED), 0)}"
    st.html(f'<span class="ww-lead" data-occasion="{escape(occasion)}" data-target="{target}"></span>')


def _show_to_read(found: Opened, subject: str) -> None:
    action = _action(found, subject)
    _show_headline(action)
    entries = [
        (FIELD_NAMES[field], value_text(field, action.value(field))) for field in TO_READ if action.value(field)
    ]
    body = "".join(f"<dt>{with_capital(name)}</dt><dd>{escape(value)}</dd>" for name, value in entries)
    whole = f"<p>{escape(action.what.strip())}</p>" if action.what.strip() != short_text(action) else ""
    st.html(f'{whole}<dl class="ww-details ww-answer">{body}</dl>')
