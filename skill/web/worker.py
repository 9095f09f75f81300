"""One process that serves the application, on the production server waitress, until it is told to stop."""

from __future__ import annotations

import logging
import signal
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import waitress
from flask import Flask

from skill import __version__
from skill.alexa.log_lines import Event
from skill.web.connection import IDLE_SECONDS, Connection
from skill.web.verification import MAX_BODY_BYTES
from skill.web.verification.certificates import MAX_WAITING

log = logging.getLogger(__name__)

# Enough beside the requests that may wait for a certificate, so that these never keep the others waiting.
THREADS = MAX_WAITING + 8
CONNECTIONS = 900  # a process may usually open 1024 files
MAX_HEADER_BYTES = 32 * 1024
STOPPING_SECONDS = 8  # as long as Alexa waits for an answer


def work(app: Flask, listener: socket.socket) -> None:
    """Serve until SIGTERM or SIGINT, and then until the requests that are here are answered.

    waitress' own `run` stops at once, and loses what its threads have to say.
    """
    server = waitress.create_server(
        app,
        sockets=[listener],
        ident=None,
        threads=THREADS,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,  # the other way ends at file number 1024
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=1,
        max_request_header_size=MAX_HEADER_BYTES,
        max_request_body_size=MAX_BODY_BYTES + 1,  # it refuses what reaches this
    )
    server.channel_class = Connection
    stopping = _told_to_stop(server.pull_trigger)
    log.info(Event("started", version=__version__))
    while not stopping.is_set():
        _turn(server)
    _finish(server)
    log.info(Event("stopped"))


def _told_to_stop(wake: Callable[[], None]) -> threading.Event:
    """An event that a signal sets, without breaking into whatever is being done; `wake` ends waiting for clients."""
    stopping = threading.Event()

    def stop(number: int, frame: object) -> None:
        stopping.set()
        wake()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    return stopping


def _turn(server: Any, seconds: float = 1.0) -> None:
    """Do what clients ask now, or wait for some to ask."""
    server.asyncore.loop(timeout=seconds, map=server._map, use_poll=True, count=1)


def _finish(server: Any) -> None:
    """Take no new connection, and answer the requests that are here, as long as that takes in reason."""
    server.accepting = False
    server.del_channel()
    server.socket.close()
    deadline = time.monotonic() + STOPPING_SECONDS
    _turn(server, 0.05)
    while not _is_idle(server) and time.monotonic() < deadline:
        _turn(server, 0.05)
    server.task_dispatcher.shutdown(timeout=1)
    server.trigger.close()
    waitress.wasyncore.close_all(server._map)


def _is_idle(server: Any) -> bool:
    channels = list(server.active_channels.values())
    return not any(each.requests or each.request or each.total_outbufs_len for each in channels)
