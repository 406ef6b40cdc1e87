"""Which question to ask: the one whose answer would split what is still in the running the most."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from catalogue.frameworks import level_rank
from catalogue.records import Credential
from recommender.profile import LearnerProfile

MAX_QUESTIONS = 3  # in one conversation
MIN_BITS = 0.5  # a smaller gain is not worth a question
# Slots that answer the question about another one too.
SAME_MATTER = {
    "max_cost": ("max_cost", "free_only"),
    "max_weeks": ("max_weeks", "max_hours", "max_hours_per_week"),
    "mode": ("mode", "avoid_mode"),
    "pacing": ("pacing",),
    "level": ("level",),
    "must_stack": ("must_stack", "stack_into"),
    "languages": ("languages",),
}
EMPTY = LearnerProfile()


def next_question(
    profile: LearnerProfile, candidates: Sequence[Credential], asked: Collection[str], spoken_of: Collection[str]
) -> str | None:
    """Return the slot whose answer would tell most about the candidates, or `None` where no question is worth it.

    `asked` are the slots asked for before, `spoken_of` those that the learner has touched, even to say "no limit".
    """
    if len(asked) >= MAX_QUESTIONS:
        return None
    if not profile.has_wish:
        return None if "goal" in asked else "goal"
    open_slots = [
        slot
        for slot, matter in SAME_MATTER.items()
        if slot not in asked
        and not any(name in spoken_of or getattr(profile, name) != getattr(EMPTY, name) for name in matter)
    ]
    gains = {slot: bits(slot, candidates) for slot in open_slots}
    best = max(gains, key=lambda slot: gains[slot], default=None)
    return best if best is not None and gains[best] >= MIN_BITS else None


def bits(slot: str, candidates: Sequence[Credential]) -> float:
    """Return how much an answer about this slot would tell, in bits: entropy of the stated values times their share.

    A candidate that does not state the facet is never left out, so an answer tells nothing about it.
    """
    stated = [value for candidate in candidates if (value := FACETS[slot](candidate)) is not None]
    if not stated:
        return 0.0
    counts = Counter(_binned(stated)).values()
    entropy = -sum(n / len(stated) * math.log2(n / len(stated)) for n in counts)
    return entropy * len(stated) / len(candidates)


def _binned(values: Sequence[str | float]) -> list[str | int]:
    """Return words as they are and figures by quarter of their range in this list."""
    figures = [value for value in values if isinstance(value, float)]
    if len(figures) < 2:
        return [str(value) for value in values]
    edges = statistics.quantiles(figures, n=4, method="inclusive")
    return [sum(figure > edge for edge in edges) for figure in figures]


def _eqf(credential: Credential) -> float | None:
    rank = level_rank(credential.level) if credential.level else None
    return rank[0] if rank else None


FACETS: dict[str, Callable[[Credential], str | float | None]] = {
    "max_cost": lambda credential: credential.cost.amount if credential.cost else None,
    "max_weeks": lambda credential: credential.duration_weeks,
    "mode": lambda credential: credential.mode,
    "pacing": lambda credential: credential.pacing,
    "level": _eqf,
    # A source that names no larger award does not state that there is none, yet it is what the limit goes by.
    "must_stack": lambda credential: "yes" if credential.stacks_into else "no",
    "languages": lambda credential: " ".join(credential.languages) or None,
}
