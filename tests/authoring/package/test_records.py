"""A dataclass whose methods are written out cannot be told from the one it stands for."""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from skill.authoring.package.records import plain_records, write_out

ROOT = Path(__file__).parents[3]
# Families of acts, contents and words: many fields, none, defaults, inherited ones, methods of their own.
DIALOG = ("skill.dialog.asks", "skill.dialog.contents", "skill.dialog.coaching_acts")
MODULES = (*DIALOG, "skill.speech.words", "skill.understanding.hit")
# The rest of a family, whose parents are in the modules above: here it would meet those as they are written.
CHILDREN = ("skill.dialog.coaching_asks",)


def tree(module: str) -> ast.Module:
    return ast.parse((ROOT / module.replace(".", "/")).with_suffix(".py").read_text(encoding="utf-8"))


PLAIN = plain_records({module: tree(module) for module in (*MODULES, *CHILDREN)})
RECORDS = sorted(record for record in PLAIN if record[0] in MODULES)


@cache
def namespace(module: str) -> dict[str, Any]:
    names = {name for place, name in RECORDS if place == module}
    found: dict[str, Any] = {"__name__": module}
    written = tree(module)
    write_out(written, module, names)
    exec(compile(written, module, "exec", dont_inherit=True), found)
    return found


def both(module: str, name: str) -> Iterator[type]:
    yield getattr(import_module(module), name)
    yield namespace(module)[name]


def made(record: Any, offset: int = 0) -> Any:
    return record(*(number + offset for number, _ in enumerate(fields(record))))


every_record = pytest.mark.parametrize(("module", "name"), RECORDS)


def test_most_of_these_are_plain() -> None:
    assert len(RECORDS) > 50
    assert ("skill.dialog.asks", "AskQuestion") in RECORDS


@every_record
def test_it_takes_the_same_arguments_with_the_same_defaults(module: str, name: str) -> None:
    one, other = (inspect.signature(each).parameters.values() for each in both(module, name))
    assert [(each.name, each.default) for each in one] == [(each.name, each.default) for each in other]


@every_record
def test_it_shows_itself_hashes_and_is_matched_alike(module: str, name: str) -> None:
    one, other = both(module, name)
    assert repr(made(one)) == repr(made(other))
    assert hash(made(one)) == hash(made(other))
    assert one.__match_args__ == other.__match_args__  # type: ignore[attr-defined]  # every dataclass has them


@every_record
def test_it_equals_its_like_and_nothing_else(module: str, name: str) -> None:
    one, record = both(module, name)
    assert made(record) == made(record)
    assert made(record) != made(one)
    assert not fields(record) or made(record) != made(record, offset=1)


@every_record
def test_it_can_be_copied_and_replaced_and_not_be_changed(module: str, name: str) -> None:
    *_, record = both(module, name)
    each = made(record)
    assert copy.copy(each) == each == replace(each)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'anything'"):
        each.anything = 1
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'anything'"):
        del each.anything


def plain(source: str) -> set[str]:
    return {name for _, name in plain_records({"tests.authoring.package.odd_records": ast.parse(source)})}


def test_a_class_that_is_not_plain_stays_as_it_is_with_its_whole_family() -> None:
    odd = Path(__file__).with_name("odd_records.py")
    assert plain(odd.read_text(encoding="utf-8")) == {"Plain", "Parent", "Child"}
