"""Without sign-in the app serves this computer only; whoever comes from elsewhere is refused in words."""

import ipaddress
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

Locality: TypeAlias = Callable[[Mapping[str, str], str | None], str]
"""Why a visit with these headers, from this address, is not served, in Dutch; "" for one that is."""
LOCAL_NAMES = {"localhost"}
FORWARDING_HEADERS = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")

REFUSAL = (
    "Deze app heeft nog geen aanmelding en werkt daarom alleen op de computer waarop hij draait. "
    "Zo kan niemand anders de antwoorden van uw gemeente zien. "
    "Start de app op uw eigen computer en open http://localhost:8501."
)


@lru_cache(maxsize=256)
def is_local_name(host: str) -> bool:
    """Whether a host name or address, with or without a port, is this computer itself.

    >>> is_local_name("localhost:8501"), is_local_name("127.0.0.1"), is_local_name("[::1]:8501")
    (True, True, True)
    >>> is_local_name("10.0.0.5:8501"), is_local_name("was-wordt.example"), is_local_name("")
    (False, False, False)
    """
    name = host.strip().lower()
    if name.startswith("["):
        name = name[1:].partition("]")[0]
    elif name.count(":") == 1:
        name = name.partition(":")[0]
    if name in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def may_be_served(server_address: str | None, headers: Mapping[str, str], client: str | None) -> bool:
    """Whether this visit comes from this computer, to a server that listens on this computer only.

    `server_address` is where the server listens (None means everywhere), `client` the visitor's address as far
    as it is known. A visit that was passed on by a proxy is never local.
    """
    if server_address is None or not is_local_name(server_address):
        return False
    if any(headers.get(name) for name in FORWARDING_HEADERS):
        return False
    if client and not is_local_name(client):
        return False
    return is_local_name(headers.get("Host", ""))


def why_not(server_address: str | None, headers: Mapping[str, str], client: str | None) -> str:
    """Why a visit is not served, in Dutch; "" for one from this computer."""
    return "" if may_be_served(server_address, headers, client) else REFUSAL
