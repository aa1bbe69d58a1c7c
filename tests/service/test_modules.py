"""The browser gets the scripts and style sheets of the cards, under a version, and nothing else."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.modules import address, served, stamp


@pytest.fixture
def folder(modules: Path) -> Path:
    (modules / "cards.js").write_text("export const a = 1;")
    (modules / "cards.css").write_text("p { color: red; }")
    (modules / "contract.d.ts").write_text("export {};")
    (modules / "view").mkdir()
    (modules / "view" / "norm.js").write_text("export const b = 'é';", encoding="utf-8")
    (modules.parent / "geheim.js").write_text("geheim")
    return modules


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cards.js", "text/javascript; charset=utf-8"),
        ("cards.css", "text/css; charset=utf-8"),
        ("view/norm.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_file_is_given_for_ever_under_its_version(
    browser: TestClient, folder: Path, name: str, kind: str
) -> None:
    response = browser.get(address("kaarten", folder, name))
    assert response.status_code == 200
    assert response.content == (folder / name).read_bytes()
    assert response.headers["content-type"] == kind
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name",
    [
        "contract.d.ts",
        "geen.js",
        "",
        "view",
        "view/",
        "../geheim.js",
        "..%2fgeheim.js",
        "view/..%2f..%2fgeheim.js",
        "%2e%2e/geheim.js",
        "..%5cgeheim.js",
        "view/../cards.js%00",
        "./cards.js%20",
        "CARDS.JS",
        "link.js",
    ],
)
def test_nothing_else_is_given(browser: TestClient, folder: Path, name: str) -> None:
    (folder / "link.js").symlink_to(folder.parent / "geheim.js")
    response = browser.get(f"/kaarten/{served(folder).version}/{name}")
    assert response.status_code == 404
    assert "geheim" not in response.text


def test_another_version_is_not_given_and_not_kept(browser: TestClient, folder: Path) -> None:
    old = address("kaarten", folder, "cards.js")
    (folder / "view" / "norm.js").write_text("export const b = 22;")
    assert browser.get(old).status_code == 200
    served.cache_clear()  # as a new process does
    response = browser.get(old)
    assert (response.status_code, response.text) == (404, "Dit bestand is hier niet. Ververs de pagina.")
    assert response.headers["cache-control"] == "no-store"
    assert browser.get(address("kaarten", folder, "cards.js")).status_code == 200


def test_a_version_follows_from_what_is_served_and_from_nothing_else(folder: Path) -> None:
    before = served(folder).version
    (folder / "contract.d.ts").write_text("export { a };")
    served.cache_clear()
    assert served(folder).version == before
    (folder / "cards.css").rename(folder / "other.css")
    served.cache_clear()
    assert served(folder).version != before


def test_what_is_made_is_kept_by_the_browser_under_the_version_of_its_bytes(browser: TestClient) -> None:
    found = browser.get(f"/normen/{stamp(b'[1]')}/stap-1.json")

    assert (found.status_code, found.json()) == (200, [1])
    assert "immutable" in found.headers["cache-control"]
    for other in (f"/normen/{stamp(b'[2]')}/stap-1.json", f"/normen/{stamp(b'[1]')}/stap-2.json"):
        missing = browser.get(other)
        assert (missing.status_code, missing.headers["cache-control"]) == (404, "no-store")
