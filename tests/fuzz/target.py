"""The whole skill as it is shipped, by its three ways in, and what must hold whatever comes in."""

from __future__ import annotations

import io
import json
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from skill import app
from skill.alexa.log_lines import JsonLines
from skill.config import Config
from skill.web.app import create_app
from skill.web.refusal import FAULT
from skill.web.verification import Unverified, alexa_verifier
from skill.web.verification.url import Url
from tests.alexa.conversing import ID, Json
from tests.fuzz.mutation import any_value, encoded, mutated, scrambled
from tests.fuzz.seeds import MARK, seeds
from tests.web.verification.alexa import URL, authority, good_file, sign
from tests.web.verification.authority import NOW

STAMP = "2026-05-13T12:34:56Z"
URLS = (URL, f"{URL}?", "https://s3.amazonaws.com:/echo.api/a", "https://[", "https://s3.amazonaws.com:9e9/", "")


class Target:
    """Takes requests made by chance. Raises AssertionError for what must not be.

    `faults` are faults of ours that were apologized for, by the places where they came up.
    """

    def __init__(self) -> None:
        self.faults: Counter[str] = Counter()
        config = Config(skill_ids=frozenset({ID}))
        skill = app.create_skill(config)
        self._lambda = app.create_lambda_handler(config)
        self._file = good_file()
        verifier = alexa_verifier({ID}, fetch=self._fetch, roots=[authority().root.certificate], clock=lambda: NOW)
        self._open = create_app(skill, verifier=Unverified({ID}), ready=lambda: "k").test_client()
        self._guarded = create_app(skill, verifier=verifier, ready=lambda: "k").test_client()
        self._seeds = seeds()
        for each in self._seeds:
            each["request"]["timestamp"] = STAMP

    def __call__(self, random: Random) -> None:
        """One request."""
        with _logged() as log:
            random.choice((self._to_lambda, self._to_app, self._signed, self._with_odd_headers))(random)
        assert MARK not in log.getvalue(), "something of the request is in the log"
        for event in map(json.loads, log.getvalue().splitlines()):
            assert event.get("rule") != FAULT, event
            if event["event"] == "fault":
                self.faults[" < ".join(reversed(event["places"]))] += 1

    def _envelope(self, random: Random) -> Any:
        return mutated(random.choice(self._seeds), random)

    def _to_lambda(self, random: Random) -> None:
        event = self._envelope(random)
        _check_answer(self._lambda(event, None))

    def _to_app(self, random: Random) -> None:
        body = encoded(self._envelope(random))
        self._post(self._open, scrambled(body, random) if random.randrange(4) == 0 else body, {})

    def _signed(self, random: Random) -> None:
        body = encoded(self._envelope(random))
        self._post(self._guarded, body, {"SignatureCertChainUrl": URL, "Signature-256": sign(body)})

    def _with_odd_headers(self, random: Random) -> None:
        seed: Json = random.choice(self._seeds)
        body = encoded(seed)
        url = random.choice((*URLS, scrambled(URL.encode(), random).decode("latin-1")))
        signature = random.choice((sign(body), MARK, scrambled(sign(body).encode(), random).decode("latin-1")))
        self._file = random.choice((good_file(), scrambled(good_file(), random)))
        headers = {"SignatureCertChainUrl": url, "Signature-256": signature, "X-Other": str(any_value(random, 0))}
        self._post(self._guarded, body, {name: _sendable(value) for name, value in headers.items()})

    def _fetch(self, url: Url) -> bytes:
        return self._file

    def _post(self, client: Any, body: bytes, headers: dict[str, str]) -> None:
        response = client.post("/alexa", data=body, headers=headers, content_type="application/json")
        assert response.status_code in (200, 400), response.status_code
        if response.status_code == 400:
            assert response.data == b""
        else:
            _check_answer(response.get_json())


def _check_answer(answer: Any) -> None:
    """Something that Alexa would take, and of a size that it would; the state may be as large as it came in."""
    assert isinstance(answer["response"], dict)
    assert len(json.dumps(answer["response"])) < 24 * 1024


def _sendable(value: str) -> str:
    """What a header can hold."""
    return "".join(letter for letter in value if letter.isprintable() and ord(letter) < 256)


@contextmanager
def _logged() -> Iterator[io.StringIO]:
    """Everything that is logged, down to the least."""
    log, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(log)
    handler.setFormatter(JsonLines())
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield log
    finally:
        root.setLevel(before)
        root.removeHandler(handler)
