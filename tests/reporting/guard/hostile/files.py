"""Hostile and broken Word files, made in code, each with what the guard must say about it."""

import random
import zipfile

from tests.reporting.archive import zipped
from tests.reporting.guard.hostile.parts import (
    ELEMENTS,
    MAIN,
    MAIN_RELATIONS,
    OFFICE,
    OLE,
    SETTINGS,
    SETTINGS_RELATIONS,
    TYPES,
    Hostile,
    Parts,
    R,
    W,
    code,
    default,
    document,
    entities,
    field,
    lying_about_size,
    ordinary_parts,
    relations,
    renamed,
    two_of_a_kind,
    types,
    with_body,
    with_central_field,
    with_embedded,
    with_extra,
    with_parts,
    workbook,
)
from tests.reporting.guard.hostile.references import REFERENCES

HOSTILE: dict[str, Hostile] = {
    # not a Word document
    "leeg": Hostile(lambda: b"", "het is geen Word-bestand"),
    "tekst": Hostile(lambda: b"Beste collega", "het is geen Word-bestand"),
    "pdf": Hostile(lambda: b"%PDF-1.7\n" + bytes(999), "het is geen Word-bestand"),
    "oud-doc": Hostile(lambda: OLE, "het is een oud Word-bestand (.doc)"),
    "wachtwoord": Hostile(lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "er zit een wachtwoord op"),
    "gewone-zip": Hostile(lambda: zipped({"lees.txt": b"hallo"}), "het is geen Word-bestand"),
    "alleen-typen": Hostile(lambda: zipped({TYPES: types()}), "het is geen Word-bestand"),
    "twee-hoofddelen": Hostile(
        lambda: with_parts(package_relations=relations(*[("officeDocument", MAIN, "Internal")] * 2)),
        "het is geen Word-bestand",
    ),
    "werkblad": Hostile(
        workbook, "het is een ander soort bestand dan hier gevraagd wordt (onderdeel xl/workbook.xml)"
    ),
    "ander-type": Hostile(
        lambda: with_parts(types=types(main=f"{OFFICE}.presentationml.presentation.main+xml")),
        "het is een ander soort bestand dan hier gevraagd wordt (onderdeel word/document.xml)",
    ),
    "twee-typen": Hostile(
        lambda: with_parts(types=types(overrides=f'<Override PartName="/{MAIN}" ContentType="image/png"/>')),
        "het is beschadigd (onderdeel [Content_Types].xml)",
    ),
    # a zip that lies, or is too much
    "groot-bestand": Hostile(lambda: b"PK\x03\x04" + bytes(10 << 20), "het is groter dan 10 MB"),
    "afgekapt": Hostile(lambda: zipped(ordinary_parts())[:-40], "het is beschadigd"),
    "staart": Hostile(lambda: zipped(ordinary_parts()) + b"<script>", "het is beschadigd"),
    "zip64": Hostile(
        lambda: zipped(ordinary_parts())[:-22] + b"PK\x06\x07" + bytes(16) + zipped(ordinary_parts())[-22:],
        "het is beschadigd",
    ),
    "veel-delen": Hostile(
        lambda: zipped({**ordinary_parts(), **{f"word/{n}.xml": b"<x/>" for n in range(400)}}),
        "het bestaat uit meer dan 400 onderdelen",
    ),
    "heel-veel-delen": Hostile(
        lambda: zipped({**ordinary_parts(), **{f"word/{n}.xml": b"" for n in range(20_000)}}),
        "het bestaat uit meer dan 400 onderdelen",
    ),
    "zipbom": Hostile(
        lambda: with_extra({"word/bom.xml": b"<x>" + b" " * 14_000_000 + b"</x>"}),
        "uitgepakt is het te groot (onderdeel word/bom.xml)",
    ),
    "gigabyte": Hostile(
        lambda: with_central_field(24, "<L", 1 << 30), "uitgepakt is het te groot (onderdeel word/document.xml)"
    ),
    "samen-te-groot": Hostile(
        lambda: with_extra(
            {f"word/{n}.xml": b"<x>" + bytes(range(32, 36)) * 225_000 + b"</x>" for n in range(50)}
        ),
        "uitgepakt is het te groot (onderdeel word/",
    ),
    "liegt-over-grootte": Hostile(lying_about_size, "het is beschadigd"),
    "groter-gezegd": Hostile(
        lambda: with_central_field(24, "<L", 500_000), "een onderdeel is niet zo groot als het zegt"
    ),
    "onbekend-ingepakt": Hostile(
        lambda: with_central_field(10, "<H", 97), "een onderdeel is op een onbekende manier ingepakt"
    ),
    "bzip2": Hostile(
        lambda: zipped(ordinary_parts(), zipfile.ZIP_BZIP2), "een onderdeel is op een onbekende manier ingepakt"
    ),
    "versleuteld-deel": Hostile(lambda: with_central_field(8, "<H", 1), "er zit een wachtwoord op"),
    "naam-omhoog": Hostile(
        lambda: renamed("word/abcdefghi.xml", "../../../etc/passw"), "een onderdeel heeft een naam die niet mag"
    ),
    "naam-absoluut": Hostile(
        lambda: renamed("word/abc.xml", "/etc/abc.xml"), "een onderdeel heeft een naam die niet mag"
    ),
    "naam-windows": Hostile(
        lambda: renamed("word/abc.xml", "c:\\w/abc.xml"), "een onderdeel heeft een naam die niet mag"
    ),
    "dubbel": Hostile(two_of_a_kind, "een onderdeel staat er twee keer in (onderdeel word/DOCUMENT.xml)"),
    # XML
    "geen-xml": Hostile(
        lambda: with_parts(main=b"<w:document"), "het is beschadigd (onderdeel word/document.xml)"
    ),
    "xxe": Hostile(
        lambda: with_body("<w:p>&x;</w:p>", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "er staat een DTD in",
    ),
    "miljard-keer-lachen": Hostile(lambda: with_body("<w:p>&e9;</w:p>", entities(10)), "er staat een DTD in"),
    "dtd-in-relaties": Hostile(
        lambda: with_parts(package_relations=b"<!DOCTYPE x>" + relations()),
        "er staat een DTD in, en die kan andere bestanden inlezen (onderdeel _rels/.rels)",
    ),
    "dtd-in-utf16": Hostile(
        lambda: with_parts(main="\ufeff<!DOCTYPE x><x/>".encode("utf-16-le")), "er staat een DTD in"
    ),
    "andere-tekens": Hostile(
        lambda: with_body("", '<?xml version="1.0" encoding="UTF-7"?>'),
        "de tekens zijn op een onbekende manier opgeslagen",
    ),
    "drie-miljoen-alineas": Hostile(
        lambda: with_body("<w:p/>" * 2_400_000), "uitgepakt is het te groot (onderdeel word/document.xml)"
    ),
    "te-veel-elementen": Hostile(
        lambda: with_body("".join(f"<w:p>{n}</w:p>" for n in range(2 * ELEMENTS))),
        "het bestaat uit te veel stukjes (onderdeel word/document.xml)",
    ),
    "te-veel-opdrachten": Hostile(
        lambda: with_body("".join(f"<?a {n}?>" for n in range(ELEMENTS))), "het bestaat uit te veel stukjes"
    ),
    "te-veel-kenmerken": Hostile(
        lambda: with_body("".join(f'<w:p a="{n}" b="" c="" d="" e=""/>' for n in range(220_000))),
        "het bestaat uit te veel stukjes",
    ),
    "een-element-vol-kenmerken": Hostile(
        lambda: with_body("<w:p " + " ".join(f'a{n}=""' for n in range(90_000)) + "/>"),
        "een stuk zonder opmaak is onverwacht lang",
    ),
    "diep-genest": Hostile(lambda: with_body("<w:p>" * 5_000 + "</w:p>" * 5_000), "het is te diep genest"),
    # code and objects
    "macro": Hostile(
        lambda: with_extra({"word/vbaProject.bin": OLE}, default("bin", "application/vnd.ms-office.vbaProject")),
        "er staan macro's in (onderdeel word/vbaProject.bin)",
    ),
    "docm": Hostile(
        lambda: with_parts(types=types(main="application/vnd.ms-word.document.macroEnabled.main+xml")),
        "er staan macro's in (onderdeel word/document.xml)",
    ),
    "vermomde-macro": Hostile(
        lambda: with_extra({"word/media/image1.png": OLE}, default("png", "image/png")),
        "er staat een ingesloten object in (onderdeel word/media/image1.png)",
    ),
    "programma": Hostile(
        lambda: with_extra({"word/media/image1.png": b"MZ" + bytes(99)}, default("png", "image/png")),
        "er staat een ingesloten object in (onderdeel word/media/image1.png)",
    ),
    "activex": Hostile(
        lambda: with_extra(
            {"word/activeX/activeX1.xml": b"<x/>"},
            overrides='<Override PartName="/word/activeX/activeX1.xml" '
            'ContentType="application/vnd.ms-office.activeX+xml"/>',
        ),
        "er staat een ActiveX-besturingselement in (onderdeel word/activeX/activeX1.xml)",
    ),
    "ole-object": Hostile(
        lambda: with_extra({"word/embeddings/a.bin": b"x"}, default("bin", f"{OFFICE}.oleObject")),
        "er staat een ingesloten object in (onderdeel word/embeddings/a.bin)",
    ),
    "ole-element": Hostile(lambda: with_body("<w:object/>"), "er staat een ingesloten object in"),
    "invoegtoepassing": Hostile(
        lambda: with_extra(
            {"word/webextension.xml": b"<x/>"},
            overrides='<Override PartName="/word/webextension.xml" '
            'ContentType="application/vnd.ms-office.webextension+xml"/>',
        ),
        "er staat een invoegtoepassing in",
    ),
    "html-deel": Hostile(
        lambda: with_extra({"word/afchunk.html": b"<script/>"}, default("html", "text/html")),
        "er staat een ingesloten bestand in dat geen tekst of plaatje is (onderdeel word/afchunk.html)",
    ),
    "altchunk": Hostile(lambda: with_body("<w:altChunk/>"), "er is een ander bestand in opgenomen"),
    "altchunk-relatie": Hostile(
        lambda: with_parts(main_relations=relations(("aFChunk", "a.xml", "Internal"))),
        f"er is een ander bestand in opgenomen (onderdeel {MAIN_RELATIONS})",
    ),
    "document-in-document": Hostile(
        lambda: with_parts(main_relations=relations(("package", "embeddings/a.docx", "Internal"))),
        "er staat een ingesloten bestand in",
    ),
    "samenvoegen": Hostile(lambda: with_body("<w:mailMerge/>"), "het is gekoppeld aan een gegevensbestand"),
    "werkboek-met-object": Hostile(
        lambda: with_embedded(workbook(oud__bin=b"x")), "er staat een ingesloten object in (onderdeel xl/oud.bin)"
    ),
    "werkboek-in-werkboek": Hostile(
        lambda: with_embedded(workbook(nog__xlsx=workbook())), "er staat een bestand in een ingesloten bestand"
    ),
    "werkboek-is-doc": Hostile(lambda: with_embedded(b"PK geen zip"), "het is geen Word-bestand"),
    **REFERENCES,
}


def at_the_limit() -> bytes:
    """As much of everything as may be, with a refused field at the very end: the longest and largest to refuse."""
    rows = "".join(f'<w:p a="{n}" b="{n}"><w:r>tekst</w:r></w:p>' for n in range(140_000))
    picture = (random.Random(0).randbytes(100_000) + bytes(6_000_000)) * 2  # noqa: S311 - only hard to compress
    extra = {f"word/media/{n}.png": picture for n in range(2)}
    parts = {**ordinary_parts(), TYPES: types(default("png", "image/png")), **extra}
    return zipped({**parts, MAIN: document(rows + '<w:fldSimple w:instr="DDE x"/>')})


HOSTILE["alles-op-de-grens"] = Hostile(at_the_limit, "er staat een veld DDE in")

HARMLESS_FIELDS = (
    ' TOC \\o "1-2" \\h \\z \\u ',
    ' HYPERLINK "https://www.vng.nl" ',
    ' HYPERLINK \\l "_Toc1" ',
    ' HYPERLINK "mailto:a@example.org" \\o "Mail: ons" ',
    " =1+1 ",
    "",
    " PRINTDATE ",
    " PAGE ",
)


def harmless() -> dict[str, bytes]:
    """What looks alike but may be opened."""
    nested = field(code(" IF "), "</w:r>" + field(code("PAGE")) + "<w:r>", code(' = 1 "a" "b" '))
    links = (("hyperlink", "https://www.vng.nl/een pagina", "External"), ("hyperlink", "#plek", "External"))
    plain: Parts = {**ordinary_parts(), "word/": b""}
    return {
        "gewoon": zipped(ordinary_parts()),
        "niet-ingepakt": zipped(ordinary_parts(), zipfile.ZIP_STORED),
        "map-in-zip": zipped(plain),
        "velden": with_body("".join(field(code(text)) for text in HARMLESS_FIELDS) + nested),
        "koppelingen": with_parts(main_relations=relations(*links)),
        "tekst-over-dde": with_body("<w:p><w:r><w:t>DDEAUTO c:\\cmd.exe</w:t></w:r></w:p>"),
        "utf-16": with_extra(
            {"customXml/item1.xml": '<?xml version="1.0" encoding="utf-16"?><x/>'.encode("utf-16")}
        ),
        "grafiek-met-werkboek": with_embedded(workbook()),
        "dotx": with_parts(types=types(main=f"{OFFICE}.wordprocessingml.template.main+xml")),
        "ongebruikt-type": with_parts(types=types(default("bin", "application/vnd.ms-office.vbaProject"))),
    }


def with_attached_template() -> bytes:
    """A house-style document that names the template it was made with, on somebody's server."""
    content = '<w:attachedTemplate r:id="r0"/><w:zoom w:percent="100"/>'
    settings = f'<w:settings xmlns:w="{W}" xmlns:r="{R}">{content}</w:settings>'
    extra = {
        SETTINGS: settings.encode(),
        SETTINGS_RELATIONS: relations(
            ("attachedTemplate", "file:///\\\\server\\huisstijl.dotm", "External"),
            ("hyperlink", "https://example.org", "External"),
        ),
    }
    return with_extra(extra)
