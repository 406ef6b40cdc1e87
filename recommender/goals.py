"""What a learner is heading for: an award that the catalogue knows by name, or skills that its credentials teach."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalogue.records import Credential
from embeddings.encoder import Encoder
from recommender.explanation import names_skill
from recommender.planning_problem import Goal, SkillGoal
from recommender.stacking import StackingGraph


def find_goal(text: str, graph: StackingGraph, candidates: Iterable[Credential], encoder: Encoder) -> Goal:
    """Return the award that the words name, else the skills in them: "Python, data analysis and SQL" are three.

    `candidates` are the credentials in which skills are looked for, e.g. those that retrieval finds for the text.
    """
    award = graph.award(text)
    return award or skill_goal(re.split(r"[,;/\n]|\band\b|&", text), candidates, encoder)


def skill_goal(skills: Iterable[str], candidates: Iterable[Credential], encoder: Encoder) -> SkillGoal:
    """Return which of the candidates teach each skill, by the words and meaning of titles, skills and outcomes."""
    wanted = list(dict.fromkeys(skill.strip() for skill in skills if skill.strip()))
    texts = [(item.id, text) for item in candidates for text in (item.title, *item.skills, *item.outcomes)]
    if not wanted or not texts:
        return SkillGoal({skill: frozenset() for skill in wanted})
    likeness = encoder.encode_queries(wanted) @ encoder.encode_queries([text for _, text in texts]).T
    covers: dict[str, frozenset[str]] = {}
    found: dict[tuple[str, str], tuple[float, str]] = {}
    for skill, row in zip(wanted, likeness, strict=True):
        for (name, text), close in zip(texts, row, strict=True):
            if names_skill(text, skill, close):
                found[skill, name] = max(found.get((skill, name), (-1.0, "")), (float(close), text))
        covers[skill] = frozenset(name for taught, name in found if taught == skill)
    return SkillGoal(covers, {pair: text for pair, (_, text) in found.items()})
