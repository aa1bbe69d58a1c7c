"""What to improve, what to find out and what is strong: the first few on the page, all of them one fold away."""

from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from app_pages.frame.links import address_of
from app_pages.frame.navigation import PLAN, show_link
from app_pages.frame.new_action import lead_to_plan, save_action
from app_pages.frame.widgets import level_label
from app_pages.session import session
from questionnaire.model.plan import Certainty
from questionnaire.scoring.gaps import find_out_first, improvement_points, points_to_find_out, strong_points
from questionnaire.scoring.projection import actions_by_norm, wanted_level
from questionnaire.scoring.score import NormResult, Result
from reporting.wording.dutch import norms
from reporting.wording.fixed_texts import IMPROVEMENT_RULE

MOST_IMPORTANT = 5
SHOWN_FIRST = 3
"""Of what to find out, and of what is strong."""
CERTAINTY_SIGN = {Certainty.KNOWN: "✓", Certainty.THINKING: "?", Certainty.GUESSING: "??"}
NO_GAP = "Er is geen norm onder het streefniveau."
NOTHING_STRONG = "Nog geen norm haalt het streefniveau."
NOTHING_UNKNOWN = "Er is niets om eerst uit te zoeken."
Describe = Callable[[NormResult], str]


def show_improvements(result: Result) -> None:
    """The most important improvement points, each one click away from an action."""
    gaps = improvement_points(result.norms)
    st.header("Dit eerst verbeteren")
    if not gaps:
        st.write(NO_GAP)
        return
    planned = actions_by_norm(result.assessment)
    for place, each in enumerate(gaps[:MOST_IMPORTANT], start=1):
        _show_improvement(place, each, is_planned=each.norm.id in planned)
    show_link(PLAN, "Naar het plan van aanpak")
    with st.expander(f"Alle verbeterpunten: {norms(len(gaps))}, in volgorde"):
        st.write(IMPROVEMENT_RULE)
        _show_list(gaps, _improvement_text)


def _show_improvement(place: int, each: NormResult, *, is_planned: bool) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.html(f'<div class="ww-point"><p>{place}. {_link(each)}</p><p>{_was_becomes(each)}</p></div>')
    if is_planned:
        right.caption("staat in het plan")
    elif not session.require_opened().is_read_only:
        name = f"maak-actie-{each.norm.id}"
        if right.button("Maak actie", key=name, help=f"Maak een actie voor norm {each.norm.code}"):
            lead_to_plan(save_action([each.norm]))


def _was_becomes(each: NormResult) -> str:
    """The level now and the level that is wanted, as safe HTML."""
    wanted = wanted_level(each.norm, each.answer)
    return (
        f'<span class="ww-was">was {escape(level_of(each))}</span> '
        f'<span aria-hidden="true">→</span> <strong>wordt {escape(level_label(wanted))}</strong>'
    )


def _improvement_text(each: NormResult) -> str:
    status = session.content().status_by_id[each.norm.legal_status].label
    said = (
        status,
        certainty_of(each),
        level_of(each),
        f"kloof {each.gap}",
        f"eerste stap: {each.norm.first_step}",
    )
    return " · ".join(part for part in said if part)


def show_to_find_out(result: Result) -> None:
    """Answers that weigh too much to be so unsure, and what nobody knows yet."""
    st.header("Dit eerst uitzoeken")
    unsure = find_out_first(result.norms)
    found = [*unsure, *points_to_find_out(result.norms)]
    if not found:
        st.write(NOTHING_UNKNOWN)
        return
    _show_list(found[:SHOWN_FIRST], _ask_text)
    if rest := found[SHOWN_FIRST:]:
        with st.expander(f"Nog {norms(len(rest))} om uit te zoeken"):
            if unsure:
                st.write(" ".join(session.content().plan.find_out_first))
            _show_list(rest, _ask_text)


def _ask_text(each: NormResult) -> str:
    role = session.content().role_by_id[each.norm.role].label
    return " · ".join(part for part in (_certainty_or_level(each), f"vraag het aan: {role}") if part)


def _certainty_or_level(each: NormResult) -> str:
    return certainty_of(each) or level_of(each)


def show_strong(result: Result) -> None:
    """What is at or above its target."""
    st.header("Dit gaat goed")
    strong = strong_points(result.norms)
    if not strong:
        st.write(NOTHING_STRONG)
        return
    _show_list(strong[:SHOWN_FIRST], _strong_text)
    if rest := strong[SHOWN_FIRST:]:
        with st.expander(f"Nog {norms(len(rest))} op of boven het streefniveau"):
            _show_list(rest, _strong_text)


def _strong_text(each: NormResult) -> str:
    return level_of(each) + (" (boven het streefniveau)" if each.is_above_target else "")


def certainty_of(result: NormResult) -> str:
    """How sure an answer is, with a sign beside the words; empty when that was not said."""
    certainty = result.answer.certainty
    if certainty is None:
        return ""
    return f"{CERTAINTY_SIGN[certainty]} {session.content().plan.certainty_by_id[certainty].label.lower()}"


def level_of(result: NormResult) -> str:
    """The level of a norm in words."""
    if result.answer.lacks_reason:
        return "niet van toepassing, reden ontbreekt: telt als open"
    return level_label(result.answer.level) if result.answer.level else "nog open"


def _show_list(results: Iterable[NormResult], describe: Describe) -> None:
    """Norms with a line below each, in one piece: a long list costs no more than a short one."""
    items = "".join(f"<li>{_link(each)}<br><span>{escape(describe(each))}</span></li>" for each in results)
    st.html(f'<ul class="ww-points" role="list">{items}</ul>')


def _link(each: NormResult) -> str:
    """A link to a norm alone, as safe HTML."""
    section = session.content().section_by_norm[each.norm.id].id
    address = address_of(section, **{session.NORM_PARAMETER: each.norm.id})
    return (
        f'<a class="ww-nav" href="{escape(address)}" target="_self">'
        f"{escape(f'{each.norm.code} {each.norm.title}')}</a>"
    )
