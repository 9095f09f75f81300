"""Rules on what a response holds: its structure, its size, its speech, its card."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from skill.simulator.breach import Breach, Rule, Subject
from skill.simulator.speech import sentences
from skill.simulator.ssml_rules import MOST_AUDIO_FILES, audio_file_count, ssml_problems

LONGEST_SPEECH = 8000  # characters, tags included
LONGEST_CARD = 8000  # characters of title, content, text and image addresses together
LONGEST_IMAGE_URL = 2000
LARGEST_RESPONSE = 120 * 1024  # bytes, by the current reference
LARGEST_WISE_RESPONSE = 24 * 1024  # bytes: the older limit, which leaves room
LONGEST_SENTENCE = 25  # words; about twenty fit one breath

_CARD_FIELDS = {
    "Simple": ("title", "content"),
    "Standard": ("title", "text"),
    "LinkAccount": (),
    "AskForPermissionsConsent": ("permissions",),
}


def structure(subject: Subject) -> Iterator[Breach]:
    """The envelope has a version and a response object, and its parts have the types that Alexa reads."""
    if not isinstance(subject.envelope.get("version"), str):
        yield Breach("structure", 'There is no "version".', "response", refused=True)
    if not isinstance(subject.envelope.get("response"), Mapping):
        yield Breach("structure", 'There is no "response" object.', "response", refused=True)
    if not isinstance(subject.envelope.get("sessionAttributes") or {}, Mapping):
        yield Breach("structure", "It is not an object.", "sessionAttributes", refused=True)
    yield from _speech_structure(subject.response.get("outputSpeech"), "outputSpeech")
    reprompt = subject.response.get("reprompt")
    if reprompt is not None:
        inner = reprompt.get("outputSpeech") if isinstance(reprompt, Mapping) else {}
        yield from _speech_structure(inner or {}, "reprompt.outputSpeech")
    if subject.response.get("shouldEndSession") not in (True, False, None):
        yield Breach("structure", "It is neither true, false nor null.", "shouldEndSession", refused=True)


def _speech_structure(speech: Any, where: str) -> Iterator[Breach]:
    if speech is None:
        return
    kind = speech.get("type") if isinstance(speech, Mapping) else None
    text = speech.get({"SSML": "ssml", "PlainText": "text"}.get(str(kind), "")) if isinstance(speech, Mapping) else None
    if not isinstance(text, str):
        yield Breach("structure", "It is neither PlainText with text nor SSML with ssml.", where, refused=True)


def size(subject: Subject) -> Iterator[Breach]:
    """The whole response is small enough."""
    length = len(json.dumps(subject.envelope, ensure_ascii=False).encode())
    if length > LARGEST_WISE_RESPONSE:
        refused = length > LARGEST_RESPONSE
        limit = (LARGEST_RESPONSE if refused else LARGEST_WISE_RESPONSE) // 1024
        yield Breach("size", f"{length} bytes are more than {limit} KB.", "response", refused)


def speech_length(subject: Subject) -> Iterator[Breach]:
    """Neither prompt nor reprompt is longer than Alexa will read."""
    for where, ssml_text in subject.spoken:
        if len(ssml_text) > LONGEST_SPEECH:
            what = f"{len(ssml_text)} characters are more than {LONGEST_SPEECH}."
            yield Breach("speech_length", what, where, refused=True)


def ssml(subject: Subject) -> Iterator[Breach]:
    """The SSML is well-formed and uses what Alexa speaks."""
    for where, ssml_text in subject.spoken:
        for problem in ssml_problems(ssml_text):
            yield Breach("ssml", problem, where, refused=True)


def audio_files(subject: Subject) -> Iterator[Breach]:
    """At most five audio files play in one response."""
    count = sum(audio_file_count(ssml_text) for _, ssml_text in subject.spoken)
    if count > MOST_AUDIO_FILES:
        yield Breach("audio_files", f"{count} audio files are more than {MOST_AUDIO_FILES}.", "response", refused=True)


def card(subject: Subject) -> Iterator[Breach]:
    """A card is of a known type, has what the type needs, and is short enough."""
    found = subject.response.get("card")
    if found is None:
        return
    kind = found.get("type") if isinstance(found, Mapping) else None
    if kind not in _CARD_FIELDS:
        yield Breach("card", f"{kind!r} is not a type of card.", "card", refused=True)
        return
    for field in _CARD_FIELDS[kind]:
        if not found.get(field):
            yield Breach("card", f'A {kind} card needs "{field}".', "card")
    image = found.get("image") or {}
    urls = [str(image[key]) for key in ("smallImageUrl", "largeImageUrl") if image.get(key)]
    length = sum(len(str(found.get(field) or "")) for field in ("title", "content", "text")) + sum(map(len, urls))
    if length > LONGEST_CARD:
        yield Breach("card", f"{length} characters are more than {LONGEST_CARD}.", "card", refused=True)
    if any(len(url) > LONGEST_IMAGE_URL for url in urls):
        yield Breach("card", f"An image address has more than {LONGEST_IMAGE_URL} characters.", "card", refused=True)


def sentences_of_at_most(words: int) -> Rule:
    """Return the rule that no spoken sentence has more words than that."""

    def sentence_length(subject: Subject) -> Iterator[Breach]:
        for where, ssml_text in subject.spoken:
            for sentence in sentences(ssml_text):
                count = len(sentence.split())
                if count > words:
                    yield Breach("sentence_length", f'{count} words are more than {words}: "{sentence}"', where)

    return sentence_length
