"""Which act an intent, or a request heard in words, stands for: two tables.

An intent that is not in the table tells something: its slot values are what was said.
"""

from __future__ import annotations

from collections.abc import Mapping

from skill.dialog.acts import Affirm, Ask, AskTimer, Deny, Leave, Request, StartOver, Unclear, Unsure, UserAct

# What a slot of an intent names becomes the topic of its Ask.
INTENTS: Mapping[str, UserAct] = {
    "AMAZON.YesIntent": Affirm(),
    "AMAZON.NoIntent": Deny(),
    "DontKnowIntent": Unsure(),
    # How the conversation goes
    "AMAZON.HelpIntent": Ask(Request.HELP),
    "AMAZON.RepeatIntent": Ask(Request.REPEAT),
    "AMAZON.NextIntent": Ask(Request.NEXT),
    "AMAZON.PreviousIntent": Ask(Request.BACK),
    "AMAZON.StartOverIntent": StartOver(),
    "AMAZON.StopIntent": Leave(),
    "AMAZON.CancelIntent": Leave(),
    "AMAZON.NavigateHomeIntent": Leave(),
    "AMAZON.FallbackIntent": Unclear(),
    "ExplainIntent": Ask(Request.EXPLAIN),
    "SkipIntent": Ask(Request.SKIP),
    "WaitIntent": Ask(Request.WAIT),
    "SlowerIntent": Ask(Request.SLOWER),
    "FasterIntent": Ask(Request.FASTER),
    "BriefIntent": Ask(Request.BRIEF),
    "ProgressIntent": Ask(Request.PROGRESS),
    "RecapIntent": Ask(Request.RECAP),
    "ThanksIntent": Ask(Request.THANKS),
    "VentIntent": Ask(Request.VENT),
    # What we think, and why
    "WhyIntent": Ask(Request.WHY),
    "WhyNotIntent": Ask(Request.WHY_NOT),
    "OthersIntent": Ask(Request.OTHERS),
    "HowSureIntent": Ask(Request.HOW_SURE),
    "ChangeMindIntent": Ask(Request.CHANGE_MIND),
    "SourceIntent": Ask(Request.SOURCE),
    "SummaryIntent": Ask(Request.SUMMARY),
    # What we know
    "AboutConditionIntent": Ask(Request.ABOUT),
    "AboutTermIntent": Ask(Request.ABOUT),
    "TreatmentIntent": Ask(Request.CARE),
    "AdviceIntent": Ask(Request.ADVICE),
    "HowLongIntent": Ask(Request.ADVICE, "how_long"),
    "IsItSeriousIntent": Ask(Request.ADVICE, "is_it_serious"),
    "WhoToSeeIntent": Ask(Request.ADVICE, "who_to_see"),
    # What we can do
    "SendIntent": Ask(Request.SEND),
    "TimerIntent": AskTimer(),
    "CoachIntent": Ask(Request.COACH),
    "AMAZON.PauseIntent": Ask(Request.PAUSE),
    "AMAZON.ResumeIntent": Ask(Request.RESUME),
}

CORRECTING_INTENT = "CorrectIntent"

# By the ids of `heard/requests.yaml` and `heard/exercising.yaml`, which are those of the requests themselves.
REQUESTS: Mapping[str, UserAct] = {
    **{request.value: Ask(request) for request in Request},
    Request.TIMER.value: AskTimer(),
    "start_over": StartOver(),
    "stop": Leave(),
}
