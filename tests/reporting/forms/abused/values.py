"""Forms in whose fields somebody typed by hand: read in one way only, or refused with the text."""

from questionnaire.comparison.form_fields import FormField
from questionnaire.model.cleaning import MAX_TEXT
from tests.reporting.forms.abused.spoilt import (
    DUE,
    ERROR,
    LEVEL,
    NOTE,
    OWNER,
    PROOF,
    REASON,
    REMARK,
    WANTED,
    WAS,
    Abused,
    at,
    gone,
)
from tests.reporting.forms.surgery import Form, element, replace_children, run, w


def _typed(named: FormField, text: str, stored: str) -> Abused:
    """It is read as `stored`."""
    return Abused(lambda form: form.type_over("1.01", named, text), {("1.01", named): stored})


def _refused(named: FormField, text: str, says: str) -> Abused:
    """Nothing is taken, and the text is told."""
    told = ((ERROR, at("1.01", named), says),)
    return Abused(lambda form: form.type_over("1.01", named, text), gone("1.01", named), told)


def _stale_calendar(form: Form) -> None:
    """The text says one day, the calendar of the control another: which of the two was meant?"""
    form.type_over("1.01", DUE, "03-04-2027")
    day = form.control("1.01", DUE).find(f"{w('sdtPr')}/{w('date')}")
    assert day is not None
    day.set(w("fullDate"), "2027-03-04T00:00:00Z")


def _without_calendar(form: Form, text: str) -> None:
    form.strip_controls("1.01")
    form.rename(form.value("1.01", DUE), text)


def _placeholder(form: Form, text: str) -> None:
    """A program shows its own placeholder and does not say that it is one."""
    form.type_over("1.01", PROOF, text)


def _beside_placeholder(form: Form) -> None:
    form.strip_controls("1.01")
    form.rename(form.value("1.01", REASON), "Klik of tik om tekst in te voeren. Wij doen dit wel.")


def _flagged_placeholder(form: Form, text: str) -> None:
    properties = form.control("1.01", PROOF).find(w("sdtPr"))
    assert properties is not None
    properties.append(element("<w:showingPlcHdr/>"))
    replace_children(form.control("1.01", PROOF).find(w("sdtContent")), run(text))


def _plain_date(text: str, stored: str) -> Abused:
    return Abused(lambda form: _without_calendar(form, text), {("1.01", DUE): stored})


def _plain_refused(text: str, says: str) -> Abused:
    told = ((ERROR, at("1.01", DUE), says),)
    return Abused(lambda form: _without_calendar(form, text), gone("1.01", DUE), told)


LEVELS = {
    "2": "deels-geregeld",
    "niveau 2": "deels-geregeld",
    "Niveau 3 · Geregeld": "geregeld",
    "geregeld": "geregeld",
    "0 – niet geregeld": "niet-geregeld",
    "1 - Soms": "soms",
    "4: Geborgd": "geborgd",
    " weet ik niet ": "weet-ik-niet",
    "n.v.t.": "niet-van-toepassing",
    "NVT": "niet-van-toepassing",
    "niet van toepassing": "niet-van-toepassing",
    "3\u00a0·\u00a0Gere\u00adgeld": "geregeld",
}
NO_LEVELS = {
    "3-4": "‘3-4’ is niet precies één niveau. Kies er één: 0 · Niet geregeld",
    "2 à 3": "niet precies één niveau",
    "2/3": "niet precies één niveau",
    "2 of 3": "niet precies één niveau",
    "2+": "niet precies één niveau",
    "2-": "niet precies één niveau",
    "5": "niet precies één niveau",
    "12": "niet precies één niveau",
    "2,5": "niet precies één niveau",
    "half": "‘half’ is niet precies één niveau",
    "2 · Geregeld": "In ‘2 · Geregeld’ horen het cijfer en de naam niet bij elkaar",
    "niveau 3 - deels geregeld": "horen het cijfer en de naam niet bij elkaar",
    "٢": "‘٢’ is niet precies één niveau",
    "²": "‘²’ is niet precies één niveau",
    "2\n3": "‘2 3’ is niet precies één niveau",
}
DATES = {
    "1-3-2027": "2027-03-01",
    "01/03/2027": "2027-03-01",
    "1.3.2027": "2027-03-01",
    "2027-03-01": "2027-03-01",
    "1 maart 2027": "2027-03-01",
    "1 Maart 2027": "2027-03-01",
    "": "",
}
NO_DATES = {
    "31-02-2027": "De dag ‘31-02-2027’ bestaat niet",
    "03-13-2027": "bestaat niet",
    "03-04-27": "‘03-04-27’ is geen hele datum",
    "1-3/2027": "geen hele datum",
    "Q3": "‘Q3’ is geen hele datum",
    "maart 2027": "geen hele datum",
    "1 march 2027": "geen hele datum",
    "eind maart": "geen hele datum",
    "01-03-1027": "ligt niet in de jaren 2000 tot en met 2100",
    "٠١-٠٣-٢٠٢٧": "geen hele datum",
}
PLACEHOLDERS = (
    "Klik of tik om tekst in te voeren.",
    "Click or tap here to enter text.",
    "Klik hier als u tekst wilt invoeren.",
    "Click here to enter text",
    "Kies een item.",
    "Welk document of welke afspraak, en sinds wanneer",
)
VALUES: dict[str, Abused] = {
    **{f"niveau: {text!r}": _typed(LEVEL, text, stored) for text, stored in LEVELS.items()},
    **{f"geen niveau: {text!r}": _refused(LEVEL, text, says) for text, says in NO_LEVELS.items()},
    **{f"datum: {text!r}": _plain_date(text, stored) for text, stored in DATES.items()},
    **{f"geen datum: {text!r}": _plain_refused(text, says) for text, says in NO_DATES.items()},
    **{
        f"voorbeeldtekst: {text!r}": Abused(
            lambda form, text=text: _placeholder(form, text),  # type: ignore[misc]
            {("1.01", PROOF): ""},
        )
        for text in PLACEHOLDERS
    },
    "voorbeeldtekst-die-word-zo-noemt": Abused(
        lambda form: _flagged_placeholder(form, "Click or tap here to enter text."), {("1.01", PROOF): ""}
    ),
    "voorbeeldtekst-met-antwoord-ernaast": Abused(
        _beside_placeholder,
        {("1.01", REASON): "Wij doen dit wel."},
        ((NOTE, at("1.01", REASON), "naast het antwoord staat nog de voorbeeldtekst"),),
    ),
    "kalender-zegt-iets-anders": Abused(
        _stale_calendar,
        gone("1.01", DUE),
        ((ERROR, at("1.01", DUE), "er staat ‘03-04-2027’, maar in de kalender van het vak 2027-03-04"),),
    ),
    "gewenst-niveau-0": _refused(WANTED, "0 · Niet geregeld", "Kies er één: 1 · Soms"),
    "gewenst-niveau-onbekend": _refused(WANTED, "weet ik niet", "is niet precies één niveau"),
    "onbekende-rol": _refused(OWNER, "Piet van de overkant", "‘Piet van de overkant’ is geen rol uit de lijst"),
    "rol-anders-gespeld": _typed(OWNER, "BELEIDSMEDEWERKER ", "beleid"),
    "te-lang": _refused(WAS, "x" * (MAX_TEXT + 1), f"Deze tekst is te lang: {MAX_TEXT + 1} tekens"),
    "net-niet-te-lang": _typed(WAS, "x" * MAX_TEXT, "x" * MAX_TEXT),
    "bijzondere-regeleinden": _typed(REMARK, "een\u2028twee\u0085drie", "een\ntwee\u0085drie"),
    "geen-formule": _typed(REMARK, '=HYPERLINK("http://x.example")', '=HYPERLINK("http://x.example")'),
    "leeggemaakt": _typed(REMARK, "", ""),
}
