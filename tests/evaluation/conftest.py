from __future__ import annotations

import json

import pytest

from skill import app
from skill.commands import devices
from skill.conditions.evidence import Presence
from skill.evaluation.cases import load_cases
from skill.evaluation.patient import SimulatedPatient
from skill.evaluation.patient_words import load_patient_words
from skill.evaluation.play import Player
from skill.evaluation.stage import stage_of
from skill.evaluation.truth import Truth
from tests.evaluation.example import CASE


@pytest.fixture(scope="session")
def inference():
    return app.build().inference


@pytest.fixture(scope="session")
def knowledge(inference):
    return inference.knowledge


@pytest.fixture(scope="session")
def words():
    return load_patient_words("en-US")


@pytest.fixture
def write(tmp_path):
    """Write the usual case, with changes, as a file of one line."""

    def written(**changes):
        path = tmp_path / "cases.jsonl"
        path.write_text(json.dumps(CASE | changes) + "\n")
        return path

    return written


@pytest.fixture
def case(write, knowledge):
    """The usual case, with changes."""
    return lambda **changes: load_cases(write(**changes), knowledge)[0]


@pytest.fixture
def patient(case, knowledge, words):
    """Someone with the usual case, with changes; `unlisted` is what else they answer."""

    def made(unlisted=Presence.ABSENT, **changes):
        someone = case(**changes)
        return SimulatedPatient(someone, Truth.of(someone.evidence, knowledge, unlisted), knowledge, words)

    return made


@pytest.fixture(scope="session")
def player(words):
    stage = stage_of(app.build(), "en-US")
    return Player(devices.device("en-US", skill=stage.skill), stage, words)
