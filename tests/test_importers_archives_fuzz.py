"""Archives of any shape, cut, damaged, nested or full of tricks: each gives entries or a reason, and leads nowhere."""

from __future__ import annotations

import gzip
import io
import struct
import warnings
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.importer import import_files

ENTRY = b"title,provider\nWelding,Acme\nBrazing,Acme\n"
ENCRYPTED = 0x1  # of a member's flags

names = st.sampled_from([
    "a.csv", "../../a.csv", "/etc/passwd", "..\\..\\a.csv", "C:\\a.csv", "a/../../b.csv", "..", ".", "sub/", ".hidden",
    "__MACOSX/a.csv", "xl/workbook.xml", "word/document.xml", "con", "a\x00b.csv", "é.csv", "a" * 200, "\u202egpj.csv",
]) | st.text(min_size=1, max_size=30).filter(lambda name: name[0] != "\x00")  # fmt: skip
contents = st.sampled_from([ENTRY, b'[{"title": "A"}]', b"", b"\x00" * 2000, gzip.compress(ENTRY)]) | st.binary(
    max_size=200
)
members = st.lists(st.tuples(names, st.recursive(contents, lambda inner: inner.map(lambda b: zipped([("n.csv", b)])))),
                   max_size=4)  # fmt: skip


def zipped(files: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the files as a ZIP archive, under whatever names."""
    target = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore", category=UserWarning),
        zipfile.ZipFile(target, "w", method) as archive,
    ):
        for name, content in files:
            archive.writestr(name, content)
    return target.getvalue()


def survives(content: bytes, name: str) -> tuple[int, list[str]]:
    """Check that it gives entries or a reason and touches nothing else; return how many were kept, and the reasons."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        (home / name).write_bytes(content)
        reports = import_files([home / name], out=home / "out.jsonl")
        assert reports
        for report in reports:
            assert report.kept or report.refused
            assert not {"/", "\\", "\x00"} & set(report.path.name)
            report.as_text()
        assert {path.name for path in home.iterdir()} <= {name, "out.jsonl"}
        assert [path.name for path in Path(folder).iterdir()] == ["home"]
        reasons = [refusal.reason for report in reports for refusal in report.refused]
        return sum(report.kept for report in reports), reasons


@given(files=members, method=st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA]))
@settings(deadline=None)
def test_any_archive_gives_entries_or_a_reason(files: list[tuple[str, bytes]], method: int) -> None:
    survives(zipped(files, method), "all.zip")


@given(files=members, at=st.floats(0, 1), junk=st.binary(max_size=8), cut=st.booleans())
@settings(deadline=None)
def test_any_damage_to_an_archive_gives_entries_or_a_reason(
    files: list[tuple[str, bytes]], at: float, junk: bytes, cut: bool
) -> None:
    whole = zipped([("a.csv", ENTRY), *files])
    place = int(at * len(whole))
    survives(whole[:place] + junk + (b"" if cut else whole[place + len(junk) :]), "all.zip")


@given(content=contents, at=st.floats(0, 1), junk=st.binary(max_size=8), cut=st.booleans())
@settings(deadline=None)
def test_any_damage_to_a_packed_file_gives_entries_or_a_reason(
    content: bytes, at: float, junk: bytes, cut: bool
) -> None:
    whole = gzip.compress(content)
    place = int(at * len(whole))
    survives(whole[:place] + junk + (b"" if cut else whole[place + len(junk) :]), "a.csv.gz")


@given(size=st.integers(0, 2**32 - 1), flags=st.integers(0, 2**16 - 1), method=st.integers(0, 2**16 - 1))
@settings(deadline=None)
def test_a_header_that_lies_about_a_file_gives_entries_or_a_reason(size: int, flags: int, method: int) -> None:
    whole = bytearray(zipped([("a.csv", ENTRY), ("b.csv", b"title,provider\nSoldering,Acme\n")]))
    for mark, of_flags, of_sizes in ((b"PK\x03\x04", 6, 18), (b"PK\x01\x02", 8, 20)):
        start = whole.index(mark)
        struct.pack_into("<HH", whole, start + of_flags, flags, method)
        struct.pack_into("<II", whole, start + of_sizes, size, size)
    survives(bytes(whole), "all.zip")


def test_an_encrypted_file_costs_only_itself() -> None:
    whole = bytearray(zipped([("a.csv", ENTRY), ("b.csv", b"title,provider\nSoldering,Acme\n")]))
    for mark, of_flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", whole, whole.index(mark) + of_flags, ENCRYPTED)
    reason = "it is locked with a password; unpack it yourself."
    assert survives(bytes(whole), "all.zip") == (1, [reason])


def test_files_that_overlap_in_an_archive_are_not_read_twice() -> None:
    """An entry of the directory that points at another's data is how small bombs of great size are made."""
    whole = bytearray(zipped([("a.csv", ENTRY), ("b.csv", ENTRY)]))
    second = whole.index(b"PK\x01\x02", whole.index(b"PK\x01\x02") + 1)
    struct.pack_into("<I", whole, second + 42, 0)
    kept, reasons = survives(bytes(whole), "all.zip")
    assert kept == 2
    assert reasons == ["it cannot be unpacked (BadZipFile); unpack it yourself."]


def test_an_archive_of_more_files_than_are_read_says_so() -> None:
    files = [(f"{number}.csv", f"title,provider\nCourse {number},Acme\n".encode()) for number in range(210)]
    kept, reasons = survives(zipped(files), "all.zip")
    assert kept == 200
    assert reasons == ["the archive holds 210 files, of which the first 200 were read."]
