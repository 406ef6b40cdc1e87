"""`cairn import` and `cairn held` from the command line: columns corrected, a CV's finds to confirm, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cairn import cli
from catalogue.store import Catalogue

HELD = Path(__file__).parent / "data" / "held"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)))


def test_a_column_is_read_as_the_command_says(tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("Kursus,Cerita\nRoti canai,Stretching dough\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    result = run(
        "import", tmp_path / "odd.csv", "--out", out, "--column", "Kursus=title", "--column", "Cerita=summary", "--json"
    )
    (report,) = json.loads(result.stdout)
    assert [(column["column"], column["how"]) for column in report["columns"]] == [
        ("Kursus", "chosen"),
        ("Cerita", "chosen"),
    ]
    assert [(item.title, item.summary) for item in Catalogue.load(out)] == [("Roti canai", "Stretching dough")]


@pytest.mark.parametrize(
    ("choice", "says"),
    [("Kursus", "expected NAME=FIELD"), ("Kursus=colour", "'colour', chosen for the column 'Kursus'")],
)
def test_a_choice_that_cannot_be_is_named(tmp_path: Path, choice: str, says: str) -> None:
    (tmp_path / "odd.csv").write_text("Kursus\nRoti canai\n", encoding="utf-8")
    result = run("import", tmp_path / "odd.csv", "--out", tmp_path / "out.jsonl", "--column", choice)
    assert says in str(result.exception) + result.output
    assert not (tmp_path / "out.jsonl").exists()


def test_a_cv_and_a_badge_are_read_by_one_command(tmp_path: Path) -> None:
    cv = tmp_path / "cv.txt"
    cv.write_text("Care assistant at Rose House, 2019 to 2024\nSkills: first aid, Python\n", encoding="utf-8")
    result = run("held", cv, HELD / "ob3-simple.json", "--json")
    first, second = json.loads(result.stdout)
    assert {"kind": "role", "name": "care assistant"} in [
        {"kind": item["kind"], "name": item["name"].lower()} for item in first["found"]
    ]
    assert "python" in [item["name"].lower() for item in first["found"] if item["kind"] == "skill"]
    assert second["items"][0]["signature"] == "verified"
    assert "please confirm each" in run("held", cv).stdout
