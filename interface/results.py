"""One answer's results: the cards, and apart from them what breaks a limit of the learner's."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from catalogue.records import Credential
from interface import cards, wording
from interface.escape import plain
from interface.texts.en import English
from interface.visit import visit
from recommender.answer import Recommendation, SetAside
from recommender.dialogue import Reply


def draw(reply: Reply, place: str) -> None:
    """Draw every card of the newest results, and what was set aside under the name of the limit that it breaks."""
    texts = visit().texts
    if reply.recommendations:
        st.header(texts.results_heading, anchor=False)
    for rank, recommendation in enumerate(reply.recommendations, start=1):
        cards.draw(recommendation, rank, place)
    _draw_matrix(reply.recommendations, texts)
    if reply.set_aside:
        _draw_set_aside(reply.set_aside, texts, expanded=not reply.recommendations)


def _draw_matrix(found: tuple[Recommendation, ...], texts: English) -> None:
    """Draw which result names which of the wanted skills: a row for each skill, a column for each result."""
    skills = [item.skill for item in found[0].covers] if len(found) > 1 else []
    if not skills:
        return
    columns = {texts.matrix_skill: [plain(skill) for skill in skills]}
    for rank, result in enumerate(found, start=1):
        named = [f":material/check: {texts.matrix_yes}" if item.record else texts.matrix_no for item in result.covers]
        columns[f"{rank}. {plain(result.credential.title)}"] = named
    with st.expander(texts.matrix_heading, icon=":material/grid_on:"):
        st.table(columns, border="horizontal", hide_index=True, alt=texts.matrix_heading)


def draw_earlier(reply: Reply) -> None:
    """Draw the results of an earlier turn as a short list."""
    texts = visit().texts
    if reply.recommendations:
        label = texts.earlier_results.format(n=len(reply.recommendations))
        with st.expander(label, type="compact"):
            lines = [f"1. {_line(item.credential, texts)}" for item in reply.recommendations]
            st.markdown("\n".join(lines))


def _line(credential: Credential, texts: English) -> str:
    facts = [credential.title, credential.provider, wording.level(credential, texts), wording.cost(credential, texts)]
    return " · ".join(plain(fact) for fact in facts if fact)


def _draw_set_aside(set_aside: tuple[SetAside, ...], texts: English, expanded: bool) -> None:
    label = texts.set_aside_heading.format(n=len(set_aside))
    with st.expander(label, icon=":material/filter_list:", expanded=expanded):
        st.caption(texts.set_aside_says)
        ordered = sorted(set_aside, key=lambda item: item.constraint)
        for slot, items in groupby(ordered, key=lambda item: item.constraint):
            lines = [f"- {_line(item.credential, texts)}{_says(item)}" for item in items]
            st.markdown(f"**{texts.limits.get(slot, slot)}**\n\n" + "\n".join(lines))


def _says(item: SetAside) -> str:
    return f"  \n  {plain(item.says)}" if item.says else ""
