"""What a learner has told us: the wish in words, and each limit apart from it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from catalogue.records import Mode

Intent = Literal[
    "recommend", "refine", "relax", "explain_match", "explain_level", "explain_stacking", "explain_trust", "compare",
    "plan", "define", "convert", "prior_learning", "save", "undo", "reset", "greeting", "thanks", "help",
    "out_of_scope",
]  # fmt: skip


MAX_TELLING = 4_000  # characters of a wish that are kept


class Slot(BaseModel):
    """Base of the profile's parts: immutable and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Budget(Slot):
    """The most the learner will pay: whole units; `currency` ISO 4217, `None` until a country or currency is named."""

    amount: float = Field(ge=0)
    currency: str | None = None


class LevelRange(Slot):
    """The levels wanted, bounds included; a missing bound is open, a missing framework means any."""

    framework: str | None = None
    min: float | None = None
    max: float | None = None


class Held(Slot):
    """Something the learner already holds, with its size and issuer where they said so."""

    title: str
    provider: str | None = None
    credits: float | None = None
    credit_system: str | None = None
    level: str | None = None
    date: str | None = None


class LearnerProfile(Slot):
    """Everything known of one learner. Empty slots are `None`, `()` or false; nothing here is ever guessed.

    `told` is the wish as it was told, word for word: what is searched by, since a few extracted words lose too much.
    Wishes (`goal*`, `current*`, `held`) shape the query; the rest are limits, which are never broken silently.
    `max_hours_per_week` and `max_hours` are hours, `max_weeks` calendar weeks, `country` ISO 3166-1 alpha-2,
    `languages` BCP 47. `session_hours` is the length of one evening or day of study, so that "make that 3 evenings" can
    be counted. With `avoid_mode` ("not online") every other mode is welcome, `mode` names only the farthest from it.
    `preferences` are wishes without a number: "cheaper", "shorter", "longer", "harder", "easier".
    """

    goal: str | None = None
    told: str | None = None
    goal_role: str | None = None
    goal_skills: tuple[str, ...] = ()
    current_role: str | None = None
    current_skills: tuple[str, ...] = ()
    country: str | None = None
    languages: tuple[str, ...] = ()
    max_cost: Budget | None = None
    free_only: bool = False
    max_hours_per_week: float | None = None
    max_weeks: float | None = None
    max_hours: float | None = None
    session_hours: float | None = None
    mode: Mode | None = None
    avoid_mode: Mode | None = None
    preferences: tuple[str, ...] = ()
    pacing: str | None = None
    level: LevelRange | None = None
    must_stack: bool = False
    stack_into: str | None = None
    avoid_assessment: tuple[str, ...] = ()
    want_assessment: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    avoid_providers: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    must_be_micro_credential: bool = False

    @property
    def has_wish(self) -> bool:
        """True once there is anything to search for."""
        return bool(self.goal or self.goal_role or self.goal_skills or self.stack_into)

    def retold(self, before: LearnerProfile, message: str, is_new: bool) -> LearnerProfile:
        """Return the profile with the words of its wish, after a message that led here from the profile `before`.

        A new wish is told by its message, one that is added to by both; a message that changes no wish tells none.
        """
        wish = (self.goal, self.goal_role, self.goal_skills, self.stack_into)
        if wish == (before.goal, before.goal_role, before.goal_skills, before.stack_into) and (
            before.told or not is_new
        ):
            return self.model_copy(update={"told": before.told})
        adds = before.told and set(before.goal_skills) <= set(self.goal_skills) and not is_new
        telling = f"{before.told}\n{message}" if adds else message
        return self.model_copy(update={"told": telling[-MAX_TELLING:]})
