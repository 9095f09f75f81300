from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from skill.speech.ssml import speak

printable = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@given(st.lists(printable))
def test_any_text_becomes_well_formed_ssml_that_says_that_text(texts: list[str]) -> None:
    said = ElementTree.fromstring(speak(*texts)).text or ""
    assert said == " ".join(text.strip() for text in texts if text.strip())


def test_a_rule_of_xml_in_a_text_is_escaped() -> None:
    assert speak("salt & ice < 15") == "<speak>salt &amp; ice &lt; 15</speak>"
