"""A case through the whole skill: the conversation that a patient has with the device, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from skill.conditions.evidence import Evidence, Presence
from skill.conditions.inference import Inference
from skill.conditions.model import AnswerKind, TriageLevel
from skill.dialog import asks, contents
from skill.dialog.engine import Turn
from skill.dialog.state import Phase
from skill.evaluation.cases import Case
from skill.evaluation.patient import SimulatedPatient
from skill.evaluation.patient_words import PatientWords
from skill.evaluation.stage import Stage
from skill.evaluation.truth import Truth
from skill.simulator import Device, Exchange

# A conversation that has not come to a result by then never will.
MOST_EXCHANGES = 40

# Once one of these is asked the outcome has been told: what is answered then is no longer on the way to it.
_OFFERS = (asks.OfferCare, asks.OfferNextStep, asks.OfferRepeat, asks.OfferAgain)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case was told. `level` is the highest that was said, None when the conversation came to no advice.

    `causes` are those named aloud; `ranking` is the internal differential, also where none were. `questions` counts the
    interview's, without age and danger signs; `exchanges` what the patient said from the first words to the outcome,
    launching not counted; `seconds` all that was listened to. `trouble` is what Alexa would refuse or the skill raised.
    """

    case: Case
    level: TriageLevel | None
    causes: tuple[str, ...]
    ranking: tuple[str, ...]
    questions: int
    exchanges: int
    seconds: float
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Player:
    """Plays cases on a device with the stage's skill. `direct` hands over the first words whole, not as Alexa does."""

    device: Device
    stage: Stage
    words: PatientWords
    unlisted: Presence = Presence.ABSENT
    direct: bool = False

    def play(self, case: Case) -> Outcome:
        """The outcome of one case."""
        self.stage.voice.turns.clear()
        exchanges = tuple(self.conversation(case))
        return outcome(case, exchanges, tuple(self.stage.voice.turns), self.stage.inference)

    def conversation(self, case: Case) -> Iterator[Exchange]:
        """Every exchange, from the launch to the result or to the close of an urgent turn."""
        knowledge, turns = self.stage.inference.knowledge, self.stage.voice.turns
        patient = SimulatedPatient(case, Truth.of(case.evidence, knowledge, self.unlisted), knowledge, self.words)
        exchange = self.device.open()
        yield exchange
        for number in range(MOST_EXCHANGES):
            if not exchange.session_open or _has_result(turns[-1], patient):
                return
            first = number == 0
            exchange = self._first_words(case.says) if first else self.device.say(patient.answer(turns[-1].ask))
            yield exchange

    def _first_words(self, says: str) -> Exchange:
        if not self.direct:
            return self.device.say(says)
        slot = {"name": "description", "value": says, "confirmationStatus": "NONE", "source": "USER"}
        intent = {"name": "TellIntent", "confirmationStatus": "NONE", "slots": {"description": slot}}
        return self.device.send("IntentRequest", {"intent": intent})


def outcome(case: Case, exchanges: Sequence[Exchange], turns: Sequence[Turn], inference: Inference) -> Outcome:
    """What came of a conversation: its exchanges, launch first, and our turns in it."""
    told = [act for turn in turns for act in turn.contents]
    asked = {turn.ask.question for turn in turns if isinstance(turn.ask, asks.AskQuestion)}
    questions = inference.knowledge.questions
    evidence = turns[-1].state.evidence if turns else Evidence()
    return Outcome(
        case=case,
        level=max((level for act in told if (level := _level(act)) is not None), default=None),
        causes=next((act.causes for act in reversed(told) if isinstance(act, contents.Result)), ()),
        ranking=tuple(name for name, _ in inference.differential(evidence).ranked),
        questions=sum(questions[name].kind is not AnswerKind.NUMBER for name in asked),
        exchanges=sum(not isinstance(turn.ask, _OFFERS) for turn in turns[:-1]),
        seconds=sum(exchange.seconds for exchange in exchanges),
        trouble=tuple(_trouble(exchanges, told)),
    )


def _has_result(turn: Turn, patient: SimulatedPatient) -> bool:
    """Whether the result was told. Who hurts behind the knee as well goes on after being told that we are for that."""
    goes_on = isinstance(turn.ask, asks.AskBehindToo) and patient.hurts_behind()
    return turn.state.phase is Phase.RESULT and not goes_on


def _level(act: contents.ContentAct) -> TriageLevel | None:
    """How soon to be seen, as the act says it; None where it says nothing of it, as a mere goodbye does not."""
    if isinstance(act, contents.Urge | contents.Result | contents.NoCause):
        return act.level
    if isinstance(act, contents.Goodbye) and (act.cause or act.level > TriageLevel.SELF_CARE):
        return act.level
    return None


def _trouble(exchanges: Sequence[Exchange], told: Sequence[contents.ContentAct]) -> Iterator[str]:
    for exchange in exchanges:
        yield from map(str, exchange.breaches)
        if exchange.error is not None:
            yield f"{type(exchange.error).__name__}: {exchange.error}"
    apologies = sum(isinstance(act, contents.Apology) for act in told)
    if apologies:
        yield f"apologized {apologies} times for a fault of its own"
