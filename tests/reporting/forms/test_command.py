"""A form to fill in from the command line: read back, it holds what was asked for."""

from pathlib import Path

import pytest

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import OfferedFile, Source
from questionnaire.example import load_example
from questionnaire.exchange.document import to_json
from questionnaire.loading.loader import questionnaire
from questionnaire.model.assessment import Depth
from reporting import __main__ as command
from reporting.forms.recognise import read_upload

CONTENT = questionnaire()
EXAMPLE = load_example(CONTENT)
STEP_3 = tuple(norm.id for norm in CONTENT.steps[2].norms)


def written(folder: Path, name: str, *options: str, depth: Depth = Depth.FULL) -> OfferedFile:
    source, target = folder / "in.json", folder / name
    assessment = EXAMPLE.model_copy(update={"depth": depth})
    source.write_text(to_json(assessment, CONTENT), encoding="utf-8")
    assert command.main(["invullijst", str(source), str(target), *options]) == 0
    assert {path.name for path in folder.iterdir()} == {"in.json", name}
    read = read_upload(target.read_bytes(), name, CONTENT)
    assert isinstance(read, OfferedFile)
    return read


@pytest.mark.parametrize(("name", "source"), [("lijst.docx", Source.WORD_FORM), ("lijst.xlsx", Source.EXCEL_FORM)])
def test_the_name_says_whether_it_is_word_or_excel(name: str, source: Source, tmp_path: Path) -> None:
    read = written(tmp_path, name, "--stap", "3")
    assert (read.source, tuple(read.values)) == (source, STEP_3)
    assert read.identity.is_filled_before
    assert any(value[FormField.LEVEL].text for value in read.values.values())


def test_an_empty_form_holds_no_answers(tmp_path: Path) -> None:
    read = written(tmp_path, "lijst.xlsx", "--leeg")
    assert len(read.values) == len(CONTENT.norms)
    assert {value.text for values in read.values.values() for value in values.values()} == {""}
    assert read.identity.is_filled_before is False


def test_the_core_has_only_its_own_norms(tmp_path: Path) -> None:
    core = tuple(norm.id for norm in CONTENT.core.norms)
    assert tuple(written(tmp_path, "lijst.xlsx", "--kern").values) == core


def test_an_assessment_of_the_core_asks_only_that(tmp_path: Path) -> None:
    core = tuple(norm.id for norm in CONTENT.core.norms)
    assert tuple(written(tmp_path, "lijst.xlsx", depth=Depth.CORE).values) == core


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["{map}/uit.pdf"], "die eindigt op .docx of .xlsx."),
        (["{map}/uit.docx", "--stap", "9"], "Stap 9 bestaat niet."),
        (["{map}/uit.docx", "--stap", "3", "--kern"], "De opdracht klopt niet."),
        ([], "De opdracht klopt niet."),
    ],
)
def test_a_mistake_gives_one_message_and_no_file(
    options: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.json"
    source.write_text(to_json(EXAMPLE, CONTENT), encoding="utf-8")
    assert command.main(["invullijst", str(source), *[each.format(map=tmp_path) for each in options]]) == 2
    assert words in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["in.json"]
