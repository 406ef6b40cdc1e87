"""The front door, asked over HTTP: health, headers, the JSON API and the embed script."""

from __future__ import annotations

import json
import logging
import re
import tomllib
from collections.abc import Iterator

import pytest

from interface.failures import WithoutTheirWords
from tests.server import ROOT, Server, running_server

GOAL = "I want to learn data analysis"
SECRET = "zanzibar-peppermint"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    with running_server(folder, CAIRN_FRAME_ANCESTORS="https://admissions.example.edu") as server:
        yield server


def ask(server: Server, request: object) -> tuple[int, dict]:
    body = request if isinstance(request, bytes) else json.dumps(request).encode()
    status, _, text = server.get("/api/recommend", body)
    return status, json.loads(text)


def test_the_health_check_says_warming_until_the_model_is_loaded_and_then_ready(server: Server) -> None:
    assert server.health[0] == (503, "warming")
    assert server.health[-1] == (200, "ready")


def test_every_answer_carries_the_security_headers(server: Server) -> None:
    for path in ("/", "/healthz", "/embed.js", "/_stcore/health"):
        _, headers, _ = server.get(path)
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Referrer-Policy"] == "no-referrer", path
        assert "object-src 'none'" in headers["Content-Security-Policy"], path


def test_only_the_named_universities_may_embed_the_page(server: Server) -> None:
    _, headers, _ = server.get("/")
    assert "frame-ancestors 'self' https://admissions.example.edu" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers


def test_scripts_that_nobody_of_ours_wrote_are_refused_by_policy(server: Server) -> None:
    _, headers, _ = server.get("/")
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "http" not in policy["script-src"] and "*" not in policy["script-src"]


def test_the_api_answers_with_the_line_of_the_command_line_chat(server: Server) -> None:
    status, turn = ask(server, {"message": GOAL})
    assert status == 200
    assert set(turn) == {"intent", "profile", "recommendations", "set_aside", "reply", "asked"}
    assert turn["recommendations"], "a plain wish finds something in the default catalogue"
    first = turn["recommendations"][0]
    assert first["score"] == pytest.approx(sum(first["score_parts"].values()), abs=1e-4)


def test_the_api_goes_on_from_a_profile_that_an_earlier_answer_gave(server: Server) -> None:
    _, turn = ask(server, {"message": GOAL, "profile": {"max_hours_per_week": 3}})
    assert turn["profile"]["max_hours_per_week"] == 3
    status, again = ask(server, {"message": GOAL, "profile": turn["profile"]})
    assert (status, again["profile"]["max_hours_per_week"]) == (200, 3)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"hello"', b"{}", b'{"message": 5}', b"\xff\xfe", b"[" * 100_000])
def test_a_request_that_is_none_is_refused_with_one_sentence_that_shows_a_good_one(server: Server, body: bytes) -> None:
    status, _, text = server.get("/api/recommend", body or b" ")
    assert status == 400
    assert '{"message": ' in json.loads(text)["error"]


def test_a_bad_profile_is_refused_with_the_slot_named(server: Server) -> None:
    status, refusal = ask(server, {"message": GOAL, "profile": {"max_cost": {"amount": -5}}})
    assert status == 400
    assert refusal["error"].startswith("profile.max_cost.amount: ")


def test_a_request_beyond_the_limit_is_refused_and_the_limit_named(server: Server) -> None:
    status, refusal = ask(server, {"message": "x" * 1_000_001})
    assert status == 413
    assert "1,000,000 bytes" in refusal["error"]


@pytest.mark.parametrize(
    "message", ["", "🦊" * 40, "\ud83d", "x" * 100_000, "\x00\u202edata", "<script>alert(1)</script>"]
)
def test_the_api_answers_any_text(server: Server, message: str) -> None:
    status, turn = ask(server, {"message": message})
    assert status == 200
    assert turn["reply"]


def test_the_embed_script_puts_the_embedded_page_into_a_frame_with_a_title(server: Server) -> None:
    status, headers, text = server.get("/embed.js")
    assert status == 200
    assert headers["Content-Type"].startswith("text/javascript")
    assert "./?embed=true" in text
    assert re.search(r"frame\.title = .+", text)


def test_nothing_that_a_learner_types_reaches_the_log(server: Server) -> None:
    ask(server, {"message": f"I want to learn {SECRET}"})
    ask(server, f'{{"message": "{SECRET}"'.encode())
    assert SECRET not in server.log.read_text(encoding="utf-8")


def test_a_failure_of_the_page_is_logged_by_its_place_and_not_by_its_message(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("a page that fails")
    logger.addFilter(WithoutTheirWords())
    try:
        raise ValueError(f"cannot read {SECRET}")
    except ValueError:
        logger.exception("Uncaught app execution")
    assert "ValueError at" in caplog.text
    assert "test_app.py" in caplog.text
    assert SECRET not in caplog.text


def test_the_settings_promise_no_statistics_and_no_traceback() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["logger"]["enableRich"] is False  # Rich prints messages past every filter
