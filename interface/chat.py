"""The conversation: what the learner said, what Cairn answers, and where to go from there."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from interface import profile_panel, results
from interface.escape import reply_markdown
from interface.visit import Turn, say, visit
from recommender.dialogue import Reply

STATIC = Path(__file__).parent / "static"
LOGO = str(STATIC / "cairn.svg")
LISTED = re.compile(r"\d+\. \*\*")  # how a reply begins the line of one result
STREAM_SECONDS = 0.6  # how long the words of one reply take to appear


def draw(is_new: bool, scripts: DeltaGenerator) -> None:
    """Draw every turn, the newest results in full; `is_new` makes the last reply appear word by word.

    `scripts` takes what moves the view to the newest message: at once, and again when all below it is drawn.
    """
    now = visit()
    last = len(now.turns) - 1
    for place, turn in enumerate(now.turns):
        _draw_learner(turn)
        if is_new and place == last:
            _bring_newest_into_view(scripts, f"{last}-said")
        with st.chat_message("assistant", avatar=LOGO):
            _draw_reply(turn, streaming=is_new and place == last)
            if turn.reply is not None and turn.reply.goal is not None and place == last:
                st.page_link("pathway.py", label=now.texts.see_plan, icon=":material/route:")
            if turn.reply is not None and place != now.latest_results:
                results.draw_earlier(turn.reply)
            if place == last:
                with st.expander(now.texts.understood_heading, icon=":material/tune:", type="compact"):
                    profile_panel.draw("chat")
        if turn.reply is not None and place == now.latest_results:
            results.draw(turn.reply, place=str(place))
    _draw_next_steps(now.turns[last])
    if is_new:
        _bring_newest_into_view(scripts, f"{last}-answered")


def _draw_learner(turn: Turn) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.text(turn.said)


def _draw_reply(turn: Turn, streaming: bool) -> None:
    if turn.reply is None:
        st.warning(visit().texts.something_failed, icon=":material/error:")
        return
    text = reply_markdown(_without_list(turn.reply))
    if streaming:
        st.write_stream(_word_by_word(text))
    else:
        st.markdown(text)


def _without_list(reply: Reply) -> str:
    """Return the reply's text without the numbered list of results, which the cards show in full."""
    lines = reply.text.splitlines()
    return "\n".join(line for line in lines if not (reply.recommendations and LISTED.match(line))).strip()


def _word_by_word(text: str) -> Iterator[str]:
    """Yield the words with the spaces after them, at a pace that ends within STREAM_SECONDS."""
    words = text.split(" ")
    for n, word in enumerate(words):
        yield word if n == len(words) - 1 else word + " "
        time.sleep(STREAM_SECONDS / len(words))


def _draw_next_steps(turn: Turn) -> None:
    """Draw what the learner may say next as buttons that say it."""
    steps = turn.reply.next_steps if turn.reply else ()
    if not steps:
        return
    st.caption(visit().texts.next_steps_label)
    with st.container(horizontal=True, gap="xsmall"):
        for n, step in enumerate(steps):
            st.button(reply_markdown(step), key=f"next-{n}", on_click=say, args=(step,), wrap=True)


def _bring_newest_into_view(scripts: DeltaGenerator, moment: str) -> None:
    """Scroll to the learner's last message, which Streamlit itself can only do for the foot of the page."""
    scripts.html(f'<script src="./newest.js" data-moment="{moment}"></script>', unsafe_allow_javascript=True)
