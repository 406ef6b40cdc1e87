"""Archives of catalogue files: each file in them is read by itself, and what would fill the disk is refused."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from catalogue.importer import import_files
from catalogue.store import Catalogue
from tests.test_importers_hostile import only_reason
from tests.test_importers_samples import SHARED


def archive_of(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_every_file_of_an_archive_is_read_and_its_name_leads_nowhere(tmp_path: Path) -> None:
    files = {
        "../../etc/passwd": b"title,provider\nA,Acme\n",
        "sub/b.json": b'[{"title": "B", "provider": "Acme"}]',
        "c.txt": b"just a sentence",
        "__MACOSX/d.csv": b"title,provider\nD,Acme\n",
    }
    reports = import_files([archive_of(tmp_path / "all.zip", files)], out=tmp_path / "out.jsonl")
    assert [(report.path.name, report.kept) for report in reports] == [
        ("all.zip!passwd", 1),
        ("all.zip!b.json", 1),
        ("all.zip!c.txt", 0),
    ]
    assert "the format is undecided" in only_reason(reports[2])
    assert {item.read_from for item in Catalogue.load(tmp_path / "out.jsonl")} == {"all.zip!passwd", "all.zip!b.json"}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["all.zip", "out.jsonl"]


def test_a_packed_table_is_read_and_an_archive_in_an_archive_is_not(tmp_path: Path) -> None:
    packed = gzip.compress(b"title,provider\nA,Acme\n")
    (tmp_path / "a.csv.gz").write_bytes(packed)
    nested = archive_of(tmp_path / "nested.zip", {"a.csv.gz": packed})
    first, second = import_files([tmp_path / "a.csv.gz", nested], out=tmp_path / "out.jsonl")
    assert (first.path.name, first.kept) == ("a.csv.gz!a.csv", 1)
    assert only_reason(second) == "this is a gzip archive; unpack it first."


@pytest.mark.parametrize("kind", ["zip", "gz"])
def test_an_archive_that_unpacks_without_end_is_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    zeros, path = b"\x00" * (60 << 20), tmp_path / f"bomb.{kind}"
    if kind == "gz":
        path.write_bytes(gzip.compress(zeros))
    else:
        archive_of(path, {"zeros.csv": zeros})
    (report,) = import_files([path], out=tmp_path / "out.jsonl")
    assert "which no real catalogue does" in only_reason(report)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["esco-ict-skills-1311.json.gz", "esco-occupations-en.csv.gz"])
def test_a_packed_taxonomy_is_unpacked_and_refused_as_no_catalogue(tmp_path: Path, name: str) -> None:
    path = SHARED / "taxonomies" / name
    if not path.exists():
        pytest.skip("the shared samples are not beside this checkout")
    (report,) = import_files([path], out=tmp_path / "out.jsonl")
    assert (report.path.name, report.kept) == (f"{name}!{name.removesuffix('.gz')}", 0)
    assert "gzip" not in only_reason(report)


def test_a_damaged_archive_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"title\nA\n" * 99)[:30])
    (report,) = import_files([tmp_path / "a.gz"], out=tmp_path / "out.jsonl")
    assert only_reason(report) == "the gzip archive is damaged (EOFError); download it again."
