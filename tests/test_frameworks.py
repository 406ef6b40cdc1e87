"""Levels: every row of the tables is answered as it stands, and nothing is compared that no table compares."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import pytest

from catalogue.frameworks import (
    BASES,
    FRAMEWORKS,
    FrameworkError,
    compare,
    describe,
    find_framework,
    home_framework,
    in_words,
    level_json,
    level_rank,
)
from catalogue.records import Level
from catalogue.store import Catalogue

DATA = Path(__file__).parent.parent / "catalogue" / "data"


def table(name: str) -> list[dict[str, str]]:
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LEVELS, CROSSWALK = table("levels.csv"), table("level_crosswalk.csv")
EQF_OF = {(row["framework"], row["level"]): row for row in CROSSWALK + table("level_crosswalk_added.csv")}
ALL_LEVELS = [(info.framework, info.value) for scale in FRAMEWORKS.values() for info in scale.levels]


@pytest.mark.parametrize("row", LEVELS, ids=lambda row: f"{row['framework']} {row['level']}")
def test_every_level_is_described_with_its_row_of_the_table(row: dict[str, str]) -> None:
    info = describe(Level(framework=row["framework"], value=row["level"]))
    assert info is not None
    assert (info.label, info.typical_award) == (row["label"], row["typical_award"])
    assert info.plain == row["plain_descriptor"]
    assert info.source is not None and "not verified" not in info.source
    if "not verified" not in row["source_url"]:
        assert info.source == row["source_url"] or row["framework"] == "CEFR"


@pytest.mark.parametrize("row", CROSSWALK, ids=lambda row: f"{row['framework']} {row['level']}")
def test_every_comparison_with_the_eqf_is_the_row_of_the_crosswalk(row: dict[str, str]) -> None:
    answer = level_json(row["framework"], row["level"], "EQF")
    if row["eqf_level_low"]:
        assert answer["eqf"] == {"low": int(row["eqf_level_low"]), "high": int(row["eqf_level_high"])}
        assert (answer["in"]["low"], answer["in"]["high"]) == (answer["eqf"]["low"], answer["eqf"]["high"])
    else:
        assert answer["eqf"] is None
        assert answer["in"]["low"] is None and "no agreed comparison" in answer["in"]["says"]
    assert answer["basis"] == ("same scale" if row["framework"] == "EQF" else row["basis"])
    if row["framework"] != "EQF":
        assert answer["source"] == row["source_url"]


@pytest.mark.parametrize("row", table("level_comparisons.csv"), ids=lambda row: f"{row['framework']} {row['level']}")
def test_hong_kong_and_new_zealand_are_compared_by_their_own_table_both_ways(row: dict[str, str]) -> None:
    found = compare(row["framework"], row["level"], row["to_framework"])
    ends = [info.value if info else "" for info in (found.low, found.high)]
    assert ends == [row["to_level_low"], row["to_level_high"]]
    assert found.basis == "comparative analysis" and found.sources == (row["source_url"],)


def test_no_comparison_is_given_that_the_tables_do_not_support() -> None:
    """Check all levels against all scales by the crosswalk alone: overlap of EQF ranges, weakest basis."""
    direct = {(row["framework"], row["to_framework"]) for row in table("level_comparisons.csv")}
    for (code, value), target in product(ALL_LEVELS, FRAMEWORKS):
        found = compare(code, value, target)
        if code == target or (code, target) in direct:
            continue
        own = EQF_OF.get((code, value))
        overlapping = [
            info.value
            for info in FRAMEWORKS[target].levels
            if own and own["eqf_level_low"] and (there := EQF_OF.get((target, info.value))) and there["eqf_level_low"]
            and int(there["eqf_level_low"]) <= int(own["eqf_level_high"])
            and int(own["eqf_level_low"]) <= int(there["eqf_level_high"])
        ]  # fmt: skip
        ends = [found.low.value, found.high.value] if found.low and found.high else []
        assert ends == overlapping[:1] + overlapping[-1:], f"{code} {value} in {target}"
        if ends and own:
            used = [own["basis"]] * (code != "EQF")
            used += [EQF_OF[target, level]["basis"] for level in overlapping if target != "EQF"]
            assert found.basis == max(used, key=BASES.index), f"{code} {value} in {target}"


@pytest.mark.parametrize(("code", "value"), [level for level in ALL_LEVELS if level[0] != "CEFR"])
def test_a_language_level_is_never_converted(code: str, value: str) -> None:
    assert compare(code, value, "CEFR").low is None
    assert compare("CEFR", "B1", code).low is None
    assert "never converted" in compare("CEFR", "B1", code).in_words


def test_new_zealand_level_8_has_no_agreed_european_level() -> None:
    found = compare("NZQCF", 8, "EQF")
    assert found.low is None and found.basis == "comparative analysis"
    assert found.in_words.startswith("NZQCF level 8 has no agreed comparison with EQF.")
    assert level_rank(Level(framework="NZQCF", value="8")) is None


def test_a_range_is_shown_where_one_level_meets_several() -> None:
    answer = level_json("EQF", "6", "NFQ")
    assert (answer["in"]["low"], answer["in"]["high"]) == (7, 8)
    wide = compare("AQF", "8", "NZQCF")
    assert wide.low and wide.high and (wide.low.value, wide.high.value) == ("7", "9")
    assert wide.basis == "approximate" and "NZQCF level 8 lies between" in wide.in_words


def test_nothing_below_the_eqf_is_compared() -> None:
    assert compare("RQF", "E1", "SCQF").low is None
    assert compare("EQF", "1", "NZQCF").low is None


def test_hong_kong_is_not_chained_through_new_zealand() -> None:
    assert compare("HKQF", "4", "EQF").low is None


def test_the_command_line_contract_has_exactly_its_keys() -> None:
    answer = level_json("nzqf", "level 5", "eu")
    assert list(answer) == ["framework", "level", "plain", "typical_award", "eqf", "in", "basis", "source"]
    assert (answer["framework"], answer["level"]) == ("NZQCF", "5")
    assert answer["eqf"] == {"low": 5, "high": 5} and answer["basis"] == "comparative analysis"
    assert answer["source"] == "https://www2.nzqa.govt.nz/international/recognition-arrangements/ireland-nz"
    assert level_json("NZQCF", "5")["in"] is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("FHEQ", "FHEQ"), ("NZQF", "NZQCF"), ("new zealand", "NZQCF"), ("NFQ-IE", "NFQ"), ("Scottish", "SCQF"),
        ("scotland's framework", "SCQF"), ("nsqf", "NCrF"), ("Regulated Qualifications Framework", "RQF"),
        ("Malta", "MQF-MT"), ("MQF", "MQF"), ("European Qualifications Framework", "EQF"), ("hk", "HKQF"),
    ],
)  # fmt: skip
def test_a_framework_is_found_by_the_names_people_type(typed: str, code: str) -> None:
    assert find_framework(typed).code == code


def test_an_unknown_framework_is_refused_with_the_valid_ones_named() -> None:
    with pytest.raises(FrameworkError, match=r"'ABC' is not a known framework; expected one of EQF, NZQCF, .*CEFR\.$"):
        level_json("ABC", "1")


@pytest.mark.parametrize(
    ("framework", "value", "says"),
    [
        ("NZQCF", "11", "NZQCF has no level '11'; expected 1 to 10."),
        ("NZQCF", "-1", "NZQCF has no level '-1'; expected 1 to 10."),
        ("RQF", "9", "RQF has no level '9'; expected E1, E2, E3, 1, 2, 3, 4, 5, 6, 7 or 8."),
        ("EQF", "5 or 6", "EQF has no level '5 or 6'; expected 1 to 8."),
        ("CEFR", "D1", "CEFR has no level 'D1'; expected A1, A2, B1, B2, C1 or C2."),
    ],
)
def test_a_level_outside_the_scale_is_refused_with_the_valid_ones_named(framework: str, value: str, says: str) -> None:
    with pytest.raises(FrameworkError) as error:
        level_json(framework, value)
    assert str(error.value) == says


def test_the_united_states_has_no_national_scale() -> None:
    with pytest.raises(FrameworkError, match="no national level scale"):
        find_framework("USA")
    assert home_framework("US") is None


@pytest.mark.parametrize(
    ("country", "code"),
    [("IE", "NFQ"), ("NZ", "NZQCF"), ("GB", "RQF"), ("GB-SCT", "SCQF"), ("MY", "MQF"), ("MT", "MQF-MT"), ("AU", "AQF"),
     ("JP", "JEQF"), ("IN", "NCrF"), ("HK", "HKQF"), ("DE", "EQF"), ("fi", "EQF"), (None, None), ("BR", None)],
)  # fmt: skip
def test_the_scale_at_home_follows_the_country(country: str | None, code: str | None) -> None:
    assert home_framework(country) == code


def test_a_level_is_never_shown_bare(catalogue: Catalogue) -> None:
    for credential in catalogue:
        if (level := credential.level) is None:
            continue
        shown = in_words(level)
        if level.value is None:
            assert "not stated" in shown
        else:
            info = describe(level)
            assert info is not None, credential.id
            assert info.label in shown and info.typical_award in shown


def test_malta_and_malaysia_are_not_mixed_up_though_both_say_mqf(catalogue: Catalogue) -> None:
    maltese = [c.level.framework for c in catalogue if c.country == "MT" and c.level]
    assert maltese and set(maltese) == {"MQF-MT"}
    assert "Diploma" not in in_words(Level(framework="MQF-MT", value="4"))
    assert compare("MQF-MT", "5", "EQF").low != compare("MQF", "3", "EQF").low


def test_a_level_of_the_older_english_scale_is_told_as_such() -> None:
    assert in_words(Level(framework="QCF", value="3")).endswith("(Stated as QCF, the scale before it.)")
