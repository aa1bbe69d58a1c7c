"""Hostile and broken Word files, made in code, each with what the guard must say about it."""

import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument"
MAIN_TYPE = f"{OFFICE}.wordprocessingml.document.main+xml"
XLSX_TYPE = f"{OFFICE}.spreadsheetml.sheet"
TYPES = "[Content_Types].xml"
MAIN, MAIN_RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
SETTINGS, SETTINGS_RELATIONS = "word/settings.xml", "word/_rels/settings.xml.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ELEMENTS = 300_000
Parts = dict[str, bytes]


def types(defaults: str = "", overrides: str = "", main: str = MAIN_TYPE) -> bytes:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>'
    ).encode()


def default(extension: str, kind: str) -> str:
    return f'<Default Extension="{extension}" ContentType="{kind}"/>'


def relations(*entries: tuple[str, str, str]) -> bytes:
    """Each entry is kind, target and mode."""
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(entries)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{listed}</Relationships>'.encode()


def document(body: str = "<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>", prolog: str = "") -> bytes:
    return f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def ordinary_parts() -> Parts:
    """A small document that may be opened."""
    return {
        TYPES: types(),
        "_rels/.rels": relations(("officeDocument", MAIN, "Internal")),
        MAIN: document(),
    }


def zipped(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def with_parts(**changes: bytes) -> bytes:
    """The ordinary document with `main`, `types`, `main_relations` or `package_relations` replaced."""
    names = {"main": MAIN, "types": TYPES, "main_relations": MAIN_RELATIONS, "package_relations": "_rels/.rels"}
    return zipped({**ordinary_parts(), **{names[key]: part for key, part in changes.items()}})


def with_extra(extra: Parts, defaults: str = "", overrides: str = "") -> bytes:
    return zipped({**ordinary_parts(), TYPES: types(defaults, overrides), **extra})


def with_body(body: str, prolog: str = "") -> bytes:
    return with_parts(main=document(body, prolog))


def field(*runs: str) -> str:
    """A field whose code is made of these runs, each a whole element."""
    inner = "".join(f"<w:r>{run}</w:r>" for run in runs)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"<w:p>{mark('begin')}{inner}{mark('separate')}<w:r><w:t>x</w:t></w:r>{mark('end')}</w:p>"


def code(text: str) -> str:
    return f'<w:instrText xml:space="preserve">{text}</w:instrText>'


def renamed(old: str, new: str) -> bytes:
    """The ordinary document with a part under another name of the same length, in both places of the zip."""
    assert len(old) == len(new)
    parts = {**ordinary_parts(), old: b"<x/>"}
    return zipped(parts).replace(old.encode(), new.encode())


def with_central_field(offset: int, form: str, value: int) -> bytes:
    """The ordinary document whose zip lists another value for its last part (at `offset` of its entry)."""
    made = bytearray(zipped(ordinary_parts()))
    entry = made.rindex(b"PK\x01\x02")
    struct.pack_into(form, made, entry + offset, value)
    return bytes(made)


def lying_about_size() -> bytes:
    """57 MB of blanks that the zip says to be 1000 bytes, in both places."""
    parts = {**ordinary_parts(), "word/groot.xml": b"<x>" + b" " * 57_000_000 + b"</x>"}
    return zipped(parts).replace(struct.pack("<L", 57_000_007), struct.pack("<L", 1000))


def with_embedded(workbook: bytes) -> bytes:
    """A chart whose workbook is `workbook`."""
    chart = "word/charts/chart1.xml"
    extra = {
        MAIN_RELATIONS: relations(("chart", "charts/chart1.xml", "Internal")),
        chart: b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
        "word/charts/_rels/chart1.xml.rels": relations(("package", "../embeddings/Sheet1.xlsx", "Internal")),
        "word/embeddings/Sheet1.xlsx": workbook,
    }
    override = f'<Override PartName="/{chart}" ContentType="{OFFICE}.drawingml.chart+xml"/>'
    return with_extra(extra, default("xlsx", XLSX_TYPE), override)


def workbook(**extra: bytes) -> bytes:
    """A small .xlsx; extra parts lie in xl/."""
    override = f'<Override PartName="/xl/workbook.xml" ContentType="{XLSX_TYPE}.main+xml"/>'
    return zipped(
        {
            TYPES: types(default("bin", f"{OFFICE}.oleObject") + default("xlsx", XLSX_TYPE), override),
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "Internal")),
            "xl/workbook.xml": b"<workbook/>",
            **{f"xl/{name.replace('__', '.')}": part for name, part in extra.items()},
        }
    )


def entities(levels: int) -> str:
    """Billion laughs."""
    listed = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    return f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{listed}]>'


def two_of_a_kind() -> bytes:
    """Twice the same part, with the second in another case."""
    return zipped({**ordinary_parts(), "word/DOCUMENT.xml": document()})


def with_linked(kind: str, target: str) -> bytes:
    return with_parts(main_relations=relations((kind, target, "External")))


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file that must be refused, with a part of the message that is about it alone."""

    make: Callable[[], bytes]
    says: str


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
