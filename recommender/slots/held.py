"""Qualifications, licences and credits already held, and the award a plan aims at."""

from __future__ import annotations

import re

from recommender.profile import Held
from recommender.slots.change import Change
from recommender.slots.passage import TAKEN, Passage
from recommender.slots.qualifications import QUALIFICATION
from recommender.word_lists import word_list

_HAS = (
    r"(?:have|has|had|got|hold|holds|holding|with|my|his|her|did|done|completed|complete|finished|"
    r"finish|passed|pass|earned|obtained|gained|achieved|graduated (?:with|in)|just|only|already|"
    r"qualified|possess|own|plus|also|and|attained|left school with|"
    r"took|after|a trained|is|am|saya ada|ada|tengo|j'ai|habe|hatte|besitze|obtuve|mempunyai|memiliki|"
    r"lulusan|having|since|recent|with me)"
)
_HELD_BEFORE = re.compile(
    rf"(?:\b{_HAS}(?:'ve)?\s(?:(?:an?|the|my|his|her|some|only|just|already|also|got|\d+|one|two|three|"
    r"both|old|basic|full|valid|current|good|un|une|ein|eine|einen|una|sebuah|both|recent|fresh|few|"
    r"as|honours|had|completed|in \d{4}|a bit of|up to|school|studies|at|to|year|last|partial|"
    r"foreign|overseas|local|recent|previous|first) ?)*"
    r"|^|[,;:.(¦]\s?|\b(?:and|plus|&|,)\s?(?:an? |my |some |also )?|\bi've\s(?:got |done |a |an |"
    r"completed |passed |already |finished )*|'ve (?:an? )?)$",
    re.I,
)
_NOT_HELD = re.compile(
    r"(?:\b(?:no|not|don't|doesn't|do not|didn't|haven't|hasn't|never|without|lack|lacks|need|needs|"
    r"want|wants|doing|studying|studied towards|working (?:on|towards|for)|towards?|into|enrolled|"
    r"start(?:ing)?|take|get|getting|become|towards|to earn|to get|looking for|like|require[sd]?|does|"
    r"do|is|are|will|would|if|"
    r"count\w*|find|finish(?:ing)? my|halfway|half way|dropped out|quit|during|part[- ]?way|currently "
    r"(?:in|on|doing)|in the middle of|interested in|hope|plan\w*|aim\w*|apply\w*|applied|course|"
    r"courses|any|another|which|what|offer|for a|for an|compare\w*|equivalent|difference|between|"
    r"issue|receive|end up with|lead\w*|build\w*|stack\w*|"
    r"prefer|give|gives|thinking of|than|like a|recommend|suggest|only (?:from|real|proper)|proper|"
    r"just proper|accepted|teach|learn|study|one|save|compare|pas de|kein\w*|sin|tak ada|tiada|tanpa|"
    r"ohne|sans|for the|learning|your|this|that|know about|the (?:data|google|ibm))\b[^,;.!?(]*)$",
    re.I,
)
_QUESTION = re.compile(r"^\s*(?:is|are|does|do|can|could|would|will|what|which|how|who|why|should|where|when)\b", re.I)


_BEFORE_NAME = word_list("before a qualification")
_UNNAMED = word_list("kinds of qualification")


def read_held(passage: Passage, change: Change) -> None:
    """Add to `held` what is named as had; what is missing, planned, asked for or under way is not."""
    for match in passage.find(QUALIFICATION):
        before = re.split(
            rf"[.!?;]\s|\b(?:but|then|so|although|and (?=i\b)|because)\b|{TAKEN}{{3,}}",
            passage.before(match.start(), 80),
        )[-1]
        sentence = next((s for s in passage.sentences if s.start <= match.start() < s.end), None)
        name = (match["name"] or match["credits"]).strip(" .,-")
        if is_under_way(before):
            continue
        if not _HELD_BEFORE.search(before) and not re.search(
            r"\b(?:have|has|got|hold|holds|completed|finished|did|with|passed|done|my)\b[^,;]*$", before
        ):
            continue
        if (
            sentence
            and _QUESTION.search(sentence.text)
            and not re.search(r"\b(?:my|with|i have|i've|as)\b[^,;]*$", before)
        ):
            continue
        if not _is_named(name):
            continue
        _record(change, match, name)
        passage.take(match)


def is_under_way(before: str) -> bool:
    """True where the words before a qualification say that it is missing, wanted, planned or not finished."""
    return _NOT_HELD.search(before) is not None and not re.search(
        r"\b(?:i|she|he|client) (?:only |already |just |also )?(?:have|has|got|hold|did)\b[^,;]*$", before
    )


def _is_named(name: str) -> bool:
    """True where a qualification says which one it is: "a certificate" alone names nothing."""
    words = name.lower().split()
    if words[0] in _BEFORE_NAME:
        words = words[1:]
    return bool(words) and not set(words) <= _UNNAMED


def _record(change: Change, match: re.Match[str], name: str) -> None:
    if match["credits"]:
        system = (match["system"] or "").upper() or None
        change.add("held", Held(title=name, credits=float(match["amount"]), credit_system=system), name)
        return
    title = re.sub(
        r"^(?:an?|the|my|only|just|and|i|have|got|has|had|with|did|also|some|her|his|or|passed|hold|"
        r"completed|finished|valid|current|old)\s+",
        "",
        name,
        flags=re.I,
    )
    title = re.sub(r"^(?:an?|the|my|only|just|also|valid|got|her|his)\s+", "", title, flags=re.I)
    level = re.search(r"\blevel (\d+)", title, re.I)
    change.add("held", Held(title=title, level=level[1] if level else None), name)
