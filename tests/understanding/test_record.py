from __future__ import annotations

from skill.understanding.record import as_record


def test_a_record_tells_what_was_heard_and_in_which_words(hear):
    text = "no lump but my left calf is swollen"
    assert as_record(text, hear(text)) == {
        "text": text,
        "findings": {"lump_behind_knee": "absent", "calf_swelling": "present"},
        "facts": {"side": "left"},
        "words": {"lump_behind_knee": "lump", "side": "left calf", "calf_swelling": "my left calf is swollen"},
        "reply": "no",
    }


def test_a_record_of_nothing_is_only_the_text(hear):
    assert as_record("tralala", hear("tralala")) == {"text": "tralala"}
