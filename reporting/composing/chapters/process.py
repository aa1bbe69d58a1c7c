"""The process card of a step: how it goes now, beside the enhanced approach. Pure."""

from questionnaire.model.cleaning import clean
from questionnaire.model.plan import ProcessStep
from questionnaire.scoring.score import Result, SectionResult
from reporting.document.pieces import Labelled
from reporting.document.plan import ProcessCard
from reporting.wording.answers import one_line
from reporting.wording.dutch import as_sentence, counted, either, listed

NO_TEXT = "Nog niet beschreven"
DIFFERENCE = "Verschil: dit gaat anders dan in de versterkte aanpak."


def process_card(section: SectionResult, result: Result) -> tuple[ProcessCard, ...]:
    """The card of a section, or nothing while no step of it was written down."""
    mine = (step for step in result.assessment.process.values() if step.section == section.section.id)
    steps = sorted((step for step in mine if not step.removed), key=lambda step: (step.position, step.id))
    if not steps:
        return ()
    return (
        ProcessCard(
            introduction=introduction(steps),
            now=tuple(now(number, step) for number, step in enumerate(steps, start=1)),
            approach=tuple(Labelled(f"{norm.norm.code} ", norm.norm.title) for norm in section.norms),
        ),
    )


def introduction(steps: list[ProcessStep]) -> str:
    """How many steps there are, and which of them differ."""
    different = [str(number) for number, step in enumerate(steps, start=1) if step.difference]
    written = f"Het werkproces van nu heeft {counted(len(steps), 'stap', 'stappen')}."
    if not different:
        return f"{written} Geen stap is gemarkeerd als anders dan in de versterkte aanpak."
    go = either(
        len(different), f"Stap {different[0]} daarvan gaat", f"De stappen {listed(different)} daarvan gaan"
    )
    return f"{written} {go} anders dan in de versterkte aanpak."


def now(number: int, step: ProcessStep) -> Labelled:
    """One step: what; below it who, hand-over and what it waits for; on a line of its own whether it differs."""
    written = {"Wie": step.who, "Overdracht": step.handover, "Wachtpunt": step.waiting}
    cleaned = {name: clean(text).strip() for name, text in written.items()}
    details = " ".join(f"{name}: {as_sentence(text)}" for name, text in cleaned.items() if text)
    what = as_sentence(one_line(step.what) or NO_TEXT)
    return Labelled(
        f"{number}. {what}",
        "".join(f"\n{line}" for line in (details, DIFFERENCE if step.difference else "") if line),
    )
