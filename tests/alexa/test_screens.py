from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from skill import app
from skill.alexa.screens.showing import shown
from skill.alexa.screens.views import AGES, PLACES, Screen, screen
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.model import TriageLevel
from skill.dialog import asks, contents
from skill.dialog.coaching_acts import Count
from skill.dialog.coaching_asks import AskPain
from skill.dialog.coaching_state import Step, started
from skill.dialog.engine import Turn
from skill.dialog.state import ConversationState, Phase, from_json
from skill.simulator.content_rules import LARGEST_WISE_RESPONSE
from tests.alexa.conversing import envelope, intent_request, launch
from tests.apl.gallery import LOCALE, turns
from tests.apl.weight import Scales

Json = dict[str, Any]

GUIDE = app.build()
WORDS = GUIDE.tongue(LOCALE).voice.words
APL = "Alexa.Presentation.APL"
LUMP = Evidence({"lump_behind_knee": Presence.PRESENT})


def seen(turn: Turn) -> Screen:
    return screen(turn, WORDS, GUIDE.inference)


def asking(ask: asks.InitiativeAct, phase: Phase = Phase.INTERVIEW, **state: Any) -> Turn:
    return Turn(ConversationState(phase, **state), (), ask)


def with_apl(request: Json, version: str | None = "1.4") -> Json:
    runtime = {} if version is None else {"runtime": {"maxVersion": version}}
    request["context"]["System"]["device"]["supportedInterfaces"] = {APL: runtime}
    return request


def documents(request: Json) -> list[Json]:
    directives = app.handle(request)["response"].get("directives") or []
    return [each for each in directives if each["type"].startswith(APL)]


@pytest.mark.parametrize("version", ["1.4", "1.10", "2024.2"])
def test_a_device_of_the_version_or_later_is_shown_a_screen(version: str) -> None:
    (directive,) = documents(with_apl(launch(), version))
    assert directive["token"] == "welcome"


@pytest.mark.parametrize("version", ["1.3", "1.0", None, "new", ""])
def test_an_older_device_or_one_that_does_not_say_is_shown_none(version: str | None) -> None:
    assert documents(with_apl(launch(), version)) == []


def test_a_device_without_a_screen_is_shown_none() -> None:
    assert documents(launch()) == []


def test_a_screen_changes_no_word_of_what_is_said() -> None:
    with_screen, without = app.handle(with_apl(launch())), app.handle(launch())
    for response in (with_screen, without):
        response["response"].pop("directives", None)
    assert with_screen == without


def test_a_screen_goes_beside_the_slot_that_is_elicited() -> None:
    attributes = app.handle(launch())["sessionAttributes"]
    told = intent_request("TellIntent", description="a lump behind my knee")
    for _ in range(8):
        request = with_apl(envelope(told, attributes))
        response = app.handle(request)
        kinds = [each["type"] for each in response["response"].get("directives") or []]
        attributes, told = response["sessionAttributes"], intent_request("AMAZON.NoIntent")
        if "Dialog.ElicitSlot" in kinds:
            assert kinds == ["Dialog.ElicitSlot", f"{APL}.RenderDocument"]
            return
    pytest.fail("Nothing was elicited.")


def test_every_screen_leaves_room_for_the_rest_of_its_response() -> None:
    for name, turn in turns():
        utterance = GUIDE.tongue(LOCALE).voice.render(turn)
        whole = json.dumps([shown(turn, WORDS, GUIDE.inference).to_dict(), utterance.speech, utterance.reprompt])
        assert (name, len(whole.encode()) < LARGEST_WISE_RESPONSE - 3 * 1024) == (name, True)


@pytest.mark.parametrize(
    "asked", [launch(), envelope(intent_request("AboutConditionIntent", condition="baker's cyst"))]
)
def test_a_response_weighs_what_the_scales_say(asked: Json) -> None:
    response = app.handle(with_apl(asked))
    state = from_json(response["sessionAttributes"]["state"])
    told = [contents.Welcome(), contents.Disclose()] if asked["request"]["type"] == "LaunchRequest" else None
    turn = Turn(state, tuple(told or [contents.Disclose(), contents.About("bakers_cyst")]), state.pending)
    real = len(json.dumps(response, ensure_ascii=False).encode())
    assert abs(Scales(GUIDE, LOCALE).bytes_of(turn) - real) < real / 50


def numbers(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        if "%" in value:
            yield value
    elif not isinstance(value, int | float | None):
        for inner in value:
            yield from numbers(inner)


def test_no_screen_shows_a_percentage() -> None:
    assert [found for _, turn in turns() for found in numbers(seen(turn).data)] == []


def bars() -> Sequence[Json]:
    result = contents.Result(("bakers_cyst",), TriageLevel.SEE_CLINICIAN)
    found: Sequence[Json] = seen(
        replace(asking(asks.OfferCare(), Phase.RESULT, evidence=LUMP), contents=(result,))
    ).data["causes"]
    return found


def test_the_likeliest_cause_has_the_longest_bar_and_comes_first() -> None:
    lengths = [each["length"] for each in bars()]
    assert lengths[0] == 100
    assert lengths == sorted(lengths, reverse=True)


def test_a_bar_is_no_exact_number() -> None:
    assert {each["length"] % 10 for each in bars()} == {0}


@pytest.mark.parametrize("phase", [Phase.URGENT, Phase.CLOSED])
@pytest.mark.parametrize("level", [TriageLevel.SAME_DAY, TriageLevel.EMERGENCY])
def test_what_is_urgent_stays_on_the_screen_whatever_else_is_said(phase: Phase, level: TriageLevel) -> None:
    state = ConversationState(phase, LUMP, floor=level)
    ask = asks.OfferRepeat() if phase is Phase.URGENT else None
    found = seen(Turn(state, (contents.Repair(1),), ask))
    assert (found.name, found.data["level"]) == ("urgent", level.id)


def test_signs_are_listed_and_not_told_again_in_the_question() -> None:
    found = seen(asking(asks.AskFlags(flags=("E1", "E2")))).data
    assert [each["words"] for each in found["items"]] == [
        "Chest pain or breathlessness at rest",
        "A suddenly cold, pale or weak foot",
    ]
    assert found["ask"] == WORDS.screens.texts["any"]


def test_a_right_knee_is_the_mirror_image_of_a_left_one() -> None:
    def middles(side: str) -> dict[str, float]:
        facts = Evidence(facts=Facts(side=side))
        places = seen(asking(asks.AskQuestion(question="location"), evidence=facts)).data["places"]
        return {each["words"]: each["left"] + each["width"] / 2 for each in places}

    left, right = middles("left"), middles("right")
    assert left["Outer"] < left["Middle"] < left["Inner"]
    assert right == {name: 100 - middle for name, middle in left.items()}


def test_every_place_in_the_picture_is_an_answer() -> None:
    options = GUIDE.inference.knowledge.questions["location"].options
    assert set(PLACES) < set(options)
    assert set(WORDS.screens.places) == set(options)


def test_a_place_can_be_touched_once() -> None:
    for side in (None, "left", "right"):
        shown = seen(asking(asks.AskQuestion(question="location"), evidence=Evidence(facts=Facts(side=side)))).data
        touchable = [each["words"] for each in (*shown["places"], *shown["items"], *shown["replies"])]
        assert sorted(touchable) == sorted([*WORDS.screens.places.values(), WORDS.screens.choices["unsure"]])


def test_no_screen_offers_the_same_words_twice() -> None:
    for name, turn in turns():
        data = seen(turn).data
        touchable = [each["words"] for kind in ("items", "replies", "scores") for each in data.get(kind, ())]
        assert (name, len(touchable)) == (name, len(set(touchable)))


def test_the_places_do_not_lie_over_each_other() -> None:
    boxes = list(PLACES.values())
    for at, (left, top, width, height) in enumerate(boxes):
        for other_left, other_top, other_width, other_height in boxes[at + 1 :]:
            beside = left + width <= other_left or other_left + other_width <= left
            below = top + height <= other_top or other_top + other_height <= top
            assert beside or below


def test_ages_are_those_of_nearly_everybody() -> None:
    assert seen(asking(asks.AskQuestion(question="age"))).data["ages"] == list(AGES)


def test_the_bar_of_an_exercise_is_full_with_its_last_repetition() -> None:
    exercise = GUIDE.inference.knowledge.exercises["calf_raise"]
    last = started(exercise).at(Step.CHECK)
    count = Count(exercise.id, exercise.tempo, last.dose, 1, last.reps)
    turn = replace(asking(AskPain(), Phase.COACHING, coaching=last), contents=(count,))
    found = seen(turn).data
    assert found["done"] == found["total"] == last.reps * last.sets


def test_pain_can_be_rated_beside_the_exercise() -> None:
    coaching = started(GUIDE.inference.knowledge.exercises["bridge"]).at(Step.CHECK)
    found = seen(asking(AskPain(), Phase.COACHING, coaching=coaching))
    assert (found.name, found.exercise, len(found.data["scores"])) == ("exercise", "bridge", 11)


def test_a_touch_is_answered_like_a_word() -> None:
    attributes = app.handle(launch())["sessionAttributes"]
    words = "I feel a lump behind my knee"
    touch = {"type": f"{APL}.UserEvent", "token": "welcome", "arguments": ["AskComplaint", words]}
    touched = app.handle(with_apl(envelope(touch, attributes)))
    said = app.handle(with_apl(envelope(intent_request("TellIntent", description="a lump behind my knee"), attributes)))
    assert touched == said


def test_an_error_on_the_screen_is_answered_with_silence() -> None:
    errors = [{"type": "LIST_ERROR", "reason": "INTERNAL_ERROR", "message": "m"}]
    request = envelope({"type": f"{APL}.RuntimeError", "token": "welcome", "errors": errors})
    assert app.handle(with_apl(request))["response"] == {}


def test_an_error_on_the_screen_is_logged_as_one_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    errors = [{"type": "LIST_ERROR", "reason": "INTERNAL_ERROR", "message": "a lump"}]
    app.handle(with_apl(envelope({"type": f"{APL}.RuntimeError", "token": "welcome", "errors": errors})))
    (record,) = caplog.records
    assert (record.levelname, "lump" in record.getMessage()) == ("WARNING", False)
