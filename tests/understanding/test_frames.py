"""What a sentence denies is never heard as there, and what it affirms never as not there, whatever the finding."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

FRAMES = yaml.safe_load((Path(__file__).parent / "data" / "frames.yaml").read_text(encoding="utf-8"))
NOUNS = [({"n": noun, "b": noun.removeprefix("a ")}, finding) for noun, finding in FRAMES["nouns"].items()]
PASSING = [(noun, finding) for noun, finding in NOUNS if noun["n"] not in FRAMES["lasting"]]
VERBS = [({"v": base, "t": third, "g": gerund}, finding) for base, third, gerund, finding in FRAMES["verbs"]]
ADJECTIVES = [({"a": adjective}, finding) for adjective, finding in FRAMES["adjectives"].items()]
DENIALS = [
    *product(FRAMES["denying_nouns"], NOUNS),
    *product(FRAMES["gone"], PASSING),
    *product(FRAMES["denying_verbs"], VERBS),
    *product(FRAMES["denying_adjectives"], ADJECTIVES),
]
AFFIRMATIONS = [
    *product(FRAMES["affirming_nouns"], NOUNS),
    *product(FRAMES["back_again"], PASSING),
    *product(FRAMES["affirming_verbs"], VERBS),
    *product(FRAMES["affirming_adjectives"], ADJECTIVES),
]
FILLERS = ["", "um ", "well ", "so ", "honestly ", "to be honest ", "oh ", "you know "]


@settings(max_examples=1200, deadline=None, derandomize=True)
@given(case=st.sampled_from(DENIALS), filler=st.sampled_from(FILLERS))
def test_a_denied_finding_is_never_heard_as_present(findings, case, filler):
    frame, (words, finding) = case
    text = filler + frame.format(**words)
    assert findings(text).get(finding) != "present", text


@settings(max_examples=800, deadline=None, derandomize=True)
@given(case=st.sampled_from(AFFIRMATIONS), filler=st.sampled_from(FILLERS))
def test_an_affirmed_finding_is_never_heard_as_absent(findings, case, filler):
    frame, (words, finding) = case
    text = filler + frame.format(**words)
    assert findings(text).get(finding) != "absent", text


@pytest.mark.parametrize("frame", FRAMES["denying_nouns"])
def test_every_denial_is_heard_of_a_plain_noun(findings, frame):
    assert findings(frame.format(n="a lump", b="lump")).get("lump_behind_knee") in ("absent", "unknown")
