"""What each part of the search is worth, and whether its numbers hold on queries that they were not chosen by.

python -m evaluation.ablation QUERIES QRELS [CATALOGUE]
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from catalogue.store import Catalogue
from embeddings.encoder import Encoder, Progress
from evaluation.retrieval import Judgements, Query, Scores, means, read_judgements, read_queries, score
from recommender.profile import LearnerProfile
from recommender.recommender import index_directory, make_encoder
from recommender.retrieval import Retriever
from recommender.settings import Search, Settings

OFF: dict[str, dict[str, Any]] = {
    "all parts": {},
    "no skills vectors": {"skills_weight": 0.0},
    "no sentences of the wish": {"wish_weight": 0.0},
    "common voice left in": {"voice_share": 0.0},
    "no fields for the query": {"field_weight": 0.0},
    "no learners' words for records": {"spoken_weight": 0.0},
    "no feedback": {"feedback_share": 0.0},
    "none of them": {
        "skills_weight": 0.0, "wish_weight": 0.0, "voice_share": 0.0, "field_weight": 0.0,
        "spoken_weight": 0.0, "feedback_share": 0.0,
    },
}  # fmt: skip
GRID = {
    "skills_weight": (0.25, 0.5, 0.8),
    "wish_weight": (0.0, 0.15, 0.3),
    "field_weight": (0.3, 0.5, 0.8),
    "spoken_weight": (0.3, 0.5, 0.8),
    "feedback_share": (0.3, 0.45),
}
N_FOLDS = 5


class Remembering:
    """An encoder that encodes each query once: the numbers that are tried change, the texts do not."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, np.ndarray] = {}
        self.name, self.dimension = encoder.name, encoder.dimension

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> np.ndarray:
        return self._encoder.encode_passages(texts, progress)

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(fresh, self._encoder.encode_queries(fresh), strict=True))
        return np.stack([self._known[text] for text in texts])


def scores_with(
    retriever: Retriever, catalogue: Catalogue, search: Search, queries: Sequence[Query], judgements: Judgements
) -> Scores:
    """Return the figures of retrieval alone under other numbers; nothing is encoded anew but the queries."""
    words = retriever.words.under(search)
    other = Retriever(catalogue, retriever.encoder, retriever.index, words, search)
    return score(lambda text: other.candidates(LearnerProfile(told=text), "", 100), queries, judgements)


def grid() -> Iterator[Search]:
    """Yield every combination of the numbers tried."""
    for values in itertools.product(*GRID.values()):
        changes: dict[str, Any] = dict(zip(GRID, values, strict=True))
        yield replace(Search(), **changes)


def cross_validate(tried: Sequence[Scores], queries: Sequence[Query]) -> float:
    """Return the mean nDCG@10 of each fold's queries under the numbers that are best on the other folds."""
    table = np.array([[row["ndcg@10"] for row in scores.per_query.values()] for scores in tried], dtype=float)
    folds = np.arange(table.shape[1]) % N_FOLDS
    found = [table[table[:, folds != fold].mean(axis=1).argmax(), folds == fold] for fold in range(N_FOLDS)]
    return float(np.concatenate(found).mean())


def main(arguments: Sequence[str]) -> None:
    """Print the figures with each part left off, and those of a choice made on other queries."""
    queries, judgements = read_queries(Path(arguments[0])), read_judgements(Path(arguments[1]))
    settings = Settings.from_environment()
    if len(arguments) > 2:
        settings = replace(settings, catalogue=Path(arguments[2]))
    catalogue = Catalogue.load(settings.catalogue)
    retriever = Retriever.open(catalogue, Remembering(make_encoder(settings)), index_directory(settings))
    for name, changes in OFF.items():
        found = scores_with(retriever, catalogue, replace(Search(), **changes), queries, judgements)
        print(f"{name:30s}" + "".join(f"{value:9.3f}" for value in means(found.per_query).values()))
    tried = [scores_with(retriever, catalogue, search, queries, judgements) for search in grid()]
    quality = sorted(scores.means["ndcg@10"] for scores in tried)
    print(f"{len(tried)} combinations of the numbers: nDCG@10 from {quality[0]:.3f} to {quality[-1]:.3f}")
    print(f"chosen on other queries ({N_FOLDS} folds): {cross_validate(tried, queries):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
