"""Which screen shows a turn, and what is on it: the data that its document is bound to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from skill.alexa.screens.choices import UNSURE, YES_NO_UNSURE, Choices, choices, labelled, replies, scores
from skill.alexa.screens.coaching import exercise_view
from skill.alexa.screens.telling import LONG, first_sentence, size, told
from skill.alexa.touch import about
from skill.conditions.inference import Inference
from skill.conditions.model import TriageLevel
from skill.dialog import account, asks, contents, urgency
from skill.dialog.coaching_asks import AskGates, AskPain
from skill.dialog.engine import Turn
from skill.dialog.state import Phase
from skill.speech.phrases import as_sentence
from skill.speech.questions import question
from skill.speech.saying import Saying
from skill.speech.telling import Teller
from skill.speech.words import Words

AGES = tuple(range(10, 90))  # of whom else there are, one says it
MOST_BARS = 3
MOST_ITEMS = 3  # that fit below each other
# A bar is drawn in this many steps: a longer one says that something fits better, and no more than that.
BAR_STEPS = 10
SHORT_LEAD = 30  # characters of an instruction that can be drawn huge

# Where the places are in the picture of a left knee from behind, in percent: left, top, width, height.
PLACES = {"outer": (1, 31, 24, 15), "middle": (26, 31, 27, 15), "inner": (54, 31, 24, 15), "calf": (26, 54, 27, 15)}
RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Screen:
    """The name of a document, what it is bound to, and the exercise whose picture it shows."""

    name: str
    data: dict[str, Any]
    exercise: str | None = None


def screen(turn: Turn, words: Words, inference: Inference) -> Screen:
    """The screen for a turn: what is urgent first, then what is told, then what is asked."""
    view = _view(turn, words, inference)
    state, ask = turn.state, turn.ask
    closed = ask is None
    if state.phase is Phase.URGENT or (closed and state.floor >= TriageLevel.SAME_DAY):
        return Screen("urgent", view | _urgent(turn, words, inference))
    if closed:
        note = words.screens.texts["come_back"]
        return Screen("goodbye", view | {"note": note})
    for act in turn.contents:
        if isinstance(act, contents.Result):
            return Screen("result", view | _result(act, turn, words, inference))
        if isinstance(act, contents.Care):
            return Screen("care", view | _care(act, words))
    if view["answers"]:
        return Screen("question", view)
    if state.phase is Phase.COACHING and state.coaching is not None:
        ratings = scores() if isinstance(ask, AskPain) else ()
        doing = exercise_view(turn, state.coaching, words, inference.knowledge)
        return Screen("exercise", view | doing | {"scores": labelled(ratings)}, state.coaching.exercise)
    if isinstance(ask, asks.AskQuestion) and ask.question in _OWN:
        return Screen(_OWN[ask.question], view | (_place if ask.question == "location" else _ages)(turn, words))
    if isinstance(ask, asks.AskComplaint):
        return Screen("welcome", view | _welcome(words))
    return Screen("question", view)


_OWN = {"location": "place", "age": "ages"}


def _view(turn: Turn, words: Words, inference: Inference) -> dict[str, Any]:
    """What every document may show. `answers` where what is told is the main thing, and not the question."""
    touchable = choices(turn.ask, words, inference.knowledge)
    asked, said = _asked(turn, words), told(turn, words)
    return {
        "about": about(turn.ask),
        "told": said,
        "ask": asked,
        "answers": len(said) > LONG,
        "askSize": size(asked),
        "tellSize": size(said),
        **_columns(touchable),
    }


def _columns(touchable: Choices) -> dict[str, Any]:
    """Things to pick from on the left and replies on the right; with many things, both evenly on both."""
    left, right = touchable.items, touchable.replies
    even = len(left) > MOST_ITEMS
    if even:
        every = (*left, *right)
        middle = (len(every) + 1) // 2
        left, right = every[:middle], every[middle:]
    return {"items": labelled(left), "replies": labelled(right), "even": even}


def _asked(turn: Turn, words: Words) -> str:
    """The question; where the screen lists what it is about, in few words."""
    ask = turn.ask
    if isinstance(ask, AskGates) or (isinstance(ask, asks.AskFlags) and len(ask.flags) > 1):
        return words.screens.texts["any"]
    for_child = bool(turn.state.evidence.facts.for_child)
    return question(words, ask, for_child=for_child).ask if ask else ""


def _urgent(turn: Turn, words: Words, inference: Inference) -> dict[str, Any]:
    """What to do, however the turn says it; and if it says anything else, like goodbye, not that."""
    asks_more = isinstance(turn.ask, asks.AskFlags)
    instruction = replace(urgency.instruction(inference, turn.state), brief=asks_more)
    lead, rest = first_sentence(Teller(words, turn.state.turn).tell(instruction))
    size_ = "huge" if len(lead) <= SHORT_LEAD else "big"
    shown: dict[str, Any] = {"level": instruction.level.id, "lead": lead, "leadSize": size_, "rest": rest}
    if turn.ask and asks_more:
        # No list of signs beside what to do: any of them is a yes.
        shown |= {"ask": question(words, turn.ask).ask, "replies": labelled(replies(YES_NO_UNSURE, words))}
    return shown


def _welcome(words: Words) -> dict[str, Any]:
    texts = words.screens.texts
    return {"name": texts["title"], "ask": texts["welcome"], "say": texts["say"], "note": texts["disclaimer"]}


def _ages(turn: Turn, words: Words) -> dict[str, Any]:
    return {"ages": list(AGES)}


def _place(turn: Turn, words: Words) -> dict[str, Any]:
    """The places in the picture, seen from behind; of a right knee the other way round."""
    labels, side = words.screens.places, turn.state.evidence.facts.side
    places = [
        {
            "words": labels[place],
            "left": 100 - left - width if side == RIGHT else left,
            "top": top,
            "width": width,
            "height": height,
        }
        for place, (left, top, width, height) in PLACES.items()
    ]
    others = [label for place, label in labels.items() if place not in PLACES]
    return {
        "side": side or "",
        "places": places,
        "items": labelled(others),
        "replies": labelled(replies(UNSURE, words)),
        "short": words.screens.texts["place"],
    }


def _result(act: contents.Result, turn: Turn, words: Words, inference: Inference) -> dict[str, Any]:
    saying, first = Saying(words, turn.state.turn), words.conditions[act.causes[0]]
    net = words.red_flags[act.flags[0]].act if act.flags else first.safety_net
    return {
        "fits": words.screens.texts["fits"],
        "cause": as_sentence(first.name),
        "reasons": [as_sentence(saying.finding(*reason)) for reason in act.reasons],
        "causes": _bars(act, turn, words, inference),
        "first": first.severities.get(act.severity or "", first.first),
        "net": net,
    }


def _bars(act: contents.Result, turn: Turn, words: Words, inference: Inference) -> list[dict[str, Any]]:
    """The likely causes and those beside them, each as long as it is likely beside the first."""
    known = inference.knowledge.conditions
    ranked = [pair for pair in inference.differential(turn.state.evidence).ranked if not known[pair[0]].is_rest]
    most = ranked[0][1]
    shown = [(name, share) for name, share in ranked[:MOST_BARS] if share >= account.WORTH_NAMING or name in act.causes]
    step = 100 // BAR_STEPS
    return [
        {
            "name": as_sentence(words.conditions[name].name),
            "length": max(step, step * round(BAR_STEPS * share / most)),
            "likeliest": name == act.causes[0],
        }
        for name, share in shown
    ]


def _care(act: contents.Care, words: Words) -> dict[str, Any]:
    cause = as_sentence(words.conditions[act.condition].name)
    heading = words.screens.texts["step"].format(cause=cause, number=act.number, total=act.total)
    step = words.care[act.step]
    return {
        "heading": heading,
        "step": step,
        "steps": [place < act.number for place in range(act.total)],
        "tellSize": size(step),
    }
