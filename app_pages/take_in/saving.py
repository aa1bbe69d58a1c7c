"""Saving what was chosen from files: what is the matter first, then all of it in one go, or nothing."""

from collections import Counter

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.navigation import PLAN, norm_link, show_link
from app_pages.frame.widgets import plain, show_place
from app_pages.session import session
from app_pages.session.desk import Desk
from app_pages.session.opened import Opened
from app_pages.take_in.files import clear, compare
from app_pages.take_in.rows import SAVING
from questionnaire.comparison.choices import changes, problems
from questionnaire.comparison.model import Comparison
from questionnaire.errors import AppError
from questionnaire.store import Change, ConflictError, TakenFile
from reporting.wording.dutch import counted, either, listed, norms, with_capital

MOST_LINKS, MOST_PROBLEMS = 10, 10


def show_saving() -> None:
    """Draw what is the matter and the one button that saves; a fragment, drawn again after every choice."""
    st.fragment(_show, key=SAVING)()


def _show() -> None:
    desk = session.require_opened().desk
    if desk.comparison is None:
        return
    found = problems(desk.comparison, desk.choices)
    blocking = [each.text for each in found if each.is_blocking]
    _list("Kies of verbeter dit eerst", blocking)
    _list("Dit mag zo blijven", [each.text for each in found if not each.is_blocking])
    if desk.trouble:
        st.error(f"{plain(desk.trouble)} Er is NIETS opgeslagen.", icon=icons.ERROR)
    if desk.is_outdated and st.button("Vergelijk opnieuw"):
        compare(session.require_opened())
        st.rerun()
    number = 0 if blocking else len(changes(desk.comparison, desk.choices))
    label = f"Sla {counted(number, 'veld', 'velden')} op" if number else "Rond af zonder iets over te nemen"
    if st.button("Sla de keuzes op" if blocking else label, type="primary", key="terug-bewaar"):
        _save()
        st.rerun()


def _list(title: str, texts: list[str]) -> None:
    """What is the matter, as a list; not more than somebody reads."""
    if not texts:
        return
    lines = [f"- {plain(with_capital(text))}" for text in texts[:MOST_PROBLEMS]]
    if (rest := len(texts) - MOST_PROBLEMS) > 0:
        lines.append(f"- En nog {rest}.")
    st.warning(f"**{title}**\n\n" + "\n".join(lines), icon=icons.WARNING)


def _save() -> None:
    """Save everything that was chosen, and clear the desk; or say why nothing was saved."""
    found = session.require_opened()
    desk = found.desk
    if desk.comparison is None:
        return
    try:
        chosen = changes(desk.comparison, desk.choices)
        session.store().forms.take_in(found.assessment.id, chosen, _files(desk), author=session.author())
    except ConflictError:
        desk.is_outdated = True
        desk.trouble = "Intussen heeft een collega, of u in een ander tabblad, iets opgeslagen dat hierbij hoort."
    except AppError as error:
        desk.trouble = str(error).replace("Er is NIETS opgeslagen.", "").strip()
    else:
        desk.saves += 1
        desk.message, desk.saved = _message(chosen, desk), _norms(chosen, desk.comparison)
        clear(desk)


def _files(desk: Desk) -> list[TakenFile]:
    return [TakenFile(file.name, file.sha256, file.offered.identity.form) for file in desk.files if file.offered]


def _message(chosen: list[Change], desk: Desk) -> str:
    """How many fields were saved, and from which file; fit for markdown."""
    counts = Counter(name for change in chosen for name in change.origin)
    if len(desk.files) == 1:
        return f"{_saved_text(len(chosen))} uit {plain(desk.files[0].name)}."
    by_file = [
        f"{counted(counts[file.name], 'veld', 'velden') if counts[file.name] else 'niets'} uit {plain(file.name)}"
        for file in desk.files
        if file.offered
    ]
    return f"{_saved_text(len(chosen))}: {listed(by_file)}."


def _saved_text(number: int) -> str:
    text = either(number, "Er is 1 veld", f"Er zijn {number} velden") if number else "Er is niets"
    return f"{text} opgeslagen"


def _norms(chosen: list[Change], comparison: Comparison) -> tuple[str, ...]:
    """The norms in which something was saved, in order; "" for what belongs to no norm."""
    keys = {(change.norm_id, change.field) for change in chosen}
    subjects = {subject for subject, _ in keys}
    return tuple(dict.fromkeys(row.norm_id for row in comparison.rows if row.subject in subjects))


def show_saved(found: Opened) -> None:
    """Say what was saved last, and lead to the norms; nothing before that."""
    if not found.desk.message:
        return
    st.success(found.desk.message, icon=icons.DONE)
    changed = [norm_id for norm_id in found.desk.saved if norm_id]
    where = f"Dit ging over {norms(len(changed))}." if changed else "Geen norm is veranderd."
    show_place(where, "opgeslagen", found.desk.saves)
    with st.container(gap=None):
        for norm_id in changed[:MOST_LINKS]:
            norm_link(norm_id)
        if (rest := len(changed) - MOST_LINKS) > 0:
            st.write(f"En nog {norms(rest)}.")
        show_link(PLAN, "Naar het plan van aanpak")
