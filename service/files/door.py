"""Who may have files: whoever the app serves, coming from a page of this app or from the address bar."""

from collections.abc import Mapping

from service.locality import Locality

OWN_SITE = ("same-origin", "none")
"""What a browser says of our own pages, and of an address that somebody typed or kept."""
OTHER_SITE = (
    "Dit bestand is gevraagd door een andere website. Daarom krijgt u het niet. Open de app zelf en kies het "
    "bestand op de pagina."
)


def why_not(headers: Mapping[str, str], client: str | None, locality: Locality) -> str:
    """Why this visitor gets no file, in Dutch; "" for one who does."""
    if refusal := locality(headers, client):
        return refusal
    return "" if headers.get("sec-fetch-site", "none") in OWN_SITE else OTHER_SITE
