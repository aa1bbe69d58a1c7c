"""Rows of somebody's own list find their norm often enough to be a help, and never by force."""

import time

import pytest

from questionnaire.comparison.matching import LONGEST, Matcher, Proposal, Sureness, proposals
from questionnaire.comparison.matching import OldRow as Row
from questionnaire.loading.loader import questionnaire
from tests.questionnaire.comparison.old_rows import FOREIGN, HELD_OUT, PARAPHRASED, OldRow

CONTENT = questionnaire()
MATCHER = Matcher(CONTENT)
SECTIONS = {section.number: section.id for section in CONTENT.steps}


def found(row: OldRow) -> tuple[Proposal, ...]:
    section = SECTIONS[row.step] if row.step else ""
    return MATCHER.proposals(Row("tabel 1, rij 2", section, was=row.was, wanted=row.wanted, action=row.action))


def shares(rows: tuple[OldRow, ...]) -> tuple[float, float]:
    """Which part of the rows has its norm first, and among the first three."""
    about = [row for row in rows if row.norm_id]
    ids = [[each.norm_id for each in found(row)] for row in about]
    first = sum(row.norm_id in each[:1] for row, each in zip(about, ids, strict=True))
    three = sum(row.norm_id in each[:3] for row, each in zip(about, ids, strict=True))
    return first / len(about), three / len(about)


@pytest.mark.parametrize(("rows", "first", "three"), [(PARAPHRASED, 0.65, 0.87), (HELD_OUT, 0.7, 0.8)])
def test_rows_in_other_words_mostly_find_their_norm(rows: tuple[OldRow, ...], first: float, three: float) -> None:
    measured = shares(rows)
    assert measured[0] >= first, measured
    assert measured[1] >= three, measured


def test_a_norm_in_its_own_words_is_always_first() -> None:
    for norm in CONTENT.norms:
        assert MATCHER.proposals(Row("", wanted=norm.statement))[0].norm_id == norm.id
        assert MATCHER.proposals(Row("", wanted=norm.title))[0].norm_id == norm.id


def test_what_is_likely_is_seldom_wrong() -> None:
    likely = [
        (row.norm_id, best)
        for row in (*PARAPHRASED, *HELD_OUT, *FOREIGN)
        for best in found(row)[:1]
        if best.how_sure is Sureness.LIKELY
    ]
    assert len(likely) >= 25
    assert sum(norm_id == best.norm_id for norm_id, best in likely) / len(likely) >= 0.95


def test_rows_about_something_else_never_have_a_likely_norm_and_mostly_none() -> None:
    every = [found(row) for row in (*FOREIGN, *HELD_OUT) if not row.norm_id]
    assert not [best for each in every for best in each if best.how_sure is Sureness.LIKELY]
    assert sum(not each for each in every) >= 0.8 * len(every)


@pytest.mark.parametrize("text", ["", "   ", "-", "n.v.t.", "🏠", "…"])
def test_a_row_that_says_nothing_has_no_proposal(text: str) -> None:
    assert proposals(Row("", wanted=text), CONTENT) == ()


def test_a_proposal_says_why() -> None:
    (best, *_) = MATCHER.proposals(Row("", "stap-3", wanted="Vervanging bij ziekte en vakantie geregeld"))
    assert best.norm_id == "aanpak-niet-zonder-coordinator"
    assert "‘vervanging’" in best.why
    assert best.why.endswith("staat onder Stap 3 · Coördineren")


def test_the_step_decides_between_norms_that_are_alike() -> None:
    wanted = "Alleen de partijen die nodig zijn, doen mee"
    first = {
        section: MATCHER.proposals(Row("", section, wanted=wanted))[0].norm_id for section in ("stap-2", "stap-4")
    }
    assert first == {"stap-2": "alleen-nodige-partijen-in-onderzoek", "stap-4": "alleen-nodige-partijen-aan-tafel"}


def test_a_huge_text_takes_no_time() -> None:
    start = time.process_time()
    MATCHER.proposals(Row("", wanted="regie " * 1_000_000, was="x" * 5_000_000))
    assert time.process_time() - start < 0.5
    assert len("regie " * 1_000_000) > LONGEST
