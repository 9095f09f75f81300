"""Timer services over HTTP on this machine, so that a skill calls them as it would call Amazon's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from weakref import WeakValueDictionary

from skill.simulator.timers import Fault, TimerService

LARGEST_BODY = 64 * 1024  # bytes


class TimerServer:
    """Serves any number of users' timers at one address, told apart by their tokens, for as long as these are used."""

    def __init__(self) -> None:
        self.released = Event()  # whoever still waits for a slow answer then is let go
        self._services: WeakValueDictionary[str, TimerService] = WeakValueDictionary()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def add(self, service: TimerService) -> None:
        """Serve one more user."""
        self._services[service.token] = service

    def service(self, authorization: str) -> TimerService:
        """Whom a request is for; a token that nobody has is for somebody else, who refuses it."""
        return self._services.get(authorization.removeprefix("Bearer ")) or TimerService(token="")

    def close(self) -> None:
        """Serve nobody any more."""
        self.released.set()
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def serving(service: TimerService) -> Iterator[str]:
    """Serve one user until left; yields the address."""
    server = TimerServer()
    server.add(service)
    try:
        yield server.address
    finally:
        server.close()


def _handler(server: TimerServer) -> type[BaseHTTPRequestHandler]:
    """The handler that takes requests to the server's services; where there is none, it hangs up."""

    class Handler(BaseHTTPRequestHandler):
        """Takes one request to its service and brings back the answer."""

        def do_POST(self) -> None:
            """Create."""
            headers = {name.lower(): value for name, value in self.headers.items()}
            service = server.service(headers.get("authorization", ""))
            if service.fault is Fault.SLOW:
                server.released.wait()
            if service.fault in (Fault.SLOW, Fault.ABSENT):
                return
            status, told = 200, b"<html>"
            if service.fault is not Fault.BROKEN:
                status, value = service.handle(self.command, self.path, headers, self._body())
                told = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        do_GET = do_DELETE = do_POST  # noqa: N815 - http.server calls them so; the service tells them apart

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: what a device asks of its service is nobody's to read."""

        def _body(self) -> Any:
            try:
                return json.loads(self.rfile.read(min(int(self.headers.get("Content-Length", "0")), LARGEST_BODY)))
            except ValueError:
                return None

    return Handler
