"""Build templates/was-wordt-rapport.docx: `python -m templates.maak_standaard`.

Looks come from the files in opmaak/, the order of the report from here. The script is kept beside its result; a
municipality changes the .docx in Word, not this script.
"""

import zipfile
from pathlib import Path

from templates.building_blocks import (
    block,
    column,
    contents_field,
    heading,
    labelled,
    paragraph,
    section,
    section_end,
    table,
    tag,
    tags,
    text,
)
from templates.package_parts import CORE, LOOKS, OFFICE, XML, content_types, core_properties, relationships

HERE = Path(__file__).parent
TARGET = HERE / "was-wordt-rapport.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
FIXED_MOMENT = (2026, 11, 22, 0, 0, 0)  # so that the same script gives the same file


def cover() -> str:
    """The cover page and the table of contents."""
    return "".join(
        (
            tags("VoorbladOrganisatie", "organisatie"),
            tags("Title", "rapporttitel"),
            paragraph("Subtitle", text("Zelfbeoordeling op "), tag("peildatum")),
            paragraph("Kenmerk", tag("kenmerken.naam", "Strong"), "<w:r><w:tab/></w:r>", tag("kenmerken.tekst")),
            paragraph("Voorbladkader", tag("hulpmiddel")),
            paragraph("TOCHeading", text("Inhoud")),
            contents_field(),
        )
    )


def score_table(collection: str, kind: str) -> str:
    """Scores side by side."""
    return table(
        f"Score per {kind}",
        f"Per {kind} de score, hoeveel normen een niveau hebben, en hoeveel op geldende regels te laag zijn",
        [
            column(5.5, kind.capitalize(), f"{collection}.naam"),
            (
                4.6,
                text("Score (") + tag("diepte") + text(")"),
                paragraph("Tabeltekst", tag(f"{collection}.score", "Strong")),
            ),
            column(3.3, "Met een niveau", f"{collection}.normen"),
            column(3.2, "Op geldende regels, onder streefniveau", f"{collection}.onder", "Tabelgetal"),
        ],
    )


def summary() -> str:
    """The management summary."""
    return "".join(
        (
            heading(1, text("Samenvatting voor het management")),
            tags("Inleiding", "samenvatting.tekst"),
            heading(2, text("Score per stap")),
            score_table("stapscores", "stap"),
            tags("Natabel", "gemiddelde"),
            heading(2, text("Wat al goed gaat")),
            tags("ListBullet", "sterk_kort.tekst"),
            heading(2, text("Wat het eerst aandacht vraagt")),
            tags("ListBullet", "aandacht_kort.tekst"),
            heading(2, text("Voorgestelde besluiten")),
            paragraph("Normal", tag("besluiten_inleiding")),
            tags("ListNumber", "besluiten.tekst"),
        )
    )


def method() -> str:
    """How the assessment was made and how much was filled in."""
    counts = (
        ("leeg", "Niet beant\u00adwoord", 2.0),
        ("weet_niet", "Weet ik niet", 1.7),
        ("zonder_reden", "N.v.t. zonder reden", 2.1),
        ("nvt", "N.v.t. met reden", 2.0),
    )
    steps, themes = (
        [
            column(5.3, "Onderdeel", f"{collection}.naam"),
            column(3.5, "Met een niveau", f"{collection}.normen"),
            *(column(width, words, f"{collection}.{name}", "Tabelgetal") for name, words, width in counts),
        ]
        for collection in ("stapscores", "themascores")
    )
    return "".join(
        (
            heading(1, text("Hoe deze zelfbeoordeling is gemaakt")),
            tags("Normal", "werkwijze.tekst"),
            heading(2, text("Hoeveel is ingevuld")),
            tags("Tabelinleiding", "dekking.tekst"),
            table(
                "Ingevuld per stap en thema",
                "Per onderdeel hoeveel normen een niveau hebben, en hoeveel er open of niet van toepassing zijn",
                steps,
                themes,
            ),
            heading(2, text("Hoe het met de wet staat")),
            tags("Normal", "wetstand.tekst"),
            heading(2, text("Waar een norm op rust")),
            labelled("ListBullet", "statussen"),
        )
    )


def was_wordt_table() -> str:
    """The was-wordt table, over the width of a landscape page."""
    norm = (
        tags("Tabelnorm", "normen.titel") + tags("Tabeltekst", "normen.wordt") + tags("Tabelnoot", "normen.status")
    )
    was = tags("Tabeltekst", "normen.was") + labelled("Tabelnoot", "normen.bijzonderheden")
    level = paragraph("Tabeltekst", tag("normen.niveau", "Strong")) + tags("Tabelnoot", "normen.streefniveau")
    return table(
        "Was en wordt",
        "Per norm: nummer, wat de versterkte aanpak vraagt, hoe het nu gaat, niveau, kloof en advies",
        [
            column(1.3, "Nr.", "normen.code", "Tabelnorm"),
            (6.7, "Wordt: wat de versterkte aanpak vraagt", norm),
            (8.3, "Was: hoe het nu gaat", was),
            (2.5, "Niveau", level),
            column(1.4, "Kloof", "normen.kloof"),
            column(6.3, "Advies (voorstel)", "normen.advies"),
        ],
    )


def scale() -> str:
    """The levels and what they mean, beside the tables that use them."""
    return heading(2, text("De niveaus")) + table(
        "De niveaus",
        "Elk niveau met zijn betekenis",
        [column(4.4, "Niveau", "schaal.naam", "Tabelnorm"), column(21.9, "Betekenis", "schaal.tekst")],
    )


def chapter(collection: str) -> str:
    """One step or theme."""
    return block(
        collection,
        heading(2, tag("titel")),
        tags("Tabelinleiding", "inleiding"),
        tags("Kader", "oordeel.tekst"),
        was_wordt_table(),
        block(
            "uitzoeken",
            heading(3, text("Uit te zoeken")),
            tags("Normal", "inleiding"),
            labelled("ListBullet", "punten"),
        ),
        block(
            "ontbreekt",
            heading(3, text("Ontbreekt in de bron")),
            tags("Normal", "inleiding"),
            labelled("ListBullet", "onderdelen"),
        ),
    )


def improvements() -> str:
    """Improvement points and strong points."""
    norm = paragraph("Tabelnorm", tag("verbeterpunten.code"), text(" "), tag("verbeterpunten.titel"))
    return "".join(
        (
            heading(1, text("Verbeterpunten en sterke punten")),
            heading(2, text("Verbeterpunten in volgorde")),
            tags("Tabelinleiding", "volgorde.tekst"),
            table(
                "Verbeterpunten in volgorde",
                "Per verbeterpunt: plaats, norm, niveau nu en straks, en de eerste stap",
                [
                    column(1.0, "Nr.", "verbeterpunten.nr"),
                    (6.2, "Norm", norm + tags("Tabelnoot", "verbeterpunten.status")),
                    column(2.1, "Niveau", "verbeterpunten.kloof"),
                    column(7.3, "Eerste stap (voorstel)", "verbeterpunten.advies"),
                ],
            ),
            heading(2, text("Sterke punten")),
            tags("Tabelinleiding", "sterk_inleiding"),
            table(
                "Sterke punten",
                "Normen op of boven het streefniveau, met hun niveau",
                [
                    column(1.5, "Nr.", "sterke_punten.code", "Tabelnorm"),
                    column(9.1, "Norm", "sterke_punten.titel"),
                    column(3.6, "Niveau", "sterke_punten.niveau"),
                    column(2.4, "Streefniveau", "sterke_punten.streefniveau", "Tabelgetal"),
                ],
            ),
        )
    )


def calculation_annex() -> str:
    """How the score comes about."""
    numbers = (
        ("gewicht", "Gewicht", 1.45),
        ("streefniveau", "Streef", 1.3),
        ("niveau", "Niveau", 1.6),
        ("behaald", "Behaald", 1.45),
        ("mist", "Ontbreekt", 1.8),
        ("open", "Open", 1.15),
    )
    columns = [
        column(1.2, "Nr.", "rekenregels.code", "Tabelnorm"),
        column(6.65, "Norm", "rekenregels.titel"),
        *(column(width, words, f"rekenregels.{name}", "Tabelgetal") for name, words, width in numbers),
    ]
    return "".join(
        (
            heading(1, text("Bijlage A: hoe de score ontstaat")),
            heading(2, text("De regel")),
            tags("ListBullet", "berekening.tekst"),
            heading(2, text("De punten per onderdeel")),
            block(
                "rekentabellen",
                heading(3, tag("titel")),
                table("Punten per norm", "Per norm: gewicht, streefniveau, niveau en punten", columns),
                tags("Natabel", "uitkomst"),
            ),
        )
    )


def source_annexes() -> str:
    """Articles, sources and glossary."""
    return "".join(
        (
            heading(1, text("Bijlage B: artikelen en bronnen")),
            heading(2, text("Artikelen per norm")),
            table(
                "Artikelen per norm",
                "Per norm: artikel, nummers van de bronnen, zekerheid en waarschuwing",
                [
                    column(1.2, "Nr.", "artikelen.code", "Tabelnorm"),
                    column(4.3, "Artikel", "artikelen.artikel"),
                    column(2.3, "Bronnen", "artikelen.nummers"),
                    column(2.7, "Hoe zeker", "artikelen.zekerheid"),
                    column(6.1, "Let op", "artikelen.let_op"),
                ],
            ),
            heading(2, text("Bronnen")),
            tags("Tabelinleiding", "bronnen_inleiding"),
            table(
                "Bronnen",
                "Per bron: nummer, omschrijving, webadres en hoe ver de bron is gelezen",
                [
                    column(1.0, "Nr.", "bronnen.nr"),
                    (
                        12.6,
                        "Bron",
                        tags("Tabeltekst", "bronnen.omschrijving")
                        + paragraph("Tabelnoot", tag("bronnen.url", "Hyperlink")),
                    ),
                    column(3.0, "Gelezen", "bronnen.gelezen"),
                ],
            ),
            heading(1, text("Bijlage C: begrippen")),
            table(
                "Begrippen",
                "Elk begrip met zijn uitleg",
                [column(4.6, "Begrip", "begrippen.naam", "Tabelnorm"), column(12.0, "Uitleg", "begrippen.tekst")],
            ),
        )
    )


def document() -> str:
    """The body of the template."""
    body = (
        cover(),
        summary(),
        method(),
        section_end(first=True),
        heading(1, text("De vijf stappen: was en wordt")),
        tags("Normal", "leeswijzer.tekst"),
        scale(),
        chapter("stappen"),
        heading(1, text("De thema’s: was en wordt")),
        tags("Normal", "themas_inleiding"),
        score_table("themascores", "thema"),
        chapter("themas"),
        section_end(landscape=True),
        improvements(),
        calculation_annex(),
        source_annexes(),
        section(),
    )
    return f"{XML}<w:document {W} {R}><w:body>{''.join(body)}</w:body></w:document>"


def header() -> str:
    """The header: organisation, title, status."""
    line = paragraph(
        "Header", tag("organisatie"), text(" · "), tag("rapporttitel"), text(" · "), tag("rapportstatus")
    )
    return f"{XML}<w:hdr {W}>{line}</w:hdr>"


def footer() -> str:
    """The footer: page number and number of pages."""
    numbers = [
        f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in ("PAGE", "NUMPAGES")
    ]
    return f"{XML}<w:ftr {W}>{paragraph('Footer', text('Pagina '), numbers[0], text(' van '), numbers[1])}</w:ftr>"


def parts() -> dict[str, str]:
    """Every part of the template by name."""
    looks = {f"word/{name}.xml": (HERE / "opmaak" / f"{name}.xml").read_text(encoding="utf-8") for name in LOOKS}
    inner = [(f"rId{name}", f"{OFFICE}/{name}", f"{name}.xml") for name in LOOKS]
    inner += [("rIdTheme", f"{OFFICE}/theme", "theme/theme1.xml")]
    inner += [("rIdHeader", f"{OFFICE}/header", "header1.xml"), ("rIdFooter", f"{OFFICE}/footer", "footer1.xml")]
    outer = [("rId1", f"{OFFICE}/officeDocument", "word/document.xml"), ("rId2", CORE, "docProps/core.xml")]
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(outer),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(inner),
        "word/header1.xml": header(),
        "word/footer1.xml": footer(),
        **looks,
        "word/theme/theme1.xml": (HERE / "opmaak" / "theme1.xml").read_text(encoding="utf-8"),
        "docProps/core.xml": core_properties(),
    }


def main() -> None:
    """Write the template."""
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_MOMENT), content.encode(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
