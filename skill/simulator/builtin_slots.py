"""Numbers and lengths of time, as AMAZON.NUMBER and AMAZON.DURATION deliver them."""

from __future__ import annotations

from skill.simulator.language import Language
from skill.simulator.text import Words

NUMBER = "AMAZON.NUMBER"
DURATION = "AMAZON.DURATION"

_UNIT_ORDER = ("Y", "MO", "W", "D", "H", "M", "S")


def read_number(words: Words, language: Language) -> str | None:
    """Return "34" for "thirty four" or "34", or None when the words are anything else."""
    numbers = language.numbers
    if words[:1] and words[0] in numbers["minus"]:
        positive = read_number(words[1:], language)
        return None if positive is None else f"-{positive}"
    if len(words) == 1 and _is_numeral(words[0]):
        return words[0]
    for point in numbers["point"]:
        if point in words[1:-1]:
            return _decimal(words, words.index(point), language)
    whole = _whole_number(words, language)
    return None if whole is None else str(whole)


def _is_numeral(word: str) -> bool:
    return word.isascii() and word.replace(".", "", 1).isdigit() and word[0] != "." and word[-1] != "."


def _decimal(words: Words, point: int, language: Language) -> str | None:
    whole = read_number(words[:point], language)
    digits = [_digit(word, language) for word in words[point + 1 :]]
    if whole is None or None in digits:
        return None
    return f"{whole}.{''.join(digit for digit in digits if digit)}"


def _digit(word: str, language: Language) -> str | None:
    value = language.numbers["units"].get(word)
    if value is not None and value < 10:
        return str(value)
    return word if word.isascii() and word.isdigit() else None


def _whole_number(words: Words, language: Language) -> int | None:
    """Add up number words; two of a kind in a row ("two three") are no number, and neither is a lone "a"."""
    numbers = language.numbers
    total, group, room = 0, 0, 1000
    if not words or words[0] in numbers["joiners"] or words[-1] in numbers["joiners"]:
        return None
    for position, word in enumerate(words):
        following = words[position + 1] if position + 1 < len(words) else ""
        if word in numbers["joiners"]:
            continue
        if word in numbers["one"] and following in numbers["scales"]:
            group, room = group + 1, 1
        elif word in numbers["tens"] and room >= 100:
            group, room = group + numbers["tens"][word], 10
        elif word in numbers["units"] and numbers["units"][word] < room:
            group, room = group + numbers["units"][word], 1
        elif word.isascii() and word.isdigit() and int(word) < room:
            group, room = group + int(word), 1
        elif numbers["scales"].get(word) == 100 and 0 < group < 100:
            group, room = group * 100, 100
        elif numbers["scales"].get(word, 0) > 100 and group:
            total, group, room = total + group * numbers["scales"][word], 0, 1000
        else:
            return None
    return total + group


def read_duration(words: Words, language: Language) -> str | None:
    """Return an ISO 8601 duration such as "P3W" for "three weeks", or None when the words are no length of time.

    Vague amounts take a fixed reading ("a couple of" is two, "a few" is three), and so does half a unit.
    """
    amounts: dict[str, float] = {}
    rest = words
    while rest:
        part = _first_part(rest, language)
        if part is None or part[1] in amounts:
            return None
        amount, unit, rest = part
        amounts[unit] = amount
        if rest and rest[0] in language.numbers["joiners"]:
            rest = rest[1:] or ("",)  # a joiner at the very end joins nothing
    return _iso_duration(amounts) if amounts else None


def _first_part(words: Words, language: Language) -> tuple[float, str, Words] | None:
    """Split "three weeks two days" into (3, "W", "two days")."""
    for end, word in enumerate(words):
        unit = _unit(word, language)
        if unit is None:
            continue
        amount = _amount(words[:end], language)
        if amount is None:
            return None
        rest = words[end + 1 :]
        half = tuple(language.durations["and_a_half"].split())
        if rest[: len(half)] == half:
            amount, rest = amount + 0.5, rest[len(half) :]
        return amount * unit[0], unit[1], rest
    return None


def _unit(word: str, language: Language) -> tuple[int, str] | None:
    units = language.durations["units"]
    code = units.get(word) or (units.get(word[:-1]) if word.endswith("s") else None)
    if code is None:
        return None
    multiple = code.rstrip("YMOWDHS")
    return int(multiple or 1), code[len(multiple) :]


def _amount(words: Words, language: Language) -> float | None:
    spoken = " ".join(words)
    if spoken in language.durations["half"]:
        return 0.5
    if spoken in language.durations["vague"]:
        return float(language.durations["vague"][spoken])
    if len(words) == 1 and words[0] in language.numbers["one"]:
        return 1.0
    half = tuple(language.durations["and_a_half"].split())
    if words[-len(half) :] == half:
        whole = _amount(words[: -len(half)], language)
        return None if whole is None else whole + 0.5
    number = read_number(words, language)
    return None if number is None or number.startswith("-") else float(number)


# What half of a unit is in the next smaller one; half a month is two weeks, as people mean it.
_HALVES = {"Y": (6, "MO"), "MO": (2, "W"), "D": (12, "H"), "H": (30, "M"), "M": (30, "S")}


def _iso_duration(amounts: dict[str, float]) -> str:
    exact: dict[str, float] = {}
    for unit, amount in amounts.items():
        if amount % 1 == 0.5 and unit in _HALVES:
            half, smaller = _HALVES[unit]
            exact[smaller] = exact.get(smaller, 0) + half
            amount -= 0.5
        if amount or not exact:
            exact[unit] = exact.get(unit, 0) + amount
    date = "".join(f"{exact[unit]:g}{unit[0]}" for unit in _UNIT_ORDER[:4] if unit in exact)
    clock = "".join(f"{exact[unit]:g}{unit}" for unit in _UNIT_ORDER[4:] if unit in exact)
    return f"P{date}" + (f"T{clock}" if clock else "")
