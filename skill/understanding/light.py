"""Words of little weight, which findings are looked for without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from skill.understanding.matcher import Scan
from skill.understanding.tokens import Token


def without_light(tokens: Sequence[Token], scan: Scan) -> tuple[list[Token], frozenset[int]]:
    """The tokens that carry meaning, and the places among them that an amount ("a bit") was left out before.

    A repair stays whole: its "actually" and "I mean" carry the meaning.
    """
    core: list[Token] = []
    amounts: set[int] = set()
    at = kept_to = 0
    punctuation = ""
    while at < len(tokens):
        kept_to = max(kept_to, scan.behind("repairs", at) or 0)
        end = scan.behind("light", at) if at >= kept_to else None
        if end is not None:
            if scan.has("amounts", at):
                amounts.add(len(core))
            punctuation = punctuation or tokens[at].after
            at = end
            continue
        token = tokens[at]
        core.append(replace(token, after=punctuation) if punctuation and not token.after else token)
        punctuation = ""
        at += 1
    return core, frozenset(amounts)
