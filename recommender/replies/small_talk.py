"""Greeting, thanks, help, and what is out of scope: short, kind, safe, and back to the task."""

from __future__ import annotations

import re

from recommender.replies import profile_words
from recommender.replies.next_steps import ways_on
from recommender.replies.scope import kind_of
from recommender.replies.turn import Draft, Turn


def greeting(turn: Turn) -> Draft:
    """Return the greeting, or where the search stands if there is one."""
    return Draft((turn.say("greeting"), *_standing(turn)), next_steps=ways_on(turn))


def thanks(turn: Turn) -> Draft:
    """Take thanks briefly."""
    return Draft((turn.say("thanks"),), next_steps=ways_on(turn))


def help_with(turn: Turn) -> Draft:
    """Say what Cairn can do; a message without a word in it is asked for some."""
    if not re.search(r"[^\W_]", turn.message):
        return Draft((turn.say("empty"), *_standing(turn)), next_steps=ways_on(turn))
    return Draft((turn.say("help"),), next_steps=ways_on(turn))


def out_of_scope(turn: Turn) -> Draft:
    """Decline kindly; a person in distress is not pushed back to the task."""
    kind = kind_of(turn.message)
    if kind in ("crisis", "distress"):
        text = turn.say("out_distress")
        return Draft((text,), next_steps=(turn.say("step_help"),))
    text = turn.say(f"out_{kind}")
    return Draft((text, *(_standing(turn) or (turn.say("back_to_task"),))), next_steps=ways_on(turn))


def _standing(turn: Turn) -> tuple[str, ...]:
    """Return one line on the search under way, if there is one."""
    if not turn.profile.has_wish:
        return ()
    slots = profile_words.filled(turn.profile)
    return (turn.say("back_to_wish", wish=profile_words.in_words(turn.profile, slots, turn.language)),)
