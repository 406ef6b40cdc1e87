"""A plan in words: which credentials in which order, what it comes to, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.money import format_money
from recommender.goals import skill_goal
from recommender.infeasible import Infeasible
from recommender.planning import Plan, plan
from recommender.planning_problem import Goal, SkillGoal
from recommender.replies import facts
from recommender.replies.turn import Draft, Turn
from recommender.routes import percent
from recommender.timetable import Step

MAX_STEPS_TOLD = 8
MAX_NOTES = 3  # lines told of what remains, what is unknown, and of the rules


def make_plan(turn: Turn) -> Draft:
    """Plan the way to the award or skills that the learner wants; ask for them where none is known."""
    goal = _goal(turn)
    if goal is None:
        examples = (turn.say("step_goal_data"), turn.say("step_goal_care"), turn.say("step_help"))
        return Draft((turn.say("plan_needs_goal"),), asked=turn.free_to_ask("goal"), next_steps=examples)
    found = plan(goal, turn.profile, turn.parts.graph)
    if isinstance(found, Infeasible):
        return _no_plan(turn, found)
    paragraphs = [*_award_not_found(turn, goal), turn.say("plan_head", goal=facts.plain(found.goal.title))]
    paragraphs += ["\n".join(_steps(turn, found))]
    paragraphs += [_totals(turn, found), *_notes(turn, found)]
    credentials = tuple(step.credential.id for step in found.steps)
    steps = [turn.say("step_why"), turn.say("step_save")] if credentials else []
    steps += [] if turn.profile.max_hours_per_week else [turn.say("step_pace")]
    return Draft(
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
        next_steps=(*steps, turn.say("step_prior"))[:3],
        remember={"shown": credentials, "focus": None, "compared": ()} if credentials else {},
        goal=goal,
    )


def _goal(turn: Turn) -> Goal | None:
    """Return the award that the learner names, else the skills that they want, else what fits their wish best."""
    profile, graph = turn.profile, turn.parts.graph
    if profile.stack_into and (award := graph.award(profile.stack_into)):
        return award
    pointed = turn.references.credentials if turn.references.is_explicit else ()
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


def _steps(turn: Turn, found: Plan) -> list[str]:
    lines = [f"{n}. {_step_line(turn, step)}" for n, step in enumerate(found.steps[:MAX_STEPS_TOLD], start=1)]
    return lines or [turn.say("plan_nothing_more")]


def _step_line(turn: Turn, step: Step) -> str:
    credential = step.credential
    told = [facts.plain(step.in_weeks)]
    told += facts.stated(credential, ("cost",), turn.language).values()
    told += [facts.plain(f"+ {format_money(step.fee)} ({step.fee_for})")] if step.fee else []
    if missing := facts.not_stated(credential, ("cost",), turn.language):
        told.append(turn.say("some_not_stated", names=missing))
    return f"**{facts.title(credential)}**: {'; '.join(told)}."


def _totals(turn: Turn, found: Plan) -> str:
    totals = found.totals
    parts = [
        f"{turn.say('name_length')}: {totals.weeks.in_words('weeks')}",
        f"{turn.say('name_time')}: {totals.hours.in_words('hours')}",
        f"{turn.say('name_cost')}: {totals.cost_in_words}",
    ]
    if totals.share is not None:
        parts.append(turn.say("plan_share", share=percent(totals.share)))
    return turn.say("plan_totals", totals=facts.plain(" · ".join(parts)))


def _notes(turn: Turn, found: Plan) -> list[str]:
    """Return what remains, what no source states, and the rules, a few lines each."""
    headed = {"plan_remaining": found.remaining, "plan_unknown": found.unknown, "plan_rules": found.rules}
    notes = [f"{turn.say(key)}\n{_bullets(lines)}" for key, lines in headed.items() if lines]
    return [*notes, *([] if found.is_best else [turn.say("plan_not_proven")])]


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {facts.plain(line, limit=400)}" for line in lines[:MAX_NOTES])


def _no_plan(turn: Turn, found: Infeasible) -> Draft:
    """Say why there is no plan and which change of a limit would make one."""
    paragraphs = [turn.say("plan_none", goal=facts.plain(found.goal)), facts.plain(found.reason, limit=400)]
    if found.loosenings:
        paragraphs.append(_bullets([loosening.says for loosening in found.loosenings]))
    steps = [turn.say("step_undo")] if turn.now.past else []
    steps += [turn.say("step_why"), turn.say("step_stacking")] if turn.now.shown else [turn.say("step_goal_data")]
    return Draft(tuple(paragraphs), next_steps=(*steps, turn.say("step_prior"))[:3])
