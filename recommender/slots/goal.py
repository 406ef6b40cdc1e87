"""The wish itself: the subjects to learn, the role to reach, and the free text that is searched for."""

from __future__ import annotations

import re

from recommender.profile import LearnerProfile
from recommender.slots.change import Change
from recommender.slots.foreign import read_foreign_goal
from recommender.slots.marks import Marks, read_wishes
from recommender.slots.roles import read_goal_role
from recommender.slots.skills import read_goal_skills, refused_places

_ADDING = re.compile(
    r"\b(?:also|too|as well|plus|add|on top|in addition|additionally|and maybe|aussi|auch|también|"
    r"juga|zusätzlich|además|juga)\b|もも?(?:学|勉強)|^\s*(?:and|plus|et|und|y|dan)\b",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:instead|rather|changed my mind|not any ?more|forget (?:about )?that|different|something "
    r"else|statt|plutôt|au lieu|en vez|mejor|sebaliknya)\b",
    re.I,
)


def read_goal(marks: Marks, change: Change, profile: LearnerProfile) -> None:
    """Add the goal's subjects, replace those of an earlier goal unless more are added, and set `goal`."""
    passage = marks.passage
    in_english = passage.language == "en"
    if in_english and "goal_role" not in change.values:
        read_goal_role(passage, change)
    role = change.values.get("goal_role")
    items = [] if in_english else read_foreign_goal(passage, change)
    items = items or read_wishes(marks, change, profile, refused_places(passage) if in_english else ())
    if in_english and not (items or role or profile.has_wish):
        items = read_goal_skills(passage, change)
    if not (items or role):
        return
    adding = _ADDING.search(passage.text) is not None
    if items and not adding:
        change.clear("goal_skills")
        if _INSTEAD.search(passage.text) and not role:
            change.clear("goal_role", "stack_into") if "stack_into" not in change.values else change.clear("goal_role")
    if role and not items and profile.goal_role and profile.goal_role != role:
        change.clear("goal_skills")
    kept = profile.goal_skills if adding else ()
    parts = [*([role] if role else []), *kept, *items]
    change.put("goal", ", ".join(dict.fromkeys(parts)), "; ".join(dict.fromkeys([*([role] if role else []), *items])))
