"""Start: going on where you were, a new assessment, a look at the example, or a file."""

from collections.abc import Sequence

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.depths import depth_text
from app_pages.frame.navigation import page
from app_pages.frame.round_list import Chain, chains, line_of
from app_pages.frame.widgets import moment_text, plain
from app_pages.session import session
from app_pages.start.files import ask_file
from app_pages.start.new import ask_new, is_begun
from questionnaire.example import EXAMPLE_ID
from questionnaire.model.settlement import Status
from questionnaire.store import AssessmentSummary
from service.wire import LONGEST_AUTHOR

SHOWN_FIRST = 3
"""So many organisations stand on the page at once; the others are folded."""


def show() -> None:
    """Draw the page."""
    st.title("Was-wordt lijst: uw aanpak van meervoudige problematiek")
    st.write(
        "Zet naast elkaar hoe uw gemeente nu werkt (‘was’) en hoe de versterkte aanpak werkt (‘wordt’). "
        "U ziet waar u staat en wat u het eerst kunt doen, en u krijgt een rapport in Word."
    )
    _offer_back()
    earlier = chains(session.store().summaries())
    if earlier and not is_begun():
        _show_earlier(earlier)
    st.header("Begin een nieuwe lijst" if earlier else "Begin met uw lijst")
    with st.container(border=True):
        ask_new(is_main=not earlier)
    _show_example()
    _show_what_it_is()
    with st.expander("Een bewaard bestand openen"):
        ask_file()
    if earlier or session.author():
        _ask_author()


def _offer_back() -> None:
    removed = session.removed()
    if removed is None:
        return
    assessment_id, name = removed
    st.info(f"{plain(name)} staat niet meer in de lijst. De antwoorden zijn bewaard.", icon=icons.INFO)
    st.button("Zet terug in de lijst", on_click=session.restore, args=(assessment_id,))


def _show_earlier(found: Sequence[Chain]) -> None:
    """What was changed last is the first thing to go on with."""
    st.header("Ga verder waar u was")
    (newest, *earlier), *others = found
    with st.container(key="verder"):
        _show_link(newest)
    _show_about(newest)
    _show_rounds(earlier)
    for chain in others[: SHOWN_FIRST - 1]:
        _show_chain(chain)
    if rest := others[SHOWN_FIRST - 1 :]:
        with st.expander(f"Nog {len(rest)} andere"):
            for chain in rest:
                _show_chain(chain)


def _show_chain(chain: Chain) -> None:
    newest, *earlier = chain
    with st.container(gap=None):
        _show_link(newest)
        _show_about(newest)
        _show_rounds(earlier)


def _show_link(summary: AssessmentSummary) -> None:
    verb = "Bekijk" if summary.status is Status.SETTLED else "Ga verder met"
    _link(summary.id, f"{verb} {plain(summary.organisation.name)}")


def _show_about(summary: AssessmentSummary) -> None:
    st.caption(
        f"{line_of(summary)} · {depth_text(summary.depth).lower()} · "
        f"laatst gewijzigd {moment_text(summary.changed_at)}"
    )


def _show_rounds(earlier: Sequence[AssessmentSummary]) -> None:
    for summary in earlier:
        _link(summary.id, f"Bekijk ronde {summary.round} van {plain(summary.organisation.name)}")
        _show_about(summary)


def _link(assessment_id: str, label: str) -> None:
    st.page_link(page("overzicht"), label=label, query_params={session.ASSESSMENT_PARAMETER: assessment_id})


def _show_example() -> None:
    with st.container(gap=None):
        _link(EXAMPLE_ID, "Bekijk een ingevuld voorbeeld")
        st.caption("Een verzonnen gemeente. U kunt overal kijken en niets stukmaken.")


def _show_what_it_is() -> None:
    content = session.newest_content()
    with st.expander("Wat dit is en wat niet, en hoe lang het duurt"):
        st.markdown("**Wat dit is**\n" + "\n".join(f"- {line}" for line in content.what_it_is))
        st.markdown("**Wat dit niet is**\n" + "\n".join(f"- {line}" for line in content.what_it_is_not))
        st.write(
            "**Hoe lang duurt het?** De kernlijst kost ongeveer 45 minuten. De volledige lijst vult u in enkele "
            "weken in, samen met collega’s. Stoppen kan altijd: elk antwoord wordt meteen opgeslagen."
        )
        st.caption(content.basis)


def _ask_author() -> None:
    """The name or role under which changes are kept; who begins for the first time is asked with the new list."""
    with st.expander("Uw naam of rol"):
        name = st.text_input(
            "Naam of rol waaronder we uw wijzigingen bewaren (mag leeg blijven)",
            value=session.author(),
            max_chars=LONGEST_AUTHOR,
            help="Zo zien collega’s in de geschiedenis wie wat wijzigde. De browser onthoudt dit.",
        )
    if name is not None and name.strip() != session.author():
        session.set_author(name)
        st.rerun()
