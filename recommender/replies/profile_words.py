"""A profile's slots in a learner's words: what was understood, changed and dropped."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale

from recommender.languages import own_word
from recommender.phrasebook import in_language
from recommender.profile import Held, LearnerProfile, LevelRange
from recommender.replies.facts import hours, joined, money, number, plain, weeks
from recommender.texts import say

EMPTY = LearnerProfile()
MAX_WORDS = 80  # characters of a slot's words in a reply
# Shown in this order; `session_hours` only serves to count others, `avoid_mode` speaks for the mode it implies.
SHOWN = (
    "goal", "goal_role", "goal_skills", "stack_into", "current_role", "current_skills", "held", "country",
    "languages", "max_cost", "free_only", "max_hours_per_week", "max_weeks", "max_hours", "mode", "avoid_mode",
    "pacing", "level", "must_stack", "want_assessment", "avoid_assessment", "providers", "avoid_providers",
    "must_be_micro_credential",
)  # fmt: skip


def filled(profile: LearnerProfile) -> list[str]:
    """Return the slots worth showing: filled, each matter once."""
    slots = [slot for slot in SHOWN if getattr(profile, slot) != getattr(EMPTY, slot)]
    told_otherwise = {
        "goal": profile.goal_role or profile.goal_skills,
        "mode": profile.avoid_mode,
        "must_stack": profile.stack_into,
    }
    return [slot for slot in slots if not told_otherwise.get(slot)]


def changed(before: LearnerProfile, after: LearnerProfile) -> list[str]:
    """Return the slots that were filled or changed."""
    return [slot for slot in filled(after) if getattr(before, slot) != getattr(after, slot)]


def dropped(before: LearnerProfile, after: LearnerProfile) -> list[str]:
    """Return the slots that were emptied."""
    return [slot for slot in filled(before) if getattr(after, slot) == getattr(EMPTY, slot)]


def in_words(profile: LearnerProfile, slots: Iterable[str], language: str) -> str:
    """Return these slots of a profile as one line, safe to show."""
    return "; ".join(slot_words(profile, slot, language) for slot in slots)


def slot_words(profile: LearnerProfile, slot: str, language: str) -> str:
    """Return one filled slot in words."""
    return say(language, f"slot_{slot}", value=value_words(profile, slot, language))


def value_words(profile: LearnerProfile, slot: str, language: str) -> str:
    """Return the value of one slot in words, without saying which slot it is."""
    value = getattr(profile, slot)
    locale = Locale.parse(language)
    if slot == "max_cost":
        return money(value.amount, value.currency, language)
    if slot == "country":
        return str(locale.territories.get(value, value))
    if slot == "languages":
        return joined([str(locale.languages.get(code.split("-")[0], plain(code))) for code in value], language)
    if slot == "level":
        return _level_words(value, language)
    if slot in ("mode", "avoid_mode", "pacing"):
        known = f"{'pacing' if slot == 'pacing' else 'mode'}_{value}"
        return say(language, known)
    if isinstance(value, tuple):
        return joined([_item_words(item, language) for item in value], language)
    if isinstance(value, float):
        return (weeks if slot == "max_weeks" else hours)(value, language)
    return _item_words(str(value), language)


def _item_words(item: str | Held, language: str) -> str:
    """Return a skill, role or kind of assessment as the language calls it, and anything else as it is."""
    if isinstance(item, Held):
        return plain(item.title, MAX_WORDS)
    return plain(in_language(item, language) or own_word(item, language), MAX_WORDS)


def _level_words(level: LevelRange, language: str) -> str:
    """Return a range of levels with its scale, where one was named."""
    low, high = (None if end is None else number(end, language) for end in (level.min, level.max))
    if low == high and low is not None:
        words = say(language, "level_one", level=low)
    elif low is None:
        words = say(language, "level_to", high=high)
    else:
        words = (
            say(language, "level_from", low=low) if high is None else say(language, "level_range", low=low, high=high)
        )
    return f"{plain(level.framework)} {words}" if level.framework else words
