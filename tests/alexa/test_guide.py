from __future__ import annotations

from typing import cast

import pytest

from skill.alexa.guide import Guide
from skill.alexa.tongues import Tongue
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase

TONGUES = {code: cast(Tongue, code) for code in ("en-US", "de-DE", "en-GB")}


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("en-GB", "en-GB"),
        ("de-DE", "de-DE"),
        ("de-AT", "de-DE"),
        ("en-AU", "en-US"),
        ("ja-JP", "en-US"),
        ("", "en-US"),
        (None, "en-US"),
    ],
)
def test_who_has_no_tongue_of_their_own_is_served_in_the_nearest(
    locale: str | None, code: str, knowledge: KnowledgeBase
) -> None:
    assert Guide(Inference(knowledge), TONGUES).tongue(locale) == code
