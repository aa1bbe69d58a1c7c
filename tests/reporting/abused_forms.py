"""Forms as they really come back, made in code, each with what must be read from it and told about it."""

from tests.reporting.abused_cells import CELLS
from tests.reporting.abused_tables import TABLES
from tests.reporting.abused_values import VALUES
from tests.reporting.abused_wholes import WHOLES

ABUSED = {**TABLES, **CELLS, **VALUES, **WHOLES}
