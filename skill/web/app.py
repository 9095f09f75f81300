"""The Flask application: POST /alexa for Alexa, GET /health and /metrics for whoever watches over the service."""

from __future__ import annotations

import logging
from collections.abc import Callable

from ask_sdk_core.skill import CustomSkill
from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from skill import __version__
from skill.web import metrics
from skill.web.flask_ask_sdk_import import (
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    SkillAdapter,
)
from skill.web.refusal import FAULT, note_refusal
from skill.web.verification import MAX_BODY_BYTES, RequestRefused, RequestVerifier

log = logging.getLogger(__name__)

# For pages of data; one that shows itself in a browser sets a policy of its own.
SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def create_app(skill: CustomSkill, *, verifier: RequestVerifier, ready: Callable[[], str | None]) -> Flask:
    """Put `skill` behind `verifier`.

    `ready` returns the version of the loaded knowledge, and None as long as there is none. `skill.serializer` reads
    and writes the envelopes. flask-ask-sdk's own checks are off: they parse first, verify second, and answer 500 where
    400 is due.
    """
    app = Flask(__name__, static_folder=None)
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = False
    app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    adapter = SkillAdapter(skill=skill, skill_id=None, app=app)

    def alexa() -> Response:
        with metrics.timed():
            return _answer(adapter, verifier)

    def health() -> tuple[Response, int]:
        knowledge = ready()
        status = "starting" if knowledge is None else "ok"
        body = jsonify(status=status, version=__version__, knowledge=knowledge)
        return body, 503 if knowledge is None else 200

    def figures() -> Response:
        return Response(metrics.exposition(), content_type=metrics.MEDIA_TYPE)

    app.add_url_rule("/alexa", view_func=alexa, methods=["POST"], provide_automatic_options=False)
    app.add_url_rule("/health", view_func=health, methods=["GET"], provide_automatic_options=False)
    app.add_url_rule("/metrics", view_func=figures, methods=["GET"], provide_automatic_options=False)
    app.after_request(_secure)
    return app


def _answer(adapter: SkillAdapter, verifier: RequestVerifier) -> Response:
    try:
        verifier.verify(request.headers, request.get_data())
        answer: Response = adapter.dispatch_request()
    except RequestRefused as refusal:
        return _refuse(refusal.rule)
    except RequestEntityTooLarge:
        return _refuse("body_too_large")
    except Exception as error:  # Alexa is to get a 400, or nothing: never a 500 with a page about it
        return _refuse(FAULT, error)
    metrics.count_answer()
    return answer


def _refuse(rule: str, error: Exception | None = None) -> Response:
    note_refusal(rule, error)
    return Response(status=400)


def _secure(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _is_ours(record: logging.LogRecord) -> bool:
    """Drop the adapter's records: they carry the messages of the SDK, and those quote the request."""
    return record.module != "skill_adapter"


log.addFilter(_is_ours)  # Flask names the application's logger, which the adapter uses, after this module
