"""One visit: the conversation and what was said, kept in the session, and the few things a visitor can do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from interface.failures import log_failure
from interface.own_catalogue import Imported, OwnCatalogue
from interface.resources import load_assistant, load_recommender
from interface.texts import files_texts_in, texts_in
from interface.texts.en import English
from interface.texts.files import FilesTexts
from recommender.dialogue import Assistant, Conversation, Reply
from recommender.intents import REQUESTS
from recommender.planning_problem import Goal
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender

MAX_MESSAGE = 100_000  # characters; longer messages are cut by the input itself


@dataclass(frozen=True)
class Turn:
    """What the learner said or changed, and the answer; `reply` is `None` where none could be made."""

    said: str
    reply: Reply | None


@dataclass
class Visit:
    """All that this page remembers of one visitor; gone when the tab is closed.

    `imported` was read of the visitor's own catalogue files, `own` is what answers once they said so; `notes` are the
    adviser's, by credential id; `confirmed` are the words of the chips that the visitor said are right; `home`
    is the page of the conversation.
    """

    conversation: Conversation = field(default_factory=Conversation)
    turns: list[Turn] = field(default_factory=list)
    pending: Callable[[Conversation], tuple[Conversation, Reply]] | None = None
    pending_words: str = ""
    imported: Imported | None = None
    own: OwnCatalogue | None = None
    notes: dict[str, str] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    home: StreamlitPage | None = None

    @property
    def texts(self) -> English:
        """Return the page's words."""
        return texts_in(self.language)

    @property
    def files_texts(self) -> FilesTexts:
        """Return the words about files in the same language."""
        return files_texts_in(self.language)

    @property
    def language(self) -> str:
        """Return the language of the conversation, before it begins the browser's."""
        return self.conversation.language if self.turns else st.context.locale or "en"

    @property
    def latest_goal(self) -> Goal | None:
        """Return what the newest plan of the conversation was made for, or `None`."""
        goals = [turn.reply.goal for turn in self.turns if turn.reply and turn.reply.goal]
        return goals[-1] if goals else None

    @property
    def latest_results(self) -> int | None:
        """Return the place of the newest turn that searched, or `None`; what found nothing ends an earlier list."""
        places = [i for i, turn in enumerate(self.turns) if turn.reply and _has_results(turn.reply)]
        return places[-1] if places else None


def _has_results(reply: Reply) -> bool:
    return bool(reply.recommendations or reply.set_aside) or reply.intent in REQUESTS


def visit() -> Visit:
    """Return this session's visit, a new one at first."""
    if "visit" not in st.session_state:
        st.session_state.visit = Visit()
    return st.session_state.visit


def assistant() -> Assistant:
    """Return what answers this visit: over its own catalogue where it brought one, else the one that all share."""
    own = visit().own
    return own.assistant if own else load_assistant()


def recommender() -> Recommender:
    """Return the recommender of the catalogue in use."""
    own = visit().own
    return own.recommender if own else load_recommender()


def say(message: str) -> None:
    """Take a message, to be answered in this run of the page."""
    now = visit()
    now.pending_words = message
    now.pending = lambda conversation: assistant().reply(conversation, message)


def change(profile: LearnerProfile, words: str) -> None:
    """Take a profile that the learner edited by hand; the answer follows it. `words` say what changed."""
    now = visit()
    now.pending_words = words
    now.pending = lambda conversation: assistant().follow_edit(conversation, profile)


def confirm(words: str) -> None:
    """Remember that what a chip says is right."""
    visit().confirmed.add(words)


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
    now.conversation = now.conversation.with_saved(kept if credential_id in saved else (*saved, credential_id))


def answer_from(own: OwnCatalogue | None, words: str) -> None:
    """Answer from this catalogue, or from the one that all share; what was asked already is answered anew."""
    now = visit()
    now.own = own
    now.conversation = now.conversation.model_copy(update={"shown": (), "compared": (), "focus": None})
    if now.turns:
        change(now.conversation.profile, words)


def to_conversation() -> None:
    """Go to the page of the conversation, where what is pending is answered."""
    if (home := visit().home) is not None:
        st.switch_page(home)


def start_over() -> None:
    """Forget everything that was said, the shortlist and its notes included; the catalogue in use stays."""
    before = visit()
    st.session_state.visit = Visit(imported=before.imported, own=before.own)
