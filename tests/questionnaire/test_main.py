"""`python -m questionnaire`: what an editor sees, in Dutch, and nothing but one message when it goes wrong."""

import builtins
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaire.__main__ import USAGE, main
from questionnaire.checking.reading_level import flesch_douma
from questionnaire.errors import ContentError
from questionnaire.example import EXAMPLE_ID, load_example
from questionnaire.loading.loader import load, questionnaire
from tests.questionnaire.loading.small_content import small_files, write_files

Output = pytest.CaptureFixture[str]


def test_checking_prints_numbers_per_section(tmp_path: Path, capsys: Output) -> None:
    assert main(["controleer", str(write_files(tmp_path, small_files()))]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    lines = printed.out.splitlines()
    assert lines[:3] == [
        "5 normen, waarvan 4 kern",
        "Versie 2026.1 van 22-11-2026",
        "5 bronnen, 6 punten uit het onderzoek, 1 begrip, 1 partner",
    ]
    assert lines[5].split()[:7] == ["Stap", "1", "·", "Bepalen", "4", "4", "2"]
    assert lines[6].split()[:4] == ["Gegevens", "1", "0", "1"]


def test_checking_without_a_folder_takes_the_content_of_the_product(capsys: Output) -> None:
    assert main(["controleer"]) == 0
    printed = capsys.readouterr().out
    assert f"{len(questionnaire().norms)} normen" in printed
    assert len(printed.partition("Moeilijkste normen:\n")[2].splitlines()) == 10


def test_checking_tells_each_mistake_on_standard_error(tmp_path: Path, capsys: Output) -> None:
    files = small_files()
    files["onderdelen/stap-1.yaml"]["normen"][0].pop("bronnen")
    files["rollen.yaml"]["rollen"][0]["naam"] = ""
    assert main(["controleer", str(write_files(tmp_path, files))]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert set(printed.err.splitlines()) == {
        "stap-1.yaml > normen > nr 1 (norm-1) > bronnen: ontbreekt; vul dit veld in",
        "rollen.yaml > rollen > nr 1 (beleidsmedewerker) > naam: is leeg; vul dit veld in",
    }


def test_checking_says_when_the_reading_level_cannot_be_measured(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_import: Callable[..., object] = builtins.__import__

    def without_textstat(name: str, *rest: object) -> object:
        if name == "textstat":
            raise ImportError(name)
        return real_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_textstat)
    assert main(["controleer", str(write_files(tmp_path, small_files()))]) == 0
    assert "Leesniveau: niet gemeten" in capsys.readouterr().out


def test_the_example_is_written_as_json(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "voorbeeld.json"
    assert main(["voorbeeld", str(path)]) == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["organisatie"]["naam"] == "Voorbeeldgemeente"
    assert str(path) in capsys.readouterr().out


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_dutch(flag: str, capsys: Output) -> None:
    assert main([flag]) == 0
    assert capsys.readouterr().out.strip() == USAGE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Geef een opdracht."),
        (["toets"], "De opdracht 'toets' bestaat niet."),
        (["controleer", "a", "b"], "Geef hoogstens één map."),
        (["controleer", "/bestaat/niet"], "De map /bestaat/niet bestaat niet."),
        (["voorbeeld"], "Geef precies één bestandsnaam"),
        (["voorbeeld", "a", "b"], "Geef precies één bestandsnaam"),
        (["voorbeeld", "/bestaat/niet/uit.json"], "schrijven lukt niet. Kies een map die bestaat"),
    ],
)
def test_a_wrong_call_is_told_in_dutch(arguments: list[str], message: str, capsys: Output) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err


def test_the_module_ends_with_code_2_and_no_traceback() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "questionnaire", "toets"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ended.stderr.startswith("De opdracht 'toets' bestaat niet.")


def test_long_words_and_sentences_read_harder() -> None:
    assert flesch_douma("De gemeente helpt de inwoner.") > flesch_douma(
        "De verwerkingsverantwoordelijke organisatie documenteert de proportionaliteitsafweging."
    )


EXAMPLE = {
    "organisatie": "Voorbeeldgemeente",
    "peildatum": "2026-11-22",
    "diepte": "kern",
    "antwoorden": {"norm-1": {"niveau": "soms", "was": "Zo doen we het."}},
}


def test_the_example_is_no_municipality(tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_files() | {"voorbeeld.yaml": EXAMPLE})
    example = load_example(load(folder), folder)
    assert (example.id, example.organisation.kind, example.organisation.municipalities) == (
        EXAMPLE_ID,
        "voorbeeld",
        (),
    )
    assert example.answer("norm-1").height == 1
    assert example.created_at.tzinfo is not None


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"antwoorden": {"bestaat-niet": {}}}, "antwoorden > bestaat-niet: deze norm bestaat niet;"),
        ({"antwoorden": {"norm-1": {"niveau": "vier"}}}, "norm-1 > niveau: 'vier' is geen keuze"),
        ({"antwoorden": {"norm-1": {"nivo": "soms"}}}, "norm-1 > nivo: onbekend veld; bedoelt u 'niveau'?"),
        ({"peildatum": "morgen"}, "peildatum: 'morgen' is geen datum"),
        ({"organisatie": ""}, "organisatie: is leeg; vul dit veld in"),
    ],
)
def test_a_mistake_in_the_example_is_told(change: dict[str, object], line: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_files() | {"voorbeeld.yaml": EXAMPLE | change})
    with pytest.raises(ContentError) as caught:
        load_example(load(folder), folder)
    assert line in str(caught.value)
    assert main(["controleer", str(folder)]) == 2
