"""Strict reading of YAML: every mistake is a `Problem` with file and line, and reading goes on to find the next.

The same `Fields` reads the compiled JSON that a package ships; there, lines are 0, since a package is made from
knowledge that has no problems.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class Line(int):
    """A line of another file than the one that is read, such as that of a locale which another falls back to."""

    path: str

    def __new__(cls, number: int, path: str) -> Line:
        line = super().__new__(cls, number)
        line.path = path
        return line


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file of words or knowledge: where it is, what is wrong and how to mend it."""

    path: str
    line: int
    what: str
    mend: str

    def __post_init__(self) -> None:
        if isinstance(self.line, Line):
            object.__setattr__(self, "path", self.line.path)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}; {self.mend}"


class LocatedDict(dict[str, Any]):
    """A mapping that remembers the line of each key."""

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class LocatedList(list[Any]):
    """A list that remembers the line of each item."""

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def read_yaml(path: Path, shown: str, problems: list[Problem]) -> Any:
    """The document in `path`, with lines; None and a problem where it cannot be read.

    `shown` is how problems name the file.
    """
    # Here, since a package has its documents as JSON and no PyYAML.
    from skill.conditions.yaml_documents import located

    try:
        return located(path.read_text(encoding="utf-8"), shown, problems)
    except OSError as error:
        problems.append(Problem(shown, 0, f"cannot be read ({error.strerror})", "check that the file exists"))
    except UnicodeDecodeError:
        problems.append(Problem(shown, 0, "is not UTF-8 text", "save the file as UTF-8"))
    return None


@dataclass(slots=True)
class Fields:
    """Strict access to one mapping: a getter reports a wrong or missing value, `close` unknown keys.

    Getters return a harmless value after reporting, so that one run finds every problem of a file.
    """

    values: Mapping[str, Any]
    path: str
    problems: list[Problem]
    _read: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, value: Any, path: str, problems: list[Problem], line: int = 1) -> Fields:
        """Fields over `value`; over nothing, and a problem, when it is not a mapping.

        What is then missing from it is not reported again: one mistake is one line. None is a document or value whose
        absence has been reported, or that may be absent.
        """
        if isinstance(value, Mapping):
            return cls(value, path, problems)
        if value is not None:
            problems.append(Problem(path, line, "is not a mapping", "write 'key: value' lines"))
        return cls(LocatedDict(line), path, [])

    def line(self, key: str | None = None) -> int:
        """The line of a key, or of the mapping; 0 where the value came from JSON."""
        if not isinstance(self.values, LocatedDict):
            return 0
        return self.values.lines.get(key, self.values.line) if key else self.values.line

    def report(self, key: str | None, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, self.line(key), what, mend))

    def has(self, key: str) -> bool:
        return key in self.values

    def take(self, key: str, default: Any = None) -> Any:
        """The raw value of a key, marked as read."""
        self._read.add(key)
        return self.values.get(key, default)

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key, default)
        if isinstance(value, str) and value.strip():
            return value
        self._missing_or_wrong(key, value, "a text")
        return default or ""

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if self.take(key) is not None else None

    def number(self, key: str, low: float, high: float) -> float:
        """A number from `low` to `high`, both included."""
        value = self.take(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._missing_or_wrong(key, value, "a number")
            return low
        if not low <= value <= high:
            self.report(key, f"'{key}' is {value}, outside {low:g} to {high:g}", "write a value within it")
            return low
        return float(value)

    def integer(self, key: str, low: int, high: int) -> int:
        value = self.number(key, low, high)
        if value != int(value):
            self.report(key, f"'{key}' is {value:g}, not a whole number", "write a whole number")
        return int(value)

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.take(key, default)
        if isinstance(value, bool):
            return value
        self._missing_or_wrong(key, value, "true or false")
        return default

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.take(key, default)
        if value in allowed:
            return str(value)
        what = f"'{key}' is missing" if value is None else f"'{key}' is '{value}'"
        self.report(key, what, f"write one of {', '.join(allowed)}")
        return default or allowed[0]

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self.take(key)
        if value is None and not required:
            return ()
        if isinstance(value, str):
            value = [value]
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._missing_or_wrong(key, value, "a list of texts")
        return ()

    def mapping(self, key: str, *, required: bool = False) -> Fields:
        value = self.take(key)
        if value is None and required:
            self._missing_or_wrong(key, None, "a mapping")
        return Fields.of(value, self.path, self.problems, self.line(key))

    def items(self, key: str, *, required: bool = False) -> Iterator[Fields]:
        """The mappings in a list of mappings."""
        value = self.take(key)
        if value is None and not required:
            return
        if not isinstance(value, list):
            self._missing_or_wrong(key, value, "a list")
            return
        lines = value.lines if isinstance(value, LocatedList) else [0] * len(value)
        for item, line in zip(value, lines, strict=True):
            if isinstance(item, Mapping):
                yield Fields(item, self.path, self.problems)
            else:
                what = f"an item of '{key}' is not a mapping"
                self.problems.append(Problem(self.path, line, what, "write '{key: value}'"))

    def close(self) -> None:
        """Report every key that nothing has read."""
        for key in self.values:
            if key not in self._read:
                self.report(key, f"unknown key '{key}'", f"known here: {', '.join(sorted(self._read))}")

    def _missing_or_wrong(self, key: str, value: Any, wanted: str) -> None:
        what = f"'{key}' is missing" if value is None else f"'{key}' is not {wanted}"
        self.report(key, what, f"write {wanted} there")
