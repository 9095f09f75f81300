"""YAML text as values that know their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from skill.conditions.yaml_reader import LocatedDict, LocatedList, Problem

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def located(text: str, shown: str, problems: list[Problem]) -> Any:
    """The document written in a text; None and a problem where it is not YAML."""
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            document = _Constructor(loader, shown, problems).value(node) if node else None
            return LocatedDict(1) if document is None else document
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "is not YAML"
        problems.append(Problem(shown, mark.line + 1 if mark else 0, str(what), "mend the YAML there"))
    return None


@dataclass(slots=True)
class _Constructor:
    """Turns YAML nodes into located values: PyYAML itself silently keeps the last of two equal keys."""

    loader: Any
    path: str
    problems: list[Problem]

    def value(self, node: Any) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node)
        try:
            return self.loader.construct_object(node)
        except ValueError:  # a date that does not exist: left as text, for its field to refuse
            return node.value

    def _mapping(self, node: Any) -> LocatedDict:
        result = LocatedDict(node.start_mark.line + 1)
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                first = result.lines[key]
                what, mend = f"key '{key}' stands twice (first in line {first})", "keep one of them"
                self.problems.append(Problem(self.path, line, what, mend))
                continue
            result[key] = self.value(value_node)
            result.lines[key] = line
        return result

    def _sequence(self, node: Any) -> LocatedList:
        result = LocatedList(node.start_mark.line + 1)
        for item in node.value:
            result.append(self.value(item))
            result.lines.append(item.start_mark.line + 1)
        return result
