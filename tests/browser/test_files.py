"""A badge and a catalogue go in through a real browser, the answers follow, and a file of the shortlist comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interface.texts.en import ENGLISH
from interface.texts.files_en import FILES
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

BADGE = Path(__file__).parent.parent / "data" / "held" / "ob3-simple.json"
BREAD = b"Course name,School,Cost,Skills\nSourdough baking for cafes,Harbour Bakery School,EUR 120,sourdough; baking\n"


def go_to(page: Page, title: str) -> None:
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("heading", name=title).wait_for()


def say(page: Page, message: str) -> None:
    page.get_by_test_id("stChatInputTextArea").fill(message)
    page.keyboard.press("Enter")


def test_a_badge_and_a_catalogue_are_brought_and_the_answers_follow(open_page: Open) -> None:
    page = open_page()
    go_to(page, FILES.held_page)
    page.locator("input[type=file]").set_input_files(BADGE)
    expect(page.get_by_text(FILES.signatures["verified"])).to_be_visible()
    page.get_by_role("button", name=FILES.confirm).click()
    expect(page.get_by_role("button", name="Holds: Teamwork").first).to_be_visible()

    go_to(page, FILES.catalogue_page)
    page.locator("input[type=file]").set_input_files({"name": "bread.csv", "mimeType": "text/csv", "buffer": BREAD})
    page.get_by_role("button", name=FILES.use).click()
    expect(page.get_by_text("for you alone.")).to_be_visible()
    say(page, "I want to learn sourdough baking")
    expect(page.get_by_role("heading", name="1. Sourdough baking for cafes")).to_be_visible()

    page.get_by_role("button", name=FILES.back).click()
    expect(page.get_by_text("for you alone.")).to_have_count(0)
    expect(page.get_by_role("heading", name="1. Sourdough baking for cafes")).to_have_count(0)


def test_the_shortlist_is_made_into_a_pdf_when_asked_for(open_page: Open) -> None:
    page = open_page(360)
    say(page, "I want to learn data analysis online")
    page.get_by_role("button", name=ENGLISH.save, exact=True).first.click()
    page.get_by_role("button", name=FILES.take_away).click()
    page.get_by_text(FILES.notes_of_adviser, exact=True).click()
    page.get_by_label("Note on").fill("Ask about the start date")
    page.get_by_role("button", name=FILES.make_file).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="cairn-shortlist.pdf").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
