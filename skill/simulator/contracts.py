"""What a `>` line of a transcript may require of an exchange.

A contract is a function from the exchange and the text behind its key to a sentence that says what is wrong,
or None. These are the ones any skill can use; a caller adds those that know its skill.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from skill.simulator.exchange import Exchange

Contract = Callable[[Exchange, str], str | None]


def _heard(exchange: Exchange, wanted: str) -> str | None:
    heard = exchange.intent or (exchange.request or {}).get("request", {}).get("type", "nothing")
    return None if heard == wanted else f"heard {heard}"


def _session(exchange: Exchange, wanted: str) -> str | None:
    state = "open" if exchange.session_open else "closed"
    return None if state == wanted else f"the session is {state}"


def _says(exchange: Exchange, wanted: str) -> str | None:
    return None if _within(wanted, exchange.speech) else f'it said "{exchange.speech}"'


def _never_says(exchange: Exchange, unwanted: str) -> str | None:
    return f'it said "{exchange.speech}"' if _within(unwanted, exchange.speech) else None


def _reprompts(exchange: Exchange, _: str) -> str | None:
    return None if exchange.reprompt else "there is no reprompt"


def _card(exchange: Exchange, wanted: str) -> str | None:
    if exchange.card is None:
        return "it put nothing into the app"
    return None if exchange.card.title == wanted else f'it put "{exchange.card.title}" into the app'


def _card_says(exchange: Exchange, wanted: str) -> str | None:
    text = exchange.card.text if exchange.card else ""
    return None if _within(wanted, text) else f'the card says "{text}"'


def _no_card(exchange: Exchange, _: str) -> str | None:
    return f'it put "{exchange.card.title}" into the app' if exchange.card else None


def _within(text: str, speech: str) -> bool:
    return text.casefold() in speech.casefold()


CONTRACTS: Mapping[str, Contract] = {
    "heard": _heard,
    "session": _session,
    "says": _says,
    "never says": _never_says,
    "reprompts": _reprompts,
    "card": _card,
    "card says": _card_says,
    "no card": _no_card,
}

# These are about words, which another locale has of its own.
WORDED = {key for key in CONTRACTS if key not in ("heard", "session", "no card")}


def find_contract(text: str, contracts: Mapping[str, Contract]) -> tuple[Contract, str] | None:
    """Return the contract whose key the text begins with, the longest first, and the text behind the key."""
    for key in sorted(contracts, key=len, reverse=True):
        if text == key or text.startswith(f"{key} "):
            return contracts[key], text[len(key) :].strip()
    return None
