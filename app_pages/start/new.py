"""A new assessment, one question at a time: for whom, which list, and under what name or role."""

from dataclasses import dataclass, field

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.depths import depth_choice
from app_pages.frame.navigation import OVERVIEW, page
from app_pages.frame.widgets import plain
from app_pages.session import session
from questionnaire.model.assessment import Depth, Municipality, Organisation, OrganisationKind
from questionnaire.municipalities import by_code, load_municipalities
from service.wire import LONGEST_AUTHOR

MUNICIPALITY, COOPERATION = "Eén gemeente", "Een samenwerking van gemeenten"
WHO, LIST, NAME = "wie", "lijst", "naam"
BEGIN = "Begin met invullen"
NEW = "new_assessment"
"""In session state: what was answered so far."""


@dataclass
class NewAssessment:
    """What was answered so far; nothing is kept before the last question."""

    question: str = WHO
    kind: str = MUNICIPALITY
    codes: list[str] = field(default_factory=list)
    name: str = ""
    depth: Depth = Depth.CORE

    @property
    def problem(self) -> str:
        """What is still missing about for whom it is; empty when nothing is."""
        if self.kind == MUNICIPALITY:
            return "" if self.codes else "Kies eerst een gemeente uit de lijst."
        if not self.name.strip():
            return "Geef de samenwerking een naam."
        return "" if len(self.codes) > 1 else "Kies de gemeenten van de samenwerking: ten minste twee."

    @property
    def organisation(self) -> Organisation:
        """For whom it is; raises IndexError while there is a problem."""
        chosen = tuple(Municipality(code=code, name=by_code(code).name) for code in self.codes)
        if self.kind == MUNICIPALITY:
            name = f"Gemeente {by_code(self.codes[0]).label}"
            return Organisation(kind=OrganisationKind.MUNICIPALITY, name=name, municipalities=chosen)
        return Organisation(kind=OrganisationKind.COOPERATION, name=self.name.strip(), municipalities=chosen)


def is_begun() -> bool:
    """Whether somebody is answering the questions: then nothing else asks for attention."""
    return _new().question != WHO


def ask_new(*, is_main: bool) -> None:
    """Draw the question that is next; `is_main` says whether this is what most visitors come for."""
    new = _new()
    if new.question == WHO:
        _ask_who(new, is_main=is_main)
        return
    st.caption(f"Voor {plain(new.organisation.name)}")
    is_last = new.question == NAME or bool(session.author())
    if new.question == LIST:
        _ask_list(new)
    else:
        _ask_name()
    if is_last:
        st.caption(f"Uw antwoorden gelden op {session.today():%d-%m-%Y}. Deze peildatum kunt u later wijzigen.")
    with st.container(horizontal=True):
        goes_on = st.button(BEGIN if is_last else "Verder", type="primary", key="nieuw-verder")
        goes_back = st.button("Terug", key="nieuw-terug")
    if goes_on and is_last:
        _make(new)
    elif goes_on or goes_back:
        new.question = NAME if goes_on else LIST if new.question == NAME else WHO
        st.rerun()


def _new() -> NewAssessment:
    found: NewAssessment = st.session_state.setdefault(NEW, NewAssessment())
    return found


def _ask_who(new: NewAssessment, *, is_main: bool) -> None:
    key = _kept("soort", new.kind)
    kinds = (MUNICIPALITY, COOPERATION)
    new.kind = st.radio("Voor wie vult u de lijst in?", kinds, horizontal=True, key=key) or MUNICIPALITY
    places = {place.code: place.label for place in load_municipalities()}
    if new.kind == MUNICIPALITY:
        _ask_municipality(new, places)
    else:
        _ask_cooperation(new, places)
    if st.button("Begin", type="primary" if is_main else "secondary", key="nieuw-begin"):
        if new.problem:
            st.error(new.problem, icon=icons.ERROR)
            return
        new.question = LIST
        st.rerun()


def _kept(name: str, value: object) -> str:
    """The key of an input that begins with what was answered before: what is not drawn, Streamlit forgets."""
    key = f"nieuw-{name}"
    st.session_state.setdefault(key, value)
    return key


def _ask_municipality(new: NewAssessment, places: dict[str, str]) -> None:
    chosen = st.selectbox(
        "Gemeente",
        list(places),
        format_func=lambda code: places[code],
        index=None,
        placeholder="Typ een naam",
        key=_kept("gemeente", new.codes[0] if len(new.codes) == 1 else None),
    )
    new.codes = [chosen] if chosen else []


def _ask_cooperation(new: NewAssessment, places: dict[str, str]) -> None:
    hint = "Bijvoorbeeld de naam van de regio"
    key = _kept("naam", new.name)
    new.name = st.text_input("Naam van de samenwerking", max_chars=120, placeholder=hint, key=key) or ""
    new.codes = st.multiselect(
        "Gemeenten in de samenwerking",
        list(places),
        format_func=lambda code: places[code],
        placeholder="Kies gemeenten",
        key=_kept("gemeenten", new.codes),
    )


def _ask_list(new: NewAssessment) -> None:
    chosen = st.radio(
        "Welke lijst vult u in? U kunt later altijd wisselen.",
        list(Depth),
        format_func=lambda depth: depth_choice(Depth(depth)),
        key=_kept("diepte", new.depth),
    )
    new.depth = Depth(chosen or Depth.CORE)


def _ask_name() -> None:
    name = st.text_input(
        "Uw naam of rol, bijvoorbeeld ‘beleidsmedewerker’ (mag leeg blijven)",
        max_chars=LONGEST_AUTHOR,
        help="Zo zien collega’s in de geschiedenis wie wat wijzigde. De browser onthoudt dit.",
        key=_kept("auteur", session.author()),
    )
    if name is not None and name.strip() != session.author():
        session.set_author(name)


def _make(new: NewAssessment) -> None:
    """Make it and open it; the day on which the answers hold is today until somebody changes it."""
    version = session.newest_content().version
    made = session.store().create(new.organisation, new.depth, session.today(), version)
    st.session_state.pop(NEW)
    session.choose(made)
    st.switch_page(page(OVERVIEW), query_params={session.ASSESSMENT_PARAMETER: made})
