"""The card of the particulars for the report as data."""

from app_pages.cards.contract import CardData, FieldData
from questionnaire.model.assessment import MAX_PARTICULAR, Confidentiality, ParticularField

SUBJECT = "rapportgegevens"
LABEL_BY_FIELD = {
    ParticularField.REFERENCE: "Kenmerk, bijvoorbeeld het zaaknummer",
    ParticularField.VERSION: "Versie van het rapport",
    ParticularField.DRAFTER_ROLE: "Opsteller: de functie of rol, geen naam",
    ParticularField.PORTFOLIO_HOLDER: "Portefeuillehouder, bijvoorbeeld ‘wethouder Zorg’",
    ParticularField.CONFIDENTIALITY: "Vertrouwelijkheid",
    ParticularField.RETENTION: "Bewaartermijn, bijvoorbeeld ‘5 jaar na vaststelling’",
}


def particulars_card() -> CardData:
    """The card."""
    return {
        "subject": SUBJECT,
        "kind": "particulars",
        "code": "",
        "title": "Gegevens voor het rapport",
        "introHtml": "",
        "detailsHtml": "",
        "fields": [_field(field) for field in ParticularField],
        "folded": False,
    }


def _field(field: ParticularField) -> FieldData:
    if field is ParticularField.CONFIDENTIALITY:
        return {
            "name": field.value,
            "kind": "choice",
            "label": LABEL_BY_FIELD[field],
            "options": [(each.value, each.value) for each in Confidentiality],
            "empty": "Niet ingevuld",
            "half": True,
        }
    return {
        "name": field.value,
        "kind": "line",
        "label": LABEL_BY_FIELD[field],
        "longest": MAX_PARTICULAR,
        "half": True,
    }
