"""The list of municipalities is complete, and every one can be told from the others."""

from collections import Counter

import pytest

from questionnaire.errors import NotFoundError
from questionnaire.municipalities import by_code, load_municipalities


def test_there_were_342_municipalities_in_2026() -> None:
    assert len(load_municipalities()) == 342


@pytest.mark.parametrize("field", ["code", "label"])
def test_no_two_municipalities_share_a_code_or_label(field: str) -> None:
    times = Counter(getattr(municipality, field) for municipality in load_municipalities())
    assert [value for value, number in times.items() if number > 1] == []


@pytest.mark.parametrize(
    ("code", "name", "label"),
    [
        ("GM0373", "Bergen", "Bergen (Noord-Holland)"),
        ("GM0893", "Bergen", "Bergen (Limburg)"),
        ("GM0518", "'s-Gravenhage", "'s-Gravenhage (Den Haag)"),
        ("GM0796", "'s-Hertogenbosch", "'s-Hertogenbosch (Den Bosch)"),
        ("GM0344", "Utrecht", "Utrecht"),
    ],
)
def test_a_label_says_which_one_is_meant(code: str, name: str, label: str) -> None:
    municipality = by_code(code)
    assert (municipality.name, municipality.label) == (name, label)


def test_only_bergen_needs_its_province() -> None:
    times = Counter(municipality.name for municipality in load_municipalities())
    assert [name for name, number in times.items() if number > 1] == ["Bergen"]


def test_the_order_is_the_readers_not_the_computers() -> None:
    labels = [municipality.label for municipality in load_municipalities()]
    assert labels[0] == "Aa en Hunze"
    assert labels.index("Goes") < labels.index("'s-Gravenhage (Den Haag)") < labels.index("Groningen")
    assert labels.index("Stichtse Vecht") < labels.index("Súdwest-Fryslân") < labels.index("Terneuzen")


def test_an_assessment_keeps_code_and_official_name() -> None:
    kept = by_code("GM0893").municipality
    assert (kept.code, kept.name) == ("GM0893", "Bergen")


def test_every_municipality_has_its_regions() -> None:
    municipalities = load_municipalities()
    assert all(m.province and m.association and m.safety_region and m.labour_region for m in municipalities)
    assert len({m.province for m in municipalities}) == 12
    assert len({m.safety_region for m in municipalities}) == 25
    assert len({m.labour_region for m in municipalities}) == 35


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("GM9999", "GM9999 staat niet in de lijst van 2026. Kies"),
        ("GM0501", "Brielle hoort sinds 2023-01-01 bij Voorne aan Zee."),
        ("", "staat niet in de lijst"),
    ],
)
def test_an_unknown_code_says_what_to_do(code: str, sentence: str) -> None:
    with pytest.raises(NotFoundError, match=sentence):
        by_code(code)


def test_a_planned_merger_changes_nothing_yet() -> None:
    assert by_code("GM1696").name == "Wijdemeren"
