"""Assessments whose report is kept as a golden outline."""

from collections.abc import Callable

from questionnaire.model.assessment import Answer, Depth, Level, Municipality, Organisation, OrganisationKind
from questionnaire.model.questionnaire import Norm
from questionnaire.scoring.score import Result
from reporting.document.choice import ReportChoice, Scope
from reporting.report import make_annex, make_delta_report, make_note, make_report
from tests.reporting.cases.builders import PRINTED_ON, a_result
from tests.reporting.cases.plan import with_an_empty_action, with_everything, with_extreme_texts
from tests.reporting.cases.rounds import DELTA_CASES

LEVELS = list(Level)
COOPERATION = Organisation(
    kind=OrganisationKind.COOPERATION,
    name="Regio De Drie Rivieren",
    municipalities=(
        Municipality(code="GM9991", name="Voorbeeldstad"),
        Municipality(code="GM9992", name="Dorpsveld"),
        Municipality(code="GM9993", name="'s-Voorbeeldhage"),
    ),
)
EXTREME_TEXTS = (
    "lang " * 2000,
    "zonderspatie" * 834,
    "👩‍👩‍👧 gezin 🏠 en 𝒟𝓊𝓉𝒸𝒽",
    "שלום עליכם en مرحبا",
    "bel\x07 nul\x00 escape\x1b einde\x0bregel\x0cpagina",
    "los \ud83d surrogaat \udc00",
    "{{ 7*7 }} {% for x in y %} ${7*7}",
    "</w:t></w:r><w:t>ingevoegd</w:t> & <w:p/>",
    "=cmd()|' /C calc'!A0",
    "regel een\r\nregel twee\rregel drie\u2028regel vier",
    "<?veld 0?> <?eind 1?>",
    "tab\tna tab",
)


def mixed(index: int, norm: Norm) -> Answer | None:
    """Every level and every field somewhere."""
    if index % 11 == 10:
        return None
    return Answer(
        level=LEVELS[index % 7],
        practice="Het gaat per team anders." if index % 3 else "",
        evidence="Werkinstructie, versie 2" if index % 4 == 0 else "",
        link="https://example.org/werkinstructie" if index % 4 == 0 else "",
        remark="Bespreken in het teamoverleg." if index % 5 == 0 else "",
        reason="Dat doet de regio." if index % 14 == 6 else "",
        otherwise="Via het regioteam." if index % 6 == 0 else "",
    )


def extreme(index: int, norm: Norm) -> Answer:
    """Texts that break what does not clean and escape."""
    text = EXTREME_TEXTS[index % len(EXTREME_TEXTS)]
    other = EXTREME_TEXTS[(index + 5) % len(EXTREME_TEXTS)][:200]
    level = LEVELS[index % 7]
    return Answer(
        level=level, practice=text, evidence=other, link=other, remark=other, otherwise=other, reason=other
    )


def every(answer: Answer | None) -> Callable[[int, Norm], Answer | None]:
    """The same answer to every norm."""
    return lambda index, norm: answer


CASES: dict[str, Callable[[], Result]] = {
    "gemengd": lambda: a_result(mixed),
    "leeg": lambda: a_result(every(None)),
    "kern": lambda: a_result(mixed, depth=Depth.CORE),
    "niets-van-toepassing": lambda: a_result(every(Answer(level=Level.NOT_APPLICABLE, reason="Doet de regio."))),
    "niets-van-toepassing-zonder-reden": lambda: a_result(every(Answer(level=Level.NOT_APPLICABLE))),
    "alles-geborgd": lambda: a_result(every(Answer(level=Level.SECURED, practice="Zo werkt ieder team."))),
    "alles-onbekend": lambda: a_result(every(Answer(level=Level.UNKNOWN))),
    "uiterste-teksten": lambda: a_result(extreme),
    "samenwerking": lambda: a_result(mixed, organisation=COOPERATION),
    "plan": lambda: with_everything(a_result(mixed)),
    "plan-leeg": with_an_empty_action,
    "plan-uiterste-teksten": lambda: with_extreme_texts(a_result(mixed), EXTREME_TEXTS),
}

ANNEX_CASES = ("gemengd", "leeg", "uiterste-teksten", "plan", "plan-uiterste-teksten")
NOTE_CASES = ("gemengd", "leeg", "alles-geborgd", "samenwerking")


def annex(case: str) -> Callable[[], bytes]:
    """The internal annex of a case."""
    return lambda: make_annex(CASES[case](), PRINTED_ON)


def note(case: str) -> Callable[[], bytes]:
    """The building blocks for a note of a case."""
    return lambda: make_note(CASES[case](), PRINTED_ON)


def limited(case: str, choice: ReportChoice) -> Callable[[], bytes]:
    """A report with only what was chosen."""
    return lambda: make_report(CASES[case](), PRINTED_ON, choice=choice)


def delta(case: str) -> Callable[[], bytes]:
    """The report on two rounds."""
    return lambda: make_delta_report(DELTA_CASES[case](), PRINTED_ON)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **{case: limited(case, ReportChoice()) for case in CASES},
    "gemengd-kort": limited("gemengd", ReportChoice(Scope.SUMMARY)),
    "gemengd-stap-3": limited("gemengd", ReportChoice(Scope.STEP, step=3)),
    "plan-stap-1": limited("plan", ReportChoice(Scope.STEP, step=1)),
    "gemengd-met-bijlagen": limited("gemengd", ReportChoice(has_annexes=True)),
    **{f"{case}-intern": annex(case) for case in ANNEX_CASES},
    **{f"verschil-{case}": delta(case) for case in DELTA_CASES},
    **{f"{case}-nota": note(case) for case in NOTE_CASES},
}
"""Every document that is kept as a golden outline, by name."""
