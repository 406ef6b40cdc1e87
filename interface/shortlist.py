"""The credentials that the learner saved, and files of them to take away."""

from __future__ import annotations

import streamlit as st

from interface import take_away
from interface.escape import plain
from interface.visit import recommender, toggle_saved, visit


def draw() -> None:
    """Draw a button that opens the saved credentials, each with a button that takes it off, and the way to a file."""
    now, texts = visit(), visit().texts
    saved = recommender().catalogue.get(now.conversation.saved) if now.conversation.saved else []
    label = texts.shortlist_heading.format(n=len(saved))
    with st.popover(label, icon=":material/bookmarks:", type="tertiary", key="shortlist"):
        if not saved:
            st.markdown(texts.shortlist_empty)
            return
        for credential in saved:
            st.button(
                plain(credential.title),
                key=f"unsave-{credential.id}",
                icon=":material/close:",
                icon_position="right",
                help=texts.remove_from_shortlist.format(title=plain(credential.title)),
                on_click=toggle_saved,
                args=(credential.id,),
                wrap=True,
            )
    take_away.draw(saved)  # beside the list: an open list would stay in front of what is opened from it
