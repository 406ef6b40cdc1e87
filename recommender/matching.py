"""Tell a match from what is only nearest: what the record gives, held against the wish, in no other language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

import numpy as np

from catalogue.store import Catalogue
from embeddings.matcher import Matcher, Request
from recommender import languages
from recommender.learner_words import sentences, wish_sentences
from recommender.profile import LearnerProfile
from recommender.retrieval import full_text, told, wishes
from recommender.settings import Settings
from recommender.slots.spoken import language_names

# Written by `evaluation.fit_matcher` from the wishes in `evaluation/data/matches`.
WEIGHTS = Path(__file__).parent / "data" / "matcher.safetensors"
READ = 20  # records that are read word by word, the nearest ones
FEW_WORDS = 5  # beside the name of a job: "I want to become a"


@cache
def matcher() -> Matcher:
    """Return the one matcher that all share."""
    return Matcher(WEIGHTS)


def matches(
    found: Mapping[str, float],
    broken: Collection[str],
    profile: LearnerProfile,
    message: str,
    settings: Settings,
    catalogue: Catalogue,
) -> dict[str, float]:
    """Return those candidates that may be called a match, by id with their relevance, in their order.

    The nearest are read, and the nearest of those that break no limit (`broken` are the ids of the others). Each must
    give what is wished for with a chance of `match_floor`, at least one with `served_floor`, and where a language is
    wanted, it must be named.
    """
    kept = [name for name in found if name not in broken]
    read = set([*found][:READ]) | set(kept[:READ])
    near = {name: relevance for name, relevance in found.items() if name in read}
    chances = chances_of(near, profile, message, catalogue)
    if max(chances.values(), default=0.0) < settings.served_floor:
        return {}
    near = {name: relevance for name, relevance in near.items() if chances[name] >= settings.match_floor}
    if wanted := language_wanted(profile):
        taught = {item.id for item in catalogue.get(near) if _languages_in(full_text(item)) & wanted}
        near = {name: relevance for name, relevance in near.items() if name in taught}
    return near


def chances_of(
    found: Mapping[str, float], profile: LearnerProfile, message: str, catalogue: Catalogue
) -> dict[str, float]:
    """Return by id the chance from 0 to 1 that each candidate, given with its relevance, gives what is wished for.

    A message that says little but the job wanted is put in several ways; the one that finds most counts. Of what is not
    told in English only the names of the wish are read, which are translated as far as our tables know them.
    """
    texts, relevance = [full_text(item) for item in catalogue.get(found)], list(found.values())
    ways, role, named = [request(profile, message)], profile.goal_role, wishes(profile)
    if named and languages.detect(profile.told or message) != "en":
        ways = [_whole(" and ".join(named))]
    elif role and len(ways[0].text.split()) - len(role.split()) <= FEW_WORDS:
        ways += [_whole(role), _whole(f"training for {role}s")]
    chances = np.max([matcher().chances(way, texts, relevance) for way in ways], axis=0)
    return dict(zip(found, chances.tolist(), strict=True))


def _whole(text: str) -> Request:
    return Request(text, ((0, len(text)),), ((0, len(text)),))


def request(profile: LearnerProfile, message: str = "") -> Request:
    """Return a wish as it was told, with the places of the sentences that wish and of what they name."""
    text = told(profile, message)
    return Request(text, _places(sentences(wish_sentences(text)), text), _places(wishes(profile), text))


def _places(parts: Iterable[str], text: str) -> tuple[tuple[int, int], ...]:
    found = [match.span() for part in parts for match in re.finditer(re.escape(part), text, re.IGNORECASE)]
    return tuple(sorted(set(found)))


def language_wanted(profile: LearnerProfile) -> set[str]:
    """Return the languages (BCP 47) that a wish is for; empty where any other skill is wanted, too.

    Languages resemble each other so much that French comes near for Spanish; only a name tells them apart.
    """
    named = [_languages_in(skill) for skill in profile.goal_skills]
    return set().union(*named) if named and all(named) else set()


def _languages_in(text: str) -> set[str]:
    names, words = language_names(), re.findall(r"\w+", text.casefold())
    return {names[word] for word in words if word in names}
