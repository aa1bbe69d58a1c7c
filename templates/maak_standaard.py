"""Build templates/was-wordt-rapport.docx: `python templates/maak_standaard.py`.

Looks come from the files in opmaak/, the order of the report from here. Made once and kept beside its result; a
municipality changes the .docx in Word, not this script.
"""

import zipfile
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
TARGET = HERE / "was-wordt-rapport.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CENTIMETRE = 567  # in twentieths of a point
PARTS = ("styles", "settings", "numbering", "fontTable")
FIXED_MOMENT = (2026, 11, 22, 0, 0, 0)  # so that the same script gives the same file
control_numbers = count(1001)


def text(words: str, style: str = "") -> str:
    """A run of fixed text."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def tag(name: str, style: str = "") -> str:
    """A content control inside a paragraph, that shows its own name until it is filled."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{next(control_numbers)}"/>'
        f"<w:text/></w:sdtPr><w:sdtContent><w:r>{looks}<w:t>[{name}]</w:t></w:r></w:sdtContent></w:sdt>"
    )


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def heading(level: int, *runs: str) -> str:
    """A heading."""
    return paragraph(f"Heading{level}", *runs)


def tags(style: str, *names: str) -> str:
    """A paragraph for each name, each with only that control."""
    return "".join(paragraph(style, tag(name)) for name in names)


def labelled(style: str, collection: str) -> str:
    """A repeating paragraph: a name in bold, then its text."""
    return paragraph(style, tag(f"{collection}.naam", "Strong"), tag(f"{collection}.tekst"))


def block(name: str, *content: str) -> str:
    """Content that repeats for each item, or is left out when there is none."""
    begin, end = (paragraph("Normal", tag(f"{edge}:{name}")) for edge in ("begin", "eind"))
    return f"{begin}{''.join(content)}{end}"


def cell(width: float, *paragraphs: str) -> str:
    """A table cell of `width` centimetres."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(width * CENTIMETRE)}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def table(
    title: str, description: str, columns: list[tuple[float, str, str]], last_row: list[str] | None = None
) -> str:
    """A table with a repeating header row and one row that repeats.

    Args:
        title: alternative text, short.
        description: alternative text, what the columns are.
        columns: width in centimetres, heading, and the paragraphs of the repeating cell.
        last_row: paragraphs of a closing row, if there is one.
    """
    widths = [width for width, _, _ in columns]
    grid = "".join(f'<w:gridCol w:w="{round(width * CENTIMETRE)}"/>' for width in widths)
    head = "".join(cell(width, header_cell(words, content)) for width, words, content in columns)
    body = "".join(cell(width, content) for width, _, content in columns)
    closing = "".join(cell(width, content) for width, content in zip(widths, last_row or [], strict=False))
    last = "1" if closing else "0"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="WasWordtTabel"/><w:tblW w:w="{round(sum(widths) * CENTIMETRE)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" '
        f'w:lastRow="{last}" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/><w:tblDescription w:val="{escape(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{body}</w:tr>"
        + (f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{closing}</w:tr>" if closing else "")
        + "</w:tbl>"
    )


def header_cell(words: str, content: str) -> str:
    """The heading of a column; above numbers it stands right."""
    style = "Tabelkopgetal" if "Tabelgetal" in content else "Tabelkop"
    runs = words if words.startswith("<w:") else text(words)
    return paragraph(style, runs)


def column(width: float, words: str, name: str, style: str = "Tabeltekst") -> tuple[float, str, str]:
    """A column with one control."""
    return width, words, paragraph(style, tag(name))


def section(*, landscape: bool = False, first: bool = False) -> str:
    """The properties of a page section; the first one has a cover without header and footer."""
    width, height = (16838, 11906) if landscape else (11906, 16838)
    turn = ' w:orient="landscape"' if landscape else ""
    side = 1020 if landscape else 1247
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turn}/>'
        f'<w:pgMar w:top="1418" w:right="{side}" w:bottom="1191" w:left="{side}" w:header="624" w:footer="567" '
        f'w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


def section_end(*, landscape: bool = False, first: bool = False) -> str:
    """An empty closing paragraph that ends a page section."""
    properties = section(landscape=landscape, first=first)
    return f'<w:p><w:pPr><w:pStyle w:val="Sectie-einde"/>{properties}</w:pPr></w:p>'


def contents_field() -> str:
    """A table of contents that is filled with the report."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>De inhoud wordt ingevuld bij het maken.</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def cover() -> str:
    """The cover page and the table of contents."""
    return "".join(
        (
            tags("VoorbladOrganisatie", "organisatie"),
            tags("Title", "rapporttitel"),
            paragraph("Subtitle", text("Was en wordt: peildatum "), tag("peildatum")),
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
        f"Per {kind} de score, het aantal normen met een niveau en het aantal normen op geldende regels onder het streefniveau",
        [
            column(5.6, kind.capitalize(), f"{collection}.naam"),
            (
                4.6,
                text("Score (") + tag("diepte") + text(")"),
                paragraph("Tabeltekst", tag(f"{collection}.score", "Strong")),
            ),
            column(3.2, "Met een niveau", f"{collection}.normen"),
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
    names = (
        ("normen", "Met een niveau", 2.9),
        ("leeg", "Niet beant-woord", 2.0),
        ("weet_niet", "Weet ik niet", 1.7),
    )
    more = (("zonder_reden", "N.v.t. zonder reden", 2.1), ("nvt", "N.v.t. met reden", 2.0))
    rows = []
    for collection in ("stapscores", "themascores"):
        columns = [
            column(5.9, "Onderdeel", f"{collection}.naam"),
            column(2.9, names[0][1], f"{collection}.normen"),
        ]
        columns += [
            column(width, words.replace("-", "\u00ad"), f"{collection}.{name}", "Tabelgetal")
            for name, words, width in (*names[1:], *more)
        ]
        rows.append(columns)
    description = "Per onderdeel hoeveel normen een niveau hebben, en hoeveel er open of niet van toepassing zijn"
    return "".join(
        (
            heading(1, text("Hoe deze zelfbeoordeling is gemaakt")),
            tags("Normal", "werkwijze.tekst"),
            heading(2, text("Hoeveel is ingevuld")),
            tags("Normal", "dekking.tekst"),
            table("Ingevuld per stap", description, rows[0]),
            paragraph("Natabel"),
            table("Ingevuld per thema", description, rows[1]),
            heading(2, text("Hoe het met de wet staat")),
            tags("Normal", "wetstand.tekst"),
            heading(2, text("Waar een norm op rust")),
            labelled("ListBullet", "statussen"),
            heading(2, text("De niveaus")),
            table(
                "De niveaus",
                "Elk niveau met zijn betekenis",
                [column(4.4, "Niveau", "schaal.naam", "Tabelnorm"), column(12.2, "Betekenis", "schaal.tekst")],
            ),
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
            (7.2, "Wordt: wat de versterkte aanpak vraagt", norm),
            (6.8, "Was: hoe het nu gaat", was),
            (2.8, "Niveau", level),
            column(1.9, "Kloof", "normen.kloof"),
            column(6.1, "Advies", "normen.advies"),
        ],
    )


def chapter(collection: str) -> str:
    """One step or theme."""
    return block(
        collection,
        heading(2, tag("titel")),
        tags("Normal", "inleiding"),
        tags("Kader", "oordeel.tekst"),
        paragraph("Voortabel"),
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
            tags("Normal", "volgorde.tekst"),
            table(
                "Verbeterpunten in volgorde",
                "Per verbeterpunt: plaats, norm, kloof, eerste stap en wie het meestal weet",
                [
                    column(1.0, "", "verbeterpunten.nr", "Tabelgetal"),
                    (5.2, "Norm", norm + tags("Tabelnoot", "verbeterpunten.status")),
                    column(1.9, "Niveau", "verbeterpunten.kloof"),
                    column(5.6, "Eerste stap (voorstel)", "verbeterpunten.advies"),
                    column(2.9, "Wie weet meer", "verbeterpunten.rol"),
                ],
            ),
            heading(2, text("Sterke punten")),
            tags("Normal", "sterk_inleiding"),
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
    names = (("gewicht", "Gewicht", 1.6), ("streefniveau", "Streef", 1.4), ("niveau", "Niveau", 1.9))
    points = (("behaald", "Behaald", 1.7), ("mist", "Ontbreekt", 1.9), ("open", "Open", 1.4))
    columns = [
        column(1.3, "Nr.", "rekenregels.code", "Tabelnorm"),
        column(5.4, "Norm", "rekenregels.titel"),
        *(column(width, words, f"rekenregels.{name}", "Tabelgetal") for name, words, width in (*names, *points)),
    ]
    sums = ("som_behaald", "som_mist", "som_open")
    empty = [paragraph("Tabelgetal")] * 3
    last_row = [
        paragraph("Tabelnorm"),
        paragraph("Tabelnorm", text("Samen")),
        *empty,
        *(tags("Tabelgetal", name) for name in sums),
    ]
    return "".join(
        (
            heading(1, text("Bijlage A: hoe de score ontstaat")),
            tags("ListBullet", "berekening.tekst"),
            block(
                "rekentabellen",
                heading(3, tag("titel")),
                table("Punten per norm", "Per norm: gewicht, streefniveau, niveau en punten", columns, last_row),
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
                    column(1.3, "Nr.", "artikelen.code", "Tabelnorm"),
                    column(4.9, "Artikel", "artikelen.artikel"),
                    column(2.4, "Bronnen", "artikelen.nummers"),
                    column(3.6, "Hoe zeker", "artikelen.zekerheid"),
                    column(4.4, "Let op", "artikelen.let_op"),
                ],
            ),
            heading(2, text("Bronnen")),
            tags("Normal", "bronnen_inleiding"),
            table(
                "Bronnen",
                "Per bron: nummer, omschrijving, webadres en hoe ver de bron is gelezen",
                [
                    column(1.0, "", "bronnen.nr", "Tabelgetal"),
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


def relationships(rows: list[tuple[str, str, str]]) -> str:
    """A relationships part from id, type and target."""
    lines = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows)
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def content_types() -> str:
    """The types of all parts."""
    kinds = {
        "document": "document.main",
        "header1": "header",
        "footer1": "footer",
        **{name: name for name in PARTS},
    }
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORDML}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}'
        '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def core_properties() -> str:
    """Properties of the template itself."""
    return (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sjabloon was-wordt rapport</dc:title>'
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def parts() -> dict[str, str]:
    """Every part of the template by name."""
    looks = {f"word/{name}.xml": (HERE / "opmaak" / f"{name}.xml").read_text(encoding="utf-8") for name in PARTS}
    inner = [(f"rId{name}", f"{OFFICE}/{name}", f"{name}.xml") for name in PARTS]
    inner += [("rIdTheme", f"{OFFICE}/theme", "theme/theme1.xml")]
    inner += [("rIdHeader", f"{OFFICE}/header", "header1.xml"), ("rIdFooter", f"{OFFICE}/footer", "footer1.xml")]
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    outer = [("rId1", f"{OFFICE}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")]
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
