"""What can no longer be relied on is found from a record's own dates, and the age that counts is a setting."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from cairn import cli
from catalogue import freshness
from catalogue.definition import assess
from catalogue.importer import import_files
from catalogue.records import Credential, StackingRule
from catalogue.store import Catalogue
from catalogue.trust import cautions, signals

TODAY = date(2026, 11, 28)
ENDED = StackingRule(title="Diploma", expires=date(2024, 6, 30))


@pytest.mark.parametrize(
    ("fields", "kind", "says"),
    [
        ({"withdrawn": True, "source_date": "2026-01-01"}, "dead", "no longer offered"),
        ({"offered_until": date(2026, 11, 27)}, "expired", "offered until 27 November 2026"),
        ({"stacks_into": (ENDED,), "source_date": "2026"}, "expired", "larger award until 30 June 2024"),
        ({"title": "Full Stack 2022", "source_date": "2026"}, "expired", "names 2022"),
        ({"source_date": "2023-11-28"}, "stale", "dated 2023-11-28"),
        ({"read_on": date(2020, 5, 1)}, "stale", "dated 2020-05-01"),
        ({}, "undated", "Neither the source nor the import shows a date"),
    ],
)
def test_each_reason_is_told_with_its_date(fields: dict[str, object], kind: str, says: str) -> None:
    (found,) = freshness.check([Credential(**{"id": "a", "title": "Soldering", **fields})], TODAY)
    assert (found.kind, says in found.text) == (kind, True)


@pytest.mark.parametrize(
    "fields",
    [
        {"offered_until": TODAY, "source_date": "2026-01-01"},
        {"source_date": "2023-11-30"},
        {"source_date": "2023"},
        {"read_on": date(2026, 11, 1)},
        {"stacks_into": (ENDED, StackingRule(title="Degree")), "source_date": "2026"},
    ],
)
def test_what_still_holds_is_not_listed(fields: dict[str, object]) -> None:
    assert list(freshness.check([Credential(id="a", title="Soldering", **fields)], TODAY)) == []  # type: ignore[arg-type]


def test_the_age_that_counts_is_a_setting_and_marks_the_record_for_the_learner() -> None:
    credential = Credential(id="a", title="Soldering", source_date="2026-08-01")
    verdict = assess(credential)
    assert "old" not in {caution.kind for caution in cautions(credential, verdict, TODAY)}
    assert "old" in {caution.kind for caution in cautions(credential, verdict, TODAY, stale_after=30)}
    sign = next(sign for sign in signals(credential, verdict, TODAY, stale_after=30) if sign.name == "Freshness")
    assert (sign.standing, sign.reason) == ("weak", "at least 119 days old, more than 30")


def test_an_import_writes_where_and_when_a_record_was_read_and_a_second_reading_is_no_change(tmp_path: Path) -> None:
    table, out = tmp_path / "courses.csv", tmp_path / "catalogue.jsonl"
    table.write_text("id,title,provider,end date\nweld-101-abcdefghij,Welding,A,2025-01-31\n", encoding="utf-8")
    import_files([table], out=out)
    (credential,) = Catalogue.load(out)
    assert (credential.read_from, credential.read_on) == ("courses.csv", date.today())
    assert credential.offered_until == date(2025, 1, 31)
    row = json.loads(out.read_text(encoding="utf-8"))
    out.write_text(json.dumps({**row, "read_on": "2020-01-01"}) + "\n", encoding="utf-8")
    report = import_files([table], out=out)[0]
    assert (report.added, report.changed, report.unchanged) == (0, 0, 1)
    assert [item.read_on for item in Catalogue.load(out)] == [date.today()]


def test_the_check_command_lists_them_and_ends_with_status_1_where_an_offer_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.jsonl"
    rows = [
        {"id": "gone", "title": "Soldering", "withdrawn": True},
        {"id": "over", "title": "Welding", "offered_until": "2020-01-31"},
        {"id": "old", "title": "Brazing", "source_date": "2010"},
        {"id": "fine", "title": "Riveting", "source_date": date.today().isoformat()},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", "--catalogue", str(path), "--json"])
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(entry["id"], entry["kind"]) for entry in found["entries"]] == [
        ("gone", "dead"),
        ("over", "expired"),
        ("old", "stale"),
    ]
    young = CliRunner().invoke(cli, ["check", "--catalogue", str(path), "--stale-after", "36500", "--json"])
    assert json.loads(young.stdout)["stale"] == 0
