"""The papers of the repository agree with each other and with the tree."""

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatchcase
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
EUPL_SHA256 = "57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4"

TOP_LEVEL = {
    *("app.py", "asgi.py", "app_pages", "questionnaire", "reporting", "service", "templates", "tests", "docs"),
    *("README.md", "README.en.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"),
    *("LICENSE", "LICENSES", "REUSE.toml", "publiccode.yml"),
    *("Makefile", "requirements.txt", "requirements-dev.txt", "pyproject.toml", "biome.json"),
    *(".ci", ".gitignore", ".streamlit"),
}

PAPERS = (
    "README.md",
    "README.en.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/glossary.md",
)


def text(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for path in listed.split("\0") if path and (ROOT / path).exists()]


def requirements(path: str) -> list[Requirement]:
    lines = (line.partition("#")[0].strip() for line in text(path).splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-r")]


def test_every_paper_names_the_same_version_and_date() -> None:
    newest = re.search(r"^## \[([\d.]+)\] - (\d{4}-\d\d-\d\d)$", text("CHANGELOG.md"), re.MULTILINE)
    assert newest
    code = yaml.safe_load(text("publiccode.yml"))
    project = tomllib.loads(text("pyproject.toml"))["project"]
    assert (code["softwareVersion"], code["releaseDate"]) == newest.groups()
    assert project["version"] == newest[1]
    assert code["legal"]["license"] == project["license"] == "EUPL-1.2"


def test_publiccode_keeps_to_the_lengths_of_the_standard() -> None:
    for description in yaml.safe_load(text("publiccode.yml"))["description"].values():
        assert len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert description["features"]


def test_every_top_level_entry_has_a_reason() -> None:
    assert {path.partition("/")[0] for path in tracked()} <= TOP_LEVEL


def test_no_file_names_a_place_that_exists_on_one_machine_only() -> None:
    places = re.compile(
        r"(?<![\w.:/])/(?:wo"
        r"rk|ro"
        r"ot)/"
        r"|registry\.npm"
        r"js|pythonhos"
        r"ted|\bpypi\."
        r"org|deb\.debi"
        r"an"
    )
    for path in tracked():
        content = (ROOT / path).read_bytes().decode("utf-8", "replace")
        assert not places.search(content), path


def test_the_licence_is_the_complete_official_text() -> None:
    licence = (ROOT / "LICENSE").read_bytes()
    assert hashlib.sha256(licence).hexdigest() == EUPL_SHA256
    assert licence == (ROOT / "LICENSES/EUPL-1.2.txt").read_bytes()


def annotations() -> list[tuple[list[str], str]]:
    found: list[dict[str, Any]] = tomllib.loads(text("REUSE.toml"))["annotations"]
    for entry in found:
        assert entry["SPDX-FileCopyrightText"]
    paths = ([entry["path"]] if isinstance(entry["path"], str) else entry["path"] for entry in found)
    return [(patterns, entry["SPDX-License-Identifier"]) for patterns, entry in zip(paths, found, strict=True)]


def test_every_file_has_a_licence_and_every_licence_its_text() -> None:
    patterns = [pattern for paths, _ in annotations() for pattern in paths]
    for path in tracked():
        assert any(fnmatchcase(path, pattern) for pattern in patterns), path
    for pattern in patterns:
        assert any(fnmatchcase(path, pattern) for path in tracked()), pattern
    texts = {path.stem for path in (ROOT / "LICENSES").iterdir()}
    assert {licence for _, licence in annotations()} == texts


@pytest.mark.parametrize("path", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_to_what_is_installed(path: str) -> None:
    for requirement in requirements(path):
        (pin,) = requirement.specifier
        assert pin.operator == "==" and "*" not in pin.version, requirement
        if not requirement.marker or requirement.marker.evaluate():
            assert version(requirement.name) == pin.version


def test_what_the_app_needs_is_pinned_down_to_the_last_package() -> None:
    pinned = {canonicalize_name(requirement.name) for requirement in requirements("requirements.txt")}
    for requirement in requirements("requirements.txt"):
        if requirement.marker and not requirement.marker.evaluate():
            continue
        for line in requires(requirement.name) or ():
            needed = Requirement(line)
            extras = requirement.extras or {""}
            if not needed.marker or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                assert canonicalize_name(needed.name) in pinned, f"{needed.name}, for {requirement.name}"


def test_nothing_is_asked_or_told_to_others_at_the_start() -> None:
    settings = tomllib.loads(text(".streamlit/config.toml"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["showEmailPrompt"] is False
    assert settings["browser"]["gatherUsageStats"] is False


@pytest.mark.parametrize("paper", PAPERS)
def test_every_place_a_paper_points_at_exists(paper: str) -> None:
    links = {link for link in re.findall(r"\]\(([^)]+)\)", text(paper)) if "://" not in link}
    for link in links:
        assert ((ROOT / paper).parent / link).exists(), link
    tops = "|".join(re.escape(entry) for entry in TOP_LEVEL)
    for place in re.findall(rf"`((?:{tops})(?:/[^`]*)?)`", text(paper)):
        assert list(ROOT.glob(place.replace("…", "*").rstrip("/"))), place


def test_every_identifier_in_the_glossary_is_in_the_code() -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for folder in ("questionnaire", "reporting", "app_pages")
        for path in (ROOT / folder).rglob("*.py")
    )
    table = [line.split("|")[2] for line in text("docs/glossary.md").splitlines() if line.startswith("| ")]
    for identifier in re.findall(r"`([^`]+)`", "".join(table)):
        for part in identifier.split("."):
            assert re.search(rf"\b{part}\b", code), identifier


@pytest.mark.parametrize(("is_ci", "expected"), [(True, 1), (False, 0)])
def test_a_skipped_test_fails_the_run_on_ci_only(tmp_path: Path, is_ci: bool, expected: int) -> None:
    (tmp_path / "conftest.py").write_text(text("tests/conftest.py"))
    (tmp_path / "test_it.py").write_text("import pytest\ndef test_it(): pytest.skip('not now')\n")
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | (
        {"CI": "true"} if is_ci else {}
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".", "."]
    assert subprocess.run(command, check=False, cwd=tmp_path, env=environment).returncode == expected


def test_the_make_commands_of_the_readme_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)", text("README.md") + text("CONTRIBUTING.md"), re.MULTILINE))
    assert {"run", "test"} <= named <= targets
