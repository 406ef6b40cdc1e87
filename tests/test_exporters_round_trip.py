"""What an export can hold comes back through the import as it was: import(export(x)) = x."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.exporter import FORMATS, export_catalogue
from catalogue.importer import import_file
from catalogue.records import Credential, Credits, Level, Money
from catalogue.store import Catalogue

ENDINGS = {"csv": "csv", "jsonl": "jsonl"}


def back(credentials: Any, format: str, folder: Path) -> dict[str, Credential]:
    """Return what comes back, by id; the import is left to find out the format by itself."""
    path = folder / f"out.{ENDINGS.get(format, 'json')}"
    export_catalogue(credentials, format, path)
    stream, _ = import_file(path)
    return {credential.id: credential for credential in stream}


def held(credential: Credential, format: str) -> dict[str, Any]:
    """Return the fields that a format can hold; of larger awards that it holds in part, the titles.

    Where and when it was read is not the record's own: the import writes it anew.
    """
    lost = {*import_module(f"catalogue.exporters.{format}").CANNOT_HOLD, "read_from", "read_on"}
    fields = {name: getattr(credential, name) for name in Credential.model_fields if name not in lost}
    if "stacks_into" in lost:
        fields["titles of larger awards"] = [rule.title for rule in credential.stacks_into]
    return fields


@pytest.mark.parametrize("format", FORMATS)
def test_every_record_of_the_real_catalogue_comes_back(format: str, catalogue: Catalogue, tmp_path: Path) -> None:
    got = back(catalogue, format, tmp_path)
    assert list(got) == catalogue.ids
    different = {
        (credential.id, name): (value, held(got[credential.id], format)[name])
        for credential in catalogue
        for name, value in held(credential, format).items()
        if value != held(got[credential.id], format)[name]
    }
    assert different == {}


def plain(size: int) -> st.SearchStrategy[str]:
    """Words such as titles have, without signs that the import rightly cleans (markup, entities, formulas)."""
    letters = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCäéøßłžñçЖжΩω日本語データ0123456789 ")
    return st.text(letters, min_size=4, max_size=size).map(lambda text: " ".join(f"Course {text}".split()))


# Outcomes that only repeat the title are left out on reading, so these have a word of their own.
texts = st.lists(plain(20).map("Solder {}".format), max_size=3, unique=True).map(tuple)
credentials = st.builds(
    Credential,
    id=st.integers(100, 999_999).map(lambda number: f"rec-{number}"),
    title=plain(40),
    provider=st.none() | plain(20),
    languages=st.sampled_from([(), ("en",), ("de", "fr"), ("ja",)]),
    subject=st.none() | plain(15),
    summary=st.none() | plain(60),
    outcomes=texts,
    type_claim=plain(15),  # schema.org's own type stands in for one that is not stated
    skills=texts,
    level=st.none() | st.sampled_from([Level(framework="EQF", value="5"), Level(framework="NZQCF", value="4")]),
    credits=st.none() | st.sampled_from([Credits(amount=5, system="ECTS"), Credits(amount=2.5, system="NZQCF credit")]),
    workload_hours=st.none() | st.integers(1, 900).map(float),
    duration_weeks=st.none() | st.integers(1, 100).map(float),
    cost=st.none() | st.sampled_from([Money(amount=0, currency="EUR"), Money(amount=99.5, currency="NZD")]),
    mode=st.none() | st.sampled_from(["online", "blended", "in person"]),
    prerequisites=texts,
    offered_until=st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    withdrawn=st.booleans(),
    url=st.none() | st.just("https://school.example/course?id=1&b=2"),
)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(credential=credentials)
def test_any_record_comes_back(format: str, credential: Credential, tmp_path: Path) -> None:
    got = back([credential], format, tmp_path)
    assert list(got) == [credential.id]
    assert held(got[credential.id], format) == held(credential, format)
