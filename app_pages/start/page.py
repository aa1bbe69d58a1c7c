"""Start: what this is and is not, a new assessment, going on with an earlier one, or a look at the example."""

from collections.abc import Sequence

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.depths import depth_choice, depth_text
from app_pages.frame.navigation import READ_BACK, page
from app_pages.frame.round_list import chains, line_of
from app_pages.frame.widgets import moment_text, plain
from app_pages.session import session
from questionnaire.errors import AppError
from questionnaire.example import EXAMPLE_ID
from questionnaire.model.assessment import Depth, Municipality, Organisation, OrganisationKind
from questionnaire.model.settlement import Status
from questionnaire.municipalities import by_code, load_municipalities
from questionnaire.store import AssessmentSummary
from reporting.wording.dutch import norms
from service import opening
from service.wire import LONGEST_AUTHOR

MUNICIPALITY, COOPERATION = "Eén gemeente", "Een samenwerking van gemeenten"


def show() -> None:
    """Draw the page."""
    content = session.newest_content()
    st.title("Was-wordt lijst: uw aanpak van meervoudige problematiek")
    st.write(
        "Zet naast elkaar hoe uw gemeente nu werkt (‘was’) en hoe de versterkte aanpak werkt (‘wordt’): "
        "1 gezin, 1 plan, 1 regisseur. U ziet per stap wat er nog ontbreekt, met een eerste stap om mee te "
        "beginnen, en u downloadt een rapport in Word."
    )
    _offer_back()
    summaries = session.store().summaries()
    if summaries:
        _show_earlier(summaries)
    left, right = st.columns(2)
    with left, st.container(border=True, height="stretch"):
        st.header("Wat dit is")
        st.markdown("\n".join(f"- {line}" for line in content.what_it_is))
    with right, st.container(border=True, height="stretch"):
        st.header("Wat dit niet is")
        st.markdown("\n".join(f"- {line}" for line in content.what_it_is_not))
    st.write(
        "**Hoe lang duurt het?** De kernlijst kost ongeveer 45 minuten. De volledige lijst vult u in enkele "
        "weken in, samen met collega’s. Stoppen kan altijd: elk antwoord wordt meteen opgeslagen."
    )
    _ask_author()
    _ask_new()
    _show_example()
    _ask_import()
    st.caption(content.basis)


def _offer_back() -> None:
    removed = session.removed()
    if removed is None:
        return
    assessment_id, name = removed
    st.info(f"{plain(name)} staat niet meer in de lijst. De antwoorden zijn bewaard.", icon=icons.INFO)
    st.button("Zet terug in de lijst", on_click=session.restore, args=(assessment_id,))


def _ask_author() -> None:
    st.header("Onder welke naam of rol bewaren we uw wijzigingen?")
    name = st.text_input(
        "Naam of rol, bijvoorbeeld ‘beleidsmedewerker’ (mag leeg blijven)",
        value=session.author(),
        max_chars=LONGEST_AUTHOR,
        help="Zo zien collega’s in de geschiedenis wie wat wijzigde. De browser onthoudt dit.",
    )
    if name is not None and name.strip() != session.author():
        session.set_author(name)
        st.rerun()


def _show_earlier(summaries: Sequence[AssessmentSummary]) -> None:
    st.header("Verder met een eerdere zelfbeoordeling")
    for newest, *earlier in chains(summaries):
        with st.container(border=True):
            is_settled = newest.status is Status.SETTLED
            _show_summary(
                newest, f"{'Bekijk' if is_settled else 'Ga verder met'} {plain(newest.organisation.name)}"
            )
            for summary in earlier:
                _show_summary(summary, f"Bekijk ronde {summary.round} van {plain(summary.organisation.name)}")


def _show_summary(summary: AssessmentSummary, label: str) -> None:
    st.page_link(page("overzicht"), label=label, query_params={session.ASSESSMENT_PARAMETER: summary.id})
    st.caption(
        f"{line_of(summary)} · {depth_text(summary.depth).lower()} · {norms(summary.answered)} met een niveau · "
        f"laatst gewijzigd {moment_text(summary.changed_at)}"
    )


def _ask_new() -> None:
    st.header("Nieuwe zelfbeoordeling")
    kind = st.radio("Voor wie?", (MUNICIPALITY, COOPERATION), horizontal=True, key="nieuw-soort")
    places = load_municipalities()
    labels = {place.code: place.label for place in places}
    name = ""
    if kind == MUNICIPALITY:
        code = st.selectbox(
            "Gemeente", list(labels), format_func=lambda key: labels[key], index=None, placeholder="Typ een naam"
        )
        codes = [code] if code else []
    else:
        name = (
            st.text_input(
                "Naam van de samenwerking", max_chars=120, placeholder="Bijvoorbeeld de naam van de regio"
            )
            or ""
        )
        codes = st.multiselect(
            "Gemeenten in de samenwerking",
            list(labels),
            format_func=lambda key: labels[key],
            placeholder="Kies gemeenten",
        )
    depth = st.radio(
        "Welke lijst?", list(Depth), format_func=lambda value: depth_choice(Depth(value)), key="nieuw-diepte"
    )
    day = st.date_input(
        "Peildatum: op welke dag gelden de antwoorden?", value=session.today(), format="DD-MM-YYYY"
    )
    if st.button("Begin met invullen", type="primary"):
        problem = _problem(kind, codes, name)
        if problem or day is None or depth is None:
            st.error(problem or "Kies een lijst en een peildatum.", icon=icons.ERROR)
            return
        organisation = _organisation(kind, codes, name)
        new = session.store().create(organisation, Depth(depth), day, session.newest_content().version)
        session.choose(new)
        st.switch_page(page("overzicht"), query_params={session.ASSESSMENT_PARAMETER: new})


def _problem(kind: str, codes: Sequence[str], name: str) -> str:
    if kind == MUNICIPALITY:
        return "" if codes else "Kies eerst een gemeente uit de lijst."
    if not name.strip():
        return "Geef de samenwerking een naam."
    return "" if len(codes) > 1 else "Kies de gemeenten van de samenwerking: ten minste twee."


def _organisation(kind: str, codes: Sequence[str], name: str) -> Organisation:
    chosen = tuple(Municipality(code=code, name=by_code(code).name) for code in codes)
    if kind == MUNICIPALITY:
        label = by_code(codes[0]).label
        return Organisation(kind=OrganisationKind.MUNICIPALITY, name=f"Gemeente {label}", municipalities=chosen)
    return Organisation(kind=OrganisationKind.COOPERATION, name=name.strip(), municipalities=chosen)


def _show_example() -> None:
    st.header("Eerst een voorbeeld bekijken")
    st.write("Een volledig ingevulde lijst van een verzonnen gemeente. U kunt overal kijken en niets stukmaken.")
    st.page_link(
        page("overzicht"),
        label="Bekijk Voorbeeldgemeente",
        query_params={session.ASSESSMENT_PARAMETER: EXAMPLE_ID},
    )


def _ask_import() -> None:
    st.header("Een bestand openen")
    uploaded = st.file_uploader(
        "Een zelfbeoordeling die eerder als JSON-bestand is bewaard. Zij komt er als nieuwe bij.", type=["json"]
    )
    if uploaded is None:
        return
    if not st.button("Voeg dit bestand toe"):
        _tell_of_merging(uploaded.getvalue())
        return
    try:
        new = session.store().import_assessment(opening.read_file(uploaded.getvalue()), author=session.author())
    except AppError as error:
        st.error(f"Het bestand is niet toegevoegd; er is niets gewijzigd.\n\n{error}", icon=icons.ERROR)
        return
    session.choose(new)
    st.switch_page(page("overzicht"), query_params={session.ASSESSMENT_PARAMETER: new})


def _tell_of_merging(content: bytes) -> None:
    """Say that a file of an organisation and round that are here can be merged; nothing for any other file."""
    try:
        other = opening.read_file(content)
    except AppError:
        return  # what is wrong with a file is told when somebody adds it
    key = (other.organisation, other.round)
    alike = [each for each in session.store().summaries() if (each.organisation, each.round) == key]
    for summary in (each for each in alike if each.status is not Status.SETTLED):
        st.write("Deze ronde staat al in uw lijst. U kunt het bestand ook met die antwoorden samenvoegen.")
        st.page_link(
            page(READ_BACK),
            label=f"Voeg samen met {plain(summary.organisation.name)}, {line_of(summary)}",
            query_params={session.ASSESSMENT_PARAMETER: summary.id},
        )
