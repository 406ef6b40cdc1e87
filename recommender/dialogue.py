"""One turn of a conversation: (Conversation, message) -> (Conversation, Reply), pure and replayable."""

from __future__ import annotations

from typing import Any

from recommender.answer import Answer
from recommender.conversation import Conversation, Reply
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.replies.facts import credential_line
from recommender.texts import say

__all__ = ["Assistant", "Conversation", "Reply", "turn_json"]


class Assistant:
    """Answers messages over one recommender; shared by all visitors, it remembers nothing itself."""

    def __init__(self, recommender: Recommender) -> None:
        self.recommender = recommender

    def greeting(self) -> str:
        """Return the opening words, with how long it takes."""
        return say("en", "greeting")

    def reply(self, conversation: Conversation, message: str) -> tuple[Conversation, Reply]:
        """Return the conversation after this message and the answer to it."""
        words = " ".join(message.split())
        if not words:
            return conversation, Reply(self.greeting(), "help")
        profile = conversation.profile.model_copy(update={"goal": words[:2000]})
        return self.follow_edit(conversation, profile)

    def follow_edit(self, conversation: Conversation, profile: LearnerProfile) -> tuple[Conversation, Reply]:
        """Return the answer to a profile that was edited by hand; undo takes the edit back."""
        answer = self.recommender.recommend(profile, "")
        text = _list_results(answer)
        now = conversation.with_profile(profile).model_copy(
            update={
                "n_turns": conversation.n_turns + 1,
                "shown": tuple(item.credential.id for item in answer.recommendations),
            }
        )
        return now, Reply(text, "recommend", answer.recommendations, answer.set_aside)


def _list_results(answer: Answer) -> str:
    n = len(answer.recommendations)
    head = say("en", "found_none") if n == 0 else say("en", "found_one") if n == 1 else say("en", "found", n=n)
    lines = [f"{rank}. {credential_line(item.credential)}" for rank, item in enumerate(answer.recommendations, start=1)]
    tail = [say("en", "set_aside", n=len(answer.set_aside))] if answer.set_aside else []
    return "\n\n".join([head, "\n".join(lines), *tail]).strip()


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
