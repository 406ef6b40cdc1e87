"""The page: the table of pages, then the conversation. Take a message, answer it, draw what was said."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from interface import catalogue_in_use, chat, profile_panel, shortlist, welcome
from interface.visit import MAX_MESSAGE, answer_pending, say, start_over, visit

HERE = Path(__file__).parent
TEXTS = visit().texts
FILES_TEXTS = visit().files_texts


def find() -> None:
    """Draw the conversation, with the profile beside it."""
    with st.bottom.container(gap="xsmall"):
        status = st.container(gap=None)
        with status, st.spinner(TEXTS.thinking):
            is_new = answer_pending()
        has_begun = bool(visit().turns)
        placeholder = TEXTS.message_placeholder_later if has_begun else TEXTS.message_placeholder
        st.chat_input(placeholder, key="message", max_chars=MAX_MESSAGE, on_submit=take_message)
        if has_begun:
            draw_ways_back()
    with st.sidebar:
        st.header(TEXTS.understood_heading, anchor=False)
        profile_panel.draw("side")
        st.page_link("my_files.py", label=FILES_TEXTS.held_link, icon=":material/upload_file:")
    if has_begun:
        chat.draw(is_new, status)
    else:
        welcome.draw()


def take_message() -> None:
    """Take what the learner typed."""
    say(st.session_state.message)


def draw_ways_back() -> None:
    """Draw undo, start over and the shortlist under the message box, where a phone shows them too."""
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            TEXTS.undo, key="undo", icon=":material/undo:", type="tertiary", on_click=say, args=(TEXTS.undo_message,)
        )
        st.button(
            TEXTS.start_over, key="start-over", icon=":material/restart_alt:", type="tertiary", on_click=start_over
        )
        shortlist.draw()


# File, address, title and icon of each page beside the conversation. No sections: on a phone Streamlit draws those as a
# list that a screen reader cannot make out.
PAGES = (
    ("compare_levels.py", "levels", TEXTS.page_levels, ":material/stairs:"),
    ("pathway.py", "pathway", TEXTS.page_pathway, ":material/route:"),
    ("my_files.py", "my-files", FILES_TEXTS.held_page, ":material/badge:"),
    ("catalogue_page.py", "catalogue", FILES_TEXTS.catalogue_page, ":material/library_books:"),
)

st.set_page_config(page_title=TEXTS.page_title, page_icon=str(HERE / "static" / "cairn.svg"), layout="centered")
is_dark = st.context.theme.type == "dark"
st.logo(str(HERE / "static" / f"wordmark-{'dark' if is_dark else 'light'}.svg"), size="large")
conversation = st.Page(find, title=TEXTS.page_find, icon=":material/explore:", default=True)
visit().home = conversation
pages = [st.Page(HERE / file, url_path=path, title=title, icon=icon) for file, path, title, icon in PAGES]
chosen = st.navigation([conversation, *pages], position="top")
catalogue_in_use.draw()
chosen.run()
