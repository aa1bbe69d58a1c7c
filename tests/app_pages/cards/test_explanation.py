"""What is folded below a norm."""

import pytest

from questionnaire.example import EXAMPLE_ID
from questionnaire.loading.loader import questionnaire
from questionnaire.store import Store
from tests.app_pages.visit import Visit


@pytest.mark.parametrize(
    ("norm_id", "origin"),
    [
        ("alleen-noteren-wat-van-belang-is", "Herkomst: punt S1-02 van het onderzoek onder deze lijst."),
        (
            "samen-breed-kijken-in-eerste-gesprek",
            "Herkomst: de punten S1-02 en S1-06 van het onderzoek onder deze lijst.",
        ),
    ],
)
def test_where_a_norm_comes_from_is_told_with_what_was_done(norm_id: str, origin: str, store: Store) -> None:
    words = Visit("stap-1", EXAMPLE_ID, norm=norm_id).words()

    note = questionnaire().norm_by_id[norm_id].origins_note
    assert note
    assert f"{origin} {note}" in words
