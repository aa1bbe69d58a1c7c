"""Forms of which the whole file is not what was sent: stripped, pasted together, somebody else's, no form."""

from functools import partial

from lxml import etree

from questionnaire.comparison.form_fields import FormField
from tests.reporting.forms.abused.spoilt import ERROR, NOTE, TABLE, WARNING, Abused, at, gone
from tests.reporting.forms.surgery import (
    CUSTOM,
    Form,
    copied,
    element,
    paragraph,
    remove,
    rows,
    run,
    table_of,
    texts,
    w,
)
from tests.reporting.guard.hostile.parts import W

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _says(form: Form, label: str, text: str, table: int = 0) -> None:
    """Let the identity table say something else."""
    row = next(row for row in rows(form.tables[table]) if texts(row).startswith(label))
    form.rename(row.findall(w("tc"))[1], text)


def _twice(form: Form, label: str = "", text: str = "") -> None:
    """Paste the whole form behind itself."""
    parts = [copied(part) for part in form.body if part.tag != w("sectPr")]
    if label:
        _says(form, label, text)
    last = form.tables[-1]
    for part in reversed(parts):
        last.addnext(part)


def _only_identity(form: Form) -> None:
    remove(*form.tables[1:])


def _codes_of_another_list(form: Form) -> None:
    form.strip_controls()
    for number in range(len(TABLE)):
        form.rename(rows(form.tables[2 + number])[0].findall(w("tc"))[1], f"9.{number:02} · Iets heel anders")


def _unknown_code(form: Form, text: str, *, without_tags: bool) -> None:
    if without_tags:
        form.strip_controls()
    form.rename(form.value("1.01", None), text)


def _strict(form: Form) -> None:
    xml = etree.tostring(form.root).replace(W.encode(), STRICT.encode())
    form.root = etree.fromstring(xml)


def _without_properties(form: Form) -> None:
    del form.parts[CUSTOM]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = etree.fromstring(form.parts[name])
        for part in list(root):
            if CUSTOM in "".join(str(value) for value in part.attrib.values()):
                root.remove(part)
        form.parts[name] = etree.tostring(root)


def _no_form(form: Form) -> None:
    for part in list(form.body):
        form.body.remove(part)
    form.body.append(element(paragraph(run("Beste collega, hierbij de notulen."))))
    form.body.append(element(table_of(("Actie", "Wie"), ("Bellen", "Jan"))))


def _tracked_everywhere(form: Form) -> None:
    """Word kept track of somebody who typed in every field."""
    for content in list(form.body.iter(w("sdtContent"))):
        runs = list(content.findall(w("r")))
        around = element('<w:ins w:id="7" w:author="a"/>')
        content.append(around)
        around.extend(runs)


TWICE = "overal hetzelfde"
FRONT = (WARNING, f"na {at('2.01', row=-1)}", "‘Was-wordt lijst om in te vullen")
BOTH = (
    FRONT,
    *(
        (NOTE, f"norm {code} (tabel {table}, rij 2; tabel {table + 5}, rij 2)", TWICE)
        for code, table in TABLE.items()
    ),
)
WHOLES: dict[str, Abused] = {
    "alle-invulvelden-weg": Abused(lambda form: form.strip_controls()),
    "strict-open-xml": Abused(_strict),
    "eigenschappen-weg": Abused(_without_properties),
    "bijgehouden-in-elk-vak": Abused(
        _tracked_everywhere,
        told=tuple((NOTE, at(code, named), "toegevoegd, telt mee") for code in TABLE for named in FormField),
    ),
    "twee-keer-dezelfde-lijst": Abused(_twice, told=BOTH),
    "twee-lijsten-met-eigen-nummer": Abused(
        lambda form: _twice(form, "Formuliernummer", "AAAA-BBBB"),
        told=(
            *BOTH,
            (WARNING, "tabel 1", "‘Formuliernummer’ is veranderd"),
            (WARNING, "tabel 1", "verschillende invullijsten"),
        ),
    ),
    "twee-lijsten-van-twee-gemeenten": Abused(
        lambda form: _twice(form, "Organisatie", "Dorpsveld (GM9992)"),
        refused="invullijsten die niet bij elkaar horen: ‘Organisatie’ is niet overal hetzelfde",
    ),
    "formuliernummer-veranderd": Abused(
        lambda form: _says(form, "Formuliernummer", "AAAA-2222"),
        told=((WARNING, "tabel 1", "Waarmee de lijst is gemaakt, is dus niet te zeggen"),),
    ),
    "ronde-veranderd": Abused(
        lambda form: _says(form, "Ronde", "2"),
        told=((WARNING, "tabel 1", "‘Ronde’ is veranderd: hier staat ‘2’, en het bestand zelf zegt ‘1’"),),
    ),
    "code-onbekend-en-titel-goed": Abused(
        lambda form: _unknown_code(form, "1.O1 · Vaste werkwijze 1.01", without_tags=False),
        told=((NOTE, at("1.01"), "het nummer in ‘1.O1 · Vaste werkwijze 1.01’ klopt niet; de titel telt"),),
    ),
    "titel-zonder-code": Abused(
        lambda form: _unknown_code(form, "Vaste werkwijze 1.01", without_tags=True),
        told=((NOTE, at("1.01"), "de titel telt"),),
    ),
    "code-zonder-titel": Abused(lambda form: _unknown_code(form, "1.01", without_tags=True)),
    "titel-veranderd": Abused(
        lambda form: _unknown_code(form, "1.01 · Onze werkwijze", without_tags=True),
        told=((NOTE, at("1.01"), "de titel is veranderd in ‘Onze werkwijze’; het nummer telt"),),
    ),
    "alleen-de-eerste-tabel": Abused(_only_identity, refused="geen norm van de vragenlijst gevonden"),
    "geen-enkele-tabel": Abused(
        lambda form: remove(*form.tables), refused="geen norm van de vragenlijst gevonden"
    ),
    "andere-vragenlijst": Abused(_codes_of_another_list, refused="geen norm van de vragenlijst gevonden"),
    "notulen": Abused(_no_form, refused="geen norm van de vragenlijst gevonden"),
}
UNREAD_NORMS = {
    "code-onbekend": ("9.99 · Iets anders", "‘9.99 · Iets anders’ is geen norm van deze vragenlijst"),
    "code-weg": ("", "‘’ is geen norm van deze vragenlijst"),
    "code-van-een-andere-norm": ("1.02 · Vaste werkwijze 1.01", "horen niet bij elkaar"),
}
WHOLES |= {
    f"{name}{' zonder invulvelden' if without_tags else ''}": Abused(
        partial(_unknown_code, text=text, without_tags=without_tags),
        gone("1.01"),
        ((ERROR, "tabel 3, rij 1", says), (WARNING, "", "Van 1 norm ontbreken de vakken: 1.01")),
    )
    for name, (text, says) in UNREAD_NORMS.items()
    for without_tags in (False, True)
}
