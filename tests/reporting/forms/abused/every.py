"""Forms as they really come back, made in code, each with what must be read from it and told about it."""

from tests.reporting.forms.abused.cells import CELLS
from tests.reporting.forms.abused.tables import TABLES
from tests.reporting.forms.abused.values import VALUES
from tests.reporting.forms.abused.wholes import WHOLES

ABUSED = {**TABLES, **CELLS, **VALUES, **WHOLES}
