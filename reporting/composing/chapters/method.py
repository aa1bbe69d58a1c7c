"""How the assessment was made, how much was filled in, where the law stands, and what the levels mean."""

from collections import Counter

from questionnaire.model.plan import Certainty
from questionnaire.model.questionnaire import Questionnaire
from questionnaire.scoring.score import Result
from reporting.composing.annexes import SourceNumbers
from reporting.composing.summary import list_name, total_sentence
from reporting.document.pieces import Labelled, Line
from reporting.wording.answers import depth_name
from reporting.wording.dutch import as_sentence, date_text, either, listed, norms, with_capital
from reporting.wording.fixed_texts import CORE_LIST, OURS, SELF_ASSESSED, SHORT_GUIDE


def method(result: Result) -> tuple[Line, ...]:
    """What the assessment is based on, and what it does not say."""
    content = result.questionnaire
    missing = [item.title for section in content.sections for item in section.missing]
    texts = [
        as_sentence(content.basis),
        SELF_ASSESSED,
        OURS,
    ]
    if missing:
        text = f"In de bron {either(len(missing), 'ontbreekt', 'ontbreken')}: {listed(missing)}."
        texts.append(f"{text} Dat staat bij de stap vermeld en telt niet mee.")
    return tuple(Line(text) for text in texts)


def coverage(result: Result) -> tuple[Line, ...]:
    """How much was filled in, what was taken over from the round before, and what the core list leaves out."""
    texts = [total_sentence(result), *round_sentences(result), *certainty_sentences(result)]
    if depth_name(result.assessment) == "kern":
        texts.append(CORE_LIST)
    empty = [theme.section.name for theme in result.themes if not theme.norms]
    if empty:
        texts.append(
            f"In de {list_name(result)} {either(len(empty), 'zit', 'zitten')} geen normen over: {listed(empty)}."
        )
    return tuple(Line(text) for text in texts)


def round_sentences(result: Result) -> list[str]:
    """The round, from the second on, and how many answers were only copied so far."""
    this = result.assessment.round
    if this == 1:
        return []
    copied = sum(norm.answer.to_reconfirm for norm in result.norms)
    if not copied:
        return [f"Dit is ronde {this}. Elk antwoord uit de vorige ronde is bevestigd of aangepast."]
    have = either(copied, "heeft", "hebben")
    return [f"Dit is ronde {this}. Nog te bevestigen: {norms(copied)} {have} het antwoord uit de vorige ronde."]


def certainty_sentences(result: Result) -> list[str]:
    """How sure the organisation is of its answers, when anybody said so."""
    number = Counter(norm.answer.certainty for norm in result.norms if norm.answer.certainty)
    if not number:
        return []
    said = [f"{number[certainty]} keer {certainty}" for certainty in Certainty if number[certainty]]
    return [f"Hoe zeker een antwoord is, staat erbij waar dat is ingevuld: {listed(said)}."]


def about(result: Result, numbers: SourceNumbers | None) -> tuple[Line, ...]:
    """What every reader should know of how this came about, in a few lines."""
    core = (Line(CORE_LIST),) if depth_name(result.assessment) == "kern" else ()
    return (Line(f"{SELF_ASSESSED} {OURS}"), *core, *law(result, numbers))


def law(result: Result, numbers: SourceNumbers | None) -> tuple[Line, ...]:
    """Where the bill stands, dated; `numbers` only when the sources stand in the document too."""
    status = result.questionnaire.law
    sources = f" (bron {numbers.text(status.sources)})" if numbers and status.sources else ""
    return (Line(f"Stand per {date_text(status.as_of)}{sources}: {status.text.strip()}"),)


def statuses(content: Questionnaire) -> tuple[Labelled, ...]:
    """What a norm may rest on."""
    return tuple(
        Labelled(f"{with_capital(status.label)}: ", as_sentence(status.explanation)) for status in content.statuses
    )


def scale(result: Result) -> tuple[Labelled, ...]:
    """The levels from 0 to 4, then the two that are no level."""
    return tuple(
        Labelled(
            entry.label if entry.level.height is None else f"{entry.level.height} {entry.label}",
            as_sentence(entry.description),
        )
        for entry in result.questionnaire.scale
    )


def short_guide(content: Questionnaire) -> str:
    """How to read the tables, with the levels, in a few lines."""
    levels = [
        f"{entry.level.height} {entry.label.lower()}" for entry in content.scale if entry.level.height is not None
    ]
    return f"{SHORT_GUIDE} De niveaus zijn: {listed(levels)}."


def themes_introduction(result: Result) -> str:
    """What the themes are and how they count."""
    number = sum(bool(theme.norms) for theme in result.themes)
    if not number:
        return f"In de {list_name(result)} zitten geen normen over de thema's."
    return (
        f"{either(number, 'Dit thema geldt', f'Deze {number} thema’s gelden')} voor alle stappen. "
        f"{either(number, 'Het heeft', 'Ze hebben')} een eigen score en "
        f"{either(number, 'telt', 'tellen')} niet mee in de score van een stap."
    )
