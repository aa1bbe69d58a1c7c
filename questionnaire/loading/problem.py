"""A mistake in the content files, told to whoever edits them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a content file: where, what is wrong and what to do."""

    file: str
    place: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{' > '.join((self.file, *self.place))}: {self.text}"
