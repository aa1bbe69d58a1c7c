"""Small things that several pages draw."""

import re
from datetime import UTC, datetime

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app_pages.frame import downloads, widgets
from app_pages.session import session
from service.files.names import file_name

NOW = datetime(2026, 11, 22, 13, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gemeente Bergen", "Gemeente Bergen"),
        ("twee\nregels  en een\ttab", "twee regels en een tab"),
        ("*vet* _schuin_", r"\*vet\* \_schuin\_"),
        ("![](http://x.nl/a.png)", r"\!\[\]\(http\:\/\/x\.nl\/a\.png\)"),
        ("<script>", r"\<script\>"),
        (":red[x] $x^2$", r"\:red\[x\] \$x\^2\$"),
        ("# kop", r"\# kop"),
        ("", ""),
        ("é🙂ع", "é🙂ع"),
    ],
)
def test_plain_escapes_every_sign_that_markdown_reads(text: str, shown: str) -> None:
    assert widgets.plain(text) == shown


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_plain_loses_nothing_but_extra_space(text: str) -> None:
    escaped = widgets.plain(text)

    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped) == " ".join(text.split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]*_`$!#:|~]", escaped)


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ("Gemeente Bergen (L.)", "was-wordt-gemeente-bergen-l-2026-11-22"),
        ("'s-Gravenhage", "was-wordt-s-gravenhage-2026-11-22"),
        ("Súdwest-Fryslân", "was-wordt-súdwest-fryslân-2026-11-22"),
        ("../../etc/passwd", "was-wordt-etc-passwd-2026-11-22"),
        ('a\\b:c*?"<>|\n\x00', "was-wordt-a-b-c-2026-11-22"),
        ("🙂", "was-wordt-2026-11-22"),
    ],
)
def test_a_file_name_suits_every_system(organisation: str, name: str) -> None:
    assert file_name(organisation, "2026-11-22") == name


@given(st.text(max_size=120))
@settings(derandomize=True, deadline=None)
def test_a_file_name_has_no_sign_that_a_system_refuses(organisation: str) -> None:
    name = file_name(organisation, "2026-11-22")

    assert not re.search(r'[\s/\\:*?"<>|\x00-\x1f.]', name)
    assert len(f"{name}.docx".encode()) <= 255


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 22, 13, 3, tzinfo=UTC), "om 14:03"),
        (datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "om 00:30"),
        (datetime(2026, 11, 21, 22, 30, tzinfo=UTC), "op 21 november 2026 om 23:30"),
        (datetime(2026, 3, 1, 8, 5, tzinfo=UTC), "op 1 maart 2026 om 09:05"),
    ],
)
def test_a_moment_is_told_in_the_time_of_the_user(
    moment: datetime, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo("Europe/Amsterdam")
    monkeypatch.setattr(session, "_time_zone", lambda: zone)
    monkeypatch.setattr(session, "today", lambda: NOW.astimezone(zone).date())

    assert widgets.moment_text(moment) == text


def test_a_name_in_the_history_is_escaped_and_may_be_absent() -> None:
    assert widgets.author_text("[a](b)") == r" door \[a\]\(b\)"
    assert widgets.author_text("") == ""


def test_a_link_to_a_file_escapes_its_words_and_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("streamlit.html", lambda body, **_: drawn.append(body))

    downloads.show_download("<b>x</b>", '/bestanden/a?voor="><i>&x=1', is_primary=True, takes="1 < 2")

    link, after = lxml.html.fragments_fromstring(drawn[0])
    assert (link.text, link.get("href")) == ("<b>x</b>", '/bestanden/a?voor="><i>&x=1')
    assert link.get("download") is None
    assert after.text == "1 < 2"


def test_a_table_escapes_every_cell_and_names_its_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("streamlit.html", drawn.append)

    widgets.show_table("<b>x</b>", ("<i>", "Aantal"), [("<img src=x>", "1 & 2")], numbers=(1,))

    table = lxml.html.fromstring(drawn[0])
    assert table.get("aria-label") == "<b>x</b>"
    assert [cell.text for cell in table.iter("th")] == ["<i>", "Aantal", "<img src=x>"]
    assert [(cell.text, cell.get("class")) for cell in table.iter("td")] == [("1 & 2", "ww-number")]
    assert not list(table.iter("img"))
