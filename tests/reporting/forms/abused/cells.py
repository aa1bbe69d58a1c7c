"""Forms in whose cells stands more than plain text in one control."""

from tests.reporting.forms.abused.spoilt import (
    DUE,
    ERROR,
    LEVEL,
    NOTE,
    PROOF,
    REASON,
    REMARK,
    WARNING,
    WAS,
    Abused,
    at,
    gone,
)
from tests.reporting.forms.surgery import (
    Form,
    cell,
    control,
    copied,
    element,
    paragraph,
    remove,
    replace_children,
    run,
    table_of,
    unwrap,
    w,
    wrap,
)

DELETED = '<w:del w:id="1" w:author="a"><w:r><w:delText>Wij mailen.</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2" w:author="a">{run(" Ook in de vakantie.")}</w:ins>'
MOVED_FROM = f'<w:moveFrom w:id="3" w:author="a">{run("Weg.")}</w:moveFrom>'
MOVED_TO = f'<w:moveTo w:id="4" w:author="a">{run("Hierheen.")}</w:moveTo>'
PICTURE = "<w:r><w:drawing><w:inline/></w:drawing></w:r>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'


def _beside(form: Form, inner: str, code: str = "1.01", named: object = WAS) -> None:
    """Put something in the paragraph behind the control."""
    form.paragraph(code, named).append(element(inner))  # type: ignore[arg-type]


def _in_plain(form: Form, *parts: str) -> None:
    """Put these in place of the control of the remark."""
    found = form.paragraph("1.01", REMARK)
    remove(*found.findall(w("sdt")))
    for part in parts:
        found.extend(element(f"<w:p>{part}</w:p>"))


def _two_paragraphs(form: Form) -> None:
    form.paragraph("1.01", WAS).addnext(element(paragraph(run("Nieuwe alinea."))))


def _empty_paragraph(form: Form) -> None:
    form.paragraph("1.01", WAS).addnext(element(paragraph("")))


def _around_cell(form: Form) -> None:
    """A control around the cell instead of in it."""
    tag = form.control("1.01", WAS).find(f"{w('sdtPr')}/{w('tag')}")
    name = str(tag.get(w("val")))  # type: ignore[union-attr]
    unwrap(form.control("1.01", WAS))
    wrap(form.value("1.01", WAS), control(name, ""))


def _around_paragraphs(form: Form) -> None:
    unwrap(form.control("1.01", WAS))
    found = form.paragraph("1.01", WAS)
    wrap(found, control("ww1|norm-1-01|was", ""))
    found.addnext(element(paragraph(run("Nieuwe alinea."))))


def _foreign_control(form: Form) -> None:
    form.paragraph("1.01", WAS).append(copied(form.control("2.01", WAS)))


def _twice_and_different(form: Form) -> None:
    form.paragraph("1.01", WAS).append(copied(form.control("1.01", WAS)))
    form.type_over("1.01", WAS, "Wij mailen.")


def _foreign_control_instead(form: Form) -> None:
    other = copied(form.control("2.01", WAS))
    old = form.control("1.01", WAS)
    old.getparent().replace(old, other)  # type: ignore[union-attr]


def _control_of_other_field(form: Form) -> None:
    other = copied(form.control("1.01", WAS))
    old = form.control("1.01", PROOF)
    old.getparent().replace(old, other)  # type: ignore[union-attr]


def _merged_with_label(form: Form, *, without_tags: bool) -> None:
    if without_tags:
        form.strip_controls()
    label, value = form.label("1.01", WAS), form.value("1.01", WAS)
    label.extend(value.findall(w("p")))
    label.find(w("tcPr")).append(element('<w:gridSpan w:val="2"/>'))  # type: ignore[union-attr]
    remove(value)


def _merged_down(form: Form) -> None:
    """The cells of evidence and remark have become one."""
    for named, kind in ((PROOF, "restart"), (REMARK, "continue")):
        form.value("1.01", named).find(w("tcPr")).append(element(f'<w:vMerge w:val="{kind}"/>'))  # type: ignore[union-attr]
    form.strip_controls("1.01")
    form.rename(form.value("1.01", PROOF), "Werkinstructie 2 en zie ook 1.02")
    form.rename(form.value("1.01", REMARK), "")


def _split_in_two(form: Form) -> None:
    """The cell of the evidence is now two cells under each other."""
    form.strip_controls("1.01")
    row = form.row("1.01", PROOF)
    form.label("1.01", PROOF).find(w("tcPr")).append(element('<w:vMerge w:val="restart"/>'))  # type: ignore[union-attr]
    second = f"<w:tr>{cell(paragraph(''), '<w:vMerge/>')}{cell(paragraph(run('Besluit 12')))}</w:tr>"
    row.addnext(element(second))


def _deleted_row(form: Form) -> None:
    row = form.row("1.01", REMARK)
    properties = row.find(w("trPr"))
    assert properties is not None
    properties.append(element('<w:del w:id="9" w:author="a"/>'))


def _paragraph_mark_deleted(form: Form) -> None:
    _in_plain(form)
    form.rename(form.value("1.01", REMARK), "Een ")
    properties = form.paragraph("1.01", REMARK).find(w("pPr"))
    properties.append(element('<w:rPr><w:del w:id="5" w:author="a"/></w:rPr>'))  # type: ignore[union-attr]
    form.paragraph("1.01", REMARK).addnext(element(paragraph(run("zin."))))


def _unknown_placeholder(form: Form) -> None:
    content = form.control("1.01", REASON).find(w("sdtContent"))
    replace_children(content, run("Napište text sem."))


def _text_box(form: Form) -> None:
    _in_plain(form, run("Zie "), BOX.format(paragraph(run("het kader"))))


def _norm_in_text_box(form: Form) -> None:
    table = form.table("1.02")
    box = element(paragraph(BOX.format("")))
    table.addprevious(box)
    for content in list(box.iter(w("txbxContent"))):
        content.append(copied(table))
    remove(table)


def _nested_in_untagged(form: Form) -> None:
    wrap(form.control("1.01", WAS), control("iets-anders", ""))


def _block_control_around_table(form: Form) -> None:
    wrap(form.table("1.01"), control("groep", ""))


def _row_control(form: Form) -> None:
    wrap(form.row("1.01", WAS), control("groep", ""))


WAS_BASE = "Wij bellen.\nElke week."
CELLS: dict[str, Abused] = {
    "tekst-naast-het-veld": Abused(
        lambda form: _beside(form, run(" En ook bij ziekte.")),
        {("1.01", WAS): f"{WAS_BASE} En ook bij ziekte."},
        ((NOTE, at("1.01", WAS), "‘En ook bij ziekte.’ staat naast het invulveld en is meegenomen"),),
    ),
    "tekst-naast-een-leeg-veld": Abused(
        lambda form: _beside(form, run("Hier dus."), "2.01", PROOF),
        {("2.01", PROOF): "Hier dus."},
        ((NOTE, at("2.01", PROOF), "‘Hier dus.’ staat naast het invulveld"),),
    ),
    "nieuwe-alinea-onder-het-veld": Abused(
        _two_paragraphs,
        {("1.01", WAS): f"{WAS_BASE}\nNieuwe alinea."},
        ((NOTE, at("1.01", WAS), "‘Nieuwe alinea.’"),),
    ),
    "lege-alinea-onder-het-veld": Abused(_empty_paragraph),
    "niveau-met-tekst-ernaast": Abused(
        lambda form: _beside(form, run(" of 3"), "1.01", LEVEL),
        gone("1.01", LEVEL),
        (
            (NOTE, at("1.01", LEVEL), "‘of 3’ staat naast het invulveld"),
            (ERROR, at("1.01", LEVEL), "‘2 · Deels geregeld of 3’ is niet precies één niveau"),
        ),
    ),
    "wijzigingen-bijgehouden": Abused(
        lambda form: _in_plain(form, run("Wij bellen."), DELETED, INSERTED),
        {("1.01", REMARK): "Wij bellen. Ook in de vakantie."},
        (
            (NOTE, at("1.01", REMARK), "is ‘Wij mailen.’ weggehaald; dat telt niet mee"),
            (NOTE, at("1.01", REMARK), "toegevoegd, telt mee"),
        ),
    ),
    "tekst-verplaatst-met-bijhouden": Abused(
        lambda form: _in_plain(form, MOVED_FROM, MOVED_TO),
        {("1.01", REMARK): "Hierheen."},
        ((NOTE, at("1.01", REMARK), "‘Weg.’ weggehaald"), (NOTE, at("1.01", REMARK), "toegevoegd, telt mee")),
    ),
    "rij-weggehaald-met-bijhouden": Abused(
        _deleted_row,
        gone("1.01", REMARK),
        (
            (NOTE, at("1.01", REMARK), "is deze rij weggehaald: ‘Opmerking Zie ook 1.02’"),
            (WARNING, at("1.01", row=-1), "Niet gevonden: ‘Opmerking’"),
        ),
    ),
    "alinea-einde-weggehaald-met-bijhouden": Abused(_paragraph_mark_deleted, {("1.01", REMARK): "Een zin."}),
    "invulveld-van-andere-norm-erbij": Abused(
        _foreign_control,
        gone("1.01", WAS),
        ((ERROR, at("1.01", WAS), "hier staan invulvelden van meer vakken. Er staat ‘Wij bellen."),),
    ),
    "invulveld-van-andere-norm-ervoor-in-de-plaats": Abused(
        _foreign_control_instead,
        gone("1.01", WAS),
        ((ERROR, at("1.01", WAS), "het invulveld is van norm 2.01, niet van 1.01. Er staat ‘Per team anders’"),),
    ),
    "invulveld-van-ander-vak-ervoor-in-de-plaats": Abused(
        _control_of_other_field,
        gone("1.01", PROOF),
        ((ERROR, at("1.01", PROOF), "het invulveld is van ‘Was: hoe gaat het nu?’, niet van dit kopje"),),
    ),
    "invulveld-twee-keer-in-het-vak": Abused(
        lambda form: form.paragraph("1.01", WAS).append(copied(form.control("1.01", WAS))),
        told=((NOTE, at("1.01", WAS), "staat er meer dan één keer, en is één keer gelezen"),),
    ),
    "invulveld-twee-keer-in-het-vak-en-anders": Abused(
        _twice_and_different,
        gone("1.01", WAS),
        ((ERROR, at("1.01", WAS), "het invulveld staat er meer dan één keer, met andere tekst"),),
    ),
    "veld-om-de-cel": Abused(_around_cell),
    "veld-om-de-alineas": Abused(
        _around_paragraphs,
        {("1.01", WAS): f"{WAS_BASE}\nNieuwe alinea."},
    ),
    "veld-in-een-ander-veld": Abused(_nested_in_untagged),
    "veld-om-de-tabel": Abused(_block_control_around_table),
    "veld-om-de-rij": Abused(_row_control),
    "tabel-in-het-vak": Abused(
        lambda form: form.paragraph("1.01", REMARK).addnext(element(table_of(("a", "b"), ("c", "d")))),
        {("1.01", REMARK): "Zie ook 1.02\na\nb\nc\nd"},
        (
            (NOTE, at("1.01", REMARK), "‘a b c d’ staat naast het invulveld"),
            (NOTE, at("1.01", REMARK), "de tekst in een tabel in het vak is meegenomen"),
        ),
    ),
    "cellen-van-de-rij-samengevoegd": Abused(
        lambda form: _merged_with_label(form, without_tags=False),
        told=((NOTE, at("1.01", WAS), "kopje en antwoord staan samen in één cel"),),
    ),
    "cellen-van-de-rij-samengevoegd-zonder-invulvelden": Abused(
        lambda form: _merged_with_label(form, without_tags=True),
        told=((NOTE, at("1.01", WAS), "kopje en antwoord staan samen in één cel"),),
    ),
    "vakken-onder-elkaar-samengevoegd": Abused(
        _merged_down,
        gone("1.01", PROOF, REMARK),
        (
            (ERROR, at("1.01", PROOF), "dit vak is één geworden met een ander"),
            (ERROR, at("1.01", REMARK), "dit vak is één geworden met een ander"),
        ),
    ),
    "vak-gesplitst": Abused(
        _split_in_two,
        {("1.01", PROOF): "Werkinstructie 2\nBesluit 12"},
        ((NOTE, at("1.01", PROOF), "het antwoord staat in meer cellen"),),
    ),
    "onbekende-voorbeeldtekst": Abused(
        _unknown_placeholder,
        gone("1.01", REASON),
        ((ERROR, at("1.01", REASON), "Word noemt ‘Napište text sem.’ een voorbeeldtekst"),),
    ),
    "tekstvak-in-het-vak": Abused(
        _text_box,
        {("1.01", REMARK): "Zie \nhet kader"},
        ((NOTE, at("1.01", REMARK), "de tekst in een tekstvak is meegenomen"),),
    ),
    "norm-in-een-tekstvak": Abused(_norm_in_text_box),
    "koppeling-in-het-vak": Abused(
        lambda form: _in_plain(form, f'<w:hyperlink r:id="x">{run("www.vng.nl")}</w:hyperlink>'),
        {("1.01", REMARK): "www.vng.nl"},
    ),
    "paginanummer-in-het-vak": Abused(
        lambda form: _in_plain(form, run("Blz. "), FIELD), {("1.01", REMARK): "Blz. 7"}
    ),
    "bijzondere-tekens": Abused(
        lambda form: _in_plain(
            form,
            run("a\u00a0b"),
            "<w:r><w:t>co</w:t><w:softHyphen/><w:t>ordinator</w:t><w:tab/><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r>",
        ),
        {("1.01", REMARK): "a\u00a0bco\u00adordinator\tx\u2011y"},
    ),
    "pagina-einde-in-het-vak": Abused(
        lambda form: _in_plain(form, run("een"), '<w:r><w:br w:type="page"/></w:r>', run("twee")),
        {("1.01", REMARK): "een\ntwee"},
    ),
    "spaties-die-word-niet-toont": Abused(
        lambda form: _in_plain(form, "<w:r><w:t>\n  een zin \n</w:t></w:r>"), {("1.01", REMARK): "een zin"}
    ),
    "symbool-in-het-vak": Abused(
        lambda form: _in_plain(form, run("Ja "), SYMBOL),
        {("1.01", REMARK): "Ja "},
        ((WARNING, at("1.01", REMARK), "een teken uit een symbolenlettertype; dat is niet gelezen"),),
    ),
    "plaatje-in-het-vak": Abused(
        lambda form: _beside(form, PICTURE),
        told=((WARNING, at("1.01", WAS), "een plaatje; dat is niet gelezen"),),
    ),
    "formule-in-het-vak": Abused(
        lambda form: _in_plain(form, "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"),
        {("1.01", REMARK): ""},
        ((WARNING, at("1.01", REMARK), "een formule of iets anders"),),
    ),
    "opmerking-van-word-bij-het-vak": Abused(
        lambda form: _beside(form, '<w:r><w:commentReference w:id="0"/></w:r>'),
        told=((WARNING, at("1.01", WAS), "een opmerking of voetnoot van Word; dat is niet gelezen"),),
    ),
    "voetnoot-in-het-vak": Abused(
        lambda form: _beside(form, '<w:r><w:footnoteReference w:id="2"/></w:r>', "2.01", DUE),
        told=((WARNING, at("2.01", DUE), "een opmerking of voetnoot van Word"),),
    ),
    "tekst-achter-de-titel": Abused(
        lambda form: form.paragraph("1.01", None).addnext(element(paragraph(run("Hier hebben wij moeite mee.")))),
        told=((WARNING, at("1.01"), "achter de titel staat ‘Hier hebben wij moeite mee.’"),),
    ),
    "tekst-achter-het-kopje": Abused(
        lambda form: form.label("1.01", PROOF).append(element(paragraph(run("zie de map")))),
        told=((WARNING, at("1.01", PROOF), "achter het kopje staat ‘zie de map’; dat is niet gelezen"),),
    ),
}
