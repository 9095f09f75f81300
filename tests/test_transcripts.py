from __future__ import annotations

from pathlib import Path

import pytest

from skill.commands.transcripts import compare

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*/*.md"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_conversation_goes_as_written(path: Path) -> None:
    failures = compare(path, locale=path.parent.name)
    assert not failures, "\n".join(str(failure) for failure in failures)
