"""The short message that goes with a form, to copy into an e-mail."""

from app_pages.session.desk import MadeForm
from reporting.wording.dutch import date_text, either, norms

WORD_ENDING = ".docx"


def mail_text(made: MadeForm, organisation: str) -> str:
    """The message, without names: who sends it adds those."""
    program, ending = ("Word", ".docx") if made.file_name.endswith(WORD_ENDING) else ("Excel", ".xlsx")
    stands = either(made.norms, "De norm staat", "De normen staan")
    number = f" met nummer {made.number}" if made.number else ""
    request = (
        f"Wilt u voor {organisation} {norms(made.norms)} van de was-wordt lijst invullen? {stands} in de "
        f"invullijst{number}. Dat is het {program}-bestand bij dit bericht."
    )
    until = f"Ik ontvang de lijst graag terug voor of op {date_text(made.until)}." if made.until else ""
    steps = (
        f"- Open het bestand in {program} en vul in wat u weet. Wat u niet weet, laat u leeg of zet u op ‘Weet ik "
        "niet’.\n"
        "- Schrijf over werkprocessen, niet over inwoners: geen namen, geen geboortedatums, geen BSN.\n"
        f"- Sla het bestand op als {ending} en stuur het terug als antwoord op dit bericht."
    )
    return "\n\n".join(filter(None, ("Beste collega,", request, until, steps, "Alvast bedankt!")))
