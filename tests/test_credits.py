"""Credits: every row of the table is answered as it stands, as a range with its method, or refused with the reason."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.credits import SYSTEMS, CreditError, convert, convert_json, hours_of, notional_hours
from catalogue.records import Credential, Credits
from catalogue.store import Catalogue

DATA = Path(__file__).parent.parent / "catalogue" / "data"
with open(DATA / "credits.csv", encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
CONVERTIBLE = sorted(name for name, system in SYSTEMS.items() if system.convertible)


def is_a_credit(row: dict[str, str]) -> bool:
    return bool(row["notional_hours_low"] and row["notional_hours_high"] and row["ects_equivalent_low"])


@pytest.mark.parametrize("row", [row for row in ROWS if is_a_credit(row)], ids=lambda row: row["credit_system"])
def test_every_credit_of_the_table_has_its_hours_and_its_ects(row: dict[str, str]) -> None:
    hours = convert(1, row["credit_system"], "hours")
    assert (hours.low, hours.high) == (float(row["notional_hours_low"]), float(row["notional_hours_high"]))
    ects = convert(1, row["credit_system"], "ECTS credit")
    assert ects.low == pytest.approx(float(row["ects_equivalent_low"]), abs=0.0051)
    assert ects.high == pytest.approx(float(row["ects_equivalent_high"]), abs=0.0051)
    assert row["source_url"] in ects.sources and row["source_url"] in hours.sources


@pytest.mark.parametrize("row", [row for row in ROWS if not is_a_credit(row)], ids=lambda row: row["credit_system"])
def test_every_row_that_is_no_amount_of_notional_learning_is_refused_with_its_reason(row: dict[str, str]) -> None:
    with pytest.raises(CreditError) as error:
        convert(1, row["credit_system"], "ECTS")
    unverified = row["source_url"] == "not verified"
    assert ("no source was found" if unverified else row["basis"]) in str(error.value)
    with pytest.raises(CreditError):
        convert(1, "ECTS", row["credit_system"])


def test_ten_ects_are_shown_with_both_methods() -> None:
    found = convert_json(10, "ECTS", "NZQCF credit")
    assert (found["low"], found["high"]) == (20, 30)
    assert found["by_hours"] == [25, 30] and found["by_year_share"] == 20
    assert found["basis"] == "approximate: by hours 25 to 30; by share of a full-time year 20"
    assert all(url.startswith("http") for url in found["sources"]) and found["source"] == found["sources"][0]


def test_hours_are_reached_through_the_row_of_the_system() -> None:
    assert (
        convert(10, "ECTS", "hours").in_words
        == "10 ECTS are about 250 to 300 hours (25 to 30 notional hours for 1 ECTS)."
    )
    assert hours_of(Credits(amount=10, system="ECTS (Ireland)")) == (200, 250)
    assert convert(150, "hours", "NZQCF credit").low == convert(150, "hours", "NZQCF credit").high == 15


def test_a_published_equivalence_wider_than_both_methods_is_named() -> None:
    found = convert(3, "US semester credit", "ECTS")
    assert (found.low, found.high) == (4.5, 6)
    assert found.basis.endswith("published equivalences 4.5 to 6")


def test_the_same_system_stays_what_it_is() -> None:
    found = convert(15, "NZ credits", "NZQCF credit")
    assert (found.low, found.high, found.basis) == (15, 15, "the same system")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("CATS", "UK higher-education and RQF credit"), ("nz credits", "NZQCF credit"), ("ects", "ECTS credit"),
     ("US semester credits", "US semester credit hour"), ("単位", "Japanese university credit (tan'i)"),
     ("MQF credit", "MQF credit"), ("MQF credit (Malta)", "MQF credit (Malta)"),
     ("Semester Hours", "US semester credit hour")],
)  # fmt: skip
def test_a_credit_system_is_found_by_the_names_catalogues_and_people_use(typed: str, name: str) -> None:
    assert convert(1, typed, "hours").system == name


@pytest.mark.parametrize(
    ("amount", "system", "to", "says"),
    [
        (5, "AQF credit points", "ECTS", "no national size"),
        (2, "CEU", "ECTS", "contact hours only"),
        (10, "QQI FET credit", "hours", "not verified"),
        (5, "UGC skill-course credit, theory (NHEQF)", "ECTS", "taught hours"),
        (5, "gold stars", "ECTS", "'gold stars' is not a known credit system; expected one of hours, ECTS credit"),
        (-1, "ECTS", "hours", "expected more than 0"),
        (float("nan"), "ECTS", "hours", "expected more than 0"),
    ],
)
def test_what_cannot_be_converted_says_why(amount: float, system: str, to: str, says: str) -> None:
    with pytest.raises(CreditError) as error:
        convert(amount, system, to)
    assert says in str(error.value)


@given(st.floats(0.5, 80), st.sampled_from(CONVERTIBLE), st.sampled_from(CONVERTIBLE))
def test_converting_there_and_back_covers_the_amount(amount: float, system: str, to: str) -> None:
    there = convert(amount, system, to)
    assert 0 < there.low <= there.high
    back = [convert(end, to, system) for end in (there.low, there.high)]
    assert min(b.low for b in back) <= amount * 1.000001 and max(b.high for b in back) >= amount * 0.999999


def test_hours_behind_credits_are_unknown_where_the_system_is_not_stated_or_has_no_size() -> None:
    assert hours_of(Credits(amount=18)) is None
    assert hours_of(Credits(amount=15, system="QQI FET credit")) is None
    assert hours_of(Credits(amount=5, system="AQF credit points")) is None


def test_stated_hours_come_before_hours_from_credits() -> None:
    credential = Credential(id="x", title="X", workload_hours=100, credits=Credits(amount=5, system="ECTS"))
    assert notional_hours(credential) == (100, 100)
    assert notional_hours(credential.model_copy(update={"workload_hours": None})) == (125, 150)


def test_every_credit_system_of_the_catalogue_is_known_or_refused_in_one_sentence(catalogue: Catalogue) -> None:
    systems = {c.credits.system for c in catalogue if c.credits and c.credits.system}
    assert {"ECTS", "CATS", "NZQCF credit", "MQF credit (Malta)"} <= systems
    for system in systems:
        try:
            assert convert(1, system, "hours").low > 0
        except CreditError as error:
            assert system in ("QQI FET credit", "AQF credit points", "CEU"), str(error)
