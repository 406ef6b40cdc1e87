"""What every visitor shares: the assistant, loaded once per server and never changed afterwards."""

from __future__ import annotations

import logging

import streamlit as st

from recommender.dialogue import Assistant
from recommender.recommender import Recommender
from recommender.settings import Settings


@st.cache_resource(show_spinner=False)
def load_recommender() -> Recommender:
    """Return the recommender that the environment's settings name, building its index first where that is needed."""
    loaded = Recommender.load(Settings.from_environment())
    for sentence in loaded.graph.in_words:
        logging.getLogger(__name__).warning("%s: %s", loaded.settings.catalogue, sentence)
    return loaded


@st.cache_resource(show_spinner=False)
def load_assistant() -> Assistant:
    """Return the assistant over that recommender."""
    return Assistant(load_recommender())
