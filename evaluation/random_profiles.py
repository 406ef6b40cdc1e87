"""Profiles by the thousand, by a fixed seed: wishes of every kind under limits of every kind."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from catalogue.store import Catalogue
from recommender.profile import Budget, Held, LearnerProfile, LevelRange


def profiles(catalogue: Catalogue, n: int, seed: int = 0) -> Iterator[LearnerProfile]:
    """Yield profiles that ask for what is there and for what is not, under limits of every kind."""
    chance = random.Random(seed)
    everything = list(catalogue)
    skills = sorted({skill for credential in everything for skill in credential.skills})
    subjects = sorted({credential.subject for credential in everything if credential.subject})
    for _ in range(n):
        wanted = tuple(chance.sample(skills, chance.randint(1, 3))) if len(skills) > 3 else ()
        subject = chance.choice(subjects) if subjects else "work"
        telling = (
            f"I work in a shop and want to learn {subject}, and {chance.choice(skills or ['more'])}. Evenings only."
        )
        wishes = {
            "told": telling,
            "goal": chance.choice([None, subject]),
            "goal_role": chance.choice([None, None, "data analyst", "care assistant", "project manager"]),
            "goal_skills": chance.choice([(), wanted]),
        }
        yield LearnerProfile.model_validate({**wishes, **_limits(chance)})


def _limits(chance: random.Random) -> dict[str, object]:
    """Return a few limits, each with a chance of one in four."""
    every: dict[str, Sequence[object]] = {
        "country": ("IE", "NZ", "MY", "US"),
        "languages": (("en",), ("en", "ja"), ("it",)),
        "max_cost": (Budget(amount=300, currency="EUR"), Budget(amount=1500, currency="USD"), Budget(amount=50)),
        "free_only": (True,),
        "max_hours_per_week": (4.0, 10.0),
        "max_weeks": (4.0, 12.0),
        "max_hours": (20.0, 200.0),
        "mode": ("online", "in person", "blended"),
        "pacing": ("self-paced", "scheduled"),
        "level": (LevelRange(framework="NFQ", min=6, max=8), LevelRange(min=5), LevelRange(framework="EQF", max=5)),
        "must_stack": (True,),
        "avoid_assessment": (("exam",), ("quiz", "test")),
        "avoid_providers": (("Coursera",), ("edX",)),
        "held": ((Held(title="degree", level="NFQ 8"),), (Held(title="certificate", level="NZQCF 4"),)),
        "must_be_micro_credential": (True,),
    }
    return {slot: chance.choice(values) for slot, values in every.items() if chance.random() < 0.25}
