"""The only writer of SSML. Every text is escaped here: an "&" in a word would make Alexa refuse the whole response."""

from __future__ import annotations

from xml.sax.saxutils import escape


def speak(*texts: str) -> str:
    """The texts, one after the other, as a complete SSML document."""
    return f"<speak>{escape(' '.join(text.strip() for text in texts if text.strip()))}</speak>"
