"""What one visit remembers and what Cairn says in one turn: shared by `dialogue.py` and the handlers of `replies/`."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from recommender.answer import Recommendation, SetAside
from recommender.planning_problem import Goal
from recommender.profile import Intent, LearnerProfile
from recommender.texts import say

WISH = {"goal", "goal_role", "goal_skills", "stack_into"}  # a plan made for another wish is no longer spoken of
MAX_PAST = 30  # changes that can be taken back


class Earlier(BaseModel):
    """What a change is taken back to: the profile and the shortlist as they were before it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: LearnerProfile
    saved: tuple[str, ...] = ()


class Conversation(BaseModel):
    """All that one visit must remember: typed, immutable, and JSON in and out (`model_dump_json`).

    `past` is what undo goes back to, newest last; `shown` the ids of the last list, in its order; `saved` the
    shortlist; `asked` the slots already asked for, newest last, and `is_question_open` whether the last reply asked;
    `spoken_of` the slots that the learner has touched, even to drop a limit; `focus` the credential last spoken of;
    `compared` the ids of the last comparison, in its order; `planned` the key of the award that was last planned for,
    until the wish changes; `last_intent` what the turn before was about.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: LearnerProfile = LearnerProfile()
    past: tuple[Earlier, ...] = ()
    shown: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    is_question_open: bool = False
    spoken_of: tuple[str, ...] = ()
    focus: str | None = None
    compared: tuple[str, ...] = ()
    planned: str | None = None
    last_intent: Intent | None = None
    n_turns: int = 0
    language: str = "en"

    def with_profile(self, profile: LearnerProfile) -> Conversation:
        """Return the conversation with this profile, the one before kept for undo; unchanged where they are equal."""
        if profile == self.profile:
            return self
        touched = [
            name for name in LearnerProfile.model_fields if getattr(profile, name) != getattr(self.profile, name)
        ]
        return self.model_copy(
            update={
                "profile": profile,
                "planned": None if WISH & set(touched) else self.planned,
                "past": self._past_and_now(),
                "spoken_of": tuple(dict.fromkeys([*self.spoken_of, *touched])),
            }
        )

    def with_saved(self, saved: tuple[str, ...]) -> Conversation:
        """Return the conversation with this shortlist, the one before kept for undo; unchanged where they are equal."""
        if saved == self.saved:
            return self
        return self.model_copy(update={"saved": saved, "past": self._past_and_now()})

    def undone(self, n_changes: int = 1) -> Conversation:
        """Return the conversation as it was before its last changes of profile or shortlist, as far as there were."""
        if not self.past:
            return self
        back = max(0, len(self.past) - n_changes)
        earlier = self.past[back]
        restored = {"profile": earlier.profile, "saved": earlier.saved, "past": self.past[:back]}
        return self.model_copy(update=restored)

    def _past_and_now(self) -> tuple[Earlier, ...]:
        return (*self.past, Earlier(profile=self.profile, saved=self.saved))[-MAX_PAST:]

    def started_over(self, profile: LearnerProfile) -> Conversation:
        """Return a fresh conversation about this profile that keeps the shortlist, and what undo needs."""
        fresh = Conversation(profile=self.profile, past=self.past, saved=self.saved, language=self.language)
        return fresh.with_profile(profile).model_copy(update={"n_turns": self.n_turns})


@dataclass(frozen=True)
class Reply:
    """What Cairn says in one turn: Markdown text, its results, the slot it asks about, and next steps to click.

    `goal` is what was planned for, `None` where the reply is no plan.
    """

    text: str
    intent: Intent
    recommendations: tuple[Recommendation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    asked: str | None = None
    next_steps: tuple[str, ...] = ()
    language: str = "en"
    goal: Goal | None = None

    @property
    def in_full(self) -> str:
        """Return the text with the next steps told in words, for where there is nothing to click."""
        if not self.next_steps:
            return self.text
        steps = " · ".join(say(self.language, "quoted", words=step) for step in self.next_steps)
        return f"{self.text}\n\n{say(self.language, 'next', steps=steps)}"
