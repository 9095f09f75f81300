"""The package as a whole: what is in it, and that a conversation with it is the one that the checkout holds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from skill import app
from skill.authoring.package.archive import packed
from skill.authoring.package.libraries import LEFT_OUT, SHIPPED
from skill.commands import devices
from skill.conditions.loader import load_knowledge
from skill.conditions.version import knowledge_version
from skill.evaluation.contracts import contracts
from skill.locales.documents import hearing
from skill.simulator.transcript_runner import run_file
from skill.speech.words_reader import load_words
from tests.deployed.emulator import Deployed, deployed

ROOT = Path(__file__).parents[2]
TRANSCRIPTS = ROOT / "tests" / "transcripts" / "en-US"

# What serves, simulates, checks or reads YAML, and what opens connections: a voice turn imports none of it.
NEVER_IMPORTED = {
    *("yaml", "flask", "werkzeug", "cryptography", "requests", "urllib3", "certifi", "hypothesis", "pytest"),
    *("http.client", "ssl", "socket", "email", "hashlib", "urllib.request", "xml", "html", "importlib.metadata"),
    "dateutil.parser",
    *("skill.simulator", "skill.web", "skill.authoring", "skill.evaluation", "skill.commands", "skill.cli"),
    "ask_sdk_model.interfaces.alexa.presentation.apl",
}
COLD_TURN = """
import json, sys
import lambda_function
for event in json.load(sys.stdin):
    answer = lambda_function.lambda_handler(event, None)
    assert answer["response"]["outputSpeech"], answer
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "knee-pain-guide.zip"
    path.write_bytes(packed(ROOT))
    return path


@pytest.fixture(scope="module")
def files(package: Path) -> dict[str, bytes]:
    with ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def function(package: Path) -> Iterator[Deployed]:
    with deployed(package) as running:
        yield running


def test_another_process_in_another_folder_makes_the_same_bytes(package: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "skill.authoring.package", "again.zip"]
    subprocess.run(command, cwd=tmp_path, check=True, env={"PATH": os.defpath, "PYTHONHASHSEED": "7"})
    assert (tmp_path / "again.zip").read_bytes() == package.read_bytes()


def test_entries_are_in_order_and_tell_neither_when_nor_by_whom_they_were_packed(package: Path) -> None:
    entries = ZipFile(package).infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.external_attr >> 16) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0o100644)}


def test_the_package_names_no_folder_of_this_machine(files: dict[str, bytes]) -> None:
    places = {str(ROOT).encode(), str(Path.home()).encode(), sys.prefix.encode()}
    assert [name for name, content in files.items() for place in places if place in content] == []


def test_the_package_has_the_way_of_a_turn_and_nothing_beside_it(files: dict[str, bytes]) -> None:
    ours = {name.split("/")[1] for name in files if name.startswith("skill/")}
    folders = {"alexa", "conditions", "dialog", "locales", "speech", "understanding"}
    assert ours == {*folders, "__init__.py", "app.py", "config.py", "__pycache__"}
    libraries = {"ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "dateutil", "six.py"}
    own = {"lambda_function.py", "skill", "licenses", "__pycache__"}
    assert {name.split("/")[0] for name in files} == libraries | own


def test_the_package_has_no_yaml_no_page_and_nothing_compiled_for_one_machine(files: dict[str, bytes]) -> None:
    kinds = {Path(name).suffix for name in files if not name.startswith("licenses/")}
    assert kinds == {".py", ".pyc", ".json", ".txt"}


def test_the_license_of_everything_in_the_package_is_in_it_too(files: dict[str, bytes]) -> None:
    licensed = {name.split("/")[1] for name in files if name.startswith("licenses/")}
    assert licensed == {"knee-pain-guide", *SHIPPED}


def test_the_package_runs_under_each_supported_python(files: dict[str, bytes]) -> None:
    """What has no bytecode for a Python is compiled there: the sources have to be in the package."""
    bytecode = {name for name in files if name.endswith(".pyc")}
    tag = f".{sys.implementation.cache_tag}.pyc"
    assert {name.replace("__pycache__/", "").replace(tag, ".py") for name in bytecode} == {
        name for name in files if name.endswith(".py")
    }


@pytest.fixture(scope="module")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    ZipFile(package).extractall(folder)
    return folder


def test_knowledge_is_the_same_from_the_package_as_from_yaml(unpacked: Path) -> None:
    knowledge = unpacked / "skill" / "conditions" / "knowledge"
    assert load_knowledge(knowledge) == load_knowledge()
    assert knowledge_version(knowledge) == knowledge_version()


@pytest.mark.parametrize("code", app.LOCALE_CODES)
def test_a_locales_words_are_the_same_from_the_package_as_from_yaml(code: str, unpacked: Path) -> None:
    said, locales = Path("skill", "locales", code, "said"), unpacked / "skill" / "locales"
    assert load_words(unpacked / said) == load_words(ROOT / said)
    assert hearing(locales / code).relative_to(locales) == hearing(app.LOCALES / code).relative_to(app.LOCALES)


def test_a_cold_start_and_two_turns_import_nothing_that_they_do_not_need(unpacked: Path) -> None:
    device = devices.device("en-US", skill=app.handle)
    requests = [exchange.request for exchange in (device.open(), device.say("it hurts behind my knee when I run"))]
    # -S: without site-packages, so that the package stands on its own.
    result = subprocess.run(
        [str(Path(sys.base_prefix) / "bin" / "python3"), "-S", "-c", COLD_TURN],
        input=json.dumps(requests),
        cwd=unpacked,
        env={"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    assert NEVER_IMPORTED & set(json.loads(result.stdout)) == set()


@pytest.mark.parametrize("name", ["bakers-cyst", "coaching-hamstring", "danger-later", "rambling"])
def test_a_conversation_with_the_package_is_the_one_written_down(name: str, function: Deployed) -> None:
    def skill(request: dict[str, Any]) -> dict[str, Any]:
        response = function.invoke(request)
        assert response == json.loads(json.dumps(app.handle(request)))
        return response

    device = devices.device("en-US", skill=skill)
    failures = run_file(TRANSCRIPTS / f"{name}.md", lambda options: device, contracts(app.build().inference))
    assert failures == ()


def test_a_device_with_a_screen_is_shown_the_same_by_the_package(function: Deployed) -> None:
    device = devices.for_transcript("en-US", {"screen"})
    request = device.open().request
    assert request is not None
    assert function.invoke(request) == json.loads(json.dumps(app.handle(request)))


def test_what_the_libraries_need_is_in_the_package_or_left_out_for_a_reason() -> None:
    stated = (each for name in SHIPPED for each in requires(name) or ())
    # A marker tells of Pythons that are no more, and of extras that nobody asked for.
    needed = {re.split(r"[^\w-]", each)[0].lower() for each in stated if ";" not in each}
    assert needed <= {*SHIPPED, *LEFT_OUT}
