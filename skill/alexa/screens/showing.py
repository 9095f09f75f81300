"""Screens as directives, for the devices that can show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ask_sdk_model import RequestEnvelope

from skill.alexa.screens.documents import VERSION, document
from skill.alexa.screens.views import screen
from skill.conditions.inference import Inference
from skill.dialog.engine import Turn
from skill.speech.words import Words

if TYPE_CHECKING:
    from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective


def shown(turn: Turn, words: Words, inference: Inference) -> RenderDocumentDirective:
    """The directive that shows the turn."""
    # Here, since most devices have no screen, and its classes are a hundred modules.
    from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective

    view = screen(turn, words, inference)
    return RenderDocumentDirective(
        token=view.name, document=document(view.name, view.exercise), datasources={"screen": view.data}
    )


def has_screen(envelope: RequestEnvelope) -> bool:
    """Whether the device shows APL documents of our version; one that does not say which shows none of ours."""
    system = envelope.context.system if envelope.context else None
    interfaces = system.device.supported_interfaces if system and system.device else None
    apl = interfaces.alexa_presentation_apl if interfaces else None
    found = (apl.runtime.max_version if apl and apl.runtime else None) or ""
    parts = found.split(".")
    return all(part.isascii() and part.isdigit() for part in parts) and tuple(map(int, parts)) >= VERSION
