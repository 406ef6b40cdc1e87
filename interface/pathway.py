"""The pathway page: pick an award, see the ways into it, and get a timetable under the limits already stated."""

from __future__ import annotations

import streamlit as st

from interface import pathway_drawing
from interface.escape import plain
from interface.resources import load_recommender
from interface.texts.pathway_en import PATHWAY as TEXTS
from interface.visit import visit
from recommender.links import Award
from recommender.planning import Plan, plan
from recommender.planning_problem import Preference
from recommender.profile import Budget, LearnerProfile
from recommender.stacking import StackingGraph


@st.cache_resource(show_spinner=False)
def load_graph() -> StackingGraph:
    """Return the stacking graph of the catalogue that everything here answers from."""
    return StackingGraph(load_recommender().catalogue)


def choose(graph: StackingGraph, profile: LearnerProfile) -> Award | None:
    """Draw the choice of an award, at first the one that the learner has named."""
    keys = sorted((key for key in graph.awards if graph.links_into(key)), key=lambda key: graph.awards[key].title)
    named = graph.award(profile.stack_into) if profile.stack_into else None
    chosen = st.selectbox(
        TEXTS.choose_award,
        keys,
        index=keys.index(named.key) if named and named.key in keys else None,
        format_func=lambda key: " · ".join(filter(None, (graph.awards[key].title, graph.awards[key].provider))),
        placeholder=TEXTS.choose_award_placeholder,
        key="award",
    )
    return graph.awards[chosen] if chosen else None


def limits(profile: LearnerProfile) -> LearnerProfile:
    """Draw the limits that change a timetable most, and return the profile with them."""
    currency = profile.max_cost.currency if profile.max_cost and profile.max_cost.currency else "EUR"
    left, right = st.columns(2)
    hours = left.number_input(
        TEXTS.hours_a_week, min_value=0.5, max_value=168.0, step=0.5, value=profile.max_hours_per_week, key="plan-hours"
    )
    budget = right.number_input(
        TEXTS.budget.format(currency=currency),
        min_value=0.0,
        step=50.0,
        value=profile.max_cost.amount if profile.max_cost else None,
        key="plan-budget",
    )
    cost = None if budget is None else Budget(amount=budget, currency=currency)
    return profile.model_copy(update={"max_hours_per_week": hours, "max_cost": cost})


def draw() -> None:
    """Draw the page."""
    st.header(TEXTS.heading, anchor=False)
    st.markdown(TEXTS.intro)
    graph, profile = load_graph(), visit().conversation.profile
    award = choose(graph, profile)
    if award is None:
        st.markdown(TEXTS.nothing_chosen)
        return
    routes = graph.ways_in(award)
    titles = {
        node: graph.title(node) for route in routes for step in route.links for node in (step.component, step.award)
    }
    st.subheader(TEXTS.ways_in, anchor=False)
    pathway_drawing.draw_routes(routes, titles)
    st.subheader(TEXTS.plan, anchor=False)
    limited = limits(profile)
    held = st.multiselect(
        TEXTS.held, [route.credential for route in routes], format_func=titles.__getitem__, key=f"held-{award.key}"
    )
    prefer: Preference = st.radio(
        TEXTS.prefer, list(TEXTS.preferences), format_func=TEXTS.preferences.__getitem__, horizontal=True, key="prefer"
    )
    found = plan(award, limited, graph, prefer=prefer, held=held)
    if isinstance(found, Plan):
        pathway_drawing.draw_plan(found)
    else:
        st.markdown(
            "\n".join(
                [f"**{TEXTS.no_plan}.** {plain(found.reason)}", "", *(f"- {plain(o.says)}" for o in found.loosenings)]
            )
        )
    st.download_button(
        TEXTS.download, found.as_text(), TEXTS.file_name, "text/plain", key="download-plan", on_click="ignore"
    )


draw()
