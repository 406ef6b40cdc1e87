"""What every visitor shares: the assistant, loaded once per server and never changed afterwards."""

from __future__ import annotations

import streamlit as st

from recommender.dialogue import Assistant
from recommender.recommender import Recommender
from recommender.settings import Settings


@st.cache_resource(show_spinner=False)
def load_recommender() -> Recommender:
    """Return the recommender that the environment's settings name, building its index first where that is needed."""
    return Recommender.load(Settings.from_environment())


@st.cache_resource(show_spinner=False)
def load_assistant() -> Assistant:
    """Return the assistant over that recommender."""
    return Assistant(load_recommender())
