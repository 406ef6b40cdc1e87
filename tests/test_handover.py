"""The papers that a learner takes away: the same facts in every format, each with its source, nothing invented."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from catalogue.records import Credential, Credits, Level, Money, StackingRule
from catalogue.store import Catalogue
from recommender.handover import Handover, facts, write_handover
from recommender.planning import Plan, plan
from recommender.profile import LearnerProfile
from recommender.stacking import StackingGraph

Shown = Callable[[Handover], str]
MADE_ON = date(2026, 11, 24)
SILENT = Credential(id="silent", title="Silent course")
FULL = Credential(
    id="full",
    title="Soldering",
    provider="Riverside College",
    level=Level(framework="NZQCF", value="4"),
    credits=Credits(amount=7.5, system="NZQCF credit"),
    workload_hours=75,
    duration_weeks=10,
    hours_per_week=7.5,
    cost=Money(amount=1250.5, currency="NZD"),
    mode="blended",
    pacing="scheduled",
    languages=("en", "mi"),
    stacks_into=(
        StackingRule(
            title="Diploma in Electronics", provider="Riverside College", credits_awarded=7.5, credits_total=120
        ),
        StackingRule(title="Trade Certificate"),
    ),
    url="https://riverside.example/soldering",
    source_url="https://riverside.example/catalogue.pdf",
    source_date="2025-03-01",
)


@pytest.fixture(scope="module")
def real_plan(catalogue: Catalogue) -> Plan:
    """A plan of eight steps from the real catalogue."""
    graph = StackingGraph(catalogue, today=MADE_ON)
    award = graph.award("Certificate of Higher Education Business")
    assert award is not None
    found = plan(award, LearnerProfile(max_hours_per_week=10), graph)
    assert isinstance(found, Plan)
    assert len(found.steps) >= 3
    return found


def pdf_text(handover: Handover) -> str:
    reader = pypdf.PdfReader(io.BytesIO(write_handover(handover, "pdf")))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def docx_text(handover: Handover) -> str:
    document = docx.Document(io.BytesIO(write_handover(handover, "docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_everything_a_learner_decides_by_is_said_in_words() -> None:
    assert facts(FULL) == {
        "provider": "Riverside College",
        "level": "NZQCF level 4",
        "credits": "7.5 NZQCF credit",
        "hours": "75 hours",
        "length": "10 weeks",
        "pace": "scheduled · 7.5 hours a week",
        "cost": "1,250.50 NZD",
        "mode": "blended",
        "assessment": None,
        "certificate": None,
        "quality": None,
        "languages": "English, Māori",
        "prerequisites": None,
        "stacks_into": "7.5 of 120 credits of Diploma in Electronics (Riverside College); "
        "Trade Certificate (how much of it is not stated)",
        "page": "https://riverside.example/soldering",
        "source": "https://riverside.example/catalogue.pdf",
        "source_date": "2025-03-01",
    }


def test_what_no_source_states_is_nowhere_guessed() -> None:
    assert set(facts(SILENT).values()) == {None}
    handover = Handover((SILENT,), made_on=MADE_ON)
    row = list(csv.reader(io.StringIO(write_handover(handover, "csv").decode("utf-8-sig"))))[1]
    assert row[3:-1] == ["not stated"] * len(facts(SILENT))
    assert pdf_text(handover).count("not stated") >= len(facts(SILENT)) - 1
    assert docx_text(handover).count("not stated") == len(facts(SILENT))


@pytest.mark.parametrize("text", [pdf_text, docx_text])
def test_the_papers_name_price_source_and_its_date(text: Shown) -> None:
    shown = text(Handover((FULL,), made_on=MADE_ON, notes={"full": "Ask for the evening group"}))
    for words in ("Soldering", "1,250.50 NZD", "NZQCF level 4", "2025-03-01", "Ask for the evening group"):
        assert words in shown
    assert "https://riverside.example/catalogue.pdf" in shown.replace("\u200b", "").replace(" ", "")


def test_the_pdf_is_tagged_titled_and_numbers_its_pages(real_plan: Plan) -> None:
    data = write_handover(Handover(plan=real_plan, made_on=MADE_ON), "pdf")
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Your learning plan"
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert [outline.title for outline in reader.outline if not isinstance(outline, list)] == ["Your learning plan"]
    last = len(reader.pages)
    assert f"Page {last} of {last}" in reader.pages[-1].extract_text()
    assert "Made with Cairn on 24 November 2026" in reader.pages[0].extract_text()


@pytest.mark.parametrize("text", [pdf_text, docx_text])
def test_the_plan_stands_first_step_by_step(text: Shown, real_plan: Plan) -> None:
    shown = text(Handover((FULL,), plan=real_plan, made_on=MADE_ON, learner="Zoë Nováková"))
    assert "Zoë Nováková" in shown
    assert f"Goal: {real_plan.goal.title}" in shown
    places = [shown.index(step.credential.title.split("(")[0].strip()[:20]) for step in real_plan.steps]
    assert places[0] == min(places)
    assert all(step.in_weeks in shown for step in real_plan.steps)
    assert all(line[:30] in shown for line in real_plan.remaining)


def test_japanese_and_extended_latin_titles_are_printed(catalogue: Catalogue) -> None:
    titles = ["日本中世の自由と平等", "Kvalifikācijas paaugstināšana – Őszi félév"]
    shown = pdf_text(Handover(tuple(Credential(id=title, title=title) for title in titles), made_on=MADE_ON))
    assert all(title in shown for title in titles)
    assert "〓" not in shown


def test_a_character_that_no_font_has_is_marked_and_explained() -> None:
    unassigned = "\u0378"
    shown = pdf_text(Handover((Credential(id="x", title=f"Odd {unassigned} title"),), made_on=MADE_ON))
    assert "Odd 〓 title" in shown
    assert "〓 stands for a character that no font at hand could print" in shown


def test_a_record_s_text_is_never_run_as_layout_formula_or_markup() -> None:
    tricky = Credential(id="t", title="=HYPERLINK(1) #panic() *x* $1$ <b> \\", url="https://a.example/#%22")
    handover = Handover((tricky,), made_on=MADE_ON, notes={"t": "+1+1"})
    assert "#panic() *x* $1$ <b> \\" in pdf_text(handover)
    row = list(csv.reader(io.StringIO(write_handover(handover, "csv").decode("utf-8-sig"))))[1]
    assert (row[1][:12], row[-1]) == ("'=HYPERLINK(", "'+1+1")
    assert tricky.title in docx_text(handover)


def test_the_calendar_has_each_step_in_its_weeks(real_plan: Plan) -> None:
    data = write_handover(Handover(plan=real_plan, made_on=MADE_ON, starts_on=date(2027, 1, 11)), "ics")
    events = Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == len(real_plan.steps)
    first, second = real_plan.steps[:2]
    assert (events[0]["dtstart"].dt, first.in_weeks) == (date(2027, 1, 11), "weeks 1 to 4")
    assert events[0]["dtend"].dt == date(2027, 2, 8)
    assert events[1]["dtstart"].dt == date(2027, 2, 8)
    assert str(events[1]["summary"]) == f"{second.credential.title} (step 2 of {len(real_plan.steps)})"
    assert f"Read from: {second.credential.source_url}" in str(events[1]["description"])


def test_a_calendar_without_a_start_begins_on_the_next_monday(real_plan: Plan) -> None:
    events = Calendar.from_ical(write_handover(Handover(plan=real_plan, made_on=MADE_ON), "ics")).walk("VEVENT")
    assert events[0]["dtstart"].dt == date(2026, 11, 30)


def test_a_shortlist_without_a_plan_gives_an_empty_calendar_and_its_own_heading() -> None:
    handover = Handover((FULL,), made_on=MADE_ON)
    assert Calendar.from_ical(write_handover(handover, "ics")).walk("VEVENT") == []
    assert pdf_text(handover).startswith("Your shortlist")


def test_the_json_holds_plan_records_and_notes(real_plan: Plan) -> None:
    content = json.loads(write_handover(Handover((FULL,), real_plan, {"full": "n"}, made_on=MADE_ON), "json"))
    assert content["plan"] == json.loads(json.dumps(real_plan.as_json()))
    assert [row["id"] for row in content["credentials"]][-1] == "full"
    assert content["credentials"][-1]["cost_amount"] == 1250.5
    assert content["notes"] == {"full": "n"}


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip), st.text(max_size=60))
def test_no_title_or_note_keeps_the_papers_from_being_written(title: str, note: str) -> None:
    handover = Handover((Credential(id="x", title=title),), notes={"x": note}, learner=note, made_on=MADE_ON)
    assert write_handover(handover, "pdf").startswith(b"%PDF")
    assert docx.Document(io.BytesIO(write_handover(handover, "docx"))).paragraphs


def test_an_empty_handover_still_gives_papers_in_every_format() -> None:
    for format in ("pdf", "docx", "csv", "ics", "json"):
        assert write_handover(Handover(made_on=MADE_ON), format)


def test_an_unknown_format_is_refused_with_the_valid_ones_named() -> None:
    with pytest.raises(ValueError, match="'odt' is no format of a handover; expected one of pdf, docx, csv, ics, json"):
        write_handover(Handover(), "odt")
