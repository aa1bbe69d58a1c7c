"""The sidebar: what is open, how far it is filled in, and a link to every page. One piece of HTML."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from app_pages.frame import navigation
from app_pages.frame.depths import depth_text
from app_pages.frame.links import link
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.model.questionnaire import Section
from reporting.progress import Progress

OUTCOME = (
    navigation.RESULTS,
    navigation.PLAN,
    navigation.REPORT,
    navigation.FORMS,
    navigation.READ_BACK,
    navigation.ROUNDS,
    navigation.DIFFERENCE,
    navigation.HOUSE_STYLE,
)


def show_sidebar(current: str) -> None:
    """Draw it; `current` is the address of the page being drawn."""
    found = session.opened()
    name = ("sidebar", current, session.author())
    html = found.snapshot.made(name, lambda: _html(found, current)) if found else _html(None, current)
    with st.sidebar:
        st.html(html)


def _html(found: Opened | None, current: str) -> str:
    parts = [
        '<p class="ww-brand">Was-wordt lijst<br><span>aanpak meervoudige problematiek</span></p>',
        _links([navigation.START], current),
        *(_of_assessment(found, current) if found else ()),
        _links([navigation.REFERENCE], current),
    ]
    return f'<nav class="ww-sidebar" aria-label="Pagina’s"{_author()}>{"".join(parts)}</nav>'


def _author() -> str:
    """The name that the browser part keeps in a cookie, so that the question is asked once."""
    cookie = session.author_cookie()
    return f' data-author-cookie="{cookie["name"]}" data-author="{escape(cookie["value"])}"'


def _of_assessment(found: Opened, current: str) -> Iterable[str]:
    asked = session.content().at(found.assessment.depth)
    now = found.snapshot.progress
    yield f'<h2 class="ww-side">{escape(found.assessment.organisation.name)}</h2>'
    yield f'<p class="ww-about">{escape(_about(found))}</p>{_progress(now)}'
    yield _links([navigation.OVERVIEW], current)
    for title, sections in (("Stappen", asked.steps), ("Thema’s bij elke stap", asked.themes)):
        yield f'<h3 class="ww-side">{title}</h3>{_sections(sections, now, current)}'
    names = [name for name in OUTCOME if name != navigation.DIFFERENCE or found.assessment.previous]
    yield f'<h3 class="ww-side">Uitkomst</h3>{_links(names, current)}'


def _about(found: Opened) -> str:
    assessment = found.assessment
    known = f"{depth_text(assessment.depth)} · peildatum {assessment.reference_date:%d-%m-%Y}"
    return known if found.is_example else f"{known} · ronde {assessment.round} · {assessment.status}"


def _progress(now: Progress) -> str:
    """Total progress, and the counts per page; the browser part keeps both up to date after every save."""
    counts = " ".join(f"{page}={count}" for page, count in now.counts.items())
    return (
        f'<div class="ww-progress" data-counts="{counts}">'
        f'<progress max="{max(now.whole.total, 1)}" value="{now.whole.done}" '
        f'aria-label="Voortgang van de hele lijst"></progress>'
        f"<p>{'<br>'.join(now.lines)}</p></div>"
    )


def _links(names: Iterable[str], current: str) -> str:
    items = (link(name, navigation.TITLES[name], is_current=name == current) for name in names)
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _sections(sections: Iterable[Section], now: Progress, current: str) -> str:
    items = (
        link(
            each.id, each.name, is_current=each.id == current, inside=_count(each.id, now.counts.get(each.id, ""))
        )
        for each in sections
        if each.norms
    )
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _count(page: str, count: str) -> str:
    return f' <span class="ww-count" data-page="{page}">{count}</span>'
