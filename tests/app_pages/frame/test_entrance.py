"""Who sees a page at all, and of which process."""

import pytest
from streamlit.runtime.context import ContextProxy

from app_pages.frame import entrance
from questionnaire.store import Store
from service.locality import REFUSAL
from tests.app_pages.assessments import make
from tests.app_pages.visit import Visit


def test_somebody_from_elsewhere_reads_why_not_and_nothing_else(store: Store, visitor: pytest.MonkeyPatch) -> None:
    assessment = make(store, "vers")
    visitor.setattr(ContextProxy, "ip_address", "10.0.0.5")

    visit = Visit("stap-1", assessment)

    assert visit.title == "Alleen op deze computer"
    assert [error.value for error in visit.app.error] == [REFUSAL]
    assert "Bergen" not in visit.words()
    assert not visit.links()
    assert not visit.app.radio


def test_without_our_addresses_it_is_said_how_to_start(store: Store, visitor: pytest.MonkeyPatch) -> None:
    visitor.setattr(entrance, "is_served", lambda: False)

    visit = Visit("stap-1", make(store, "vers"))

    assert [error.value for error in visit.app.error] == [entrance.NOT_SERVED]
    assert not visit.cards()
