"""Save through the address as many browsers at once, without a pause; each types in norms of its own.

Usage: python -m tests.bench.address_clients PORT ASSESSMENTS CLIENTS SAVES. Prints one line of JSON: the seconds,
the statuses that were errors, and the milliseconds of every save.
"""

import asyncio
import json
import sys
from importlib import import_module
from time import perf_counter

from questionnaire.loading.loader import questionnaire

TEXT = "Wij bespreken dit elke week in het overleg, en de regisseur legt de afspraken vast. " * 3
NORMS = [norm.id for norm in questionnaire().norms]


def _request(port: int, assessment: str, subject: str, value: str, seen: int) -> bytes:
    change = {"subject": subject, "field": "was", "value": value, "seen": seen}
    body = json.dumps({"changes": [change]}).encode()
    head = (
        f"POST /antwoorden/{assessment} HTTP/1.1\r\nhost: localhost:{port}\r\n"
        f"origin: http://localhost:{port}\r\nsec-fetch-site: same-origin\r\nx-was-wordt: 1\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = int(head.partition("content-length:")[2].partition("\r\n")[0])
    return int(head.split(" ", 2)[1]), await reader.readexactly(length)


async def _client(port: int, assessment: str, number: int, saves: int, found: dict[str, list[float]]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    seen = 0
    for turn in range(saves):
        start = perf_counter()
        writer.write(_request(port, assessment, NORMS[number % len(NORMS)], f"{TEXT}{turn}", seen))
        status, body = await _answer(reader)
        found["ms"].append(1000 * (perf_counter() - start))
        if status != 200:
            found["errors"].append(status)
            continue
        seen = json.loads(body)["saved"][0]["event"]
    writer.close()


async def _all(port: int, assessments: list[str], clients: int, saves: int) -> dict[str, object]:
    found: dict[str, list[float]] = {"ms": [], "errors": []}
    start = perf_counter()
    each = len(NORMS)
    await asyncio.gather(
        *(_client(port, assessments[number // each], number % each, saves, found) for number in range(clients))
    )
    return {"seconds": perf_counter() - start, **found}


if __name__ == "__main__":
    port, assessments, clients, saves = sys.argv[1:]
    run = asyncio.run if sys.platform == "win32" else import_module("uvloop").run
    print(json.dumps(run(_all(int(port), assessments.split(","), int(clients), int(saves)))))
