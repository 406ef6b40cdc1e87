"""Limits that no turn of phrase gave away, from what the tagger marked: level, money, time, mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from recommender.profile import Budget, LearnerProfile
from recommender.slots.change import Change
from recommender.slots.delivery import mode_named
from recommender.slots.levels import read_levels
from recommender.slots.marks import Marks
from recommender.slots.money import read_money
from recommender.slots.passage import Passage
from recommender.slots.study_time import read_study_time

# How much of the text after a level may say whether it is the lowest or the highest.
_BOUND = 25


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
