"""Every act that can be spoken, with every value that it may carry over the whole knowledge.

Acts are found by looking at the classes there are. A field takes its values from its type or its name; acts whose
fields hang together have a maker of their own in `joint_examples`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from itertools import chain, cycle, islice, product
from math import prod
from types import NoneType
from typing import Any, get_args, get_type_hints

from skill.authoring.speech_lint.coaching_examples import COACHING
from skill.authoring.speech_lint.joint_examples import JOINT, Maker, told
from skill.conditions.evidence import Evidence, Facts
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.model import TriageLevel
from skill.dialog.asks import AskFlags, InitiativeAct
from skill.dialog.coaching_gates import HALTED, UNSUITED, UNSURE
from skill.dialog.contents import ContentAct
from skill.dialog.state import ConversationState, Phase

Act = ContentAct | InitiativeAct

# A field of this name holds an id of this table of the knowledge, or several.
_IDS: Mapping[str, str] = {
    "cause": "conditions",
    "causes": "conditions",
    "condition": "conditions",
    "exercise": "exercises",
    "plan": "plans",
    "question": "questions",
    "sources": "sources",
    "step": "care",
    "term": "terms",
    "topic": "topics",
}
# So many wordings of one question follow each other before it is given up.
_ATTEMPTS = (0, 1, 2)
_NAMED: Mapping[str, tuple[Any, ...]] = {
    "attempt": _ATTEMPTS,
    "kind": ("questions", "steps"),
    "seconds": (30, 60, 90, 600, 900, 3600, 5400, 7200),
    "which": ("slower", "faster", "fewer", "more", "later", "other"),
    "left": tuple(range(7)),
    "pace": ("slower", "faster", "brief"),
    "phase": tuple(phase.value for phase in Phase if phase not in (Phase.URGENT, Phase.CLOSED)),
    "Halt.why": ("pain", "sign"),
    "reason": ("child", "outside", "unclear"),
    "facts": (Facts(), Facts(age=34, side="left", duration_days=21, sport="running")),
}
# All of these findings are told in one prompt, so that the longest lists count.
_TOLD = ("findings", "reasons", "against")
_JOINT: Mapping[type[ContentAct] | type[InitiativeAct], Maker] = {**JOINT, **COACHING}
# Up to so many combinations all are made.
_MOST_COMBINATIONS = 600
# A list of values up to this long is short: a yes or no, a level, an attempt.
_SHORT = 4
_MOST_NAMED_AT_ONCE = 3


class NoExamplesError(LookupError):
    """Nobody has said what an act's field may hold."""


@dataclass(frozen=True)
class Example:
    """An act as it may come up. `state` is what its wording looks at beside it."""

    act: Act
    state: ConversationState = field(default_factory=ConversationState)


def act_types() -> tuple[type[Act], ...]:
    """Every kind of act that tells or asks, in the order of the modules that define them."""
    return (*_below(ContentAct), *_below(InitiativeAct))


def examples(kind: type[Act], knowledge: KnowledgeBase) -> Iterator[Example]:
    """The act with every value that it may carry, in every state that changes its wording.

    Raises:
        NoExamplesError: when one of its fields is new here.
    """
    maker = _JOINT.get(kind)
    acts = maker(knowledge) if maker else _by_fields(kind, knowledge)
    return chain.from_iterable(_in_states(act, knowledge) for act in acts)


def field_names(kind: type[Act]) -> tuple[str, ...]:
    """The names of what the act carries."""
    return tuple(each.name for each in fields(kind))  # type: ignore[arg-type]  # every kind but the bases is a dataclass


def _below(kind: type[Act]) -> Iterator[type[Act]]:
    """The kinds of it that carry something.

    A dataclass with slots leaves the class that it was made from behind, which no module holds.
    """
    for each in kind.__subclasses__():
        if is_dataclass(each) and getattr(sys.modules[each.__module__], each.__name__, None) is each:
            yield each
        yield from _below(each)


def _in_states(act: Act, knowledge: KnowledgeBase) -> Iterator[Example]:
    """The act as it comes up in the middle; the most urgent questions also as the first, the age also of a child."""
    yield Example(act, ConversationState(phase=Phase.INTERVIEW))
    if isinstance(act, AskFlags) and knowledge.red_flags[act.flags[0]].level is TriageLevel.EMERGENCY:
        yield Example(act, ConversationState(phase=Phase.SAFETY))
    question = knowledge.questions.get(getattr(act, "question", None) or "")
    if question is not None and question.fact == "age":
        yield Example(act, ConversationState(evidence=Evidence(facts=Facts(for_child=True))))


def _by_fields(kind: type[Act], knowledge: KnowledgeBase) -> Iterator[Act]:
    hints = get_type_hints(kind)
    values = {name: tuple(_values(kind, name, hints[name], knowledge)) for name in field_names(kind)}
    for combined in _combined(tuple(values.values())):
        yield kind(**dict(zip(values, combined, strict=True)))


def _combined(values: tuple[tuple[Any, ...], ...]) -> Iterable[tuple[Any, ...]]:
    """Every combination; where these are too many, each value of the long lists beside every one of the short."""
    if prod(map(len, values)) <= _MOST_COMBINATIONS:
        return product(*values)
    short = [each if len(each) <= _SHORT else (None,) for each in values]
    longest = max(map(len, values))
    # Shifted against each other, so that lists of one length do not go in step.
    long = list(zip(*(islice(cycle(each), at, at + longest) for at, each in enumerate(values)), strict=True))
    is_short = [len(each) <= _SHORT for each in values]
    return (
        tuple(one if own else other for one, other, own in zip(few, many, is_short, strict=True))
        for few in product(*short)
        for many in long
    )


def _values(kind: type[Act], name: str, hint: Any, knowledge: KnowledgeBase) -> Iterator[Any]:
    """What the field may hold; nothing at all as well, where it may be left empty."""
    inner = [each for each in get_args(hint) if each is not NoneType]
    optional = NoneType in get_args(hint)
    plain = inner[0] if optional and len(inner) == 1 else hint
    if optional:
        yield None
    if plain is bool:
        yield from (False, True)
    elif isinstance(plain, type) and issubclass(plain, Enum):
        yield from plain
    elif name in _TOLD:
        yield from ((), *told(knowledge))
    elif name in _IDS:
        yield from _ids(tuple(_table(knowledge, name)), several=str(hint).startswith("tuple"))
    elif named := _NAMED.get(f"{kind.__name__}.{name}") or _NAMED.get(name):
        yield from named
    elif name == "why":
        yield from (*knowledge.gates, UNSURE, UNSUITED, HALTED)
    else:
        raise NoExamplesError(f"{kind.__name__}.{name}: say in {__name__} what it may hold")


def _table(knowledge: KnowledgeBase, name: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = getattr(knowledge, _IDS[name])
    if name not in ("cause", "causes"):
        return table
    # What none of the causes explains is never named as one.
    return {id_: condition for id_, condition in table.items() if not condition.is_rest}


def _ids(names: tuple[str, ...], *, several: bool) -> Iterator[Any]:
    if not several:
        yield from names
        return
    for number in range(_MOST_NAMED_AT_ONCE + 1):
        yield from (names[at : at + number] for at in range(len(names) - number + 1) if number or not at)
