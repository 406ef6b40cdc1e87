"""Is what would change the order true? Each such claim held to the record, the profile and a ranking made anew.

Like `evaluation.faithfulness`, of which it is a part, this shares no code with what makes the claims.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator

from catalogue.money import convert_money
from catalogue.records import Credential
from recommender.answer import Answer, Recommendation, WouldBeFirst
from recommender.profile import LearnerProfile
from recommender.settings import Weights

BEHIND = re.compile(r"It stands (\d+\.\d{3}) behind “(.+)”; its (.+), not stated, could turn that round\.", re.DOTALL)
DROPS = "It would drop out if this turned out otherwise. "
# The word for a fact, the part of the score that it counts in, and the slots without which it counts nothing.
COUNTS = {
    "level": ("level_fit", ("held",)),
    "cost": ("cost_fit", ("max_cost", "free_only")),
    "time": ("workload_fit", ("max_hours_per_week", "max_weeks", "max_hours")),
}
FIGURES = ("max_cost", "max_weeks", "max_hours", "max_hours_per_week")


def overturn_is_false(
    sentence: str,
    item: Recommendation,
    above: Recommendation | None,
    profile: LearnerProfile,
    weights: Weights,
    fact_is_false: Callable[[str], str | None],
) -> str | None:
    """Return what is wrong with a sentence on what is unknown, `None` where all of it is supported."""
    if sentence.startswith(DROPS):
        return fact_is_false(sentence.removeprefix(DROPS))
    found = BEHIND.fullmatch(sentence)
    if found is None or above is None:
        return "a form of sentence that the checker does not know"
    behind, title, names = found.groups()
    gap = above.score - item.score
    if title != above.credential.title or abs(float(behind) - gap) > 0.0006:
        return f"{above.credential.title} stands {gap:.3f} above it"
    facts = names.split(" and ")
    if stated := [name for name in facts if _is_stated(item.credential, name)]:
        return f"its {stated} is stated"
    if idle := [name for name in facts if not any(getattr(profile, slot) for slot in COUNTS[name][1])]:
        return f"{idle} counts nothing for this learner"
    return None if sum(getattr(weights, COUNTS[name][0]) for name in facts) > gap else "it could not make up for that"


def _is_stated(credential: Credential, name: str) -> bool:
    if name == "level":
        return credential.level is not None and credential.level.value is not None
    return (credential.cost if name == "cost" else credential.hours_total) is not None


def false_firsts(
    answer: Answer, profile: LearnerProfile, answer_to: Callable[[LearnerProfile], Answer]
) -> Iterator[tuple[WouldBeFirst, str]]:
    """Yield each credential that is said to come first under a loosened limit and would not, with the reason."""
    shown = {item.credential.id for item in answer.recommendations}
    for claim in answer.would_be_first:
        change = claim.relaxation
        loosened = change.profile.model_dump()
        others = {slot for slot, value in profile.model_dump().items() if loosened[slot] != value}
        again = answer_to(change.profile).recommendations
        if claim.credential.id in shown:
            yield claim, "it is shown already"
        elif not others:
            yield claim, "nothing is loosened"
        elif not again or again[0].credential.id != claim.credential.id:
            yield claim, "another one comes first then"
        elif len(change.slots) == 1 and change.slots[0] in FIGURES and change.value is not None:
            figure = _figure(claim.credential, change.slots[0], change.profile)
            asked = loosened[change.slots[0]]
            least = asked["amount"] if isinstance(asked, dict) else asked
            if figure is not None and not figure <= least < math.ceil(figure) + 1:
                yield claim, f"its figure is {figure:g}, the limit would be {least:g}"


def _figure(credential: Credential, slot: str, profile: LearnerProfile) -> float | None:
    """Return the record's own figure for a limit, `None` where it is worked out of others."""
    if slot == "max_cost":
        wanted = profile.max_cost.currency if profile.max_cost else None
        if credential.cost is None or wanted in (None, credential.cost.currency):
            return credential.cost.amount if credential.cost else None
        there = convert_money(credential.cost, str(wanted))
        return there.amount if there else None
    names = {"max_weeks": "duration_weeks", "max_hours": "hours_total", "max_hours_per_week": "hours_per_week"}
    figure: float | None = getattr(credential, names[slot])
    return figure
