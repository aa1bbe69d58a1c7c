"""Somebody who pipes into `head` sees what they asked for and no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from questionnaire.example import load_example
from questionnaire.exchange.document import to_json
from questionnaire.loading.loader import questionnaire

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "arguments", [["questionnaire", "controleer"], ["questionnaire", "--help"], ["reporting", "score", "{in}"]]
)
def test_a_command_whose_reader_is_gone_ends_quietly(arguments: list[str], tmp_path: Path) -> None:
    content, source = questionnaire(), tmp_path / "voorbeeld.json"
    source.write_text(to_json(load_example(content), content), encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    words = [word.format_map({"in": source}) for word in arguments]
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
