"""One turn of a conversation: (Conversation, message) -> (Conversation, Reply), pure and replayable."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from recommender.answer import Recommendation, SetAside
from recommender.profile import Intent, LearnerProfile


class Conversation(BaseModel):
    """All that one visit must remember: typed, immutable, and JSON in and out (`model_dump_json`).

    `past` are earlier profiles for undo, newest last; `shown` the ids of the last list, in its order; `saved` the
    shortlist; `asked` the slots already asked for; `focus` the credential last spoken of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: LearnerProfile = LearnerProfile()
    past: tuple[LearnerProfile, ...] = ()
    shown: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    focus: str | None = None
    n_turns: int = 0
    language: str = "en"


@dataclass(frozen=True)
class Reply:
    """What Cairn says in one turn: Markdown text, its results, the slot it asks about, and next steps to click."""

    text: str
    intent: Intent
    recommendations: tuple[Recommendation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    asked: str | None = None
    next_steps: tuple[str, ...] = ()
