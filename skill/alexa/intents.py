"""Which act an intent, or a request heard in words, stands for: two tables.

An intent that is not in the table tells something: its slot values are what was said.
"""

from __future__ import annotations

from collections.abc import Mapping

from skill.dialog.acts import Affirm, Ask, Deny, Leave, Request, StartOver, Unclear, Unsure, UserAct

# An Ask about CARE or ABOUT may carry a condition in a slot, which becomes its topic.
INTENTS: Mapping[str, UserAct] = {
    "AMAZON.YesIntent": Affirm(),
    "AMAZON.NoIntent": Deny(),
    "DontKnowIntent": Unsure(),
    "AMAZON.HelpIntent": Ask(Request.HELP),
    "AMAZON.RepeatIntent": Ask(Request.REPEAT),
    "AMAZON.NextIntent": Ask(Request.NEXT),
    "AMAZON.StartOverIntent": StartOver(),
    "AMAZON.StopIntent": Leave(),
    "AMAZON.CancelIntent": Leave(),
    "AMAZON.NavigateHomeIntent": Leave(),
    "AMAZON.FallbackIntent": Unclear(),
    "ExplainIntent": Ask(Request.EXPLAIN),
    "WhyIntent": Ask(Request.WHY),
    "SkipIntent": Ask(Request.SKIP),
    "ThanksIntent": Ask(Request.THANKS),
    "TreatmentIntent": Ask(Request.CARE),
    "AboutConditionIntent": Ask(Request.ABOUT),
}

CORRECTING_INTENT = "CorrectIntent"

# By the ids of `heard/requests.yaml`. Whoever wants to wait, to go back or to go slower gets the pending question
# again, and whoever asks what else it could be gets the result again, which names it.
REQUESTS: Mapping[str, UserAct] = {
    "repeat": Ask(Request.REPEAT),
    "explain": Ask(Request.EXPLAIN),
    "why": Ask(Request.WHY),
    "how_sure": Ask(Request.WHY),
    "source": Ask(Request.WHY),
    "what_else": Ask(Request.REPEAT),
    "start_over": StartOver(),
    "go_back": Ask(Request.REPEAT),
    "skip": Ask(Request.SKIP),
    "slower": Ask(Request.REPEAT),
    "pause": Ask(Request.REPEAT),
    "wait": Ask(Request.REPEAT),
    "resume": Ask(Request.NEXT),
    "help": Ask(Request.HELP),
    "thanks": Ask(Request.THANKS),
    "stop": Leave(),
}
