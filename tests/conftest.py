"""Parts that are slow to make and never change: made once for the whole run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from catalogue.store import Catalogue
from embeddings.encoder import SentenceEncoder
from recommender.recommender import Recommender
from recommender.settings import Settings
from recommender.understanding import Understander

# A busy machine is no failure: examples are counted, not timed.
settings.register_profile("cairn", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cairn")


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    """The real default model."""
    return SentenceEncoder()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real default catalogue."""
    return Catalogue.load()


@pytest.fixture(scope="session")
def understander(catalogue: Catalogue) -> Understander:
    """The real understanding of messages, with its fitted weights."""
    return Understander()


@pytest.fixture(scope="session")
def recommender() -> Recommender:
    """The real recommender over the default catalogue, its index kept between runs."""
    return Recommender.load(Settings())
