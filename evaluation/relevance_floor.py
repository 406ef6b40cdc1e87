"""Does the floor tell wishes that the catalogue serves from those that it cannot?

    python -m evaluation.relevance_floor UNSERVABLE.jsonl QUERIES QRELS [QUERIES QRELS ...]

A wish is served where a credential is judged 2 or 3. `--catalogue FILE` first, for another catalogue than the default.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from evaluation.retrieval import RELEVANT, Query, read_judgements, read_queries
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.settings import Settings
from recommender.understanding import Understander


def best_matches(recommender: Recommender, queries: Sequence[Query]) -> dict[str, str | None]:
    """Return by query the title that is shown first as a match, limits apart; `None` where nothing is."""
    understander = Understander()
    first = {}
    for query in queries:
        profile = understander.read(query.text, LearnerProfile()).profile
        ranked = recommender.ranked(profile, query.text, matching=True)
        first[query.id] = ranked[0].credential.title if ranked else None
    return first


def main(arguments: Sequence[str]) -> None:
    """Print which wishes of either kind are on the wrong side of the floor."""
    settings = Settings.from_environment()
    if arguments[0] == "--catalogue":
        settings, arguments = replace(settings, catalogue=Path(arguments[1])), arguments[2:]
    recommender = Recommender.load(settings)
    unservable = read_queries(Path(arguments[0]))
    shown = {name: title for name, title in best_matches(recommender, unservable).items() if title}
    print(f"{len(shown)} of {len(unservable)} wishes that nothing serves are shown a match: {shown}")
    for queries_path, judgements_path in list(pairwise(arguments[1:]))[::2]:
        judgements = read_judgements(Path(judgements_path))
        queries = [
            query
            for query in read_queries(Path(queries_path))
            if max(judgements.get(query.id, {}).values(), default=0) >= RELEVANT
        ]
        lost = [name for name, title in best_matches(recommender, queries).items() if title is None]
        print(f"{queries_path}: {len(lost)} of {len(queries)} served wishes are shown nothing: {', '.join(lost)}")


if __name__ == "__main__":
    main(sys.argv[1:])
