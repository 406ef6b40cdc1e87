"""Tell a match from what is only nearest: near enough, not answered better elsewhere, no other language than wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from catalogue.store import Catalogue
from recommender.profile import LearnerProfile
from recommender.retrieval import Retriever, full_text
from recommender.slots.spoken import language_names

# How much of an occupation's lead counts. Not all of it: an occupation's title answers the wish to become it by its
# very name ("care assistant"), where a course that leads there does not.
OUTSIDE_SHARE = 0.5


def matches(
    found: Mapping[str, float],
    profile: LearnerProfile,
    message: str,
    floor: float,
    catalogue: Catalogue,
    retriever: Retriever,
) -> dict[str, float]:
    """Return those candidates that may be called a match, by id with their relevance, in their order.

    Each must reach the floor, and the best of them must reach it by more than half of what an occupation outside of the
    catalogue answers the wish better. A language that is wanted must be named.
    """
    near = {name: relevance for name, relevance in found.items() if relevance >= floor}
    if wanted := language_wanted(profile):
        taught = {item.id for item in catalogue.get(near) if _languages_in(full_text(item)) & wanted}
        near = {name: relevance for name, relevance in near.items() if name in taught}
    if not near or max(near.values()) - OUTSIDE_SHARE * retriever.elsewhere(profile, message) < floor:
        return {}
    return near


def language_wanted(profile: LearnerProfile) -> set[str]:
    """Return the languages (BCP 47) that a wish is for; empty where any other skill is wanted, too.

    Languages resemble each other so much that French comes near for Spanish; only a name tells them apart.
    """
    named = [_languages_in(skill) for skill in profile.goal_skills]
    return set().union(*named) if named and all(named) else set()


def _languages_in(text: str) -> set[str]:
    names, words = language_names(), re.findall(r"\w+", text.casefold())
    return {names[word] for word in words if word in names}
