"""One turn of a conversation: (Conversation, message) -> (Conversation, Reply), pure and replayable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from recommender.conversation import Conversation, Reply
from recommender.profile import Intent, LearnerProfile
from recommender.recommender import Recommender
from recommender.replies import comparing, keeping, small_talk
from recommender.replies.results import results
from recommender.replies.turn import Draft, Parts, Turn
from recommender.resolving import resolve
from recommender.stacking import StackingGraph
from recommender.texts import say

__all__ = ["Assistant", "Conversation", "Reply", "turn_json"]

HANDLERS: dict[Intent, Callable[[Turn], Draft]] = {
    "recommend": results,
    "refine": results,
    "relax": results,
    "compare": comparing.compare,
    "save": keeping.save,
    "undo": keeping.undo,
    "reset": keeping.reset,
    "greeting": small_talk.greeting,
    "thanks": small_talk.thanks,
    "help": small_talk.help_with,
}


class Assistant:
    """Answers messages over one recommender; shared by all visitors, it remembers nothing itself."""

    def __init__(self, recommender: Recommender) -> None:
        self.parts = Parts(recommender, StackingGraph(recommender.catalogue), date.today())

    def greeting(self) -> str:
        """Return the opening words, with how long it takes."""
        return say("en", "greeting")

    def reply(self, conversation: Conversation, message: str) -> tuple[Conversation, Reply]:
        """Return the conversation after this message and the answer to it."""
        words = " ".join(message.split())
        profile = conversation.profile.model_copy(update={"goal": words[:2000]}) if words else conversation.profile
        return self._answer(conversation, conversation.with_profile(profile), words, "recommend" if words else "help")

    def follow_edit(self, conversation: Conversation, profile: LearnerProfile) -> tuple[Conversation, Reply]:
        """Return the answer to a profile that was edited by hand; undo takes the edit back."""
        return self._answer(conversation, conversation.with_profile(profile), "", "refine")

    def _answer(
        self, before: Conversation, now: Conversation, message: str, intent: Intent
    ) -> tuple[Conversation, Reply]:
        shown, compared = (self.parts.recommender.catalogue.get(ids) for ids in (before.shown, before.compared))
        focus = next(iter(self.parts.recommender.catalogue.get([before.focus or ""])), None)
        references = resolve(message, shown, focus, compared)
        now = now.model_copy(update={"n_turns": before.n_turns + 1, "last_intent": intent})
        turn = Turn(self.parts, before, now, message, intent, references)
        return _conclude(turn, HANDLERS[intent](turn))


def _conclude(turn: Turn, draft: Draft) -> tuple[Conversation, Reply]:
    """Return the conversation with what the answer adds to it, and the reply."""
    asked = (*turn.now.asked, draft.asked) if draft.asked else turn.now.asked
    reply = Reply(
        text="\n\n".join(draft.paragraphs),
        intent=turn.intent,
        recommendations=draft.recommendations,
        set_aside=draft.set_aside,
        asked=draft.asked,
        next_steps=draft.next_steps,
    )
    return turn.now.model_copy(update={**draft.remember, "asked": asked}), reply


def turn_json(conversation: Conversation, reply: Reply) -> dict[str, Any]:
    """Return the line of `cairn chat --json` for one turn."""
    return {
        "intent": reply.intent,
        "profile": conversation.profile.model_dump(mode="json"),
        "recommendations": [item.as_json() for item in reply.recommendations],
        "set_aside": [{"id": item.credential.id, "constraint": item.constraint} for item in reply.set_aside],
        "reply": reply.text,
        "asked": reply.asked,
    }
