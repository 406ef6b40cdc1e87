"""Parts that are slow to make and never change: made once for the whole run."""

from __future__ import annotations

import pytest

from catalogue.store import Catalogue
from embeddings.encoder import SentenceEncoder


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    """The real default model."""
    return SentenceEncoder()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real default catalogue."""
    return Catalogue.load()
