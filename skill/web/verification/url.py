"""A certificate URL in its parts, its path without the detours that would lead elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

HTTPS_PORT = 443
NO_PORT = -1


@dataclass(frozen=True, slots=True)
class Url:
    """The parts that decide where certificates are fetched from; `port` is NO_PORT where it is no port number."""

    scheme: str = ""
    host: str = ""
    port: int = NO_PORT
    path: str = ""


def read_url(text: str) -> Url:
    """The parts of the URL, with the scheme and the host in lower case and the path normalized."""
    try:
        parts = urlsplit(text)
        port = HTTPS_PORT if parts.port is None else parts.port
        return Url(parts.scheme, parts.hostname or "", port, _normalized(parts.path))
    except ValueError:
        return Url()


def _normalized(path: str) -> str:
    """The path without `.`, `..` and doubled slashes, as Amazon asks; by hand, as os.path differs by system."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            kept = kept[:-1]
        elif segment not in ("", "."):
            kept.append(segment)
    return "/" + "/".join(kept)
