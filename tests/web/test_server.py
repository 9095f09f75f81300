"""The service as a process of its own: what it prints, what it bears, and how it stops."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from skill.config import Config, ConfigError
from skill.web.app import create_app
from skill.web.server import check_exposure, serve, verifier_for
from skill.web.verification import MAX_BODY_BYTES, Unverified, Verifier
from tests.web.sdk_skill import ID, Greeting, launch, skill_of

DEVELOPMENT = Config(development=True)
PRODUCTION = Config(skill_ids=frozenset({ID}))

SERVICE = """
import logging, sys, time

from skill.alexa.log_lines import Event
from skill.config import Config
from skill.web import connection
from skill.web.app import create_app
from skill.web.server import serve, verifier_for
from tests.web.sdk_skill import Greeting, skill_of

class Slow(Greeting):
    def handle(self, handler_input):
        if float(sys.argv[3]):
            logging.getLogger().info(Event("handling"))
            time.sleep(float(sys.argv[3]))
        return super().handle(handler_input)

connection.RECEIVING_SECONDS = 0.5
config = Config(development=True)
app = create_app(skill_of(Slow()), verifier=verifier_for(config), ready=lambda: "k1")
serve(app, sys.argv[1], 0, config=config, workers=int(sys.argv[2]))
print("done")
"""

Process = subprocess.Popen[str]
Start = Callable[..., Process]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a service; a signal can only be sent to a process of its own."""
    started: list[Process] = []

    def start_one(host: str = "127.0.0.1", workers: int = 1, seconds: float = 0) -> Process:
        command = [sys.executable, "-W", "error", "-c", SERVICE, host, str(workers), str(seconds)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start_one
    for process in started:
        with process:
            process.kill()


def address(service: Process) -> str:
    assert service.stdout is not None
    return service.stdout.readline().removeprefix("Listening on ").strip()


def connect(url: str) -> socket.socket:
    host, _, port = url.removeprefix("http://").rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=10)


def ask(url: str) -> object:
    request = urllib.request.Request(
        f"{url}/alexa", json.dumps(launch()).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)["response"]["outputSpeech"]["ssml"]


def posting(body: bytes, length: int | None = None) -> bytes:
    head = f"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {length or len(body)}"
    return f"{head}\r\n\r\n".encode() + body


def first_events(service: Process, count: int) -> list[dict[str, Any]]:
    assert service.stderr is not None
    return [json.loads(service.stderr.readline()) for _ in range(count)]


def events(errors: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in errors.splitlines()]


def test_the_address_printed_is_the_one_that_answers_also_by_ipv6(start: Start) -> None:
    assert ask(address(start("::1"))) == "<speak>hello</speak>"


@pytest.mark.parametrize(("number", "workers"), [(signal.SIGTERM, 1), (signal.SIGINT, 1), (signal.SIGTERM, 2)])
def test_a_signal_to_stop_ends_the_service_and_its_workers_quietly(number: int, workers: int, start: Start) -> None:
    service = start(workers=workers)
    ask(address(service))
    assert [each["event"] for each in first_events(service, workers)] == ["started"] * workers
    service.send_signal(number)
    printed, errors = service.communicate(timeout=10)
    assert (printed, service.returncode) == ("done\n", 0)
    assert [event["event"] for event in events(errors)] == ["stopped"] * workers


@pytest.mark.parametrize("workers", [1, 2])
def test_a_request_under_way_is_answered_before_the_service_stops(workers: int, start: Start) -> None:
    service = start(workers=workers, seconds=0.3)
    with connect(address(service)) as client:
        client.sendall(posting(json.dumps(launch()).encode()))
        started_and_handling = [event["event"] for event in first_events(service, workers + 1)]
        assert "handling" in started_and_handling
        service.send_signal(signal.SIGTERM)
        assert client.recv(4096).startswith(b"HTTP/1.1 200 ")
    assert service.wait(timeout=10) == 0


def workers_of(service: Process) -> list[int]:
    with open(f"/proc/{service.pid}/task/{service.pid}/children") as file:
        return [int(each) for each in file.read().split()]


def test_a_worker_that_dies_is_replaced(start: Start) -> None:
    service = start(workers=2)
    url = address(service)
    ask(url)
    before = workers_of(service)
    os.kill(before[0], signal.SIGKILL)
    deadline = time.monotonic() + 10
    while len(set(workers_of(service)) - {before[0]}) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert before[0] not in workers_of(service)
    assert len(workers_of(service)) == 2


def test_workers_stop_when_their_first_process_is_killed(start: Start) -> None:
    service = start(workers=2)
    ask(address(service))
    first_events(service, 2)
    service.kill()
    errors = service.communicate(timeout=10)[1]  # which ends when the last of them does
    assert [event["event"] for event in events(errors)] == ["stopped", "stopped"]


REFUSED_BY_THE_SERVER = {
    "not_http": b"HELLO\r\n\r\n",
    "headers_too_large": b"POST /alexa HTTP/1.1\r\nX: " + b"x" * 40_000 + b"\r\n\r\n",
    "body_too_large": posting(b"{", MAX_BODY_BYTES + 1),  # told before it is sent
}


def test_what_never_reaches_the_application_is_refused_in_the_same_way(start: Start) -> None:
    service = start()
    url = address(service)
    for request in REFUSED_BY_THE_SERVER.values():
        with connect(url) as client:
            client.sendall(request)
            head, _, body = client.recv(4096).partition(b"\r\n\r\n")
        assert (head.split(b" ")[1], body) == (b"400", b"")
    service.terminate()
    refused = [event["rule"] for event in events(service.communicate(timeout=10)[1]) if event["event"] == "refused"]
    assert refused == list(REFUSED_BY_THE_SERVER)


def drip(client: socket.socket, content: bytes) -> None:
    for byte in content:
        client.sendall(bytes([byte]))
        time.sleep(0.05)


def test_a_client_that_drips_is_cut_off_whatever_it_still_sends(start: Start) -> None:
    url = address(start())
    began = time.monotonic()
    with connect(url) as client, pytest.raises((BrokenPipeError, ConnectionResetError)):
        drip(client, posting(json.dumps(launch()).encode()))
    assert 0.4 < time.monotonic() - began < 4
    assert ask(url) == "<speak>hello</speak>"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_development_mode_may_listen_where_only_this_machine_reaches_it(host: str) -> None:
    check_exposure(DEVELOPMENT, host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])
def test_development_mode_on_a_reachable_address_is_refused(host: str) -> None:
    with pytest.raises(ConfigError, match=r"Development mode .* 127\.0\.0\.1"):
        check_exposure(DEVELOPMENT, host)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_without_a_skill_id_and_outside_development_nothing_is_served(host: str) -> None:
    with pytest.raises(ConfigError, match="KNEE_GUIDE_SKILL_ID"):
        check_exposure(Config(), host)


def test_with_a_skill_id_any_address_may_be_served_at() -> None:
    check_exposure(PRODUCTION, "0.0.0.0")


@pytest.fixture
def app() -> Flask:
    return create_app(skill_of(Greeting()), verifier=Unverified(), ready=lambda: None)


def test_serving_checks_the_exposure_first(app: Flask) -> None:
    with pytest.raises(ConfigError, match="Development mode"):
        serve(app, "0.0.0.0", -1, config=DEVELOPMENT)  # a port that would be refused next


@pytest.mark.parametrize("port", [-1, 65536])
def test_an_impossible_port_is_reported_in_a_sentence(app: Flask, port: int) -> None:
    with pytest.raises(ConfigError, match=f"Cannot listen on port {port}: "):
        serve(app, "127.0.0.1", port, config=DEVELOPMENT)


def test_an_address_in_use_is_reported_in_a_sentence(app: Flask) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=f"Cannot listen on 127.0.0.1, port {port}: "):
            serve(app, "127.0.0.1", port, config=DEVELOPMENT)


@pytest.mark.parametrize("workers", [0, -1])
def test_a_number_of_workers_that_cannot_be_is_reported_in_a_sentence(app: Flask, workers: int) -> None:
    with pytest.raises(ConfigError, match=f"There cannot be {workers} workers"):
        serve(app, "127.0.0.1", 0, config=DEVELOPMENT, workers=workers)


def test_a_system_that_cannot_fork_is_told_so(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    with pytest.raises(ConfigError, match="leave --workers at 1"):
        serve(app, "127.0.0.1", 0, config=DEVELOPMENT, workers=2)


def test_only_development_mode_goes_without_verification() -> None:
    assert isinstance(verifier_for(DEVELOPMENT), Unverified)
    assert isinstance(verifier_for(PRODUCTION), Verifier)
