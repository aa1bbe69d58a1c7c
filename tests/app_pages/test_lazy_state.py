"""Session state read by key gives what Streamlit's copy of the whole gives."""

import pytest
import streamlit as st
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.safe_session_state import SafeSessionState

from app_pages.frame import lazy_state

WIDGET_ID = "$$ID-0123456789abcdef-w-was-norm"
KEYLESS_ID = "$$ID-fedcba9876543210-None"
INTERNAL = "$$STREAMLIT_INTERNAL_KEY_SCRIPT_RUN_WITHOUT_ERRORS"


@pytest.fixture
def state() -> SafeSessionState:
    """A plain value, an input with a key, one without, and a value of Streamlit's own."""
    session = SessionState()
    session["opened"] = None
    session["w-was-norm"] = "Elke maandag overleg"
    session[INTERNAL] = True
    session._key_id_mapper["w-was-norm"] = WIDGET_ID
    for widget_id, value in ((WIDGET_ID, "Elke maandag overleg"), (KEYLESS_ID, "weg")):
        session._new_widget_state.set_from_value(widget_id, value)
        metadata = WidgetMetadata(widget_id, lambda found: found, lambda found: found, "string_value")
        session._new_widget_state.set_widget_metadata(metadata)
    return SafeSessionState(session, lambda: None)


def test_every_key_has_the_value_that_the_copy_gives_it(state: SafeSessionState) -> None:
    whole, view = lazy_state.whole_state.__get__(state), lazy_state.StateView(state)
    assert whole == {"opened": None, "w-was-norm": "Elke maandag overleg"}
    assert dict(view) == whole
    assert {key: view[key] for key in whole} == whole
    assert len(view) == len(whole)
    assert repr(view) == repr(whole)


@pytest.mark.parametrize("key", ["onbekend", WIDGET_ID, KEYLESS_ID, INTERNAL])
def test_what_the_copy_leaves_out_is_not_there(state: SafeSessionState, key: str) -> None:
    assert key not in lazy_state.whole_state.__get__(state)
    assert key not in lazy_state.StateView(state)


def test_it_is_used_in_the_version_it_was_measured_with_and_in_no_other(
    state: SafeSessionState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SafeSessionState, "filtered_state", lazy_state.whole_state)
    with monkeypatch.context() as other:
        other.setattr(st, "__version__", "1.68.0")
        assert not lazy_state.use()
    assert isinstance(state.filtered_state, dict)
    assert lazy_state.use(), "Streamlit was upgraded: measure again (tests/bench/bench_pages.py)"
    assert isinstance(state.filtered_state, lazy_state.StateView)
