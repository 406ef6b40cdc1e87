"""Exports say only what the published vocabularies have words for, and hide nothing that they leave out."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib

from catalogue.exporter import FORMATS, export_catalogue
from catalogue.records import Credential, Credits, Level, Money, RecordError, StackingRule
from catalogue.store import Catalogue

VOCABULARIES = Path(__file__).parent / "data" / "vocabularies"
FULL = Credential(
    id="full-1",
    title="Soldering",
    provider="Riverside College",
    platform="OpenLearn",
    country="NZ",
    languages=("en", "mi"),
    subject="electronics",
    summary="How to solder.",
    outcomes=("Solder a joint", "Inspect a joint"),
    skills=("soldering",),
    type_claim="micro-credential",
    level=Level(framework="EQF", value="4"),
    credits=Credits(amount=7.5, system="ECTS"),
    workload_hours=187.5,
    contact_hours=40,
    duration_weeks=2.5,
    hours_per_week=7.5,
    cost=Money(amount=1250.5, currency="NZD"),
    mode="blended",
    pacing="scheduled",
    assessment=("portfolio",),
    stacks_into=(StackingRule(title="Diploma", provider="Riverside College", credits_awarded=7.5, credits_total=120),),
    prerequisites=("Safety course",),
    url="https://riverside.example/soldering",
    source_url="https://riverside.example/catalogue.pdf",
    source_date="2025-03-01",
)


def vocabulary(name: str) -> Any:
    return json.loads((VOCABULARIES / f"{name}.json").read_text(encoding="utf-8"))


def graph(catalogue: Catalogue, format: str, folder: Path) -> list[dict[str, Any]]:
    export_catalogue(catalogue, format, folder / "out.json")
    nodes: list[dict[str, Any]] = json.loads((folder / "out.json").read_text(encoding="utf-8"))["@graph"]
    return nodes


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object inside a JSON value."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)
    if isinstance(value, dict):
        yield value


def test_ctdl_uses_each_property_only_where_the_published_schema_has_it(catalogue: Catalogue, tmp_path: Path) -> None:
    allowed = vocabulary("ctdl")
    checked = 0
    for node in objects(graph(catalogue, "ctdl", tmp_path)):
        if "@type" not in node:
            continue  # a language map
        for name, value in node.items():
            if name.startswith("@") or name == "skos:prefLabel":
                continue
            assert name in allowed[node["@type"]], f"{name} on {node['@type']}"
            kinds = {
                item["@type"]
                for item in (value if isinstance(value, list) else [value])
                if isinstance(item, dict) and "@type" in item
            }
            assert kinds <= {*allowed[node["@type"]][name]}, f"{name} on {node['@type']} gives {kinds}"
            checked += 1
    assert checked > 5000


def test_schema_org_uses_each_property_only_on_types_that_have_it_and_for_values_that_it_takes(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    types = vocabulary("schemaorg")
    checked = 0
    for node in objects(graph(catalogue, "schemaorg", tmp_path)):
        named = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        allowed = {name: takes for kind in named for name, takes in types[kind]["properties"].items()}
        for name, value in node.items():
            for item in value if isinstance(value, list) else [value]:
                assert name.startswith("@") or {*allowed[name]} & kinds(item, types), (named, name, item)
                checked += 1
    assert checked > 5000


def kinds(value: Any, types: dict[str, Any]) -> set[str]:
    """Return what a value of schema.org is: "text", "number", or its types and those above them."""
    if isinstance(value, dict):
        named = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
        return {above for kind in named for above in types[kind]["is"]}
    return {"text" if isinstance(value, str) else "number"}


def violations(path: Path) -> Counter[tuple[str, str]]:
    """Return what the published shapes refuse in an export: (constraint, property) and how often."""
    document = json.loads(path.read_text(encoding="utf-8"))
    published = json.loads((VOCABULARIES / "elm-context.jsonld").read_text(encoding="utf-8"))["@context"]
    document["@context"][0] = published
    facts = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    shapes = rdflib.Graph().parse(VOCABULARIES / "loq-shapes.ttl")
    _, found, _ = pyshacl.validate(facts, shacl_graph=shapes)
    return Counter(
        (str(found.value(result, rdflib.SH.sourceConstraintComponent)).rsplit("#")[-1], re.split("[/#]", str(name))[-1])
        for result, name in found.subject_objects(rdflib.SH.resultPath)
    )


def test_the_european_shapes_ask_a_real_catalogue_only_for_what_it_does_not_state(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    report = export_catalogue(catalogue, "elm", tmp_path / "out.json")
    found = violations(tmp_path / "out.json")
    assert {constraint for constraint, _ in found} == {"MinCountConstraintComponent"}
    missing = {name: count for (_, name), count in found.items()}
    asked = ["homepage", "language", "defaultLanguage", "location", "framework", "learningOutcome"]
    assert set(missing) == {*asked, "ISCEDFCode", "EQFLevel", "NQFLevel"}
    assert missing["homepage"] == report.asked_for["url"] == sum(record.url is None for record in catalogue)
    assert missing["defaultLanguage"] == sum(len(record.languages) != 1 for record in catalogue)


def test_the_european_shapes_ask_a_full_record_only_for_codes_that_no_record_has(tmp_path: Path) -> None:
    alone = FULL.model_copy(update={"languages": ("en",), "stacks_into": ()})
    export_catalogue([alone], "elm", tmp_path / "out.json")
    assert {name for _, name in violations(tmp_path / "out.json")} == {"ISCEDFCode", "NQFLevel"}


def test_the_european_model_is_written_in_terms_of_its_own_context(catalogue: Catalogue, tmp_path: Path) -> None:
    nodes = graph(catalogue, "elm", tmp_path)
    ours = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["@context"][1]
    published = json.loads((VOCABULARIES / "elm-context.jsonld").read_text(encoding="utf-8"))["@context"]
    used = {key for node in objects(nodes) if set(node) != {"und"} for key in (*node, node.get("type", "type"))}
    assert used <= {*published, *ours}


def test_ctdl_says_level_size_and_price_of_a_full_record(tmp_path: Path) -> None:
    export_catalogue([FULL], "ctdl", tmp_path / "out.json")
    nodes = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["@graph"]
    course = next(node for node in nodes if node["@id"] == "urn:cairn:full-1")
    assert course["ceterms:audienceLevelType"][0]["ceterms:targetNodeName"] == {"und": "EQF level 4"}
    assert course["ceterms:creditValue"][0]["schema:value"] == 7.5
    assert course["ceterms:estimatedDuration"][0]["ceterms:exactDuration"] == "P17DT12H"
    assert course["ceterms:estimatedDuration"][0]["ceterms:timeRequired"] == "PT187H30M"
    assert course["ceterms:estimatedCost"][0]["ceterms:price"] == 1250.5
    assert course["ceterms:isPartOf"][0]["ceterms:name"] == {"und": "Diploma"}


def test_the_european_model_names_its_own_code_lists(tmp_path: Path) -> None:
    export_catalogue([FULL], "elm", tmp_path / "out.json")
    course = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["@graph"][0]
    achieved = course["learningAchievementSpecification"]
    assert achieved["eqfLevel"]["id"] == "http://data.europa.eu/snb/eqf/4"
    assert achieved["creditPoint"]["framework"]["id"].endswith("/6fcec5c5af")
    assert [item["id"].rsplit("/", 1)[-1] for item in achieved["language"]] == ["ENG", "MRI"]
    assert course["learningActivitySpecification"]["contactHour"] == "40"
    assert (course["priceDetail"]["amount"]["value"], course["dateModified"]) == ("1250.5", "2025-03-01T00:00:00")
    assert course["priceDetail"]["amount"]["unit"]["id"].endswith("/currency/NZD")
    assert course["providedBy"]["location"]["address"]["countryCode"]["id"].endswith("/country/NZL")


def test_what_a_format_cannot_hold_is_listed_with_how_many_records_state_it(tmp_path: Path) -> None:
    report = export_catalogue([FULL, Credential(id="b", title="Bare")], "schemaorg", tmp_path / "out.json")
    assert report.written == 2
    assert report.lost["hours_per_week"] == 1
    assert "evidence_based" not in report.lost
    assert "- hours_per_week (1 records): schedules state days and times, not hours a week." in report.as_text()
    assert {"field": "platform", "records": 1, "reason": report.reasons["platform"]} in report.as_json()["cannot_hold"]


def test_a_year_alone_is_left_out_of_the_european_model_and_said_to_be(tmp_path: Path) -> None:
    year = FULL.model_copy(update={"id": "full-2", "source_date": "2025"})
    report = export_catalogue([FULL, year], "elm", tmp_path / "out.json")
    assert report.lost["source_date"] == 1
    dates = [node.get("dateModified") for node in json.loads((tmp_path / "out.json").read_text())["@graph"]]
    assert dates == ["2025-03-01T00:00:00", None]


def test_json_lines_lose_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    report = export_catalogue(catalogue, "jsonl", tmp_path / "out.jsonl")
    assert (report.written, dict(report.lost)) == (len(catalogue), {})
    assert list(Catalogue.load(tmp_path / "out.jsonl")) == list(catalogue)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t="])
def test_no_cell_of_a_table_can_be_run_as_a_formula(start: str, tmp_path: Path) -> None:
    title = f"x{start}cmd|' /C calc'!A0"
    outcome = f"{start.strip() or '='}1+1"
    tricky = Credential(id="a", title=title, provider=f"{start.strip() or '='}SUM(A1)", outcomes=(outcome, "b"))
    export_catalogue([tricky], "csv", tmp_path / "out.csv")
    with open(tmp_path / "out.csv", encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    assert row["provider"] == f"'{start.strip() or '='}SUM(A1)"
    assert row["title"] == " ".join(title.split()) or row["title"] == title


def test_an_unknown_format_is_refused_with_the_valid_ones_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=f"'xml' is no export format; expected one of {', '.join(FORMATS)}"):
        export_catalogue([], "xml", tmp_path / "out")


def test_a_place_that_cannot_be_written_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"cannot be written .*; name another place"):
        export_catalogue([FULL], "csv", tmp_path / "missing" / "out.csv")


def test_an_export_that_breaks_off_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    export_catalogue([FULL], "jsonl", out)
    before = out.read_bytes()

    def broken() -> Iterator[Credential]:
        yield FULL
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_catalogue(broken(), "jsonl", out)
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
