"""Which option of a choice, or which items of a bundle, an utterance picks without naming a finding."""

from __future__ import annotations

from collections.abc import Mapping

from skill.conditions.evidence import Evidence, Presence
from skill.understanding.circumstances import Circumstances
from skill.understanding.clauses import Clauses
from skill.understanding.lexicon import OPTION, ORDINAL
from skill.understanding.pending import Pending

_ALL = "all"


def pick(pending: Pending, clauses: Clauses, named: Mapping[str, Presence]) -> Evidence:
    """The evidence of what is picked; empty when nothing is, or when the question offers nothing to pick from."""
    if pending.kind == "bundle":
        chosen = _ordinals(clauses, pending.findings)
        return Evidence(dict.fromkeys(chosen, Presence.PRESENT))
    if pending.kind != "choice":
        return Evidence()
    option = _named_option(pending, named) or _worded_option(pending, clauses)
    if option is None:
        option = next(iter(_ordinals(clauses, tuple(pending.options))), None)
    return pending.options[option] if option else Evidence()


def _named_option(pending: Pending, named: Mapping[str, Presence]) -> str | None:
    """The option whose every finding was named as it has it; the one with the most findings, if several are."""
    fitting = [
        option
        for option, evidence in pending.options.items()
        if evidence.findings and all(named.get(f) is presence for f, presence in evidence.findings.items())
    ]
    return max(fitting, key=lambda option: len(pending.options[option].findings), default=None)


def _worded_option(pending: Pending, clauses: Clauses) -> str | None:
    """The option named by its own words, longest first, the later of equals: people end with what they settle on."""
    around = Circumstances(clauses)
    best, reach = None, (0, -1)
    for at in range(len(clauses.scan.words)):
        for option in pending.options:
            end = clauses.scan.behind(OPTION + option, at)
            if end is None or around.denied(at, range(at, end)):
                continue
            if best is None or clauses.mended(reach[1], at) or (end - at, at) > reach:
                best, reach = option, (end - at, at)
    return best


def _ordinals(clauses: Clauses, offered: tuple[str, ...]) -> list[str]:
    """What "the second one" or "all of them" picks of what was offered."""
    picked: dict[str, None] = {}
    for here in clauses.scan.places:
        if ORDINAL + _ALL in here:
            return list(offered)
        picked.update({name: None for number, name in enumerate(offered, 1) if f"{ORDINAL}{number}" in here})
    return list(picked)
