"""A made-up next version of the real content, that rewords, splits, merges, adds and retires norms of step 1."""

import copy
import shutil
from pathlib import Path
from typing import Any

import yaml

from questionnaire.loading.files import EARLIER_CONTENT
from questionnaire.loading.loader import CONTENT, questionnaire
from questionnaire.versions.history import HISTORY_FOLDER

OLD, NEW = questionnaire().version, "2099.1"
STEP = "onderdelen/stap-1.yaml"
RETIRED = "elk-loket-zet-signaal-door"
MERGED = ["meldpunt-voor-zorgen-over-een-ander", "meldroute-voor-betrokken-professional"]
JOINED = "een-route-voor-zorgen"
SPLIT = "bevestiging-van-de-melding"
PARTS = ["bevestiging-op-tijd", "bevestiging-met-uitleg"]
SAME_ID = "inwoner-kent-zijn-rechten-bij-melding"
OLD_NAME, NEW_NAME = "uitleg-over-gegevens-in-eerste-gesprek", "uitleg-over-gegevens-bij-start"
ADDED = "spoedroute-geoefend"

Document = dict[str, Any]


def transition_file() -> Document:
    """overgang.yaml as it should be; each call gives new values that may be changed."""
    norm = questionnaire().norm_by_id[RETIRED]
    return {
        "van": OLD,
        "naar": NEW,
        "toelichting": "Verzonnen voor een proef.",
        "verwoord": [
            {"norm": SAME_ID, "toelichting": "De tekst is korter"},
            {"norm": OLD_NAME, "wordt": NEW_NAME, "toelichting": "De titel is duidelijker."},
        ],
        "gesplitst": [{"norm": SPLIT, "wordt": PARTS, "toelichting": "Dit waren twee vragen."}],
        "samengevoegd": [{"normen": MERGED, "wordt": JOINED, "toelichting": "Dit was twee keer hetzelfde."}],
        "nieuw": [{"norm": ADDED, "toelichting": "Oefenen hoort erbij."}],
        "vervallen": [
            {
                "norm": RETIRED,
                "titel": norm.title,
                "tekst": norm.statement,
                "toelichting": "Dit zit nu in de route.",
            }
        ],
    }


def write_next_version(folder: Path, transition: Document | None = None) -> Path:
    """A content folder with version 2099.1, and the real content as the version before it."""
    shutil.copytree(CONTENT, folder)
    earlier = folder / HISTORY_FOLDER / OLD
    shutil.copytree(CONTENT, earlier / EARLIER_CONTENT, ignore=shutil.ignore_patterns(HISTORY_FOLDER))
    (folder / "voorbeeld.yaml").unlink()
    _change(folder / "vragenlijst.yaml", lambda head: head.update(versie=NEW))
    _change(folder / STEP, lambda step: step.update(normen=_next_norms(step["normen"])))
    _write(earlier / "overgang.yaml", transition_file() if transition is None else transition)
    return folder


def _next_norms(norms: list[Document]) -> list[Document]:
    by_id = {norm["id"]: norm for norm in norms}
    by_id[SAME_ID]["norm"] = "De gemeente vertelt de inwoner bij een melding welke rechten hij heeft."
    by_id[OLD_NAME].update(id=NEW_NAME, titel="Uitleg over gegevens bij de start")
    parts = [_renamed(by_id[SPLIT], norm_id) for norm_id in PARTS]
    origins = [origin for norm_id in (*MERGED, RETIRED) for origin in by_id[norm_id]["herkomst"]]
    joined = _renamed(by_id[MERGED[0]], JOINED) | {"herkomst": origins}
    added = _renamed(by_id["spoedroute-bij-gevaar"], ADDED)
    gone = {RETIRED, *MERGED, SPLIT}
    return [joined, *parts, added, *(norm for norm in norms if norm["id"] not in gone)]


def _renamed(norm: Document, norm_id: str) -> Document:
    """A copy that differs in everything that must be its own."""
    words = {
        field: f"{norm[field].rstrip('.')[:40]} ({norm_id})"[:60] for field in ("titel", "eerste_stap", "borgen")
    }
    return copy.deepcopy(norm) | words | {"id": norm_id, "herkomst_toelichting": "Verzonnen voor een proef."}


def _change(path: Path, change: Any) -> None:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(document)
    _write(path, document)


def _write(path: Path, document: Document) -> None:
    path.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), encoding="utf-8")
