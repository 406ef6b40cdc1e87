"""CTDL, ELM, schema.org and badges in the shapes that their specifications allow, beyond the samples at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.import_report import ImportReport
from catalogue.importer import import_file
from catalogue.importers import json_document
from catalogue.records import Credential, Credits, Level, Money


def read(path: Path, content: Any) -> tuple[dict[str, Credential], ImportReport]:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    stream, report = import_file(path)
    return {credential.title: credential for credential in stream}, report


ORGANISATION = {
    "@id": "https://r.org/org",
    "@type": "ceterms:CredentialOrganization",
    "ceterms:name": {"en": "Acme College"},
}
COURSE = {
    "@id": "https://r.org/course",
    "@type": "ceterms:Course",
    "ceterms:ctid": "ce-aaaaaaaa-0000-0000-0000-000000000001",
    "ceterms:name": {"fr": "Soudage", "en-US": "Welding"},
    "ceterms:offeredBy": ["https://r.org/org"],
    "ceterms:description": {"en": "How to weld."},
    "ceterms:estimatedDuration": [{"ceterms:exactDuration": "P6W", "ceterms:timeRequired": "PT40H"}],
    "ceterms:estimatedCost": [
        {
            "ceterms:price": 99,
            "ceterms:currency": "USD",
            "ceterms:directCostType": [{"ceterms:targetNode": "costType:Tuition"}],
        },
        {
            "ceterms:price": 20,
            "ceterms:currency": "USD",
            "ceterms:directCostType": [{"ceterms:targetNode": "costType:Application"}],
        },
    ],
    "ceterms:creditValue": [
        {"schema:value": 3, "ceterms:creditUnitType": [{"ceterms:targetNode": "creditUnit:SemesterHours"}]}
    ],
    "ceterms:deliveryType": [{"ceterms:targetNode": "deliveryType:OnlineOnly"}],
}
DEGREE = {
    "@id": "https://r.org/degree",
    "@type": "ceterms:AssociateDegree",
    "ceterms:name": {"en": "Welding Technology, AAS"},
    "ceterms:ownedBy": ["https://r.org/org"],
    "ceterms:description": {"en": "Two years."},
    "ceterms:requires": [
        {
            "@type": "ceterms:ConditionProfile",
            "ceterms:description": {"en": "High school diploma"},
            "ceterms:targetLearningOpportunity": ["https://r.org/course"],
        }
    ],
}


def test_a_ctdl_graph_gives_providers_amounts_and_what_a_condition_profile_counts(tmp_path: Path) -> None:
    credentials, report = read(
        tmp_path / "f.json",
        {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [COURSE, DEGREE, ORGANISATION]},
    )
    welding = credentials["Welding"]
    assert welding.id == "ce-aaaaaaaa-0000-0000-0000-000000000001"
    assert (welding.provider, welding.duration_weeks, welding.workload_hours) == ("Acme College", 6, 40)
    assert (welding.cost, welding.mode) == (Money(amount=99, currency="USD"), "online")
    assert welding.credits == Credits(amount=3, system="US semester credit")
    assert [(rule.title, rule.provider, rule.type) for rule in welding.stacks_into] == [
        ("Welding Technology, AAS", "Acme College", "associate degree")
    ]
    assert credentials["Welding Technology, AAS"].prerequisites == ("High school diploma",)
    assert report.mended_fields[("cost", "a side cost, not the price")] == 1
    assert report.passed_over == {"CredentialOrganization": 1}


@pytest.mark.parametrize("shape", ["envelope", "envelopes", "list", "no prefix", "full addresses"])
def test_every_shape_of_ctdl_gives_the_same_course(tmp_path: Path, shape: str) -> None:
    bare = {key.rsplit(":", 1)[-1] if key.startswith("ceterms:") else key: value for key, value in COURSE.items()}
    full = {key.replace("ceterms:", "https://purl.org/ctdl/terms/"): value for key, value in COURSE.items()}
    envelope = {
        "envelope_id": "1",
        "envelope_type": "resource_data",
        "decoded_resource": {"@graph": [COURSE, ORGANISATION]},
    }
    content = {
        "envelope": envelope,
        "envelopes": [envelope],
        "list": [COURSE, ORGANISATION],
        "no prefix": {"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [bare, ORGANISATION]},
        "full addresses": [full, ORGANISATION],
    }[shape]
    credentials, _ = read(tmp_path / "f.json", content)
    welding = credentials["Welding"]
    assert (welding.provider, welding.summary, welding.duration_weeks) == ("Acme College", "How to weld.", 6)


def test_a_graph_too_large_for_the_memory_is_streamed_with_the_same_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = {
        "@context": ["https://credreg.net/ctdl/schema/context/json", {"x": "y"}],
        "@graph": [ORGANISATION, COURSE, DEGREE],
    }
    whole, _ = read(tmp_path / "f.json", graph)
    monkeypatch.setattr(json_document, "WHOLE", 10)
    streamed, _ = read(tmp_path / "f.json", graph)
    assert streamed == whole
    assert len(streamed) == 2


def test_an_elm_opportunity_takes_level_and_size_from_its_qualification(tmp_path: Path) -> None:
    snb = "http://data.europa.eu/snb"
    graph = [
        {
            "id": "urn:org:1",
            "type": "Organisation",
            "legalName": {"de": "Universität Zett", "en": "University of Zed"},
            "location": {"type": "Location", "address": {"type": "Address", "countryCode": {"id": "x/country/IRL"}}},
        },
        {
            "id": "http://z.edu/q/1",
            "type": "Qualification",
            "title": {"en": "Data award"},
            "eqfLevel": {"id": f"{snb}/eqf/7"},
            "creditPoint": {"framework": {"id": f"{snb}/education-credit/6fcec5c5af"}, "point": "5"},
            "volumeOfLearning": "PT125H",
            "learningOutcome": [
                {
                    "id": "urn:lo:1",
                    "type": "LearningOutcome",
                    "title": {"en": "Model data"},
                    "relatedESCOSkill": {"id": "urn:s:1", "type": "Concept", "prefLabel": {"en": "data models"}},
                }
            ],
            "isPartOf": {"id": "http://z.edu/q/2", "type": "Qualification", "title": {"en": "MSc Data"}},
        },
        {
            "id": "http://z.edu/o/1",
            "type": "LearningOpportunity",
            "title": {"en": "Data in ten weeks"},
            "providedBy": "urn:org:1",
            "duration": "P70D",
            "mode": {"id": f"{snb}/learning-assessment/920fbb3cbe"},
            "learningAchievementSpecification": "http://z.edu/q/1",
            "priceDetail": {"amount": {"value": 450, "unit": {"id": "x/currency/EUR"}}},
        },
    ]
    credentials, _ = read(tmp_path / "f.jsonld", {"@context": f"{snb}/model/context/edc-ap", "@graph": graph})
    (offer,) = credentials.values()
    assert (offer.title, offer.provider, offer.country) == ("Data in ten weeks", "University of Zed", "IE")
    assert offer.level == Level(framework="EQF", value="7")
    assert offer.credits == Credits(amount=5, system="ECTS")
    assert (offer.workload_hours, offer.duration_weeks, offer.mode) == (125, 10, "online")
    assert (offer.cost, offer.outcomes, offer.skills) == (
        Money(amount=450, currency="EUR"),
        ("Model data",),
        ("data models",),
    )
    assert [rule.title for rule in offer.stacks_into] == ["MSc Data"]


PROGRAMME = {
    "@context": "https://schema.org",
    "@type": "EducationalOccupationalProgram",
    "name": "Web programme",
    "url": "https://acme.org/web",
    "provider": {"@type": "Organization", "name": "Acme"},
    "numberOfCredits": 30,
    "hasCourse": [
        {
            "@type": "Course",
            "name": "HTML",
            "url": "https://acme.org/html",
            "timeRequired": "P4W",
            "offers": {"@type": "Offer", "price": "49.00", "priceCurrency": "EUR"},
            "educationalLevel": {"@type": "DefinedTerm", "termCode": "5", "inDefinedTermSet": {"name": "EQF"}},
        },
        {"@type": "Course", "name": "CSS", "url": "https://acme.org/css", "educationalLevel": "Beginner"},
    ],
}


def test_a_schema_org_programme_is_what_its_courses_stack_into(tmp_path: Path) -> None:
    credentials, report = read(tmp_path / "f.json", PROGRAMME)
    assert list(credentials) == ["Web programme", "HTML", "CSS"]
    html = credentials["HTML"]
    assert [(rule.title, rule.provider, rule.credits_total) for rule in html.stacks_into] == [
        ("Web programme", "Acme", 30)
    ]
    assert html.level == Level(framework="EQF", value="5")
    assert (html.duration_weeks, html.cost) == (4, Money(amount=49, currency="EUR"))
    assert credentials["CSS"].level is None
    assert report.mended_fields[("level", "a word of difficulty, not a level of any framework")] == 1


def test_json_ld_inside_a_web_page_is_read_and_other_scripts_are_not(tmp_path: Path) -> None:
    page = (
        "<!doctype html><html><head><script>alert(1)</script><script type='application/ld+json'>not json</script>"
        f"<script type='application/ld+json'>{json.dumps(PROGRAMME)}</script></head><body>...</body></html>"
    )
    credentials, report = read(tmp_path / "f.html", page)
    assert list(credentials) == ["Web programme", "HTML", "CSS"]
    assert report.refused[0].where == "script[1]"


def test_an_item_list_of_courses_is_read_item_by_item(tmp_path: Path) -> None:
    items = [{"@type": "ListItem", "position": n, "item": {"@type": "Course", "name": f"C{n}"}} for n in (1, 2)]
    credentials, _ = read(
        tmp_path / "f.json", {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items}
    )
    assert list(credentials) == ["C1", "C2"]


def test_a_badge_class_with_its_issuer_beside_it_gets_the_issuers_name(tmp_path: Path) -> None:
    context = "https://w3id.org/openbadges/v2"
    badge = {
        "@context": context,
        "type": "BadgeClass",
        "id": "https://a.org/b",
        "name": "Welder",
        "description": "Can weld.",
        "issuer": "https://a.org/i",
        "tags": ["welding"],
        "criteria": {"narrative": "Weld three seams."},
    }
    issuer = {"@context": context, "type": "Issuer", "id": "https://a.org/i", "name": "Acme"}
    credentials, _ = read(tmp_path / "f.json", [badge, issuer])
    welder = credentials["Welder"]
    assert (welder.provider, welder.skills, welder.assessment) == ("Acme", ("welding",), ("Weld three seams.",))
    assert welder.digital_certificate == "Open Badges 2"
    assert welder.workload_hours is None
