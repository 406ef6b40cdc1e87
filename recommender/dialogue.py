"""One turn of a conversation: (Conversation, message) -> (Conversation, Reply), pure and replayable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from recommender.answers import Answerer
from recommender.award_names import words
from recommender.conversation import Conversation, Reply
from recommender.intents import REQUESTS
from recommender.phrasing import Phraser
from recommender.prior_learning import held_in
from recommender.profile import Intent, LearnerProfile
from recommender.proposals import Proposer
from recommender.recommender import Recommender
from recommender.references import asks_for_shortlist, find_references, measure_of, normal, only_points, steps_back
from recommender.replies import asking, comparing, keeping, plans, small_talk
from recommender.replies.next_steps import chosen
from recommender.replies.results import results
from recommender.replies.role_skills import role_skills
from recommender.replies.scope import is_crisis, is_distress
from recommender.replies.turn import Draft, Parts, Turn
from recommender.short_answers import in_full, sets_no_limit
from recommender.texts import TEXTS, say
from recommender.understanding import Understander, Understanding

__all__ = ["Assistant", "Conversation", "Reply", "turn_json"]

MAX_READ = 20_000  # characters of a message that are read; what follows tells nothing new and costs time

HANDLERS: dict[Intent, Callable[[Turn], Draft]] = {
    "recommend": results,
    "refine": results,
    "relax": results,
    "explain_match": asking.about_match,
    "explain_level": asking.about_level,
    "explain_stacking": asking.about_stacking,
    "explain_trust": asking.about_trust,
    "compare": comparing.compare,
    "plan": plans.make_plan,
    "define": asking.about_kind,
    "convert": asking.general,
    "prior_learning": asking.prior_learning,
    "save": keeping.save,
    "undo": keeping.undo,
    "reset": keeping.reset,
    "greeting": small_talk.greeting,
    "thanks": small_talk.thanks,
    "help": small_talk.help_with,
    "out_of_scope": small_talk.out_of_scope,
}

WARM_UP_MESSAGES = ("I want to learn Python", "What is stacking?")


class Assistant:
    """Answers messages over one recommender; shared by all visitors, it remembers nothing itself."""

    def __init__(self, recommender: Recommender, understander: Understander | None = None) -> None:
        self._parts = Parts(
            recommender=recommender,
            understander=understander or Understander(),
            answerer=Answerer(recommender.encoder, recommender.directory / "knowledge"),
            today=date.today(),
        )
        settings, catalogue = recommender.settings, recommender.catalogue
        self._phraser = self._proposer = None
        if settings.llm_url:
            asked = (settings.llm_url, settings.llm_model, settings.llm_timeout, settings.llm_key)
            self._phraser, self._proposer = Phraser(*asked), Proposer(*asked)
            self._names = [name for item in catalogue for name in (item.title, item.provider) if name]

    def warm_up(self) -> None:
        """Do now what is otherwise done at first use (model, intents, knowledge), so that no visitor waits for it."""
        for message in WARM_UP_MESSAGES:
            self.reply(Conversation(), message)

    def greeting(self) -> str:
        """Return the opening words, with how long it takes."""
        return say("en", "greeting")

    def reply(self, conversation: Conversation, message: str) -> tuple[Conversation, Reply]:
        """Return the conversation after this message and the answer to it."""
        message = message[:MAX_READ].encode("utf-8", "replace").decode("utf-8")  # no encoding carries a lone surrogate
        if conversation.is_question_open:
            message = in_full(conversation.asked[-1], message, conversation.language)
        understood = self._proposed(conversation, message, self._read(conversation, message))
        now = _updated(conversation, understood, message)
        return self._phrased(*self._answer(conversation, now, message, understood.intent))

    def follow_edit(self, conversation: Conversation, profile: LearnerProfile) -> tuple[Conversation, Reply]:
        """Return the answer to a profile that was edited by hand; undo takes the edit back."""
        return self._phrased(*self._answer(conversation, conversation.with_profile(profile), "", "refine"))

    def _phrased(self, conversation: Conversation, reply: Reply) -> tuple[Conversation, Reply]:
        """Return the reply in the model's words where one is configured; what must be said carefully stays ours."""
        if self._phraser is None or reply.intent == "out_of_scope":
            return conversation, reply
        return conversation, replace(reply, text=self._phraser.rephrase(reply.text, self._names))

    def _proposed(self, conversation: Conversation, message: str, understood: Understanding) -> Understanding:
        """Return what was understood with what a configured model proposes for a wish; the rest is not shown to it."""
        if self._proposer is None or understood.intent not in REQUESTS or not message.strip():
            return understood
        more = self._proposer.propose(message, understood.profile)
        if more == understood.profile:
            return understood
        told = more.retold(conversation.profile, message, is_new=understood.intent == "recommend")
        return replace(understood, profile=told)

    def _read(self, conversation: Conversation, message: str) -> Understanding:
        """Return what a message means; what must not be misread is settled before the classifier is asked."""
        profile, language = conversation.profile, conversation.language
        past = [earlier.profile for earlier in conversation.past]
        understood = self._with_held(self._parts.understander.read(message, profile, past, language), message)
        if (step := chosen(message, language)) is not None:
            kept = profile.model_copy(update={slot: getattr(LearnerProfile(), slot) for slot in step.dropped})
            return Understanding(step.intent, understood.intent, kept, language=language)
        intent = self._plain_intent(conversation, message, understood)
        return (
            understood
            if intent is None
            else Understanding(intent, understood.intent, profile, language=understood.language)
        )

    def _plain_intent(self, conversation: Conversation, message: str, understood: Understanding) -> Intent | None:
        """Return what a message means by its form alone, whatever it is likeliest to mean; `None` for most."""
        is_news = understood.profile != conversation.profile
        if is_crisis(message) or (not is_news and is_distress(message)):
            return "out_of_scope"
        if conversation.is_question_open:
            return "refine" if sets_no_limit(message) else None
        if asks_for_shortlist(message):
            return "save"
        asks_more = understood.intent in ("explain_level", "explain_stacking", "explain_trust")
        points = conversation.shown and not (is_news or asks_more) and only_points(message)
        return "explain_match" if points else None

    def _with_held(self, understood: Understanding, message: str) -> Understanding:
        """Return what was understood with the credentials of the catalogue that the learner says they hold."""
        known = {item.title.casefold() for item in understood.profile.held}
        found = held_in(message, self._parts.recommender.catalogue)
        new = tuple(item for item in found if item.title.casefold() not in known)
        if not new:
            return understood
        titles = {words(item.title) for item in new}
        kept = tuple(item for item in understood.profile.held if words(item.title) not in titles)
        return replace(understood, profile=understood.profile.model_copy(update={"held": (*kept, *new)}))

    def _answer(
        self, before: Conversation, now: Conversation, message: str, intent: Intent
    ) -> tuple[Conversation, Reply]:
        catalogue = self._parts.recommender.catalogue
        shown, compared, focus = (catalogue.get(ids) for ids in (before.shown, before.compared, [before.focus or ""]))
        now = now.model_copy(update={"n_turns": before.n_turns + 1, "last_intent": intent, "is_question_open": False})
        turn = Turn(
            parts=self._parts,
            before=before,
            now=now,
            message=message,
            intent=intent,
            references=find_references(message, shown, next(iter(focus), None), compared),
            comparison=measure_of(normal(message)),
        )
        if plans.continues_plan(turn):
            return _conclude(*plans.go_on(turn))
        return _conclude(turn, role_skills(turn) or HANDLERS[intent](turn))


def _updated(conversation: Conversation, understood: Understanding, message: str) -> Conversation:
    """Return the conversation with what was understood: its profile, or the one that undo brings back."""
    language = understood.language if understood.language in TEXTS else "en"
    conversation = conversation.model_copy(update={"language": language})
    if understood.intent == "undo":
        return conversation.undone(steps_back(message, language))
    if understood.intent == "reset":
        return conversation.started_over(understood.profile)
    return conversation.with_profile(understood.profile)


def _conclude(turn: Turn, draft: Draft) -> tuple[Conversation, Reply]:
    """Return the conversation with what the answer adds to it, and the reply."""
    asked = tuple(dict.fromkeys((*turn.now.asked, draft.asked))) if draft.asked else turn.now.asked
    reply = Reply(
        text="\n\n".join(draft.paragraphs),
        intent=turn.intent,
        recommendations=draft.recommendations,
        set_aside=draft.set_aside,
        asked=draft.asked,
        next_steps=draft.next_steps,
        language=turn.language,
        goal=draft.goal,
    )
    remember = {**draft.remember, "asked": asked, "is_question_open": draft.asked is not None}
    return turn.now.model_copy(update=remember), reply


def turn_json(conversation: Conversation, reply: Reply) -> dict[str, Any]:
    """Return the line of `cairn chat --json` for one turn."""
    return {
        "intent": reply.intent,
        "profile": conversation.profile.model_dump(mode="json"),
        "recommendations": [item.as_json() for item in reply.recommendations],
        "set_aside": [{"id": item.credential.id, "constraint": item.constraint} for item in reply.set_aside],
        "reply": reply.in_full,
        "asked": reply.asked,
    }
