"""How one answer, score or status reads in the report. Pure; shared by the composing modules."""

from questionnaire.model.assessment import Answer, Assessment, Depth, Level, Organisation, OrganisationKind
from questionnaire.model.cleaning import clean
from questionnaire.model.plan import Action
from questionnaire.model.questionnaire import Norm, Questionnaire, Section
from questionnaire.scoring.score import NormResult, SectionResult
from reporting.wording.dutch import as_sentence, either, norms, with_capital

NAME_BY_DEPTH = {Depth.CORE: "kern", Depth.FULL: "volledig"}
MISSING_REASON = "Reden ontbreekt: deze norm telt als open."
NOT_DESCRIBED = "Nog niet beschreven."


def one_line(text: str) -> str:
    """A cleaned text without line breaks or double spaces, for names and labels."""
    return " ".join(clean(text).split())


def shortened(text: str, longest: int) -> str:
    """The text on one line, cleaned; cut at a word and ended with "…" when it is too long.

    >>> shortened("De coördinator heeft tijd", 20), shortened("kort", 20)
    ('De coördinator…', 'kort')
    """
    line = one_line(text)
    if len(line) <= longest:
        return line
    start = line[: longest - 1]
    return (start.rpartition(" ")[0] or start).rstrip(" ,;:-–") + "…"


def organisation_name(organisation: Organisation) -> str:
    """The name as a title: "Gemeente Utrecht", or the name of the cooperation."""
    name = one_line(organisation.name)
    if organisation.kind is not OrganisationKind.MUNICIPALITY or name.lower().startswith("gemeente"):
        return name
    return f"Gemeente {name}"


def section_title(section: Section) -> str:
    """The title of a chapter: "Stap 3: Ga aan de slag met de gecoördineerde aanpak", or the theme's own title."""
    return f"Stap {section.number}: {section.title}" if section.is_step else section.title


def depth_name(assessment: Assessment) -> str:
    """'kern' or 'volledig': stands beside every score."""
    return NAME_BY_DEPTH[assessment.depth]


def level_text(answer: Answer, content: Questionnaire) -> str:
    """The chosen level with its number, such as "2 Deels geregeld"."""
    if answer.level is None:
        return "Niet beantwoord"
    label = content.scale_by_level[answer.level].label
    return label if answer.height is None else f"{answer.height} {label}"


def short_level(answer: Answer) -> str:
    """The level for a narrow column: its number, or why there is none."""
    if answer.height is not None:
        return str(answer.height)
    if answer.level is None:
        return "leeg"
    if answer.level is Level.UNKNOWN:
        return "weet niet"
    return "geen reden" if answer.lacks_reason else "n.v.t."


def gap_text(result: NormResult) -> str:
    """The gap in levels; an open norm has none yet."""
    if result.answer.is_excluded:
        return "n.v.t."
    if result.is_open:
        return "nog open"
    return str(result.gap)


def plan_texts(answer: Answer) -> tuple[str, ...]:
    """What was filled in about what is wanted and how sure it is; nothing where nothing was."""
    if answer.is_excluded:
        return ()
    wanted = f"ambitie: {answer.wanted.height}" if answer.wanted else "ambitie: streefniveau"
    by = f", {answer.quarter.text}" if answer.quarter else ""
    texts = (
        f"{wanted}{by}" if answer.wanted or by else "",
        f"zekerheid: {answer.certainty}" if answer.certainty else "",
        "nog te bevestigen" if answer.to_reconfirm else "",
    )
    return tuple(text for text in texts if text)


def target_text(result: NormResult) -> str:
    """The target, and whether more is in place than it asks."""
    return f"{'boven ' if result.is_above_target else ''}streefniveau {result.norm.target}"


def status_label(norm: Norm, content: Questionnaire) -> str:
    """What the norm rests on, as the content names it."""
    return with_capital(content.status_by_id[norm.legal_status].label)


def status_text(norm: Norm, content: Questionnaire) -> str:
    """What the norm rests on, with its article."""
    label = status_label(norm, content)
    return f"{label} · {norm.article}" if norm.article else label


def role_label(norm: Norm, content: Questionnaire) -> str:
    """The role that usually knows the answer."""
    return content.role_by_id[norm.role].label


def owner_text(action: Action, content: Questionnaire) -> str:
    """Role and name of an action's owner, such as "afdelingshoofd (naam)"; empty without either.

    A role that this version of the content does not have is named by its id.
    """
    role = content.role_by_id.get(action.owner_role)
    label = role.label if role else action.owner_role
    return f"{label} ({action.owner_name})" if label and action.owner_name else label or action.owner_name


def evidence_text(norm: Norm) -> str:
    """What one sees when the norm is in order, as one sentence."""
    return as_sentence("; ".join(item.strip().rstrip(".") for item in norm.evidence))


def question_text(result: NormResult) -> str:
    """What to find out about an open norm."""
    if result.answer.lacks_reason:
        return "Schrijf op waarom deze norm niet van toepassing is, of kies alsnog een niveau."
    return f"Is dit geregeld? U ziet het aan: {evidence_text(result.norm)}"


def advice_text(result: NormResult, content: Questionnaire) -> str:
    """What to do next: the first step below target, how to secure what is met, what to ask when open."""
    if result.answer.is_excluded:
        return "Geen actie: deze norm geldt hier niet."
    if result.answer.lacks_reason:
        return question_text(result)
    if result.is_open:
        return f"Vraag na bij: {role_label(result.norm, content)}. {question_text(result)}"
    if result.gap:
        return result.norm.first_step
    if result.answer.level is not Level.SECURED:
        return f"Zo borgt u dit: {result.norm.assurance}"
    return "Dit is geborgd. Kijk er bij de volgende ronde opnieuw naar."


def score_text(section: SectionResult) -> str:
    """The score for a table: a percentage or band, or why there is none."""
    if not section.is_assessed:
        return "niet beoordeeld"
    band = section.band
    return band.text if band else "te weinig normen"


def coverage_text(section: SectionResult) -> str:
    """How many of the applicable norms have a level: "10 van 12 normen"."""
    if not section.is_assessed:
        return "geen van toepassing"
    return f"{section.scored} van {norms(section.applicable)}"


def levels_sentence(section: SectionResult) -> str:
    """The levels themselves, for a section with too few norms for a percentage."""
    levels = [
        f"{result.norm.code} {short_level(result.answer)}" for result in section.norms if result.is_applicable
    ]
    return f"{either(len(levels), 'Het niveau', 'De niveaus')}: {', '.join(levels)}."
