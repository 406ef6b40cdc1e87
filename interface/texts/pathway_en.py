"""English words of the pathway page."""

from __future__ import annotations

from dataclasses import dataclass, field

from recommender.links import State
from recommender.planning_problem import Preference


@dataclass(frozen=True)
class PathwayTexts:
    """Every sentence of the pathway page that is not made from the records; braces are filled in where it is shown."""

    heading: str = "Plan a pathway"
    intro: str = (
        "Choose the award you are aiming for. You see what counts towards it, and a timetable under your limits."
    )
    choose_award: str = "Award"
    choose_award_placeholder: str = "Type to find an award"
    nothing_chosen: str = "Pick an award above to see the ways into it."
    hours_a_week: str = "Hours a week"
    budget: str = "Budget ({currency})"
    prefer: str = "What matters most"
    preferences: dict[Preference, str] = field(
        default_factory=lambda: {"time": "Least time", "cost": "Least cost", "fewest": "Fewest credentials"}
    )
    held: str = "What you already hold"
    ways_in: str = "What counts towards it"
    plan: str = "Your timetable"
    missing: str = "What is still missing"
    planned_skills: str = "From our conversation: {skills}"
    no_route: str = "No stacking route is stated by the source."
    picture_alt: str = "{n} parts that count towards {name}; the same in words stands below"
    more_in_words: str = "{n} more stand in the words below."
    in_words: str = "The same in words, with evidence"
    source: str = "Source"
    states: dict[State, str] = field(
        default_factory=lambda: {
            "confirmed": "confirmed",
            "conditional": "on a condition",
            "unverified": "not verified",
            "blocked": "does not count",
        }
    )
    credits_of: str = "{credits} of {total} credits"
    credits: str = "{credits} credits"
    share_after: str = "{share} of the award"
    timetable_alt: str = "Timetable of {n} credentials one after another, {length} in all"
    credential: str = "Credential"
    when: str = "When"
    weeks: str = "Weeks from the start"
    unit_weeks: str = "weeks"
    unit_hours: str = "hours"
    length: str = "Length"
    work: str = "Work"
    cost: str = "Cost"
    so_far: str = "So far: {totals}"
    skills_gained: str = "You gain: {skills}"
    remaining: str = "Still to do after this"
    unknown: str = "What no source states"
    rules: str = "Rules that apply"
    not_proven_best: str = "Time ran out: this plan keeps every limit, but a better one may exist."
    no_plan: str = "No plan fits"


PATHWAY = PathwayTexts()
