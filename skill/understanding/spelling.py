"""A locale's spelling rules from the lexicon's plain tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.understanding.tokens import Spelling


def spelling_of(tables: Mapping[str, Any]) -> Spelling:
    """The Spelling that mishearings.yaml writes down."""
    pairs = {**tables["contractions"], **tables["mishearings"]}
    replacements = {tuple(said.split()): tuple(meant.split()) for said, meant in pairs.items()}
    return Spelling(
        replacements=replacements,
        noise=frozenset(tables["noise"]),
        is_after=frozenset(tables["is_after"]),
        known=frozenset(word for said in replacements for word in said),
        repeatable=frozenset(tables["repeatable"]),
        longest=max(map(len, replacements), default=1),
    )
