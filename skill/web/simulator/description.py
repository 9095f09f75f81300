"""Exchanges as JSON for the page: what to say and show, and what the inspector tells of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from skill.alexa.insight import Insight, asked
from skill.conditions.triage import Assessment
from skill.simulator import Device, Exchange, Match
from skill.simulator.pacing import runs
from skill.understanding.heard import Heard

Json = dict[str, Any]


def described(exchange: Exchange, device: Device, insights: Callable[[Json, Json], Insight]) -> Json:
    """One exchange. `phrases` are what a voice says at which rate, and how many seconds it then waits."""
    insight = insights(exchange.request, exchange.response) if exchange.request and exchange.response else None
    return {
        "speech": exchange.speech,
        "reprompt": exchange.reprompt,
        "phrases": [{"text": run.text, "rate": run.rate, "pause": run.pause} for run in runs(exchange.ssml)],
        "seconds": exchange.seconds,
        "card": {"title": exchange.card.title, "text": exchange.card.text} if exchange.card else None,
        "open": exchange.session_open,
        "ended": exchange.ended,
        "request": exchange.request,
        "response": exchange.response,
        "match": _match(exchange.match) if exchange.match else None,
        "breaches": [
            {"rule": breach.rule, "what": breach.what, "where": breach.where, "refused": breach.refused}
            for breach in exchange.breaches
        ],
        "timers": [
            {"label": timer.label, "seconds": timer.left(device.timers.now).total_seconds()}
            for timer in device.timers.timers
        ],
        "insight": _insight(insight) if insight else None,
    }


def _match(match: Match) -> Json:
    return {
        "intent": match.intent,
        "how": match.how,
        "score": round(match.score, 2),
        "sample": match.sample,
        "slots": [
            {
                "name": name,
                "values": [reading.value for reading in filled.readings],
                "ids": [entity.id or entity.name for reading in filled.readings for entity in reading.entities],
            }
            for name, filled in match.slots.items()
        ],
    }


def _insight(insight: Insight) -> Json:
    after = insight.after
    return {
        "understood": _understood(insight.heard),
        "before": insight.before.phase.value,
        "phase": after.phase.value if after else None,
        "asks": list(asked(after.pending)) if after and after.pending else [],
        "findings": {name: presence.value for name, presence in after.evidence.findings.items()} if after else {},
        "facts": _facts(after.evidence.facts.known()) if after else {},
        **(_assessed(insight.assessment) if insight.assessment else {"level": None, "flags": [], "causes": None}),
    }


def _understood(heard: Heard) -> Json:
    return {
        "mentions": [
            {"id": mention.id, "presence": mention.presence.value, "words": mention.words} for mention in heard.mentions
        ],
        "facts": _facts(heard.evidence.facts.known()),
        "reply": heard.reply.value if heard.reply else None,
        "request": heard.request,
        "topic": heard.topic,
        "score": heard.score,
    }


def _facts(known: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in known.items()}


def _assessed(assessment: Assessment) -> Json:
    """`causes` is None where danger or age forbids matching any."""
    differential = assessment.differential
    return {
        "level": assessment.level.id,
        "flags": [flag.id for flag in assessment.flags],
        "causes": [{"id": name, "share": round(share, 4)} for name, share in differential.ranked]
        if differential
        else None,
    }
