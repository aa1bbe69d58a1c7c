"""Without a screen: files in, files out; a mistake gives one message in Dutch and changes nothing."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.example import load_example
from questionnaire.exchange.document import to_json
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting import __main__ as command
from reporting.report import STANDARD_TEMPLATE
from tests.reporting.archive import changed
from tests.reporting.guard.hostile.files import HOSTILE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    content = questionnaire()
    path = tmp_path / "voorbeeld.json"
    path.write_text(to_json(load_example(content), content), encoding="utf-8")
    return path


def test_a_report_is_written_and_nothing_beside_it(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    assert command.main(["rapport", str(example), str(target)]) == 0
    assert zipfile.ZipFile(target).testzip() is None
    assert {path.name for path in tmp_path.iterdir()} == {"voorbeeld.json", "rapport.docx"}
    assert target.stat().st_mode & 0o777 == example.stat().st_mode & 0o777


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--deel", "openbaar", "--kort"], {"uit.docx"}),
        (["--stap", "2", "--zonder-bijlagen"], {"uit.docx"}),
        (["--stap", "2", "--opmerkingen"], {"uit.docx"}),
        (["--deel", "intern"], {"uit.docx"}),
        (["--deel", "nota"], {"uit.docx"}),
        (["--deel", "alles"], {"uit.docx", "uit-interne-bijlage.docx", "uit-collegenota.docx"}),
    ],
)
def test_the_chosen_parts_are_written(options: list[str], names: set[str], example: Path, tmp_path: Path) -> None:
    assert command.main(["rapport", str(example), str(tmp_path / "uit.docx"), *options]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"voorbeeld.json", *names}


@pytest.mark.parametrize("part", ["openbaar", "alles"])
def test_without_libreoffice_there_is_a_report_without_page_numbers_and_one_message(
    part: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "find_office", lambda: None)
    plain, target = tmp_path / "gewoon.docx", tmp_path / "uit.docx"
    assert command.main(["rapport", str(example), str(plain)]) == 0
    assert command.main(["rapport", str(example), str(target), "--deel", part, "--paginanummers"]) == 0
    assert capsys.readouterr().err == (
        "De paginanummers in de inhoudsopgave zijn niet gemaakt: LibreOffice staat niet op deze computer. Het "
        "Word-bestand is er wel, zonder die nummers. In Word krijgt u ze zo: klik op de inhoudsopgave en druk op "
        "F9.\n"
    )
    assert zipfile.ZipFile(target).read("word/document.xml") == zipfile.ZipFile(plain).read("word/document.xml")


@pytest.mark.office
def test_page_numbers_come_when_they_are_asked_for(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.docx"
    assert command.main(["rapport", str(example), str(target), "--kort"]) == 0
    assert b"PAGEREF" not in zipfile.ZipFile(target).read("word/document.xml")
    assert command.main(["rapport", str(example), str(target), "--stap", "1", "--paginanummers"]) == 0
    assert b"PAGEREF" in zipfile.ZipFile(target).read("word/document.xml")


def test_comments_come_when_they_are_asked_for(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.docx"
    assert command.main(["rapport", str(example), str(target), "--stap", "1", "--opmerkingen"]) == 0
    assert "word/comments.xml" in zipfile.ZipFile(target).namelist()


def test_the_report_on_two_rounds_is_written(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.docx"
    arguments = ["rapport", str(example), str(target), "--deel", "verschil", "--eerder", str(example)]
    assert command.main(arguments) == 0
    assert b"Geen enkele norm veranderde" in zipfile.ZipFile(target).read("word/document.xml")


@pytest.mark.parametrize(
    ("name", "start"),
    [("acties.xlsx", b"PK"), ("acties.CSV", b"\xef\xbb\xbfNr.;"), ("acties.ics", b"BEGIN:VCALENDAR")],
)
def test_the_actions_are_written(example: Path, tmp_path: Path, name: str, start: bytes) -> None:
    assert command.main(["acties", str(example), str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("name", ["antwoorden.xlsx", "antwoorden.CSV"])
def test_a_table_is_written(example: Path, tmp_path: Path, name: str) -> None:
    assert command.main(["tabel", str(example), str(tmp_path / name)]) == 0
    assert (tmp_path / name).stat().st_size > 10_000


def test_the_score_is_json_that_adds_up(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["score", str(example)]) == 0
    found = json.loads(capsys.readouterr().out)
    content = questionnaire()
    result = score_assessment(content, load_example(content))
    assert set(found) == {"normen", "stappen", "themas"}
    assert all(set(item) == {"id", "behaald", "ontbreekt", "open"} for items in found.values() for item in items)
    assert [item["id"] for item in found["normen"]] == [norm.norm.id for norm in result.norms]
    for name in ("behaald", "ontbreekt", "open"):
        sections = sum(item[name] for part in ("stappen", "themas") for item in found[part])
        assert sections == sum(item[name] for item in found["normen"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "De opdracht klopt niet."),
        (["onzin"], "De opdracht klopt niet."),
        (["rapport", "{in}"], "De opdracht klopt niet."),
        (["rapport", "{in}", "{map}/uit.docx", "--onzin"], "De opdracht klopt niet."),
        (["rapport", "{map}/weg.json", "{map}/uit.docx"], "weg.json: De zelfbeoordeling is niet te lezen."),
        (["rapport", "{map}", "{map}/uit.docx"], "De zelfbeoordeling is niet te lezen."),
        (["rapport", "{in}", "{map}/weg/uit.docx"], "schrijven lukt niet."),
        (["rapport", "{in}", "{map}/uit.pdf"], "kies een bestandsnaam die eindigt op .docx."),
        (["tabel", "{in}", "{map}/uit.ods"], "kies een bestandsnaam die eindigt op .xlsx of .csv."),
        (["rapport", "{in}", "{map}/uit.docx", "--sjabloon", "{map}/weg.docx"], "Het sjabloon is niet te lezen."),
        (["rapport", "{in}", "{map}/uit.docx", "--sjabloon", "{in}"], "het is geen Word-bestand (.docx)"),
        (["score", "{stuk}"], "stuk.json: "),
        (["rapport", "{in}", "{map}/uit.docx", "--stap", "drie"], "De opdracht klopt niet."),
        (["rapport", "{in}", "{map}/uit.docx", "--stap", "9"], "Stap 9 bestaat niet."),
        (["rapport", "{in}", "{map}/uit.docx", "--stap", "2", "--kort"], "De opdracht klopt niet."),
        (["rapport", "{in}", "{map}/uit.docx", "--deel", "verschil"], "horen bij elkaar"),
        (["rapport", "{in}", "{map}/uit.docx", "--eerder", "{in}"], "horen bij elkaar"),
        (["rapport", "{in}", "{map}/uit.docx", "--deel", "verschil", "--eerder", "{later}"], "Wissel de"),
        (["rapport", "{in}", "{map}/uit.docx", "--deel", "verschil", "--eerder", "{in}", "--kort"], "Laat ze weg"),
        (["acties", "{in}", "{map}/uit.docx"], "die eindigt op .xlsx of .csv of .ics."),
        (["acties", "{kaal}", "{map}/uit.xlsx"], "Er is nog geen actie."),
        (["acties", "{kaal}", "{map}/uit.ics"], "Er is geen actie met een datum."),
        (["rapport", "{in}", "{map}/uit.docx", "--deel", "geheim"], "De opdracht klopt niet."),
        (["rapport", "{in}", "{map}/uit.docx", "--deel", "nota", "--kort"], "Laat ze weg bij --deel nota."),
        (["rapport", "{in}", "{map}/uit.docx", "--deel", "intern", "--opmerkingen"], "Laat ze weg"),
        (["rapport", "{in}", "{map}/uit.docx", "--kort", "--opmerkingen"], "gaan niet samen"),
        (
            ["rapport", "{in}", "{map}/uit.docx", "--deel", "alles", "--sjabloon", "{in}"],
            "voorbeeld.json: Het bestand is niet",
        ),
    ],
)
def test_a_mistake_gives_one_message_in_dutch(
    arguments: list[str], words: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "stuk.json"
    damaged.write_bytes(example.read_bytes()[:-30])
    later, bare = tmp_path / "later.json", tmp_path / "kaal.json"
    document = json.loads(example.read_text(encoding="utf-8"))
    later.write_text(json.dumps(document | {"peildatum": "2030-01-01"}), encoding="utf-8")
    bare.write_text(json.dumps(document | {"acties": {}}), encoding="utf-8")
    names = {
        "in": str(example),
        "map": str(tmp_path),
        "stuk": str(damaged),
        "later": str(later),
        "kaal": str(bare),
    }
    assert command.main([argument.format_map(names) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err
    assert not list(tmp_path.glob("*uit*"))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_refused_as_on_screen(
    name: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template, target = tmp_path / "sjabloon.docx", tmp_path / "uit.docx"
    template.write_bytes(HOSTILE[name].make())
    assert (
        command.main(["rapport", str(example), str(target), "--sjabloon", str(template), "--deel", "alles"]) == 2
    )
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.startswith(f"{template}: Het bestand is niet geopend: ")
    assert HOSTILE[name].says in said.err
    assert not list(tmp_path.glob("*uit*"))


def test_a_template_that_is_not_put_together_as_word_does_it_is_told(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = tmp_path / "sjabloon.docx"
    template.write_bytes(
        changed(
            STANDARD_TEMPLATE.read_bytes(),
            lambda _, part: part.replace(b'Target="settings.xml"', b'Target="weg.xml"'),
        )
    )
    assert command.main(["rapport", str(example), str(tmp_path / "uit.docx"), "--sjabloon", str(template)]) == 2
    said = capsys.readouterr().err
    assert "Met dit sjabloon is geen rapport te maken" in said
    assert said.count("\n") == 1
    assert not list(tmp_path.glob("*uit*"))


def test_a_failure_leaves_the_report_that_was_there(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    target.write_bytes(b"het vorige rapport")
    assert command.main(["rapport", str(example), str(target), "--sjabloon", str(example)]) == 2
    assert target.read_bytes() == b"het vorige rapport"


def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "rapport.docx"
    target.write_bytes(b"oud")

    def full(handle: int, mode: str) -> object:
        os.close(handle)
        raise OSError("disk full")

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(InvalidInputError, match="schrijven lukt niet"):
        command.replace_file(target, b"nieuw")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"oud"]


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["rapport", "-h"], 0), (["rapport"], 2)])
def test_help_and_errors_of_the_command_line_are_dutch(arguments: list[str], code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reporting", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    said = done.stdout + done.stderr
    assert said.count("Gebruik:") == 1
    assert not any(word in said.lower() for word in ("usage", "error", "options", "show this", "traceback"))
