"""Dutch texts read right: the examples in the docstrings are the table."""

import doctest
import re
from types import ModuleType

import pytest

from questionnaire.loading.loader import questionnaire
from questionnaire.scoring import percentages
from reporting.forms import placeholders
from reporting.tables import answers as tables
from reporting.template import program as template_program
from reporting.wording import dutch
from reporting.wording.dutch import code_list


@pytest.mark.parametrize(
    "module", [dutch, tables, template_program, placeholders, percentages], ids=lambda module: module.__name__
)
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ("3.04 3.05 3.06 3.07 3.09", "3.04 tot en met 3.07 en 3.09"),
        ("3.07 3.09 3.10 3.11", "3.07 en 3.09 tot en met 3.11"),
        ("5.11 5.12 I.01 I.02", "5.11, 5.12, I.01 en I.02"),
        ("1.01 2.02 3.03", "1.01, 2.02 en 3.03"),
        ("3.09 3.10 3.11", "3.09 tot en met 3.11"),
        ("1.01 1.02", "1.01 en 1.02"),
        ("", ""),
    ],
)
def test_a_range_of_codes_skips_no_number_and_stays_in_one_section(codes: str, words: str) -> None:
    assert code_list(codes.split(), codes.split()) == words


def test_of_the_real_core_every_range_has_all_that_lies_between() -> None:
    codes = [norm.code for norm in questionnaire().core.norms]
    for one in re.findall(r"(\S+) tot en met (\S+?)(?:,| en |$)", code_list(codes, codes)):
        (first, low), (last, high) = (code.split(".") for code in one)
        assert first == last
        assert all(f"{first}.{number:02}" in codes for number in range(int(low), int(high) + 1))
