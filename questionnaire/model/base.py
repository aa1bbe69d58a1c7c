"""What every value from a content file has in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

FIRST_LIST = "was-wordt-vams"
"""The list of everything that does not say to which list it belongs: it was made when there was no other."""
Text = Annotated[str, Field(min_length=1)]
"""A text that says something: a key that stands in a file is never left empty."""


class ContentModel(BaseModel):
    """A value from a content file: frozen, and an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
