"""The process that serves the application, and the addresses it may be served at."""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

from skill.alexa.log_lines import JsonLines
from skill.config import DEVELOPMENT_VARIABLE, SKILL_ID_VARIABLE, Config, ConfigError
from skill.web.loopback import is_loopback
from skill.web.verification import RequestVerifier, Unverified, alexa_verifier
from skill.web.worker import work
from skill.web.workers import run_workers


def verifier_for(config: Config) -> RequestVerifier:
    """Choose who decides which requests are Alexa's; only development goes without."""
    return Unverified(config.skill_ids) if config.development else alexa_verifier(config.skill_ids)


def serve(app: Flask, host: str, port: int, *, config: Config, workers: int = 1) -> None:
    """Answer requests until interrupted or terminated, letting those under way finish. Logs to standard error.

    Prints one line saying where it listens; port 0 takes a free one. Raises ConfigError where `config` and
    `host` do not go together, where the address cannot be had, and for a number of `workers` that cannot be.
    """
    check_exposure(config, host)
    check_workers(workers)
    with _listen(host, port) as listener, _logging(config.log_level):
        print(f"Listening on {_url(*listener.getsockname()[:2])}", flush=True)
        if workers == 1:
            work(app, listener)
        else:
            run_workers(workers, lambda: work(app, listener))


def check_exposure(config: Config, host: str) -> None:
    """Raise ConfigError unless `host` is safe to serve at with `config`."""
    if config.development and not is_loopback(host):
        raise ConfigError(
            f"Development mode answers everybody, so it listens on 127.0.0.1 only, not on {host}: "
            f"choose that address, or unset {DEVELOPMENT_VARIABLE}."
        )
    if not config.skill_ids and not config.development:
        raise ConfigError(
            f"Set {SKILL_ID_VARIABLE} to the skill's id, so that other skills' requests are refused, "
            f"or set {DEVELOPMENT_VARIABLE}=on to try things out on this machine."
        )


def check_workers(count: int) -> None:
    """Raise ConfigError unless there can be as many processes here."""
    if count < 1:
        raise ConfigError(f"There cannot be {count} workers: give at least 1.")
    if count > 1 and not hasattr(os, "fork"):
        raise ConfigError("This system cannot share the work among processes: leave --workers at 1.")


@contextmanager
def _logging(level: int) -> Iterator[None]:
    """Log as JSON lines to standard error."""
    handler, root = logging.StreamHandler(sys.stderr), logging.getLogger()
    handler.setFormatter(JsonLines())
    before = root.level
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # else it warns whenever all threads are at work
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        root.setLevel(before)
        root.removeHandler(handler)


def _listen(host: str, port: int) -> socket.socket:
    """Open the socket here, as waitress leaks its own when the address is taken."""
    if not 0 <= port <= 65535:
        raise ConfigError(f"Cannot listen on port {port}: a port is a number from 0 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ConfigError(f"Cannot listen on {host}, port {port}: {error}.") from error


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
