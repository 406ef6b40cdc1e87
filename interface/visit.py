"""One visit: the conversation and what was said, kept in the session, and the few things a visitor can do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from interface.failures import log_failure
from interface.resources import load_assistant
from interface.texts import texts_in
from interface.texts.en import English
from recommender.dialogue import Conversation, Reply
from recommender.profile import LearnerProfile

MAX_MESSAGE = 100_000  # characters; longer messages are cut by the input itself


@dataclass(frozen=True)
class Turn:
    """What the learner said or changed, and the answer; `reply` is `None` where none could be made."""

    said: str
    reply: Reply | None


@dataclass
class Visit:
    """All that this page remembers of one visitor; gone when the tab is closed."""

    conversation: Conversation = field(default_factory=Conversation)
    turns: list[Turn] = field(default_factory=list)
    pending: Callable[[Conversation], tuple[Conversation, Reply]] | None = None
    pending_words: str = ""

    @property
    def texts(self) -> English:
        """Return the page's words in the language of the conversation, before it begins in the browser's."""
        return texts_in(self.conversation.language if self.turns else st.context.locale or "en")

    @property
    def latest_results(self) -> int | None:
        """Return the place of the newest turn that has something to show, or `None`."""
        places = [i for i, turn in enumerate(self.turns) if turn.reply and _has_results(turn.reply)]
        return places[-1] if places else None


def _has_results(reply: Reply) -> bool:
    return bool(reply.recommendations or reply.set_aside)


def visit() -> Visit:
    """Return this session's visit, a new one at first."""
    if "visit" not in st.session_state:
        st.session_state.visit = Visit()
    return st.session_state.visit


def say(message: str) -> None:
    """Take a message, to be answered in this run of the page."""
    now = visit()
    now.pending_words = message
    now.pending = lambda conversation: load_assistant().reply(conversation, message)


def change(profile: LearnerProfile, words: str) -> None:
    """Take a profile that the learner edited by hand; the answer follows it. `words` say what changed."""
    now = visit()
    now.pending_words = words
    now.pending = lambda conversation: load_assistant().follow_edit(conversation, profile)


def answer_pending() -> bool:
    """Answer what was said since the last run; true when there is a new turn. A failure loses nothing."""
    now = visit()
    if now.pending is None:
        return False
    answer, now.pending = now.pending, None
    reply = None
    try:
        now.conversation, reply = answer(now.conversation)
    except Exception as error:  # a learner sees a calm sentence, and what they said before is still there
        log_failure(error)
    now.turns.append(Turn(now.pending_words, reply))
    if reply is not None and reply.intent == "reset":
        now.turns = now.turns[-1:]
    return True


def toggle_saved(credential_id: str) -> None:
    """Put a credential on the shortlist, or take it off."""
    now = visit()
    saved = now.conversation.saved
    kept = tuple(name for name in saved if name != credential_id)
    now.conversation = now.conversation.model_copy(
        update={"saved": kept if credential_id in saved else (*saved, credential_id)}
    )


def start_over() -> None:
    """Forget everything, the shortlist included."""
    st.session_state.visit = Visit()
