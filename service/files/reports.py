"""The Word documents of an assessment, and what LibreOffice makes of its report."""

from questionnaire.errors import NotFoundError
from questionnaire.scoring.delta import Delta
from questionnaire.versions.path import asked_no_more, compare_rounds
from reporting.office.conversion import Office, Target, failed, find_office
from reporting.office.page_numbers import convert_numbered, with_page_numbers
from reporting.report import make_annex, make_delta_report, make_note, make_report
from service.files.addresses import asked_choice
from service.files.asked import Asked, MadeFile
from service.files.names import ODT, PDF, WORD
from service.files.templates import fitting_template


def report(asked: Asked) -> MadeFile:
    """The report, with what was chosen in it."""
    return MadeFile(f"{asked.name()}.docx", WORD, _report(asked))


def numbered_report(asked: Asked) -> MadeFile:
    """The report with page numbers in its table of contents."""
    content = with_page_numbers(_report(asked), _office("layout"))
    return MadeFile(f"{asked.name()}-paginanummers.docx", WORD, content)


def pdf(asked: Asked) -> MadeFile:
    """The report as PDF."""
    return MadeFile(f"{asked.name()}.pdf", PDF, convert_numbered(_report(asked), "pdf", _office("pdf")))


def odt(asked: Asked) -> MadeFile:
    """The report as .odt."""
    return MadeFile(f"{asked.name()}.odt", ODT, convert_numbered(_report(asked), "odt", _office("odt")))


def annex(asked: Asked) -> MadeFile:
    """The internal annex."""
    retired = asked_no_more(asked.assessment, asked.content_folder)
    content = make_annex(asked.result, asked.today, _template(asked), retired)
    return MadeFile(f"{asked.name()}-intern.docx", WORD, content)


def note(asked: Asked) -> MadeFile:
    """The building blocks for a note to the executive."""
    content = make_note(asked.result, asked.today, _template(asked))
    return MadeFile(f"{asked.name()}-collegenota.docx", WORD, content)


def difference(asked: Asked) -> MadeFile:
    """The report on what moved since the round before."""
    delta = _since_round_before(asked)
    if delta is None:
        raise NotFoundError("Dit is de eerste ronde. Er is nog niets om mee te vergelijken.")
    content = make_delta_report(delta, asked.today, _template(asked))
    return MadeFile(f"{asked.name('verschil')}.docx", WORD, content)


def settled(asked: Asked) -> MadeFile:
    """The report that was settled, byte for byte."""
    kept = asked.store.settling.settled_report(asked.assessment.id)
    return MadeFile(kept.name, WORD, kept.content)


def _report(asked: Asked) -> bytes:
    choice = asked_choice(asked.query)
    return make_report(asked.result, asked.today, _template(asked), choice, _since_round_before(asked))


def _since_round_before(asked: Asked) -> Delta | None:
    """What changed since the round before; None in a first round."""
    if asked.assessment.previous is None:
        return None
    before = asked.store.load(asked.assessment.previous).assessment
    delta, _ = compare_rounds(before, asked.assessment, asked.content_folder)
    return delta


def _template(asked: Asked) -> bytes | None:
    return fitting_template(asked.store, asked.assessment.id)


def _office(target: Target) -> Office:
    """The LibreOffice of this computer; raises OfficeError when there is none."""
    office = find_office()
    if office is None:
        raise failed(target, "LibreOffice staat niet op deze computer")
    return office
