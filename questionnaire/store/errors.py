"""What can go wrong while keeping answers."""

from datetime import datetime

from questionnaire.errors import AppError, InvalidInputError
from questionnaire.model.assessment import ParticularField
from questionnaire.model.subjects import SubjectField


class StorageError(AppError):
    """The database cannot be opened, read or written; what was being saved is not saved."""


class InvalidFieldError(InvalidInputError):
    """One value among those that were offered cannot be kept; nothing was kept.

    Attributes:
        norm_id: The subject of that value: a norm, an action or a step of a process card.
        field: The part of it, as it is stored.
    """

    def __init__(self, message: str, norm_id: str, field: str) -> None:
        super().__init__(message)
        self.norm_id = norm_id
        self.field = field


class LockedError(AppError):
    """The assessment was settled: nothing in it can change any more."""

    def __init__(self) -> None:
        super().__init__(
            "Deze zelfbeoordeling is vastgesteld en verandert niet meer. Uw wijziging is NIET opgeslagen. "
            "Begin een nieuwe ronde om verder te gaan."
        )


class OutdatedReportError(AppError):
    """Something was saved after the report was made, so that it cannot be what is settled; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "Er is iets opgeslagen nadat dit rapport is gemaakt. Er is NIETS vastgesteld. "
            "Kijk wat er is veranderd en stel daarna opnieuw vast."
        )


class ConflictError(AppError):
    """Somebody else saved this field after the user last saw it; nothing was overwritten.

    Attributes:
        norm_id: The subject of the value that differs: a norm, an action or a step of a process card.
        field: The part of it that differs.
        mine: What was offered to be saved, cleaned.
        theirs: What is stored now.
        theirs_event: The event to give as `seen` when the user chooses `mine` after all.
        author: Who saved `theirs`; empty when no name was given.
        at: When `theirs` was saved, in UTC.
    """

    def __init__(
        self,
        norm_id: str,
        field: SubjectField,
        *,
        mine: str,
        theirs: str,
        theirs_event: int,
        author: str,
        at: datetime,
    ) -> None:
        super().__init__(
            "Iemand anders heeft dit antwoord ook veranderd. Uw tekst is nog niet opgeslagen. "
            "Vergelijk beide teksten en kies welke blijft."
        )
        self.norm_id = norm_id
        self.field = field
        self.mine = mine
        self.theirs = theirs
        self.theirs_event = theirs_event
        self.author = author
        self.at = at


class TemplateConflictError(AppError):
    """Somebody else chose or took away a template after the user last saw which one is in use; nothing changed.

    Attributes:
        theirs: SHA-256 of the template that is in use now; "" for the standard one.
    """

    def __init__(self, theirs: str) -> None:
        super().__init__(
            "Iemand anders heeft intussen een ander sjabloon gekozen. Er is NIETS veranderd. Kijk hierboven welk "
            "sjabloon nu in gebruik is. Wilt u toch het uwe? Kies het dan nog een keer."
        )
        self.theirs = theirs


class ParticularConflictError(AppError):
    """Somebody else saved this particular after the user last saw it; nothing was overwritten.

    Attributes:
        field: The particular that differs.
        mine: What was offered to be saved.
        theirs: What is stored now.
    """

    def __init__(self, field: ParticularField, *, mine: str, theirs: str) -> None:
        super().__init__(
            "Iemand anders heeft dit gegeven ook veranderd. Uw tekst is nog niet opgeslagen. "
            "Vergelijk beide teksten en kies welke blijft."
        )
        self.field = field
        self.mine = mine
        self.theirs = theirs
