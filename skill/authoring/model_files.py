"""Where the generated files of the skill package live, and how they compare with what the words would give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.authoring.interaction_model import build
from skill.authoring.manifest import with_locales
from skill.locales.locale import locale_directories

Json = dict[str, Any]

LOCALES = Path(__file__).parents[1] / "locales"
PACKAGE = Path(__file__).parents[2] / "interaction_model"
MANIFEST = "skill.json"

_MISSING = object()


def model_path(package: Path, locale: str) -> Path:
    """The file of a locale's interaction model in the skill package."""
    return package / "interactionModels" / "custom" / f"{locale}.json"


def read_json(path: Path) -> Any:
    """The JSON in `path`; None where there is no such file, or no JSON in it."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def write(locales: Path, package: Path) -> list[Path]:
    """Generate every locale's interaction model and its texts in the manifest; the files written."""
    return [_write(path, content) for path, content in _generated(locales, package)]


def _generated(locales: Path, package: Path) -> Iterator[tuple[Path, Json]]:
    """Each file that is made of words, and what it should be."""
    directories = locale_directories(locales)
    yield from ((model_path(package, directory.name), build(directory)) for directory in directories)
    manifest = read_json(package / MANIFEST)
    if manifest is not None:
        yield package / MANIFEST, with_locales(manifest, directories)


def _write(path: Path, content: Json) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def differences(locales: Path, package: Path) -> Iterator[str]:
    """Each part of a generated file that is not what the words give."""
    known = set()
    for path, wanted in _generated(locales, package):
        known.add(path)
        shown, found = path.relative_to(package.parent).as_posix(), read_json(path)
        if found is None:
            yield f"{shown} is missing or is no JSON"
        else:
            yield from (f"{shown}: {part} differs" for part in _differing(wanted, found, ""))
    for path in sorted(set(model_path(package, "x").parent.glob("*.json")) - known):
        yield f"{path.relative_to(package.parent).as_posix()} has no words in {locales.name}/{path.stem}"


def _differing(wanted: Any, found: Any, where: str) -> Iterator[str]:
    """The smallest named parts that differ: an intent, a type, a prompt, or a plain value."""
    if wanted == found:
        return
    wanted_parts, found_parts = _parts(wanted), _parts(found)
    if not wanted_parts or not found_parts or where.count("[") == 1:
        yield where or "all of it"
        return
    inner = [
        part
        for name in dict.fromkeys((*wanted_parts, *found_parts))
        for part in _differing(wanted_parts.get(name, _MISSING), found_parts.get(name, _MISSING), f"{where}{name}")
    ]
    yield from inner or [f"the order or number of {where}"]


def _parts(value: Any) -> Json:
    """A mapping's values by key, a list's by the name or id of each; nothing for anything else."""
    if isinstance(value, dict):
        return {f".{key}": inner for key, inner in value.items()}
    if isinstance(value, list):
        return {f"[{inner.get('name', inner.get('id'))}]": inner for inner in value if isinstance(inner, dict)}
    return {}
