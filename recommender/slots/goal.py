"""The wish itself: the subjects to learn, the award to build up to, and the free text that is searched for."""

from __future__ import annotations

import re

from recommender.profile import LearnerProfile
from recommender.slots.background import is_named
from recommender.slots.change import Change, key_of
from recommender.slots.marks import Marks

_ADDING = re.compile(
    r"\b(?:also|too|as well|plus|add|on top|in addition|additionally|and maybe|aussi|auch|también|"
    r"juga|zusätzlich|además)\b|もも?(?:学|勉強)|^\s*(?:and|plus|et|und|y|dan)\b",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:instead|rather|changed my mind|not any ?more|forget (?:about )?that|different|something "
    r"else|statt|plutôt|au lieu|en vez|mejor|sebaliknya)\b",
    re.I,
)


def read_goal(marks: Marks, change: Change, profile: LearnerProfile) -> None:
    """Add the goal's subjects, replace those of an earlier goal unless more are added, and set `goal`."""
    role = change.values.get("goal_role")
    items = _read_subjects(marks, change, profile)
    if not (items or role):
        return
    adding = _ADDING.search(marks.passage.text) is not None
    if items and not adding:
        change.clear("goal_skills")
        if _INSTEAD.search(marks.passage.text) and not role:
            change.clear("goal_role", "stack_into") if "stack_into" not in change.values else change.clear("goal_role")
    if role and not items and profile.goal_role and profile.goal_role != role:
        change.clear("goal_skills")
    kept = profile.goal_skills if adding else ()
    parts = [*([role] if role else []), *kept, *items]
    change.put("goal", ", ".join(dict.fromkeys(parts)), "; ".join(dict.fromkeys([*([role] if role else []), *items])))


def _read_subjects(marks: Marks, change: Change, profile: LearnerProfile) -> list[str]:
    """Add to `goal_skills` what is to be learned, take off what is refused or replaced; return the items added."""
    for stretch in marks.labelled("NOT_SKILL"):
        gone = key_of(marks.in_english(stretch, "skill"))
        for item in profile.goal_skills:
            if gone in key_of(item) or key_of(item) in gone:
                change.remove("goal_skills", item)
    items: list[str] = []
    role = key_of(change.values.get("goal_role") or "")
    for stretch in marks.labelled("GOAL_SKILL"):
        item = marks.in_english(stretch, "skill")
        if item and key_of(item) not in role and item.casefold() not in map(str.casefold, items):
            items.append(item)
            change.add("goal_skills", item, marks.words(stretch))
    return items


def read_stacking(marks: Marks, change: Change) -> None:
    """Set `stack_into` from a named award, and `must_stack` where it has to count towards something larger."""
    for stretch in marks.labelled("STACK", "AWARD"):
        words = marks.words(stretch)
        change.put("must_stack", True, words)
        if stretch.label == "AWARD" and is_named(words):
            change.put("stack_into", words, words)
