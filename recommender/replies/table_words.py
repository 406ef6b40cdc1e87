"""Levels, routes and amounts of a plan in the learner's language; in English they are as the tables word them.

What only exists in English (articles, rules of a country) is passed on as it is, and marked.
"""

from __future__ import annotations

import math

from catalogue.frameworks import Comparison, LevelInfo, describe, in_words
from catalogue.records import Level
from recommender.phrasebook import in_language
from recommender.replies import facts
from recommender.replies.turn import Turn
from recommender.routes import Route, percent, route_line
from recommender.stacking import Portability
from recommender.table_answers import TableAnswer
from recommender.timetable import Range, Step, Totals

MAX_TOLD_IN_FULL = 2  # levels; of more only the typical awards are told


def in_english(turn: Turn, text: str, limit: int = 600) -> str:
    """Return a text of the tables in the learner's language; what the phrasebook lacks is marked as English."""
    if turn.language == "en":
        return facts.plain(text, limit=limit)
    if (said := in_language(text, turn.language)) is not None:
        return facts.plain(said, limit=limit)
    return turn.say("in_english", text=facts.plain(text, limit=limit))


def level_words(turn: Turn, level: Level) -> str:
    """Return what a stated level means, never a bare number."""
    if turn.language == "en":
        return facts.plain(in_words(level), limit=600)
    info = describe(level)
    if info is None:
        scale = facts.plain(level.framework)
        if level.value is None:
            return turn.say("level_unplaced", framework=scale)
        return turn.say("level_undescribed", framework=scale, level=facts.plain(level.value))
    return info_words(turn, info)


def info_words(turn: Turn, info: LevelInfo) -> str:
    """Return scale, number and typical award, and what study at that height is like where the EQF places it exactly."""
    told = _with_award(turn, info)
    span = info.eqf.span if info.eqf else range(0)
    return f"{told}. {turn.say(f'eqf_{span[0]}')}" if len(span) == 1 else f"{told}."


def _with_award(turn: Turn, info: LevelInfo) -> str:
    short = turn.say("level", framework=info.framework, level=info.value)
    return turn.say("level_with_award", level=short, award=facts.plain(info.typical_award, limit=200))


def levels_told(turn: Turn, table: TableAnswer) -> str:
    """Return what the tables say of levels: what each means, or where there are many the award typical of each."""
    if len(table.levels) > MAX_TOLD_IN_FULL:
        lines = [f"- {_with_award(turn, info)}" for info in table.levels]
        return "\n".join([in_english(turn, table.opening), *lines])
    told = [in_english(turn, table.opening)] if table.opening else []
    told += [info_words(turn, info) for info in table.levels]
    told += [comparison_words(turn, found) for found in table.comparisons]
    told += [in_english(turn, table.closing)] if table.closing else []
    return " ".join(told)


def comparison_words(turn: Turn, found: Comparison) -> str:
    """Return what a level compares with on another scale, and on what basis."""
    if turn.language == "en":
        return facts.plain(found.in_words, limit=600)
    level = turn.say("level", framework=found.level.framework, level=found.level.value)
    if found.low is None or found.high is None:
        return turn.say("no_comparison", level=level, framework=found.to.code)
    there = turn.say("level", framework=found.to.code, level=found.low.value)
    if found.low != found.high:
        there = f"{found.to.code} {turn.say('level_range', low=found.low.value, high=found.high.value)}"
    basis = turn.say(f"basis_{(found.basis or 'approximate').split()[0]}")
    return turn.say("compares_with", level=level, there=there, basis=basis)


def route_words(turn: Turn, route: Route) -> str:
    """Return a route as one sentence: how much, towards what, how sure."""
    if turn.language == "en":
        return facts.plain(route_line(route), limit=500)
    award = facts.plain(route.award.title + (f" ({route.award.provider})" if route.award.provider else ""))
    if route.state == "blocked":
        return turn.say("route_blocked", award=award)
    kind = "reported" if route.state == "unverified" else "open" if any(r.is_open for r in route.links) else "counts"
    kind = "admission" if route.links[-1].recognition == "admission" else kind
    clauses = [turn.say(f"route_{kind}", award=award), _amount_words(turn, route)]
    if len(route.links) > 1:
        through = facts.joined([facts.plain(link.award_title) for link in route.links[:-1]], turn.language)
        clauses.append(turn.say("route_via", award=through))
    conditions = dict.fromkeys(link.condition for link in route.links if link.condition)
    clauses += [turn.say("route_condition", text=facts.plain("; ".join(conditions), limit=300))] if conditions else []
    return "; ".join(clauses) + ("。" if turn.language == "ja" else ".")


def _amount_words(turn: Turn, route: Route) -> str:
    total = route.links[-1].total
    if route.credits is not None and total:
        part, whole = facts.number(route.credits, turn.language), facts.number(total, turn.language)
        return turn.say("amount_of", part=part, total=whole, share=percent(route.credits / total))
    if route.credits is not None:
        return turn.say("amount_credits", part=facts.number(route.credits, turn.language))
    return turn.say("plan_share", share=percent(route.share)) if route.share is not None else turn.say("amount_unknown")


def portability_words(turn: Turn, found: Portability) -> str:
    """Return how far a credential is recognised beyond its own award."""
    if turn.language == "en":
        return facts.plain(found.says, limit=400)
    if found.reach == "not stated":
        return turn.say("reach_not_stated")
    if found.reach == "same institution only":
        return turn.say("reach_own")
    return in_english(turn, found.says, 400)


def range_words(turn: Turn, amount: Range, unit: str) -> str:
    """Return an amount of "weeks" or "hours" as far as it is known."""
    if turn.language == "en":
        return amount.in_words(unit)
    words = facts.weeks if unit == "weeks" else facts.hours
    if amount.high is None:
        return turn.say("at_least", value=words(amount.low, turn.language)) if amount.low else turn.say("not_stated")
    if amount.low == amount.high:
        return words(amount.high, turn.language)
    return f"{facts.number(amount.low, turn.language)}-{words(amount.high, turn.language)}"


def weeks_of_step(turn: Turn, step: Step) -> str:
    """Return in which weeks of a plan a step falls."""
    if turn.language == "en":
        return facts.plain(step.in_weeks)
    if step.starts.high is None:
        return turn.say("weeks_after", length=range_words(turn, step.weeks, "weeks"))
    first = math.floor(step.starts.high)
    if step.weeks.high is None:
        return turn.say("weeks_from", first=first)
    return turn.say("weeks_between", first=first, last=max(first, math.ceil(step.starts.high + step.weeks.high - 1)))


def cost_words(turn: Turn, totals: Totals) -> str:
    """Return what a plan costs, per currency as stated."""
    if turn.language == "en":
        return totals.cost_in_words
    if not totals.paid:
        return turn.say("not_stated") if totals.cost.high is None else turn.say("free")
    paid = facts.joined([facts.money(item.amount, item.currency, turn.language) for item in totals.paid], turn.language)
    return turn.say("at_least", value=paid) if totals.cost.high is None else paid


def totals_words(turn: Turn, totals: Totals) -> str:
    """Return what is known to have been spent and reached up to a step; empty where nothing is."""
    if turn.language == "en":
        return facts.plain(totals.in_words)
    parts = [range_words(turn, totals.hours, "hours")] if totals.hours.low else []
    parts += [cost_words(turn, totals)] if totals.paid else []
    parts += [turn.say("plan_share", share=percent(totals.share))] if totals.share is not None else []
    return ", ".join(parts)
