"""Rules on when the session ends and who speaks next."""

from __future__ import annotations

from collections.abc import Iterator

from skill.simulator.breach import Breach, Subject
from skill.simulator.speech import plain_text

# Only to these does the user expect a spoken answer; to an event of the screen, say, an absent flag has its
# own meaning.
_SPOKEN_REQUESTS = {"LaunchRequest", "IntentRequest"}


def explicit_end(subject: Subject) -> Iterator[Breach]:
    """`shouldEndSession` is true or false: left out, it means one thing on a speaker and another on a screen.

    Where Alexa takes over, Amazon's own samples leave it out.
    """
    if subject.hands_over:
        return
    if subject.request_type in _SPOKEN_REQUESTS and subject.response.get("shouldEndSession") not in (
        True,
        False,
    ):
        yield Breach("explicit_end", "It is neither true nor false.", "shouldEndSession")


def question_opens_microphone(subject: Subject) -> Iterator[Breach]:
    """A response ends in a question exactly when it opens the microphone; certification fails both mismatches."""
    if subject.request_type == "SessionEndedRequest" or subject.delegates:
        return
    if subject.asks and not subject.opens_microphone:
        yield Breach("question_opens_microphone", "It asks a question and does not listen.", "outputSpeech")
    if subject.opens_microphone and not subject.asks:
        yield Breach("question_opens_microphone", "It listens without asking a question.", "outputSpeech")


def reprompt(subject: Subject) -> Iterator[Breach]:
    """An open session has a reprompt in other words than its prompt; an ended one has none."""
    if subject.request_type == "SessionEndedRequest" or subject.delegates:
        return
    if not subject.opens_microphone:
        if subject.reprompt:
            yield Breach("reprompt", "The microphone does not open, so it is never heard.", "reprompt")
    elif not subject.reprompt:
        yield Breach("reprompt", "The session is open and there is none.", "reprompt")
    elif plain_text(subject.reprompt) == plain_text(subject.speech):
        yield Breach("reprompt", "It repeats the prompt word for word.", "reprompt")


def no_reply_to_session_end(subject: Subject) -> Iterator[Breach]:
    """Nothing can be said, shown or asked once the session has ended."""
    if subject.request_type != "SessionEndedRequest":
        return
    for part in ("outputSpeech", "reprompt", "card", "directives"):
        if subject.response.get(part):
            yield Breach("no_reply_to_session_end", "A session that has ended cannot be answered.", part)
