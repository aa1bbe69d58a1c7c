"""Word files that reach outside themselves: links, other files and fields."""

from tests.reporting.guard.hostile.parts import (
    MAIN_RELATIONS,
    Hostile,
    W,
    code,
    default,
    document,
    field,
    relations,
    with_body,
    with_extra,
    with_linked,
    with_parts,
)

REFERENCES: dict[str, Hostile] = {
    # outside
    "plaatje-van-buiten": Hostile(
        lambda: with_linked("image", "http://10.0.0.1/a.png"),
        f"een plaatje wordt opgehaald van 'http://10.0.0.1/a.png' (onderdeel {MAIN_RELATIONS})",
    ),
    "deel-van-buiten": Hostile(
        lambda: with_linked("subDocument", "file:///c:/a.docx"),
        "het verwijst naar 'file:///c:/a.docx', buiten het bestand",
    ),
    "ole-van-buiten": Hostile(
        lambda: with_linked("oleObject", "mhtml:http://x/a!x-usc"),
        "het verwijst naar 'mhtml:http://x/a!x-usc', buiten het bestand",
    ),
    "koppeling-naar-bestand": Hostile(
        lambda: with_linked("hyperlink", "file://server/deel/a.exe"),
        "de koppeling 'file://server/deel/a.exe' gaat niet naar een webadres of e-mailadres",
    ),
    "koppeling-javascript": Hostile(
        lambda: with_linked("hyperlink", "javascript:alert(1)"), "gaat niet naar een webadres of e-mailadres"
    ),
    "koppeling-netwerk": Hostile(
        lambda: with_linked("hyperlink", "\\\\server\\deel"), "gaat niet naar een webadres of e-mailadres"
    ),
    "buiten-zonder-het-te-zeggen": Hostile(
        lambda: with_parts(main_relations=relations(("image", "\\\\server\\a.png", "Internal"))),
        "een plaatje wordt opgehaald van",
    ),
    "buiten-met-kleine-letter": Hostile(
        lambda: with_parts(main_relations=relations(("image", "a.png", "external"))),
        "een plaatje wordt opgehaald van",
    ),
    "relaties-met-hoofdletters": Hostile(
        lambda: with_extra({"word/_RELS/document.xml.RELS": relations(("image", "http://x/a.png", "External"))}),
        "een plaatje wordt opgehaald van",
    ),
    "vml-adres": Hostile(
        lambda: with_body('<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://10.0.0.1/a.png"/>'),
        "een tekening haalt iets van buiten op",
    ),
    "svg-adres": Hostile(
        lambda: with_extra(
            {
                "word/media/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
                b'<image x:href="file:///etc/passwd"/></svg>'
            },
            default("svg", "image/svg+xml"),
        ),
        "een tekening haalt iets van buiten op (onderdeel word/media/a.svg)",
    ),
    # fields
    "dde": Hostile(lambda: with_body(field(code(" DDEAUTO c:\\\\cmd.exe "))), "er staat een veld DDEAUTO in"),
    "dde-verdeeld": Hostile(
        lambda: with_body(field(code(" D"), code("D"), code("E c:\\\\x "))), "er staat een veld DDE in"
    ),
    "dde-over-alineas": Hostile(
        lambda: with_body(field(code("DD") + "</w:r></w:p><w:p><w:r>" + code("E x"))), "er staat een veld DDE in"
    ),
    "dde-als-tekst": Hostile(lambda: with_body(field(code("DD"), "<w:t>E x</w:t>")), "er staat een veld DDE in"),
    "dde-met-verwijderd": Hostile(
        lambda: with_body(field(code("DD"), "<w:delInstrText>X</w:delInstrText>", code("E x"))),
        "er staat een veld DDE in",
    ),
    "dde-verwijderd": Hostile(
        lambda: with_body(field("<w:delInstrText>DDE x</w:delInstrText>")), "er staat een veld DDE in"
    ),
    "dde-zonder-einde": Hostile(
        lambda: with_body(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>' + code("DDE x") + "</w:r></w:p>"
        ),
        "er staat een veld DDE in",
    ),
    "dde-eenvoudig": Hostile(
        lambda: with_body('<w:p><w:fldSimple w:instr=" ddeauto x "/></w:p>'), "er staat een veld DDEAUTO in"
    ),
    "dde-in-een-veld": Hostile(
        lambda: with_body(field(code(" IF 1 = 1 "), "</w:r>" + field(code("DDE x")) + "<w:r>")),
        "er staat een veld DDE in",
    ),
    "naam-in-een-veld": Hostile(
        lambda: with_body(field("</w:r>" + field(code("QUOTE 68 68 69")) + "<w:r>", code(" x"))),
        "de naam van een veld is verborgen in een ander veld",
    ),
    "halve-naam-in-een-veld": Hostile(
        lambda: with_body(field(code(" DD"), "</w:r>" + field(code("QUOTE E")) + "<w:r>", code(" x"))),
        "de naam van een veld is verborgen in een ander veld",
    ),
    "twee-lezingen": Hostile(
        lambda: with_body(
            field(
                code("DD"),
                '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>',
                code("E x"),
            )
        ),
        "een veld heeft twee lezingen",
    ),
    "ander-voorvoegsel": Hostile(
        lambda: with_parts(main=f'<q:document xmlns:q="{W}"><q:fldSimple q:instr="DDE x"/></q:document>'.encode()),
        "er staat een veld DDE in",
    ),
    "dde-in-koptekst": Hostile(
        lambda: with_extra({"word/header1.xml": document('<w:fldSimple w:instr="DDE x"/>')}),
        "van buiten op of start iets (onderdeel word/header1.xml)",
    ),
    **{
        f"veld-{name.lower()}": Hostile(
            lambda name=name: with_body(field(code(f' {name} "http://10.0.0.1/a" '))),  # type: ignore[misc]
            f"er staat een veld {name} in",
        )
        for name in ("INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DATABASE", "MACROBUTTON", "EMBED", "IMPORT", "RD")
    },
    "veld-koppeling": Hostile(
        lambda: with_body(field(code(' HYPERLINK \\o "uitleg" "file:///c:/a.exe" '))),
        "een veld HYPERLINK verwijst naar een bestand",
    ),
}
