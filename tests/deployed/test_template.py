from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.config import SKILL_ID_VARIABLE
from tests.deployed.emulator import TOOLS

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "lambda" / "template.yaml"
ALEXA_GIVES_UP = 8  # seconds


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's own tags as what they are about: `!Ref Name` as {"Ref": "Name"}."""


def _tagged(loader: Loader, tag: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.SequenceNode):
        return {tag: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.ScalarNode)
    return {tag: loader.construct_scalar(node)}


Loader.add_multi_constructor("!", _tagged)


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return yaml.load(TEMPLATE.read_text(encoding="utf-8"), Loader)


def of_type(template: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each["Properties"] for each in template["Resources"].values() if each["Type"] == kind]


@pytest.fixture(scope="module")
def function(template: dict[str, Any]) -> dict[str, Any]:
    (found,) = of_type(template, "AWS::Serverless::Function")
    return found


def test_the_linter_of_cloudformation_has_nothing_to_say() -> None:
    command = [sys.executable, "-c", "import sys; from cfnlint.runner import main; sys.exit(main())"]
    environment = {"PATH": os.defpath, "PYTHONPATH": str(TOOLS), "AWS_DEFAULT_REGION": "us-east-1"}
    result = subprocess.run([*command, str(TEMPLATE)], env=environment, capture_output=True, text=True)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_function_runs_what_make_package_writes(function: dict[str, Any]) -> None:
    written = re.search(r"(?m)^PACKAGE := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert written
    assert (TEMPLATE.parent / function["CodeUri"]).resolve() == ROOT / written[1]
    assert function["Handler"] == "lambda_function.lambda_handler"


def test_alexa_alone_may_call_it_and_only_for_this_skill(template: dict[str, Any], function: dict[str, Any]) -> None:
    (permission,) = of_type(template, "AWS::Lambda::Permission")
    assert permission["Principal"] == "alexa-appkit.amazon.com"
    assert permission["EventSourceToken"] == {"Ref": "SkillId"}
    assert function["Environment"]["Variables"] == {SKILL_ID_VARIABLE: {"Ref": "SkillId"}}


def test_it_fails_before_alexa_gives_up(function: dict[str, Any]) -> None:
    assert function["Timeout"] < ALEXA_GIVES_UP


def test_an_alarm_tells_of_errors_and_one_of_slow_turns(template: dict[str, Any]) -> None:
    alarms = {each["MetricName"]: each for each in of_type(template, "AWS::CloudWatch::Alarm")}
    assert alarms["Errors"]["Threshold"] == 1
    assert alarms["Duration"]["ExtendedStatistic"] == "p99"
    assert all(each["TreatMissingData"] == "notBreaching" for each in alarms.values())


def test_logs_are_not_kept_for_ever(template: dict[str, Any], function: dict[str, Any]) -> None:
    (logs,) = of_type(template, "AWS::Logs::LogGroup")
    assert logs["RetentionInDays"] == {"Ref": "LogRetentionInDays"}
    assert function["LoggingConfig"] == {"LogGroup": {"Ref": "Logs"}}


def test_concurrency_is_reserved_only_where_somebody_says_how_much(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    assert template["Parameters"]["ReservedConcurrency"]["Default"] == 0
    assert function["ReservedConcurrentExecutions"]["If"][0] == "Capped"


def test_both_processors_and_every_supported_python_can_be_chosen(template: dict[str, Any]) -> None:
    parameters = template["Parameters"]
    assert set(parameters["Architecture"]["AllowedValues"]) == {"arm64", "x86_64"}
    assert set(parameters["Runtime"]["AllowedValues"]) == {"python3.11", "python3.12", "python3.13"}


def test_the_template_names_no_account() -> None:
    assert re.findall(r"\d{12}", TEMPLATE.read_text(encoding="utf-8")) == []
