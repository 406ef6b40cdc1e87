"""A hostile or damaged file costs one clear sentence, never a traceback."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf.generic import DecodedStreamObject, NameObject

from catalogue.held import Vocabulary, read_cv, read_held

DATA = Path(__file__).parent / "data" / "held"
SAMPLES = [path for path in sorted(DATA.iterdir()) if path.suffix != ".md"]
BILLION_LAUGHS = b"""<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg>&b;</svg>"""
EXTERNAL = (
    b"""<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>"""
)


def png_bomb() -> bytes:
    text = b"openbadges\0\1\0\0\0" + zlib.compress(b"0" * 60_000_000)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(text)) + b"iTXt" + text + b"\0\0\0\0"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b"\0\0\0\0", "the file is empty"),
        (b"[" * 10_000 + b"]" * 10_000, "nested deeper than 100 levels"),
        (b'{"a":' * 500 + b"1" + b"}" * 500, "nested deeper than 100 levels"),
        (b'{"x": ' + b"9" * 10_000 + b"}", "is not valid JSON"),
        (b'{"type": "Assertion"', "is not valid JSON"),
        (b'{"type": "Asser\0tion"}', "is not valid JSON"),
        (BILLION_LAUGHS, "defines XML entities"),
        (EXTERNAL, "defines XML entities"),
        (b"<svg", "is not valid XML"),
        (b"<html><body/></html>", "this XML file is a 'html'"),
        (b"\x89PNG\r\n\x1a\n", "has no badge inside it"),
        (b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXtopen", "is cut off"),
        (png_bomb(), "unpacks to more than 5 MB"),
        (b"%PDF-1.7 ...", "so read it as a CV"),
        (b"aaaa.bbbb.cccc", "is not valid JSON"),
        (b"true", "is bool, expected a credential"),
        (b"x" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_a_hostile_file_is_refused_with_one_sentence(data: bytes, says: str) -> None:
    report = read_held(data, "upload")
    assert report.items == []
    assert len(report.notes) == 1
    assert says in str(report.notes[0])


def test_a_missing_file_is_refused_with_one_sentence(tmp_path: Path) -> None:
    assert "cannot be opened" in str(read_held(tmp_path / "none.json").refused[0])


def test_a_path_in_a_file_s_name_is_not_shown() -> None:
    assert read_held(b"{}", "..\\..\\etc/pass\u202ewd.json").name == "pass wd.json"


def test_wrappings_inside_wrappings_end() -> None:
    document: Any = json.loads((DATA / "ob3-simple.json").read_text())
    for _ in range(30):
        document = {"type": "VerifiablePresentation", "verifiableCredential": [document]}
    report = read_held(json.dumps(document).encode())
    assert report.items == []
    assert "10 wrappings" in report.refused[0].reason


def test_a_script_and_control_characters_in_a_title_are_left_out() -> None:
    badge = json.loads((DATA / "ob3-unsigned.json").read_text())
    badge["name"] = "Weld\u0000ing \u202e<script>alert(1)</script>"
    assert read_held(json.dumps(badge).encode()).items[0].title == "Weld ing"


def test_a_number_beyond_all_bounds_is_left_out() -> None:
    text = (DATA / "ob3-complete.json").read_text().replace('"creditsEarned": 42', '"creditsEarned": 1e400')
    item = read_held(text.encode()).items[0]
    assert (item.title, item.credits) == ("1EdTech University Degree", None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_json_in_any_of_its_encodings_and_with_a_mark_is_read(encoding: str) -> None:
    data = (DATA / "ob3-simple.json").read_text().encode(encoding)
    assert read_held(data).items[0].title == "Teamwork"


def pdf_bomb() -> bytes:
    """Return a PDF of one page whose content unpacks to 27 MB of drawing orders."""
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 12 Tf (hello) Tj ET\n" * 1_000_000)
    page = writer.add_blank_page(100, 100)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    writer.write(file)
    return file.getvalue()


def test_a_locked_pdf_a_zip_bomb_and_a_binary_file_are_refused_as_cvs() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    locked, bomb = io.BytesIO(), io.BytesIO()
    writer.write(locked)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 110_000_000)
    for data, says in (
        (locked.getvalue(), "locked with a password"),
        (bomb.getvalue(), "unpacks to more than 100 MB"),
        (pdf_bomb(), "page 1 of this PDF unpacks to more than 5 MB"),
        (b"\x00\x01\x02", "neither PDF, DOCX nor text"),
        (b"%PDF-1.4\n%%EOF", "cannot be read"),
        (b"PK\x03\x04 nothing", "not a Word document"),
    ):
        report = read_cv(data, Vocabulary())
        assert report.found == []
        assert [says in str(note) for note in report.notes] == [True]


FIELDS = """@context type id name issuer credentialSubject achievement alignment creditsEarned verifiableCredential
hasClaim specifiedBy awardedBy eqfLevel creditPoint framework point title prefLabel badge recipient issuedOn proof
proofValue verificationMethod cryptosuite payload signatures protected vc validUntil certifications @graph
educationAndLearnings educationDegrees verifications institution credentialStatus"""
field_names = st.sampled_from(re.split(r"\s+", FIELDS))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(field_names, inner, max_size=5),
    max_leaves=25,
)
kinds = st.sampled_from(
    ["OpenBadgeCredential", "Assertion", "ClrCredential", "EuropeanDigitalCredential", "EnvelopedVerifiableCredential",
     "VerifiablePresentation", "DataIntegrityProof", "LearningAchievement"]
)  # fmt: skip
fuzz = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@fuzz
@given(st.dictionaries(field_names, json_values, max_size=8), kinds)
def test_no_json_document_makes_a_reader_fall_over(document: dict[str, Any], kind: str) -> None:
    report = read_held(json.dumps({**document, "type": [kind]}).encode())
    assert report.items or report.notes
    json.dumps(report.as_json())


@fuzz
@given(st.sampled_from(SAMPLES), st.data())
def test_no_damage_to_a_real_file_makes_a_reader_fall_over(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes()[:30_000]
    start = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 40))
    report = read_held(whole[:start] + data.draw(st.binary(max_size=20)) + whole[start + cut :])
    assert report.items or report.notes
    report.as_text()


@fuzz
@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"<svg ", b"<?xml", b"%PDF-1.7\n", b"PK\x03\x04", b"eyJ.", b""]), st.binary()
)
def test_no_bytes_make_a_reader_fall_over(start: bytes, rest: bytes) -> None:
    assert read_held(start + rest).items == []
    read_cv(start + rest, Vocabulary(skills=["python"])).as_text()
