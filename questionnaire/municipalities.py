"""The municipalities of 2026 as CBS lists them, and where those that were merged went.

Names are not unique (Bergen is in Noord-Holland and in Limburg): choose by code, show the label. Provenance and
licence stand in reference/README.md.
"""

import csv
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from questionnaire.errors import NotFoundError
from questionnaire.model.assessment import Municipality

REFERENCE = Path(__file__).parent / "reference"
EVERYDAY_NAMES = {"GM0518": "Den Haag", "GM0796": "Den Bosch"}
"""Names that people type, beside the official one."""


@dataclass(frozen=True, slots=True)
class ListedMunicipality:
    """A municipality in the list of one year. `label` is unique and fit to choose from, `name` is official."""

    code: str
    name: str
    label: str
    province: str
    association: str
    """The provincial branch of VNG."""
    safety_region: str
    """Veiligheidsregio; less sure than the rest, see reference/README.md."""
    labour_region: str
    """Arbeidsmarktregio."""

    @property
    def municipality(self) -> Municipality:
        """What an assessment keeps: code and name of this day."""
        return Municipality(code=self.code, name=self.name)


@cache
def load_municipalities() -> tuple[ListedMunicipality, ...]:
    """All municipalities, in the order in which Dutch readers look for them: 's-Gravenhage under G."""
    rows = _read("gemeenten-2026.csv")
    times = Counter(row["naam"] for row in rows)
    return tuple(
        sorted((_listed(row, shares_its_name=times[row["naam"]] > 1) for row in rows), key=_place_in_list)
    )


def by_code(code: str) -> ListedMunicipality:
    """The municipality with this CBS code, such as "GM0373".

    Raises:
        NotFoundError: The code is not in this year's list; the message names the successor of a merged one.
    """
    try:
        return _municipality_by_code()[code]
    except KeyError:
        raise NotFoundError(
            f"Code {code} staat niet in de lijst van 2026.{_successor(code)} Kies een gemeente uit de lijst."
        ) from None


@cache
def _municipality_by_code() -> dict[str, ListedMunicipality]:
    return {municipality.code: municipality for municipality in load_municipalities()}


def _listed(row: dict[str, str], *, shares_its_name: bool) -> ListedMunicipality:
    addition = row["provincie"] if shares_its_name else EVERYDAY_NAMES.get(row["gm_code"])
    return ListedMunicipality(
        code=row["gm_code"],
        name=row["naam"],
        label=f"{row['naam']} ({addition})" if addition else row["naam"],
        province=row["provincie"],
        association=row["vng_afdeling"],
        safety_region=row["veiligheidsregio"],
        labour_region=row["arbeidsmarktregio"],
    )


def _place_in_list(municipality: ListedMunicipality) -> str:
    """Sort key: without accents, capitals and the article 's-."""
    plain = unicodedata.normalize("NFKD", municipality.label.removeprefix("'s-"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _successor(code: str) -> str:
    """A sentence on where a merged municipality went; empty when it is not known as merged."""
    for row in _read("herindelingen.csv"):
        if row["van_code"] == code and row["status"] == "in werking":
            return f" {row['van_naam']} hoort sinds {row['datum']} bij {row['naar_naam']}."
    return ""


def _read(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
