"""Which files there are: the last part of each address, what makes the file, and the page that offers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from service.files import forms, reports, tables, templates
from service.files.addresses import FORM, form_path
from service.files.asked import Maker
from service.files.names import ENDINGS


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of file."""

    make: Maker
    page: str
    """Address of the page that leads to it."""


FILES: Mapping[str, Entry] = {
    "rapport.docx": Entry(reports.report, "rapport"),
    "rapport-paginanummers.docx": Entry(reports.numbered_report, "rapport"),
    "rapport.pdf": Entry(reports.pdf, "rapport"),
    "rapport.odt": Entry(reports.odt, "rapport"),
    "interne-bijlage.docx": Entry(reports.annex, "rapport"),
    "collegenota.docx": Entry(reports.note, "rapport"),
    "antwoorden.xlsx": Entry(tables.answers_excel, "rapport"),
    "antwoorden.csv": Entry(tables.answers_csv, "rapport"),
    "zelfbeoordeling.json": Entry(tables.whole_assessment, "rapport"),
    "acties.xlsx": Entry(tables.actions_excel, "plan"),
    "acties.ics": Entry(tables.actions_calendar, "plan"),
    "verschilrapport.docx": Entry(reports.difference, "verschil"),
    "vastgesteld-rapport.docx": Entry(reports.settled, "rondes"),
    "sjabloon.docx": Entry(templates.own, "huisstijl"),
    "standaardsjabloon.docx": Entry(templates.standard, "huisstijl"),
    "uitleg-sjabloon.md": Entry(templates.explanation, "huisstijl"),
    **{
        form_path("", program): Entry(partial(forms.unregistered, program=program), "invullijsten")
        for program in ENDINGS
    },
}
"""By name; a form with a number is told apart by `entry_of`."""


def entry_of(name: str) -> Entry | None:
    """The file with this name, which for a form is "invullijst/" with its number; None when there is none."""
    if found := FILES.get(name):
        return found
    folder, _, rest = name.rpartition("/")
    number, _, ending = rest.rpartition(".")
    program = next((program for program, each in ENDINGS.items() if each == ending), None)
    if folder != FORM or not number or program is None:
        return None
    return Entry(partial(forms.handed_out, number=number, program=program), "invullijsten")
