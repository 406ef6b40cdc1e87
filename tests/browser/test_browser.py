"""What only a browser shows: the whole journey, keyboard, phone, both themes, and that no other machine is asked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from interface.texts.en import ENGLISH
from tests.browser.conftest import Open
from tests.server import Server, running_server

pytestmark = pytest.mark.browser

CARE = "I've been a care assistant for 8 years, I want to move into managing a care home, I have evenings only"
SCREENS = [(360, "light"), (360, "dark"), (1440, "light"), (1440, "dark")]


def say(page: Page, message: str) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(message)
    page.keyboard.press("Enter")


def cards(page: Page) -> list[str]:
    """Return the text of every card, once they are there."""
    page.get_by_role("button", name=ENGLISH.more_details).first.wait_for()
    page.wait_for_timeout(1500)  # the reply's words appear one by one
    card = page.get_by_test_id("stVerticalBlock").filter(has=page.get_by_role("heading", name=re.compile(r"^\d+\. ")))
    inner = card.filter(has_not=page.get_by_test_id("stChatMessage"))
    return [text for text in inner.all_inner_texts() if re.match(r"^\d+\. ", text)]


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{item['id']}: {node['html'][:200]}"
        for item in found
        if item["impact"] in ("serious", "critical")
        for node in item["nodes"]
    ]


def test_a_care_assistant_gets_at_least_three_real_credentials_with_level_cost_and_stacking(open_page: Open) -> None:
    page = open_page()
    say(page, CARE)
    found = cards(page)
    assert len(found) >= 3
    for card in found:
        assert re.search(r"level [\w.]+|level not stated", card, re.IGNORECASE), card
        assert re.search(r"\b[A-Z]{3} [\d,.]+|Free|cost not stated", card, re.IGNORECASE), card
        assert ENGLISH.stacks_heading in card
        assert ENGLISH.source_link in card


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_nothing_on_the_page_keeps_anybody_out(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(width, scheme)
    page.wait_for_timeout(500)
    assert serious(page) == []
    say(page, CARE)
    cards(page)
    assert serious(page) == []
    page.get_by_role("button", name=ENGLISH.more_details).first.click()
    page.get_by_role("heading", name=ENGLISH.how_ranked).wait_for()
    page.wait_for_timeout(500)
    assert serious(page) == []


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_wider_than_the_screen(open_page: Open, width: int) -> None:
    page = open_page(width)
    say(page, CARE)
    cards(page)
    inner = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert inner <= width


def test_the_keyboard_alone_is_enough(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name=ENGLISH.examples[1]).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=ENGLISH.save, exact=True).first.wait_for()
    page.wait_for_timeout(1500)
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.innerText || ''")
        if ENGLISH.save in focused.split("\n"):
            break
    else:
        pytest.fail("the first card's save button is not reached with Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=ENGLISH.shortlist_heading.format(n=1))).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_nothing_is_asked_of_any_other_machine(open_page: Open, server: Server) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url.replace("ws://", "http://")))
    page.reload()
    page.get_by_test_id("stChatInputTextArea").wait_for()
    say(page, CARE)
    cards(page)
    assert asked
    assert [url for url in asked if not url.startswith((server.url, "data:", "blob:"))] == []


def test_the_newest_message_is_at_the_top_so_that_the_answer_is_read_from_its_start(open_page: Open) -> None:
    page = open_page()
    say(page, CARE)
    cards(page)
    say(page, "I want to learn data analysis instead")
    page.get_by_text("I want to learn data analysis instead").first.wait_for()
    page.wait_for_timeout(4000)
    box = page.get_by_label("Chat message from user").last.bounding_box()
    assert box is not None and 0 <= box["y"] < 300


def test_a_limit_stated_in_the_form_is_kept(open_page: Open) -> None:
    page = open_page()
    say(page, "I want to learn programming")
    cards(page)
    page.get_by_role("button", name=ENGLISH.change_details).first.click()
    page.get_by_role("dialog").get_by_text(ENGLISH.form_free).click()
    page.get_by_role("button", name=ENGLISH.form_submit).click()
    expect(page.get_by_text(ENGLISH.edited_by_hand)).to_be_visible()
    expect(page.get_by_role("button", name="Free only").first).to_be_visible()
    expect(page.get_by_text(ENGLISH.thinking)).to_have_count(0)
    for card in cards(page):
        assert re.search(r"Free|cost not stated", card, re.IGNORECASE), card


def test_marks_in_a_message_or_a_record_format_nothing(browser: Browser, tmp_path: Path) -> None:
    hostile = (
        "Coding <img src=x onerror=alert(1)> **bold** $x^2$ :material/home: :red[red] "
        "[a](https://evil.example) www.evil.example"
    )
    record = {"id": "evil-1", "title": hostile, "provider": hostile, "summary": hostile, "skills": ["coding"]}
    record |= {"learning_outcomes": [f"Write code {hostile}"], "source_url": "https://good.example/x"}
    file = tmp_path / "catalogue.jsonl"
    file.write_text(json.dumps(record), encoding="utf-8")
    with running_server(tmp_path, CAIRN_CATALOGUE=str(file), CAIRN_INDEX_ROOT=str(tmp_path / "index")) as server:
        page = browser.new_page()
        page.set_default_timeout(180_000)
        page.goto(server.url)
        page.get_by_test_id("stChatInputTextArea").wait_for()
        say(page, f"I want to learn coding {hostile}")
        page.get_by_role("button", name=ENGLISH.more_details).first.click()
        page.get_by_role("heading", name=ENGLISH.how_ranked).wait_for()
        main = page.locator("body")
        assert main.locator("a[href*=evil]").count() == 0
        assert main.locator("img[src=x]").count() == 0
        assert main.locator(".katex").count() == 0
        heading = page.get_by_role("heading", name=re.compile(r"^1\. ")).inner_text().replace("\u2060", "")
        assert hostile in heading
        page.close()


def test_the_page_runs_inside_a_frame_of_the_same_university(open_page: Open, server: Server) -> None:
    page = open_page(url=f"{server.url}/?embed=true")
    say(page, CARE)
    assert len(cards(page)) >= 3
