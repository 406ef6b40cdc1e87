"""What a handler gets to answer one turn, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from catalogue.records import Credential
from recommender.answer import Recommendation, SetAside
from recommender.answers import Answerer
from recommender.conversation import Conversation
from recommender.planning_problem import Goal
from recommender.profile import Intent, LearnerProfile
from recommender.questions import MAX_QUESTIONS
from recommender.recommender import Recommender
from recommender.references import References
from recommender.stacking import StackingGraph
from recommender.texts import say
from recommender.understanding import Understander


@dataclass(frozen=True)
class Parts:
    """What all conversations share: loaded once, never changed. `today` decides what has expired."""

    recommender: Recommender
    understander: Understander
    answerer: Answerer
    today: date

    @property
    def graph(self) -> StackingGraph:
        """Return what counts towards what in the recommender's catalogue."""
        return self.recommender.graph


@dataclass(frozen=True)
class Turn:
    """One message with all that is needed to answer it: the conversation before and as it stands now.

    `now` holds the profile as understood. `comparison` is the measure of a wish such as "cheaper", `None` elsewhere.
    """

    parts: Parts
    before: Conversation
    now: Conversation
    message: str
    intent: Intent
    references: References
    comparison: str | None = None

    @property
    def profile(self) -> LearnerProfile:
        """Return the profile as understood after this message."""
        return self.now.profile

    @property
    def language(self) -> str:
        """Return the language to answer in."""
        return self.now.language

    def say(self, key: str, **values: object) -> str:
        """Return one text in the conversation's language, its variant chosen by the turn's number."""
        return say(self.now.language, key, self.now.n_turns, **values)

    def credentials(self, ids: Iterable[str]) -> tuple[Credential, ...]:
        """Return the credentials with these ids, leaving out what the catalogue no longer has."""
        return tuple(self.parts.recommender.catalogue.get(ids))

    @property
    def spoken_of(self) -> Credential | None:
        """Return the one credential that the message is about: named, else last spoken of, else first of the list."""
        named = (*self.references.credentials, *self.credentials(self.now.shown[:1]))
        return named[0] if named else None

    def free_to_ask(self, slot: str) -> str | None:
        """Return the slot where a question about it is still allowed: never twice, and three in a conversation."""
        asked = self.now.asked
        return None if slot in asked or len(asked) >= MAX_QUESTIONS else slot

    @cached_property
    def close(self) -> tuple[Credential, ...]:
        """Return every credential close enough to the wish to be in the running, limits apart, best first."""
        recommender = self.parts.recommender
        ranked, _ = recommender.matching(self.profile, self.message)
        return tuple(item.credential for item in ranked)


@dataclass(frozen=True)
class Draft:
    """A handler's answer: paragraphs of Markdown, results, and what the conversation must remember (`remember`).

    `goal` is what was planned for, where a plan was found.
    """

    paragraphs: tuple[str, ...]
    recommendations: tuple[Recommendation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    asked: str | None = None
    next_steps: tuple[str, ...] = ()
    remember: dict[str, Any] = field(default_factory=dict)
    goal: Goal | None = None
