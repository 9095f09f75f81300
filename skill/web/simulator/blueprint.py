"""The page's routes: the page itself at /, its words and files, and the conversations it holds."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from skill import app
from skill.alexa.log_lines import Event, places
from skill.config import DEVELOPMENT_VARIABLE, Config, ConfigError
from skill.simulator import VIEWPORTS, Contract, NotForTheSkill, TranscriptError
from skill.web.simulator import guard, replay, viewhost
from skill.web.simulator.conversations import Conversation, Conversations, DeviceMaker, TooLong, UnknownAct
from skill.web.simulator.description import Json, described
from skill.web.simulator.transcript import Insights
from skill.web.simulator.words import load_page_words

log = logging.getLogger(__name__)

# The device without a screen; the others are called as their viewports.
SPEAKER = "speaker"
DEVICES = (SPEAKER, *VIEWPORTS)
DEFAULT_DEVICE = "hub_landscape_large"


@dataclass(frozen=True)
class Parts:
    """What the page is about. `options` are what every device has, beside its screen, as behind a transcript's fence.

    `contracts` are what replayed transcripts may demand, beside what any skill's may.
    """

    make_device: DeviceMaker
    locales: tuple[str, ...]
    contracts: Mapping[str, Contract]
    insights: Insights = app.insight
    options: frozenset[str] = frozenset()


def create_simulator(config: Config, parts: Parts) -> Blueprint:
    """The routes as a blueprint. Raises ConfigError unless in development: it answers whoever is at this machine."""
    if not config.development:
        raise ConfigError(
            "The simulator's page is there in development only: start with --dev, or set "
            f"{DEVELOPMENT_VARIABLE}=on, on this machine."
        )
    pages = Blueprint(
        "simulator", __name__, template_folder="page", static_folder="static", static_url_path="/simulator/static"
    )
    routes = _Routes(parts, Conversations(parts.make_device, parts.insights))
    pages.before_request(_admit)
    pages.register_error_handler(Exception, _tell)
    pages.add_url_rule("/", view_func=routes.page)
    pages.add_url_rule("/simulator/words/<locale>", view_func=routes.words)
    pages.add_url_rule("/simulator/screen", view_func=_screen)
    pages.add_url_rule("/simulator/viewhost.js", view_func=_viewhost)
    pages.add_url_rule("/simulator/conversations", view_func=routes.begin, methods=["POST"])
    pages.add_url_rule("/simulator/conversations/<name>/transcript", view_func=routes.transcript)
    pages.add_url_rule("/simulator/conversations/<name>/<act>", view_func=routes.act, methods=["POST"])
    pages.add_url_rule("/simulator/replays", view_func=routes.replay, methods=["POST"])
    return pages


class _Routes:
    """What the page asks for; answers are JSON."""

    def __init__(self, parts: Parts, conversations: Conversations) -> None:
        self._parts = parts
        self._conversations = conversations

    def page(self) -> Response:
        """The page, for the device and locale in its address."""
        locale = _one_of(self._parts.locales, request.args.get("locale"), self._parts.locales[0])
        device = _one_of(DEVICES, request.args.get("device"), DEFAULT_DEVICE)
        viewport = VIEWPORTS.get(device)
        shown = render_template(
            "page.html",
            words=self._words(locale),
            locale=locale,
            locales=self._parts.locales,
            device=device,
            devices=DEVICES,
            viewport=viewport,
            viewhost=viewhost.is_installed(),
        )
        return _html(shown, guard.PAGE_POLICY)

    def words(self, locale: str) -> Response:
        """The words that scripts put on the page."""
        return jsonify(self._words(locale))

    def begin(self) -> Response:
        """Begin a conversation and open the skill."""
        asked = _body()
        locale = _one_of(self._parts.locales, asked.get("locale"))
        device = _one_of(DEVICES, asked.get("device"))
        name, conversation = self._begin(locale, device)
        return jsonify(id=name, exchange=self._described(conversation, conversation.do("open", {})))

    def act(self, name: str, act: str) -> Response:
        """Do something in a conversation."""
        conversation = self._held(name)
        return jsonify(exchange=self._described(conversation, conversation.do(act, _body())))

    def transcript(self, name: str) -> Response:
        """A conversation as a file."""
        conversation = self._held(name)
        title = self._words(conversation.locale)["transcript"]["title"]
        answer = make_response(conversation.transcript.markdown(title))
        answer.headers["Content-Type"] = "text/markdown; charset=utf-8"
        answer.headers["Content-Disposition"] = 'attachment; filename="conversation.md"'
        return answer

    def replay(self) -> Response:
        """Hold one of a text's conversations again, on a device as the page has it."""
        asked = _body()
        found = replay.read(str(asked.get("markdown", "")), self._parts.contracts)
        index = asked.get("index", 0)
        if not isinstance(index, int) or not 0 <= index < len(found):
            abort(400)
        written = found[index]
        locale, device = _one_of(self._parts.locales, asked.get("locale")), _one_of(DEVICES, asked.get("device"))
        name, conversation = self._begin(locale, device, written.options - set(DEVICES))
        steps = [
            {
                "said": step.said if step else None,
                "exchange": self._described(conversation, exchange) if exchange else None,
                "failures": failures,
            }
            for step, exchange, failures in replay.replay(written, conversation, self._parts.contracts)
        ]
        return jsonify(id=name, titles=[each.title for each in found], steps=steps)

    def _words(self, locale: str) -> dict[str, Any]:
        return load_page_words(app.LOCALES, locale, app.LOCALE_CODES[0])

    def _begin(self, locale: str, device: str, options: frozenset[str] = frozenset()) -> tuple[str, Conversation]:
        screen = frozenset() if device == SPEAKER else frozenset([device])
        return self._conversations.begin(locale, screen | (options or self._parts.options))

    def _held(self, name: str) -> Conversation:
        return self._conversations.get(name) or abort(404)

    def _described(self, conversation: Conversation, exchange: Any) -> Json:
        return described(exchange, conversation.device, self._parts.insights)


def _screen() -> Response:
    return _html(render_template("screen.html"), guard.SCREEN_POLICY, frame="SAMEORIGIN")


def _viewhost() -> Response:
    if not viewhost.is_installed():
        abort(404)
    return Response(viewhost.source(), content_type="text/javascript; charset=utf-8")


def _html(text: str, policy: str, frame: str = "DENY") -> Response:
    return Response(text, headers={"Content-Security-Policy": policy, "X-Frame-Options": frame})


def _admit() -> None:
    if not guard.is_from_here(request):
        abort(403)


def _body() -> dict[str, Any]:
    """What was sent; as only JSON is taken, another site's page cannot send it unasked."""
    body = request.get_json()
    return body if isinstance(body, dict) else abort(400)


def _one_of(known: tuple[str, ...], value: Any, otherwise: str | None = None) -> str:
    if value in known:
        return str(value)
    return otherwise if otherwise is not None else abort(400)


_PROBLEMS: Mapping[type[Exception], tuple[str, int]] = {
    NotForTheSkill: ("closed", 409),
    TooLong: ("long", 409),
    UnknownAct: ("request", 400),
    TranscriptError: ("transcript", 422),
}


def _tell(error: Exception) -> tuple[Response, int]:
    """What went wrong, as a word that the page has a sentence for."""
    if isinstance(error, HTTPException):
        status = error.code or 500
        return jsonify(error={404: "gone", 413: "large"}.get(status, "request")), status
    name, status = _PROBLEMS.get(type(error), ("fault", 500))
    if status == 500:
        log.error(Event("simulator_failed", places=places(error)))
    detail = str(error) if isinstance(error, TranscriptError) else ""
    return jsonify(error=name, detail=detail), status
