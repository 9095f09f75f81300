"""Whether the guide tells people the same in every locale: how soon to be seen rests on no country's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from skill.evaluation.cases import Case
from skill.evaluation.play import Player


def told_apart(players: Mapping[str, Player], cases: Sequence[Case]) -> Iterator[str]:
    """The cases for which not all locales' players were told the same level, with who was told what."""
    for case in cases:
        levels = {code: player.play(case).level for code, player in players.items()}
        if len(set(levels.values())) > 1:
            told = ", ".join(f"{code} {level.id if level is not None else 'nothing'}" for code, level in levels.items())
            yield f"{case.id}: {told}"
