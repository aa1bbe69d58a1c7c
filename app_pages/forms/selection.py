"""Which norms go into a form: the question on screen, and the answer with its words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape

import streamlit as st

from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.assessment import Answer, Depth, Level
from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.wording.dutch import either, norms, with_capital

ONLY_OPEN = "Alleen wat nog open is of op ‘weet ik niet’ staat"


class Part(StrEnum):
    """What can be chosen; the values are the words on screen."""

    ALL = "Alle normen van deze lijst"
    CORE = "Alleen de kernlijst"
    SECTION = "Eén stap of thema"
    ROLE = "Wat één rol meestal weet"
    OPEN = "Wat nog open is of op ‘weet ik niet’ staat"
    OWN = "Normen die u zelf kiest"


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen norms, in content order."""

    norms: tuple[Norm, ...]
    words: str
    """What was chosen, such as "Stap 3 · Coördineren"; "" without norms."""
    role: str = ""
    """The role that usually knows these, when one was chosen."""


def ask_selection(found: Opened) -> Selection:
    """Ask which norms, and say how many that are."""
    asked = session.content().at(found.assessment.depth)
    parts = [part for part in Part if part is not Part.CORE or found.assessment.depth is Depth.FULL]
    chosen = Part(st.radio("Welke normen komen in de lijst?", parts, key="lijst-deel") or Part.ALL)
    selection = _ASK[chosen](asked, found)
    if not selection.norms:
        st.write("Hier past nog geen norm bij.")
        return selection
    number = len(selection.norms)
    fold = st.expander(
        f"{with_capital(norms(number))} {either(number, 'komt', 'komen')} in de lijst. Bekijk welke.",
        key="lijst-normen",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            lines = "".join(f"<li>{norm.code} {escape(norm.title)}</li>" for norm in selection.norms)
            st.html(f'<ul class="ww-told">{lines}</ul>')
    return selection


def is_open(answer: Answer) -> bool:
    """Whether there is still something to find out: no level, "weet ik niet", or no reason why it does not apply.

    >>> is_open(Answer()), is_open(Answer(level=Level.UNKNOWN)), is_open(Answer(level=Level.PARTLY))
    (True, True, False)
    """
    return answer.level in (None, Level.UNKNOWN) or answer.lacks_reason


def _open_norms(norms_: Iterable[Norm], found: Opened) -> tuple[Norm, ...]:
    return tuple(norm for norm in norms_ if is_open(found.answer(norm.id)))


def _all(asked: Questionnaire, found: Opened) -> Selection:
    words = "Kernlijst" if found.assessment.depth is Depth.CORE else "Volledige lijst"
    return Selection(asked.norms, words)


def _core(asked: Questionnaire, _: Opened) -> Selection:
    return Selection(asked.core.norms, "Kernlijst")


def _section(asked: Questionnaire, found: Opened) -> Selection:
    names = {section.id: section.name for section in asked.sections if section.norms}
    chosen = st.selectbox(
        "Welke stap of welk thema?", list(names), format_func=names.__getitem__, key="lijst-stap"
    )
    section = next(each for each in asked.sections if each.id == chosen)
    return _narrowed(Selection(section.norms, section.name), found)


def _role(asked: Questionnaire, found: Opened) -> Selection:
    counts = {role.id: sum(norm.role == role.id for norm in asked.norms) for role in asked.roles}
    labels = {
        role.id: f"{with_capital(role.label)} ({norms(counts[role.id])})"
        for role in asked.roles
        if counts[role.id]
    }
    chosen = st.selectbox("Welke rol?", list(labels), format_func=labels.__getitem__, key="lijst-rol")
    label = asked.role_by_id[chosen].label
    fitting = tuple(norm for norm in asked.norms if norm.role == chosen)
    return _narrowed(Selection(fitting, f"Wat de rol ‘{label}’ meestal weet", label), found)


def _narrowed(selection: Selection, found: Opened) -> Selection:
    """The selection, or what is still open in it."""
    if not st.checkbox(ONLY_OPEN, key="lijst-alleen-open"):
        return selection
    return Selection(_open_norms(selection.norms, found), f"{selection.words}, wat nog open is", selection.role)


def _open(asked: Questionnaire, found: Opened) -> Selection:
    return Selection(_open_norms(asked.norms, found), "Wat nog open is")


def _own(asked: Questionnaire, _: Opened) -> Selection:
    titles = {norm.id: f"{norm.code} {norm.title}" for norm in asked.norms}
    chosen = st.multiselect(
        "Welke normen? Typ een nummer of een woord uit de titel.",
        list(titles),
        format_func=titles.__getitem__,
        placeholder="Kies een of meer normen",
        key="lijst-zelf",
    )
    fitting = tuple(norm for norm in asked.norms if norm.id in chosen)
    return Selection(fitting, norms(len(fitting)))


_ASK: dict[Part, Callable[[Questionnaire, Opened], Selection]] = {
    Part.ALL: _all,
    Part.CORE: _core,
    Part.SECTION: _section,
    Part.ROLE: _role,
    Part.OPEN: _open,
    Part.OWN: _own,
}
