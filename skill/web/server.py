"""The process that serves the application, and the addresses it may be served at."""

from __future__ import annotations

import ipaddress
import logging
import signal
import socket
from contextlib import closing, suppress

import waitress
from flask import Flask

from skill.config import DEVELOPMENT_VARIABLE, SKILL_ID_VARIABLE, Config, ConfigError
from skill.web.verification import RequestVerifier, SignatureNotCheckable, Unverified

# Above the application's own limit, so that it answers a large body itself, and low enough to spare memory.
MAX_RECEIVED_BYTES = 1024 * 1024


def verifier_for(config: Config) -> RequestVerifier:
    """Choose who decides which requests are Alexa's; only development goes without."""
    return Unverified() if config.development else SignatureNotCheckable()


def serve(app: Flask, host: str, port: int, *, config: Config) -> None:
    """Answer requests until interrupted or terminated, letting those under way finish.

    Prints one line saying where it listens; port 0 takes a free one. Raises ConfigError where `config` and
    `host` do not go together, and where the address cannot be had.
    """
    check_exposure(config, host)
    logging.basicConfig(level=config.log_level)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with _listen(host, port) as listener, suppress(KeyboardInterrupt):
        server = waitress.create_server(app, sockets=[listener], ident=None, max_request_body_size=MAX_RECEIVED_BYTES)
        with closing(server):
            print(f"Listening on {_url(*listener.getsockname()[:2])}", flush=True)
            server.run()


def check_exposure(config: Config, host: str) -> None:
    """Raise ConfigError unless `host` is safe to serve at with `config`."""
    if config.development and not _is_loopback(host):
        raise ConfigError(
            f"Development mode answers everybody, so it listens on 127.0.0.1 only, not on {host}: "
            f"choose that address, or unset {DEVELOPMENT_VARIABLE}."
        )
    if not config.skill_ids and not config.development:
        raise ConfigError(
            f"Set {SKILL_ID_VARIABLE} to the skill's id, so that other skills' requests are refused, "
            f"or set {DEVELOPMENT_VARIABLE}=on to try things out on this machine."
        )


def _listen(host: str, port: int) -> socket.socket:
    """Open the socket here, as waitress leaks its own when the address is taken."""
    if not 0 <= port <= 65535:
        raise ConfigError(f"Cannot listen on port {port}: a port is a number from 0 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ConfigError(f"Cannot listen on {host}, port {port}: {error}.") from error


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
