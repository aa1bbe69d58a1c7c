"""Excel forms that somebody changed in every way we could think of, each with what must be read of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from openpyxl.workbook import Workbook  # type: ignore[import-untyped]

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Severity
from tests.reporting.forms.abused.workbook_edits import (
    CODE,
    DUE,
    EVIDENCE,
    LEVEL,
    OWNER,
    PRACTICE,
    REMARK,
    STATEMENT,
    STEP_1,
    TITLE,
    both,
    change_identity,
    comment,
    copy_column,
    copy_row,
    far_away,
    hide_rows,
    insert_lines_above,
    join_sheets,
    lose_sheets,
    merge,
    move_column,
    move_row,
    own_column,
    own_column_for_a_deleted_one,
    own_sheet,
    puts,
    sort_codes_only,
    sort_headings_down,
    sort_rows,
    text_that_looks_like_a_formula,
)

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR
FIELDS = tuple(FormField)
Key = tuple[str, FormField]


@dataclass(frozen=True, slots=True)
class Abuse:
    """A way to change a form; whatever is not named here must be read as it was made, without a finding."""

    spoil: Callable[[Workbook], object]
    changed: Mapping[Key, str | None] = field(default_factory=dict)
    """By norm id and field what is offered instead; None for nothing."""
    findings: tuple[tuple[Severity, str, str], ...] = ()
    """Severity, and a part of the place and of the text."""


def one(norm: str, named: FormField, text: str | None) -> dict[Key, str | None]:
    return {(f"norm-{norm}", named): text}


def none_of(*norms: str, fields: tuple[FormField, ...] = FIELDS) -> dict[Key, str | None]:
    return {(f"norm-{norm}", named): None for norm in norms for named in fields}


DIFFERENT = "en niet overal hetzelfde"
MERGED = "is samengevoegd"
ABUSES: dict[str, Abuse] = {
    "niets": Abuse(lambda book: None),
    "regel-weg": Abuse(
        lambda book: book[STEP_1].delete_rows(2),
        none_of("1-01"),
        ((WARNING, "", "Van 1 norm ontbreekt de regel: 1.01"),),
    ),
    "regel-naar-ander-blad": Abuse(move_row),
    "regels-gesorteerd": Abuse(sort_rows),
    "koppen-mee-gesorteerd": Abuse(sort_headings_down),
    "alleen-codes-gesorteerd": Abuse(
        sort_codes_only,
        none_of("1-01", "1-02"),
        (
            (ERROR, "rij 2", "horen niet bij elkaar"),
            (ERROR, "rij 3", "horen niet bij elkaar"),
            (WARNING, "", "Van 2 normen ontbreken de regels: 1.01 en 1.02"),
        ),
    ),
    "regel-gekopieerd": Abuse(copy_row, findings=((NOTE, "norm 1.01", "meer dan één keer, overal hetzelfde"),)),
    "regel-gekopieerd-en-veranderd": Abuse(
        partial(copy_row, practice="Anders"),
        one("1-01", FormField.PRACTICE, None),
        ((ERROR, "rij 5", DIFFERENT), (NOTE, "norm 1.01", "meer dan één keer, overal hetzelfde")),
    ),
    "kolom-verplaatst": Abuse(move_column),
    "kolom-gekopieerd": Abuse(
        copy_column, findings=((NOTE, "norm 1.0", "‘Bewijs’ staat er meer dan één keer"),) * 3
    ),
    "kolom-gekopieerd-en-veranderd": Abuse(
        partial(copy_column, other="Anders"),
        one("1-01", FormField.EVIDENCE, None),
        (
            (ERROR, "norm 1.01", DIFFERENT),
            (NOTE, "norm 1.02", "‘Bewijs’ staat er meer dan één keer"),
            (NOTE, "norm 1.03", "‘Bewijs’ staat er meer dan één keer"),
        ),
    ),
    "kop-hernoemd": Abuse(
        puts(f"{EVIDENCE}1", "Documenten"),
        findings=((WARNING, STEP_1, "Kolom G (‘Documenten’) is gelezen als ‘Bewijs’"),),
    ),
    "kop-in-hoofdletters": Abuse(puts(f"{PRACTICE}1", " WAS: hoe gaat het nu ")),
    "kop-van-code-weg": Abuse(puts(f"{CODE}1", None)),
    "kolom-weg": Abuse(
        lambda book: book[STEP_1].delete_cols(ord(EVIDENCE) - ord("A") + 1),
        none_of("1-01", "1-02", "1-03", fields=(FormField.EVIDENCE,)),
        ((WARNING, STEP_1, "Niet gevonden: de kolom ‘Bewijs’"),),
    ),
    "kolom-code-weg": Abuse(
        lambda book: book[STEP_1].delete_cols(1),
        findings=((NOTE, "norm 1.0", "klopt niet; de titel telt"),) * 3,
    ),
    "eigen-kolom": Abuse(own_column, findings=((WARNING, STEP_1, "Kolom G (‘Kosten’) is niet van ons"),)),
    "eigen-kolom-en-kolom-weg": Abuse(
        own_column_for_a_deleted_one,
        none_of("1-01", "1-02", "1-03", fields=(FormField.EVIDENCE,)),
        (
            (WARNING, STEP_1, "Kolom P (‘Bronnen’) is niet van ons"),
            (WARNING, STEP_1, "Niet gevonden: de kolom ‘Bewijs’"),
        ),
    ),
    "koppen-weg": Abuse(
        lambda book: book[STEP_1].delete_rows(1),
        none_of("1-01", "1-02", "1-03"),
        (
            (ERROR, STEP_1, "dus 3 regels met een norm niet gelezen"),
            (WARNING, "", "Van 3 normen ontbreken de regels: 1.01, 1.02 en 1.03"),
        ),
    ),
    "blad-hernoemd": Abuse(lambda book: setattr(book[STEP_1], "title", "Blad1 (2)")),
    "blad-weg": Abuse(
        lambda book: lose_sheets(book, STEP_1),
        none_of("1-01", "1-02", "1-03"),
        ((WARNING, "", "Van 3 normen ontbreken de regels: 1.01, 1.02 en 1.03"),),
    ),
    "alleen-de-stappen-over": Abuse(lambda book: lose_sheets(book, "Lees mij", "Keuzes")),
    "twee-stappen-op-een-blad": Abuse(join_sheets),
    "eigen-blad": Abuse(own_sheet, findings=((WARNING, "blad", "Dit blad is niet van ons"),)),
    "regels-erboven-en-ertussen": Abuse(
        insert_lines_above, findings=((WARNING, "rij 1", "‘Team Noord’ is geen norm"),)
    ),
    "code-bestaat-niet": Abuse(puts(f"{CODE}2", "9.99"), findings=((NOTE, "norm 1.01", "de titel telt"),)),
    "code-en-titel-onbekend": Abuse(
        both(puts(f"{CODE}2", "9.99"), puts(f"{TITLE}2", "Iets anders")),
        none_of("1-01"),
        ((ERROR, "rij 2", "is geen norm van deze vragenlijst"), (WARNING, "", "ontbreekt de regel: 1.01")),
    ),
    "code-van-andere-norm": Abuse(
        puts(f"{CODE}2", "1.02"),
        none_of("1-01"),
        ((ERROR, "rij 2", "horen niet bij elkaar"), (WARNING, "", "ontbreekt de regel: 1.01")),
    ),
    "code-als-getal": Abuse(puts(f"{CODE}2", 1.01)),
    "code-als-formule": Abuse(puts(f"{CODE}2", "=1+0.01"), findings=((NOTE, "norm 1.01", "de titel telt"),)),
    "titel-veranderd": Abuse(
        puts(f"{TITLE}2", "Vaste aanpak"), findings=((NOTE, "norm 1.01", "het nummer telt"),)
    ),
    "code-en-titel-weg": Abuse(
        both(puts(f"{CODE}2", None), puts(f"{TITLE}2", None)),
        none_of("1-01"),
        (
            (ERROR, "rij 2", "staan geen code en titel. Er staat ‘2 · Deels geregeld’"),
            (WARNING, "", "ontbreekt de regel: 1.01"),
        ),
    ),
    "in-de-tekst-van-de-norm": Abuse(
        puts(f"{STATEMENT}2", "Wij willen dit anders."),
        findings=((WARNING, "norm 1.01", "In de kolom ‘Wordt’ staat een andere tekst"),),
    ),
    "niveau-als-getal": Abuse(puts(f"{LEVEL}2", 3), one("1-01", FormField.LEVEL, "geregeld")),
    "niveau-als-kommagetal": Abuse(puts(f"{LEVEL}2", 3.0, "0.00"), one("1-01", FormField.LEVEL, "geregeld")),
    "niveau-als-tekst": Abuse(puts(f"{LEVEL}2", "niveau 1"), one("1-01", FormField.LEVEL, "soms")),
    "niveau-halverwege": Abuse(
        puts(f"{LEVEL}2", 2.5), one("1-01", FormField.LEVEL, None), ((ERROR, "kolom D", "‘2,5’ is niet precies"),)
    ),
    "niveau-dubbel": Abuse(
        puts(f"{LEVEL}2", "3-4"),
        one("1-01", FormField.LEVEL, None),
        ((ERROR, "kolom D", "‘3-4’"),),
    ),
    "niveau-werd-datum": Abuse(
        puts(f"{LEVEL}2", date(2026, 3, 2), "d-mmm"),
        one("1-01", FormField.LEVEL, None),
        ((ERROR, "rij 2, kolom D", "‘02-03-2026’ is niet precies"),),
    ),
    "niveau-leeg": Abuse(puts(f"{LEVEL}2", None), one("1-01", FormField.LEVEL, "")),
    "datum-als-tekst": Abuse(puts(f"{DUE}2", "15 april 2027"), one("1-01", FormField.DUE, "2027-04-15")),
    "datum-andere-opmaak": Abuse(
        puts(f"{DUE}2", date(2027, 4, 15), "[$-413]dddd d mmmm yyyy"), one("1-01", FormField.DUE, "2027-04-15")
    ),
    "datum-met-tijd": Abuse(
        puts(f"{DUE}2", datetime(2027, 4, 15, 13, 30), "yyyy-mm-dd h:mm"),  # noqa: DTZ001
        one("1-01", FormField.DUE, "2027-04-15"),
    ),
    "datum-als-getal": Abuse(
        puts(f"{DUE}2", 46492, "General"),
        one("1-01", FormField.DUE, "2027-04-15"),
        ((NOTE, "kolom L", "het getal 46492 is gelezen als de datum 15-04-2027"),),
    ),
    "datum-is-een-jaar": Abuse(
        puts(f"{DUE}2", 2027, "General"),
        one("1-01", FormField.DUE, None),
        ((ERROR, "kolom L", "geen hele datum"),),
    ),
    "datum-bestaat-niet": Abuse(
        puts(f"{DUE}2", "31-02-2027"), one("1-01", FormField.DUE, None), ((ERROR, "kolom L", "bestaat niet"),)
    ),
    "rol-onbekend": Abuse(
        puts(f"{OWNER}2", "burgemeester"), one("1-01", FormField.OWNER, None), ((ERROR, "kolom K", "is geen rol"),)
    ),
    "tekst-te-lang": Abuse(
        puts(f"{PRACTICE}2", "x" * 20_001), one("1-01", FormField.PRACTICE, None), ((ERROR, "kolom F", "te lang"),)
    ),
    "tekst-is-een-getal": Abuse(puts(f"{PRACTICE}2", 12.5, "General"), one("1-01", FormField.PRACTICE, "12,5")),
    "tekst-is-een-percentage": Abuse(
        puts(f"{PRACTICE}2", 0.5, "0%"),
        one("1-01", FormField.PRACTICE, "0,5"),
        ((NOTE, "kolom F", "Excel heeft hier een getal van gemaakt; gelezen als ‘0,5’"),),
    ),
    "tekst-werd-datum": Abuse(
        puts(f"{EVIDENCE}2", date(2026, 3, 2), "dd-mm-yyyy"),
        one("1-01", FormField.EVIDENCE, "02-03-2026"),
        ((NOTE, "kolom G", "Excel heeft hier een datum van gemaakt"),),
    ),
    "tekst-is-waar": Abuse(puts(f"{REMARK}2", True), one("1-01", FormField.REMARK, "WAAR"), ()),
    "formule": Abuse(
        puts(f"{PRACTICE}2", "=A1"),
        one("1-01", FormField.PRACTICE, None),
        ((ERROR, "kolom F", "een formule (‘=A1’)"),),
    ),
    "tekst-als-formule": Abuse(text_that_looks_like_a_formula, one("1-02", FormField.PRACTICE, "=1+1")),
    "foutwaarde": Abuse(
        puts(f"{PRACTICE}2", "#N/A"),
        one("1-01", FormField.PRACTICE, None),
        ((ERROR, "kolom F", "foutmelding van Excel"),),
    ),
    "naast-elkaar-samengevoegd": Abuse(
        partial(merge, area=f"{PRACTICE}2:{EVIDENCE}2"),
        one("1-01", FormField.EVIDENCE, None),
        ((WARNING, "kolom G", MERGED),),
    ),
    "onder-elkaar-samengevoegd": Abuse(
        partial(merge, area=f"{PRACTICE}2:{PRACTICE}3"),
        none_of("1-01", "1-02", fields=(FormField.PRACTICE,)),
        ((ERROR, "rij 2, kolom F", MERGED), (ERROR, "rij 3, kolom F", MERGED)),
    ),
    "gefilterd-en-verborgen": Abuse(hide_rows),
    "opmerking-bij-cel": Abuse(comment, findings=((WARNING, "", "opmerkingen bij cellen"),)),
    "ronde-veranderd": Abuse(change_identity, findings=((WARNING, "blad ‘Lees mij’", "‘Ronde’ is veranderd"),)),
    "cel-in-de-verste-hoek": Abuse(far_away, findings=((WARNING, STEP_1, "Kolom XFD is niet van ons"),)),
    "onze-zin-over-te-lang-aangevuld": Abuse(
        puts(
            f"{PRACTICE}2",
            "Deze tekst is te lang voor een cel in Excel. De hele tekst staat in de app en blijft daar staan, "
            "tenzij u hier iets anders schrijft. En dit.",
        ),
        one("1-01", FormField.PRACTICE, None),
        ((ERROR, "kolom F", "haal onze zin over te lange tekst weg"),),
    ),
}
