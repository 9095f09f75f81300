from __future__ import annotations

import json
from pathlib import Path

import pytest
from ask_sdk_model import Request, RequestEnvelope

import skill
from skill.alexa.intents import INTENTS, REQUESTS
from skill.alexa.request_adapter import RequestAdapter, told_act
from skill.alexa.serializer import TolerantSerializer
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.yaml_reader import read_yaml
from skill.dialog import acts
from skill.understanding.heard import Heard, Mention, Reply
from skill.understanding.pending import Pending
from tests.alexa.conversing import Json, envelope, intent_request, launch, simple_slot

LUMP = Evidence({"lump_behind_knee": Presence.PRESENT})
NO_LUMP = Evidence({"lump_behind_knee": Presence.ABSENT})
NO_LUMP_SAID = Mention("lump_behind_knee", Presence.ABSENT, "no lump", 0, 7)


def request_in(whole: Json) -> Request:
    read: RequestEnvelope = TolerantSerializer().deserialize(json.dumps(whole), RequestEnvelope)
    assert read.request is not None
    return read.request


def act_of(adapter: RequestAdapter, request: Json, pending: Pending | None = None) -> acts.UserAct:
    return adapter.act(request_in(envelope(request)), pending)


def test_a_launch_is_a_launch(adapter: RequestAdapter) -> None:
    assert adapter.act(request_in(launch()), None) == acts.Launch()


@pytest.mark.parametrize(("name", "act"), INTENTS.items())
def test_each_intent_of_the_table_is_its_act(name: str, act: acts.UserAct, adapter: RequestAdapter) -> None:
    assert act_of(adapter, intent_request(name)) == act


@pytest.mark.parametrize(
    "name", ["DescribePainIntent", "TellIntent", "PlaceIntent", "AgeIntent", "SomeNewIntent", "AMAZON.LoopOnIntent"]
)
def test_an_intent_that_says_nothing_is_unclear(name: str, adapter: RequestAdapter) -> None:
    assert act_of(adapter, intent_request(name)) == acts.Unclear()


@pytest.mark.parametrize("intent", [{}, {"name": 4}, "x", None])
def test_an_intent_without_a_name_is_unclear(intent: object, adapter: RequestAdapter) -> None:
    assert act_of(adapter, {"type": "IntentRequest", "intent": intent}) == acts.Unclear()


def test_what_was_told_is_told(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("TellIntent", description="there is a lump behind my knee"))
    assert act == acts.Inform(LUMP, part="knee")


def test_a_correcting_intent_is_a_correction_whatever_its_words(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("CorrectIntent", correction="there is a lump behind my knee"))
    assert act == acts.Inform(LUMP, correction=True, part="knee")


def test_a_yes_with_words_is_a_yes(adapter: RequestAdapter) -> None:
    pending = Pending("yes_no", ("lump_behind_knee",))
    assert act_of(adapter, intent_request("TellIntent", description="yeah a bit"), pending) == acts.Affirm(LUMP)


def test_an_age_asked_for_is_heard_as_a_number(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("AgeIntent", age="34"), Pending("number", fact="age"))
    assert isinstance(act, acts.Inform)
    assert act.evidence.facts == Facts(age=34)


def test_words_lost_in_the_carrier_phrase_are_heard(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("TellNoIntent", description="lump behind my knee"))
    assert isinstance(act, acts.Inform)
    assert act.evidence.absent("lump_behind_knee")


def test_an_age_told_unasked_is_known_by_its_intent(adapter: RequestAdapter) -> None:
    assert act_of(adapter, intent_request("MyAgeIntent", age="34")) == acts.Inform(Evidence(facts=Facts(age=34)))


def test_a_bare_number_is_an_age_also_where_something_else_was_asked(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("AgeIntent", age="14"), Pending("yes_no", ("locking",)))
    assert act == acts.Inform(Evidence(facts=Facts(age=14)))


@pytest.mark.parametrize(
    ("number", "pending"), [("3", Pending("yes_no", ("locking",))), ("34", Pending("yes_no", exercising=True))]
)
def test_a_bare_number_is_no_age_in_an_exercise_nor_a_small_one_in_answer_to_something_else(
    adapter: RequestAdapter, number: str, pending: Pending
) -> None:
    assert act_of(adapter, intent_request("AgeIntent", age=number), pending) == acts.Unclear()


def test_words_that_tell_nothing_new_open_the_conversation_all_the_same(adapter: RequestAdapter) -> None:
    told = intent_request("TellIntent", description="hurts")
    assert act_of(adapter, told, Pending("open")) == acts.Inform()
    assert act_of(adapter, told, None) == acts.Inform()


def test_who_asks_what_we_mean_by_a_danger_sign_has_none(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("ExplainIntent", term="a swollen calf"))
    assert act == acts.Ask(acts.Request.EXPLAIN)


def test_a_duration_is_heard_as_days(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("DurationIntent", duration="P3W"))
    assert act == acts.Inform(Evidence(facts=Facts(duration_days=21)))


@pytest.mark.parametrize("name", ["DescribePainIntent", "TreatmentIntent", "AMAZON.YesIntent", "AMAZON.HelpIntent"])
@pytest.mark.parametrize("slot", ["condition", "lump", "anything"])
def test_a_danger_sign_is_heard_in_any_slot_of_any_intent(name: str, slot: str, adapter: RequestAdapter) -> None:
    request = intent_request(name, first="it hurts when i bend it", **{slot: "my foot is cold and pale"}, last="x")
    act = act_of(adapter, request)
    assert isinstance(act, acts.Inform)
    assert act.evidence.present("cold_pale_foot")


@pytest.mark.parametrize(
    ("name", "request_"), [("TreatmentIntent", acts.Request.CARE), ("AboutConditionIntent", acts.Request.ABOUT)]
)
def test_a_condition_is_known_by_its_id(name: str, request_: acts.Request, adapter: RequestAdapter) -> None:
    slot = simple_slot("condition", "that cyst thing", ("bakers_cyst", "baker's cyst"))
    assert act_of(adapter, intent_request(name, slots={"condition": slot})) == acts.Ask(request_, "bakers_cyst")


def test_a_condition_without_an_id_is_known_by_its_words(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("TreatmentIntent", condition="baker's cyst"))
    assert act == acts.Ask(acts.Request.CARE, "bakers_cyst")


def test_an_id_that_is_no_condition_names_no_topic(adapter: RequestAdapter) -> None:
    slot = simple_slot("condition", "blah", ("toothache", "toothache"))
    act = act_of(adapter, intent_request("TreatmentIntent", slots={"condition": slot}))
    assert act == acts.Ask(acts.Request.CARE)


def test_danger_told_beside_the_name_of_a_condition_is_heard(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("TreatmentIntent", condition="baker's cyst and my foot is cold and pale"))
    assert isinstance(act, acts.Inform)
    assert act.evidence.present("cold_pale_foot")


def test_asking_about_a_clot_is_not_having_had_one(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("AboutConditionIntent", condition="blood clot"))
    assert act == acts.Ask(acts.Request.ABOUT, "deep_vein_thrombosis")


@pytest.mark.parametrize(
    ("heard", "act"),
    [
        (Heard(), acts.Unclear()),
        (Heard(LUMP), acts.Inform(LUMP)),
        (Heard(LUMP, Reply.YES), acts.Affirm(LUMP)),
        (Heard(NO_LUMP, Reply.NO, mentions=(NO_LUMP_SAID,)), acts.Deny(NO_LUMP)),
        (Heard(NO_LUMP, Reply.NO), acts.Deny()),
        (Heard(reply=Reply.UNSURE), acts.Unsure()),
        (Heard(Evidence(facts=Facts(age=40))), acts.Inform(Evidence(facts=Facts(age=40)))),
        (Heard(LUMP, correction=True), acts.Inform(LUMP, correction=True)),
        (Heard(request="repeat"), acts.Ask(acts.Request.REPEAT)),
        (Heard(request="stop"), acts.Leave()),
        (Heard(request="a request of tomorrow"), acts.Unclear()),
        (Heard(correction=True), acts.Unclear(correction=True)),
        (Heard(request="how_sure"), acts.Ask(acts.Request.HOW_SURE)),
        (Heard(request="advice", topic="scan"), acts.Ask(acts.Request.ADVICE, "scan")),
        (Heard(topic="bakers_cyst"), acts.Ask(acts.Request.ABOUT, "bakers_cyst")),
        (Heard(request="why", topic="bakers_cyst"), acts.Ask(acts.Request.WHY, "bakers_cyst")),
    ],
)
def test_each_thing_heard_is_its_act(heard: Heard, act: acts.UserAct) -> None:
    assert told_act(heard) == act


def test_no_to_something_else_is_no_answer_to_a_danger_question() -> None:
    asked = Pending("bundle", ("cold_pale_foot", "calf_rock_hard_severe"))
    heard = Heard(NO_LUMP, Reply.NO, mentions=(NO_LUMP_SAID,))
    assert told_act(heard, asked) == acts.Inform(NO_LUMP)


def test_a_symptom_is_heard_before_what_is_asked_beside_it() -> None:
    assert told_act(Heard(LUMP, request="stop")) == acts.Inform(LUMP)


@pytest.mark.parametrize(
    ("words", "act"), [("no thanks", acts.Deny()), ("yes thanks", acts.Affirm()), ("no stop", acts.Leave())]
)
def test_a_reply_is_heard_through_courtesy_and_a_wish_through_a_no(
    words: str, act: acts.UserAct, adapter: RequestAdapter
) -> None:
    assert act_of(adapter, intent_request("TellIntent", description=words), Pending("yes_no")) == act


def test_every_request_in_the_words_has_an_act_and_every_act_its_words() -> None:
    heard = Path(skill.__file__).parent / "locales" / "en-US" / "heard"
    asked, exercising = (set(read_yaml(heard / name, name, [])) for name in ("requests.yaml", "exercising.yaml"))
    topics = {acts.Request.ADVICE.value}  # whose words are in topics.yaml
    assert (asked - {"polite"}) | (exercising - {"scores"}) | topics == REQUESTS.keys()


def test_what_is_told_beside_a_question_is_carried_with_it() -> None:
    told = Evidence({"calf_swelling": Presence.PRESENT})
    act = told_act(Heard(evidence=told, request="explain"))
    assert act == acts.Ask(acts.Request.EXPLAIN, evidence=told)


def test_what_is_told_beside_a_wish_to_stop_is_heard_first() -> None:
    told = Evidence({"calf_swelling": Presence.PRESENT})
    assert told_act(Heard(evidence=told, request="stop")) == acts.Inform(told)


def test_who_wants_a_condition_explained_asks_what_it_is() -> None:
    heard = Heard(request="explain", topic="bakers_cyst")
    assert told_act(heard) == acts.Ask(acts.Request.ABOUT, "bakers_cyst")


def test_a_correction_that_is_not_understood_is_known_to_be_one(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("CorrectIntent", correction="the frobnicator"), Pending("open"))
    assert act == acts.Unclear(correction=True)


def test_advice_is_about_the_topic_of_its_slot(adapter: RequestAdapter) -> None:
    slot = simple_slot("topic", "run", ("keep_running", "keep running"))
    assert act_of(adapter, intent_request("AdviceIntent", slots={"topic": slot})) == acts.Ask(
        acts.Request.ADVICE, "keep_running"
    )


def test_advice_in_words_that_the_slot_does_not_know_is_understood_with_what_is_told(adapter: RequestAdapter) -> None:
    act = act_of(adapter, intent_request("AdviceIntent", topic="take ibuprofen, i'm on blood thinners"))
    told = Evidence({"blood_thinner": Presence.PRESENT})
    assert act == acts.Ask(acts.Request.ADVICE, "medicine", told)


def test_advice_for_a_condition_is_no_symptom(adapter: RequestAdapter) -> None:
    slot = simple_slot("condition", "baker's cyst", ("bakers_cyst", "baker's cyst"))
    act = act_of(adapter, intent_request("HowLongIntent", slots={"condition": slot}))
    assert act == acts.Ask(acts.Request.ADVICE, "how_long", condition="bakers_cyst")


@pytest.mark.parametrize("name", ["WhyNotIntent", "TreatmentIntent"])
def test_a_name_that_a_question_cannot_be_about_is_no_topic(name: str, adapter: RequestAdapter) -> None:
    slot = simple_slot("condition", "quad set", ("quad_set", "quad set"))
    act = act_of(adapter, intent_request(name, slots={"condition": slot}))
    assert isinstance(act, acts.Ask)
    assert act.topic is None
