"""What a language model proposes for a wish: taken only where the message says it word for word, over a real server."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.profile import Budget, LearnerProfile
from recommender.proposals import PROPOSABLE, Proposer
from tests.test_phrasing import Answer, Server, say, send

MESSAGE = "I stack shelves at Lidl, I do a bit of bookkeeping, and payroll would be nice. No Excel, max 200 euros"
NOTHING = LearnerProfile()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def proposed(
    server: Server,
    answer: Answer | object,
    message: str = MESSAGE,
    profile: LearnerProfile = NOTHING,
    timeout: float = 5.0,
) -> LearnerProfile:
    server.answer = answer if callable(answer) else say(json.dumps(answer))
    return Proposer(server.url, "small", timeout).propose(message, profile)


def test_words_of_the_message_fill_the_slots_that_are_empty(server: Server) -> None:
    answer = {"goal_skills": ["payroll"], "current_skills": ["Bookkeeping"], "current_role": "stack shelves"}
    found = proposed(server, answer)
    wanted = {"goal_skills": ("payroll",), "current_skills": ("bookkeeping",), "current_role": "stack shelves"}
    assert found == LearnerProfile.model_validate(wanted)


def test_an_object_in_a_code_fence_is_read(server: Server) -> None:
    assert proposed(server, say('```json\n{"goal_skills": ["payroll"]}\n```')).goal_skills == ("payroll",)


@pytest.mark.parametrize(
    "answer",
    [
        {"goal_skills": ["accounting"]},  # not said
        {"goal_skills": ["pay"]},  # a part of a word
        {"current_skills": ["excel"]},  # denied
        {
            "max_cost": {"amount": 200, "currency": "EUR"},
            "free_only": True,
            "country": "IE",
            "mode": "online",
        },  # limits
        {"goal_skills": ["1"], "goal_role": 7, "current_skills": {"a": 1}, "current_role": None},
        {"goal_skills": [MESSAGE]},  # no skill but a whole message
        {"goal_skills": [["payroll"]]},
        ["payroll"],
        "payroll",
        None,
    ],
)
def test_what_was_not_said_so_is_not_taken(server: Server, answer: object) -> None:
    assert proposed(server, answer) == NOTHING


@pytest.mark.parametrize(
    ("message", "skill"),
    [
        ("ich kann kein Englisch", "englisch"),
        ("je ne connais pas Excel", "excel"),
        ("no sé contabilidad", "contabilidad"),
        ("saya tidak tahu perakaunan", "perakaunan"),
        ("会計はできません", "会計"),
        ("I don't know Python", "python"),
    ],
)
def test_a_denial_is_heeded_in_every_language(server: Server, message: str, skill: str) -> None:
    assert proposed(server, {"current_skills": [skill]}, message) == NOTHING


def test_what_our_readers_understood_stays_as_it_is(server: Server) -> None:
    ours = LearnerProfile(goal_skills=("payroll",), max_cost=Budget(amount=200, currency="EUR"))
    answer = {"goal_skills": ["bookkeeping"], "current_skills": ["payroll"], "max_cost": None}
    assert proposed(server, answer, profile=ours) == ours


def test_markup_and_addresses_are_never_taken(server: Server) -> None:
    message = "learn [sql](http://evil.example) <b>now</b>"
    answer = {"goal_skills": ["[sql](http://evil.example)", "http://evil.example", "<b>now</b>"]}
    assert proposed(server, answer, message) == NOTHING


@pytest.mark.parametrize(
    "answer",
    [
        say("I cannot help with that."),
        say("{" * 50_000),
        say("[" * 30_000),
        say('{"goal_skills": ["payroll"'),
        send(b"not json"),
        send(b"", status=500),
        send(b" " * 100_000),
        lambda request: request.connection.close(),
    ],
)
def test_an_answer_in_any_other_form_changes_nothing(server: Server, answer: Answer) -> None:
    assert proposed(server, answer) == NOTHING


def test_a_slow_server_is_not_waited_for(server: Server) -> None:
    def sleep(request: BaseHTTPRequestHandler) -> None:
        time.sleep(3)

    start = time.monotonic()
    assert proposed(server, sleep, timeout=0.5) == NOTHING
    assert time.monotonic() - start < 2


@given(answer=st.dictionaries(st.sampled_from([*PROPOSABLE, "told", "x"]), st.text() | st.lists(st.text())))
def test_whatever_a_model_answers_only_words_of_the_message_get_in(server: Server, answer: dict[str, object]) -> None:
    found = proposed(server, answer)
    for slot in LearnerProfile.model_fields:
        value = getattr(found, slot)
        if value != getattr(NOTHING, slot):
            assert slot in PROPOSABLE
            assert all(words in MESSAGE.casefold() for words in ([value] if isinstance(value, str) else value))
