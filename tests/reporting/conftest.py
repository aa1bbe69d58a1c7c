"""The option to accept changed golden outlines, and the Open XML SDK validator."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / "tests" / "node" / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accepteer",
        action="store_true",
        default=False,
        help="write the golden outlines of the report anew; look at the difference before you commit it",
    )


@pytest.fixture
def accepts_changes(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accepteer", default=False))


@pytest.fixture
def open_xml_errors(tmp_path: Path) -> Callable[[bytes], list[dict[str, Any]]]:
    """Errors that Microsoft's Open XML SDK finds in a .docx."""

    def errors(document: bytes) -> list[dict[str, Any]]:
        assert VALIDATOR.exists(), "The Open XML validator is missing: run `npm ci --prefix tests/node`."
        path = tmp_path / "report.docx"
        path.write_bytes(document)
        done = subprocess.run(["node", str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
        assert done.returncode in {0, 1}, f"The Open XML validator did not run: {done.stderr}"
        found: list[dict[str, Any]] = json.loads(done.stdout)["errors"]
        return found

    return errors
