"""What comes back from Word is read to the letter or told with its place; nothing is ever silently wrong."""

import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.offered import OfferedFile
from reporting.forms.word_reading import read_word_form
from reporting.guard import open_safely
from tests.reporting.abused import Abused
from tests.reporting.abused_forms import ABUSED
from tests.reporting.filled_forms import CONTENT, filled, known, offered
from tests.reporting.form_surgery import NORMS, Form


def read(document: bytes) -> OfferedFile:
    return read_word_form(open_safely(document), "lijst.docx", CONTENT)


def spoilt(case: Abused) -> bytes:
    form = Form()
    case.spoil(form)
    return form.packed()


@pytest.mark.parametrize("name", [name for name, case in ABUSED.items() if not case.refused])
def test_an_abused_form_is_read_rightly_or_told(name: str) -> None:
    case = ABUSED[name]
    found = read(spoilt(case))
    code = {norm.id: norm.code for norm in CONTENT.norms}
    base = {(code[norm_id], field): text for (norm_id, field), text in known(filled()).items() if norm_id in NORMS}
    expected = {key: text for key, text in {**base, **case.values}.items() if text is not None}
    assert {(code[norm_id], field): text for (norm_id, field), text in offered(found).items()} == expected
    told = [(each.severity, each.place, each.text) for each in found.findings]
    assert len(told) == len(case.told), told
    for severity, place, part in case.told:
        assert any(
            each[0] is severity and each[1] == place and part.lower() in each[2].lower() for each in told
        ), (severity, place, part, told)


@pytest.mark.parametrize("name", [name for name, case in ABUSED.items() if case.refused])
def test_a_file_in_which_nothing_can_be_read_is_refused_in_one_message(name: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        read(spoilt(ABUSED[name]))
    assert ABUSED[name].refused in str(caught.value)
