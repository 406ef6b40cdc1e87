"""Draw pathways: what counts towards what as a picture with its text, and a plan as a timetable."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from interface.escape import link, plain
from interface.texts.pathway_en import PATHWAY, PathwayTexts
from recommender.links import Link, State
from recommender.planning import Plan
from recommender.routes import Route, percent, route_line
from recommender.timetable import Step

LINE_LENGTH = 18  # characters in a box, so that two boxes side by side stay readable at 360 px
TITLE_LENGTH = 46  # characters over a bar of the timetable
MAX_BOXES = 8
INK = {False: "#0d1714", True: "#e9e7e0"}  # the theme's text colours, which a chart's words do not take up themselves
COMPACT = '%%{init: {"flowchart": {"nodeSpacing": 14, "rankSpacing": 26, "padding": 8}}}%%'
ARROWS: dict[State, str] = {"confirmed": "-->", "conditional": "-.->", "unverified": "-.->", "blocked": "--x"}
# What Mermaid would take for markup inside a quoted label, as its own entity codes.
ENTITIES = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\\": "#92;", "&": "#amp;"}


def picture(links: Sequence[Link], titles: dict[str, str], texts: PathwayTexts = PATHWAY) -> str:
    """Return a Mermaid flowchart of the links into one award, the parts on the left of it.

    `titles` maps node keys to what they are called. How much counts and how sure that is stands in the part's box; the
    line's pattern only repeats it.
    """
    award = links[0].award
    lines = [COMPACT, "flowchart LR", f'  whole(["{_label(titles[award])}"])']
    for number, step in enumerate(links):
        size = _size(step.credits, step.total, step.share, texts)
        words = ", ".join(filter(None, (size, texts.states[step.state])))
        label = f"{_label(titles[step.component])}<br/>{_label(words)}"
        lines.append(f'  part{number}["{label}"] {ARROWS[step.state]} whole')
    return "\n".join(lines)


def _label(text: str) -> str:
    """Return a label that Mermaid shows literally, broken into short lines."""
    lines = textwrap.wrap(" ".join(text.split()), LINE_LENGTH) or [""]
    return "<br/>".join("".join(ENTITIES.get(letter, letter) for letter in line) for line in lines)


def _size(credits: float | None, total: float | None, share: float | None, texts: PathwayTexts) -> str:
    if credits is not None and total:
        return texts.credits_of.format(credits=f"{credits:g}", total=f"{total:g}")
    if credits is not None:
        return texts.credits.format(credits=f"{credits:g}")
    return percent(share) if share is not None else ""


def draw_routes(routes: Sequence[Route], titles: dict[str, str], texts: PathwayTexts = PATHWAY) -> None:
    """Draw routes as a picture, and under it the same in sentences with evidence and source."""
    if not routes:
        st.markdown(texts.no_route)
        return
    # One picture for each whole: two columns stay readable on a phone where three would not.
    wholes: dict[str, list[Link]] = {}
    for step in dict.fromkeys(step for route in routes for step in route.links):
        wholes.setdefault(step.award, []).append(step)
    for award, links in reversed(wholes.items()):
        alt_text = texts.picture_alt.format(n=len(links), name=titles[award])
        st.mermaid_chart(picture(links[:MAX_BOXES], titles, texts), alt=alt_text)
        if len(links) > MAX_BOXES:
            st.caption(texts.more_in_words.format(n=len(links) - MAX_BOXES))
    with st.expander(texts.in_words, expanded=len(routes) <= 3):
        for route in routes:
            st.markdown(f"- **{plain(titles[route.credential])}:** {plain(route_line(route))}")
            for step in route.links:
                source = f" {link(texts.source, step.source_url)}" if step.source_url else ""
                notes = [step.evidence, f"{step.recognised.capitalize()}.", step.level_note or ""]
                st.caption(f"{plain(' '.join(notes))}{source}")


def timetable_chart(
    steps: Sequence[Step], texts: PathwayTexts = PATHWAY, is_dark: bool = False
) -> alt.LayerChart | None:
    """Return the weeks of a plan as bars, or `None` where the first length is already not stated."""
    rows = [
        {
            "step": f"{number}. {textwrap.shorten(step.credential.title, TITLE_LENGTH, placeholder='…')}",
            "from": step.starts.high - 1,
            "to": step.starts.high - 1 + step.weeks.high,
            "title": step.credential.title,
            "when": step.in_weeks,
        }
        for number, step in enumerate(steps, start=1)
        if step.starts.high is not None and step.weeks.high is not None
    ]
    if not rows:
        return None
    base = alt.Chart(pd.DataFrame(rows)).encode(
        y=alt.Y("step:N", sort=None, title=None, axis=None),
        tooltip=[alt.Tooltip("title:N", title=texts.credential), alt.Tooltip("when:N", title=texts.when)],
    )
    # Titles stand inside the plot, over their bars: at 360 px an axis of titles would leave no room for bars.
    bars = base.mark_bar(height=10, yOffset=8, cornerRadius=3).encode(
        x=alt.X("from:Q", title=texts.weeks, axis=alt.Axis(tickMinStep=1, format="d")), x2="to:Q"
    )
    words = base.mark_text(align="left", yOffset=-8, limit=320, color=INK[is_dark]).encode(
        x=alt.datum(0), text="step:N"
    )
    return alt.LayerChart(layer=[bars, words], height=alt.Step(44))


def draw_plan(plan: Plan, texts: PathwayTexts = PATHWAY) -> None:
    """Draw a plan: its totals, its weeks as bars, each step in words, and what stays open."""
    totals = plan.totals
    facts = {
        texts.length: totals.weeks.in_words(texts.unit_weeks),
        texts.work: totals.hours.in_words(texts.unit_hours),
        texts.cost: totals.cost_in_words,
    }
    st.markdown("  \n".join(f"**{name}:** {plain(value)}" for name, value in facts.items()))
    if totals.share is not None:
        st.progress(min(1.0, totals.share), text=texts.share_after.format(share=percent(totals.share)))
    chart = timetable_chart(plan.steps, texts, st.context.theme.type == "dark")
    if chart is not None:
        st.altair_chart(chart, alt=texts.timetable_alt.format(n=len(plan.steps), length=facts[texts.length]))
    for number, step in enumerate(plan.steps, start=1):
        _draw_step(number, step, texts)
    headings = {texts.remaining: plan.remaining, texts.unknown: plan.unknown, texts.rules: plan.rules}
    for heading, items in headings.items():
        if items:
            st.markdown("\n".join([f"**{heading}**", "", *(f"- {plain(item)}" for item in items)]))
    if plan.comparison:
        st.markdown(plain(plan.comparison))
    if not plan.is_best:
        st.markdown(texts.not_proven_best)


def _draw_step(number: int, step: Step, texts: PathwayTexts) -> None:
    after = step.after
    st.markdown(f"**{number}. {plain(step.credential.title)}** · {plain(step.in_weeks)}")
    so_far = [after.hours.in_words(texts.unit_hours), after.cost_in_words]
    so_far += [percent(after.share)] if after.share is not None else []
    lines = [texts.so_far.format(totals=plain(", ".join(so_far)))]
    if step.skills:
        lines.append(texts.skills_gained.format(skills=plain(", ".join(step.skills))))
    if step.evidence:
        lines.append(plain(step.evidence))
    st.caption("  \n".join(lines))
