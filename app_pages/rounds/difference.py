"""What moved since the round before: per step, per norm, and which actions were done for it."""

from collections.abc import Iterable, Sequence

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.charts import CHART_SETTINGS
from app_pages.frame.downloads import show_download
from app_pages.frame.navigation import norm_link
from app_pages.frame.used_template import show_template
from app_pages.frame.widgets import level_label, plain, show_table
from app_pages.rounds.content_move import show_both_scores, show_told
from app_pages.session import session
from app_pages.session.opened import Opened
from questionnaire.errors import AppError
from questionnaire.model.assessment import Assessment, Level
from questionnaire.scoring.delta import Delta, Move, NormMove, SectionMove, Standing
from questionnaire.versions.path import Brought, compare_rounds
from reporting import figures
from reporting.wording.answers import score_text
from reporting.wording.changes import difference_text
from reporting.wording.dutch import either, norms
from reporting.wording.fixed_texts import OTHER_DEPTH, OTHER_LIST
from service import opening
from service.files.addresses import file_address

HEADINGS = {
    Move.UP: "▲ Omhoog",
    Move.DOWN: "▼ Omlaag",
    Move.NEW: "＋ Nieuw: nu een niveau, eerst niet",
    Move.GONE: "－ Weg: eerst een niveau, nu niet",
}
NOT_ASKED = "Maar in één ronde gevraagd"
STANDING_TEXT = {
    Standing.OPEN: "nog open",
    Standing.NOT_APPLICABLE: "niet van toepassing",
    Standing.NOT_ASKED: "stond niet op deze lijst",
    Standing.ABSENT: "stond niet in deze versie",
}


def show() -> None:
    """Draw the page."""
    st.title("Verschil met de vorige ronde")
    found = session.require_opened()
    if found.assessment.previous is None:
        st.info("Dit is de eerste ronde. Er is nog niets om mee te vergelijken.", icon=icons.INFO)
        return
    try:
        before = session.store().load(found.assessment.previous).assessment
        delta, brought = compare_rounds(before, found.assessment, opening.CONTENT_FOLDER)
    except AppError as error:
        st.warning(f"De rondes zijn niet te vergelijken. {error}", icon=icons.WARNING)
        return
    _show_rounds(before, found)
    _show_cautions(delta)
    _show_steps(delta, names(before, found.assessment))
    for move, heading in HEADINGS.items():
        _show_moves(heading, [entry for entry in delta.norms if entry.move is move])
    _show_rest(delta)
    _offer_report(found)
    _show_content_change(brought, before, found)


def names(before: Assessment, after: Assessment) -> tuple[str, str]:
    """How two rounds are called beside each other."""
    return (f"Ronde {before.round}", f"Ronde {after.round}")


def _show_rounds(before: Assessment, found: Opened) -> None:
    after = found.assessment
    st.write(
        f"{plain(after.organisation.name)}: ronde {before.round} (peildatum {before.reference_date:%d-%m-%Y}, "
        f"{before.status}) en ronde {after.round} (peildatum {after.reference_date:%d-%m-%Y}, {after.status})."
    )


def _show_cautions(delta: Delta) -> None:
    if delta.unconfirmed:
        st.warning(
            f"{norms(delta.unconfirmed)} {either(delta.unconfirmed, 'wacht', 'wachten')} nog op een bevestiging. "
            "Daar staat nu een kopie van de vorige ronde, dus het verschil is nog niet compleet.",
            icon=icons.WARNING,
        )
    if not delta.has_same_list:
        st.info(OTHER_LIST if delta.has_same_depth else OTHER_DEPTH, icon=icons.INFO)
    counts = delta.count
    st.write(
        f"**Normen: {counts[Move.UP]} omhoog, {counts[Move.DOWN]} omlaag, {counts[Move.SAME]} gelijk, "
        f"{counts[Move.NEW]} nieuw, {counts[Move.GONE]} weg, {counts[Move.NO_LEVEL]} zonder niveau, "
        f"{counts[Move.NOT_ASKED]} maar in één ronde gevraagd.**"
    )


def _show_steps(delta: Delta, rounds: tuple[str, str]) -> None:
    st.header("Score per onderdeel")
    moves = [entry for entry in delta.sections if _is_asked(entry)]
    rows = [
        (entry.section.name, *_scores(entry), difference_text(entry, is_same_depth=delta.has_same_depth))
        for entry in moves
    ]
    if delta.has_same_depth and any(band for entry in moves for band in entry.bands):
        st.plotly_chart(
            figures.two_rounds([entry for entry in moves if any(entry.bands)], rounds),
            theme=None,
            config=CHART_SETTINGS,
            key="grafiek-verschil",
            alt="; ".join(f"{name}: {was}, nu {now}" for name, was, now, _ in rows) + ".",
        )
    show_table("Score per onderdeel in twee rondes", ("Onderdeel", *rounds, "Verschil (procentpunt)"), rows)


def _is_asked(entry: SectionMove) -> bool:
    return any(result is not None and result.section.norms for result in (entry.before, entry.after))


def _scores(entry: SectionMove) -> tuple[str, str]:
    was, now = (score_text(result) if result else "bestond niet" for result in (entry.before, entry.after))
    return was, now


def _show_moves(heading: str, moves: Sequence[NormMove]) -> None:
    if not moves:
        return
    st.header(f"{heading} ({len(moves)})")
    for entry in moves:
        _show_norm(entry)


def _show_norm(entry: NormMove) -> None:
    with st.container(gap=None):
        if entry.norm.id in session.content().norm_by_id:
            norm_link(entry.norm.id)
        else:
            st.write(f"{entry.norm.code} {entry.norm.title}")
        was = _standing_text(entry.before, entry.standing_before)
        now = _standing_text(entry.after, entry.standing_after)
        st.caption(f"Van {was} naar {now}.{_done_text(entry)}")


def _standing_text(level: Level | None, standing: Standing) -> str:
    if standing is Standing.LEVEL and level is not None:
        return f"‘{level_label(level)}’"
    return f"‘{STANDING_TEXT[standing]}’"


def _done_text(entry: NormMove) -> str:
    """Which actions were done for a norm: what may have brought the change, for nobody can be sure."""
    what = [plain(action.what) or "actie zonder tekst" for action in entry.done]
    return f" Gedaan: {'; '.join(what)}." if what else ""


def _show_rest(delta: Delta) -> None:
    other = [entry for entry in delta.norms if entry.move is Move.NOT_ASKED]
    if other:
        with st.expander(f"{NOT_ASKED}: {norms(len(other))}"):
            show_table(
                NOT_ASKED,
                ("Norm", "Toen", "Nu"),
                [
                    (
                        f"{entry.norm.code} {entry.norm.title}",
                        _standing_text(entry.before, entry.standing_before),
                        _standing_text(entry.after, entry.standing_after),
                    )
                    for entry in other
                ],
            )
    rest = [entry for entry in delta.norms if entry.move in (Move.SAME, Move.NO_LEVEL)]
    fold = st.expander(f"Zonder verschil: {norms(len(rest))}", key="zonder-verschil", on_change="rerun")
    if fold.open:
        with fold:
            _list(rest)


def _list(moves: Iterable[NormMove]) -> None:
    show_table(
        "Normen zonder verschil",
        ("Norm", "Niveau in beide rondes"),
        [
            (f"{entry.norm.code} {entry.norm.title}", _standing_text(entry.after, entry.standing_after))
            for entry in moves
        ],
    )


def _offer_report(found: Opened) -> None:
    st.header("Dit verschil als Word-rapport")
    show_template(found.assessment.id)
    address = file_address(found.assessment.id, "verschilrapport.docx")
    show_download("Download het verschilrapport", address, is_primary=True)


def _show_content_change(brought: Brought, before: Assessment, found: Opened) -> None:
    """Explain that the rounds were filled in on different versions, and what that alone did to the scores."""
    if before.content_version == found.assessment.content_version:
        return
    st.header("De vragenlijst is veranderd")
    st.write(
        f"Ronde {before.round} is ingevuld met versie {before.content_version} van de vragenlijst en ronde "
        f"{found.assessment.round} met versie {found.assessment.content_version}. Hierboven is de vorige ronde "
        "omgerekend naar de nieuwe versie. Zo vergelijkt u dezelfde normen."
    )
    show_told(brought.told)
    show_both_scores(brought.changed_scores, (f"Versie {before.content_version}", "Omgerekend"))
