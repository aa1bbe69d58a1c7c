"""What more documents have: a cover that says what it is, the contents, and the levels."""

from templates.building_blocks import USUAL, contents_field, explained, paragraph, section_end, tag, tags, text


def cover() -> str:
    """The cover page: whose it is, what it is, its status and its particulars."""
    return "".join(
        (
            tags("VoorbladOrganisatie", "organisatie"),
            tags("Title", "rapporttitel"),
            paragraph("Subtitle", text("Zelfbeoordeling op "), tag("peildatum")),
            tags("VoorbladStatus", "rapportstatus"),
            explained(
                "Gegevens van dit document",
                "Per kenmerk de waarde, zoals gemeente, peildatum en status",
                (4.6, "Kenmerk"),
                (12.0, "Dit document"),
                "kenmerken",
                look=USUAL,
            ),
            tags("Voorbladkader", "hulpmiddel"),
        )
    )


def contents() -> str:
    """The table of contents."""
    return paragraph("TOCHeading", text("Inhoud")) + contents_field()


def opening() -> str:
    """The cover on a page of its own, then the table of contents."""
    return cover() + section_end(first=True) + contents()


def levels_table(names: float, texts: float) -> str:
    """The levels and what they mean; widths in centimetres."""
    return explained(
        "De niveaus", "Elk niveau met zijn betekenis", (names, "Niveau"), (texts, "Betekenis"), "schaal"
    )
