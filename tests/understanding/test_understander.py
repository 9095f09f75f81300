from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill import understanding
from skill.conditions.evidence import Presence
from skill.understanding.heard import Heard
from skill.understanding.pending import Pending
from skill.understanding.reader import load_lexicon
from tests.understanding.conftest import LOCALE

WORDS = (
    *("no", "not", "it", "is", "my", "knee", "calf", "lump", "swollen", "hurts", "when", "if", "i", "bend", "left"),
    *("both", "and", "but", "or", "without", "maybe", "never", "had", "clot", "mother", "son", "ten", "weeks", "ago"),
    *(",", ".", "stop", "repeat", "yes", "only", "the", "foot", "cold", "sorry", "actually", "gone", "down"),
)
ASKS_FOR_GROUP = re.compile(r'(?:has|behind)\("(\w+)"|"(\w+)" (?:not )?in (?:here|before|scan)')
KINDS = st.sampled_from(
    [None, Pending("yes_no", ("locking",)), Pending("bundle", ("locking", "limp")), Pending("open")]
)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=14), pending=KINDS)
def test_any_mix_of_words_is_read_with_its_words_in_place(understander, words, pending):
    text = " ".join(words)
    for mention in understander.understand(text, pending).mentions:
        assert text[mention.start : mention.end] == mention.words != ""


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_at_all_is_read(understander, text):
    assert isinstance(understander.understand(text), Heard)


@pytest.mark.parametrize("text", ["", "   ", "...", "um", "¿?", "a"])
def test_nothing_said_is_nothing_heard(hear, text):
    assert dict(hear(text).evidence.findings) == {}


def test_a_mention_tells_the_words_it_rests_on(hear):
    mentions = {mention.id: mention for mention in hear("There's a Baker's sist behind my left knee").mentions}
    assert mentions["lump_behind_knee"].words == "Baker's sist"
    assert mentions["side"].words == "left knee"


def test_several_findings_in_one_sentence_are_all_heard(findings):
    heard = findings("it's tight behind the knee, it clicks, and my calf hurts when i go down stairs")
    assert {"tight_full_behind", "catching_clicking", "downhill_worse"} <= heard.keys()


def test_only_one_place_is_taken(findings):
    places = {"pain_outer_back", "pain_in_calf", "pain_front"}
    assert len(places & findings("the outer corner behind the knee hurts and my calf and kneecap hurt").keys()) == 1


def test_what_is_implied_gives_way_to_what_is_said(findings):
    heard = findings("i twisted it but it came on gradually")
    assert (heard["twist_mechanism"], heard["sudden_onset"]) == ("present", "absent")


@pytest.mark.parametrize("text", ["bakers sist behind my need", "my ham string tendon is sore", "the calve is swollen"])
def test_mishearings_are_mended(hear, text):
    heard = hear(text)
    assert Presence.PRESENT in heard.evidence.findings.values()


@pytest.mark.parametrize(
    "text", ["i get sudden stiffness at the start of my run", "sudden pain behind my knee whenever i start running"]
)
def test_a_sudden_pain_of_every_run_is_no_sudden_onset(findings, text):
    assert "sudden_onset" not in findings(text)


@pytest.mark.parametrize("text", ["the first few minutes, then it's fine", "first few minutes then it's fine"])
def test_the_first_minutes_alone_tell_the_warm_up_pattern(findings, text):
    assert findings(text) == {"warm_up_eases": "present"}


@pytest.mark.parametrize("text", ["it hurts when i ride uphill", "it hurts when i push down on the pedals"])
def test_effort_alone_is_not_what_eases_at_rest(findings, text):
    assert "exertional_eases_rest" not in findings(text)


def test_what_comes_with_walking_and_goes_at_rest_eases_at_rest(findings):
    assert findings("it hurts when i walk and stops when i rest")["exertional_eases_rest"] == "present"


def test_every_word_group_that_code_asks_for_is_in_the_lexicon():
    asked = {
        name
        for path in Path(understanding.__file__).parent.glob("*.py")
        for found in ASKS_FOR_GROUP.findall(path.read_text(encoding="utf-8"))
        for name in found
        if name
    }
    assert asked - load_lexicon(LOCALE).groups.names == set()
