"""Under which address people reach the platform: what central log-ins send them back to, what passkeys are bound to."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from django.http import HttpRequest

from chengyun.kernel import config


def own_origin(request: HttpRequest) -> str:
    """`https://host` of this request, if it is one of those in the settings; else the first of them."""
    here = f"{request.scheme}://{request.get_host()}"
    known = [origin.rstrip("/") for origin in config.current().trusted_origins]
    return here if not known or here in known else known[0]


def rp_id(request: HttpRequest) -> str:
    """The name that passkeys belong to."""
    return urlsplit(own_origin(request)).hostname or ""


def passkeys_possible(request: HttpRequest) -> bool:
    """Browsers make passkeys for names only, and only where the way there is safe: HTTPS, or this very machine."""
    origin = urlsplit(own_origin(request))
    host = origin.hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return origin.scheme == "https" or host == "localhost" or host.endswith(".localhost")
    return False
