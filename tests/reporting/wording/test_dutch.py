"""Dutch texts read right: the examples in the docstrings are the table."""

import doctest
from types import ModuleType

import pytest

from reporting.tables import answers as tables
from reporting.template import program as template_program
from reporting.wording import dutch


@pytest.mark.parametrize("module", [dutch, tables, template_program], ids=lambda module: module.__name__)
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0
