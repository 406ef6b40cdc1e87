"""Do a record's own facts go together: each sum by hand."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.coherence import age_in_days, check
from catalogue.definition import assess
from catalogue.records import Credential, Credits, Level
from catalogue.store import Catalogue

TODAY = date(2026, 11, 24)


def findings(**fields: object) -> dict[str, tuple[str, str]]:
    credential = Credential.model_validate({"id": "case", "title": "Case", **fields})
    found = check(credential, assess(credential), TODAY).findings
    return {finding.about: (finding.standing, finding.text) for finding in found}


def test_forty_credits_in_two_weekends_are_questioned_with_the_sum_shown() -> None:
    standing, text = findings(credits=Credits(amount=40, system="NZQCF credit"), duration_weeks=2)["workload and weeks"]
    assert standing == "questioned"
    assert text == "40 NZQCF credit = 400 hours in 2 weeks = 200 hours a week. That is more than 60."


def test_a_two_day_course_of_twenty_hours_is_believed() -> None:
    assert findings(workload_hours=20, duration_weeks=2 / 7)["workload and weeks"][0] == "agrees"
    assert findings(workload_hours=40, duration_weeks=2 / 7)["workload and weeks"][0] == "questioned"


def test_credits_and_stated_hours_are_set_against_each_other() -> None:
    five = Credits(amount=5, system="ECTS")
    standing, text = findings(credits=five, workload_hours=100)["credits and hours"]
    assert (standing, text) == ("agrees", "5 ECTS = 125 to 150 notional hours; 100 hours are stated.")
    assert findings(credits=five, workload_hours=20)["credits and hours"][0] == "questioned"
    standing, text = findings(credits=five, duration_weeks=10, hours_per_week=2)["credits and hours"]
    assert standing == "questioned" and text.endswith("20 hours are stated (10 weeks × 2 hours).")


def test_a_stated_pace_that_does_not_reach_the_hours_is_questioned() -> None:
    standing, text = findings(workload_hours=150, duration_weeks=10, hours_per_week=3)["workload and weeks"]
    assert standing == "questioned" and text.endswith("= 15 hours a week. The stated pace is 3 hours a week.")


def test_weeks_alone_say_nothing_about_the_workload() -> None:
    assert findings(duration_weeks=10)["workload and weeks"][0] == "not known"
    assert findings(credits=Credits(amount=5, system="AQF credit points"), duration_weeks=1)["workload and weeks"][
        0
    ] == ("not known")


@pytest.mark.parametrize(
    ("title", "level", "standing"),
    [
        ("Postgraduate Certificate in Dementia", Level(framework="NFQ", value="9"), "agrees"),
        ("Bachelor of Science", Level(framework="NZQCF", value="5"), "questioned"),
        ("Level 3 Award in Food Safety", Level(framework="RQF", value="3"), "agrees"),
        ("Level 4 Award in Food Safety", Level(framework="RQF", value="3"), "questioned"),
        ("French: Level 1", Level(framework="EQF", value="5"), "not known"),
        ("Bachelor of Science", None, "not known"),
    ],
)
def test_level_and_kind_of_award_are_compared(title: str, level: Level | None, standing: str) -> None:
    assert findings(title=title, level=level)["level and kind of award"][0] == standing


@pytest.mark.parametrize(
    ("stated", "days"),
    [("2026-11-20", 4), ("2026-10", 23), ("2025", 328), ("2025-12", 327), ("2026", 0), (None, None)],
)
def test_age_is_the_least_that_the_stated_date_allows(stated: str | None, days: int | None) -> None:
    assert age_in_days(stated, TODAY) == days


def test_the_day_of_reading_is_told_beside_the_date_of_the_source(catalogue: Catalogue) -> None:
    undated = next(item for item in catalogue if item.source_date is None)
    told = check(undated, assess(undated), TODAY)
    assert told.age_in_words == "The source shows no date; it was read 1 day ago"
    assert told.in_words[-1] == f"{told.age_in_words}."
    unread = check(undated.model_copy(update={"read_on": None, "source_date": "2026-11-20"}), assess(undated), TODAY)
    assert unread.age_in_words == "The source is at least 4 days old; when it was read is not on record"


def test_every_sum_of_the_catalogue_shows_figures_of_its_own_record(catalogue: Catalogue) -> None:
    questioned = []
    for credential in catalogue:
        for finding in check(credential, assess(credential), TODAY).findings:
            if finding.standing == "not known":
                continue
            if finding.about == "workload and weeks":
                assert f"{credential.duration_weeks:g} weeks" in finding.text, credential.id
            if finding.about == "credits and hours" and credential.credits:
                assert finding.text.startswith(f"{credential.credits.amount:g} {credential.credits.system}")
            if finding.standing == "questioned":
                questioned.append(credential.title)
    assert questioned == ["Jean Monnet Summer School"]
