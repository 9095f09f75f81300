"""What a person hears of SSML: the words, the sentences, and about how long they take.

The estimate is 150 words a minute, an ordinary conversational rate with its pauses at punctuation, divided by
the prosody rate in force, plus each `<break>`. Spelled-out text counts a word a character. Audio files count
nothing: their length is not in the response.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

WORDS_PER_MINUTE = 150

PROSODY_RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "default": 1.0, "fast": 1.25, "x-fast": 1.5}
# Amazon: a medium break is as long as a comma's, a strong one a sentence's, an extra strong one a
# paragraph's.
BREAK_STRENGTHS = {"none": 0.0, "x-weak": 0.0, "weak": 0.25, "medium": 0.25, "strong": 0.5, "x-strong": 1.0}

_SPELLED = {"spell-out", "characters", "digits", "telephone"}
_BLOCKS = {"s", "p", "speak"}
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\u201d\u2019]*\s+")
_TIME = re.compile(r"\+?(\d+(?:\.\d+)?|\.\d+)(ms|s)")


class SsmlError(ValueError):
    """A text is not well-formed SSML."""


@dataclass(frozen=True)
class Piece:
    """A run of text spoken at a `rate`, or a pause; `ends_sentence` where a tag does rather than a full stop.

    `spelled` text is said character by character.
    """

    text: str = ""
    seconds: float = 0.0
    ends_sentence: bool = False
    rate: float = 1.0
    spelled: bool = False

    @property
    def said(self) -> str:
        """The text as a voice has to be given it."""
        return " ".join(self.text) if self.spelled else self.text


def parse_ssml(ssml: str) -> ET.Element:
    """Parse SSML to its `<speak>` element, supplying one around bare text, or raise SsmlError."""
    wrapped = ssml if ssml.lstrip().startswith("<speak") else f"<speak>{ssml}</speak>"
    # Tags such as amazon:effect carry a prefix that no namespace declares; a dot parses the same and is no
    # prefix.
    undeclared = re.sub(r"(</?)(amazon|alexa):", r"\1\2.", wrapped)
    try:
        return ET.fromstring(undeclared)
    except ET.ParseError as error:
        raise SsmlError(f"not well-formed: {error}") from None


def output_text(speech: object) -> str:
    """Return what an `outputSpeech` object would have Alexa read, as SSML; nothing is the empty text."""
    if not isinstance(speech, dict):
        return ""
    if speech.get("type") == "SSML":
        return str(speech.get("ssml") or "")
    return _escape(str(speech.get("text") or ""))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def plain_text(ssml: str) -> str:
    """Return SSML as a person would read it aloud; malformed SSML is read without its tags."""
    return _joined(piece.text for piece in pieces(ssml))


def followed_by(ssml: str, text: str) -> str:
    """Return SSML with plain text spoken after it."""
    end = "</speak>"
    spoken = ssml.removesuffix(end) if ssml.endswith(end) else f"<speak>{ssml}"
    return f"{spoken} {_escape(text)}{end}" if ssml else text


@lru_cache(maxsize=64)  # many rules look at the same response
def sentences(ssml: str) -> tuple[str, ...]:
    """Return the spoken sentences, parted by punctuation, by `<s>` and `<p>`, and by pauses after punctuation."""
    found: list[str] = []
    current: list[str] = []
    for piece in pieces(ssml):
        current.append(piece.text)
        if piece.ends_sentence:
            found.extend(_SENTENCE_END.split(_joined(current)))
            current = []
    found.extend(_SENTENCE_END.split(_joined(current)))
    return tuple(sentence for sentence in found if sentence)


def seconds(ssml: str) -> float:
    """Estimate how long the speech takes, in seconds."""
    return round(sum(piece.seconds for piece in pieces(ssml)), 1)


def break_seconds(element: ET.Element) -> float:
    """Return the length of a `<break>`, raising SsmlError for a time that is none."""
    time = element.get("time")
    if time is None:
        return BREAK_STRENGTHS.get(element.get("strength", "medium"), 0.0)
    match = _TIME.fullmatch(time.strip())
    if not match:
        raise SsmlError(f'break time "{time}" is no number of s or ms')
    return float(match[1]) / (1000 if match[2] == "ms" else 1)


def _joined(texts: Iterator[str] | list[str]) -> str:
    joined = " ".join("".join(texts).split())
    return re.sub(r" ([.,!?;:])", r"\1", joined)


@lru_cache(maxsize=64)
def pieces(ssml: str) -> tuple[Piece, ...]:
    """Return the runs of text and the pauses of SSML, in order."""
    if not ssml:
        return ()
    try:
        root = parse_ssml(ssml)
    except SsmlError:
        text = re.sub(r"<[^>]*>", " ", ssml)
        return (Piece(text, _spoken_seconds(text, 1.0)),)
    return tuple(_element_pieces(root, 1.0))


def _element_pieces(element: ET.Element, rate: float) -> Iterator[Piece]:
    if element.tag == "break":
        yield Piece(" ", _pause(element))
        return
    if element.tag in _BLOCKS:
        yield Piece(" ", ends_sentence=True)
    rate *= _prosody_rate(element)
    own = element.get("alias") if element.tag == "sub" else element.text
    yield _spoken(own or "", rate, spelled=element.get("interpret-as") in _SPELLED)
    for child in element:
        yield from _element_pieces(child, rate)
        yield _spoken(child.tail or "", rate, spelled=False)
    if element.tag in _BLOCKS:
        yield Piece(" ", ends_sentence=True)


def _pause(element: ET.Element) -> float:
    try:
        return break_seconds(element)
    except SsmlError:
        return 0.0


def _prosody_rate(element: ET.Element) -> float:
    rate = element.get("rate", "medium") if element.tag == "prosody" else "medium"
    if re.fullmatch(r"\d+(\.\d+)?%", rate):
        return max(float(rate[:-1]) / 100, 0.2)  # Alexa goes no slower than 20 %
    return PROSODY_RATES.get(rate, 1.0)


def _spoken(text: str, rate: float, *, spelled: bool) -> Piece:
    piece = Piece(text, rate=rate, spelled=spelled)
    return replace(piece, seconds=_spoken_seconds(piece.said, rate))


def _spoken_seconds(text: str, rate: float) -> float:
    return len(text.split()) * 60 / WORDS_PER_MINUTE / rate
