"""What stands at the front of every document."""

from dataclasses import dataclass
from typing import Annotated

from reporting.document.pieces import Labelled, Tag


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What every document says about itself, on its cover and on every page."""

    title: Annotated[str, Tag("rapporttitel", "titel van het rapport", "Zelfbeoordeling meervoudige problematiek")]
    organisation: Annotated[str, Tag("organisatie", "gemeente of samenwerking", "Gemeente Voorbeeldstad")]
    status: Annotated[
        str, Tag("rapportstatus", "status, met de vertrouwelijkheid als die is gekozen", "Concept · openbaar")
    ]
    depth: Annotated[str, Tag("diepte", "kern of volledig", "kern")]
    reference_date: Annotated[str, Tag("peildatum", "dag waarop de antwoorden gelden", "22 november 2026")]
    printed_on: Annotated[str, Tag("gemaakt_op", "dag waarop het rapport is gemaakt", "1 december 2026")]
    particulars: Annotated[tuple[Labelled, ...], Tag("kenmerken", "de gegevens op het voorblad")]
    aid: Annotated[str, Tag("hulpmiddel", "waar het rapport wel en niet voor is", "Dit is een hulpmiddel …")]
