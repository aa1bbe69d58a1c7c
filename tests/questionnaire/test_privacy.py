"""What looks like a resident's data gets a warning; ordinary texts about work do not."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from questionnaire.privacy import Suspicion, is_citizen_number, suspicions

BSN, BIRTH = Suspicion.CITIZEN_NUMBER, Suspicion.BIRTH_DATE
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)
digits = st.integers(0, 9)


@st.composite
def citizen_numbers(draw: st.DrawFn) -> str:
    """Nine digits made to pass the eleven-test: the last one follows from the first eight."""
    first = draw(st.lists(digits, min_size=8, max_size=8).filter(any))
    last = sum(weight * digit for weight, digit in zip(WEIGHTS, first, strict=True)) % 11
    assume(last < 10)
    return "".join(map(str, [*first, last]))


@given(citizen_numbers())
@settings(derandomize=True, deadline=None)
def test_a_number_that_is_made_to_pass_the_eleven_test_passes(number: str) -> None:
    assert is_citizen_number(number)


@given(citizen_numbers(), st.integers(0, 8), st.integers(1, 9))
@settings(derandomize=True, deadline=None)
def test_one_wrong_digit_never_passes(number: str, place: int, shift: int) -> None:
    wrong = (int(number[place]) + shift) % 10

    assert not is_citizen_number(f"{number[:place]}{wrong}{number[place + 1 :]}")


@given(citizen_numbers(), st.sampled_from(["{}", "BSN: {}.", "({})", "zaak {}, zie dossier", "a{}b"]))
@settings(derandomize=True, deadline=None)
def test_it_is_found_inside_a_text(number: str, sentence: str) -> None:
    assert BSN in suspicions(sentence.format(number))


@given(citizen_numbers(), st.sampled_from(".- "))
@settings(derandomize=True, deadline=None)
def test_it_is_found_when_written_in_groups(number: str, sign: str) -> None:
    assert BSN in suspicions(sign.join((number[:4], number[4:6], number[6:])))


@given(st.text(alphabet=st.characters(exclude_categories=["Nd"])))
@settings(derandomize=True, deadline=None)
def test_a_text_without_digits_is_never_suspect(text: str) -> None:
    assert suspicions(text) == ()


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_any_text_can_be_looked_at(text: str) -> None:
    assert set(suspicions(text)) <= {BSN, BIRTH}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vastgesteld op 12-03-2024, versie 2", ()),
        ("Besluit van 12 maart 2024", ()),
        ("Peildatum 2026-10-01", ()),
        ("Bel 06 12345678 of 0880123456", ()),
        ("Zaaknummer 1112223334", ()),
        ("Rekening NL91ABNA0417164300", ()),
        ("Wmo 2015 art. 2.3.5 lid 6", ()),
        ("123456789", ()),
        ("000000000", ()),
        ("111222333", (BSN,)),
        ("nr.111222333", (BSN,)),
        ("zie 2024 111222333", (BSN,)),
        ("12-03-1985", (BIRTH,)),
        ("12/3/1985", (BIRTH,)),
        ("12.03.1985", (BIRTH,)),
        ("12 maart 1985", (BIRTH,)),
        ("1 MEI 1999", (BIRTH,)),
        ("1985-03-12", (BIRTH,)),
        ("geboren op 12-03-2019", (BIRTH,)),
        ("geboren op 12 maart 2019", (BIRTH,)),
        ("geb. 1-1-2020", (BIRTH,)),
        ("geboortedatum: 01-02-2021", (BIRTH,)),
        ("geboren 2021-02-01", (BIRTH,)),
        ("40-12-1985", ()),
        ("12-13-1985", ()),
        ("12-03-1785", ()),
        ("111222333, geboren 12-03-1985", (BSN, BIRTH)),
    ],
)
def test_texts_with_what_is_found_in_them(text: str, found: tuple[Suspicion, ...]) -> None:
    assert suspicions(text) == found


def test_the_warning_names_what_it_saw_in_dutch() -> None:
    assert all(re.fullmatch(r"een [a-z]+(?: \(BSN\))?", suspicion) for suspicion in Suspicion)
