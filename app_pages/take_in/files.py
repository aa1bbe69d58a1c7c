"""Files that come back: read once, checked against the assessment that is open, and shown with what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from html import escape

import streamlit as st

from app_pages.frame import icons
from app_pages.frame.widgets import moment_text, plain, show_place
from app_pages.session import session
from app_pages.session.desk import Desk, OwnList, ReadFile
from app_pages.session.opened import Opened
from questionnaire.comparison.compare import compare_all
from questionnaire.comparison.matching import Matcher, OldRow
from questionnaire.comparison.model import Base, Comparison, Row
from questionnaire.comparison.offered import Finding, Identity, OfferedFile, Severity, Source
from questionnaire.comparison.offered_identity import Registration, check_identity
from questionnaire.errors import AppError
from questionnaire.store import FormRecord
from reporting.wording.dutch import counted, date_text, norms, with_capital
from service import opening

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
    before = _by_choice(desk.comparison)
    readable = [file for file in desk.files if file.offered]
    desk.comparison, desk.trouble, desk.is_outdated, desk.first = None, "", False, 0
    desk.turn += 1
    if readable:
        desk.comparison = _comparison(found, readable)
    rows = _by_choice(desk.comparison)
    same = {name for name in rows if rows[name] == before.get(name)}
    desk.choices = {name: pick for name, pick in desk.choices.items() if name in same}


def _by_choice(comparison: Comparison | None) -> dict[str, list[Row]]:
    """The rows by the choice that they have together."""
    found: dict[str, list[Row]] = {}
    for row in comparison.rows if comparison else ():
        found.setdefault(row.choice_id, []).append(row)
    return found


def put_away(found: Opened, number: str) -> None:
    """Take a file off the desk; nothing of it is saved."""
    found.desk.files = [file for file in found.desk.files if file.sha256 != number]
    compare(found)


def clear(desk: Desk) -> None:
    """Take what was read back off the desk; of an own list, rows may still wait for somebody's choice."""
    waiting = (each for each in desk.files if each.own_list and each.own_list.is_waiting)
    desk.files = [replace(each, offered=None) for each in waiting]
    desk.comparison, desk.choices, desk.trouble, desk.is_outdated = None, {}, "", False


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


def _read(found: Opened, name: str, own_name: str, content: bytes, number: str) -> ReadFile:
    from reporting.forms.own_list.reading import OldList
    from reporting.forms.recognise import read_upload

    try:
        read = replace(read_upload(content, name, session.content(), opening.CONTENT_FOLDER), name=own_name)
        if isinstance(read, OldList):
            findings = check_identity(Identity(), found.assessment, Registration.NOWHERE)
            return ReadFile(own_name, number, None, "", (*findings, *read.findings), own_list=_own_list(read.rows))
        form, known = _registered(found, read)
        findings = check_identity(read.identity, found.assessment, known)
    except AppError as error:
        return ReadFile(own_name, number, None, str(error))
    return ReadFile(own_name, number, read, "", findings, form, _base(form))


def _own_list(rows: tuple[OldRow, ...]) -> OwnList:
    matcher = Matcher(session.content())
    return OwnList(rows, tuple(map(matcher.proposals, rows)))


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
    return Base(values, form.is_filled_before, form.actions, form.norms)


# Showing


def show_files(found: Opened) -> None:
    """Draw every file on the desk with what was found in it."""
    if not found.desk.files:
        return
    st.header(with_capital(counted(len(found.desk.files), "bestand", "bestanden") + " bekeken"))
    show_place("Per bestand ziet u wat erin staat.", "gelezen", found.desk.uploads)
    for file in found.desk.files:
        with st.container(border=True, gap="small"):
            st.html(f'<h3 class="ww-norm">{escape(file.name)}</h3>')
            if file.refusal:
                st.error(f"Uit dit bestand komt niets. {plain(file.refusal)}", icon=icons.ERROR)
            elif file.own_list:
                st.write(f"Eigen lijst in Word · {counted(len(file.own_list.rows), 'regel', 'regels')}")
                show_findings(_findings(file, found))
            else:
                _show_read(file, found)
            st.button(
                f"Leg {plain(file.name)} weg",
                key=f"weg-{file.sha256}",
                on_click=put_away,
                args=(found, file.sha256),
            )


def _findings(file: ReadFile, found: Opened) -> Sequence[Finding]:
    """Its own, and what the comparison told of it."""
    told = found.desk.comparison.findings.get(file.name, ()) if found.desk.comparison else ()
    return (*file.findings, *told)


def _show_read(file: ReadFile, found: Opened) -> None:
    if file.offered:
        st.write(_what_it_is(file, file.offered))
    for returned in file.form.returns if file.form else ():
        if returned.sha256 == file.sha256:
            st.info(
                f"Dit bestand is al eerder teruggelezen, {moment_text(returned.at)}. Het mag nog een keer.",
                icon=icons.INFO,
            )
    show_findings(_findings(file, found))


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
