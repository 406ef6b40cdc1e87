"""What would change the order: the smallest loosening that puts another first, and the unknown facts that could."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from catalogue.records import Credential
from recommender.answer import WouldBeFirst
from recommender.limit_words import LimitCheck
from recommender.profile import LearnerProfile
from recommender.ranking import Scored
from recommender.relaxation import relaxations
from recommender.settings import Weights

MAX_CHALLENGERS = 5  # better ones behind a limit that are looked at
MAX_CHANGES = 2


def would_be_first(
    ranked: Sequence[Scored],
    broken: Collection[str],
    profile: LearnerProfile,
    first_under: Callable[[LearnerProfile], Credential | None],
) -> tuple[WouldBeFirst, ...]:
    """Return what would stand first if one limit were loosened by as little as that takes.

    `first_under` ranks anew, so that nothing is claimed that a changed profile would not give.
    """
    best = next((item.total for item in ranked if item.credential.id not in broken), 0.0)
    behind = [item.credential for item in ranked if item.credential.id in broken and item.total >= best]
    found = []
    for change in relaxations(profile, behind[:MAX_CHALLENGERS]):
        first = first_under(change.profile)
        if first is not None and first.id in change.gained:
            found.append(WouldBeFirst(first, change))
    return tuple(found[:MAX_CHANGES])


def could_overturn(
    item: Scored, above: Scored | None, checks: Sequence[LimitCheck], profile: LearnerProfile, weights: Weights
) -> tuple[str, ...]:
    """Return what is not stated of a result and could take it off the list, or put it above the one before it."""
    lines = [f"It would drop out if this turned out otherwise. {check.says}" for check in checks if check.kept is None]
    if above is None or above.total < item.total:  # moved down for saying the same as another: no fact would move it up
        return tuple(lines)
    behind = above.total - item.total
    unknown = _unknown_parts(item.credential, profile)
    if unknown and sum(getattr(weights, part) for part, _ in unknown) > behind:
        names = " and ".join(name for _, name in unknown)
        lines.append(
            f"It stands {behind:.3f} behind “{above.credential.title}”; its {names}, not stated, could turn that round."
        )
    return tuple(lines)


def _unknown_parts(credential: Credential, profile: LearnerProfile) -> list[tuple[str, str]]:
    """Return (part of the score, name of the fact) for each fact that is not stated and would have counted."""
    has_time = profile.max_hours_per_week or profile.max_weeks or profile.max_hours
    facts = [
        ("level_fit", "level", bool(profile.held) and (credential.level is None or credential.level.value is None)),
        ("cost_fit", "cost", (profile.free_only or profile.max_cost is not None) and credential.cost is None),
        ("workload_fit", "time", bool(has_time) and credential.hours_total is None),
    ]
    return [(part, name) for part, name, is_open in facts if is_open]
