"""The Alexa Timers API over HTTP: one request, within a total time limit, to Amazon's own hosts and nowhere else.

The SDK's client waits for as long as the service likes, which a skill that has eight seconds to answer cannot.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    from http.client import HTTPResponse

PATH = "/v1/alerts/timers"
LIMIT_SECONDS = 2.0
LARGEST_ANSWER = 16 * 1024  # bytes; a timer's description has a few hundred

# North America, Europe and the Far East, by the API's reference.
AMAZONS_HOSTS = frozenset({"api.amazonalexa.com", "api.eu.amazonalexa.com", "api.fe.amazonalexa.com"})


@dataclass(frozen=True, slots=True)
class ApiAccess:
    """Where a request says its API is, and the token that opens it, which is never shown."""

    endpoint: str
    token: str = field(repr=False)


class Created(Enum):
    """What became of creating a timer. `NOT_PERMITTED` is the API's answer where the user's permission is missing."""

    SET = "set"
    NOT_PERMITTED = "not_permitted"
    FAILED = "failed"


CreateTimer = Callable[[ApiAccess, Mapping[str, Any]], Created]
Allows = Callable[[SplitResult], bool]


def is_amazons(address: SplitResult) -> bool:
    """Whether an address is one of the Alexa API's: what opens a user's timers goes to nobody else."""
    return address.scheme == "https" and address.hostname in AMAZONS_HOSTS and address.port in (None, 443)


def is_loopback(address: SplitResult) -> bool:
    """Whether an address is on this machine, as a simulated service's is."""
    return address.scheme == "http" and address.hostname == "127.0.0.1"


def no_service(access: ApiAccess, timer: Mapping[str, Any]) -> Created:
    """Create nothing, for a guide that has no timers."""
    return Created.FAILED


class TimerApi:
    """Creates timers. `allows` says which addresses may be called, `limit` how many seconds an answer may take."""

    def __init__(self, allows: Allows = is_amazons, limit: float = LIMIT_SECONDS) -> None:
        self._allows = allows
        self._limit = limit

    def __call__(self, access: ApiAccess, timer: Mapping[str, Any]) -> Created:
        """Create the timer. Whatever goes wrong is an outcome, never an exception; and so is taking too long.

        A socket's own timeout begins anew with every packet, and looking up a name has none. So the request has a
        thread to itself, and whoever waits for it leaves in time.
        """
        address = _address(access.endpoint)
        if address is None or not self._allows(address):
            return Created.FAILED
        answers: SimpleQueue[Created] = SimpleQueue()
        work = Thread(target=lambda: answers.put(self._create(address, access.token, timer)), daemon=True)
        work.start()
        try:
            return answers.get(timeout=self._limit)
        except Empty:
            return Created.FAILED

    def _create(self, address: SplitResult, token: str, timer: Mapping[str, Any]) -> Created:
        # Here, since few conversations set a timer, and this takes longer to import than to start the conversation.
        from http.client import HTTPConnection, HTTPException, HTTPSConnection

        kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
        connection = kind(address.hostname or "", address.port, timeout=self._limit)
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        try:
            connection.request("POST", PATH, json.dumps(timer), headers)
            return _created(connection.getresponse())
        except (OSError, HTTPException, ValueError, RecursionError):
            return Created.FAILED
        finally:
            connection.close()


def _address(endpoint: str) -> SplitResult | None:
    try:
        address = urlsplit(endpoint)
        address.port  # noqa: B018 - reading it is what finds a port that is no number
    except ValueError:
        return None
    return address


def _created(response: HTTPResponse) -> Created:
    """A timer counts as set when the service describes it. Redirects are not followed: they lead elsewhere."""
    if response.status == 401:
        return Created.NOT_PERMITTED
    if response.status not in (200, 201):
        return Created.FAILED
    told = json.loads(response.read(LARGEST_ANSWER))
    running = isinstance(told, dict) and bool(told.get("id")) and told.get("status", "ON") == "ON"
    return Created.SET if running else Created.FAILED
