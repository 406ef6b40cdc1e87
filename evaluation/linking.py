"""How well words are linked to a taxonomy: spans to skills, job titles to occupations; by words, by meaning, by both.

Skills: a CSV file with the columns span and label, against a CSV file of labels. Occupations: an ESCO file with the
columns preferredLabel, altLabels and description; sampled alternative titles are the queries, and only the preferred
label and the description of every occupation can be found.
"""

from __future__ import annotations

import csv
import gzip
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from embeddings.encoder import Encoder
from embeddings.index_directory import Passage, open_index
from embeddings.lexical import LexicalIndex
from evaluation.retrieval import RRF_K

CUTS = (1, 5, 10)
DEPTH = 50
UNUSABLE = {"LABEL NOT PRESENT", "UNDERSPECIFIED", ""}
N_TITLES = 500


@dataclass(frozen=True)
class Linking:
    """What is asked and what is right: each query with the ids of every right target, and all targets as texts."""

    name: str
    queries: dict[str, set[str]]
    targets: list[Passage]


def skill_spans(spans: Path, labels: Path) -> Linking:
    """Return the spans of job advertisements with their skill labels, without those that the taxonomy lacks."""
    known = {row[0].strip() for row in _rows(labels)[1:] if row}
    header, *rows = _rows(spans)
    span, label = header.index("span"), header.index("label")
    queries: dict[str, set[str]] = {}
    for row in rows:
        if row[label].strip() not in UNUSABLE and row[label].strip() in known:
            queries.setdefault(row[span].strip(), set()).add(row[label].strip())
    return Linking(spans.stem, queries, [(text, text) for text in sorted(known)])


def occupation_titles(occupations: Path, n: int = N_TITLES) -> Linking:
    """Return alternative titles, drawn by a fixed seed, with the occupations that they stand for."""
    header, *rows = _rows(occupations)
    label, others, description = (header.index(name) for name in ("preferredLabel", "altLabels", "description"))
    targets = [(row[label], f"{row[label]}. {row[description]}") for row in rows]
    owners: dict[str, set[str]] = {}
    for row in rows:
        for title in row[others].split("\n"):
            if title.strip() and title.strip() != row[label]:
                owners.setdefault(title.strip(), set()).add(row[label])
    drawn = random.Random(0).sample(sorted(owners), min(n, len(owners)))
    return Linking(occupations.name.split(".")[0], {title: owners[title] for title in drawn}, targets)


def _rows(path: Path) -> list[list[str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def measure(linking: Linking, encoder: Encoder, cache: Path) -> dict[str, dict[str, float]]:
    """Return hit@1, @5 and @10 by system: the share of queries with a right target among the first ones."""
    ids, texts = zip(*linking.targets, strict=True)
    words, index = LexicalIndex(ids, texts), open_index(cache, linking.targets, encoder)
    vectors = encoder.encode_queries(list(linking.queries))
    hits = {name: dict.fromkeys(CUTS, 0) for name in ("lexical", "dense", "both")}
    for query, vector in zip(linking.queries, vectors, strict=True):
        by_words = [name for name, _ in words.search(query, DEPTH)]
        by_meaning = [index.ids[row] for row in index.vectors.search(vector[None, :], DEPTH)[1][0]]
        found = {"lexical": by_words, "dense": by_meaning, "both": fused(by_words, by_meaning)}
        for name, ranked in found.items():
            for cut in CUTS:
                hits[name][cut] += bool(linking.queries[query] & set(ranked[:cut]))
    n = len(linking.queries)
    return {name: {f"hit@{cut}": count / n for cut, count in row.items()} for name, row in hits.items()}


def fused(*lists: Sequence[str]) -> list[str]:
    """Return the lists in one, by reciprocal rank, ties by name."""
    points: dict[str, float] = {}
    for ranked in lists:
        for rank, name in enumerate(ranked, start=1):
            points[name] = points.get(name, 0.0) + 1 / (RRF_K + rank)
    return sorted(points, key=lambda name: (-points[name], name))


def in_words(linking: Linking, found: dict[str, dict[str, float]]) -> str:
    """Return a table of the figures."""
    lines = [f"{linking.name}: {len(linking.queries)} queries, {len(linking.targets)} targets"]
    lines += [
        f"  {name:8s}" + "".join(f"  {cut} {value:.3f}" for cut, value in row.items()) for name, row in found.items()
    ]
    return "\n".join(lines)
