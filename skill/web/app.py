"""The Flask application: POST /alexa for Alexa, GET /health for whoever watches over the service."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Collection

from ask_sdk_core.skill import CustomSkill
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from skill import __version__
from skill.web.flask_ask_sdk_import import (
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    SkillAdapter,
)
from skill.web.recipient import check_recipient
from skill.web.verification import RequestRefused, RequestVerifier

log = logging.getLogger(__name__)

# Several times the largest request there is: 24 KB of session attributes and a few KB around them.
MAX_BODY_BYTES = 128 * 1024

# For pages of data; one that shows itself in a browser sets a policy of its own.
SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def create_app(
    skill: CustomSkill,
    *,
    verifier: RequestVerifier,
    skill_ids: Collection[str],
    ready: Callable[[], str | None],
) -> Flask:
    """Put `skill` behind `verifier`.

    `skill_ids` are those whose requests are answered; none means any. `ready` returns the version of the
    loaded knowledge, and None as long as there is none. `skill.serializer` reads and writes the envelopes.
    flask-ask-sdk's own checks are off: they parse first, verify second, and answer 500 where 400 is due.
    """
    app = Flask(__name__, static_folder=None)
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = False
    app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    adapter = SkillAdapter(skill=skill, skill_id=None, app=app)

    def alexa() -> Response:
        try:
            body = request.get_data()
            verifier.verify(request.headers, body)
            check_recipient(body, skill_ids)
            answer: Response = adapter.dispatch_request()
        except RequestRefused as refusal:
            return _refuse(refusal.rule)
        except RequestEntityTooLarge:
            return _refuse("body_too_large")
        except Exception as error:  # Alexa is to get a 400, or nothing: never a 500 with a page about it
            return _refuse(f"not_answerable, {_whereabouts(error)}")
        return answer

    def health() -> tuple[Response, int]:
        knowledge = ready()
        status = "starting" if knowledge is None else "ok"
        body = jsonify(status=status, version=__version__, knowledge=knowledge)
        return body, 503 if knowledge is None else 200

    app.add_url_rule("/alexa", view_func=alexa, methods=["POST"], provide_automatic_options=False)
    app.add_url_rule("/health", view_func=health, methods=["GET"], provide_automatic_options=False)
    app.after_request(_secure)
    return app


def _refuse(rule: str) -> Response:
    log.warning("POST /alexa refused: %s", rule)
    return Response(status=400)


def _secure(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _whereabouts(error: BaseException) -> str:
    """Name the first cause and its place, and not its message, which may quote what someone said."""
    while error.__context__ is not None:
        error = error.__context__
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {place.filename}:{place.lineno}"


def _is_ours(record: logging.LogRecord) -> bool:
    """Drop the adapter's records: they carry the messages of the SDK, and those quote the request."""
    return record.module != "skill_adapter"


log.addFilter(_is_ours)  # Flask names the application's logger, which the adapter uses, after this module
