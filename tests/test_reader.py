"""A catalogue file is read honestly: good records kept, bad ones named with line, field and reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.exporter import export_catalogue
from catalogue.reader import DEFAULT_CATALOGUE, parse, read_catalogue, to_row
from catalogue.records import RecordError
from catalogue.store import Catalogue


def write(path: Path, *lines: Any) -> Path:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


WELD: dict[str, Any] = {"id": "weld-1", "title": "Pipe welding", "provider": "A college"}


def test_the_default_catalogue_holds_270_records_and_nothing_in_it_needs_mending() -> None:
    report = read_catalogue()
    assert len(report.credentials) == 270
    assert report.notes == []
    assert not report.unknown_fields
    assert all(credential.source_url for credential in report.credentials)


def test_a_bad_line_is_named_and_the_good_ones_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", WELD, "{broken", '["a list"]', {"id": "x"}, {**WELD, "id": "weld-2"}, WELD)
    report = read_catalogue(path)
    assert [credential.id for credential in report.credentials] == ["weld-1", "weld-2"]
    assert [(note.line, note.record) for note in report.refused] == [
        (2, "a record without id"),
        (3, "a record without id"),
        (4, "x"),
        (6, "weld-1"),
    ]
    assert "title" in str(report.refused[2])
    assert "twice" in str(report.refused[3])


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("workload_hours", -5, "greater than 0"),
        ("duration_weeks", "two", "number"),
        ("mode", "by post", "'online'"),
        ("country", "Ireland", "pattern"),
        ("url", "javascript:alert(1)", "http"),
        ("source_date", "2024-13", "month"),
        ("skills", {"a": 1}, "tuple"),
    ],
)
def test_an_unusable_field_costs_only_itself(tmp_path: Path, field: str, value: Any, says: str) -> None:
    report = read_catalogue(write(tmp_path / "c.jsonl", {**WELD, field: value}))
    (note,) = report.mended
    assert (note.line, note.record, note.field) == (1, "weld-1", field)
    assert says in note.reason
    assert report.credentials[0].title == "Pipe welding"


def test_one_bad_stacking_rule_leaves_the_others(tmp_path: Path) -> None:
    rules = [{"title": "Diploma", "credits_awarded": 30, "credits_total": 20}, {"title": "Degree"}]
    report = read_catalogue(write(tmp_path / "c.jsonl", {**WELD, "stacks_into": rules}))
    assert [rule.title for rule in report.credentials[0].stacks_into] == ["Degree"]
    assert "exceed" in report.mended[0].reason


def test_an_outcome_that_only_repeats_the_title_is_no_outcome() -> None:
    row = {**WELD, "learning_outcomes": ["Learn pipe welding", "Read a welding drawing"]}
    credential, mended = parse(row)
    assert credential.outcomes == ("Read a welding drawing",)
    assert mended == [("learning_outcomes", "'Learn pipe welding' only repeats the title")]


def test_level_credits_and_cost_are_put_together_and_unknown_stays_none() -> None:
    row = {**WELD, "framework": "NZQCF", "framework_level": 5, "credits": 20, "cost_amount": 0, "cost_currency": "NZD"}
    credential, _ = parse(row)
    assert (credential.level.framework, credential.level.value) == ("NZQCF", "5")  # type: ignore[union-attr]
    assert credential.credits is not None and credential.credits.system is None
    assert credential.is_free is True
    bare, _ = parse({**WELD, "framework": "none"})
    assert (bare.level, bare.credits, bare.cost, bare.is_free, bare.hours_total) == (None,) * 5


def test_a_price_without_a_currency_is_not_a_price() -> None:
    credential, mended = parse({**WELD, "cost_amount": 100})
    assert credential.cost is None
    assert mended[0][0] == "cost"


def test_hours_by_design_are_told_apart_from_hours_not_stated() -> None:
    catalogue = Catalogue.load()
    storage = catalogue["us-wyoming-department-of-educat-storage"]
    assert storage.hours_total is None and storage.evidence_based
    french = catalogue["gb-king-s-college-london-learn-french-for-global-communication-level-1"]
    assert french.hours_total is None and not french.evidence_based


def test_what_is_written_is_read_back_unchanged(tmp_path: Path) -> None:
    report = read_catalogue()
    export_catalogue(report.credentials, "jsonl", tmp_path / "copy.jsonl")
    assert read_catalogue(tmp_path / "copy.jsonl").credentials == report.credentials
    assert parse(to_row(report.credentials[7]))[0] == report.credentials[7]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"{}", b"\x00\x01\x02", b'{"id": 1}', b"[" * 100_000])
def test_a_file_with_nothing_usable_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"c\.jsonl: no usable record"):
        read_catalogue(path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"gone\.jsonl: the catalogue cannot be read"):
        read_catalogue(tmp_path / "gone.jsonl")


def test_a_byte_order_mark_and_wrong_bytes_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(WELD).encode() + b'\n{"id": "b", "title": "Caf\xe9"}\n')
    assert [credential.title for credential in read_catalogue(path).credentials] == ["Pipe welding", "Caf�"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = list(json.loads(DEFAULT_CATALOGUE.read_text(encoding="utf-8").splitlines()[0]))


@given(st.dictionaries(st.sampled_from(FIELDS), json_values))
def test_no_row_whatever_breaks_the_reader(row: dict[str, Any]) -> None:
    try:
        credential, _ = parse(row)
    except RecordError as error:
        assert "\n" not in str(error)[:100]
    else:
        assert credential.id and credential.title


def test_facets_keep_unknown_apart_from_nought() -> None:
    catalogue = Catalogue.load()
    facets = catalogue.facets
    assert len(facets) == 270
    assert facets["cost"].isna().sum() == sum(credential.cost is None for credential in catalogue) > 0
    assert (facets["cost"] == 0).sum() == sum(credential.is_free is True for credential in catalogue) > 0
    assert facets.loc["us-wyoming-department-of-educat-storage", "hours"] != 0
    assert catalogue.get(["nowhere", catalogue.ids[3]]) == [catalogue[catalogue.ids[3]]]
