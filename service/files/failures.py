"""The page that a browser shows in place of a file that could not be made."""

from html import escape

from starlette.responses import HTMLResponse, Response

HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
"""Of every answer: nothing of an assessment stays in the browser, and nothing is taken for another kind."""
START = "/"
_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Geen bestand · Was-wordt lijst</title>
<style>
body {{ color: #001a40; font: 1.05rem/1.5 sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem; }}
h1 {{ font-size: 1.6rem; }}
a {{ color: #00568b; }}
a:focus-visible {{ outline: 3px solid #00568b; outline-offset: 2px; }}
</style>
</head>
<body>
<main>
<h1>Er is geen bestand</h1>
{paragraphs}
{links}
</main>
</body>
</html>
"""


def failure_page(message: str, status: int, back: str = START) -> Response:
    """A page with `message`, whose lines become paragraphs, and the way back to where the file is offered."""
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in message.splitlines() if line.strip())
    ways = {back: "Terug naar de pagina", START: "Naar de startpagina"}  # the second name counts when they are one
    links = "\n".join(f'<p><a href="{escape(address)}">{label}</a></p>' for address, label in ways.items())
    return HTMLResponse(_PAGE.format(paragraphs=paragraphs, links=links), status, headers=HEADERS)
