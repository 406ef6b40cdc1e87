"""What learners are, can do and hold: the job, skills claimed, qualifications, and the role to be reached."""

from __future__ import annotations

import re

from embeddings.tagger import Stretch
from recommender.profile import Held
from recommender.slots.change import Change
from recommender.slots.job_titles import job_title
from recommender.slots.marks import Marks
from recommender.word_lists import word_list

_CREDITS = re.compile(
    r"(?P<amount>\d+(?:[.,]\d)?)\s?(?P<system>ects|cats|scqf|nzqa|ncea|cp)?(?:\s?(?:credit|point|kredit|crédit|単位))?",
    re.I,
)
_CLIENT = re.compile(
    r"\b(?:my|the|a|this|our|one|an?other) (?:\w+ )?client\b|\bclient(?: is| was| has|:|,)|^client\b", re.I
)
# Words that name no particular award or qualification.
_UNNAMED = word_list("names no qualification")


def read_roles(marks: Marks, change: Change) -> None:
    """Set `goal_role` and `current_role`, of several the surest; before a client's, an adviser's own job is neither."""
    client = _CLIENT.search(marks.passage.text)
    for label, slot in (("GOAL_ROLE", "goal_role"), ("ROLE", "current_role")):
        found = [stretch for stretch in marks.labelled(label) if marks.words(stretch)]
        if client:
            found = [stretch for stretch in found if stretch.end > client.start()]
        if found:
            _put_role(marks, change, slot, max(found, key=lambda stretch: stretch.probability))


def _put_role(marks: Marks, change: Change, slot: str, stretch: Stretch) -> None:
    words = marks.words(stretch)
    # The role to reach is searched for, so it has to be English; the job held stays as it was said.
    if slot == "goal_role":
        change.put(slot, marks.in_english(stretch, "role"), words)
    else:
        change.put(slot, job_title(words) if marks.passage.language == "en" else words, words)


def read_current_skills(marks: Marks, change: Change) -> None:
    """Add to `current_skills` what is claimed."""
    for stretch in marks.labelled("SKILL"):
        if words := marks.in_english(stretch, "skill"):
            change.add("current_skills", words, words)


def read_held(marks: Marks, change: Change) -> None:
    """Add to `held` each named qualification, licence or credit that is claimed."""
    for stretch in marks.labelled("HELD"):
        words = marks.words(stretch)
        if is_named(words):
            change.add("held", _held(words), words)
            marks.passage.hide(stretch.start, stretch.end)


def is_named(words: str) -> bool:
    """True where words say which award or qualification is meant: "a degree" alone names none."""
    return not set(re.findall(r"[^\W\d_]+", words.lower())) <= _UNNAMED


def _held(words: str) -> Held:
    credits = _CREDITS.match(words)
    level = re.search(r"\blevel (\d+)", words, re.I)
    counted = credits is not None and credits.end() > len(credits["amount"])
    return Held(
        title=words,
        credits=float(credits["amount"].replace(",", ".")) if credits and counted else None,
        credit_system=(credits["system"] or "").upper() or None if credits and counted else None,
        level=level[1] if level else None,
    )
