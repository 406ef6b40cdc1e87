"""Which format a file is in is told by its shape, not by words that its texts happen to hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalogue.importer import import_file


@pytest.mark.parametrize(
    "layout", ['{{"results": [\n{0},\n{1}\n]}}', '{{"count": 2,\n"results": [\n{0}\n,{1}]}}', "[\n{0},\n{1}\n]"]
)
def test_a_feed_with_an_entry_a_line_is_no_json_lines(tmp_path: Path, layout: str) -> None:
    entries = [json.dumps({"title": title, "provider": "Acme"}) for title in ("Welding", "Brazing")]
    (tmp_path / "feed.json").write_text(layout.format(*entries))
    stream, report = import_file(tmp_path / "feed.json")
    assert [credential.title for credential in stream] == ["Welding", "Brazing"]
    assert not report.refused


def test_a_broken_first_line_of_json_lines_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "list.jsonl").write_text('{"title": "Wel\n{"title": "Brazing", "provider": "Acme"}\n')
    stream, report = import_file(tmp_path / "list.jsonl")
    assert [credential.title for credential in stream] == ["Brazing"]
    assert [refusal.where for refusal in report.refused] == ["line 1"]


def test_a_text_that_names_a_format_does_not_decide_it(tmp_path: Path) -> None:
    record = {"id": "a", "title": "Europass for beginners", "url": "https://credreg.net/ctdl", "provider": "Acme"}
    (tmp_path / "list.jsonl").write_text(json.dumps(record | {"summary": "See data.europa.eu/snb"}) + "\n")
    stream, report = import_file(tmp_path / "list.jsonl")
    assert ([credential.id for credential in stream], report.format) == (["a"], "jsonl")
