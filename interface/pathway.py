"""The pathway page: pick an award, see the ways into it, and get a timetable under the limits already stated."""

from __future__ import annotations

import streamlit as st

from interface import pathway_drawing, take_away
from interface.escape import plain
from interface.texts.pathway_en import PATHWAY as TEXTS
from interface.visit import recommender, visit
from recommender.links import Award
from recommender.planning import Plan, plan
from recommender.planning_problem import Goal, Preference, SkillGoal
from recommender.profile import Budget, LearnerProfile
from recommender.routes import routes_up, ways_in
from recommender.stacking import StackingGraph

SKILLS = "skills"  # stands for the skills planned for in the conversation, among the keys of awards


def graph_in_use() -> StackingGraph:
    """Return the stacking graph of the catalogue that answers this visit."""
    return recommender().graph


def choose(graph: StackingGraph, profile: LearnerProfile) -> Goal | None:
    """Draw the choice of an award, or of the skills that the conversation made a plan for.

    At first it stands at what was come from (a card, a plan in the conversation), else at the award in the profile.
    """
    keys: list[str] = sorted(
        (key for key in graph.awards if graph.links_into(key)), key=lambda k: graph.awards[k].title
    )
    planned = visit().latest_goal
    skills = planned if isinstance(planned, SkillGoal) and _teachable(planned, graph) else None
    options = [*([SKILLS] if skills else []), *keys]
    start = _come_from(graph) or (SKILLS if skills else planned.key if isinstance(planned, Award) else None)
    named = graph.award(profile.stack_into) if profile.stack_into and start is None else None
    start = named.key if named else start
    chosen = st.selectbox(
        TEXTS.choose_award,
        options,
        index=options.index(start) if start in options else None,
        format_func=lambda key: (
            TEXTS.planned_skills.format(skills=skills.title)
            if key == SKILLS and skills
            else (" · ".join(filter(None, (graph.awards[key].title, graph.awards[key].provider))))
        ),
        placeholder=TEXTS.choose_award_placeholder,
        key="award",
    )
    if chosen == SKILLS:
        return skills
    return graph.awards[chosen] if chosen else None


def _come_from(graph: StackingGraph) -> str | None:
    """Return the key of the surest award above the credential whose card led here."""
    routes = routes_up(graph, st.query_params.get("part", ""))
    return routes[0].award.key if routes else None


def _teachable(goal: SkillGoal, graph: StackingGraph) -> bool:
    """Return whether the goal was set over this catalogue, and not over the one used before."""
    return all(name in graph.credentials for ids in goal.covers.values() for name in ids)


def limits(profile: LearnerProfile) -> LearnerProfile:
    """Draw the limits that change a timetable most, and return the profile with them."""
    currency = profile.max_cost.currency if profile.max_cost and profile.max_cost.currency else "EUR"
    left, right = st.columns(2)
    hours = left.number_input(
        TEXTS.hours_a_week,
        min_value=0.5,
        max_value=168.0,
        step=0.5,
        value=profile.max_hours_per_week,
        key="plan-hours",
        format="%g",
    )
    budget = right.number_input(
        TEXTS.budget.format(currency=currency),
        min_value=0.0,
        step=50.0,
        format="%g",
        value=profile.max_cost.amount if profile.max_cost else None,
        key="plan-budget",
    )
    cost = None if budget is None else Budget(amount=budget, currency=currency)
    return profile.model_copy(update={"max_hours_per_week": hours, "max_cost": cost})


def draw() -> None:
    """Draw the page."""
    st.header(TEXTS.heading, anchor=False)
    st.markdown(TEXTS.intro)
    graph, profile = graph_in_use(), visit().conversation.profile
    goal = choose(graph, profile)
    if goal is None:
        st.markdown(TEXTS.nothing_chosen)
        return
    held: list[str] = []
    if isinstance(goal, Award):
        routes = ways_in(graph, goal)
        titles = {
            node: graph.title(node) for route in routes for step in route.links for node in (step.component, step.award)
        }
        st.subheader(TEXTS.ways_in, anchor=False)
        pathway_drawing.draw_routes(routes, titles)
    st.subheader(TEXTS.plan, anchor=False)
    limited = limits(profile)
    if isinstance(goal, Award):
        parts = [route.credential for route in routes]
        held = st.multiselect(TEXTS.held, parts, format_func=titles.__getitem__, key=f"held-{goal.key}")
    prefer: Preference = st.radio(
        TEXTS.prefer, list(TEXTS.preferences), format_func=TEXTS.preferences.__getitem__, horizontal=True, key="prefer"
    )
    found = plan(goal, limited, graph, prefer=prefer, held=held)
    if isinstance(found, Plan):
        pathway_drawing.draw_plan(found)
        take_away.draw([], found)
    else:
        st.markdown(
            "\n".join(
                [f"**{TEXTS.no_plan}.** {plain(found.reason)}", "", *(f"- {plain(o.says)}" for o in found.loosenings)]
            )
        )


draw()
