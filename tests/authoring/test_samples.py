"""The notation of samples stands for the texts one would expect."""

from __future__ import annotations

import pytest

from skill.authoring.samples import SampleError, expand


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("it hurts", ("it hurts",)),
        ("(yes|oh yes) please", ("yes please", "oh yes please")),
        ("[a] lump", ("lump", "a lump")),
        ("[on|at] the {place}", ("the {place}", "on the {place}", "at the {place}")),
        ("it's a (so [so]|bad) day", ("it's a so day", "it's a so so day", "it's a bad day")),
    ],
)
def test_alternatives_and_options_are_written_out(written, texts):
    assert expand(written) == texts


def test_a_text_that_two_ways_lead_to_stands_once():
    assert expand("(a|a) b") == ("a b",)


@pytest.mark.parametrize("written", ["(yes|no", "(yes]", "yes)", "lock*", "it ... hurts", "what?", "{size"])
def test_what_makes_no_sense_in_a_sample_is_refused(written):
    with pytest.raises(SampleError):
        expand(written)
