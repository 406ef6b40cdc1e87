"""Two or three things that a learner can say next and that then work: each is a message with a known intent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recommender.answer import Recommendation
from recommender.profile import Intent
from recommender.references import figure
from recommender.relaxation import FIGURES, LIMITS, Relaxation
from recommender.replies import profile_words
from recommender.replies.turn import Turn
from recommender.texts import say

MAX_STEPS = 3
# What each step means that says all by itself; the others hold a figure or a goal and are read as any message is.
MEANT: dict[str, Intent] = {
    "step_why": "explain_match",
    "step_it_why": "explain_match",
    "step_compare": "compare",
    "step_stacking": "explain_stacking",
    "step_it_stacking": "explain_stacking",
    "step_trust": "explain_trust",
    "step_it_trust": "explain_trust",
    "step_save": "save",
    "step_save_it": "save",
    "step_save_both": "save",
    "step_save_cheaper": "save",
    "step_plan": "plan",
    "step_cheapest": "plan",
    "step_undo": "undo",
    "step_help": "help",
    "step_define": "define",
    "step_skills": "define",
    "step_prior": "prior_learning",
    "step_convert": "convert",
}


@dataclass(frozen=True)
class Chosen:
    """An offered step that was taken up word for word: what it means, and the limits that it drops."""

    intent: Intent
    dropped: tuple[str, ...] = ()


def chosen(message: str, language: str) -> Chosen | None:
    """Return the step of ours that a message is, so that a click always does what it says; `None` for other words."""
    words = message.strip()
    meant = next((intent for key, intent in MEANT.items() if say(language, key) == words), None)
    if meant is not None:
        return Chosen(meant)
    by_text: dict[str, list[str]] = {}
    for slot in LIMITS:
        if slot not in FIGURES:
            by_text.setdefault(say(language, f"step_{slot}"), []).append(slot)
    parts = [by_text.get(part, []) for part in words.split(". ")]
    return Chosen("relax", tuple(slot for part in parts for slot in part)) if all(parts) else None


def after_results(turn: Turn, found: Sequence[Recommendation], loosened: Sequence[Relaxation]) -> tuple[str, ...]:
    """Return what applies to this list; where limits empty it, loosening them comes first."""
    if not found:
        steps = [limit_step(turn, offer) for offer in loosened[:2]]
        steps += [turn.say("step_undo")] if len(turn.now.past) > 1 else []
        steps += (
            [turn.say("step_help")] if turn.profile.has_wish else [turn.say("step_goal_data"), turn.say("step_help")]
        )
        steps += [] if len(steps) > 1 else [turn.say("step_goal_data")]
        return tuple(steps[:MAX_STEPS])
    first, many = found[0].credential, len(found) > 1
    usual = [turn.say("step_why")]
    usual += [turn.say("step_compare")] if many else [turn.say("step_save")]
    role = turn.profile.goal_role
    usual += [turn.say("step_skills")] if role and turn.parts.recommender.occupations.called(role) else []
    usual += [turn.say("step_stacking")] if first.stacks_into else []
    usual += [
        turn.say(f"step_{measure}")
        for measure in ("cheaper", "shorter")
        if measure != turn.comparison and _differ(measure, found)
    ]
    usual += [turn.say("step_save"), turn.say("step_trust")] if many else [turn.say("step_trust")]
    offered = [limit_step(turn, loosened[0])] if loosened else []
    start = turn.now.n_turns % 2
    return tuple(dict.fromkeys([*offered, *usual[start:], *usual[:start]]))[:MAX_STEPS]


def after_one(turn: Turn, *keys: str) -> tuple[str, ...]:
    """Return steps on the one credential just spoken of; what is on the shortlist is not offered for saving."""
    focus = turn.spoken_of
    is_saved = focus is not None and focus.id in turn.now.saved
    return tuple(turn.say(key) for key in keys if not (is_saved and key == "step_save_it"))[:MAX_STEPS]


def ways_on(turn: Turn) -> tuple[str, ...]:
    """Return next steps that fit where the conversation stands, whatever was just said."""
    if len(turn.now.shown) > 1:
        return (turn.say("step_compare"), turn.say("step_why"), turn.say("step_plan"))
    if turn.now.shown:
        return (turn.say("step_why"), turn.say("step_save"), turn.say("step_plan"))
    return (turn.say("step_goal_data"), turn.say("step_goal_care"), turn.say("step_define"))


def limit_step(turn: Turn, offer: Relaxation) -> str:
    """Return the message by which a learner takes up an offer to loosen a limit."""
    steps = []
    for slot in offer.slots:
        value = "" if offer.value is None else profile_words.value_words(offer.profile, slot, turn.language)
        steps.append(turn.say(f"step_{slot}", value=value))
    return ". ".join(dict.fromkeys(steps))


def _differ(measure: str, found: Sequence[Recommendation]) -> bool:
    """Return whether at least two results state the figure of a measure, and not the same one."""
    return len({value for item in found if (value := figure(measure, item.credential)) is not None}) > 1
