"""JSON read as the SDK's classes, leaving out what they do not know.

Alexa may send new request types, enum values and slot shapes at any time, and the SDK refuses a whole request for one
value that it does not know. Its model classes say what they can hold (`deserialized_types`, `attribute_map`), and that
is read here in one pass. To leave out first and have the SDK read the rest took five times as long, and loaded a
parser of all the world's dates for the one way that Alexa has of writing them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import cache, partial
from importlib import import_module
from typing import Any

# Stands for "leave it out"; None is a value that JSON has.
LEFT_OUT = object()

Reader = Callable[[Any], Any]

_LIST = re.compile(r"list\[(?P<item>.*)\]")
_DICT = re.compile(r"dict\(str, (?P<item>.*)\)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def read(value: Any, kind: str | type) -> Any:
    """The part of a JSON value that the SDK knows, as its `kind`, or LEFT_OUT.

    `kind` is one of the SDK's type names, such as "list[ask_sdk_model.slot.Slot]", or a model class.
    """
    return _reader(kind)(value)


@cache
def _reader(kind: str | type) -> Reader:
    """What reads values of a kind. Kinds come from the SDK's classes, never from a request, so that there are few."""
    if isinstance(kind, str):
        if match := _LIST.fullmatch(kind):
            return partial(_list, match["item"])
        if match := _DICT.fullmatch(kind):
            return partial(_dict, match["item"])
        if kind in _NATIVE:
            return _NATIVE[kind]
        kind = _class(kind)
    if issubclass(kind, Enum):
        return partial(_choice, kind)
    return partial(_one_of if hasattr(kind, "get_real_child_model") else _object, kind)


def _list(item: str, value: Any) -> Any:
    if not isinstance(value, list):
        return LEFT_OUT
    return [good for each in value if (good := read(each, item)) is not LEFT_OUT]


def _dict(item: str, value: Any) -> Any:
    if not isinstance(value, dict):
        return LEFT_OUT
    return {name: good for name, each in value.items() if (good := read(each, item)) is not LEFT_OUT}


def _choice(kind: type[Enum], value: Any) -> Any:
    return next((each for each in kind if each.value == value), LEFT_OUT)


def _one_of(family: Any, value: Any) -> Any:
    """An object of the class that its type names; all of it is left out when the SDK does not know that."""
    name = value.get(family.json_discriminator_key) if isinstance(value, dict) else None
    known = family.discriminator_value_class_map.get(name) if isinstance(name, str) else None
    return LEFT_OUT if known is None else _object(_class(known), value)


def _object(model: type, value: Any) -> Any:
    """An object with the known ones of its fields."""
    if not isinstance(value, dict):
        return LEFT_OUT
    found = model()
    for name, (attribute, kind) in _fields(model).items():
        sent = value.get(name)
        if sent is not None and (good := read(sent, kind)) is not LEFT_OUT:
            setattr(found, attribute, good)
    return found


@cache
def _fields(model: Any) -> Mapping[str, tuple[str, str]]:
    """The attributes of a class and their kinds, by their names in JSON."""
    names: Mapping[str, str] = model.attribute_map
    return {names.get(attribute, attribute): (attribute, kind) for attribute, kind in model.deserialized_types.items()}


@cache
def _class(name: str) -> type:
    """The SDK class of a dotted name."""
    module, _, cls = name.rpartition(".")
    found = getattr(import_module(module), cls)
    assert isinstance(found, type)
    return found


def _text(value: Any) -> Any:
    """A number counts as text: some tools send the value of a slot so."""
    if isinstance(value, str):
        return value
    return LEFT_OUT if _number(value) is LEFT_OUT else str(value)


def _number(value: Any) -> Any:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return LEFT_OUT
    try:
        return float(value)
    except OverflowError:  # JSON has numbers of any length
        return LEFT_OUT


def _whole_number(value: Any) -> Any:
    return value if isinstance(value, int) and not isinstance(value, bool) else LEFT_OUT


def _truth(value: Any) -> Any:
    return value if isinstance(value, bool) else LEFT_OUT


def _moment(value: Any) -> Any:
    """A time as Alexa writes it."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return LEFT_OUT
    try:
        return datetime.fromisoformat(value)
    except ValueError:  # the thirtieth of February
        return LEFT_OUT


def _anything(value: Any) -> Any:
    return value


_NATIVE: Mapping[str, Reader] = {
    "str": _text,
    "int": _whole_number,
    "long": _whole_number,
    "float": _number,
    "bool": _truth,
    "datetime": _moment,
    "object": _anything,
}
