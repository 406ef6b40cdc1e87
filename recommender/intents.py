"""What a message wants: its grammar where that is sure, else the class that the tagger finds likeliest."""

from __future__ import annotations

from typing import cast, get_args

from embeddings.tagger import Reading
from recommender.cues import cue
from recommender.profile import Budget, Intent, LearnerProfile, LevelRange
from recommender.slots.change import Change

INTENTS = get_args(Intent)
# From this probability on the tagger is believed against the grammar; chosen on conversations for development.
OVERRULES = 0.9

# These throw away what was said, so a guess is not enough for them.
DESTRUCTIVE: tuple[Intent, ...] = ("undo", "reset")
REQUESTS: tuple[Intent, ...] = ("recommend", "refine", "relax")


def settle(reading: Reading, text: str) -> tuple[Intent, Intent, bool]:
    """Return the intent before the slots are read, the runner-up, and whether it is settled whatever the slots say."""
    (first, chance), (second, _) = reading.classes[:2]
    best, runner_up = cast(Intent, first), cast(Intent, second)
    by_grammar = cue(text)
    if best in DESTRUCTIVE and chance < OVERRULES and by_grammar != best:
        best, runner_up = runner_up, best
    # What is out of scope is never argued away: instructions to the program come dressed as requests.
    if by_grammar is None or (chance >= OVERRULES and by_grammar != "out_of_scope"):
        return best, runner_up, chance >= OVERRULES or by_grammar == best
    return by_grammar, best if best != by_grammar else runner_up, True


def settle_request(intent: Intent, change: Change, before: LearnerProfile) -> Intent:
    """Return which request it is: a goal is new, a limit is dropped or loosened, or anything else is refined."""
    if (
        change.added.get("goal_skills")
        or "goal_role" in change.values
        or ("stack_into" in change.values and not before.has_wish)
    ):
        return "recommend"
    if _loosens(change, before):
        return "relax"
    if not before.has_wish and (intent == "recommend" or change.touched):
        return "recommend"
    return "relax" if intent == "relax" and not (change.values or change.added) else "refine"


def _loosens(change: Change, before: LearnerProfile) -> bool:
    """True where limits are dropped without a new value, or only widened."""
    dropped = {slot for slot in change.cleared if slot not in change.values and slot not in change.added}
    if dropped - {"goal_skills", "goal_role", "session_hours"} and not (
        change.values.keys() - {"avoid_mode", "session_hours"}
    ):
        return True
    if change.removed and not change.values and not change.added:
        return True
    after = change.apply(before)
    changed = [
        slot
        for slot in LearnerProfile.model_fields
        if getattr(after, slot) != getattr(before, slot) and slot != "session_hours"
    ]
    return bool(changed) and all(_wider(getattr(before, slot), getattr(after, slot)) for slot in changed)


def _wider(old: object, new: object) -> bool:
    """True where a limit of the same kind lets more through than before."""
    if isinstance(old, Budget) and isinstance(new, Budget):
        return new.amount > old.amount and new.currency == old.currency
    if isinstance(old, LevelRange) and isinstance(new, LevelRange):
        return (new.min or 0) <= (old.min or 0) and (new.max or 99) >= (old.max or 99)
    if isinstance(old, bool) or isinstance(new, bool):
        return bool(old) and not new
    return isinstance(old, int | float) and isinstance(new, int | float) and new > old
