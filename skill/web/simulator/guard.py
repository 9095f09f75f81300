"""Who may use the page, and what the page itself may do: nothing of a conversation is to leave this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Request

from skill.web.loopback import is_loopback

# The page loads its own files and talks to where it came from; no inline script or style, no other address.
PAGE_POLICY = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "connect", "frame", "img")),
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)

# Amazon's viewhost makes functions and styles out of text, so it runs in a frame without an origin, which may connect
# to nothing. Its pictures are vectors in the document.
SCREEN_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src data:",
        "connect-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "sandbox allow-scripts",
    ]
)


def is_from_here(request: Request) -> bool:
    """Whether a request comes from this machine and from our own page.

    The name in `Host` is looked at, since another site can have its own name lead here; so is `Origin` where something
    is posted, as a browser then always sends it. (The frame that draws the screen has none, and posts nothing.)
    """
    origin = request.headers.get("Origin")
    own = request.method == "GET" or origin in (None, request.host_url.rstrip("/"))
    host = urlsplit(request.host_url).hostname
    return own and is_loopback(request.remote_addr or "") and is_loopback(host or "")
