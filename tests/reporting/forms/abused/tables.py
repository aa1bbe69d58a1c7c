"""Forms whose rows and tables somebody removed, copied, moved, merged, renamed or added."""

from questionnaire.comparison.form_fields import FormField
from tests.reporting.forms.abused.spoilt import (
    DUE,
    ERROR,
    NOTE,
    PROOF,
    REMARK,
    TABLE,
    WANTED,
    WARNING,
    WAS,
    Abused,
    at,
    gone,
)
from tests.reporting.forms.surgery import (
    Form,
    cell,
    copied,
    element,
    paragraph,
    remove,
    rows,
    run,
    table_of,
    w,
    wrap,
)


def _copy_of(form: Form, code: str) -> None:
    form.table(code).addnext(copied(form.table(code)))


def _copy_that_differs(form: Form) -> None:
    _copy_of(form, "1.01")
    form.type_over("1.01", WAS, "Wij mailen.")


def _merge(form: Form, *, without_norm_row: bool = False) -> None:
    first, second = form.table("1.01"), form.table("1.02")
    for row in rows(second)[1 if without_norm_row else 0 :]:
        first.append(row)
    remove(second)


def _swap_columns(form: Form, *, without_tags: bool) -> None:
    if without_tags:
        form.strip_controls()
    for row in rows(form.table("1.01")):
        row.append(row.findall(w("tc"))[0])


def _row_to_other_norm(form: Form) -> None:
    form.row("2.01", DUE).addnext(form.row("1.01", WAS))


def _row_copied(form: Form) -> None:
    form.row("1.01", WAS).addnext(copied(form.row("1.01", WAS)))


def _stripped(form: Form) -> Form:
    form.strip_controls()
    return form


def _extra_row(form: Form, label: str, text: str) -> None:
    form.row("1.01", REMARK).addnext(
        element(f"<w:tr>{cell(paragraph(run(label)))}{cell(paragraph(run(text)))}</w:tr>")
    )


def _renamed_and_removed(form: Form) -> None:
    """The row of the evidence is gone, and the next one has another name: which is it?"""
    _stripped(form)
    remove(form.row("1.01", PROOF))
    form.rename(form.label("1.01", REMARK), "Toelichting")


def _all_labels_gone(form: Form) -> None:
    _stripped(form)
    for row in rows(form.table("1.01"))[1:]:
        form.rename(row.findall(w("tc"))[0], "")


def _third_column(form: Form, text: str) -> None:
    for row in rows(_stripped(form).table("1.01")):
        row.append(element(cell(paragraph(run(text)))))


def _heading_without_table(form: Form) -> None:
    remove(form.table("1.02"), form.table("2.01"))


def _typed_below(form: Form) -> None:
    form.table("1.01").addnext(element(paragraph(run("Dit vergaten wij nog te zeggen."))))


def _in_a_layout_table(form: Form) -> None:
    wrap(form.table("1.02"), "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc></w:tc></w:tr></w:tbl>")


def _copied_with_other_number(form: Form) -> None:
    """Somebody copies a norm to answer another one that is not in the list."""
    _copy_of(form, "1.01")
    second = form.tables[3]
    form.rename(rows(second)[0].findall(w("tc"))[1], "2.02 · Vaste werkwijze 2.02")


def _as_text(form: Form, code: str = "1.02") -> None:
    table = form.table(code)
    for part in list(table.iter(w("p"))):
        table.addprevious(part)
    remove(table)


def _all_as_text(form: Form) -> None:
    for code in TABLE:
        _as_text(_stripped(form), code)


def _place_of_copy(row: int) -> str:
    return f"norm 1.01 (tabel 3, rij {row}; tabel 4, rij {row})"


MISSING = "Wat u al had ingevuld, blijft staan"
TABLES: dict[str, Abused] = {
    "niets-mee-gedaan": Abused(lambda form: None),
    "rij-weg": Abused(
        lambda form: remove(form.row("1.01", PROOF)),
        gone("1.01", PROOF),
        ((WARNING, at("1.01", row=-1), f"Niet gevonden: ‘Bewijs’. {MISSING}"),),
    ),
    "rijen-weg-zonder-invulvelden": Abused(
        lambda form: remove(_stripped(form).row("1.01", WAS), form.row("1.01", WANTED)),
        gone("1.01", WAS, WANTED),
        ((WARNING, at("1.01", row=-1), "Niet gevonden: ‘Was: hoe gaat het nu?’ en ‘Wordt: gewenst niveau’"),),
    ),
    "normen-weg": Abused(
        _heading_without_table,
        {**gone("1.02"), **gone("2.01")},
        ((WARNING, "", "Van 2 normen ontbreken de vakken: 1.02 en 2.01"),),
    ),
    "norm-gekopieerd": Abused(
        lambda form: _copy_of(form, "1.01"), told=((NOTE, _place_of_copy(2), "overal hetzelfde"),)
    ),
    "norm-gekopieerd-en-anders": Abused(
        _copy_that_differs,
        gone("1.01", WAS),
        (
            (ERROR, _place_of_copy(4), "‘Was: hoe gaat het nu?’ staat er 2 keer, en niet overal hetzelfde"),
            (NOTE, _place_of_copy(2), "overal hetzelfde"),
        ),
    ),
    "norm-gekopieerd-met-ander-nummer": Abused(
        _copied_with_other_number,
        told=((ERROR, "norm 2.02 (tabel 4, rij 1)", "de invulvelden horen bij norm 1.01"),),
    ),
    "norm-verplaatst": Abused(lambda form: form.table("2.01").addnext(form.table("1.01"))),
    "tabellen-samengevoegd": Abused(_merge),
    "tabellen-samengevoegd-zonder-invulvelden": Abused(lambda form: _merge(_stripped(form))),
    "tabellen-samengevoegd-zonder-normrij": Abused(
        lambda form: _merge(form, without_norm_row=True),
        gone("1.02"),
        (
            (
                ERROR,
                at("1.01", row=11),
                "in de rijen 11 tot en met 19 staan invulvelden van norm 1.02, niet van 1.01",
            ),
            (WARNING, "", "Van 1 norm ontbreken de vakken: 1.02"),
        ),
    ),
    "kolommen-verwisseld": Abused(
        lambda form: _swap_columns(form, without_tags=False),
        told=((NOTE, at("1.01", row=-1), "de twee kolommen zijn verwisseld"),),
    ),
    "kolommen-verwisseld-zonder-invulvelden": Abused(
        lambda form: _swap_columns(form, without_tags=True),
        told=((NOTE, at("1.01", row=-1), "de twee kolommen zijn verwisseld"),),
    ),
    "kopje-anders": Abused(
        lambda form: form.rename(form.label("1.01", PROOF), "Kosten"),
        told=((NOTE, at("1.01", PROOF), "het kopje ‘Kosten’ is niet van ons; het invulveld is van ‘Bewijs’"),),
    ),
    "kopje-anders-zonder-invulvelden": Abused(
        lambda form: form.rename(_stripped(form).label("1.01", PROOF), "Waar blijkt dat uit"),
        told=((NOTE, at("1.01", PROOF), "gelezen als ‘Bewijs’, dat hier hoort te staan"),),
    ),
    "kopje-anders-gespeld": Abused(
        lambda form: form.rename(_stripped(form).label("1.01", WAS), "WAS - hoe gaat het\u00a0nu")
    ),
    "kopje-weg": Abused(
        lambda form: form.rename(_stripped(form).label("1.01", WAS), ""),
        told=((NOTE, at("1.01", WAS), "het kopje ontbreekt; gelezen als ‘Was: hoe gaat het nu?’"),),
    ),
    "alle-kopjes-weg": Abused(
        _all_labels_gone,
        told=tuple((NOTE, at("1.01", named), "het kopje ontbreekt") for named in FormField),
    ),
    "kopje-anders-en-rij-weg": Abused(
        _renamed_and_removed,
        gone("1.01", PROOF, REMARK),
        (
            (ERROR, at("1.01", row=5), "de rij ‘Toelichting’ met ‘Zie ook 1.02’ is niet van ons"),
            (WARNING, at("1.01", row=-1), "Niet gevonden: ‘Bewijs’ en ‘Opmerking’"),
        ),
    ),
    "kopje-norm-weg": Abused(
        lambda form: form.rename(_stripped(form).label("1.01", None), ""),
        told=((NOTE, at("1.01"), "het kopje ‘Norm’ is nu ‘’"),),
    ),
    "normrij-weg": Abused(
        lambda form: remove(form.row("1.01", None)),
        told=((NOTE, at("1.01", row=-1), "de rij ‘Norm’ ontbreekt; de invulvelden zeggen welke norm het is"),),
    ),
    "normrij-weg-zonder-invulvelden": Abused(
        lambda form: remove(_stripped(form).row("1.01", None)),
        gone("1.01"),
        (
            (ERROR, "tabel 3", "er staat niet bij welke norm dit is"),
            (WARNING, "", "Van 1 norm ontbreken de vakken: 1.01"),
        ),
    ),
    "rij-gekopieerd": Abused(
        _row_copied, told=((NOTE, "norm 1.01 (tabel 3, rij 4; tabel 3, rij 5)", "overal hetzelfde"),)
    ),
    "rij-bij-andere-norm": Abused(
        _row_to_other_norm,
        gone("1.01", WAS),
        (
            (ERROR, at("2.01", row=11), "het invulveld is van norm 1.01, niet van 2.01. Er staat ‘Wij bellen."),
            (WARNING, at("1.01", row=-1), "Niet gevonden: ‘Was: hoe gaat het nu?’"),
        ),
    ),
    "rij-bij-andere-norm-zonder-invulvelden": Abused(
        lambda form: _row_to_other_norm(_stripped(form)),
        gone("1.01", WAS) | gone("2.01", WAS),
        (
            (ERROR, "norm 2.01 (tabel 5, rij 4; tabel 5, rij 11)", "en niet overal hetzelfde"),
            (WARNING, at("1.01", row=-1), "Niet gevonden: ‘Was: hoe gaat het nu?’"),
        ),
    ),
    "eigen-rij": Abused(
        lambda form: _extra_row(form, "Kosten", "1000 euro"),
        told=((WARNING, at("1.01", row=7), "de rij ‘Kosten’ met ‘1000 euro’ is niet van ons"),),
    ),
    "eigen-rij-met-alleen-links-tekst": Abused(
        lambda form: _extra_row(form, "Wij willen nog zeggen dat dit lastig is.", ""),
        told=((WARNING, at("1.01", row=7), "‘Wij willen nog zeggen dat dit lastig is.’"),),
    ),
    "lege-rij": Abused(lambda form: _extra_row(form, "", "")),
    "eigen-kolom": Abused(
        lambda form: _third_column(form, "Akkoord"),
        told=(
            (WARNING, at("1.01"), "achter de titel staat ‘Akkoord’; dat is niet gelezen"),
            *(
                (WARNING, at("1.01", named), "naast het vak staat ‘Akkoord’; dat is niet gelezen")
                for named in FormField
            ),
        ),
    ),
    "eigen-tabel": Abused(
        lambda form: form.table("1.01").addnext(element(table_of(("Wat", "Wie"), ("Bellen", "Team 1")))),
        told=((WARNING, "tabel 4", "‘Wat | Wie | Bellen | Team 1’"),),
    ),
    "tekst-onder-de-tabel": Abused(
        _typed_below,
        told=((WARNING, f"na {at('1.01', row=-1)}", "‘Dit vergaten wij nog te zeggen.’"),),
    ),
    "tabel-in-tabel": Abused(_in_a_layout_table),
    "vak-buiten-de-tabel": Abused(
        lambda form: form.table("1.01").addnext(copied(form.paragraph("1.01", WAS))),
        told=(
            (NOTE, "norm 1.01 (buiten de tabellen)", "niet meer in de tabel van zijn norm"),
            (NOTE, "norm 1.01 (tabel 3, rij 4; buiten de tabellen)", "overal hetzelfde"),
        ),
    ),
    "tabel-is-tekst-geworden": Abused(
        _as_text, told=((NOTE, "norm 1.02 (buiten de tabellen)", "niet meer in de tabel van zijn norm"),)
    ),
    "alle-tabellen-zijn-tekst-geworden-zonder-invulvelden": Abused(
        _all_as_text,
        refused="In ‘lijst.docx’ is geen norm van de vragenlijst gevonden",
    ),
}
