"""Payloads made fit for the SDK, which refuses a whole request for one value that it does not know.

Alexa may send new request types, enum values and slot shapes at any time. The SDK's own model classes say what they
can read (`deserialized_types`); everything else is left out, as if it had not been sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from functools import lru_cache
from importlib import import_module
from typing import Any

# Stands for "leave it out"; None is a value that JSON has.
LEFT_OUT = object()

_LIST = re.compile(r"list\[(?P<item>.*)\]")
_DICT = re.compile(r"dict\(str, (?P<item>.*)\)")


def mended(value: Any, kind: str | type) -> Any:
    """The part of a JSON value that the SDK can read as `kind`, or LEFT_OUT.

    `kind` is one of the SDK's type names, such as "list[ask_sdk_model.slot.Slot]", or a model class.
    """
    if isinstance(kind, str):
        if match := _LIST.fullmatch(kind):
            return _mended_list(value, match["item"])
        if match := _DICT.fullmatch(kind):
            return _mended_dict(value, match["item"])
        if kind in _NATIVE:
            return _NATIVE[kind](value)
        kind = _model(kind)
    if issubclass(kind, Enum):
        return value if any(value == each.value for each in kind) else LEFT_OUT
    return _mended_model(value, kind)


def _mended_list(value: Any, item: str) -> Any:
    if not isinstance(value, list):
        return LEFT_OUT
    return [good for each in value if (good := mended(each, item)) is not LEFT_OUT]


def _mended_dict(value: Any, item: str) -> Any:
    if not isinstance(value, dict):
        return LEFT_OUT
    return {name: good for name, each in value.items() if (good := mended(each, item)) is not LEFT_OUT}


def _mended_model(value: Any, model: Any) -> Any:
    """The known fields of an object; all of it is left out when it is of a type that the SDK does not know."""
    if not isinstance(value, dict):
        return LEFT_OUT
    if hasattr(model, "get_real_child_model"):
        name = value.get(model.json_discriminator_key)
        known = model.discriminator_value_class_map.get(name) if isinstance(name, str) else None
        if known is None:
            return LEFT_OUT
        model = _model(known)
    types: Mapping[str, str] = model.deserialized_types
    names = {model.attribute_map.get(attribute, attribute): kind for attribute, kind in types.items()}
    sent = {name: mended(value[name], kind) for name, kind in names.items() if value.get(name) is not None}
    return {name: good for name, good in sent.items() if good is not LEFT_OUT}


@lru_cache(maxsize=512)
def _model(name: str) -> type:
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
    return value if isinstance(value, int | float) and not isinstance(value, bool) else LEFT_OUT


def _whole_number(value: Any) -> Any:
    return value if isinstance(value, int) and not isinstance(value, bool) else LEFT_OUT


def _truth(value: Any) -> Any:
    return value if isinstance(value, bool) else LEFT_OUT


def _time(value: Any) -> Any:
    """A time as Alexa writes it; the SDK's own reading of times takes more, and fails on some of it."""
    try:
        datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")
    except (TypeError, ValueError):
        return LEFT_OUT
    return value


def _anything(value: Any) -> Any:
    return value


_NATIVE = {
    "str": _text,
    "int": _whole_number,
    "long": _whole_number,
    "float": _number,
    "bool": _truth,
    "date": _time,
    "datetime": _time,
    "object": _anything,
}
