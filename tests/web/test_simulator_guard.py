"""Who may use the simulator's page, and what the page may do."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from skill.config import Config, ConfigError
from skill.web.simulator import guard
from skill.web.simulator.blueprint import Parts, create_simulator
from tests.web.simulated import SPEAKER, make_device, problem, simulated


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return simulated().test_client()


def test_there_is_no_page_but_in_development() -> None:
    with pytest.raises(ConfigError, match="development only"):
        create_simulator(Config(), Parts(make_device, ("en-US",), {}))


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080", "127.0.0.1"])
def test_this_machine_is_answered_under_its_own_names(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({"Host": "knee.example.org"}, "127.0.0.1"),
        ({"Host": "127.0.0.1.example.org:8080"}, "127.0.0.1"),
        ({"Host": "localhost", "Origin": "http://example.org"}, "127.0.0.1"),
        ({"Host": "localhost", "Origin": "null"}, "127.0.0.1"),
        ({"Host": "localhost"}, "192.0.2.7"),
    ],
    ids=["another name", "a name that looks like ours", "another page", "the frame", "another machine"],
)
def test_whoever_is_not_our_page_on_this_machine_is_refused(
    client: FlaskClient, headers: dict[str, str], address: str
) -> None:
    response = client.post(
        "/simulator/conversations", json=SPEAKER, headers=headers, environ_overrides={"REMOTE_ADDR": address}
    )
    assert response.status_code == 403


def test_a_form_of_another_page_cannot_begin_a_conversation(client: FlaskClient) -> None:
    response = client.post("/simulator/conversations", data='{"locale": "en-US"}', content_type="text/plain")
    assert problem(response) == (415, "request")


def test_the_page_may_load_nothing_from_elsewhere_and_run_no_text_as_code(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert policy == guard.PAGE_POLICY
    assert ("unsafe" in policy, "http" in policy, "default-src 'none'" in policy) == (False, False, True)


def test_the_frame_that_runs_text_as_code_is_sandboxed_and_connects_to_nothing(client: FlaskClient) -> None:
    policy = client.get("/simulator/screen").headers["Content-Security-Policy"].split("; ")
    assert "sandbox allow-scripts" in policy
    assert "connect-src data:" in policy
