from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest
from flask import Flask

from skill.config import Config, ConfigError
from skill.web.app import create_app
from skill.web.server import check_exposure, serve, verifier_for
from skill.web.verification import SignatureNotCheckable, Unverified
from tests.web.sdk_skill import ID, Greeting, launch, skill_of

DEVELOPMENT = Config(development=True)
PRODUCTION = Config(skill_ids=frozenset({ID}))

SERVICE = """
import sys

from skill.config import Config
from skill.web.app import create_app
from skill.web.server import serve, verifier_for
from tests.web.sdk_skill import Greeting, skill_of

config = Config(development=True)
app = create_app(
    skill_of(Greeting()), verifier=verifier_for(config), skill_ids=config.skill_ids, ready=lambda: "k1"
)
serve(app, sys.argv[1], 0, config=config)
print("done")
"""


@pytest.fixture(params=["127.0.0.1", "::1"])
def service(request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    # A signal can only be sent to a process of its own.
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "error", "-c", SERVICE, request.param],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process
        process.kill()


def first_line(service: subprocess.Popen[str]) -> str:
    assert service.stdout is not None
    return service.stdout.readline()


def test_the_address_printed_is_the_one_that_answers(service: subprocess.Popen[str]) -> None:
    url = first_line(service).removeprefix("Listening on ").strip()
    request = urllib.request.Request(f"{url}/alexa", json.dumps(launch()).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=10) as response:
        assert json.load(response)["response"]["outputSpeech"]["ssml"] == "<speak>hello</speak>"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_stop_ends_the_service_quietly(service: subprocess.Popen[str], number: int) -> None:
    first_line(service)
    service.send_signal(number)
    assert (*service.communicate(timeout=10), service.returncode) == ("done\n", "", 0)


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
    return create_app(skill_of(Greeting()), verifier=Unverified(), skill_ids=(), ready=lambda: None)


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


def test_only_development_mode_goes_without_verification() -> None:
    assert isinstance(verifier_for(DEVELOPMENT), Unverified)
    assert isinstance(verifier_for(PRODUCTION), SignatureNotCheckable)
