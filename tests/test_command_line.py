"""The command line keeps its contract: JSON alone on stdout, one sentence and exit status 2 on bad input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cairn

Run = Callable[..., tuple[int, str, str]]
CARE = "I've been a care assistant for 8 years, I want to move into managing a care home, I have evenings only"


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> Run:
    """Return a function that runs `cairn ARGS` here and gives exit status, stdout and stderr."""
    root = tmp_path_factory.getbasetemp() / "command-line-index"
    monkeypatch.setenv("CAIRN_INDEX_ROOT", str(root))

    def call(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["cairn", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = 0
        try:
            cairn.main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return call


# What a recommendation holds by the contract of the command line; what explains it further stands beside it.
CONTRACT = {"id", "title", "provider", "score", "score_parts", "level", "why", "stacking", "caveats"}


def one_line(text: str) -> str:
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    return lines[0]


def test_recommend_prints_the_contract_and_nothing_else(run: Run, catalogue: Any) -> None:
    status, out, _ = run("recommend", "--json", "--top", "3", CARE)
    answer = json.loads(one_line(out))
    assert status == 0
    assert list(answer) == ["profile", "recommendations", "set_aside", "reply"]
    assert len(answer["recommendations"]) == 3
    for result in answer["recommendations"]:
        assert set(result) == CONTRACT | {"adds", "alike", "contrast", "covers", "evidence", "limits", "overturns"}
        assert result["title"] == catalogue[result["id"]].title
        assert result["score"] == pytest.approx(sum(result["score_parts"].values()), abs=1e-4)
        assert result["why"] and result["stacking"]
    scores = [result["score"] for result in answer["recommendations"]]
    assert scores == sorted(scores, reverse=True)
    assert any("care" in result["title"].lower() for result in answer["recommendations"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "nursing",
        "🦊🦊🦊",
        "介護の資格を取りたいです",
        "x" * 100_000,
        "--help me -5",
        "<script>alert(1)</script>",
        "\x00\x07\ud800",
    ],
    ids=["empty", "blank", "one word", "emoji", "Japanese", "very long", "dashes", "markup", "control characters"],
)
def test_any_text_gets_an_answer_and_exit_status_0(run: Run, text: str) -> None:
    status, out, _ = run("recommend", "--json", "-", stdin=text)
    assert status == 0
    assert json.loads(one_line(out))["reply"].strip()


def test_a_message_with_dashes_is_a_message(run: Run) -> None:
    status, out, _ = run("recommend", "--json", "-5 degrees outside: I want to learn dementia care")
    assert status == 0
    assert json.loads(out)["recommendations"]


def test_chat_answers_each_line_with_one_line(run: Run) -> None:
    lines = [{"message": "I want to learn Python"}, {"message": "max 200 euro"}, {"reset": True}, {"message": "hello"}]
    status, out, _ = run("chat", "--json", stdin="\n".join(map(json.dumps, lines)) + "\nnonsense\n[1]\n")
    turns = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    keys = {"intent", "profile", "recommendations", "set_aside", "reply", "asked"}
    assert [set(turn) for turn in turns[:4]] == [keys] * 4
    assert turns[1]["profile"]["max_cost"] == {"amount": 200, "currency": "EUR"}
    assert turns[2]["profile"]["max_cost"] is None
    assert turns[3]["intent"] == "greeting"
    assert [list(turn) for turn in turns[4:]] == [["error"]] * 2


def test_the_index_is_built_once_and_a_flipped_byte_is_built_again(run: Run) -> None:
    run("index", "build")
    status, out, _ = run("index", "check", "--json")
    state = json.loads(one_line(out))
    assert (status, state["status"]) == (0, "fresh")
    assert "nothing to do" in run("index", "build")[2]
    vectors = next(Path(state["directory"]).glob("generation-*/vectors.faiss"))
    data = bytearray(vectors.read_bytes())
    data[len(data) // 2] ^= 1
    vectors.write_bytes(bytes(data))
    status, out, _ = run("index", "check", "--json")
    assert (status, json.loads(out)["status"]) == (1, "damaged")
    assert json.loads(run("recommend", "--json", "nursing")[1])["recommendations"]
    assert run("index", "check")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "usage"),
        (["fly"], "fly"),
        (["recommend"], "TEXT"),
        (["recommend", "x", "--top", "0"], "--top"),
        (["recommend", "x", "--catalogue", "gone.jsonl"], "gone.jsonl"),
        (["index", "check", "--catalogue", __file__], "no usable record"),
        (["index", "build", "--model", "no-such-model"], "no-such-model"),
        (["level", "XYZ", "5"], "'XYZ' is not a known framework; expected one of EQF, NZQCF, MQF"),
        (["level", "NZQCF", "11"], "NZQCF has no level '11'; expected 1 to 10."),
        (["level", "NZQCF", "5", "--in", "US"], "The United States has no national level scale"),
        (["level", "NZQCF", "5", "--in", "XYZ", "--json"], "'XYZ' is not a known framework"),
        (["convert", "10", "apples", "--to", "ECTS"], "'apples' is not a known credit system; expected one of hours"),
        (["convert", "2", "CEU", "--to", "ECTS", "--json"], "is not converted: contact hours only"),
        (["convert", "0", "ECTS", "--to", "hours"], "The amount is 0, expected more than 0"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_status_2(run: Run, arguments: list[str], says: str) -> None:
    status, out, err = run(*arguments)
    if not arguments:
        assert says in (out + err).lower()
        return
    assert status == 2
    assert out == ""
    assert says in one_line(err.replace("The index is missing", "cairn: ").splitlines()[-1])
    assert "Traceback" not in err


def test_a_setting_that_cannot_be_used_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_N_RESULTS", "many")
    status, _, err = run("recommend", "x")
    assert status == 2
    assert one_line(err) == "cairn: CAIRN_N_RESULTS is 'many', expected int."


def test_a_plan_keeps_every_limit_that_is_named_and_tells_running_totals(run: Run) -> None:
    held = "ie-institute-of-technology-slig-six-sigma-i-quality-tools"
    limits = ["--weeks", "60", "--mode", "online", "--language", "en", "--hours-per-week", "10", "--prefer", "cost"]
    status, out, _ = run("plan", "--goal", "Six Sigma Green Belt", "--held", held, *limits)
    assert status == 0
    assert "You hold already: Six Sigma I (Quality Tools)." in out
    assert "so far: 125 to 150 hours, 700 EUR, 10 credits, 67% of the award" in out
    answer = json.loads(run("plan", "--goal", "Six Sigma Green Belt", "--weeks", "20", "--json")[1])
    assert (answer["feasible"], answer["conflict"]) == (False, ["max_weeks"])
    assert answer["relaxations"][0]["value"] == 48
    assert run("plan", "--goal", "x", "--level", "XQF:5")[0] == 2


def test_a_plan_is_written_to_a_file_of_the_kind_that_its_name_asks_for(run: Run, tmp_path: Path) -> None:
    status, told, err = run("plan", "--goal", "Six Sigma Green Belt", "--out", str(tmp_path / "plan.ics"))
    assert (status, (tmp_path / "plan.ics").read_bytes()[:15]) == (0, b"BEGIN:VCALENDAR"), err
    assert "Six Sigma" in told
    status, _, err = run("plan", "--goal", "x", "--out", str(tmp_path / "plan.odt"))
    assert status == 2
    assert "expected a name that ends in .pdf, .docx, .csv, .ics, .json." in one_line(err)
    status, _, err = run("plan", "--goal", "Six Sigma Green Belt", "--weeks", "2", "--out", str(tmp_path / "none.pdf"))
    assert (status, (tmp_path / "none.pdf").exists()) == (2, False)
    assert "was not written, because there is no plan." in err
