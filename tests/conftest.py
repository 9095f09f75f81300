"""Under CI a skipped test is a failure: nothing may go unchecked there without anybody noticing."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _fail_if_skipped(report: Report) -> Report:
    if os.environ.get("CI") and report.outcome == "skipped":
        report.outcome = "failed"
        vars(report).pop("wasxfail", None)  # pytest shows such a failure, but does not count it
        report.longrepr = f"Skipped, which is a failure under CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _fail_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _fail_if_skipped((yield))
