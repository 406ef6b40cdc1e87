"""Fit the matcher that tells matches from what is only near: `python -m evaluation.fit_matcher COURSES.jsonl`.

Writes the weights that the recommender ships. `data/matches` holds wishes, each with the records that serve it: over
the default catalogue (`default.jsonl`) and over five parts of another one of 1,561 courses (COURSES.jsonl; of
`courses-0.jsonl` the part is in `courses-0.ids`), and for each wish that nothing serves a course that would
(`invented.jsonl`). So every wish is learned from twice, once with what serves it and once without: what decides must
be the record, not the subject of the wish.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import Tensor, nn

from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import Encoder
from embeddings.match_network import NARROW, MatchHead, MatchPanel, Narrow, as_pairs
from embeddings.matcher import Request, narrow_requests, narrow_texts, save_match_panel
from embeddings.network import token_states
from evaluation.retrieval import RELEVANT
from recommender.matching import READ, WEIGHTS, request
from recommender.profile import LearnerProfile
from recommender.recommender import make_encoder
from recommender.retrieval import Retriever, full_text
from recommender.settings import Settings
from recommender.understanding import Understander

WISHES = Path(__file__).parent / "data" / "matches"
EPOCHS, BATCH, RATE, WEIGHT_DECAY = 6, 12, 1e-3, 0.05
HEADS = 2  # fitted apart, from different seeds
MOST_RIGHT, NEAREST_WRONG, OTHER_WRONG = 4, 4, 3  # pairs of a wish in one round
WHOLE_SHARE = 0.5  # of the loss that asks of a wish as a whole: is it served?


@dataclass(frozen=True)
class Example:
    """A wish and the records nearest to it, by text: their relevance, and whether each serves it."""

    request: Request
    texts: tuple[str, ...]
    relevance: tuple[float, ...]
    serves: tuple[bool, ...]


@dataclass(frozen=True)
class Judged:
    """A wish with the ids of the records of its catalogue that serve it (grade 2 or 3)."""

    id: str
    text: str
    served: frozenset[str]


def read_wishes(path: Path) -> list[Judged]:
    """Return the wishes of a JSON Lines file of `id`, `text` and `served` (grades by record id)."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Judged(row["id"], row["text"], frozenset(name for name, grade in row["served"].items() if grade >= RELEVANT))
        for row in rows
    ]


def read_invented(path: Path = WISHES / "invented.jsonl") -> dict[str, Credential]:
    """Return by wish the course that would serve it."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        row["wish"]: Credential(
            id="invented:" + row["wish"],
            title=row["title"],
            subject=row["subject"] or None,
            summary=row["summary"],
            outcomes=tuple(row["outcomes"]),
            skills=tuple(row["skills"]),
        )
        for row in rows
    }


def examples(
    wishes: Sequence[Judged], records: Sequence[Credential], invented: dict[str, Credential], encoder: Encoder
) -> list[Example]:
    """Return two examples of each wish, with and without what serves it, as the search finds candidates."""
    own = [invented[wish.id] for wish in wishes if not wish.served]
    catalogue, found, understander = Catalogue([*records, *own]), [], Understander()
    with TemporaryDirectory() as directory:
        retriever = Retriever.open(catalogue, encoder, Path(directory))
        for wish in wishes:
            profile = understander.read(wish.text, LearnerProfile()).profile
            asked = request(profile, wish.text)
            near = retriever.candidates(profile, wish.text, len(catalogue))
            ids = [name for name in near if not name.startswith("invented:")]
            serves = wish.served or {invented[wish.id].id}
            without = [name for name in ids if name not in serves][:READ]
            served = [name for name in near if name in serves or name in without][:READ]
            for names in (served, without):
                texts = tuple(full_text(item) for item in catalogue.get(names))
                relevance, right = tuple(near[name] for name in names), tuple(name in serves for name in names)
                found.append(Example(asked, texts, relevance, right))
    return found


def directions(states: Tensor) -> tuple[Tensor, Tensor]:
    """Return the mean of token states (n, 1152) and the directions (1152, 192) they differ most in, evened out."""
    mean = states.mean(0)
    lengths, axes = torch.linalg.eigh(torch.cov((states - mean).T))
    return mean, axes[:, -NARROW:] / lengths[-NARROW:].clamp(min=1e-6) ** 0.25


def fit(found: Sequence[Example], requests: Sequence[Narrow], texts: dict[str, Narrow], seed: int) -> MatchHead:
    """Return a head fitted on these examples; `requests` in their order, `texts` by what they say."""
    torch.manual_seed(seed)
    rng, head = np.random.default_rng(seed), MatchHead()
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    n_steps = EPOCHS * -(-len(found) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / (n_steps + 1))
    loss = nn.functional.binary_cross_entropy_with_logits
    for epoch in range(EPOCHS):
        order, total = rng.permutation(len(found)), 0.0
        for start in range(0, len(found), BATCH):
            chosen = order[start : start + BATCH]
            kept = [_drawn(found[i], rng) for i in chosen]
            pairs = as_pairs(
                [requests[i] for i in chosen],
                [[texts[found[i].texts[j]] for j in rows] for i, rows in zip(chosen, kept, strict=True)],
                [found[i].relevance[j] for i, rows in zip(chosen, kept, strict=True) for j in rows],
            )
            serves = [
                torch.tensor([float(found[i].serves[j]) for j in rows]) for i, rows in zip(chosen, kept, strict=True)
            ]
            logits = head(pairs)
            best = torch.stack([part.max() for part in logits.split([len(rows) for rows in kept])])
            whole = loss(best, torch.stack([part.max() for part in serves]))
            step = loss(logits, torch.cat(serves)) + WHOLE_SHARE * whole
            optimizer.zero_grad()
            step.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += step.item() * len(chosen)
        print(f"head {seed}, round {epoch + 1} of {EPOCHS}: loss {total / len(found):.3f}", flush=True)
    return head


def _drawn(example: Example, rng: np.random.Generator) -> list[int]:
    right = [j for j, serves in enumerate(example.serves) if serves][:MOST_RIGHT]
    wrong = [j for j, serves in enumerate(example.serves) if not serves]
    others = rng.permutation(wrong[NEAREST_WRONG:])[:OTHER_WRONG]
    return right + wrong[:NEAREST_WRONG] + [int(j) for j in others]


def main(courses: Path) -> None:
    """Fit the heads and write their weights."""
    encoder, invented = make_encoder(Settings()), read_invented()
    found = examples(read_wishes(WISHES / "default.jsonl"), list(Catalogue.load()), invented, encoder)
    catalogue = Catalogue.load(courses)
    for path in sorted(WISHES.glob("courses-*.jsonl")):
        part = catalogue.get(path.with_suffix(".ids").read_text(encoding="utf-8").split())
        found += examples(read_wishes(path), part, invented, encoder)
        print(f"{len(found)} examples", flush=True)
    panel = MatchPanel([])
    distinct = list(dict.fromkeys(text for example in found for text in example.texts))
    sample = [tokens.states[::7] for tokens in token_states().read(distinct[::3])]
    panel.mean, panel.directions = directions(torch.cat(sample))
    texts = dict(zip(distinct, narrow_texts(panel, distinct), strict=True))
    asked = list(dict.fromkeys(example.request for example in found))
    narrowed = dict(zip(asked, narrow_requests(panel, asked), strict=True))
    requests = [narrowed[example.request] for example in found]
    panel.heads.extend(fit(found, requests, texts, seed) for seed in range(HEADS))
    save_match_panel(panel, WEIGHTS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
