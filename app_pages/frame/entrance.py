"""Whether this process serves our own addresses beside Streamlit; without them nothing can be saved."""

import threading

NOT_SERVED = (
    "De app is gestart zonder het deel dat antwoorden bewaart. Stop de app en start haar met ‘make run’ of met "
    "‘streamlit run asgi.py’."
)
_announced = threading.Event()


def announce() -> None:
    """Say that this process serves the addresses; asgi.py does so."""
    _announced.set()


def is_served() -> bool:
    """Whether `announce` was called in this process."""
    return _announced.is_set()
