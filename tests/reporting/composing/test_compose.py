"""What the report says: right for every count, honest about what is open, and never more than was answered."""

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Answer, Depth, Level
from questionnaire.model.questionnaire import LegalStatus
from questionnaire.scoring.score import Result, score_assessment
from reporting.composing.report import compose
from reporting.document.report import ReportContent
from tests.reporting.cases.builders import PRINTED_ON, a_questionnaire, a_result
from tests.reporting.cases.golden import CASES, every, mixed

WRONG_DUTCH = re.compile(
    r"\b1 (normen|keren|punten)\b|\b(0|[2-9]|\d\d+) norm\b|\b1 norm \w* ?(liggen|zijn|hebben)\b"
    r"|(?<!van )(?<!van de )(?<!Bij )\b\d+ normen (ligt|is|heeft)\b|None|\bLevel\.|  |\.\.(?!\.)| \.|\(\)"
)
ANSWERS = st.builds(Answer, level=st.sampled_from([None, *Level]), reason=st.sampled_from(["", "Doet de regio."]))


def report(case: str) -> ReportContent:
    return compose(CASES[case](), PRINTED_ON)


def texts(value: object) -> Iterator[str]:
    """Every text in the content, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def result_of(answers: list[Answer]) -> Result:
    return a_result(lambda index, norm: answers[index], content=a_questionnaire(4, 2))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(ANSWERS, min_size=24, max_size=24))
def test_no_text_has_a_wrong_singular_or_plural_or_a_hole(answers: list[Answer]) -> None:
    for text in texts(compose(result_of(answers), PRINTED_ON)):
        assert not WRONG_DUTCH.search(text), text


@pytest.mark.parametrize("case", CASES)
def test_every_norm_asked_stands_in_the_was_wordt_tables_in_order(case: str) -> None:
    content, result = report(case), CASES[case]()
    rows = [row for section in (*content.steps, *content.themes) for row in section.norms]
    assert [row.code for row in rows] == [norm.norm.code for norm in result.norms]
    assert all(row.advice and row.status and row.level and row.gap for row in rows)


@pytest.mark.parametrize(
    ("answer", "gap", "advice"),
    [
        (Answer(level=Level.NOT_ARRANGED), "3", "Schrijf de werkwijze voor punt 1.01 op, samen met twee teams."),
        (Answer(level=Level.PARTLY), "1", "Schrijf de werkwijze voor punt 1.01 op, samen met twee teams."),
        (Answer(level=Level.ARRANGED), "0", "Zo borgt u dit: Zet punt 1.01 op de jaaragenda"),
        (Answer(level=Level.SECURED), "0", "Dit is geborgd."),
        (Answer(level=Level.UNKNOWN), "nog open", "Vraag na bij: Beleidsmedewerker. Is dit geregeld?"),
        (None, "nog open", "Vraag na bij: Beleidsmedewerker. Is dit geregeld?"),
        (Answer(level=Level.NOT_APPLICABLE), "nog open", "Schrijf op waarom deze norm niet van toepassing is"),
        (Answer(level=Level.NOT_APPLICABLE, reason="Regio."), "n.v.t.", "Geen actie"),
    ],
)
def test_the_advice_fits_the_answer(answer: Answer | None, gap: str, advice: str) -> None:
    row = compose(a_result(every(answer)), PRINTED_ON).steps[0].norms[0]
    assert row.gap == gap
    assert row.advice.startswith(advice)


def test_own_words_stand_under_was_and_nothing_is_shortened() -> None:
    answer = Answer(
        level=Level.PARTLY,
        practice="a" * 10_000,
        otherwise="Via de regio",
        evidence="Instructie",
        link="map A",
        remark="Later",
    )
    row = compose(a_result(every(answer)), PRINTED_ON).steps[0].norms[0]
    assert row.practice == "a" * 10_000
    assert [(note.label, note.text) for note in row.notes] == [
        ("Anders geregeld, namelijk: ", "Via de regio"),
    ]


def test_a_missing_reason_is_said_and_counts_as_open() -> None:
    row = report("niets-van-toepassing-zonder-reden").steps[0].norms[0]
    assert [note.text for note in row.notes] == ["Reden ontbreekt: deze norm telt als open."]


def test_a_reason_left_behind_under_a_level_is_not_shown() -> None:
    answer = Answer(level=Level.ARRANGED, reason="Oude reden")
    assert "Oude reden" not in set(texts(compose(a_result(every(answer)), PRINTED_ON)))


@pytest.mark.parametrize(
    ("case", "decisions"),
    [
        ("leeg", ["Vul de lijst eerst in"]),
        ("alles-geborgd", ["Bespreek de uitkomst"]),
        ("alles-onbekend", ["Bespreek de uitkomst", "Zoek 36 normen uit waarbij"]),
        ("niets-van-toepassing", ["Kijk nog eens of de normen", "Bespreek de uitkomst"]),
        ("niets-van-toepassing-zonder-reden", ["Bespreek de uitkomst", "Leg bij 36 normen vast"]),
    ],
)
def test_decisions_follow_from_the_answers(case: str, decisions: list[str]) -> None:
    found = [line.text for line in report(case).decisions]
    assert len(found) == len(decisions)
    assert all(text.startswith(start) for text, start in zip(found, decisions, strict=True))


def test_what_rests_on_rules_in_force_goes_first_in_decisions_and_improvements() -> None:
    result = a_result(every(Answer(level=Level.SOMETIMES)))
    content = compose(result, PRINTED_ON)
    in_force = sum(norm.norm.legal_status is LegalStatus.IN_FORCE for norm in result.norms)
    assert content.decisions[0].text.startswith(f"Breng eerst {in_force} normen op orde")
    assert content.decisions[1].text.startswith("Pak daarna de")
    labels = [row.status.startswith("Rust op geldende regels") for row in content.improvements]
    assert labels == sorted(labels, reverse=True)
    assert labels.count(True) == in_force


@pytest.mark.parametrize("case", ["leeg", "alles-onbekend", "niets-van-toepassing"])
def test_an_assessment_without_levels_is_called_neither_good_nor_bad(case: str) -> None:
    said = " ".join(texts(report(case)))
    assert "Er ligt geen norm onder het streefniveau" not in said


def test_the_depth_stands_beside_every_score() -> None:
    for case, depth in (("gemengd", "volledig"), ("kern", "kern")):
        content = report(case)
        assert content.depth == depth
        assert f"({depth})" in content.overall
        assert all(f"({depth})" in section.score[0].text for section in (*content.steps, *content.themes))


def test_only_sources_that_this_report_uses_are_listed_and_numbered_in_order() -> None:
    content = report("gemengd")
    assert [source.description for source in content.sources] == ["Stappenplan", "Wmo 2015", "Kamerstuk"]
    assert [source.number for source in content.sources] == ["1", "2", "3"]


def test_the_annex_can_be_added_up_by_hand() -> None:
    result = a_result(mixed)
    for section, table in zip(result.sections, compose(result, PRINTED_ON).calculations, strict=True):
        sums = [sum(int(getattr(row, name)) for row in table.rows) for name in ("reached", "missing", "open")]
        assert sums == [section.score.reached, section.score.missing, section.score.open]
        assert f"{sums[0]} punten behaald, {sums[1]} ontbreken, {sums[2]} zijn open" in table.outcome


def test_a_theme_without_core_norms_is_left_out_and_named() -> None:
    content = a_questionnaire(6, 0)
    found = compose(a_result(mixed, depth=Depth.CORE, content=content), PRINTED_ON)
    assert (found.themes, found.theme_scores) == ((), ())
    assert found.themes_introduction == "In de kernlijst zitten geen normen over de thema's."
    assert found.coverage[-1].text == "In de kernlijst zitten geen normen over: Gegevens delen en Inwoner."


def test_answers_to_another_version_of_the_list_are_named_as_such() -> None:
    result = a_result(mixed)
    older = dataclasses.replace(result, assessment=result.assessment.model_copy(update={"content_version": "0.9"}))
    labels = {item.label: item.text for item in compose(older, PRINTED_ON).particulars}
    assert labels["Ingevuld met"] == "versie 0.9 van de lijst"
    assert "Ingevuld met" not in {item.label for item in compose(result, PRINTED_ON).particulars}


@pytest.mark.parametrize(
    ("secured", "below", "unknown", "words"),
    [
        (36, 0, 0, "op orde op alle punten die een niveau hebben"),
        (27, 9, 0, "op de meeste punten op orde"),
        (18, 18, 0, "op de helft van de punten of meer op orde, en op de andere nog niet"),
        (9, 27, 0, "op een deel van de punten op orde, en op de meeste nog niet"),
        (8, 28, 0, "op enkele punten op orde, en op de meeste nog niet"),
        (0, 36, 0, "nog op geen enkel punt op orde"),
        (9, 9, 18, "op de helft van de punten of meer op orde, en op de andere nog niet"),
        (9, 8, 19, "Er is nog te weinig ingevuld voor een oordeel"),
        (0, 0, 36, ""),
    ],
)
def test_the_verdict_follows_from_the_share_that_is_met(
    secured: int, below: int, unknown: int, words: str
) -> None:
    levels = [Level.SECURED] * secured + [Level.SOMETIMES] * below + [Level.UNKNOWN] * unknown
    found = compose(a_result(lambda index, norm: Answer(level=levels[index])), PRINTED_ON).verdict
    assert [words in line.text for line in found] == ([True] if words else [])


def test_each_role_hears_what_is_asked_of_it() -> None:
    answers = {"norm-1-01": Level.SOMETIMES, "norm-1-02": Level.UNKNOWN, "norm-1-03": Level.NOT_ARRANGED}
    result = a_result(lambda index, norm: Answer(level=answers.get(norm.id, Level.SECURED)))
    assert [(item.label, item.text) for item in compose(result, PRINTED_ON).asked] == [
        ("Aan de beleidsmedewerker: ", "pak 2 verbeterpunten op (1.01 en 1.03)."),
        ("Aan de kwaliteitsmedewerker: ", "zoek 1 norm uit (1.02)."),
    ]


def test_more_roles_than_fit_share_the_last_line() -> None:
    content = questionnaire()
    found = compose(score_assessment(content, load_example(content)), PRINTED_ON).asked
    assert len(found) == 5
    assert found[-1].label == "Aan 8 andere rollen: "


def test_warnings_are_said_once_for_all_norms_that_share_them() -> None:
    result = a_result(mixed)
    found = {item.label: item.text for item in compose(result, PRINTED_ON).warnings}
    warned = [norm.norm.code for norm in result.norms if norm.norm.warning]
    assert list(found.values()) == ["Controleer het artikel in de actuele tekst."]
    assert all(code in next(iter(found)) for code in warned)
