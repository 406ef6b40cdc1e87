"""Pictures of pathways and timetables: what they say, and that nothing in a record can break them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from catalogue.records import Credential, StackingRule
from catalogue.stacking_rules import StackingRules
from catalogue.store import Catalogue
from interface.escape import plain
from interface.pathway_drawing import picture, timetable_chart
from recommender.planning import Plan, plan
from recommender.profile import LearnerProfile
from recommender.stacking import StackingGraph

TODAY = date(2026, 11, 24)
PAGE = Path(__file__).parent.parent / "interface" / "pathway.py"


@pytest.fixture(scope="module")
def graph(catalogue: Catalogue) -> StackingGraph:
    return StackingGraph(catalogue, today=TODAY)


def made_plan(graph: StackingGraph, name: str, **limits: object) -> Plan:
    award = graph.award(name)
    assert award is not None
    found = plan(award, LearnerProfile.model_validate(limits), graph)
    assert isinstance(found, Plan)
    return found


def titles(graph: StackingGraph) -> dict[str, str]:
    return {node: graph.title(node) for node in graph.graph}


def test_a_picture_says_how_much_and_how_sure_in_words(graph: StackingGraph) -> None:
    award = graph.award("Six Sigma Green Belt")
    assert award is not None
    drawn = picture(graph.links_into(award.key), titles(graph))
    assert drawn.count("5 of 15 credits,<br/>confirmed") == 3
    assert drawn.count("--> whole") == 3
    assert "flowchart LR" in drawn


def test_links_that_are_not_certain_have_another_line_and_say_so(graph: StackingGraph) -> None:
    una = graph.links_into("fi-university-of-helsinki-for-t-una-europa-micro-credential-in-sustainability")
    assert picture(una, titles(graph)).count("on a condition") == 5
    assert "-.-> whole" in picture(una, titles(graph))
    closed = graph.award("5M2009")
    assert closed is not None
    assert picture(graph.links_into(closed.key), titles(graph)).count("--x whole") == 8


def test_a_title_full_of_markup_stays_text_in_the_picture() -> None:
    nasty = 'A"]; click n0 "javascript:alert(1)" <img src=x onerror=alert(1)> `b` #35; end'
    graph = StackingGraph(
        [Credential(id="a", title=nasty, stacks_into=(StackingRule(title="Diploma"),))], StackingRules()
    )
    drawn = picture(graph.links_into(next(iter(graph.awards))), titles(graph))
    label_lines = [line for line in drawn.splitlines() if line.startswith("  part")]
    assert len(label_lines) == 1
    assert label_lines[0].count('"') == 2
    assert "<img" not in drawn and "`" not in drawn
    assert "#lt;img" in drawn and "#quot;" in drawn


def test_bars_follow_each_other_week_after_week(graph: StackingGraph) -> None:
    chart = timetable_chart(made_plan(graph, "Six Sigma Green Belt", max_hours_per_week=10).steps)
    assert chart is not None
    drawn = chart.to_dict()
    (rows,) = drawn["datasets"].values()
    assert [(row["from"], row["to"]) for row in rows] == [(0, 16), (16, 32), (32, 48)]
    assert rows[0]["step"] == "1. Six Sigma I (Quality Tools)"
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["bar", "text"]


def test_a_plan_whose_length_nobody_states_has_no_bars(graph: StackingGraph) -> None:
    assert timetable_chart(made_plan(graph, "4M2014").steps) is None


def test_the_page_draws_an_awards_ways_in_and_a_timetable_that_follows_the_limits() -> None:
    page = AppTest.from_file(str(PAGE), default_timeout=120).run()
    assert not page.exception
    assert "Pick an award" in page.markdown[-1].value
    page.selectbox(key="award").set_value(
        "ie-institute-of-technology-slig-certificate-in-lean-sigma-quality-six-sigma-gree"
    ).run()
    assert not page.exception
    text = "\n".join(element.value for element in page.markdown)
    assert "**1. Six Sigma I" in text and "weeks 1 to 16" in text
    page.number_input(key="plan-budget").set_value(1000.0).run()
    assert not page.exception
    assert any("No plan fits" in element.value and "2,100" in element.value for element in page.markdown)


def test_a_plan_made_in_the_conversation_stands_on_the_page_with_its_weeks() -> None:
    page = AppTest.from_file(str(PAGE.parent / "page.py"), default_timeout=120).run()
    page.chat_input(key="message").set_value("I want to learn lean and six sigma, 5 hours a week").run()
    page.chat_input(key="message").set_value("make me a plan").run()
    goal = page.session_state.visit.latest_goal
    assert goal is not None
    page.switch_page("pathway.py").run()
    assert not page.exception
    assert page.selectbox(key="award").value == "skills"
    assert page.number_input(key="plan-hours").value == 5
    first = page.session_state.visit.conversation.shown[0]
    assert any(plain(Catalogue.load()[first].title) in element.value for element in page.markdown)


def test_a_card_leads_to_the_award_above_its_credential() -> None:
    page = AppTest.from_file(str(PAGE), default_timeout=120)
    page.query_params["part"] = "ie-institute-of-technology-slig-six-sigma-i-quality-tools"
    page.run()
    assert not page.exception
    assert page.selectbox(key="award").value == (
        "ie-institute-of-technology-slig-certificate-in-lean-sigma-quality-six-sigma-gree"
    )
