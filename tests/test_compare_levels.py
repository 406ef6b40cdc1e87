"""The page "How credentials compare": every picture has its words, and both say what the tables say."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from catalogue.frameworks import FRAMEWORKS, compare
from interface import level_chart

PAGE = Path(__file__).parent.parent / "interface" / "compare_levels.py"


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(PAGE), default_timeout=60).run()


def lines(page: AppTest) -> dict[str, tuple[str, str]]:
    """Scale code to (levels, basis) as the table shows them."""
    return {
        row[0].partition(",")[0].replace("\\", ""): (row[1].replace("\\", ""), row[2])
        for row in page.table[0].value.values
    }


def choose(page: AppTest, scale: str, level: str) -> AppTest:
    page.selectbox(key="scale").set_value(scale).run()
    return page.selectbox(key="level").set_value(level).run()


def test_a_level_is_shown_with_its_plain_words_and_compared_on_every_other_scale(page: AppTest) -> None:
    choose(page, "NZQCF", "5")
    assert not page.exception
    assert "**NZQCF level 5**: Broad technical or theoretical knowledge" in page.markdown[1].value
    shown = lines(page)
    assert set(shown) == set(FRAMEWORKS) - {"NZQCF"}
    assert shown["EQF"] == (
        "EQF level 5 (short-cycle higher education and higher vocational awards)",
        "analysis by two authorities",
    )
    assert shown["AQF"][0].startswith("AQF level 5 to 6") and shown["AQF"][1] == "approximate"
    assert shown["CEFR"] == ("no agreed comparison", "none")


def test_a_level_that_nobody_agreed_on_says_so(page: AppTest) -> None:
    choose(page, "NZQCF", "8")
    assert not page.exception
    assert {levels for levels, _ in lines(page).values()} == {"no agreed comparison"}


@pytest.mark.parametrize("scale", list(FRAMEWORKS))
def test_every_scale_can_be_chosen(page: AppTest, scale: str) -> None:
    page.selectbox(key="scale").set_value(scale).run()
    assert not page.exception
    assert page.table[0].value.shape[0] == len(FRAMEWORKS) - 1


def expanders(page: AppTest) -> dict[str, str]:
    """Heading to everything in it."""
    return {box.label: "\n".join(item.value for item in box.markdown) for box in page.expander}


def test_every_level_of_the_chosen_scale_is_told_in_plain_words_with_its_award(page: AppTest) -> None:
    choose(page, "MQF", "4")
    told = expanders(page)["Every level of the MQF in plain words"].replace("\\", "")
    for info in FRAMEWORKS["MQF"].levels:
        assert info.plain and info.plain in told and info.typical_award in told


def test_the_rules_of_the_place_are_shown_with_date_and_source_and_so_is_what_was_not_found(page: AppTest) -> None:
    choose(page, "MQF", "4")
    rules = expanders(page)["Rules in Malaysia: who approves, size, stacking, transfer"].replace("\\", "")
    assert "Quality Verification Centre" in rules and "up to 70% of a programme" in rules and "at most 3 years" in rules
    assert "(rule of 2022-12)" in rules and "<https://qvc.umpsa.edu.my/faqs.php>" in rules
    choose(page, "NFQ", "6")
    irish = expanders(page)["Rules in Ireland: who approves, size, stacking, transfer"].replace("\\", "")
    assert "We found no rule on this for Ireland: who assesses." in irish


def test_credits_are_converted_with_the_basis_and_the_rest_named(page: AppTest) -> None:
    page.number_input(key="credits").set_value(15.0).run()
    page.selectbox(key="from-system").set_value("NZQCF credit").run()
    page.selectbox(key="to-system").set_value("ECTS credit").run()
    assert not page.exception
    words = [part.value.replace("\\", "") for part in page.markdown]
    assert any(
        part.startswith("**15 NZQCF credits are about 5 to 7.5 ECTS (approximate: by hours 5 to 6;") for part in words
    )
    assert any(part.startswith("- CEU (continuing education unit): contact hours only") for part in words)


def test_a_level_stands_where_its_european_range_is_and_shares_a_band_evenly() -> None:
    nfq = FRAMEWORKS["NFQ"]
    comparisons = {code: compare("NFQ", "8", code) for code in FRAMEWORKS}
    table = level_chart.rows(nfq.level("8"), ["EQF", "NFQ", "NZQCF", "AQF"], comparisons).set_index(["scale", "level"])
    assert tuple(table.loc[("NFQ", "7"), ["bottom", "top"]]) == (5.5, 6.0)
    assert tuple(table.loc[("NFQ", "8"), ["bottom", "top"]]) == (6.0, 6.5)
    assert tuple(table.loc[("EQF", "6"), ["bottom", "top"]]) == (5.5, 6.5)
    assert tuple(table.loc[("AQF", "8"), ["bottom", "top"]]) == (6.0, 7.0)
    assert table["top"].xs(("NZQCF", "8")) < 0.5  # no agreed place: at the foot
    assert table.loc[("NFQ", "8"), "state"] == "chosen"
    assert list(table.index[table["state"] == "meets"]) == [("EQF", "6"), ("NZQCF", "7"), ("AQF", "7"), ("AQF", "8")]
