"""Fetching certificates over HTTPS: once, soon, little, and from nowhere else.

Sockets are read here rather than by `urllib`, whose timeout begins again with every byte, which follows redirects, and
which goes through whatever proxy the environment names.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse

import certifi

from skill.web.verification.rules import RequestRefused, Rule, enforce
from skill.web.verification.url import Url


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take in all: `seconds` from connecting to the last byte, and bytes with the headers."""

    seconds: float = 2.0
    size: int = 64 * 1024


# A redirect is an answer like any other that is not the certificates.
RESPONSE_RULES: tuple[Rule[HTTPResponse], ...] = (
    Rule("certificate_fetch_status", lambda response: response.status == 200),
)


def trusting_certifi() -> ssl.SSLContext:
    """TLS that trusts the usual authorities, whatever the environment and the system say."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class HttpsFetcher:
    """Fetches the file at a URL. `address` is where to connect, when not at the URL's own host and port."""

    context: ssl.SSLContext = field(default_factory=trusting_certifi)
    limits: Limits = Limits()
    rules: tuple[Rule[HTTPResponse], ...] = RESPONSE_RULES
    address: tuple[str, int] | None = None

    def __call__(self, url: Url) -> bytes:
        """Return the file, or raise RequestRefused by what went wrong."""
        deadline = time.monotonic() + self.limits.seconds
        try:
            return self._fetch(url, deadline)
        except TimeoutError as error:
            raise RequestRefused("certificate_fetch_timeout") from error
        except (OSError, HTTPException, ValueError) as error:
            raise RequestRefused("certificate_fetch_failed") from error

    def _fetch(self, url: Url, deadline: float) -> bytes:
        connection = socket.create_connection(self.address or (url.host, url.port), timeout=_left(deadline))
        with connection:
            connection.settimeout(_left(deadline))
            with self.context.wrap_socket(connection, server_hostname=url.host) as secure:
                secure.settimeout(_left(deadline))
                secure.sendall(f"GET {url.path} HTTP/1.1\r\nHost: {url.host}\r\nConnection: close\r\n\r\n".encode())
                # Takes a socket, and uses of it only that it can be made a file.
                response = HTTPResponse(_Metered(secure, deadline, self.limits.size))  # type: ignore[arg-type]
                with response:
                    response.begin()
                    enforce(self.rules, response)
                    return response.read()


class _Metered(io.RawIOBase):
    """A socket's bytes, up to a number and a time."""

    def __init__(self, source: ssl.SSLSocket, deadline: float, size: int) -> None:
        self._source, self._deadline, self._size = source, deadline, size

    def makefile(self, mode: str) -> io.BufferedReader:
        """The file that a response is read from."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # narrower than any buffer
        self._source.settimeout(_left(self._deadline))
        count = self._source.recv_into(buffer)
        self._size -= count
        if self._size < 0:
            raise RequestRefused("certificate_fetch_too_large")
        return count


def _left(deadline: float) -> float:
    """Seconds until the deadline. Raises TimeoutError after it: a timeout of zero would mean none."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
