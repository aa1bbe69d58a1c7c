"""How far an assessment is, from concept to settled, and who settled it."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from questionnaire.errors import InvalidInputError
from questionnaire.model.cleaning import one_line

MAX_LINE = 120
"""Longest text of a name, role or reference, in characters."""


class Status(StrEnum):
    """How far an assessment is. The values are stored: never rename one."""

    CONCEPT = "concept"
    DISCUSSED = "intern besproken"
    SETTLED = "vastgesteld"
    """Locked: it stays exactly as it was."""


Line = Annotated[str, BeforeValidator(one_line), Field(max_length=MAX_LINE)]


class Settlement(BaseModel):
    """Who settled an assessment, when, and under which reference; the name and the reference may be empty."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    role: Line = Field(alias="rol", min_length=1)
    name: Line = Field("", alias="naam")
    day: date = Field(alias="datum")
    reference: Line = Field("", alias="kenmerk")

    @classmethod
    def of(cls, *, role: str, day: date, name: str = "", reference: str = "") -> "Settlement":
        """A settlement of typed texts; raises InvalidInputError without a role, or for a text too long."""
        try:
            return cls(role=role.strip(), name=name.strip(), day=day, reference=reference.strip())
        except ValidationError as error:
            raise InvalidInputError(
                "Bij vaststellen hoort de rol van wie vaststelt, zoals 'college'. Er is NIETS opgeslagen. "
                f"Vul een rol in, en gebruik per veld hoogstens {MAX_LINE} tekens."
            ) from error

    def filled(self) -> dict[str, str]:
        """What was filled in, by Dutch name."""
        return {name: value for name, value in self.model_dump(mode="json", by_alias=True).items() if value}
