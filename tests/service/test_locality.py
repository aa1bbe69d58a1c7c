"""Without sign-in only this computer is served."""

from collections.abc import Mapping

import pytest

from service.locality import is_local_name, may_be_served

EVERYWHERE = "0.0.0.0"  # noqa: S104 (what is refused here)
LOCAL = {"Host": "localhost:8501"}


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("LOCALHOST:8501", True),
        ("127.0.0.1:8501", True),
        ("127.1.2.3", True),
        ("[::1]:8501", True),
        ("::1", True),
        ("", False),
        (EVERYWHERE, False),
        ("::", False),
        ("192.168.1.20:8501", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:8501", False),
        ("evil.example#localhost", False),
        ("localhost@evil.example", False),
    ],
)
def test_only_names_of_this_computer_are_local(host: str, local: bool) -> None:
    assert is_local_name(host) is local


@pytest.mark.parametrize(
    ("server_address", "headers", "client", "served"),
    [
        ("127.0.0.1", LOCAL, "127.0.0.1", True),
        ("127.0.0.1", LOCAL, "::1", True),
        ("127.0.0.1", LOCAL, None, True),
        ("localhost", {"Host": "127.0.0.1:8501"}, "127.0.0.1", True),
        (None, LOCAL, "127.0.0.1", False),
        ("", LOCAL, "127.0.0.1", False),
        (EVERYWHERE, LOCAL, "127.0.0.1", False),
        ("127.0.0.1", LOCAL, "10.0.0.5", False),
        ("127.0.0.1", {"Host": "was-wordt.example"}, "127.0.0.1", False),
        ("127.0.0.1", {}, "127.0.0.1", False),
        ("127.0.0.1", {**LOCAL, "X-Forwarded-For": "10.0.0.5"}, "127.0.0.1", False),
        ("127.0.0.1", {**LOCAL, "Forwarded": "for=10.0.0.5"}, "127.0.0.1", False),
        ("127.0.0.1", {**LOCAL, "X-Real-Ip": "10.0.0.5"}, "127.0.0.1", False),
    ],
)
def test_who_may_be_served(
    server_address: str | None, headers: Mapping[str, str], client: str | None, served: bool
) -> None:
    assert may_be_served(server_address, headers, client) is served
