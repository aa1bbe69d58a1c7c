"""A step or theme: its norms one below the other or one at a time, with a filter and a search box."""

from html import escape

import streamlit as st

from app_pages.cards.component import Cards, Extra, show_cards
from app_pages.cards.norms import address
from app_pages.cards.process import process_cards, process_row, process_subjects
from app_pages.frame.five_steps import five_steps
from app_pages.frame.links import link
from app_pages.frame.navigation import RESULTS
from app_pages.frame.read_only import show_why
from app_pages.session import session
from app_pages.session.copies import copied
from app_pages.session.opened import Opened
from app_pages.session.steady import steady
from questionnaire.model.plan import Quarter
from questionnaire.model.questionnaire import Norm, Section
from reporting.wording.dutch import norms

FOLD = "Werkproces van nu: schrijf het in stappen (mag leeg blijven)"
FOLD_TO_READ = "Werkproces van nu, in stappen"
PRIVACY = (
    "Schrijf over werkprocessen, nooit over inwoners: geen namen, geen geboortedatums, geen BSN. "
    "Alles wat u invult, wordt vanzelf opgeslagen."
)


def show(section_id: str) -> None:
    """Draw the page of one step or theme."""
    found = session.require_opened()
    content = found.snapshot.content
    asked = content.at(found.assessment.depth)
    section = next(section for section in asked.sections if section.id == section_id)
    st.title(f"Stap {section.number} · {section.title}" if section.is_step else section.title)
    show_why()
    shown = _selected(section, found)
    show_cards(
        Cards(
            "normen",
            f"Normen van {section.name}",
            [norm.id for norm in shown],
            cards_from=address(content, section.id, Quarter.of(session.today())),
            one_at_a_time=True,
            shows_copies=copied(section.norms, found) > 0,
            head=lambda: five_steps(section.id, is_short=True) + _about(section, found),
            extra=lambda: _process(section, found),
            foot=lambda: _missing(section) + _around(section, asked.sections),
        )
    )


def _whole(section: Section) -> Section:
    """The section as the full list has it."""
    return next(each for each in session.content().sections if each.id == section.id)


def _about(section: Section, found: Opened) -> str:
    """What this page is about, folded, and what never to write here."""
    whole = _whole(section)
    about = [section.introduction, section.order_note]
    if len(section.norms) < len(whole.norms):
        about.append(
            f"Op de kernlijst: {len(section.norms)} van de {norms(len(whole.norms))} van deze pagina. "
            "De nummers zijn die van de volledige lijst."
        )
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in about if text)
    privacy = "" if found.is_read_only else f'<p class="ww-privacy">{PRIVACY}</p>'
    fold = f'<details class="ww-fold ww-plain"><summary>Over deze pagina</summary>{paragraphs}</details>'
    return f"{fold}{privacy}"


def _selected(section: Section, found: Opened) -> list[Norm]:
    """The norm that the address names, or all of the page."""
    wanted = st.query_params.get(session.NORM_PARAMETER)
    if wanted in {norm.id for norm in section.norms}:
        st.html(f"<p>{link(section.id, 'Toon weer alle normen van deze pagina')}</p>")
        return [norm for norm in section.norms if norm.id == wanted]
    ids = steady(found, (section.id,), [norm.id for norm in section.norms])
    return [norm for norm in _whole(section).norms if norm.id in ids]


def matches(norm: Norm, words: str) -> bool:
    """Whether every word stands somewhere in the norm, in any order."""
    text = f"{norm.code} {norm.title} {norm.statement} {' '.join(norm.evidence)} {norm.article}".lower()
    return all(word in text for word in words.lower().split())


def _missing(section: Section) -> str:
    """What the source announces without giving its text."""
    return "".join(
        f'<div class="ww-missing"><h2 class="ww-norm">{escape(item.title)}</h2>'
        f'<p class="ww-statement">{escape(item.explanation)}</p>'
        '<ul class="ww-tags"><li>ontbreekt in de bron: telt niet mee</li></ul></div>'
        for item in section.missing
    )


def _process(section: Section, found: Opened) -> Extra | None:
    """The present process of a step in steps of its own; nothing where there is none to read."""
    subjects = process_subjects(section.id, found)
    if not section.is_step or (found.is_read_only and not subjects):
        return None
    items = "".join(f"<li>{norm.code} {escape(norm.title)}</li>" for norm in section.norms)
    enhanced = (
        '<h2 class="ww-norm">Zo werkt de versterkte aanpak</h2>'
        f"<p>{escape(section.introduction)}</p><ul>{items}</ul>"
    )
    cards = Cards(
        "proces",
        f"Werkproces van {section.name}",
        subjects,
        process_cards(subjects),
        row=process_row(section.id),
    )
    return Extra(FOLD_TO_READ if found.is_read_only else FOLD, enhanced, cards)


def _around(section: Section, sections: tuple[Section, ...]) -> str:
    """The way to the page before and after; after the last one come the results."""
    asked = [each for each in sections if each.norms]
    place = [each.id for each in asked].index(section.id) if section in asked else -1
    links = [link(asked[place - 1].id, f"Vorige: {asked[place - 1].name}")] if place > 0 else []
    if 0 <= place < len(asked) - 1:
        links.append(link(asked[place + 1].id, f"Volgende: {asked[place + 1].name}", css="ww-next"))
    else:
        links.append(link(RESULTS, "Naar de resultaten", css="ww-next"))
    return f'<nav class="ww-around" aria-label="Vorige en volgende pagina">{"".join(links)}</nav>'
