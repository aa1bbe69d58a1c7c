"""What a page tells the browser about its cards: the same as browser/contract.d.ts, which explains every name."""

from typing import NotRequired, TypedDict


class LevelData(TypedDict):
    """A level to choose, with what it means in one line."""

    id: str
    number: int | None
    label: str
    meaning: str


class Condition(TypedDict):
    """A value of another field."""

    field: str
    value: str


class FieldData(TypedDict):
    """One field of a card; `kind` is a `FieldKind`."""

    name: str
    kind: str
    label: str
    options: NotRequired[list[tuple[str, str]]]
    empty: NotRequired[str]
    note: NotRequired[str]
    longest: NotRequired[int]
    onlyWhen: NotRequired[Condition]
    whenEmpty: NotRequired[str]
    isFolded: NotRequired[bool]
    opener: NotRequired[str]
    half: NotRequired[bool]
    target: NotRequired[int]


class CardData(TypedDict):
    """One card; names that end in `Html` are safe HTML, everything else is plain text."""

    subject: str
    kind: str
    code: str
    title: str
    introHtml: str
    detailsHtml: str
    fields: list[FieldData]
    folded: bool


class RowData(TypedDict):
    """A row whose cards are added, moved and removed in the browser."""

    prefix: str
    template: CardData
    addLabel: str
    introduction: str


class StoredValue(TypedDict):
    """What is stored in a field; `at` in UTC, ISO 8601."""

    value: str
    event: int
    at: str
    warnings: list[str]


class StateData(TypedDict):
    """What is stored at the time of the page."""

    latest: int
    values: dict[str, dict[str, StoredValue]]
    particulars: dict[str, str]
    particularsAt: str | None
    details: str
