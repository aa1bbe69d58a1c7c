"""Whether a file is about this assessment at all. Pure; nothing of another assessment is ever told."""

from collections.abc import Iterator
from enum import StrEnum

from questionnaire.comparison.offered import Finding, Identity, Severity
from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import Assessment


class Registration(StrEnum):
    """Where the number of a form is known."""

    HERE = "hier"
    """The form was made from this assessment."""
    ELSEWHERE = "elders"
    """It was made from another assessment in this store."""
    NOWHERE = "nergens"
    """The store does not know it, or the file has no number."""


def check_identity(identity: Identity, assessment: Assessment, known: Registration) -> tuple[Finding, ...]:
    """Refuse a file that is about something else; what it does not say, and what differs, comes back as findings.

    Raises:
        InvalidInputError: The assessment is settled, or the file is about another municipality, round, version of
            the questionnaire or assessment. The message is Dutch and does not name the file.
    """
    for refusal in _refusals(identity, assessment, known):
        raise InvalidInputError(f"{refusal} Er is niets overgenomen.")
    return tuple(_remarks(identity, assessment, known))


def _refusals(identity: Identity, assessment: Assessment, known: Registration) -> Iterator[str]:
    if assessment.is_locked:
        yield (
            "Deze zelfbeoordeling is vastgesteld en verandert niet meer. "
            "Begin een nieuwe ronde, en lees het bestand daar in."
        )
    if identity.list_id not in ("", assessment.list_id):
        yield (
            f"Dit bestand hoort bij een andere vragenlijst (‘{identity.list_id[:40]}’), en deze zelfbeoordeling "
            f"bij ‘{assessment.list_id}’. Kies een bestand dat van deze vragenlijst is gemaakt."
        )
    if not _is_same_organisation(identity, assessment):
        yield (
            f"Dit bestand gaat over {identity.organisation or ', '.join(identity.codes)}, en deze zelfbeoordeling "
            f"over {assessment.organisation.name}. Kies een bestand van {assessment.organisation.name}."
        )
    if identity.round not in (None, assessment.round):
        yield (
            f"Dit bestand hoort bij ronde {identity.round}, en deze zelfbeoordeling is ronde {assessment.round}. "
            f"Open ronde {identity.round}, of maak een nieuwe invullijst van deze ronde."
        )
    if identity.content_version not in ("", assessment.content_version):
        yield (
            f"Dit bestand is gemaakt met versie {identity.content_version} van de vragenlijst, en deze "
            f"zelfbeoordeling heeft versie {assessment.content_version}. Maak een nieuwe invullijst, "
            "of neem de antwoorden zelf over."
        )
    if known is Registration.ELSEWHERE:
        yield (
            "Deze invullijst is gemaakt van een andere zelfbeoordeling op deze computer. "
            "Open de zelfbeoordeling waarvan de lijst is gemaakt, en lees het bestand daar in."
        )


def _is_same_organisation(identity: Identity, assessment: Assessment) -> bool:
    """By codes where both have them, by name otherwise; a file that tells neither is believed."""
    codes = {municipality.code for municipality in assessment.organisation.municipalities}
    if identity.codes and codes:
        return set(identity.codes) == codes
    mine = assessment.organisation.name
    return not identity.organisation or _plain(identity.organisation) == _plain(mine)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _remarks(identity: Identity, assessment: Assessment, known: Registration) -> Iterator[Finding]:
    if not (identity.organisation or identity.codes):
        text = (
            "In dit bestand staat niet van welke gemeente het is. Kijk zelf of het bij deze zelfbeoordeling hoort."
        )
        yield Finding(Severity.WARNING, "", text)
    if identity.form and known is Registration.NOWHERE:
        text = (
            f"Invullijst {identity.form} is hier niet bekend. Zij is op een andere computer gemaakt. Daardoor is "
            "niet te zien waarmee zij is gemaakt. Waar het bestand iets anders heeft dan hier, kiest u zelf."
        )
        yield Finding(Severity.NOTE, "", text)
    if identity.reference_date not in (None, assessment.reference_date):
        text = (
            f"De peildatum in dit bestand is {identity.reference_date:%d-%m-%Y}, "
            f"en hier {assessment.reference_date:%d-%m-%Y}. De peildatum hier blijft staan."
        )
        yield Finding(Severity.WARNING, "", text)
