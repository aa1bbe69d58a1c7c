"""Who may use the addresses: only this computer, and to save only pages of this app.

Without sign-in a browser is trusted because it runs here. Another site that is open in the same browser is not: it
cannot set a header of ours, and the browser tells in `Origin` and `Sec-Fetch-Site` where a request comes from.
"""

from starlette.requests import Request

from service.locality import REFUSAL, may_be_served
from service.refusals import RefusalError

OWN_HEADER = "x-was-wordt"
ONCE = ("host", "origin", "sec-fetch-site", OWN_HEADER)
"""Headers that must not be there twice: who reads the first and who reads the last would see something else."""
OTHER_SITE = (
    "Dit verzoek komt niet van een pagina van deze app. Er is NIETS opgeslagen. "
    "Open de app opnieuw in uw browser en probeer het nog een keer."
)


def refuse_strangers(request: Request, server_address: str | None) -> None:
    """Raise RefusalError for a request from another computer, through a proxy, or from another site."""
    client = request.client.host if request.client else None
    if not may_be_served(server_address, request.headers, client):
        raise RefusalError("foreign", REFUSAL)
    if any(len(request.headers.getlist(name)) > 1 for name in ONCE) or not _is_own_page(request):
        raise RefusalError("foreign", OTHER_SITE)


def refuse_other_pages(request: Request) -> None:
    """Raise RefusalError for a change that our own script did not ask for."""
    if request.headers.get(OWN_HEADER) != "1":
        raise RefusalError("foreign", OTHER_SITE)


def _is_own_page(request: Request) -> bool:
    """Whether the browser, as far as it tells, sends this from our own pages."""
    own = f"{request.scope['scheme']}://{request.headers.get('host', '')}".lower()
    comes_from = request.headers.get("origin", own).lower()
    return comes_from == own and request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
