"""The choice of what goes into the Word report."""

from questionnaire.example import EXAMPLE_ID
from questionnaire.store import Store
from tests.app_pages.visit import Visit

COMMENTS = "rapport-opmerkingen"


def _boxes(visit: Visit) -> list[str | None]:
    return [box.key for box in visit.app.checkbox]


def test_with_comments_it_is_told_that_every_reader_sees_them(store: Store) -> None:
    visit = Visit("rapport", EXAMPLE_ID)
    assert "kan ze lezen" not in visit.words()
    visit.app.checkbox(key=COMMENTS).check()
    assert "Iedereen die het rapport krijgt, kan ze lezen." in visit.run().words()


def test_a_summary_has_no_norms_to_have_comments_at(store: Store) -> None:
    visit = Visit("rapport", EXAMPLE_ID)
    choice = visit.app.selectbox[0]
    choice.set_value(choice.options[2])
    assert choice.options[2] == "Alleen de samenvatting"
    assert COMMENTS not in _boxes(visit.run())
