"""Texts, figures and words as sources write them, one by one: read as meant, or left unknown with the reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import quantities
from catalogue.cleaning import clean_text, is_formula, is_placeholder, text_language
from catalogue.importers import vocabulary
from catalogue.importers.identity import slug, stable_id
from catalogue.quantities import Unclear


@pytest.mark.parametrize(
    "raw, text, mended",
    [
        ("  two\u00a0 words\n", "two words", ()),
        ("<p>One</p><p>two</p>", "One two", ("HTML removed",)),
        ("<ul><li>one</li><li>two</li></ul>", "one two", ("HTML removed",)),
        ("R&amp;D &lt; 5", "R&D < 5", ("entities decoded",)),
        ("&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;", "bold", ("entities decoded", "HTML removed")),
        ("a < b and c > d", "a < b and c > d", ()),
        ("?a=1&section=2", "?a=1&section=2", ()),
        ("MÃ¼nchen â€“ cafÃ©", "München – café", ("mojibake mended",)),
        ("nul\x00 and bell\x07", "nul and bell", ("control characters removed",)),
        ("safe\u202etxt.exe", "safe txt.exe", ("control characters removed",)),
        ("東京大学", "東京大学", ()),
    ],
)
def test_texts_are_cleaned_and_the_mending_is_named(raw: str, text: str, mended: tuple[str, ...]) -> None:
    cleaned = clean_text(raw)
    assert (cleaned.text, cleaned.mended) == (text, mended)


@given(st.text())
def test_cleaning_a_clean_text_changes_nothing(raw: str) -> None:
    once = clean_text(raw).text
    assert clean_text(once).text == once


def test_a_very_long_text_is_cut_and_that_is_said() -> None:
    cleaned = clean_text("word " * 10_000)
    assert len(cleaned.text) <= 20_000
    assert cleaned.mended == ("cut to 20,000 characters",)


@pytest.mark.parametrize(
    "cell", ["=1+1", '=HYPERLINK("x")', "@SUM(A1)", "+cmd|' /C calc'!A0", "-IMPORTDATA(A1)", " =A1"]
)
def test_what_a_spreadsheet_would_run_is_a_formula(cell: str) -> None:
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["-5", "+44 20 1234", "- item (with brackets)", "@home learning", "C++ (advanced)"])
def test_what_only_looks_like_one_is_no_formula(cell: str) -> None:
    assert not is_formula(cell)


def test_placeholders_of_registries_are_no_texts() -> None:
    assert is_placeholder("*** COST PROFILE DESCRIPTION MISSING ***")
    assert is_placeholder("N/A")
    assert not is_placeholder("Nothing is missing here")


def test_the_language_of_a_text_is_told() -> None:
    assert text_language("Les organisations ont besoin de responsables qui comprennent les données.") == "fr"


@pytest.mark.parametrize(
    "raw, expected",
    [(12, 12), ("1,234.50", 1234.5), ("1.234,50", 1234.5), ("3,500", 3500), ("2.6 CEUs", 2.6), ("1 234", 1234)],
)
def test_figures_are_read_in_the_worlds_notations(raw: Any, expected: float) -> None:
    assert quantities.number(raw) == expected


@pytest.mark.parametrize(
    "raw, reason",
    [
        ("3-6", "a range, not one figure"),
        ("3 OR 4 hours", "a range, not one figure"),
        ("1 TO 4 hours.", "a range, not one figure"),
        ("up to 5", "a limit, not the figure itself"),
        ("5 or so, 7 at times", "several figures"),
        ("S91ZbAwnQrf", "no figure"),
        ("none", "no figure"),
        (True, "no figure"),
        (float("inf"), "the figure is too large"),
        (10**400, "the figure is too large"),
    ],
)
def test_what_is_no_single_figure_is_unclear(raw: Any, reason: str) -> None:
    with pytest.raises(Unclear, match=reason):
        quantities.number(raw)


@pytest.mark.parametrize(
    "raw, currency, country, expected",
    [
        ("US$ 1,200", None, None, (1200, "USD")),
        ("€99", None, None, (99, "EUR")),
        ("99,50 €", None, None, (99.5, "EUR")),
        ("EUR120", None, None, (120, "EUR")),
        ("RM500", None, None, (500, "MYR")),
        ("¥10,000", None, "JP", (10_000, "JPY")),
        ("$350", None, "CA", (350, "CAD")),
        (150.0, "US Dollar", None, (150, "USD")),
        ("Free", None, None, (0, "XXX")),
        ("free", "EUR", None, (0, "EUR")),
        ("kostenlos", None, "DE", (0, "EUR")),
        ("無料", None, "JP", (0, "JPY")),
    ],
)
def test_prices_are_read_with_their_currency(
    raw: Any, currency: str | None, country: str | None, expected: tuple[float, str]
) -> None:
    assert quantities.money(raw, currency, country) == expected


@pytest.mark.parametrize(
    "raw, currency, reason",
    [
        ("$3,500", None, "stands for several currencies"),
        ("100", None, "the currency is not stated"),
        ("from €99", None, "a limit"),
        ("€99 - €199", None, "a range|several figures"),
        (-5, "EUR", "below zero"),
        ("10", "Galleons", "names no known currency"),
    ],
)
def test_a_price_that_is_not_certain_stays_unknown(raw: Any, currency: str | None, reason: str) -> None:
    with pytest.raises(Unclear, match=reason):
        quantities.money(raw, currency)


@pytest.mark.parametrize(
    "raw, hours, weeks",
    [
        ("PT60H", 60, None),
        ("PT7H30M", 7.5, None),
        ("P2W", None, 2),
        ("P5D", None, 0.7),
        ("P1M", None, 4.3),
        ("P2Y", None, 104.4),
        ("14 weeks", None, 14),
        ("4 Days", None, 0.6),
        ("12 meses", None, 52.2),
        ("2 semaines", None, 2),
        ("40 hours", 40, None),
        ("90 minutes", 1.5, None),
        ("10時間", 10, None),
    ],
)
def test_lengths_are_hours_of_work_or_calendar_weeks(raw: str, hours: float | None, weeks: float | None) -> None:
    assert quantities.length(raw) == (hours, weeks)


@pytest.mark.parametrize(
    "raw, reason",
    [
        ("P60M", "60 months; if minutes are meant, ISO 8601 writes PT60M"),
        ("P7Y3M8DT1H10M0S", "7 years, too long for a course to be believed"),
        ("P99999999999999Y", "too long|not an ISO 8601 duration"),
        ("PT0S", "no length above zero"),
        ("Pnonsense", "no unit of time|no figure|not an ISO 8601"),
        ("3 - 6 Months", "a range, not one length"),
        ("Less Than 2 Hours", "a limit"),
        ("4 weeks per course", "the length of each part"),
        ("5 hours per week", "hours a week, not a length"),
        ("12", "no unit of time"),
        ("2 weeks 3 days", "several"),
    ],
)
def test_a_length_that_cannot_be_believed_or_told_is_unclear(raw: str, reason: str) -> None:
    with pytest.raises(Unclear, match=reason):
        quantities.length(raw)


def test_a_weekly_pace_needs_its_unit_and_one_figure() -> None:
    assert quantities.hours_a_week("7 hrs/wk") == 7
    assert quantities.hours_a_week("5 Hours per Week") == 5
    for raw in ("5-8 hrs/wk", "7 hours", "flexible"):
        with pytest.raises(Unclear):
            quantities.hours_a_week(raw)


@pytest.mark.parametrize(
    "raw, named, expected",
    [
        ("3 hours.", "Credit Hours", (3, "credit hour")),
        ("2.6 CEUs", None, (2.6, "CEU")),
        (5, "ECTS credits", (5, "ECTS")),
        (5, None, (5, None)),
    ],
)
def test_credits_keep_the_system_that_is_stated(
    raw: Any, named: str | None, expected: tuple[float, str | None]
) -> None:
    assert quantities.credit_amount(raw, named) == expected


@pytest.mark.parametrize(
    "raw, code",
    [
        ("English", "en"),
        ("en", "en"),
        ("en-US", "en"),
        ("EN_gb", "en"),
        ("français", "fr"),
        ("Deutsch", "de"),
        ("日本語", "ja"),
        ("http://publications.europa.eu/resource/authority/language/FIN", "fi"),
        ("Chinese (Simplified)", "zh"),
    ],
)
def test_languages_become_codes(raw: str, code: str) -> None:
    assert vocabulary.language_code(raw) == code


@pytest.mark.parametrize(
    "raw, code", [("United States", "US"), ("USA", "US"), ("UK", "GB"), (".../country/IRL", "IE"), ("nz", "NZ")]
)
def test_countries_become_codes(raw: str, code: str) -> None:
    assert vocabulary.country_code(raw) == code


@pytest.mark.parametrize(
    "raw, framework, expected",
    [
        ("EQF 6", None, ("EQF", "6")),
        ("EQF level 6", None, ("EQF", "6")),
        ("RQF Level 6", None, ("RQF", "6")),
        ("Level 7 (NZQCF)", None, ("NZQCF", "7")),
        ("6", "EQF", ("EQF", "6")),
        ("3", "QCF", ("QCF", "3")),
        ("AQF", "AQF", ("AQF", None)),
        ("Entry 3", "RQF", ("RQF", "E3")),
        ("2", "Ruritanian scale", ("Ruritanian scale", "2")),
    ],
)
def test_levels_keep_their_framework(raw: str, framework: str | None, expected: tuple[str, str | None]) -> None:
    assert vocabulary.level(raw, framework) == expected


@pytest.mark.parametrize(
    "raw, framework, reason",
    [
        ("Beginner", None, "a word of difficulty"),
        ("Mixed", None, "a word of difficulty"),
        ("Advanced", "EQF", "a word of difficulty"),
        ("7", None, "no framework is named"),
        ("Level 7", None, "no framework is named"),
        ("9", "EQF", "expected 1 to 8"),
        ("Quidditch level 3", None, "names no framework"),
    ],
)
def test_a_level_without_a_scale_or_outside_it_is_unclear(raw: str, framework: str | None, reason: str) -> None:
    with pytest.raises(Unclear, match=reason):
        vocabulary.level(raw, framework)


def test_a_mode_is_read_where_the_words_agree_and_a_choice_is_no_mode() -> None:
    assert vocabulary.mode(["MOOC", "online"]) == "online"
    assert vocabulary.mode(["Hybrid"]) == "blended"
    assert vocabulary.mode(["On campus"]) == "in person"
    with pytest.raises(Unclear, match="several at once \\(in person, online\\)"):
        vocabulary.mode(["In-Person", "Online Only"])
    assert vocabulary.pacing(["Self-paced"]) == "self-paced"


@pytest.mark.parametrize(
    "source_id, url, expected",
    [
        ("ce-1A4AB486-8212-4708", None, "ce-1A4AB486-8212-4708"),
        ("course-v1:MITxT+18.03.1x", None, "course-v1:MITxT+18.03.1x"),
        ("urn:cairn:gb-x", None, "gb-x"),
        ("62", None, "acme-62"),
        ("CS 101", None, "acme-cs-101"),
        (None, "https://www.edx.org/course/a", "edx-org-course-a"),
        (None, "https://acme.org/", "acme-welding"),
        (None, None, "acme-welding"),
    ],
)
def test_ids_come_from_the_source_and_say_whose_they_are(source_id: str | None, url: str | None, expected: str) -> None:
    assert stable_id(source_id, url, "Acme", "Welding", "file") == expected


def test_addresses_that_differ_only_in_signs_keep_ids_of_their_own() -> None:
    ids = {stable_id(None, f"https://a.org/{name}", None, "T", "f") for name in ("c", "c++", "c#", "C", "c?x=1")}
    assert len(ids) == 5
    assert slug("東京 データ") == "東京-データ"
