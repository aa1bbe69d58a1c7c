"""May this uploaded Office file be opened at all? `open_safely` decides, before anything parses it."""

from reporting.guard.limits import LIMITS, Limits, RefusedFileError
from reporting.guard.package import EXCEL_MAIN_TYPES, WORD_MAIN_TYPES, GuardedPackage, open_safely

__all__ = [
    "EXCEL_MAIN_TYPES",
    "LIMITS",
    "WORD_MAIN_TYPES",
    "GuardedPackage",
    "Limits",
    "RefusedFileError",
    "open_safely",
]
