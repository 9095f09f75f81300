"""A browser on the simulator's page. Whatever it lacks is a failure that says what to install, never a skip."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import make_server

from skill.web.simulator import viewhost
from tests.e2e.visitor import Visitor
from tests.web.simulated import simulated

PATIENCE = 30_000  # milliseconds, for a machine that is busy with other tests
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def served() -> Flask:
    """The page over a skill with a screen of the tests' own; a module may serve another."""
    return simulated()


@pytest.fixture(scope="module")
def address(served: Flask) -> Iterator[str]:
    if not viewhost.is_installed():
        pytest.fail("The viewhost is not installed: run make viewhost.")
    server = make_server("127.0.0.1", 0, served, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def context(address: str) -> Iterator[BrowserContext]:
    """A browser's window for a module only, as no other test can run an event loop meanwhile."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.fail("There is no Chromium: install it (Debian, Ubuntu: sudo apt install chromium).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, base_url=address, accept_downloads=True, reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        yield context
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What a page complains of in its console; one that is expected is taken out by the test that expects it."""
    return []


@pytest.fixture
def page(context: BrowserContext, address: str, complaints: list[str]) -> Iterator[Page]:
    """A page that must not complain, nor ask anything of another machine."""
    page, requests = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    yield page
    page.close()
    assert complaints == []
    assert [url for url in requests if not re.match(rf"{re.escape(address)}/|data:|blob:", url)] == []


@pytest.fixture
def visitor(page: Page) -> Visitor:
    return Visitor(page)
