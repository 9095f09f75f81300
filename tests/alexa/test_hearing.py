"""Understanding is scripted here: which words tell what is not the matter, but what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import pytest

from skill.alexa.hearing import hear
from skill.alexa.slots import Entity, Reading
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.understanding.heard import Heard, Reply
from skill.understanding.pending import Pending
from skill.understanding.understander import Understander

PRESENT, ABSENT, UNKNOWN = Presence.PRESENT, Presence.ABSENT, Presence.UNKNOWN
AGE = Pending("number", fact="age")


class Script:
    """Hears what is written for the words, and keeps the question each was heard with."""

    def __init__(self, lines: Mapping[str, Heard]) -> None:
        self.lines = lines
        self.asked: dict[str, Pending | None] = {}

    def understand(self, text: str, pending: Pending | None = None) -> Heard:
        self.asked[text] = pending
        return self.lines.get(text, Heard())


def finding(**findings: Presence) -> Heard:
    return Heard(evidence=Evidence(findings))


def heard(*readings: Reading, pending: Pending | None = None, **lines: Heard) -> Heard:
    return hear(readings, pending, cast(Understander, Script(lines)))


def said(*words: str, **lines: Heard) -> Heard:
    return heard(*(Reading(f"slot{number}", each) for number, each in enumerate(words)), **lines)


def test_all_slots_of_a_turn_are_heard() -> None:
    whole = said("lump", "cold", lump=finding(lump_behind_knee=PRESENT), cold=finding(cold_pale_foot=PRESENT))
    assert whole.evidence.findings == {"lump_behind_knee": PRESENT, "cold_pale_foot": PRESENT}


@pytest.mark.parametrize("order", [("no", "cold"), ("cold", "no")])
def test_a_danger_sign_in_one_slot_is_not_denied_by_another(order: tuple[str, str]) -> None:
    whole = said(*order, no=finding(cold_pale_foot=ABSENT), cold=finding(cold_pale_foot=PRESENT))
    assert whole.evidence.present("cold_pale_foot")


def test_what_is_known_in_one_slot_stands_above_not_knowing_in_another() -> None:
    whole = said("dunno", "no", dunno=finding(locking=UNKNOWN), no=finding(locking=ABSENT))
    assert whole.evidence.absent("locking")


@pytest.mark.parametrize("order", [("yes", "no"), ("no", "yes")])
def test_of_two_replies_the_one_that_asks_for_care_counts(order: tuple[str, str]) -> None:
    assert said(*order, yes=Heard(reply=Reply.YES), no=Heard(reply=Reply.NO)).reply is Reply.YES


def test_facts_of_several_slots_come_together() -> None:
    whole = said("a", "b", a=Heard(Evidence(facts=Facts(age=40))), b=Heard(Evidence(facts=Facts(side="left"))))
    assert whole.evidence.facts == Facts(age=40, side="left")


def test_words_that_say_nothing_are_heard_by_the_name_they_resolved_to() -> None:
    reading = Reading("lump", "goose egg thing", (Entity("lump_behind_knee", "lump"),))
    assert heard(reading, lump=finding(lump_behind_knee=PRESENT)).evidence.present("lump_behind_knee")


def test_words_that_say_something_are_not_overruled_by_what_they_resolved_to() -> None:
    reading = Reading("lump", "gone", (Entity("lump_behind_knee", "lump"),))
    lines = {"gone": finding(lump_behind_knee=ABSENT), "lump": finding(lump_behind_knee=PRESENT)}
    assert heard(reading, **lines).evidence.absent("lump_behind_knee")


def test_a_name_that_tells_a_finding_comes_before_words_that_only_name_a_condition() -> None:
    reading = Reading("place", "hamstring", (Entity("inner", "inner"),))
    lines = {"hamstring": Heard(topic="hamstring_tendinopathy"), "inner": finding(pain_inner_back=PRESENT)}
    assert heard(reading, **lines).topic is None


def test_an_iso_duration_counts_as_days() -> None:
    assert heard(Reading("duration", "P3W")).evidence.facts.duration_days == 21


def test_years_are_an_age_while_the_age_is_asked_for() -> None:
    told = Heard(evidence=Evidence(facts=Facts(age=34)))
    assert heard(Reading("duration", "P34Y"), pending=AGE, **{"34": told}).evidence.facts == Facts(age=34)


def test_every_value_is_heard_in_the_light_of_the_question_asked() -> None:
    script = Script({})
    hear([Reading("age", "3"), Reading("side", "left")], AGE, cast(Understander, script))
    assert script.asked == {"3": AGE, "left": AGE}


def test_nothing_said_is_nothing_heard() -> None:
    assert said() == Heard()
