"""The simulator's page in a browser, as somebody uses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from skill.simulator import load_conversations
from skill.web.simulator import viewhost
from tests.e2e.visitor import Visitor

COMPLAINT = "there's a lump at the back and it hurts when i bend it"
AXE = viewhost.NODE_MODULES / "axe-core" / "axe.min.js"
MOST_ANSWERS = 14


def tell_everything(visitor: Visitor) -> str:
    """Tell of a lump, deny all danger, and go on until a cause is told."""
    visitor.start()
    answer = visitor.say(COMPLAINT)
    for _ in range(MOST_ANSWERS):
        if "often fits" in answer:
            return answer
        answer = visitor.say(_reply(answer))
    pytest.fail(f"no cause was told; last came: {answer}")


def _reply(question: str) -> str:
    if "How old" in question:
        return "fifty two"
    return "the middle" if "inner side" in question else "no"


def test_a_whole_conversation_can_be_held_by_typing(visitor: Visitor) -> None:
    assert "Baker's cyst" in tell_everything(visitor.visit())
    visitor.say("send that to my phone")
    expect(visitor.page.locator("#log .phone h2")).to_have_text("Baker's cyst")
    visitor.say("stop")
    expect(visitor.page.locator("#log .remark")).to_have_text("The conversation is over.")
    assert visitor.press("Start again").startswith("Hi, this is Knee Pain Guide.")


def test_the_causes_move_after_an_answer(visitor: Visitor) -> None:
    visitor.visit().start()
    inside = visitor.look_inside()
    share = inside.locator("li[data-cause=bakers_cyst]")
    before = float(share.get_attribute("data-share") or 0)
    visitor.say(COMPLAINT)
    after = float(share.get_attribute("data-share") or 0)
    assert after > before
    expect(share.locator(".moved")).to_have_text(re.compile(r"\+\d+"))
    expect(inside.locator("svg polyline")).to_have_count(6)


def test_the_inspector_is_folded_away_and_shows_the_workings(visitor: Visitor) -> None:
    visitor.visit().start()
    visitor.say(COMPLAINT)
    expect(visitor.page.locator("#inside")).to_be_hidden()
    inside = visitor.look_inside()
    for text in ("DescribePainIntent", "lump behind knee", "welcome → safety", "Every rule is kept."):
        expect(inside).to_contain_text(text)
    inside.get_by_text("Response", exact=True).click()
    expect(inside.locator("[data-envelope=response_json] pre")).to_contain_text('"shouldEndSession": false')


def test_silence_brings_the_question_in_other_words(visitor: Visitor) -> None:
    first = visitor.visit().start()
    assert visitor.press("Say nothing") not in first


def test_the_whole_page_can_be_used_by_keyboard(visitor: Visitor) -> None:
    page = visitor.visit().page
    for key in ("Tab", "Tab", "Enter"):  # past the link to where one types, to the start
        page.keyboard.press(key)
    expect(visitor.answers).to_have_count(1)
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.type(COMPLAINT)
    page.keyboard.press("Enter")
    expect(visitor.answers).to_have_count(2)
    expect(page.locator("#text")).to_be_focused()


def test_another_device_and_another_locale_can_be_chosen(visitor: Visitor) -> None:
    page = visitor.visit().page
    page.locator("#settings > summary").click()
    page.locator("#device").select_option("hub_round_small")
    page.wait_for_url("**device=hub_round_small**")
    page.locator("#settings > summary").click()
    page.locator("#locale").select_option("en-GB")
    page.wait_for_url("**locale=en-GB**")
    page.locator("body[data-ready]").wait_for()
    visitor.start()
    request = visitor.look_inside().locator("[data-envelope=request_json]")
    request.locator("summary").click()
    expect(request).to_contain_text('"locale": "en-GB"')
    expect(request).to_contain_text('"shape": "ROUND"')


def test_a_downloaded_conversation_can_be_replayed(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.visit().page
    visitor.start()
    visitor.say(COMPLAINT)
    page.locator("#settings > summary").click()
    with page.expect_download() as download:
        page.locator("#download").click()
    file = tmp_path / "conversation.md"
    download.value.save_as(file)
    assert [step.said for step in load_conversations(file)[0].steps] == ["(launch)", COMPLAINT]
    page.locator("#file").set_input_files(file)
    expect(page.locator("#log .remark")).to_have_text("Replayed as written.")
    file.write_text(file.read_text().replace("A: Hi", "A: Ho"))
    page.locator("#file").set_input_files(file)
    expect(page.locator("#log .failure")).to_contain_text("Line 4 expected “Ho")


def test_an_answer_is_spoken_by_a_voice_of_this_computer(visitor: Visitor) -> None:
    visitor.page.add_init_script(path=Path(__file__).parent / "speaking.js")
    answer = visitor.visit().start()
    said = "(answer) => window.spoken.map((each) => each.text).join(' ') === answer"
    visitor.page.wait_for_function(said, arg=answer.replace("911", "9 1 1"))
    assert {each["voice"] for each in visitor.page.evaluate("window.spoken")} == {"here"}


def test_breaks_and_rates_are_heard(visitor: Visitor) -> None:
    visitor.page.add_init_script(path=Path(__file__).parent / "speaking.js")
    phrases = [{"text": "Hold.", "rate": 0.75, "pause": 0.4}, {"text": "Go.", "rate": 1, "pause": 0}]
    first, second = visitor.visit().page.evaluate(
        """async (phrases) => {
            const { speak } = await import("/simulator/static/js/voice.js");
            await speak(phrases, "en-US");
            return window.spoken;
        }""",
        phrases,
    )
    assert (first["rate"], second["rate"]) == (0.75, 1)
    assert second["at"] - first["at"] > 380


def test_what_the_microphone_hears_is_said(visitor: Visitor) -> None:
    visitor.page.add_init_script(path=Path(__file__).parent / "speaking.js")
    visitor.page.add_init_script(f"window.utterance = {COMPLAINT!r}; window.hearsHere = true;")
    visitor.visit().start()
    visitor.press("Speak")
    expect(visitor.page.locator("#log .you p")).to_have_text(COMPLAINT)


def test_a_voice_is_not_sent_away_before_one_agrees(visitor: Visitor) -> None:
    visitor.page.add_init_script(path=Path(__file__).parent / "speaking.js")
    visitor.page.add_init_script(f"window.utterance = {COMPLAINT!r}; window.hearsHere = false;")
    page = visitor.visit().page
    visitor.start()
    page.locator("#microphone").click()
    expect(page.locator("#consent")).to_be_visible()
    expect(page.locator("#log .you")).to_have_count(0)
    visitor.press("Use it")


@pytest.mark.parametrize(("scheme", "device"), [("light", "speaker"), ("dark", "hub_landscape_large")])
def test_the_page_has_no_serious_fault_for_those_who_cannot_see_it(visitor: Visitor, scheme: str, device: str) -> None:
    page = visitor.page
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    visitor.visit(device)
    assert serious(page) == []
    visitor.start()
    visitor.say(COMPLAINT)
    visitor.look_inside()
    page.locator("#settings > summary").click()
    assert serious(page) == []


def serious(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run({ iframes: false })")
    return [
        f"{each['id']}: {node['html']}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
