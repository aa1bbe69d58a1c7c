"""What identifies a document: the particulars on its cover."""

from datetime import date
from typing import TypedDict

from questionnaire.model.assessment import OrganisationKind
from questionnaire.scoring.score import Result
from reporting.document.choice import ReportChoice, Scope
from reporting.document.pieces import Labelled
from reporting.wording.answers import depth_name, one_line, organisation_name
from reporting.wording.dutch import date_text, either, listed, norms, with_capital
from reporting.wording.fixed_texts import AID

TO_FILL_IN = "in te vullen"


class Front(TypedDict):
    """The fields of `FrontMatter`, to make a document with."""

    title: str
    organisation: str
    status: str
    depth: str
    reference_date: str
    printed_on: str
    particulars: tuple[Labelled, ...]
    aid: str


def front_matter(result: Result, printed_on: date, extent: str, confidentiality: str) -> Front:
    """What a document says about itself; `extent` and `confidentiality` differ between documents."""
    status = " · ".join(part for part in (report_status(result), confidentiality.lower()) if part)
    return Front(
        title=result.questionnaire.title,
        organisation=organisation_name(result.assessment.organisation),
        status=status,
        depth=depth_name(result.assessment),
        reference_date=date_text(result.assessment.reference_date),
        printed_on=date_text(printed_on),
        particulars=particulars(result, printed_on, extent, confidentiality),
        aid=AID,
    )


def particulars(result: Result, printed_on: date, extent: str, confidentiality: str) -> tuple[Labelled, ...]:
    """What identifies this report, for the cover."""
    assessment, content, own = result.assessment, result.questionnaire, result.assessment.particulars
    rows = [
        *municipalities(result),
        ("Instrument", f"{content.title}, versie {content.version} van {date_text(content.as_of)}"),
        ("Ingevuld met", list_version(result)),
        ("Omvang", extent),
        ("Peildatum", date_text(assessment.reference_date)),
        ("Rapport gemaakt op", date_text(printed_on)),
        ("Kenmerk", own.reference),
        ("Status", " ".join(part for part in (report_status(result), settled_by(result)) if part)),
        ("Ronde", round_text(result)),
        ("Versie", own.version),
        ("Opsteller", own.drafter_role or TO_FILL_IN),
        ("Portefeuillehouder", own.portfolio_holder or TO_FILL_IN),
        ("Vertrouwelijkheid", confidentiality or TO_FILL_IN),
        ("Bewaartermijn", own.retention or TO_FILL_IN),
    ]
    return tuple(Labelled(label, text) for label, text in rows if text)


def list_version(result: Result) -> str:
    """The version of the list that was filled in, when it is not the one shown."""
    filled_in = result.assessment.content_version
    return "" if filled_in == result.questionnaire.version else f"versie {one_line(filled_in)} van de lijst"


def confidentiality(result: Result) -> str:
    """Who may read the document; empty when nobody said."""
    chosen = result.assessment.particulars.confidentiality
    return with_capital(chosen.value) if chosen else ""


def extent(result: Result, choice: ReportChoice) -> str:
    """Which list was filled in, and which part of it this document shows."""
    depth = depth_name(result.assessment)
    if choice.scope is Scope.STEP:
        return f"Alleen stap {choice.step}, {depth} ({norms(len(result.norms))})"
    short = ", alleen de samenvatting" if choice.scope is Scope.SUMMARY else ""
    return f"{with_capital(depth)} ({norms(len(result.norms))}){short}"


def report_status(result: Result) -> str:
    """How far the assessment is, in a few words; the fictional example says that it is one too."""
    assessment = result.assessment
    status = with_capital(assessment.status.value)
    if assessment.settlement:
        status = f"{status} op {date_text(assessment.settlement.day)}"
    return (
        f"{status} · verzonnen voorbeeld" if assessment.organisation.kind is OrganisationKind.EXAMPLE else status
    )


def settled_by(result: Result) -> str:
    """By which role it was settled and under which reference; a name is for the internal annex."""
    settlement = result.assessment.settlement
    if settlement is None:
        return ""
    reference = f", kenmerk {settlement.reference}" if settlement.reference else ""
    return f"door {settlement.role}{reference}"


def round_text(result: Result) -> str:
    """The number of the round; nothing for a first one."""
    return str(result.assessment.round) if result.assessment.round > 1 else ""


def municipalities(result: Result) -> list[tuple[str, str]]:
    """The municipalities with their codes; the fictional example says that it is one."""
    organisation = result.assessment.organisation
    if organisation.kind is OrganisationKind.EXAMPLE:
        return [("Gemeente", f"{one_line(organisation.name)} (bestaat niet, zonder gemeentecode)")]
    names = [f"{one_line(item.name)} ({item.code})" for item in organisation.municipalities]
    if not names:
        return [("Organisatie", one_line(organisation.name))]
    return [(either(len(names), "Gemeente", "Gemeenten"), listed(names))]
