"""Building blocks for a note to the executive: the same results, on one page, in the order of a note. Pure."""

from datetime import date

from questionnaire.scoring.gaps import improvement_points
from questionnaire.scoring.score import Result
from reporting.composing.chapters.decisions import complete_plan, decisions
from reporting.composing.cover import TO_FILL_IN, confidentiality, extent, front_matter
from reporting.composing.management import effort_text, lines, unplanned_text, verdict_texts
from reporting.composing.summary import (
    average_sentence,
    in_force_sentence,
    list_name,
    open_sentence,
    verdict_sentence,
)
from reporting.document.choice import WHOLE_REPORT
from reporting.document.note import NoteContent
from reporting.wording.answers import organisation_name
from reporting.wording.dutch import date_text, norms
from reporting.wording.fixed_texts import NOTE_ATTACHED, NOTE_COMMUNICATION, NOTE_EFFECT, NOTE_FINANCE, NOTE_REMARK

TITLE = "Bouwstenen voor een collegenota"


def compose_note(result: Result, printed_on: date) -> NoteContent:
    """Compose the page; `printed_on` is the day on which it is made."""
    front = front_matter(result, printed_on, extent(result, WHOLE_REPORT), confidentiality(result))
    front["title"] = TITLE
    return NoteContent(
        **front,
        particulars_line=particulars_line(result),
        summary=lines(" ".join(filter(None, verdict_texts(result))), verdict_sentence(result)),
        decisions=decisions(result),
        occasion=lines(occasion(result)),
        effect=lines(NOTE_EFFECT),
        arguments=lines(in_force_sentence(result), average_sentence(result)),
        remarks=lines(open_sentence(result), NOTE_REMARK),
        finance=lines(NOTE_FINANCE),
        communication=lines(NOTE_COMMUNICATION),
        follow_up=lines(*follow_up(result)),
        attached=lines(*NOTE_ATTACHED),
    )


def particulars_line(result: Result) -> str:
    """Who brings it in and who drew it up."""
    own = result.assessment.particulars
    rows = {
        "Portefeuillehouder": own.portfolio_holder,
        "Opsteller": own.drafter_role,
        "Kenmerk": own.reference,
    }
    return " · ".join(f"{label}: {text or TO_FILL_IN}" for label, text in rows.items())


def occasion(result: Result) -> str:
    """Why this is on the table now."""
    name, day = organisation_name(result.assessment.organisation), date_text(result.assessment.reference_date)
    return (
        f"{name} heeft de eigen aanpak van meervoudige problematiek naast de versterkte aanpak gelegd, met de "
        f"{list_name(result)} ({norms(len(result.norms))}). De antwoorden gelden op {day}."
    )


def follow_up(result: Result) -> tuple[str, ...]:
    """What happens after the decision: what the plan asks and still lacks."""
    again = "Over een jaar volgt een nieuwe zelfbeoordeling."
    if not improvement_points(result.norms):
        return (again,)
    return (" ".join(filter(None, (effort_text(result), unplanned_text(result), complete_plan(result), again))),)
