"""A content act -> its words: replies by the one, all else by the other."""

from __future__ import annotations

from skill.dialog.contents import ContentAct
from skill.dialog.replies import ReplyAct
from skill.speech.contents import ContentTeller
from skill.speech.replies import ReplyTeller
from skill.speech.words import Words


class Teller:
    """Says content acts in one locale, with the variant that the turn's number chooses."""

    def __init__(self, words: Words, turn: int, *, brief: bool = False) -> None:
        self._contents = ContentTeller(words, turn, brief=brief)
        self._replies = ReplyTeller(words, turn, brief=brief)

    def tell(self, act: ContentAct) -> str:
        """The act as plain text."""
        return self._replies.tell(act) if isinstance(act, ReplyAct) else self._contents.tell(act)
