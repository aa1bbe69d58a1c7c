"""The smallest content folder that is right: a step with four core norms and a theme with one norm."""

from pathlib import Path
from typing import Any

import yaml

from questionnaire.model.plan import ActionStatus, Certainty
from questionnaire.model.plan_content import Check

Files = dict[str, Any]
LEVELS = ["niet-geregeld", "soms", "deels-geregeld", "geregeld", "geborgd", "weet-ik-niet", "niet-van-toepassing"]


def small_norm(norm_id: str, origin: str, **changes: object) -> dict[str, Any]:
    """A norm as it stands in a file; `changes` replaces or adds fields."""
    norm = {
        "id": norm_id,
        "herkomst": [origin],
        "titel": f"Titel van {norm_id}",
        "norm": f"De gemeente regelt {norm_id}.",
        "te_zien_aan": ["Er is een werkinstructie.", "De teams kennen haar."],
        "waarom": {
            "inwoner": "Dat helpt.",
            "gegevens": "Dat is zorgvuldig.",
            "voorbereiding": "Dat bereidt voor.",
        },
        "status": "geldend",
        "zekerheid": "bron",
        "bronnen": ["SEED1", "WET"],
        "gewicht": 3,
        "streefniveau": 3,
        "diepte": "kern",
        "rol": "beleidsmedewerker",
        "eerste_stap": f"De beleidsmedewerker begint met {norm_id}.",
        "borgen": f"De beleidsmedewerker kijkt elk jaar naar {norm_id}.",
    }
    return norm | changes


def small_plan() -> dict[str, Any]:
    """plan.yaml with every choice; nothing blocks but an empty list."""
    return {
        "omvang": [
            {"omvang": effort, "naam": effort, "uitleg": "Uitleg.", "gewicht": weight}
            for effort, weight in (("klein", 1), ("middel", 2), ("groot", 4))
        ],
        "zekerheid": [{"zekerheid": entry, "naam": entry, "uitleg": "Uitleg."} for entry in map(str, Certainty)],
        "actiestatussen": [{"status": entry, "naam": entry} for entry in map(str, ActionStatus)],
        "controles": [
            {
                "controle": entry.value,
                "enkelvoud": "norm",
                "meervoud": "normen",
                "uitleg": "Uitleg.",
                "houdt_tegen": entry is Check.EMPTY,
            }
            for entry in Check
        ],
        "uitleg_effect": ["Zo telt het."],
        "uitleg_quick_wins": ["Dit is een quick win."],
        "uitleg_eerst_uitzoeken": ["Dit is onzeker."],
    }


def small_files() -> Files:
    """The content of every file, by path; each call gives new values that may be changed."""
    return {
        "vragenlijst.yaml": {
            "id": "klein",
            "versie": "2026.1",
            "datum": "2026-11-22",
            "titel": "Kleine lijst",
            "basis": "Gebaseerd op niets.",
            "basisbronnen": ["SEED1"],
            "wat_het_is": ["Een proef."],
            "wat_het_niet_is": ["Geen examen."],
            "onderdelen": ["stap-1", "thema-gegevens"],
        },
        "bronnen.yaml": {
            "bronnen": [
                {"id": name, "url": f"https://example.org/{name}", "omschrijving": f"Bron {name}.", "gelezen": "A"}
                for name in ("SEED1", "WET", "SCHAAL", "UITLEG", "TABEL")
            ]
        },
        "schaal.yaml": {
            "niveaus": [{"niveau": level, "naam": level, "omschrijving": "Uitleg."} for level in LEVELS],
            "bronnen": ["SCHAAL"],
        },
        "adviezen.yaml": {"adviezen": [{"vanaf": level, "tekst": "Begin klein."} for level in LEVELS[:4]]},
        "statussen.yaml": {
            "statussen": [
                {"status": status, "naam": status, "toelichting": "Uitleg."}
                for status in ("geldend", "praktijk", "wams")
            ]
        },
        "rollen.yaml": {"rollen": [{"id": "beleidsmedewerker", "naam": "beleidsmedewerker"}]},
        "begrippen.yaml": {"begrippen": [{"id": "norm", "begrip": "Norm", "uitleg": "Wat er gevraagd wordt."}]},
        "partners.yaml": {"partners": [{"naam": "Politie", "uitleg": "Veiligheid.", "bronnen": []}]},
        "uitleg.yaml": {
            "uitleg": [
                {
                    "id": "punten",
                    "titel": "Wat mag wel?",
                    "normen": ["norm-1"],
                    "punten": [{"tekst": "Dit mag.", "bronnen": ["UITLEG"]}],
                },
                {
                    "id": "tabel",
                    "titel": "Wat is het verschil?",
                    "normen": ["norm-1", "norm-9"],
                    "vergelijking": {
                        "kolommen": ["Links", "Rechts"],
                        "rijen": [{"vraag": "Waarvoor?", "antwoorden": ["Hiervoor.", "Daarvoor."]}],
                        "bronnen": ["TABEL"],
                    },
                },
            ]
        },
        "wetstatus.yaml": {
            "stand_per": "2026-02-18",
            "tekst": "De Wams is een wetsvoorstel.",
            "bronnen": ["WET"],
            "tijdlijn": [{"wanneer": "2026", "wat": "Nota.", "zekerheid": "hoog", "bronnen": ["WET"]}],
            "waarschuwingen": [{"tekst": "Niet alles is gelezen.", "bronnen": ["WET"]}],
        },
        "plan.yaml": small_plan(),
        "herkomst.yaml": {"herkomst": ["S1-01", "S1-02", "S1-03", "S1-04", "S1-05", "XG-01"]},
        "onderdelen/stap-1.yaml": {
            "id": "stap-1",
            "soort": "stap",
            "nummer": 1,
            "titel": "Bepaal",
            "kort": "Bepalen",
            "inleiding": "Waar het over gaat.",
            "volgorde": "Dit is de eerste stap.",
            "normen": [small_norm(f"norm-{number}", f"S1-0{number}") for number in range(1, 5)],
            "ontbreekt": [
                {
                    "herkomst": ["S1-05"],
                    "titel": "Taak 5",
                    "toelichting": "De tekst ontbreekt.",
                    "bronnen": ["SEED1"],
                }
            ],
        },
        "onderdelen/thema-gegevens.yaml": {
            "id": "thema-gegevens",
            "soort": "thema",
            "titel": "Gegevens delen",
            "kort": "Gegevens",
            "inleiding": "Waar het over gaat.",
            "normen": [
                small_norm("norm-9", "XG-01", status="wams", diepte="volledig", gewicht=1, bronnen=["WET"])
            ],
        },
    }


def write_files(folder: Path, files: Files) -> Path:
    """Write the files as YAML (dates without quotes, as an editor writes them) and return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (
            content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        )
        for date in ("2026-11-22", "2026-02-18"):
            text = text.replace(f"'{date}'", date)
        path.write_text(text, encoding="utf-8")
    return folder
