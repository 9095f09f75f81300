"""`knee-guide serve`, as it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest
from flask import Flask

from skill import __version__
from skill.cli import main
from skill.conditions.version import knowledge_version
from skill.config import DEVELOPMENT_VARIABLE, SKILL_ID_VARIABLE
from tests.alexa.conversing import launch

COMMAND = [sys.executable, "-c", "import sys; from skill.cli import main; sys.exit(main())", "serve", "--port", "0"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("KNEE_GUIDE_")}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    process = subprocess.Popen(
        [*COMMAND, "--workers", "2"],
        env=ENVIRONMENT | {"KNEE_GUIDE_DEVELOPMENT": "on"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdout is not None
        yield process.stdout.readline().removeprefix("Listening on ").strip()
        process.terminate()


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as response:
        return str(response.read().decode())


def test_health_tells_the_versions_of_software_and_knowledge(url: str) -> None:
    assert json.loads(get(f"{url}/health")) == {
        "status": "ok",
        "version": __version__,
        "knowledge": knowledge_version(),
    }


def test_the_workers_figures_are_added_up(url: str) -> None:
    body, headers = json.dumps(launch()).encode(), {"Content-Type": "application/json"}
    for _ in range(20):
        with urllib.request.urlopen(urllib.request.Request(f"{url}/alexa", body, headers), timeout=10) as response:
            assert b"Knee Pain Guide" in response.read()
    assert {get(f"{url}/metrics").count('knee_guide_requests_total{refused="no"} 20.0') for _ in range(10)} == {1}


@pytest.mark.parametrize(
    ("settings", "arguments", "sentence"),
    [
        ({}, [], "Set KNEE_GUIDE_SKILL_ID to the skill's id"),
        ({DEVELOPMENT_VARIABLE: "on"}, ["--host", "0.0.0.0"], "Development mode answers everybody"),
        ({DEVELOPMENT_VARIABLE: "on"}, ["--workers", "0"], "There cannot be 0 workers"),
        ({}, ["--dev", "--host", "0.0.0.0"], "Development mode answers everybody"),
        ({}, ["--dev", "--workers", "2"], "The simulator's page holds its conversations in one process"),
    ],
)
def test_what_cannot_be_served_safely_is_told_in_a_sentence(
    settings: dict[str, str],
    arguments: list[str],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in (SKILL_ID_VARIABLE, DEVELOPMENT_VARIABLE):
        monkeypatch.setenv(name, settings.get(name, ""))
    assert main(["serve", *arguments]) == 2
    printed, told = capsys.readouterr()
    assert (printed, told.count("\n")) == ("", 1)
    assert told.startswith(sentence)


@pytest.mark.parametrize(("arguments", "status"), [(["--dev"], 200), ([], 404)])
def test_the_simulators_page_is_there_where_it_is_asked_for(
    arguments: list[str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[Flask] = []
    monkeypatch.setenv(DEVELOPMENT_VARIABLE, "" if arguments else "on")
    monkeypatch.setattr("skill.web.server.serve", lambda app, *_, **__: served.append(app))
    main(["serve", *arguments])
    assert served[0].test_client().get("/").status_code == status
