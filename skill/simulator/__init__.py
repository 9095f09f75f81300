"""A local Alexa device for any skill: give it the skill as a function and its interaction model, and talk.

    device = Device(skill, json.loads(Path("en-US.json").read_text()))
    print(device.open().speech)
    print(device.say("a large pizza with ham").speech)

It works offline and repeats itself exactly: requests are faithful envelopes, utterances are understood by the
model's samples, the session and its dialogs are kept as Alexa keeps them, and each response is checked
against what Alexa refuses.
"""

from __future__ import annotations

from skill.simulator.breach import Breach, Rule, Subject
from skill.simulator.contracts import CONTRACTS, Contract
from skill.simulator.device import Device, NotForTheSkill
from skill.simulator.envelopes import Hardware
from skill.simulator.exchange import Card, Ended, Exchange
from skill.simulator.interaction_model import InteractionModel
from skill.simulator.match import How, Match
from skill.simulator.model_parser import InteractionModelError, parse_model
from skill.simulator.pacing import paced
from skill.simulator.response_rules import RULES, check
from skill.simulator.system_voice import SystemVoice, SystemVoiceError
from skill.simulator.terminal import talk
from skill.simulator.timer_server import TimerServer, serving
from skill.simulator.timers import Fault, Timer, TimerService
from skill.simulator.trace import trace
from skill.simulator.transcript_runner import Failure, record_file, run_conversation, run_file
from skill.simulator.transcripts import Conversation, TranscriptError, load_conversations
from skill.simulator.viewports import VIEWPORTS, Viewport

__all__ = [
    "CONTRACTS",
    "RULES",
    "VIEWPORTS",
    "Breach",
    "Card",
    "Contract",
    "Conversation",
    "Device",
    "Ended",
    "Exchange",
    "Failure",
    "Fault",
    "Hardware",
    "How",
    "InteractionModel",
    "InteractionModelError",
    "Match",
    "NotForTheSkill",
    "Rule",
    "Subject",
    "SystemVoice",
    "SystemVoiceError",
    "Timer",
    "TimerServer",
    "TimerService",
    "TranscriptError",
    "Viewport",
    "check",
    "load_conversations",
    "paced",
    "parse_model",
    "record_file",
    "run_conversation",
    "run_file",
    "serving",
    "talk",
    "trace",
]
