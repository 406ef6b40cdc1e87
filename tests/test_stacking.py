"""What stacks into what, checked by hand against the records and their sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from catalogue.reader import parse, to_row
from catalogue.records import Credential, Credits, Level, StackingRule
from catalogue.stacking_rules import (
    AwardRule,
    CapRule,
    ComponentGroup,
    EntryRule,
    OneAwardOnly,
    StackingRules,
    load_stacking_rules,
)
from catalogue.store import Catalogue
from recommender.award_names import same_provider, same_title
from recommender.links import Award
from recommender.missing import missing
from recommender.routes import NO_ROUTE, percent, routes_up, stacking_lines
from recommender.stacking import StackingGraph

TODAY = date(2026, 11, 24)
NO_RULES = StackingRules()


@pytest.fixture(scope="module")
def graph(catalogue: Catalogue) -> StackingGraph:
    return StackingGraph(catalogue, today=TODAY)


def one(graph: StackingGraph, start: str) -> str:
    """Return the only id of the catalogue that starts so."""
    found = [name for name in graph.credentials if name.startswith(start)]
    assert len(found) == 1, found
    return found[0]


def found(graph: StackingGraph, name: str) -> Award:
    award = graph.award(name)
    assert award is not None, name
    return award


def parts(graph: StackingGraph, name: str) -> dict[str, float | None]:
    """Return the titles of the direct parts of an award, with their credits."""
    return {graph.title(link.component): link.credits for link in graph.links_into(found(graph, name).key)}


def make(name: str, *rules: StackingRule, **fields: object) -> Credential:
    return Credential.model_validate(
        {"id": name, "title": fields.pop("title", f"Course {name}"), "stacks_into": rules, **fields}
    )


def toward(title: str, credits: float | None = None, total: float | None = None, **more: object) -> StackingRule:
    return StackingRule.model_validate(
        {"title": title, "credits_awarded": credits, "credits_total": total, "source_url": "https://x.example", **more}
    )


# Real awards, each checked by hand against its record and the page that the record names.


def test_una_europa_takes_all_five_courses_of_ten_credits_and_is_a_module_of_a_masters(graph: StackingGraph) -> None:
    courses = parts(graph, "Una Europa micro-credential in sustainability")
    assert courses == {
        "Introduction to Sustainability": 3.0,
        "Climate.now": 2.0,
        "Biodiversity.now": 2.0,
        "Political Economy of Sustainability": 2.0,
        "Sustainability and the Arts": 1.0,
    }
    routes = routes_up(graph, "fi-university-of-helsinki-introduction-to-sustainability")
    assert [route.award.title.split(" (")[0] for route in routes] == [
        "Una Europa Micro-credential in Sustainability",
        "Master's Programme in Atmospheric Sciences",
    ]
    assert [route.share for route in routes] == [0.3, None]
    assert routes[1].credits == pytest.approx(3.0)  # three tenths of the ten credits that the whole adds
    assert "the five courses: 4 more" in routes[0].also_needed
    assert len(routes[0].fills) == 4


def test_three_modules_of_five_credits_make_the_sligo_green_belt(graph: StackingGraph) -> None:
    assert parts(graph, "Six Sigma Green Belt") == {
        "Six Sigma I (Quality Tools)": 5.0,
        "Six Sigma II (Statistical Control)": 5.0,
        "Six Sigma III (Project)": 5.0,
    }
    award = found(graph, "Six Sigma Green Belt")
    assert award.record == one(graph, "ie-institute-of-technology-slig-certificate")
    first = one(graph, "ie-institute-of-technology-slig-six-sigma-i-")
    gap = missing(graph, award, [first])
    assert (gap.credits, gap.credits_missing, gap.share) == (5.0, 10.0, pytest.approx(1 / 3))
    assert gap.gaps[0].components == 2
    assert not gap.is_complete
    everything = [link.component for link in graph.links_into(award.key)]
    assert missing(graph, award, everything).is_complete


def test_the_irish_childcare_award_closed_at_the_end_of_2023_and_the_level_4_one_is_open(graph: StackingGraph) -> None:
    closed = found(graph, "early childhood care and education 5M2009")
    links = graph.links_into(closed.key)
    assert len(links) == 8
    assert {link.state for link in links} == {"blocked"}
    assert all("2023-12-31" in link.evidence for link in links)
    assert {gap.group.name: gap.components for gap in missing(graph, closed, []).gaps} == {
        "compulsory components": 4,
        "one general subject of four": 1,
    }
    assert parts(graph, "4M2014") == {
        "Communications (4N0689)": 15.0,
        "Drama (4N1875)": 10.0,
        "English as a Second Language (4N1180)": 10.0,
        "Workplace Safety (4N1124)": 10.0,
    }
    assert stacking_lines(routes_up(graph, "ie-qqi-communications-4n0689")) == (
        "Counts 15 of 90 credits (17%) towards Early Childhood Education and Care Support (4M2014) (QQI).",
    )


def test_the_four_micro_courses_are_the_project_management_course_and_count_only_once(graph: StackingGraph) -> None:
    micro = [
        one(graph, f"nz-otago-polytechnic-{name}") for name in ("role-of", "initiating", "planning-a-", "executing")
    ]
    course = one(graph, "nz-otago-polytechnic-with-oeru-introduction")
    assert {link.component for link in graph.links_into(course)} == set(micro)
    award = found(graph, "Certificate of Higher Education (Business)")
    assert award is found(graph, "Certificate of Higher Education Business (OERu)")
    gap = missing(graph, award, micro)
    assert course in gap.counted
    assert gap.credits == 15.0
    assert {name for name, _ in gap.not_counted} == set(micro)
    assert all("already part of" in reason for _, reason in gap.not_counted)


def test_the_maltese_award_leads_over_the_higher_certificate_to_an_unverified_degree(graph: StackingGraph) -> None:
    routes = routes_up(graph, one(graph, "mt-malta-college-of-arts-award"))
    assert [(route.award.title, route.state, len(route.links)) for route in routes] == [
        ("Higher Certificate in Inclusive Education", "conditional", 1),
        ("Degree in Inclusive Education", "unverified", 2),
    ]
    assert "a course listing site" in routes[1].evidence[1]


def test_five_blocks_of_eighteen_credits_lead_to_the_singapore_degree_whose_total_is_open(graph: StackingGraph) -> None:
    blocks = parts(graph, "applied computing at the Singapore Institute of Technology")
    assert len(blocks) == 5 and set(blocks.values()) == {18.0}
    award = found(graph, "Applied Computing")
    gap = missing(graph, award, [graph.links_into(award.key)[0].component])
    assert (gap.credits, gap.credits_missing, gap.share, gap.is_complete) == (18.0, None, None, None)
    assert award.open_points == ("the total of credits of the degree",)


def test_acceptance_by_an_institution_is_told_apart_from_meeting_a_requirement(graph: StackingGraph) -> None:
    accepted = routes_up(graph, one(graph, "us-new-york-university-computer"))[0].links[0]
    elective = routes_up(graph, one(graph, "de-opencampus"))[0].links[0]
    required = routes_up(graph, one(graph, "ie-institute-of-technology-slig-six-sigma-i-"))[0].links[0]
    assert "which requirement of the award it meets is not stated" in accepted.recognised
    assert "electives" in elective.recognised
    assert required.recognised == "it fills a part that the award asks for"


def test_the_columbia_credits_may_not_stand_beside_other_transfer_credit(graph: StackingGraph) -> None:
    assert not found(graph, "MS in Operations Research").combines


def test_the_default_rules_and_records_agree_with_each_other(graph: StackingGraph) -> None:
    assert graph.problems == []
    assert graph.graph.number_of_edges() == 171
    links = [link for _, _, link in graph.graph.edges(data="link")]
    assert all(link.evidence and link.source_url for link in links)
    assert {link.state for link in links} == {"confirmed", "conditional", "unverified", "blocked"}
    for rule in load_stacking_rules().awards:
        assert rule.source_url.startswith("http")
        assert rule.evidence and all(name in graph.credentials for name in rule.evidence), rule.title


def test_every_award_is_found_by_its_own_name(graph: StackingGraph) -> None:
    for award in graph.awards.values():
        assert award in graph.awards_like(f"{award.title} {award.provider}", 2), award.title


@pytest.mark.parametrize("words", ["graduate certificate", "degree", "", "cooking", "Master of Ceremonies"])
def test_words_that_name_no_award_find_none(graph: StackingGraph, words: str) -> None:
    assert graph.award(words) is None


def test_portability_is_told_apart_from_stacking(graph: StackingGraph) -> None:
    def reach(start: str) -> str:
        return graph.portability(graph.credentials[one(graph, start)]).reach

    assert reach("us-google-google-it-support") == "other institutions named"
    assert reach("ie-qqi-microbiology") == "framework-wide"
    assert reach("ie-institute-of-technology-slig-six-sigma-i-") == "same institution only"
    assert reach("us-freecodecamp-responsive") == "not stated"


def test_a_credential_without_a_route_says_so(graph: StackingGraph) -> None:
    assert stacking_lines(routes_up(graph, one(graph, "us-freecodecamp-responsive"))) == (NO_ROUTE,)


@pytest.mark.parametrize(
    ("award", "n_parts", "rule", "page"),
    [
        (
            "Una Europa micro-credential in sustainability",
            5,
            "all",
            "una-europa.eu/study/microcredential",
        ),
        ("DevOps with Docker", 3, "all", "github.com/docker-hy/docker-hy.github.io"),
        ("Cybersecurity Basics exam", 3, "all", "open.hpi.de/courses/cybersec-exam"),
        ("Introduction to project management transcript credit", 4, "all", "oeru"),
        ("Learning in a digital age transcript credit", 4, "all", "oeru"),
        ("Graduate Certificate in Higher Education", 3, None, "acu.edu.au"),
        ("4M2014", 4, None, "qsearch.qqi.ie"),
    ],
)
def test_the_rule_of_a_real_award_is_the_one_on_the_page_that_it_names(
    graph: StackingGraph, award: str, n_parts: int, rule: str | None, page: str
) -> None:
    known = found(graph, award)
    assert len(graph.links_into(known.key)) == n_parts
    assert [group.rule for group in known.groups] == ([rule] if rule else [])  # none where the source leaves it open
    assert bool(known.open_points) or known.complete
    sources = {link.source_url for link in graph.links_into(known.key)} | {known.source_url}
    assert any(page in (source or "") for source in sources), sources


# Made-up catalogues, for rules that the default one does not have.


def test_one_award_under_three_spellings_is_one_node() -> None:
    graph = StackingGraph(
        [
            make("a", toward("BSc (Hons) Organisational Psychology", 10, 120, provider="MIT")),
            make("b", toward("Bachelor of Science (Honours) in Organizational Psychology", 20, 120, provider=None)),
            make(
                "c", toward("B.Sc. Hons. Organisational Psychology", provider="Massachusetts Institute of Technology")
            ),
            make("d", toward("BSc (Hons) Organisational Psychology", provider="Curtin University")),
        ],
        NO_RULES,
    )
    assert sorted(sorted(graph.graph.predecessors(key)) for key in graph.awards) == [["a", "b", "c"], ["d"]]


@pytest.mark.parametrize(
    ("one_title", "other"),
    [
        ("Six Sigma I", "Six Sigma II"),
        ("Bachelor of Biology", "Bachelor of Geology"),
        ("Award (5M2009)", "Award (6M2007)"),
    ],
)
def test_titles_that_only_look_alike_stay_apart(one_title: str, other: str) -> None:
    assert not same_title(one_title, other)


def test_an_institution_is_known_by_its_initials_and_not_by_a_shared_word() -> None:
    assert same_provider("IT Sligo", "Institute of Technology Sligo")
    assert not same_provider("University of Bern", "University of Basel")


def test_circles_self_loops_dangling_targets_and_contradictions_are_reported_with_their_records() -> None:
    graph = StackingGraph(
        [
            make("a", toward("b")),
            make("b", toward("a")),
            make("self", toward("self")),
            make("lost", toward("https://registry.example/ce-0815")),
            make("x", toward("Diploma of Ropes", 10, 60)),
            make("y", toward("Diploma of Ropes", 10, 90), toward("Diploma of Ropes", 20, 90)),
            make("p", prerequisites=("q",)),
            make("q", prerequisites=("p",)),
        ],
        NO_RULES,
    )
    kinds = {(problem.kind, frozenset(problem.records)) for problem in graph.problems}
    assert kinds == {
        ("cycle", frozenset({"a", "b"})),
        ("self-loop", frozenset({"self"})),
        ("dangling target", frozenset({"lost"})),
        ("contradictory credits", frozenset({"x", "y"})),
        ("contradictory credits", frozenset({"y"})),
        ("cycle", frozenset({"p", "q"})),
    }
    assert all(problem.says.startswith(problem.records[0]) for problem in graph.problems)
    assert len(routes_up(graph, "a")) + len(routes_up(graph, "b")) == 1  # the circle was opened, nothing else lost


def test_targets_that_look_like_the_catalogues_own_ids_and_are_not_there_are_dangling() -> None:
    titles = ("c99", "ie-qqi-lost-award", "MBA", "DevOps", "5M2009", "Diploma")
    records = [make(f"c{number}", toward(title)) for number, title in enumerate(titles)]
    graph = StackingGraph([*records, make("c8", prerequisites=("c77", "Nursing"))], NO_RULES)
    assert [(found.kind, found.records) for found in graph.problems] == [
        ("dangling target", ("c0",)),
        ("dangling target", ("c1",)),
        ("dangling target", ("c8",)),
    ]
    assert "c8: asks first for 'c77'" in graph.in_words[2]


def test_credits_that_contradict_the_awards_own_record_its_sum_or_a_components_size_are_reported() -> None:
    group = ComponentGroup(name="both", members=("half", "rest"))
    rule = AwardRule(
        title="Diploma of Knots", groups=(group,), complete=True, credits_total=30, source_url="https://x.example",
        gathered=TODAY,
    )  # fmt: skip
    records = [
        make("ropes", title="Diploma of Ropes", credits=Credits(amount=60, system="ECTS")),
        make("x", toward("ropes", 5, 90)),
        make("y", toward("ropes", 20), credits=Credits(amount=3, system="US semester credit")),
        make("fits", toward("ropes", 6), credits=Credits(amount=3, system="US semester credit")),
        make("half", toward("Diploma of Knots", 10)),
        make("rest", toward("Diploma of Knots", 10)),
    ]
    graph = StackingGraph(records, StackingRules(awards=(rule,)), TODAY)
    assert {found.records: found.says.split(": ", 1)[1] for found in graph.problems} == {
        ("ropes", "x", "y", "fits"): "90 credits are stated as the total of Diploma of Ropes, its own record says 60.",
        ("y", "ropes"): "its 3 US semester credit come to at most 6 ECTS, but 20 are stated towards Diploma of Ropes.",
        ("half", "rest"): "add up to 20 credits, but 30 are stated as the total of Diploma of Knots.",
    }


def test_what_cannot_be_right_is_told_when_a_catalogue_is_imported_and_when_it_is_used(tmp_path: Path) -> None:
    rows = [to_row(make(name, toward(other))) for name, other in (("c1", "c2"), ("c2", "c1"), ("c3", "c9"))]
    mine, out = tmp_path / "mine.jsonl", tmp_path / "out.jsonl"
    mine.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    for words in (["import", str(mine), "--out", str(out)], ["plan", "--goal", "c9", "--catalogue", str(mine)]):
        done = subprocess.run([sys.executable, "-m", "cairn", *words], capture_output=True, text=True, env=environment)
        told = done.stdout + done.stderr
        assert "cycle: c" in told and "lead to each other in a circle" in told, told
        assert "dangling target: c3: stacks into 'c9', which is not here" in told, told


def test_states_follow_source_date_certainty_and_expiry() -> None:
    def state(**more: object) -> str:
        dated = more.pop("dated", "2026")
        graph = StackingGraph([make("a", toward("Diploma of Ropes", **more), source_date=dated)], NO_RULES, TODAY)  # type: ignore[arg-type]
        return routes_up(graph, "a")[0].state

    assert state() == "confirmed"
    assert state(certainty="may be considered") == "conditional"
    assert state(dated=None) == "unverified"
    assert state(source_url=None) == "unverified"
    assert state(expires=date(2026, 11, 23)) == "blocked"
    assert state(expires=TODAY) == "confirmed"


def test_a_component_below_the_level_that_an_award_wants_throughout_is_blocked() -> None:
    rule = AwardRule(
        title="Diploma of Ropes", level=Level(framework="NFQ", value="6"), share_at_level=1,
        source_url="https://x.example", gathered=TODAY,
    )  # fmt: skip
    credentials = [
        make("low", toward("Diploma of Ropes"), level=Level(framework="NFQ", value="5")),
        make("high", toward("Diploma of Ropes"), level=Level(framework="NFQ", value="7")),
        make("abroad", toward("Diploma of Ropes"), level=Level(framework="SCQF", value="5")),
    ]
    graph = StackingGraph(credentials, StackingRules(awards=(rule,)), TODAY)
    states = {name: routes_up(graph, name)[0].state for name in ("low", "high", "abroad")}
    assert states == {"low": "blocked", "high": "confirmed", "abroad": "confirmed"}
    assert routes_up(graph, "low")[0].links[0].blocked_by == "level: NFQ 5 is below the award's NFQ 6"


def test_country_caps_cut_what_counts_and_are_named() -> None:
    cap = CapRule(
        id="my", country="MY", award_types=("degree",), share=0.7, says="Up to 70%.", source_url="https://x.example"
    )
    entry = EntryRule(
        id="apel",
        country="MY",
        award_types=("degree",),
        share=0.5,
        says="Half opens entry.",
        source_url="https://x.example",
    )
    rules = [toward("Bachelor of Ropes", 50, 100, type="degree", provider="P")]
    credentials = [make(name, *rules, provider="P", country="MY") for name in "ab"]
    graph = StackingGraph(credentials, StackingRules(caps=(cap,), entries=(entry,)), TODAY)
    award = found(graph, "Bachelor of Ropes")
    gap = missing(graph, award, ["a", "b"])
    assert (gap.credits, gap.share, gap.cap and gap.cap.says) == (70.0, 0.7, "Up to 70%.")
    assert gap.says == ("Half opens entry. Here you are at 70%.",)
    assert missing(graph, award, ["a"]).cap is None


def test_groups_ask_for_their_number_or_credits() -> None:
    rule = AwardRule(
        title="Diploma of Ropes", complete=True, source_url="https://x.example", gathered=TODAY,
        groups=(
            ComponentGroup(name="core", members=("a",)),
            ComponentGroup(name="choice", rule="n of", n=1, members=("b", "c")),
            ComponentGroup(name="electives", rule="credits", credits=10, members=("d", "e")),
        ),
    )  # fmt: skip
    credentials = [make(name, toward("Diploma of Ropes", 5)) for name in "abcde"]
    graph = StackingGraph(credentials, StackingRules(awards=(rule,)), TODAY)
    award = found(graph, "Diploma of Ropes")
    gap = missing(graph, award, ["a", "d"])
    assert [(g.components, g.credits) for g in gap.gaps] == [(0, 0.0), (1, 0.0), (0, 5.0)]
    assert gap.fills == ("b", "c", "e")
    assert missing(graph, award, ["a", "c", "d", "e"]).is_complete


def test_a_credential_for_one_award_only_counts_for_no_second() -> None:
    once = OneAwardOnly(provider="HKU SPACE", says="One award only.", source_url="https://x.example")
    graph = StackingGraph(
        [make("a", toward("Diploma of Ropes", 6, 30), provider="HKU SPACE")],
        StackingRules(one_award_only=(once,)),
        TODAY,
    )
    award = found(graph, "Diploma of Ropes")
    assert missing(graph, award, ["a"]).counted == ("a",)
    assert missing(graph, award, ["a"], used=["a"]).not_counted == (("a", "double count: One award only."),)


def test_credit_that_is_too_old_no_longer_counts() -> None:
    rule = AwardRule(title="Diploma of Ropes", valid_years=5, source_url="https://x.example", gathered=TODAY)
    graph = StackingGraph([make("a", toward("Diploma of Ropes", 6))], StackingRules(awards=(rule,)), TODAY)
    award = found(graph, "Diploma of Ropes")
    assert missing(graph, award, {"a": "2022"}).counted == ("a",)
    assert missing(graph, award, {"a": "2021-11-01"}).not_counted[0][1].startswith("expiry: it counts for 5 years")


def test_what_a_stacking_rule_states_survives_the_file() -> None:
    rule = toward(
        "Diploma", 5, 10, certainty="may be considered", decided_by="Senate", expires=date(2027, 1, 1), cap_share=0.5
    )
    credential = make("a", rule, credits=Credits(amount=5))
    again, mended = parse(to_row(credential))
    assert again == credential
    assert mended == []


def test_a_share_of_an_eighth_is_thirteen_percent() -> None:
    assert percent(15 / 120) == "13%"


def test_residency_limits_only_what_was_earned_elsewhere() -> None:
    rule = AwardRule(
        title="Bachelor of Ropes", provider="Rope College", residency_share=0.25, credits_total=100,
        source_url="https://x.example", gathered=TODAY,
    )  # fmt: skip
    into = toward("Bachelor of Ropes", 50, 100, provider="Rope College")
    credentials = [make(name, into, provider="Knot University") for name in "ab"]
    credentials += [make("own", into, provider="Rope College")]
    graph = StackingGraph(credentials, StackingRules(awards=(rule,)), TODAY)
    award = found(graph, "Bachelor of Ropes")
    cut = missing(graph, award, ["a", "b"])
    assert (cut.credits, cut.cap and cut.cap.says) == (75.0, "At least 25% must be earned at the institution itself.")
    assert missing(graph, award, ["a", "own"]).credits == 100.0


def test_a_component_at_another_level_than_the_award_says_so(graph: StackingGraph) -> None:
    first = routes_up(graph, one(graph, "mt-malta-college-of-arts-award"))[0].links[0]
    assert first.level_note == "It stands at MQF-MT level 4, the award at level 5."
    assert routes_up(graph, "ie-qqi-communications-4n0689")[0].links[0].level_note is None
