"""The simulated timer service takes and refuses what Alexa's does, and fails on demand."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from datetime import timedelta
from typing import Any

import pytest

from skill.simulator.timer_server import TimerServer, serving
from skill.simulator.timers import MOST_TIMERS, PATH, Fault, TimerService

Json = dict[str, Any]
MINE = {"authorization": "Bearer simulated"}
MINUTE = timedelta(minutes=1)


@pytest.fixture
def service() -> TimerService:
    return TimerService(permitted=True)


def body(**changes: Any) -> Json:
    """A request to create a timer; a change of None leaves its key out."""
    whole: Json = {
        "duration": "PT15M",
        "timerLabel": "Dough",
        "creationBehavior": {"displayExperience": {"visibility": "VISIBLE"}},
        "triggeringBehavior": {"operation": {"type": "NOTIFY_ONLY"}, "notificationConfig": {"playAudible": True}},
    }
    return {key: value for key, value in (whole | changes).items() if value is not None}


def create(service: TimerService, **changes: Any) -> tuple[int, Any]:
    return service.handle("POST", PATH, MINE, body(**changes))


def test_a_timer_is_described_as_amazons_reference_does(service: TimerService) -> None:
    assert create(service) == (
        200,
        {
            "id": "timer-0001",
            "status": "ON",
            "duration": "PT900S",
            "triggerTime": "2026-01-01T00:15:00Z",
            "timerLabel": "Dough",
        },
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"duration": "15 minutes"},
        {"duration": "PT0S"},
        {"duration": "PT2H1S"},
        {"duration": "P1D"},
        {"duration": None},
        {"timerLabel": "x" * 257},
        {"timerLabel": 3},
        {"creationBehavior": None},
        {"triggeringBehavior": {"operation": {"type": "SHOUT"}}},
    ],
)
def test_what_amazon_refuses_is_a_bad_request(service: TimerService, wrong: Json) -> None:
    assert create(service, **wrong)[0] == 400
    assert service.timers == []


def test_a_label_is_there_once(service: TimerService) -> None:
    assert [create(service)[0], create(service)[0], create(service, timerLabel="Sauce")[0]] == [200, 400, 200]


def test_timers_without_a_label_may_be_several(service: TimerService) -> None:
    assert [create(service, timerLabel=None)[0] for _ in range(2)] == [200, 200]


def test_there_are_ten_timers_at_most(service: TimerService) -> None:
    statuses = [create(service, timerLabel=str(number))[0] for number in range(MOST_TIMERS + 1)]
    assert statuses == [200] * MOST_TIMERS + [403]


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer other"}, {"authorization": "simulated"}])
def test_only_the_users_own_token_opens_it(service: TimerService, headers: dict[str, str]) -> None:
    assert service.handle("POST", PATH, headers, body())[0] == 401


def test_a_skill_that_was_not_permitted_is_refused_as_by_amazon() -> None:
    assert create(TimerService())[0] == 401


def test_timers_are_listed_and_canceled(service: TimerService) -> None:
    for label in "abc":
        create(service, timerLabel=label)
    service.handle("DELETE", f"{PATH}/timer-0002", MINE)
    assert [each["timerLabel"] for each in service.handle("GET", PATH, MINE)[1]["timers"]] == ["a", "c"]
    service.handle("DELETE", PATH, MINE)
    assert service.handle("GET", PATH, MINE) == (200, {"totalCount": 0, "timers": []})


@pytest.mark.parametrize(("method", "path"), [("PUT", PATH), ("GET", "/v1/reminders"), ("POST", f"{PATH}/x/snooze")])
def test_what_it_does_not_know_is_not_found(service: TimerService, method: str, path: str) -> None:
    assert service.handle(method, path, MINE, body())[0] == 404


def test_a_timer_rings_when_its_time_is_over_and_not_before(service: TimerService) -> None:
    create(service, duration="PT5M")
    assert service.pass_time(4 * MINUTE) == ()
    assert service.timers[0].left(service.now) == MINUTE
    (rung,) = service.pass_time(MINUTE)
    assert (rung.label, service.timers) == ("Dough", [])


def test_timers_ring_in_their_order(service: TimerService) -> None:
    for minutes in (3, 1, 2):
        create(service, duration=f"PT{minutes}M", timerLabel=str(minutes))
    assert [timer.label for timer in service.pass_time(10 * MINUTE)] == ["1", "2", "3"]


def over_http(address: str, token: str = "simulated", data: bytes | None = None) -> int:
    asked = urllib.request.Request(f"{address}{PATH}", data=data or json.dumps(body()).encode())
    asked.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(asked, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_it_is_served_over_http(service: TimerService) -> None:
    with serving(service) as address:
        assert (over_http(address), len(service.timers)) == (200, 1)


def test_a_body_that_is_no_json_is_a_bad_request(service: TimerService) -> None:
    with serving(service) as address:
        assert over_http(address, data=b"{") == 400


@pytest.mark.parametrize(("fault", "status"), [(Fault.UNAUTHORIZED, 401), (Fault.FORBIDDEN, 403)])
def test_it_fails_as_it_is_told_to(service: TimerService, fault: Fault, status: int) -> None:
    service.fault = fault
    with serving(service) as address:
        assert over_http(address) == status


def test_one_server_keeps_its_users_apart() -> None:
    one, other = TimerService(permitted=True, token="one"), TimerService(permitted=True, token="other")
    server = TimerServer()
    server.add(one)
    server.add(other)
    assert [over_http(server.address, token) for token in ("one", "other", "third")] == [200, 200, 401]
    assert [len(each.timers) for each in (one, other)] == [1, 1]
    server.close()
