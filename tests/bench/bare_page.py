"""The least that a click on a level can be: a page with buttons that posts to an address that answers at once.

Usage: python -m tests.bench.bare_page --server.port PORT. The floor for a click until it shows as saved.
"""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

PAGE = """<!doctype html><html lang="nl"><title>Kaal</title>
<section class="ww-card"><div class="ww-status" data-state="empty">Nog niets ingevuld</div>
<label><input type="radio" name="n" value="1">een</label>
<label><input type="radio" name="n" value="2">twee</label>
</section>
<script>
  const status = document.querySelector(".ww-status");
  document.addEventListener("change", async ({ target }) => {
    status.dataset.state = "waiting";
    status.textContent = "Nog niet opgeslagen …";
    const answer = await fetch("/antwoorden/x", {
      method: "POST",
      headers: { "content-type": "application/json", "x-was-wordt": "1" },
      body: JSON.stringify({ changes: [{ subject: "n", field: "niveau", value: target.value, seen: 0 }] }),
    });
    await answer.json();
    status.dataset.state = "stored";
    status.textContent = `Opgeslagen ${target.value}`;
  });
</script></html>"""


async def _page(_: Request) -> Response:
    return HTMLResponse(PAGE)


async def _save(request: Request) -> Response:
    return JSONResponse({"saved": (await request.json())["changes"]})


async def _health(_: Request) -> Response:
    return Response("ok")


app = Starlette(
    routes=[
        Route("/", _page),
        Route("/antwoorden/x", _save, methods=["POST"]),
        Route("/_stcore/health", _health),
    ]
)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[-1]), log_level="warning")
