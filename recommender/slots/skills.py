"""Subjects, skills and tools: those to be learned, and those claimed already."""

from __future__ import annotations

import re

from recommender.slots.change import Change
from recommender.slots.noun_phrases import JUNK, W, phrase_after, subjects_in, trim
from recommender.slots.passage import TAKEN, Passage
from recommender.slots.roles import role_after
from recommender.slots.wish_phrases import BEFORE_KIND, TRIGGERS

_KNOWN = re.compile(
    r"\b(?:i |she |he |they |already |and |also |but |who |client )(?:already |also |can |just |only |"
    r"do |really |currently |'ve |have )*(?P<cue>know(?:s)?(?: (?:how to|some|a bit of|a little|a "
    r"little bit of|the basics of|a fair bit of|my way around|about|bits of|basic|a bit about|enough|"
    r"quite a bit of|a lot of|a lot about))*|"
    r"(?:am |is |'m |are |'re |'s )?(?:good|strong|great|comfortable|confident|proficient|skilled|"
    r"fluent|handy|experienced|decent|okay|ok|familiar|solid|competent|advanced|brilliant|well versed|"
    r"not bad|quite good|pretty good|very good) (?:at|in|with|on)|(?:can|could) (?:already )?(?:use|"
    r"code in|program in|write|do (?:basic |a bit of |some |simple )?)|"
    r"(?:have|has|got|have got|'ve got) (?:some |good |basic |a bit of |a little |decent |solid |"
    r"strong |a working knowledge of |a lot of |a good |great |plenty of )*(?:experience (?:in|with|"
    r"of|using)|knowledge (?:of|in)|skills? (?:in|with)|background in|grounding in|understanding of)|"
    r"learned|learnt|taught myself|use(?:s)?(?: a lot of| a bit of| some)?|used to do|speak fluent|"
    r"picked up|dabbled? in|work with|worked with|(?:have )?done (?:some |a bit of |a little )+)\s",
    re.I,
)
_WANTS = re.compile(r"\b(?:want|need|like|love|learn|looking|after|interested|course|study)\w*\b[^,;.]*$", re.I)
_KNOWN_BARE = re.compile(
    r"(?:^|[,;.(¦]\s?|\b(?:and|but|with|i'm|i am|pretty|quite|very|already|i have|have|got|"
    r"plus)\s)(?:strong (?:in|at|with)|good (?:with|at|in)|comfortable with|confident (?:in|with)|"
    r"decent at|fluent in|skilled (?:in|at)|experienced (?:in|with)|proficient (?:in|with)|familiar "
    r"with|handy with|(?:a )?(?:bit|little|some) (?:of )?(?:knowledge of |experience (?:with|in) "
    r")?(?=[A-Z])|basic(?:s of| knowledge of| skills in)? (?=[A-Z])|(?:some|good|solid|basic|decent|"
    r"strong) (?:knowledge of|experience (?:with|in)|grasp of|skills in)|knowledge of|my (?=[A-Za-z]+ "
    r"(?:is|are) (?:good|ok|okay|strong|decent|fine|basic|rusty)))\s?",
    re.I,
)
_KNOWN_AFTER = re.compile(
    rf"(?P<what>{W}(?: {W}){{0,2}}?) (?:i|she|he) (?:already |do |also )?(?:know|can|have|use)s?(?: "
    r"(?:already|well|quite well|a bit|a little(?: bit)?|little(?: bit)?|some|ok|okay))?",
    re.I,
)
_UNKNOWN = re.compile(
    r"\b(?:don't|doesn't|do not|not|never|no|didn't|can't|isn't|nothing|hate|zero|without|except|but "
    r"not|other than|rather than|instead of|tired of|sick of|fed up with|bored of|leave|leaving|quit|"
    r"quitting|get out of|getting out of|out of|away from|not interested in|anything but|escape|move "
    r"on from)\b(?: (?:\w+ing|know|like|want|interested|keen|to|in|on|into|any|much|about|do|learn|"
    r"really|of|a|the|more|all|ever|used|studied|had|have|been|touched|care|for|study|with|anything|"
    r"how|use|good|at|the))*\s",
    re.I,
)
_FRAGMENT = re.compile(
    rf"(?:^|[.,;:!?(]\s|{TAKEN}[\s.,;!]*|\b(?:hi|hello|hey|ok|okay|right|fine|so|well|please|then|"
    r"topic|learn)[,!.:]*\s)(?=[^\W\d_])",
    re.I,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:i|i'm|my|me|you|it|is|am|are|was|have|has|do|does|can|will|would|got|years?|hours?|weeks?|"
    r"looking|based|living|work|working|kids|help|client|here|there|back|home|hi|hello|thanks|money|"
    r"time|this|that|too|much|long|very|just|go|going|know|like|get|need|want|still|stay|under|no|not|"
    r"speed|pace)\b",
    re.I,
)


def read_goal_skills(passage: Passage, change: Change, vocabulary: frozenset[str]) -> list[str]:
    """Add to `goal_skills` what is to be learned, one item for each thing named; return the items.

    `vocabulary` are the words of known subjects: without any turn of phrase, a fragment made of them is the wish.
    """
    refused = _refused(passage)
    items: list[str] = []
    for trigger in TRIGGERS:
        for match in passage.find(trigger):
            if _is_refusal(passage, match.start()):
                continue
            _collect(passage, change, match, items, refused)
    if not items:
        for match in passage.find(BEFORE_KIND):
            _collect_before(passage, change, match, items, refused)
    if not items:
        _collect_fragments(passage, change, items, vocabulary)
    return items


def _collect_fragments(passage: Passage, change: Change, items: list[str], vocabulary: frozenset[str]) -> None:
    """Take fragments such as "Heat pumps and solar thermal please" whose words are those of known subjects."""
    for match in _FRAGMENT.finditer(passage.rest):
        found, end = phrase_after(passage.rest, match.end())
        if not found or len(passage.rest[match.end() : end].split()) > 9:
            continue
        found = [item for item in found if not _NOT_SUBJECT.search(item)]
        if any(_is_known(item, vocabulary) for item in found):
            items.extend(found)
            for item in found:
                change.add("goal_skills", item, item)


def _is_known(item: str, vocabulary: frozenset[str]) -> bool:
    """True where at least half of an item's words are those of known subjects."""
    words = [word for word in re.findall(r"[^\W\d_]+", item.casefold()) if len(word) > 3 or word in vocabulary]
    known = sum(word in vocabulary or word.removesuffix("s") in vocabulary for word in words)
    return bool(words) and known * 2 >= len(words)


def _refused(passage: Passage) -> list[str]:
    """Hide and return what is refused or replaced: "not interested in coding", "java not python"."""
    gone: list[str] = []
    for match in passage.find(_UNKNOWN):
        items, end = phrase_after(passage.rest, match.end())
        if items and not re.search(r"\b(?:only|just)\s*$", match.group(), re.I):
            gone.extend(items)
            passage.hide(match.start(), end)
    return gone


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


def read_current_skills(passage: Passage, change: Change) -> None:
    """Add to `current_skills` what is claimed outright, even a little of it."""
    for pattern in (_KNOWN, _KNOWN_BARE):
        for match in passage.find(pattern):
            if pattern is _KNOWN_BARE and _WANTS.search(passage.before(match.end())):
                continue
            if re.search(
                r"\b(?:don't|doesn't|not|never|no|want to|need to|would like to|have to|like to|didn't|to|if|what|"
                r"how|should|must)\s(?:really |even |actually )?$",
                passage.before(match.start() + len(match.group()) - len(match.group().lstrip())),
            ) or re.search(r"\b(?:want|need|to|have|has)\s*(?:to )?$", passage.before(match.start())):
                continue
            found, end = phrase_after(passage.rest, match.end())
            for item in found[:5]:
                change.add("current_skills", item, item)
            if found:
                passage.hide(match.start(), end)
    for match in passage.find(_KNOWN_AFTER):
        item = trim(match["what"])
        if (
            item
            and not JUNK.match(item)
            and item[0].isalpha()
            and not re.search(
                r"\b(?:what|how|that|all|if|as|do|can|where|which|when|course|because|so|and|one|things?|somewhere|anywhere|place|time|day|week|something|anything|most|only)\b",
                match["what"],
                re.I,
            )
        ):
            change.add("current_skills", item, passage.take(match))
