"""The simulator's page over the real skill, in two locales, with a screen of the tests' own where a device has one."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill import app
from skill.commands import devices
from skill.config import Config
from skill.evaluation.contracts import contracts
from skill.simulator import VIEWPORTS, Device, Hardware
from skill.web.simulator.blueprint import Parts, create_simulator

APL = "Alexa.Presentation.APL"
LOCALES = ("en-US", "en-GB")
SPEAKER = {"locale": "en-US", "device": "speaker"}
COMPLAINT = "there's a lump at the back and it hurts when i bend it"
TEXT = {"type": "Text", "text": "${data}", "fontSize": 48}
CHOICE = {
    "type": "TouchWrapper",
    "id": "choice-${index}",
    "accessibilityLabel": "Say ${data}",
    "width": 240,
    "height": 160,
    "item": TEXT,
    "onPress": [{"type": "SendEvent", "arguments": ["say", "${data}"]}],
}
DOCUMENT = {
    "type": "APL",
    "version": "1.4",
    "mainTemplate": {
        "parameters": ["payload"],
        "item": {
            "type": "Container",
            "width": "100vw",
            "height": "100vh",
            "data": "${payload.choices}",
            "item": CHOICE,
        },
    },
}


def simulated(**changes: Any) -> Flask:
    flask = Flask("simulated", static_folder=None)
    arguments = {
        "make_device": make_device,
        "locales": LOCALES,
        "contracts": contracts(app.build().inference),
        **changes,
    }
    flask.register_blueprint(create_simulator(Config(development=True), Parts(**arguments)))
    return flask


def make_device(locale: str, options: frozenset[str]) -> Device:
    viewport = next((VIEWPORTS[name] for name in options if name in VIEWPORTS), None)
    hardware = Hardware(screen=True, viewport=viewport) if viewport else Hardware()
    return Device(skill, devices.interaction_model("en-US"), locale, hardware=hardware)


def skill(request: dict[str, Any]) -> dict[str, Any]:
    """Answer as the skill does, with two choices on the screen, of which a touch is the same as a no."""
    supported = request["context"]["System"]["device"]["supportedInterfaces"]
    if request["request"]["type"] == f"{APL}.UserEvent":
        intent = {"name": "AMAZON.NoIntent", "confirmationStatus": "NONE", "slots": {}}
        request = {**request, "request": {**request["request"], "type": "IntentRequest", "intent": intent}}
    response = app.handle(request)
    if APL in supported and request["request"]["type"] != "SessionEndedRequest":
        shown = {"type": f"{APL}.RenderDocument", "token": "t", "document": DOCUMENT}
        others = [each for each in response["response"].get("directives") or [] if not each["type"].startswith(APL)]
        response["response"]["directives"] = [*others, {**shown, "datasources": {"choices": ["yes", "no"]}}]
    return response


def begin(client: FlaskClient, device: str = "speaker", locale: str = "en-US") -> tuple[str, dict[str, Any]]:
    answer: Any = client.post("/simulator/conversations", json={"locale": locale, "device": device}).get_json()
    return answer["id"], answer["exchange"]


def do(client: FlaskClient, name: str, act: str, **value: Any) -> dict[str, Any]:
    answer: Any = client.post(f"/simulator/conversations/{name}/{act}", json=value).get_json()
    exchange: dict[str, Any] = answer["exchange"]
    return exchange


def problem(response: TestResponse) -> tuple[int, str]:
    answer: Any = response.get_json()
    return response.status_code, answer["error"]
