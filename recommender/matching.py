"""Tell a match from what is only nearest: near enough, not answered better elsewhere, no other language than wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from catalogue.store import Catalogue
from recommender.profile import LearnerProfile
from recommender.retrieval import Retriever, full_text
from recommender.settings import Settings
from recommender.slots.spoken import language_names


def matches(
    found: Mapping[str, float],
    profile: LearnerProfile,
    message: str,
    settings: Settings,
    catalogue: Catalogue,
    retriever: Retriever,
) -> dict[str, float]:
    """Return those candidates that may be called a match, by id with their relevance, in their order.

    Each must reach the relevance floor, the wish itself be served here at all, and a language that is wanted be named.
    """
    near = {name: relevance for name, relevance in found.items() if relevance >= settings.relevance_floor}
    if not near or retriever.served(profile, message) < settings.served_floor:
        return {}
    if wanted := language_wanted(profile):
        taught = {item.id for item in catalogue.get(near) if _languages_in(full_text(item)) & wanted}
        near = {name: relevance for name, relevance in near.items() if name in taught}
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
