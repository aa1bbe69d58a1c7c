"""Serve only the address of answers, in one process, on a free port of this computer.

Usage: python -m tests.bench.address_server DATABASE. Prints the port when it listens; serves until it is stopped.
"""

import asyncio
import sys

import uvicorn
from starlette.applications import Starlette

from questionnaire.store import Store
from questionnaire.versions.history import content_of
from service.routes import routes


async def _serve(store: Store) -> None:
    addresses = routes(lambda: store, content_of, server_address=lambda: "127.0.0.1", made={})
    config = uvicorn.Config(Starlette(routes=addresses), port=0, access_log=False, log_level="warning")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    print(server.servers[0].sockets[0].getsockname()[1], flush=True)
    await serving


if __name__ == "__main__":
    asyncio.run(_serve(Store.open(f"sqlite:///{sys.argv[1]}")))
