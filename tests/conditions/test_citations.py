"""No number without its grade and its source: whatever kind of knowledge it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.conditions.documents import DocumentError
from skill.conditions.loader import KNOWLEDGE, load_knowledge

SOUND = Path(__file__).parent / "broken" / "sound"
# A year names a source and a fact of a person is compared with a limit that the derived finding's own meaning gives:
# "fifty or over" is what is observed, and what follows from it is cited where it is used.
UNCITED = {("sources.yaml", "year"), ("findings.yaml", "at_least"), ("findings.yaml", "below")}


def documents(directory: Path) -> dict[str, Any]:
    paths = sorted(directory.rglob("*.yaml"))
    return {str(path.relative_to(directory)): yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def numbers(value: Any, cited: bool = False, key: str = "") -> Iterator[tuple[str, bool]]:
    """Each number by its key, and whether a mapping around it has a grade and sources."""
    if isinstance(value, dict):
        cited = cited or (bool(value.get("grade")) and bool(value.get("cites")))
        for name, inner in value.items():
            yield from numbers(inner, cited, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from numbers(inner, cited, key)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield key, cited


def graded(value: Any, trail: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The trail to each mapping that has a grade."""
    if isinstance(value, dict) and "grade" in value:
        yield trail
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from graded(inner, (*trail, key))


CITATIONS = [(name, trail) for name, document in documents(SOUND).items() for trail in graded(document)]


@pytest.fixture(scope="module")
def shipped() -> dict[str, Any]:
    return documents(KNOWLEDGE)


@pytest.mark.parametrize("name", [str(path.relative_to(KNOWLEDGE)) for path in sorted(KNOWLEDGE.rglob("*.yaml"))])
def test_every_shipped_number_has_a_grade_and_a_source(shipped: dict[str, Any], name: str) -> None:
    uncited = [key for key, cited in numbers(shipped[name]) if not cited and (name, key) not in UNCITED]
    assert uncited == []


@pytest.mark.parametrize("missing", ["grade", "cites"])
@pytest.mark.parametrize(("name", "trail"), CITATIONS, ids=lambda value: str(value))
def test_what_lacks_its_grade_or_its_source_is_refused(
    name: str, trail: tuple[Any, ...], missing: str, tmp_path: Path
) -> None:
    for file, document in documents(SOUND).items():
        entry = document
        for key in trail if file == name else ():
            entry = entry[key]
        if file == name:
            del entry[missing]
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_knowledge(tmp_path)
    assert any(
        Path(problem.path).name == Path(name).name and f"'{missing}'" in problem.what
        for problem in caught.value.problems
    )
