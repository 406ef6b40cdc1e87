"""A real server and a real Chromium, shared by the browser tests; skipped with one message where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.server import Server, running_server

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NO_CHROMIUM = "no Chromium on this machine, so the browser tests are left out; get one with: apt-get install chromium"

Open = Callable[..., Page]
expect.set_options(timeout=120_000)  # a busy machine is no failure


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("browser")) as server:
        yield server


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Open]:
    """Open a new visit: `open_page(width=360, scheme="dark")`."""
    contexts: list[BrowserContext] = []

    def open_new(width: int = 1440, scheme: str = "light", url: str | None = None) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800 if width < 600 else 900},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(180_000)
        page.goto(url or server.url)
        page.get_by_test_id("stChatInputTextArea").wait_for()
        return page

    yield open_new
    for context in contexts:
        context.close()
