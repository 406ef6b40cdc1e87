"""A message and the conversation so far in; its intent and the learner's profile after it out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from catalogue.store import Catalogue
from embeddings.encoder import Encoder
from recommender import languages
from recommender.cues import asks
from recommender.intents import REQUESTS, IntentClassifier, settle, settle_request
from recommender.occupations import occupations
from recommender.profile import Intent, LearnerProfile
from recommender.slots.assessment import read_assessment
from recommender.slots.change import Change
from recommender.slots.comparison import read_preferences
from recommender.slots.delivery import read_delivery
from recommender.slots.foreign import read_foreign_roles
from recommender.slots.goal import read_goal
from recommender.slots.held import read_held
from recommender.slots.levels import read_levels
from recommender.slots.lone_number import read_lone_number
from recommender.slots.money import read_money
from recommender.slots.numbers import in_digits
from recommender.slots.passage import Passage, clean, write_out
from recommender.slots.places import read_country
from recommender.slots.providers import ProviderReader
from recommender.slots.roles import read_current_role, read_goal_role
from recommender.slots.skills import read_current_skills
from recommender.slots.spoken import read_languages
from recommender.slots.stacking_wish import read_stacking
from recommender.slots.study_time import read_study_time
from recommender.slots.withdrawal import read_withdrawal

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
    """Reads messages against one catalogue; making one fits the intent classifier on first use."""

    def __init__(self, encoder: Encoder, catalogue: Catalogue, directory: Path | None = None) -> None:
        self._classifier = IntentClassifier(encoder, directory)
        self._providers = ProviderReader(
            name for c in catalogue for name in (c.provider, c.platform) if name is not None
        )
        self._vocabulary = _subject_words(catalogue)

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
        intent, runner_up, sure = settle(self._classifier.guess([text])[0], text)
        if intent == "undo":
            back = next((earlier for earlier in reversed(past) if earlier != profile), profile)
            return Understanding(intent, runner_up, back, language=tag)
        if intent in UNCHANGING and (sure or asks(text)):
            return Understanding(intent, runner_up, profile, language=tag)
        before = LearnerProfile() if intent == "reset" and sure else profile
        asking = intent in ASKING and (sure or asks(text))
        if asking:
            _hide_questions(passage)
        change = self._read_slots(passage, before, past, asking)
        is_request = intent in REQUESTS or (not sure and not asks(text) and bool(change.touched))
        if is_request:
            intent = settle_request(intent, change, before)
        elif intent in UNCHANGING:
            return Understanding(intent, runner_up, profile, language=tag)
        after = change.apply(before).retold(before, message, is_new=intent == "recommend")
        return Understanding(intent, runner_up, after, change.evidence, tag)

    def _read_slots(
        self, passage: Passage, profile: LearnerProfile, past: Sequence[LearnerProfile], asking: bool
    ) -> Change:
        """Return what the message says for each slot, the surest and most specific readings first."""
        change = Change()
        if passage.language != "en":
            read_country(passage, change)
            read_foreign_roles(passage, change)
            if not asking:
                read_goal(passage, change, profile, self._vocabulary)
        if not asking:
            read_stacking(passage, change)
        read_held(passage, change)
        if not asking:
            self._providers.read(passage, change, profile)
        if passage.language == "en":
            read_country(passage, change)
        country = change.values.get("country", profile.country)
        read_languages(passage, change)
        if not asking:
            read_withdrawal(passage, change, profile)
            read_levels(passage, change, profile, country)
            read_money(passage, change, profile, country)
            read_study_time(passage, change, profile)
            read_delivery(passage, change)
            read_assessment(passage, change)
            read_preferences(passage, change)
            read_lone_number(passage, change, profile, past)
        if passage.language == "en":
            self._read_wish(passage, change, profile, asking)
        return change

    def _read_wish(self, passage: Passage, change: Change, profile: LearnerProfile, asking: bool) -> None:
        """Read roles, skills and the goal, in that order: each leaves the next fewer words to misread."""
        if not asking:
            read_goal_role(passage, change)
        read_current_role(passage, change)
        read_current_skills(passage, change)
        if not asking:
            read_goal(passage, change, profile, self._vocabulary)


def _subject_words(catalogue: Catalogue) -> frozenset[str]:
    """Return the words of four letters or more, and names in capitals, that skills and subjects are made of."""
    names = [name for c in catalogue for name in (*c.skills, c.subject or "", c.title)]
    names += [skill for row in occupations() for skill in (*row.essential_skills, *row.useful_skills)]
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_]{4,}|\b[A-Z]{2,}\b", " ".join(names)))


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
