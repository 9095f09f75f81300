"""Requests made wrong by chance. All chance is in the `Random` that is given, so that a fuzzer can steer it."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.alexa.conversing import Json, places, replaced
from tests.fuzz.seeds import MARK

NUMBERS: tuple[Any, ...] = (0, -1, 1.5, 2**63, 10**30, 1e308, True, False, None)
TEXTS = ("", " ", MARK, f"{MARK}\n\r\0", f"{MARK}\ud800", f"{MARK}<speak>&", f"{MARK}{{}}%s", MARK * 2000)
NAMES = ("type", "value", "values", "slots", "state", "attributes", "name", "id", "slotValue", MARK)
KINDS = (
    "IntentRequest",
    "LaunchRequest",
    "SessionEndedRequest",
    "CanFulfillIntentRequest",
    "Simple",
    "List",
    "MindReadRequest",
    "COMPLETED",
    "AMAZON.NoIntent",
    "AMAZON.SearchQuery",
    "9999-99-99T00:00:00Z",
    "de-DE",
)


def any_value(random: Random, depth: int = 3) -> Any:
    """A JSON value; its texts are marked, but for those that mean something to Alexa."""
    choice = random.randrange(7 if depth else 4)
    if choice == 0:
        return random.choice(NUMBERS)
    if choice == 1:
        return random.choice(TEXTS)
    if choice == 2:
        return random.choice(KINDS)
    if choice == 3:
        return MARK + "".join(chr(random.randrange(0x20, 0xD7FF)) for _ in range(random.randrange(6)))
    if choice == 4:
        return [any_value(random, depth - 1) for _ in range(random.randrange(4))]
    if choice == 5:
        return {random.choice(NAMES): any_value(random, depth - 1) for _ in range(random.randrange(4))}
    return nested(random.randrange(200))


def nested(depth: int) -> Any:
    """Lists in lists."""
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


def mutated(whole: Json, random: Random) -> Any:
    """An envelope with a few values replaced, left out or moved."""
    for _ in range(random.randrange(1, 5)):
        found = places(whole)
        place = random.choice(found)
        choice = random.randrange(4)
        if choice == 0 and place:
            whole = _without(whole, place)
        elif choice == 1:
            whole = replaced(whole, place, _at(whole, random.choice(found)))
        else:
            whole = replaced(whole, place, any_value(random))
        if not isinstance(whole, dict | list):
            break
    return whole


def scrambled(content: bytes, random: Random) -> bytes:
    """Bytes with a few of them changed, doubled, or lost."""
    for _ in range(random.randrange(1, 6)):
        start = random.randrange(len(content) + 1)
        end = start + random.randrange(40)
        choice = random.randrange(4)
        if choice == 0:
            content = content[:start] + content[end:]
        elif choice == 1:
            content = content[:start] + bytes(random.randrange(256) for _ in range(3)) + content[start:]
        elif choice == 2:
            content = content[:end] + content[start:]
        else:
            content = content[:start]
    return content


def encoded(value: Any) -> bytes:
    """As JSON, which may say what UTF-8 cannot."""
    return json.dumps(value).encode()


def _at(whole: Any, place: tuple[Any, ...]) -> Any:
    for key in place:
        whole = whole[key]
    return whole


def _without(whole: Any, place: tuple[Any, ...]) -> Any:
    parent = _at(whole, place[:-1])
    if isinstance(parent, dict):
        return replaced(whole, place[:-1], {key: value for key, value in parent.items() if key != place[-1]})
    return replaced(whole, place[:-1], [value for key, value in enumerate(parent) if key != place[-1]])
