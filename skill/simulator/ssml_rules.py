"""What Alexa's speech synthesis accepts: well-formed SSML of known tags with known values."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from skill.simulator.speech import BREAK_STRENGTHS, PROSODY_RATES, SsmlError, break_seconds, parse_ssml

LONGEST_BREAK = 10.0  # seconds, each
MOST_AUDIO_FILES = 5

# None accepts any value. The prefixes of amazon:effect and its like are written with a dot, as parse_ssml
# returns them.
_ANY = None
_PITCH = re.compile(r"x-low|low|medium|high|x-high|default|[+-]\d+(\.\d+)?%")
_VOLUME = re.compile(r"silent|x-soft|soft|medium|loud|x-loud|default|[+-]\d+(\.\d+)?dB")
_RATE = re.compile("|".join(PROSODY_RATES) + r"|\d+(\.\d+)?%")

TAGS: Mapping[str, Mapping[str, re.Pattern[str] | None]] = {
    "speak": {},
    "audio": {"src": re.compile(r"(https|soundbank)://.+")},
    "break": {"time": _ANY, "strength": re.compile("|".join(BREAK_STRENGTHS))},
    "emphasis": {"level": re.compile("strong|moderate|reduced")},
    "lang": {"xml:lang": _ANY},
    "p": {},
    "s": {},
    "phoneme": {"alphabet": re.compile("ipa|x-sampa|x-amazon-pinyin|x-amazon-jyutping"), "ph": _ANY},
    "prosody": {"rate": _RATE, "pitch": _PITCH, "volume": _VOLUME},
    "say-as": {"interpret-as": _ANY, "format": _ANY},
    "sub": {"alias": _ANY},
    "voice": {"name": _ANY},
    "w": {"role": _ANY},
    "amazon.effect": {"name": re.compile("whispered")},
    "amazon.emotion": {
        "name": re.compile("excited|disappointed"),
        "intensity": re.compile("low|medium|high"),
    },
    "amazon.domain": {"name": _ANY},
    "amazon.auto-breaths": {"volume": _ANY, "frequency": _ANY, "duration": _ANY},
    "amazon.breath": {"volume": _ANY, "duration": _ANY},
    "alexa.name": {"type": _ANY, "personId": _ANY},
}

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def ssml_problems(ssml: str) -> Iterator[str]:
    """Yield a sentence for everything in the SSML that Alexa would refuse."""
    try:
        root = parse_ssml(ssml)
    except SsmlError as error:
        yield f"The SSML is {error}."
        return
    for element in root.iter():
        yield from _element_problems(element)


def audio_file_count(ssml: str) -> int:
    """Count the audio files that the SSML plays."""
    return len(re.findall(r"<audio\b", ssml))


def _element_problems(element: ET.Element) -> Iterator[str]:
    tag = str(element.tag)
    name = tag.replace(".", ":")
    if tag not in TAGS:
        yield f"<{name}> is not a tag that Alexa speaks."
        return
    for key, value in element.attrib.items():
        attribute = "xml:lang" if key == _XML_LANG else key
        if attribute not in TAGS[tag]:
            yield f'<{name}> has no attribute "{attribute}".'
            continue
        allowed = TAGS[tag][attribute]
        if allowed and not allowed.fullmatch(value):
            yield f'<{name} {attribute}="{value}"> is not a value that Alexa takes.'
    if tag == "break":
        yield from _break_problems(element)


def _break_problems(element: ET.Element) -> Iterator[str]:
    try:
        length = break_seconds(element)
    except SsmlError as error:
        yield f"The {error}."
        return
    if length > LONGEST_BREAK:
        yield f"A break of {length:g} s is longer than {LONGEST_BREAK:g} s."
