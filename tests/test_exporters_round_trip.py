"""What an export can hold comes back through the import as it was: import(export(x)) = x."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.exporter import FORMATS, export_catalogue, lost_fields
from catalogue.importer import import_file
from catalogue.records import Credential, Credits, Level, Money, StackingRule
from catalogue.store import Catalogue

ENDINGS = {"csv": "csv", "jsonl": "jsonl"}


def back(credentials: Any, format: str, folder: Path) -> dict[str, Credential]:
    """Return what comes back, by id; the import is left to find out the format by itself."""
    path = folder / f"out.{ENDINGS.get(format, 'json')}"
    export_catalogue(credentials, format, path)
    stream, _ = import_file(path)
    return {credential.id: credential for credential in stream}


def held(credential: Credential, format: str) -> dict[str, Any]:
    """Return the fields that a format can hold of a credential; of larger awards that it holds in part, the titles.

    Where and when it was read comes back only where a format holds it: the import writes it anew elsewhere.
    """
    lost = lost_fields(credential, format)
    fields = {name: getattr(credential, name) for name in Credential.model_fields if name not in lost}
    fields["stacks_into"] = [rule.title if "stacks_into" in lost else rule for rule in credential.stacks_into]
    return fields


def compared(credential: Credential, got: Credential, format: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the format holds of a credential, and what came back in those fields."""
    fields, lost = held(credential, format), lost_fields(credential, format)
    if "read_on" not in fields or credential.read_on is None:
        fields = {name: value for name, value in fields.items() if name not in ("read_from", "read_on")}
    returned = {name: getattr(got, name) for name in fields}
    returned["stacks_into"] = [rule.title if "stacks_into" in lost else rule for rule in got.stacks_into]
    return fields, returned


@pytest.mark.parametrize("format", FORMATS)
def test_every_record_of_the_real_catalogue_comes_back(format: str, catalogue: Catalogue, tmp_path: Path) -> None:
    got = back(catalogue, format, tmp_path)
    assert list(got) == catalogue.ids
    different = {}
    for credential in catalogue:
        stated, returned = compared(credential, got[credential.id], format)
        different |= {
            (credential.id, name): (stated[name], returned[name]) for name in stated if stated[name] != returned[name]
        }
    assert different == {}


def plain(size: int) -> st.SearchStrategy[str]:
    """Words such as titles have, without signs that the import rightly cleans (markup, entities, formulas)."""
    letters = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCäéøßłžñçЖжΩω日本語データ0123456789 ")
    return st.text(letters, min_size=4, max_size=size).map(lambda text: " ".join(f"Course {text}".split()))


# Outcomes that only repeat the title are left out on reading, so these have a word of their own.
texts = st.lists(plain(20).map("Solder {}".format), max_size=3, unique=True).map(tuple)
names = plain(15)
figures = st.none() | st.integers(1, 160).map(float)
addresses = st.none() | st.just("https://school.example/course?id=1&b=2")
rules = st.builds(
    StackingRule,
    title=names.map("Diploma {}".format),
    provider=st.none() | names,
    type=st.none() | st.just("diploma"),
    credits_awarded=st.none() | st.just(5.0),
    credits_total=st.none() | st.just(120.0),
    certainty=st.sampled_from([None, "will count", "may be considered"]),
    expires=st.none() | st.just(date(2030, 1, 31)),
    source_url=addresses,
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "id": st.integers(100, 999_999).map(lambda number: f"rec-{number}"),
    "title": plain(40),
    "provider": plain(20),  # a country, kept with the provider's address, needs one
    "platform": st.none() | names,
    "country": st.sampled_from([None, "NZ", "MY", "IE"]),
    "languages": st.sampled_from([(), ("en",), ("de", "fr"), ("ja",)]),
    "subject": st.none() | names,
    "summary": st.none() | plain(60),
    "outcomes": texts,
    "type_claim": names,  # schema.org's own type stands in for one that is not stated
    "oepass_claim": st.none() | names,
    "skills": texts,
    "level": st.none() | st.sampled_from([Level(framework="EQF", value="5"), Level(framework="NZQCF", value="4")]),
    "credits": st.none()
    | st.sampled_from([Credits(amount=5, system="ECTS"), Credits(amount=2.5, system="NZQCF credit")]),
    "workload_hours": st.none() | st.integers(1, 900).map(float),
    "contact_hours": figures,
    "duration_weeks": st.none() | st.integers(1, 100).map(float),
    "hours_per_week": figures,
    "evidence_based": st.booleans(),
    "cost": st.none() | st.sampled_from([Money(amount=0, currency="EUR"), Money(amount=99.5, currency="NZD")]),
    "mode": st.none() | st.sampled_from(["online", "blended", "in person"]),
    "pacing": st.sampled_from([None, "self-paced", "scheduled"]),
    "assessment": texts,
    "assessor_claim": st.none() | names,
    "quality_assurance": st.none() | names,
    "digital_certificate": st.none() | names,
    "stacks_into": st.lists(rules, max_size=2, unique_by=lambda rule: rule.title).map(tuple),
    "prerequisites": texts,
    "url": addresses,
    "source_url": addresses,
    "source_date": st.sampled_from([None, "2024", "2025-03", "2025-03-01"]),
    "offered_until": st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    "withdrawn": st.booleans(),
    "read_from": st.just("list.csv"),
    "read_on": st.dates(date(2020, 1, 1), date(2026, 1, 1)),
}
credentials = st.builds(Credential, **FIELDS)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(credential=credentials)
def test_any_record_comes_back(format: str, credential: Credential, tmp_path: Path) -> None:
    got = back([credential], format, tmp_path)
    assert list(got) == [credential.id]
    stated, returned = compared(credential, got[credential.id], format)
    assert returned == stated


def test_the_made_up_records_state_every_field() -> None:
    assert FIELDS.keys() == Credential.model_fields.keys()
