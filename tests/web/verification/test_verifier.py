"""Every rule by the table of requests, and what becomes of the table when a rule is switched off."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import pytest

from skill.web import verification
from skill.web.verification import RequestRefused, Unverified, alexa_verifier
from skill.web.verification.roots import usual_roots
from skill.web.verification.verifier import Rules
from tests.web.sdk_skill import ID
from tests.web.verification.alexa import Headers, Sent, encoded, refusal, stamped, verifier
from tests.web.verification.authority import NOW
from tests.web.verification.requests import RIGHT, WRONG

ALL_RULES = [rule.name for each in fields(Rules) for rule in getattr(Rules(), each.name)]
WRONG_REQUESTS = [(rule, kind) for rule, kinds in WRONG.items() for kind in kinds]

# What a request then meets that breaks a rule which another one backs up, or relies on. Every other rule lets a
# request in when it is switched off.
BACKED_UP = {
    "body_empty": "body_not_json",
    "signature_missing": "signature_not_base64",
    "signature_not_base64": "signature_wrong",
    "certificate_url_missing": "certificate_url_form",
    "certificate_unreadable": "IndexError",
    "certificate_not_yet_valid": "certificate_untrusted",
    "certificate_expired": "certificate_untrusted",
    "body_not_json": "body_not_an_envelope",
    "body_not_an_envelope": "timestamp_missing",
    "timestamp_missing": "AssertionError",
}


def without(rule: str) -> Rules:
    rules = Rules()
    parts = {each.name: getattr(rules, each.name) for each in fields(Rules)}
    return replace(rules, **{part: [each for each in those if each.name != rule] for part, those in parts.items()})


@cache
def wrong(rule: str, kind: str) -> Sent:
    return WRONG[rule][kind]()


@pytest.mark.parametrize("kind", RIGHT)
def test_a_request_that_is_right_is_let_through(kind: str) -> None:
    assert refusal(RIGHT[kind]()) is None


@pytest.mark.parametrize(("rule", "kind"), WRONG_REQUESTS)
def test_a_request_that_is_wrong_is_refused_by_the_rule_it_breaks(rule: str, kind: str) -> None:
    assert refusal(wrong(rule, kind)) == rule


def outcomes_without(rule: str) -> Iterator[str | None]:
    """What becomes of the requests that break the rule when it is switched off."""
    for kind in WRONG[rule]:
        try:
            yield refusal(wrong(rule, kind), without(rule))
        except Exception as error:  # the mutant fell over
            yield type(error).__name__


@pytest.mark.parametrize("rule", ALL_RULES)
def test_switching_a_rule_off_shows_in_the_table(rule: str) -> None:
    outcomes = list(outcomes_without(rule))
    assert rule not in outcomes
    assert BACKED_UP.get(rule) in outcomes


def test_every_rule_has_a_name_of_its_own_and_requests_that_break_it() -> None:
    assert sorted(ALL_RULES) == sorted(WRONG)


def test_without_skill_ids_any_skill_is_let_through() -> None:
    Unverified().verify(Sent().headers, encoded(stamped(context=None, session=None)))


def test_one_of_several_skill_ids_is_enough() -> None:
    Unverified({"amzn1.ask.skill.other", ID}).verify(Sent().headers, encoded(stamped()))


@pytest.mark.parametrize("rule", ["content_type_not_json", "body_not_json", "body_not_an_envelope", "skill_id_foreign"])
def test_development_still_refuses_what_is_no_request_for_the_skill(rule: str) -> None:
    sent = next(iter(WRONG[rule].values()))()
    with pytest.raises(RequestRefused) as refused:
        Unverified({ID}).verify(sent.headers, sent.body)
    assert refused.value.rule == rule


def test_header_names_may_be_in_any_case() -> None:
    sent = Sent()
    verifier().verify(Headers({name.lower(): value for name, value in sent.headers.items()}), sent.body)


def test_the_usual_authorities_are_trusted_unless_told_otherwise() -> None:
    sent = Sent()
    trusting = alexa_verifier({ID}, fetch=lambda url: sent.file, clock=lambda: NOW)
    with pytest.raises(RequestRefused) as refused:
        trusting.verify(sent.headers, sent.body)
    assert refused.value.rule == "certificate_untrusted"


def test_amazons_authorities_are_among_the_usual() -> None:
    names = " ".join(root.subject.rfc4514_string() for root in usual_roots())
    assert "CN=Amazon Root CA 1," in names
    assert "CN=Starfield Services Root Certificate Authority - G2," in names


def test_the_verifier_needs_nothing_else_of_the_project_and_no_framework() -> None:
    """It is there for any skill; how its own files are named is all it knows of the rest."""
    folder = Path(verification.__file__).parent
    imported = {
        name for path in folder.glob("*.py") for name in re.findall(r"(?m)^(?:from|import) (\S+)", path.read_text())
    }
    ours = {name for name in imported if name.startswith("skill")}
    others = {name.split(".")[0] for name in imported - ours} - sys.stdlib_module_names
    assert all(name.startswith("skill.web.verification.") for name in ours)
    assert others == {"certifi", "cryptography"}
