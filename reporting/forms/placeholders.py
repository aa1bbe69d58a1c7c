"""Texts that stand in a field nobody filled in: ours, and those that Word and LibreOffice put there themselves."""

from questionnaire.comparison.form_fields import FormField
from reporting.forms.layout import PLACEHOLDERS

OF_PROGRAMS = (
    # Dutch Word, present and before 2016
    "Klik of tik om tekst in te voeren.",
    "Klik hier als u tekst wilt invoeren.",
    "Klik of tik om een datum in te voeren.",
    "Klik hier als u een datum wilt invoeren.",
    "Klik hier om tekst in te voeren.",
    "Klik hier om een datum in te voeren.",
    "Kies een item.",
    "Kies een bouwsteen.",
    # English Word, the same; LibreOffice has these without a full stop as well
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
    "Choose an item.",
    "Choose a date.",
    "Choose a building block.",
    # German and French Word, for who lives across the border
    "Klicken oder tippen Sie hier, um Text einzugeben.",
    "Klicken Sie hier, um Text einzugeben.",
    "Klicken oder tippen Sie, um ein Datum einzugeben.",
    "Wählen Sie ein Element aus.",
    "Cliquez ou appuyez ici pour entrer du texte.",
    "Cliquez ici pour entrer du texte.",
    "Cliquez ou appuyez ici pour entrer une date.",
    "Choisissez un élément.",
)


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


_TEXTS = (*PLACEHOLDERS.values(), *OF_PROGRAMS)
_EVERY = frozenset(_bare(text) for text in _TEXTS)
_BY_FIELD = {
    field: frozenset(_bare(text) for text in (placeholder, *OF_PROGRAMS))
    for field, placeholder in PLACEHOLDERS.items()
}
_LONGEST_FIRST = sorted(_TEXTS, key=len, reverse=True)
_LONGEST = 2 * len(_LONGEST_FIRST[0])


def is_placeholder(text: str, field: FormField | None = None) -> bool:
    """Whether a text is nothing but a placeholder of this field (None: of any), or blank.

    The placeholder of another field is an answer here: nobody but a person can have put it there.

    >>> is_placeholder("Kies een item."), is_placeholder(" choose an item"), is_placeholder("Kies een item uit")
    (True, True, False)
    >>> is_placeholder("Kies een rol", FormField.OWNER), is_placeholder("Kies een rol", FormField.REMARK)
    (True, False)
    """
    known = _EVERY if field is None else _BY_FIELD[field]
    return len(text) <= _LONGEST and (not text.strip() or _bare(text) in known)


def without_placeholder(text: str, field: FormField | None = None) -> str:
    """The text without a placeholder of this field in front of it or behind it, as when somebody types beside it.

    >>> without_placeholder("Klik of tik om tekst in te voeren. Wij bellen."), without_placeholder("Wij bellen.")
    ('Wij bellen.', 'Wij bellen.')
    """
    bare = text.strip()
    for placeholder in _LONGEST_FIRST:
        if field and placeholder in PLACEHOLDERS.values() and placeholder != PLACEHOLDERS[field]:
            continue
        if bare.startswith(placeholder):
            return bare[len(placeholder) :].strip()
        if bare.endswith(placeholder):
            return bare[: -len(placeholder)].strip()
    return text
