"""What the tagger marked in a message, brought into the slots: roles, subjects, skills, qualifications, providers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from embeddings.tagger import Stretch
from recommender import languages
from recommender.profile import Held, LearnerProfile
from recommender.slots.assessment import kinds_in
from recommender.slots.change import Change, key_of
from recommender.slots.held import is_under_way
from recommender.slots.job_titles import job_title
from recommender.slots.passage import Passage
from recommender.slots.roles import ADVISER, CLIENT
from recommender.word_lists import word_list

# A stretch is believed from this probability of its least sure token on; chosen on conversations for development.
BELIEVED = 0.25
# From here on it is believed against the words before it.
SURE = 0.6
# What is no wish and no limit: background, what is only asked about, other people's jobs, places left behind.
BACKGROUND = ("OTHER", "FROM", "OLD_ROLE", "NOT_HELD", "LACKS")
# What is wanted or known: no word in it is a limit ("teaching English online").
WISHES = ("GOAL_ROLE", "GOAL_SKILL", "ROLE", "SKILL", "NOT_SKILL", "AWARD", "ONLY", "AVOID")
_LEADING = re.compile(
    r"^(?:(?:an?|the|my|his|her|their|our|some|any|as|in|of|for|about|un|une|le|la|les|l'|du|des|ein|eine|einen|el|los|"
    r"las|una)\s+)+|^(?:l'|d')",
    re.I,
)
_CREDITS = re.compile(
    r"(?P<amount>\d+(?:[.,]\d)?)\s?(?P<system>ects|cats|scqf|nzqa|ncea|cp)?(?:\s?(?:credit|point|kredit|crédit|単位))?",
    re.I,
)
_UNFINISHED = re.compile(
    r"\b(?:doing|studying (?:for|towards?)|(?:half|part)[- ]?way through|working (?:on|towards?)|in the middle of|"
    r"enrolled (?:in|on)|about to start|final year of)\s+(?:an?\s|my\s|the\s|his\s|her\s)?$",
    re.I,
)
# Words that name no particular award or qualification.
_UNNAMED = word_list("names no qualification")


@dataclass(frozen=True)
class Marks:
    """The believed stretches of one passage, in order."""

    passage: Passage
    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, passage: Passage, stretches: Sequence[Stretch]) -> Marks:
        """Keep what is believed, each stretch widened to whole words."""
        return cls(passage, tuple(_whole_words(passage, s) for s in stretches if s.probability >= BELIEVED))

    def labelled(self, *labels: str) -> list[Stretch]:
        """Return the stretches with one of these labels."""
        return [stretch for stretch in self.stretches if stretch.label in labels]

    def words(self, stretch: Stretch) -> str:
        """Return a stretch's words without articles and punctuation at its ends."""
        return _LEADING.sub("", self.passage.text[stretch.start : stretch.end].strip(" .,;:!?\"'()[]「」"))

    def hide(self, *labels: str) -> None:
        """Keep the stretches with these labels out of every later reading."""
        for stretch in self.labelled(*labels):
            self.passage.hide(stretch.start, stretch.end)


def _whole_words(passage: Passage, stretch: Stretch) -> Stretch:
    start, end, text = stretch.start, stretch.end, passage.text
    if passage.language != "ja":
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
    return Stretch(stretch.label, start, end, stretch.probability)


def read_roles(marks: Marks, change: Change) -> None:
    """Set `goal_role` and `current_role`, of several the surest; beside a client, an adviser's own job is neither."""
    if wanted := marks.labelled("GOAL_ROLE"):
        _put_role(marks, change, "goal_role", max(wanted, key=lambda stretch: stretch.probability))
    held = marks.labelled("ROLE")
    if client := CLIENT.search(marks.passage.text):
        later = [stretch for stretch in held if stretch.end > client.start()]
        held = later or [stretch for stretch in held if not ADVISER.search(marks.words(stretch))]
    if held:
        _put_role(marks, change, "current_role", max(held, key=lambda stretch: stretch.probability))


def _put_role(marks: Marks, change: Change, slot: str, stretch: Stretch) -> None:
    words, language = marks.words(stretch), marks.passage.language
    if not words or slot in change.values:
        return
    if language != "en":
        change.put(slot, languages.in_english(words, language, "role") or words, words)
    else:
        change.put(slot, job_title(words) if slot == "current_role" else words, words)


def read_wishes(
    marks: Marks, change: Change, profile: LearnerProfile, refused: Sequence[tuple[int, int]] = ()
) -> list[str]:
    """Add to `goal_skills` what is to be learned, take off what is refused or replaced; return the items added.

    `refused` are the places (start, end) that grammar knows to be refused, whatever is marked there.
    """
    for stretch in marks.labelled("NOT_SKILL"):
        gone = key_of(_skill(marks, stretch))
        for item in profile.goal_skills:
            if gone in key_of(item) or key_of(item) in gone:
                change.remove("goal_skills", item)
    items: list[str] = []
    role = key_of(change.values.get("goal_role") or "")
    for stretch in marks.labelled("GOAL_SKILL"):
        item = _skill(marks, stretch)
        if any(start <= stretch.start < end for start, end in refused):
            continue
        if item and key_of(item) not in role and item.casefold() not in map(str.casefold, items):
            items.append(item)
            change.add("goal_skills", item, marks.words(stretch))
    return items


def _skill(marks: Marks, stretch: Stretch) -> str:
    words, language = marks.words(stretch), marks.passage.language
    return words if language == "en" else languages.in_english(words, language, "skill") or words


def read_current_skills(marks: Marks, change: Change) -> None:
    """Add to `current_skills` what is claimed."""
    for stretch in marks.labelled("SKILL"):
        if words := _skill(marks, stretch):
            change.add("current_skills", words, words)


def read_held(marks: Marks, change: Change) -> None:
    """Add to `held` each named qualification, licence or credit that is claimed."""
    for stretch in marks.labelled("HELD"):
        words = marks.words(stretch)
        before = marks.passage.before(stretch.start)
        if _UNFINISHED.search(before) or (stretch.probability < SURE and is_under_way(before)):
            continue
        if not set(re.findall(r"[^\W\d_]+", words.lower())) <= _UNNAMED:
            change.add("held", _held(words), words)
            marks.passage.hide(stretch.start, stretch.end)


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


def read_award(marks: Marks, change: Change) -> None:
    """Set `stack_into` from a named award, and `must_stack` where it has to count towards something larger."""
    for stretch in marks.labelled("AWARD"):
        words = marks.words(stretch)
        if words and not set(re.findall(r"[^\W\d_]+", words.lower())) <= _UNNAMED:
            change.put("stack_into", words, words)
    for stretch in marks.labelled("STACK"):
        change.put("must_stack", True, marks.words(stretch))


def read_assessment(marks: Marks, change: Change) -> None:
    """Add to `want_assessment` and `avoid_assessment`."""
    for label, slot in (("WANT_TEST", "want_assessment"), ("NO_TEST", "avoid_assessment")):
        for stretch in marks.labelled(label):
            words = marks.words(stretch)
            for kind in kinds_in(words) or [words]:
                if kind:
                    change.add(slot, kind, words)


def read_providers(marks: Marks, change: Change, profile: LearnerProfile) -> None:
    """Add to `providers` and `avoid_providers`; take off what is wanted or fine after all."""
    named = {key_of(item) for slot in ("providers", "avoid_providers") for item in change.added.get(slot, ())}
    for stretch in marks.labelled("AVOID", "ONLY", "BACK"):
        name = marks.words(stretch)
        if key_of(name) in named:
            continue
        if stretch.label == "AVOID":
            change.add("avoid_providers", name, name)
            continue
        for avoided in profile.avoid_providers:
            if key_of(avoided) in key_of(name) or key_of(name) in key_of(avoided):
                change.remove("avoid_providers", avoided)
                change.evidence["avoid_providers"] = name
        if stretch.label == "ONLY":
            change.add("providers", name, name)
