"""Which catalogue answers, where it is not the one that all visitors share, with the way back."""

from __future__ import annotations

import streamlit as st

from interface.escape import plain
from interface.visit import answer_from, visit
from interface.wording import number


def draw() -> None:
    """Draw one line at the foot of every page while the visitor's own catalogue answers."""
    now, texts = visit(), visit().files_texts
    if now.own is None:
        return
    size = number(len(now.own.recommender.catalogue), now.texts)
    with st.bottom.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="catalogue-in-use"):
        said = texts.in_use.format(name=plain(now.own.name), n=size)
        st.markdown(f":material/library_books: {said}", width="content")
        st.button(
            texts.back,
            key="back-to-default",
            icon=":material/undo:",
            type="tertiary",
            on_click=answer_from,
            args=(None, texts.switched_back),
        )
