"""A message and the conversation so far in; its intent and the learner's profile after it out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from embeddings.tagger import Tagger
from recommender import languages
from recommender.cues import asks
from recommender.intents import REQUESTS, settle, settle_request
from recommender.profile import Intent, LearnerProfile
from recommender.slots.assessment import read_assessment, refused
from recommender.slots.background import read_current_skills, read_held, read_roles
from recommender.slots.change import Change
from recommender.slots.comparison import read_preferences
from recommender.slots.delivery import read_delivery
from recommender.slots.goal import read_goal, read_stacking
from recommender.slots.levels import read_levels
from recommender.slots.lone_number import read_lone_number
from recommender.slots.marked_limits import read_marked_limits, read_marked_ways
from recommender.slots.marks import BACKGROUND, WISHES, Marks
from recommender.slots.money import read_money
from recommender.slots.numbers import in_digits
from recommender.slots.passage import Passage, clean, write_out
from recommender.slots.places import homes, read_country
from recommender.slots.providers import read_providers
from recommender.slots.spoken import read_languages
from recommender.slots.study_time import read_study_time
from recommender.slots.withdrawal import read_withdrawal

# Written by `evaluation.fit_tagger` from `evaluation/data/tagged-messages.tsv`.
WEIGHTS = Path(__file__).parent / "data" / "tagger.safetensors"
# Below this probability, what a message says of a limit or a wish counts for more than its likeliest intent.
LIKELY = 0.5
# Intents that change nothing, whatever the message contains (evaluation rules 5 and 28).
UNCHANGING: frozenset[Intent] = frozenset({"save", "compare", "thanks", "greeting", "help", "out_of_scope", "undo"})
# Intents that only ask: what they name is not a wish, but what the learner says of themselves is recorded (rule 1).
ASKING: frozenset[Intent] = frozenset(
    {"explain_match", "explain_level", "explain_stacking", "explain_trust", "define", "convert", "prior_learning"}
)


@dataclass(frozen=True)
class Understanding:
    """One message understood.

    `profile` is the learner's after this turn; `evidence` the words each changed slot was read from; `language` BCP 47.
    """

    intent: Intent
    runner_up: Intent | None
    profile: LearnerProfile
    evidence: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"


class Understander:
    """Reads messages; the tagger is loaded at first use."""

    def __init__(self) -> None:
        self._tagger = Tagger(WEIGHTS)

    def read(
        self,
        message: str,
        profile: LearnerProfile,
        past: Sequence[LearnerProfile] = (),
        language: str = "en",
    ) -> Understanding:
        """Return what a message means after `profile`.

        `past` are the profiles before each turn that changed one, newest last. Undo answers with the newest of them
        that differs from `profile`; the caller pops it (and what lies above it) from its own list. `language` is that
        of the conversation so far, for messages too short to tell.
        """
        text = clean(message)
        tag = languages.detect(text, language)
        text = in_digits(write_out(text) if tag == "en" else text, tag)
        if not text:
            return Understanding("help", None, profile, language=tag)
        passage = Passage(text, tag)
        reading = self._tagger.read([text], [profile.has_wish])[0]
        marks = Marks.of(passage, reading.stretches, [*homes(passage), *refused(passage)])
        intent, runner_up, sure = settle(reading, text)
        settled = sure or asks(text)
        nothing_new = intent in UNCHANGING and (sure or (settled and reading.classes[0][1] >= LIKELY))
        if nothing_new:
            return self._unchanged(intent, runner_up, profile, past, tag)
        before = LearnerProfile() if intent == "reset" else profile
        change = self._read_slots(marks, before, past, asking=intent in ASKING and settled)
        if intent in REQUESTS or (change.touched and (not settled or intent in UNCHANGING)):
            intent = settle_request(intent, change, before)
        elif intent in UNCHANGING:
            return self._unchanged(intent, runner_up, profile, past, tag)
        after = change.apply(before).retold(before, message, is_new=intent == "recommend")
        return Understanding(intent, runner_up, after, change.evidence, tag)

    def _unchanged(
        self, intent: Intent, runner_up: Intent, profile: LearnerProfile, past: Sequence[LearnerProfile], tag: str
    ) -> Understanding:
        """Return a message that says nothing new of the learner; undo answers with the newest profile that differs."""
        if intent == "undo":
            profile = next((earlier for earlier in reversed(past) if earlier != profile), profile)
        return Understanding(intent, runner_up, profile, language=tag)

    def _read_slots(
        self, marks: Marks, profile: LearnerProfile, past: Sequence[LearnerProfile], asking: bool
    ) -> Change:
        """Return what the message says for each slot; what is understood is kept out of the later readings."""
        passage, change = marks.passage, Change()
        if asking:
            _hide_questions(passage)
        marks.hide("FROM")
        read_held(marks, change)
        read_country(marks, change, asking)
        read_roles(marks, change)
        read_current_skills(marks, change)
        read_languages(marks, change)
        if not asking:
            read_stacking(marks, change)
            read_providers(marks, change, profile)
            read_goal(marks, change, profile)
        marks.hide(*BACKGROUND, *WISHES)
        if not asking:
            self._read_limits(marks, change, profile, past)
        return change

    def _read_limits(
        self, marks: Marks, change: Change, profile: LearnerProfile, past: Sequence[LearnerProfile]
    ) -> None:
        passage = marks.passage
        country = change.values.get("country", profile.country)
        read_withdrawal(marks, change, profile)
        read_levels(passage, change, profile, country)
        read_money(passage, change, profile, country)
        read_study_time(passage, change, profile)
        read_delivery(passage, change)
        read_marked_ways(marks, change)
        read_assessment(marks, change)
        read_marked_limits(marks, change, profile, country)
        read_preferences(passage, change)
        read_lone_number(passage, change, profile, past)


_QUESTION_START = re.compile(
    r"(?:^|[,;:-]\s?|\b(?:so|and|but|or|then|also)\s)(?=(?:is|are|does|do|did|can|could|would|will|"
    r"what|what's|which|how|who|why|should|where|when|am i|any chance|has|have you)\b)",
    re.I,
)


def _hide_questions(passage: Passage) -> None:
    """Keep what is only asked about out of the reading: each sentence from where its question begins."""
    for sentence in passage.sentences:
        match = _QUESTION_START.search(sentence.text)
        if match and (sentence.text.endswith("?") or match.start() == 0):
            passage.hide(sentence.start + match.end(), sentence.end)
