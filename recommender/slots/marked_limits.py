"""Limits that no turn of phrase gave away, from what the tagger marked: place, money, time, level, mode, withdrawal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pycountry

from recommender.profile import Budget, LearnerProfile
from recommender.slots.assessment import kinds_in
from recommender.slots.change import Change, key_of
from recommender.slots.delivery import mode_named
from recommender.slots.gazetteer import country_of, longest, qualified
from recommender.slots.levels import read_levels
from recommender.slots.marks import Marks
from recommender.slots.money import read_money
from recommender.slots.passage import Passage
from recommender.slots.spoken import language_names
from recommender.slots.study_time import read_study_time
from recommender.slots.withdrawal import slots_named

# How much of the text after a level may say whether it is the lowest or the highest.
_BOUND = 25


def read_marked_country(marks: Marks, change: Change) -> None:
    """Set `country` from a marked place, a named country or region before a town."""
    found = [(code, words) for words in map(marks.words, marks.labelled("PLACE")) if (code := _country(words))]
    if found:
        code, words = max(found, key=lambda pair: qualified(pair[1].split(",")[-1]) is not None)
        change.put("country", code, words)


def _country(words: str) -> str | None:
    """Return the country of a place as it was typed: "dunedin", "Dover in Tassie", "SG"."""
    name = words.title() if words.islower() else words
    parts = [part for part in re.split(r"\s*[,/]\s*|\s+(?:in|near|outside|en|à|bei|di)\s+", name) if part]
    tails = (" ".join(part.split()[i:]) for part in parts for i in range(len(part.split())))
    return (
        qualified(parts[-1] if parts else None)
        or next((place[1] for tail in tails if (place := longest(tail))), None)
        or next((code for part in parts if (code := country_of(re.sub(r"[市県府都区]$", "", part)))), None)
        or (name if name.isupper() and pycountry.countries.get(alpha_2=name) else None)
    )


def read_marked_languages(marks: Marks, change: Change) -> None:
    """Add to `languages` what is marked as spoken or wanted, where nothing was found before."""
    if "languages" in change.touched:
        return
    names = language_names()
    for stretch in marks.labelled("LANG"):
        words = marks.words(stretch)
        for word in re.split(r"[\s,/]+|(?:と|か|や)", words.casefold()):
            if tag := names.get(word) or names.get(word.removesuffix("語")):
                change.add("languages", tag, words)


def read_marked_limits(marks: Marks, change: Change, profile: LearnerProfile, country: str | None) -> None:
    """Set each limit that is still open from a marked stretch, read by itself."""
    language = marks.passage.language

    def read(label: str, slots: tuple[str, ...], reader: Callable[[Passage, Change], None], form: str) -> None:
        if set(slots) & change.touched:
            return
        for stretch in marks.labelled(label):
            alone = Change()
            words = marks.passage.text[stretch.start : stretch.end]
            after = marks.passage.text[stretch.end : stretch.end + _BOUND] if label == "LEVEL" else ""
            reader(Passage(form.format(words) + after, language), alone)
            for slot in slots:
                if slot in alone.values:
                    change.put(slot, _in_currency(alone.values[slot], profile), words)

    read("LEVEL", ("level",), lambda p, c: read_levels(p, c, profile, country), "level {}")
    read("LEVEL", ("level",), lambda p, c: read_levels(p, c, profile, country), "{}")
    read("COST", ("max_cost", "free_only"), lambda p, c: read_money(p, c, profile, country), "my budget is {}")
    read("PACE", ("max_hours_per_week", "session_hours"), lambda p, c: read_study_time(p, c, profile), "{}")
    read("PACE", ("max_hours_per_week",), lambda p, c: read_study_time(p, c, profile), "{} a week")
    read("LENGTH", ("max_weeks",), lambda p, c: read_study_time(p, c, profile), "max {}")
    read("HOURS", ("max_hours",), lambda p, c: read_study_time(p, c, profile), "max {} in total")


def _in_currency(value: Any, profile: LearnerProfile) -> Any:
    """Return an amount without a currency in that of the budget that stands; anything else as it is."""
    if isinstance(value, Budget) and value.currency is None and profile.max_cost is not None:
        return value.model_copy(update={"currency": profile.max_cost.currency})
    return value


def read_marked_ways(marks: Marks, change: Change) -> None:
    """Set `mode`, `free_only` and `must_be_micro_credential` from what is marked, where they are still open."""
    if "mode" not in change.touched:
        for stretch in marks.labelled("NO_MODE"):
            words = marks.words(stretch)
            refused = mode_named(words)
            change.put("mode", "online" if refused == "in person" else "in person", words)
            change.put("avoid_mode", refused, words)
        for stretch in marks.labelled("MODE"):
            change.put("mode", mode_named(marks.words(stretch)), marks.words(stretch))
            change.put("avoid_mode", None, marks.words(stretch))
    for label, slot, other in (("FREE", "free_only", "max_cost"), ("MICRO", "must_be_micro_credential", "")):
        if slot not in change.touched and other not in change.touched and marks.labelled(label):
            change.put(slot, True, marks.words(marks.labelled(label)[0]))


def read_marked_withdrawal(marks: Marks, change: Change, profile: LearnerProfile) -> None:
    """Empty the limits whose names are marked as dropped, and take off the kinds of assessment and providers named."""
    for stretch in marks.labelled("DROP"):
        words = marks.words(stretch)
        kinds = kinds_in(words)
        for kind in kinds:
            for slot in ("avoid_assessment", "want_assessment"):
                if kind in getattr(profile, slot):
                    change.remove(slot, kind)
        for slot in ("providers", "avoid_providers", "goal_skills"):
            for item in getattr(profile, slot):
                if key_of(item) in key_of(words):
                    change.remove(slot, item)
        if profile.stack_into and key_of(profile.stack_into) in key_of(words):
            change.clear("stack_into", "must_stack")
        for slot in () if kinds else slots_named(words):
            if getattr(profile, slot) and slot not in change.values and slot not in change.added:
                change.clear(slot)
                change.evidence[slot] = words
        marks.passage.hide(stretch.start, stretch.end)
