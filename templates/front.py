"""What every document begins with: a cover that says what it is."""

from templates.building_blocks import column, paragraph, table, tag, tags, text


def cover() -> str:
    """The cover page: whose it is, what it is, its status and its particulars."""
    return "".join(
        (
            tags("VoorbladOrganisatie", "organisatie"),
            tags("Title", "rapporttitel"),
            paragraph("Subtitle", text("Zelfbeoordeling op "), tag("peildatum")),
            tags("VoorbladStatus", "rapportstatus"),
            table(
                "Gegevens van dit document",
                "Per kenmerk de waarde, zoals gemeente, peildatum en status",
                [
                    column(4.6, "Kenmerk", "kenmerken.naam", "Tabelnorm"),
                    column(12.0, "Dit document", "kenmerken.tekst"),
                ],
            ),
            tags("Voorbladkader", "hulpmiddel"),
        )
    )
