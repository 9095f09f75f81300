"""How people ask for something to be read later."""

from __future__ import annotations

import pytest

from skill.understanding.understander import Understander

ASKED = (
    "send that to my phone",
    "send it to my phone",
    "put that in the app",
    "email me that",
    "text me this",
    "can you send me that",
    "please send me the steps",
    "i'd like that on my phone",
    "can i read that later",
    "write that down for me",
    "make me a card",
    "shoot me an email with that",
    "is there something you can send me",
    "okay send it to me",
    "yes and send it to my phone",
)
TOLD = (
    "my doctor sent me for a scan",
    "i was on the phone when it started to hurt",
    "the pain sends me through the roof",
    "they texted me to come back",
    "i put my leg up on the sofa and read my phone",
)


@pytest.mark.parametrize("said", ASKED)
def test_a_wish_to_have_it_sent_is_heard(understander: Understander, said: str) -> None:
    assert understander.understand(said).request == "send"


@pytest.mark.parametrize("said", TOLD)
def test_what_only_speaks_of_sending_is_no_wish(understander: Understander, said: str) -> None:
    assert understander.understand(said).request != "send"


def test_what_is_to_be_sent_may_be_named(understander: Understander) -> None:
    heard = understander.understand("text me something about a torn meniscus")
    assert (heard.request, heard.topic) == ("send", "meniscal_tear")
