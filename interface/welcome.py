"""The first screen: what this is, how long it takes, what it promises, and a few ways to begin."""

from __future__ import annotations

import streamlit as st

from interface.visit import say, visit


def draw() -> None:
    """Draw the greeting with example questions that ask themselves at a click."""
    texts = visit().texts
    st.title(texts.headline, anchor=False)
    st.markdown(texts.introduction)
    st.markdown(f":material/timer: {texts.how_long}")
    st.header(texts.examples_heading, anchor=False)
    with st.grid(2, min_column_width=260, gap="xsmall"):
        for n, example in enumerate(texts.examples):
            st.button(example, key=f"example-{n}", on_click=say, args=(example,), width="stretch", wrap=True)
    st.space("small")
    with st.grid(3, min_column_width=200, gap="small"):
        for icon, promise, detail in texts.promises:
            st.markdown(f"{icon} **{promise}**  \n{detail}")
