"""Hold every stated limit exactly, then order what is left by a score whose parts add up."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from catalogue.records import Credential
from catalogue.store import Catalogue
from recommender.profile import LearnerProfile


def broken_limits(profile: LearnerProfile, catalogue: Catalogue) -> dict[str, str]:
    """Return, for each credential whose stated facts break a limit, its id and the name of the first such limit.

    A fact that the record does not state breaks nothing.
    """
    facets = catalogue.facets
    broken: dict[str, str] = {}
    for slot, mask in _limits(profile, facets):
        for name in facets.index[mask.fillna(False).astype(bool)]:
            broken.setdefault(name, slot)
    return broken


def _limits(profile: LearnerProfile, facets: pd.DataFrame) -> list[tuple[str, pd.Series]]:
    """Return (slot, mask of the rows that break it) for each limit that the learner stated."""
    limits: list[tuple[str, pd.Series]] = []
    if profile.free_only:
        limits.append(("free_only", facets["cost"] > 0))
    if profile.max_cost is not None:
        same = facets["currency"].eq(profile.max_cost.currency) if profile.max_cost.currency else facets["cost"].notna()
        limits.append(("max_cost", same & (facets["cost"] > profile.max_cost.amount)))
    if profile.max_hours is not None:
        limits.append(("max_hours", facets["hours"] > profile.max_hours))
    weeks = facets["weeks"]
    if profile.max_hours_per_week is not None:
        fixed_pace = facets["hours"] / facets["weeks"]
        limits.append(
            ("max_hours_per_week", fixed_pace.gt(profile.max_hours_per_week) & facets["pacing"].ne("self-paced"))
        )
        weeks = weeks.where(weeks.notna(), facets["hours"] / profile.max_hours_per_week)
    if profile.max_weeks is not None:
        limits.append(("max_weeks", weeks > profile.max_weeks))
    if profile.mode is not None:
        limits.append(("mode", facets["mode"].notna() & facets["mode"].ne(profile.mode)))
    if profile.languages:
        wanted = {language.split("-")[0] for language in profile.languages}
        limits.append(("languages", facets["languages"].map(lambda spoken: bool(spoken) and not wanted & set(spoken))))
    if profile.must_stack:
        limits.append(("must_stack", facets["n_stacks_into"] == 0))
    for name in profile.avoid_providers:
        offered_by = facets["provider"].fillna("") + " " + facets["platform"].fillna("")
        limits.append(("avoid_providers", offered_by.str.contains(name, case=False, regex=False)))
    return limits


def score_parts(credential: Credential, relevance: float, profile: LearnerProfile) -> Mapping[str, float]:
    """Return the parts of one credential's score, each 0 or more; relevance dominates."""
    return {
        "relevance": relevance,
        "stacking": 0.02 if credential.stacks_into and (profile.must_stack or profile.stack_into) else 0.0,
    }
