"""Files that come back: read once, checked against the assessment that is open, and shown with what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from html import escape

import streamlit as st

from app_pages import icons, session
from app_pages.desk import Desk, ReadFile
from app_pages.opened import Opened
from app_pages.widgets import moment_text, plain
from questionnaire.comparison import compare_all
from questionnaire.comparison_types import Base, Comparison
from questionnaire.errors import AppError
from questionnaire.offered import Finding, OfferedFile, Severity, Source
from questionnaire.offered_identity import Registration, check_identity
from questionnaire.store import FormRecord
from reporting.dutch import counted, date_text, norms, with_capital

MOST_SHOWN = 3
"""More notes than these are folded away."""
HEADINGS = {
    Severity.ERROR: "Niet gelezen: kijk hier zelf naar",
    Severity.WARNING: "Let op",
    Severity.NOTE: "Ter informatie",
}


# Reading


def take_in_uploads(found: Opened, uploads: Iterable[tuple[str, bytes]]) -> None:
    """Read files that are not on the desk yet, and compare everything on it anew."""
    for name, content in uploads:
        number = sha256(content).hexdigest()
        if all(file.sha256 != number for file in found.desk.files):
            found.desk.files.append(_read(found, name, _own_name(name, found.desk.files), content, number))
    compare(found)


def compare(found: Opened) -> None:
    """Compare the files on the desk with what is stored now; choices stay where the two sides are as they were."""
    desk = found.desk
    before = {} if desk.comparison is None else {row.choice_id: row for row in desk.comparison.rows}
    readable = [file for file in desk.files if file.offered]
    desk.comparison, desk.trouble, desk.first = None, "", 0
    desk.turn += 1
    if readable:
        desk.comparison = _comparison(found, readable)
    rows = {} if desk.comparison is None else {row.choice_id: row for row in desk.comparison.rows}
    desk.choices = {
        name: pick for name, pick in desk.choices.items() if name in rows and rows[name] == before.get(name)
    }


def put_away(found: Opened, number: str) -> None:
    """Take a file off the desk; nothing of it is saved."""
    found.desk.files = [file for file in found.desk.files if file.sha256 != number]
    compare(found)


def clear(desk: Desk) -> None:
    """Take everything that is being read back off the desk."""
    desk.files, desk.comparison, desk.choices, desk.trouble = [], None, {}, ""


def _comparison(found: Opened, files: Sequence[ReadFile]) -> Comparison:
    stored = session.store().load(found.assessment.id)
    offered = [file.offered for file in files if file.offered]
    return compare_all(offered, stored, [file.base for file in files], session.content())


def _own_name(name: str, files: Sequence[ReadFile]) -> str:
    """The name, with a number behind it when another file on the desk has it."""
    taken, number, own = {file.name for file in files}, 1, name
    while own in taken:
        number += 1
        own = f"{name} ({number})"
    return own


def _read(found: Opened, kind: str, name: str, content: bytes, number: str) -> ReadFile:
    try:
        offered = replace(_offered(kind, content), name=name)
        form, known = _registered(found, offered)
        findings = check_identity(offered.identity, found.assessment, known)
    except AppError as error:
        return ReadFile(name, number, None, str(error))
    return ReadFile(name, number, offered, "", findings, form, _base(form))


def _offered(name: str, content: bytes) -> OfferedFile:
    from questionnaire.exchange import from_json
    from questionnaire.offered_assessment import offered_assessment
    from reporting.forms.excel_reading import read_excel_form
    from reporting.forms.word_reading import read_word_form
    from reporting.guard import EXCEL_MAIN_TYPES, open_safely

    if name.endswith(".json"):
        return offered_assessment(from_json(content, session.content()), name)
    if name.endswith(".xlsx"):
        return read_excel_form(open_safely(content, EXCEL_MAIN_TYPES), name, session.content())
    return read_word_form(open_safely(content), name, session.content())


def _registered(found: Opened, offered: OfferedFile) -> tuple[FormRecord | None, Registration]:
    """The form as it was handed out, if it was here, and where its number is known."""
    number, forms = offered.identity.form, session.store().forms
    form = forms.find(found.assessment.id, number) if number else None
    if form is not None:
        return form, Registration.HERE
    is_elsewhere = bool(number) and forms.is_elsewhere(found.assessment.id, number)
    return None, Registration.ELSEWHERE if is_elsewhere else Registration.NOWHERE


def _base(form: FormRecord | None) -> Base | None:
    if form is None:
        return None
    values = session.store().forms.values_at(form.assessment_id, form.base_event)
    return Base(values, form.is_filled_before, form.actions)


# Showing


def show_files(found: Opened) -> None:
    """Draw every file on the desk with what was found in it."""
    if not found.desk.files:
        return
    st.header(with_capital(counted(len(found.desk.files), "bestand", "bestanden") + " gelezen"))
    for file in found.desk.files:
        with st.container(border=True, gap="small"):
            st.html(f'<h3 class="ww-norm">{escape(file.name)}</h3>')
            if file.offered is None:
                st.error(f"Uit dit bestand komt niets. {plain(file.refusal)}", icon=icons.ERROR)
            else:
                _show_read(file, file.offered, found)
            st.button(
                f"Leg {plain(file.name)} weg",
                key=f"weg-{file.sha256}",
                on_click=put_away,
                args=(found, file.sha256),
            )


def _show_read(file: ReadFile, offered: OfferedFile, found: Opened) -> None:
    st.write(_what_it_is(file, offered))
    for returned in file.form.returns if file.form else ():
        if returned.sha256 == file.sha256:
            st.info(
                f"Dit bestand is al eerder teruggelezen, {moment_text(returned.at)}. Het mag nog een keer.",
                icon=icons.INFO,
            )
    told = found.desk.comparison.findings.get(file.name, ()) if found.desk.comparison else offered.findings
    show_findings((*file.findings, *told))


def _what_it_is(file: ReadFile, offered: OfferedFile) -> str:
    """Kind, number, for whom and made when, in one line fit for markdown."""
    parts = [with_capital(offered.source.value)]
    if offered.identity.form:
        parts.append(f"nummer {plain(offered.identity.form)}")
    if file.form and file.form.recipient:
        parts.append(f"voor {plain(file.form.recipient)}")
    if file.form:
        parts.append(f"gemaakt op {date_text(session.local(file.form.at).date())}")
    if offered.source is not Source.ASSESSMENT:
        parts.append(norms(len(offered.values)))
    return " · ".join(parts)


def show_findings(findings: Sequence[Finding]) -> None:
    """Draw findings, what could not be read first; words from a file are never interpreted."""
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        told = [finding for finding in findings if finding.severity is severity]
        if told:
            st.html(_told(severity, told))


def _place(finding: Finding) -> str:
    return f"<strong>{escape(with_capital(finding.place))}</strong>: " if finding.place else ""


def _told(severity: Severity, findings: Sequence[Finding]) -> str:
    items = "".join(f"<li>{_place(each)}{escape(each.text)}</li>" for each in findings)
    title = f"{HEADINGS[severity]} ({len(findings)})"
    body = f'<ul class="ww-told">{items}</ul>'
    if severity is Severity.NOTE and len(findings) > MOST_SHOWN:
        return f'<details class="ww-fold"><summary>{title}</summary>{body}</details>'
    return f'<h4 class="ww-findings ww-{severity.name.lower()}">{title}</h4>{body}'
