"""Streamlit's session state, read one key at a time where Streamlit would first copy all of it.

Every radio and text input of Streamlit 1.67 asks for a copy of the whole session state, to look up its own key: on
a page with 28 norms that is a quarter of the time (docs/decisions/0016). The view below gives the same answers. In
any other version of Streamlit nothing is changed.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.state.common import is_element_id
from streamlit.runtime.state.safe_session_state import SafeSessionState

MEASURED_VERSION = "1.67.0"
INTERNAL_PREFIX = "$$STREAMLIT_INTERNAL_KEY"
whole_state = SafeSessionState.filtered_state
"""Streamlit's own property, which copies."""


class StateView(Mapping[str, Any]):
    """What `filtered_state` holds, without copying it for a single key."""

    def __init__(self, state: SafeSessionState) -> None:
        self._safe_state = state

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 (any value a session holds)
        if is_element_id(key) or key.startswith(INTERNAL_PREFIX):
            raise KeyError(key)
        with self._safe_state._lock:
            return self._safe_state._state[key]

    def _whole(self) -> dict[str, Any]:
        found: dict[str, Any] = whole_state.__get__(self._safe_state)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def __repr__(self) -> str:
        return repr(self._whole())


def use() -> bool:
    """Use the view from now on in this process; whether it is used."""
    if st.__version__ != MEASURED_VERSION:
        return False
    SafeSessionState.filtered_state = property(StateView)  # type: ignore[assignment, method-assign]
    return True
