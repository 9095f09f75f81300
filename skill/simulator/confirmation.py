"""Reads yes and no as the answer to a `Dialog.ConfirmSlot` or `Dialog.ConfirmIntent`, which Alexa does itself."""

from __future__ import annotations

from skill.simulator.dialog_management import PendingDialog
from skill.simulator.interaction_model import InteractionModel
from skill.simulator.language import Language
from skill.simulator.match import How, Match
from skill.simulator.text import Words, without_fillers, words_of

_STATUS = {"AMAZON.YesIntent": "CONFIRMED", "AMAZON.NoIntent": "DENIED"}


class ConfirmationReader:
    """Knows what counts as yes and no: Amazon's stock phrases, and what the model adds to them."""

    def __init__(self, model: InteractionModel, language: Language) -> None:
        self._language = language
        self._status: dict[Words, str] = {}
        for name, status in _STATUS.items():
            own = model.intents[name].samples if name in model.intents else ()
            for phrase in (*own, *language.built_in_intents.get(name, ())):
                self._status[words_of(phrase)] = status

    def read(self, text: str, pending: PendingDialog) -> tuple[Match, PendingDialog] | None:
        """Return the confirmed intent and its dialog, or None when nothing was to confirm or the answer is neither."""
        words = words_of(text)
        status = self._status.get(words) or self._status.get(without_fillers(words, self._language))
        if not pending.confirms or status is None:
            return None
        return Match(pending.intent, how=How.CONFIRMED), pending.confirmed(status)
