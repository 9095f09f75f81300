from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import skill
from skill.understanding.heard import Heard
from skill.understanding.pending import Pending
from skill.understanding.understander import Understander, load_understander

LOCALE = Path(skill.__file__).parent / "locales" / "en-US"


@pytest.fixture(scope="session")
def understander() -> Understander:
    return load_understander(LOCALE)


@pytest.fixture(scope="session")
def hear(understander: Understander) -> Callable[..., Heard]:
    def understand(text: str, pending: Pending | None = None) -> Heard:
        return understander.understand(text, pending)

    return understand


@pytest.fixture(scope="session")
def findings(understander: Understander) -> Callable[..., dict[str, str]]:
    """Finding id to "present", "absent" or "unknown"."""

    def read(text: str, pending: Pending | None = None) -> dict[str, str]:
        evidence = understander.understand(text, pending).evidence
        return {name: presence.value for name, presence in evidence.findings.items()}

    return read
