"""A plan in words: which credentials in which order, what it comes to, and what is still open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from catalogue.money import format_money
from recommender.award_names import KINDS, words
from recommender.goals import skill_goal
from recommender.infeasible import Infeasible
from recommender.intents import REQUESTS
from recommender.links import Award
from recommender.planning import Plan, plan
from recommender.planning_problem import Goal, Preference, SkillGoal
from recommender.profile import Intent
from recommender.replies import facts
from recommender.replies.award_meant import Meant, award_meant
from recommender.replies.table_words import cost_words, in_english, range_words, totals_words, weeks_of_step
from recommender.replies.turn import Draft, Turn
from recommender.routes import percent
from recommender.timetable import Step

MAX_STEPS_TOLD = 8
MAX_CHOICES = 4  # awards named where a kind of award is all that was said
# What a plan keeps small for each wish without a number.
PREFERENCES: dict[str, Preference] = {"cheaper": "cost", "shorter": "time"}
FEWEST = re.compile(
    r"\bfewest\b|\bas few\b|\bleast (?:number|courses|credentials)|\bfewer (?:courses|credentials)", re.IGNORECASE
)
# Slots whose change after a plan asks for the plan under the new limit.
PLAN_LIMITS = {
    "max_cost", "free_only", "max_hours_per_week", "max_weeks", "max_hours", "session_hours", "mode", "avoid_mode",
    "pacing", "preferences", "held",
}  # fmt: skip
GOES_ON: tuple[Intent, ...] = (*REQUESTS, "explain_match", "compare", "help", "plan")
MAX_ASKING_WORDS = 8  # in a question that only asks for the cheapest or shortest way
MAX_NOTES = 3  # lines told of what remains, what is unknown, and of the rules


def make_plan(turn: Turn) -> Draft:
    """Plan the way to the award or skills that the learner wants; ask which where that is open."""
    meant = award_meant(turn)
    if meant.is_open:
        return _which(turn, meant)
    goal = meant.award or _skills(turn)
    if goal is None:
        examples = (turn.say("step_goal_data"), turn.say("step_goal_care"), turn.say("step_help"))
        asked = turn.free_to_ask("goal")
        return Draft((turn.say("plan_needs_goal" if asked else "tell_goal"),), asked=asked, next_steps=examples)
    prefer = preferred(turn)
    found = plan(goal, turn.profile, turn.parts.graph, prefer=prefer)
    remember = {**_wish_kept(turn, meant), "planned": goal.key if isinstance(goal, Award) else None}
    if isinstance(found, Infeasible):
        return _no_plan(turn, found, remember)
    head = turn.say(f"plan_head_{prefer}", goal=facts.plain(found.goal.title))
    paragraphs = [*_award_not_found(turn, goal), *meant.says, head]
    paragraphs += [_held(turn, found), "\n".join(_steps(turn, found)), _totals(turn, found), *_notes(turn, found)]
    credentials = tuple(step.credential.id for step in found.steps)
    steps = [turn.say("step_why")] if credentials else []
    steps += [] if prefer == "cost" else [turn.say("step_cheapest")]
    steps += [] if turn.profile.max_hours_per_week else [turn.say("step_pace")]
    steps += [turn.say("step_save")] if credentials else []
    return Draft(
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
        next_steps=(*steps, turn.say("step_prior"))[:3],
        remember=remember | ({"shown": credentials, "focus": None, "compared": ()} if credentials else {}),
        goal=goal,
    )


def continues_plan(turn: Turn) -> bool:
    """Return whether a message that changes limits or asks for less time or money goes on about the plan just made."""
    if turn.before.last_intent != "plan" or turn.intent not in GOES_ON:
        return False
    before, now = turn.before.profile, turn.profile
    changed = {name for name in type(now).model_fields if getattr(before, name) != getattr(now, name)} - {"told"}
    asks = turn.comparison in PREFERENCES or FEWEST.search(turn.message) is not None
    if turn.intent not in REQUESTS:  # "cheapest way?" sounds like a question about a result
        return not changed - PLAN_LIMITS and asks and len(turn.message.split()) <= MAX_ASKING_WORDS
    return changed <= PLAN_LIMITS and bool(changed or asks)


def go_on(turn: Turn) -> tuple[Turn, Draft]:
    """Return the turn as one about the plan, and the plan again under what the message changed; the wish stays."""
    profile = turn.profile.model_copy(update={"told": turn.before.profile.told})
    now = turn.now.model_copy(update={"last_intent": "plan", "profile": profile})
    going_on = replace(turn, now=now, intent=turn.intent if turn.intent in ("refine", "relax") else "plan")
    return going_on, make_plan(going_on)


def preferred(turn: Turn) -> Preference:
    """Return what the plan should keep small: what this message asks for, else what was last wished for."""
    if FEWEST.search(turn.message):
        return "fewest"
    wishes = [*turn.profile.preferences, *([turn.comparison] if turn.comparison else [])]
    return next((PREFERENCES[wish] for wish in reversed(wishes) if wish in PREFERENCES), "time")


def _which(turn: Turn, meant: Meant) -> Draft:
    """Ask which award of a kind is meant, each one a click away."""
    titles = [award.title for award in meant.choices[:MAX_CHOICES]]
    names = facts.joined([f"**{facts.plain(title)}**" for title in titles], turn.language)
    if more := len(meant.choices) - len(titles):
        names = f"{names} ({turn.say('and_more', n=more)})"
    kind = facts.plain(meant.kind or "")
    steps = tuple(turn.say("step_need_for", award=title) for title in titles)
    text = turn.say("plan_which", kind=kind, awards=names)
    return Draft((text,), next_steps=steps[:3], remember=_wish_kept(turn, meant))


def _wish_kept(turn: Turn, meant: Meant) -> dict[str, Any]:
    """Return the earlier wish, where the message changed it only by naming the award that the plan leads to."""
    said = words(" ".join([*turn.profile.goal_skills, turn.profile.goal_role or ""]))
    titles = [name for award in (meant.award, *meant.choices) if award for name in award.names]
    if not set(said) <= {*words(" ".join([*titles, meant.kind or ""])), *KINDS} or turn.before.profile == turn.profile:
        return {}
    if meant.award is None and not meant.choices:
        return {}
    wish = {name: getattr(turn.before.profile, name) for name in ("goal", "told", "goal_role", "goal_skills")}
    kept = turn.before.with_profile(turn.profile.model_copy(update=wish))
    return {"profile": kept.profile, "past": kept.past, "spoken_of": kept.spoken_of}


def _skills(turn: Turn) -> Goal | None:
    """Return the skills that the learner wants, else what fits their wish best; `None` without any wish."""
    profile = turn.profile
    pointed = turn.references.credentials if turn.references.is_explicit and turn.comparison is None else ()
    if len(pointed) > 1:
        return SkillGoal({credential.title: frozenset([credential.id]) for credential in pointed})
    if not profile.has_wish:
        return None
    wanted = profile.goal_skills or tuple(filter(None, (profile.goal_role, profile.goal, profile.stack_into)))[:1]
    goal = skill_goal(wanted, turn.close, turn.parts.recommender.encoder)
    if any(goal.covers.values()):
        return goal
    return SkillGoal({", ".join(wanted): frozenset(turn.now.shown or [item.id for item in turn.close[:5]])})


def _award_not_found(turn: Turn, goal: Goal) -> list[str]:
    """Return a line that says so where the award that the learner names leads nowhere in this catalogue."""
    award = turn.profile.stack_into
    return [turn.say("stack_unknown", award=facts.plain(award))] if award and isinstance(goal, SkillGoal) else []


def _held(turn: Turn, found: Plan) -> str:
    titles = [f"**{facts.plain(turn.parts.graph.title(name))}**" for name in found.held]
    return turn.say("plan_held", titles=facts.joined(titles, turn.language)) if titles else ""


def _steps(turn: Turn, found: Plan) -> list[str]:
    lines = [f"{n}. {_step_line(turn, step)}" for n, step in enumerate(found.steps[:MAX_STEPS_TOLD], start=1)]
    return lines or [turn.say("plan_nothing_more")]


def _step_line(turn: Turn, step: Step) -> str:
    credential = step.credential
    told = [weeks_of_step(turn, step)]
    told += facts.stated(credential, ("cost",), turn.language).values()
    told += [facts.plain(f"+ {format_money(step.fee)} ({step.fee_for})")] if step.fee else []
    if missing := facts.not_stated(credential, ("cost",), turn.language):
        told.append(turn.say("some_not_stated", names=missing))
    if so_far := totals_words(turn, step.after):
        told.append(turn.say("plan_so_far", totals=so_far))
    return f"**{facts.title(credential)}**: {'; '.join(told)}."


def _totals(turn: Turn, found: Plan) -> str:
    totals = found.totals
    parts = [
        f"{turn.say('name_length')}: {range_words(turn, totals.weeks, 'weeks')}",
        f"{turn.say('name_time')}: {range_words(turn, totals.hours, 'hours')}",
        f"{turn.say('name_cost')}: {cost_words(turn, totals)}",
    ]
    if totals.share is not None:
        parts.append(turn.say("plan_share", share=percent(totals.share)))
    return turn.say("plan_totals", totals=facts.plain(" · ".join(parts)))


def _notes(turn: Turn, found: Plan) -> list[str]:
    """Return what remains, what no source states, and the rules, a few lines each."""
    headed = {"plan_remaining": found.remaining, "plan_unknown": found.unknown, "plan_rules": found.rules}
    notes = [f"{turn.say(key)}\n{_bullets(turn, lines)}" for key, lines in headed.items() if lines]
    notes += [in_english(turn, found.comparison)] if found.comparison else []
    return [*notes, *([] if found.is_best else [turn.say("plan_not_proven")])]


def _bullets(turn: Turn, lines: Sequence[str]) -> str:
    return "\n".join(f"- {in_english(turn, line, 400)}" for line in lines[:MAX_NOTES])


def _no_plan(turn: Turn, found: Infeasible, remember: dict[str, Any]) -> Draft:
    """Say why there is no plan and which change of a limit would make one."""
    paragraphs = [turn.say("plan_none", goal=facts.plain(found.goal)), in_english(turn, found.reason)]
    if found.loosenings:
        paragraphs.append(_bullets(turn, [loosening.says for loosening in found.loosenings]))
    steps = [turn.say("step_undo")] if len(turn.now.past) > 1 else []
    steps += [turn.say("step_why"), turn.say("step_stacking")] if turn.now.shown else [turn.say("step_goal_data")]
    return Draft(tuple(paragraphs), next_steps=(*steps, turn.say("step_prior"))[:3], remember=remember)
