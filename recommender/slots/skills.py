"""Subjects, skills and tools to be learned, from turns of phrase."""

from __future__ import annotations

import re

from recommender.slots.change import Change
from recommender.slots.noun_phrases import phrase_after, subjects_in
from recommender.slots.passage import Passage
from recommender.slots.roles import role_after
from recommender.slots.wish_phrases import BEFORE_KIND, TRIGGERS

_UNKNOWN = re.compile(
    r"\b(?:don't|doesn't|do not|not|never|no|didn't|can't|isn't|nothing|hate|zero|without|except|but "
    r"not|other than|rather than|instead of|tired of|sick of|fed up with|bored of|leave|leaving|quit|"
    r"quitting|get out of|getting out of|out of|away from|not interested in|anything but|escape|move "
    r"on from)\b(?: (?:\w+ing|know|like|want|interested|keen|to|in|on|into|any|much|about|do|learn|"
    r"really|of|a|the|more|all|ever|used|studied|had|have|been|touched|care|for|study|with|anything|"
    r"how|use|good|at|the))*\s",
    re.I,
)


def read_goal_skills(passage: Passage, change: Change) -> list[str]:
    """Add to `goal_skills` what is to be learned, one item for each thing named; return the items."""
    gone = refused(passage)
    items: list[str] = []
    for trigger in TRIGGERS:
        for match in passage.find(trigger):
            if _is_refusal(passage, match.start()):
                continue
            _collect(passage, change, match, items, gone)
    if not items:
        for match in passage.find(BEFORE_KIND):
            _collect_before(passage, change, match, items, gone)
    return items


def refused(passage: Passage) -> list[str]:
    """Hide and return what is refused or replaced: "not interested in coding", "java not python"."""
    gone: list[str] = []
    for match in passage.find(_UNKNOWN):
        items, end = phrase_after(passage.rest, match.end())
        if items and not re.search(r"\b(?:only|just)\s*$", match.group(), re.I):
            gone.extend(items)
            passage.hide(match.start(), end)
    return gone


def refused_places(passage: Passage) -> list[tuple[int, int]]:
    """Return the places (start, end) of what is refused; nothing is hidden from later readings."""
    aside = Passage(passage.text, passage.language, list(passage.taken))
    refused(aside)
    return aside.taken[len(passage.taken) :]


def _is_refusal(passage: Passage, start: int) -> bool:
    return (
        re.search(r"\b(?:don't|doesn't|not|never|no|didn't|can't|won't)\s(?:\w+\s){0,2}$", passage.before(start))
        is not None
    )


def _collect(passage: Passage, change: Change, trigger: re.Match[str], items: list[str], refused: list[str]) -> None:
    start = trigger.end()
    found, end = phrase_after(passage.rest, start)
    if found and re.match(r":\s*[a-z]", passage.rest[end : end + 4], re.I):  # "need lab skills: microbiology, brewing"
        found, end = phrase_after(passage.rest, end + 1)
    if (
        found
        and role_after(passage.rest, start + len(passage.rest[start:]) - len(passage.rest[start:].lstrip()))
        and len(found) == 1
        and not re.search(r"\b(?:skills|course|training)\b", passage.rest[start : end + 12], re.I)
    ):
        role = role_after(passage.rest, start + 1)
        if role and role[0].casefold().endswith(found[0].casefold()):
            return
    for item in found:
        if item.casefold() not in (name.casefold() for name in (*refused, *items)):
            items.append(item)
            change.add("goal_skills", item, item)
    if found:
        passage.hide(trigger.start(), end)


def _collect_before(
    passage: Passage, change: Change, match: re.Match[str], items: list[str], refused: list[str]
) -> None:
    words = match["what"]
    pieces = re.split(
        r"\b(?:a|an|the|any|some|for|me|need|want|find|suggest|recommend|your|this|that|i|is|do|does|"
        r"about|to|in|on|good|free|cheap|take|hi|hello|please|kindly|looking|got|show|my|of|how|what|"
        r"which|these|those|only|no|not|are|from|with|more|best|short)\b",
        words,
        flags=re.I,
    )
    for item in subjects_in(pieces[-1]):
        if item.casefold() not in map(str.casefold, refused):
            items.append(item)
            change.add("goal_skills", item, match.group().strip())
