"""Fit what the judgements can fit: how much each part of the score should weigh, checked on queries left out.

    python -m evaluation.fit_weights QUERIES QRELS [CATALOGUE]

Only relevance, skills, level, trust and freshness can be fitted: the judgements ignore price, time and place.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

import numpy as np

from evaluation.retrieval import Judgements, Query, read_judgements, read_queries, score
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.settings import Settings, Weights
from recommender.understanding import Understander

FITTED = ("skills_gained", "level_fit", "stacking", "within_reach", "trust", "freshness")
GRID = (0.0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12)
N_FOLDS = 5

Fits = dict[str, dict[str, Mapping[str, float]]]


def fits_of(recommender: Recommender, queries: Sequence[Query]) -> Fits:
    """Return by query and credential how well each part fits, 0 to 1."""
    everything = Weights(**{item.name: 1.0 for item in fields(Weights)})
    unweighted = Recommender(
        recommender.catalogue, recommender.retriever, replace(recommender.settings, weights=everything)
    )
    understander = Understander()
    found: Fits = {}
    for query in queries:
        profile = understander.read(query.text, LearnerProfile()).profile
        near = recommender.retriever.candidates(profile, query.text, recommender.settings.n_candidates)
        found[query.id] = {
            item.credential.id: {**item.parts, "relevance": near[item.credential.id]}  # below 0 too: it orders the rest
            for item in unweighted.ranked(profile, query.text)
        }
    return found


def quality(fits: Fits, weights: Weights, queries: Sequence[Query], judgements: Judgements) -> dict[str, float]:
    """Return each query's nDCG@10 under these weights."""
    by_text = {query.text: fits[query.id] for query in queries}

    def search(text: str) -> dict[str, float]:
        return {
            name: sum(getattr(weights, part) * fit for part, fit in parts.items())
            for name, parts in by_text[text].items()
        }

    return {name: row["ndcg@10"] or 0.0 for name, row in score(search, queries, judgements).per_query.items()}


def fit(fits: Fits, queries: Sequence[Query], judgements: Judgements) -> Weights:
    """Return the weights that are best on these queries, one part after the other, relevance fixed at 1."""
    weights = Weights()
    for part in FITTED:
        tried = [replace(weights, **{part: value}) for value in GRID]
        found = [np.mean(list(quality(fits, one, queries, judgements).values())) for one in tried]
        weights = tried[int(np.argmax(found))]
    return weights


def cross_validate(fits: Fits, queries: Sequence[Query], judgements: Judgements) -> float:
    """Return the mean nDCG@10 of queries that were left out while their weights were fitted."""
    left_out: list[float] = []
    for fold in range(N_FOLDS):
        test = [query for number, query in enumerate(queries) if number % N_FOLDS == fold]
        train = [query for number, query in enumerate(queries) if number % N_FOLDS != fold]
        left_out += quality(fits, fit(fits, train, judgements), test, judgements).values()
    return float(np.mean(left_out))


def main(arguments: Sequence[str]) -> None:
    """Print what each part alone changes, the fitted weights, and their quality on queries left out."""
    queries, judgements = read_queries(Path(arguments[0])), read_judgements(Path(arguments[1]))
    settings = Settings.from_environment()
    if len(arguments) > 2:
        settings = replace(settings, catalogue=Path(arguments[2]))
    fits = fits_of(Recommender.load(settings), queries)
    none = replace(Weights(), **{item.name: 0.0 for item in fields(Weights) if item.name != "relevance"})

    def line(name: str, weights: Weights) -> None:
        found = quality(fits, weights, queries, judgements)
        print(f"{name:32s} nDCG@10 {np.mean(list(found.values())):.4f}")

    line("relevance alone", none)
    line("as set", Weights())
    for part in FITTED:
        for value in (0.02, 0.05):
            line(f"relevance and {part} {value}", replace(none, **{part: value}))
    print("fitted:", fit(fits, queries, judgements))
    print(f"left out ({N_FOLDS} folds): {cross_validate(fits, queries, judgements):.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
