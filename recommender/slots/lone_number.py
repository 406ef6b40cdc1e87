"""A number without a unit ("make it 10", "650 then"): it belongs to the limit that was last spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recommender.profile import LearnerProfile, LevelRange
from recommender.slots.change import Change
from recommender.slots.levels import bounds
from recommender.slots.numbers import NUMBER, RANGE, value
from recommender.slots.passage import Passage

NUMERIC = ("max_cost", "max_hours_per_week", "max_weeks", "max_hours", "level")
_MAX_WORDS = 9
_LONE = re.compile(rf"(?<![\w.,#])(?:{RANGE}|(?P<n>{NUMBER}))(?![\w%.]*\w)", re.I)
_REFUSED = re.compile(r"\b(?:not|instead of|rather than|no)\s*$", re.I)
_POINTS = re.compile(
    r"\b(?:number|no|nr|nombor|numéro|nummer|número|option|compare|save|like|first|last|the|top|"
    r"between|about)\.?\s*#?$",
    re.I,
)
_COST_SIZE = 60


def read_lone_number(passage: Passage, change: Change, profile: LearnerProfile, past: Sequence[LearnerProfile]) -> None:
    """Set the limit that stood or changed last to the number said, where nothing else was understood."""
    if change.touched or len(passage.text.split()) > _MAX_WORDS:
        return
    for match in passage.find(_LONE):
        before = passage.before(match.start())
        if _REFUSED.search(before) or _POINTS.search(before):
            continue
        number = value(match["n"] or match["high"])
        slot = _last_spoken_of(profile, past, number)
        if slot is None:
            return
        words = passage.take(match)
        if slot == "max_cost" and profile.max_cost:
            change.put(slot, profile.max_cost.model_copy(update={"amount": number}), words)
        elif slot == "level" and profile.level:
            low = value(match["low"]) if match["low"] else number
            least, most = bounds(low, number if match["low"] else None, before, passage.after(match.end()))
            change.put(slot, LevelRange(framework=profile.level.framework, min=least, max=most), words)
        else:
            change.put(slot, number, words)
        return


def _last_spoken_of(profile: LearnerProfile, past: Sequence[LearnerProfile], number: float) -> str | None:
    """Return the limit that changed last and stands; a number too big for hours, weeks or levels is money."""
    standing = [slot for slot in NUMERIC if getattr(profile, slot) is not None]
    if number > _COST_SIZE and "max_cost" in standing:
        return "max_cost"
    later = profile
    for earlier in reversed(past):
        changed = [slot for slot in standing if getattr(earlier, slot) != getattr(later, slot)]
        if changed:
            return (
                changed[-1]
                if len(changed) == 1 or number > _COST_SIZE
                else next((s for s in changed if s != "max_cost"), changed[0])
            )
        later = earlier
    return standing[0] if len(standing) == 1 else None
