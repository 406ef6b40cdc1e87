"""A CV gives suggestions in the words of the vocabulary, each with the line that shows it."""

from __future__ import annotations

import io
import json

import docx
import pytest
import typst

from catalogue.held import Found, Vocabulary, read_cv

LINES = [
    "Ana Andromeda",
    "Warehouse supervisor, Acme Ltd, 2018-2024",
    "Led a team of six; stock control, forklift driving and basic Excel",
    "Certificate IV in Logistics, TAFE NSW, 2017",
]
VOCABULARY = Vocabulary(
    skills=["stock control", "Excel", "control", "R", "forklift driving"],
    roles=["warehouse supervisor", "supervisor"],
    credentials=lambda line: [line.split(",")[0]] if line.startswith("Certificate") else [],
)
EXPECTED = [
    Found("role", "warehouse supervisor", LINES[1]),
    Found("skill", "stock control", LINES[2]),
    Found("skill", "forklift driving", LINES[2]),
    Found("skill", "Excel", LINES[2]),
    Found("credential", "Certificate IV in Logistics", LINES[3]),
]


def as_docx() -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for line in LINES[:3]:
        document.add_paragraph(line)
    document.add_table(1, 1).rows[0].cells[0].text = LINES[3]
    document.save(file)
    return file.getvalue()


def as_pdf() -> bytes:
    return typst.compile("\n\n".join(LINES).encode(), format="pdf")


@pytest.mark.parametrize("data", ["\n".join(LINES).encode(), as_docx(), as_pdf()], ids=["text", "docx", "pdf"])
def test_a_cv_of_any_kind_gives_the_same_finds_with_their_lines(data: bytes) -> None:
    report = read_cv(data, VOCABULARY, "cv")
    assert report.found == EXPECTED
    assert report.notes == []


def test_a_longer_name_hides_the_shorter_one_inside_it_and_each_is_listed_once() -> None:
    report = read_cv(b"stock control\nStock Control and quality control", VOCABULARY)
    assert [item.name for item in report.found] == ["stock control", "control"]


def test_a_name_of_one_letter_counts_only_as_written() -> None:
    vocabulary = Vocabulary(skills=["R", "C++", "C#", ".NET"])
    assert [item.name for item in read_cv(b"r us; C++ and C#", vocabulary).found] == ["C++", "C#"]
    assert [item.name for item in read_cv(b"Statistics in R", vocabulary).found] == ["R"]


def test_a_cv_in_an_old_code_page_and_one_in_utf_16_are_read() -> None:
    vocabulary = Vocabulary(roles=["chef de rang", "Bäcker"])
    assert read_cv("Bäcker seit 2010".encode("cp1252"), vocabulary).found[0].name == "Bäcker"
    assert read_cv("Bäcker seit 2010".encode("utf-16"), vocabulary).found[0].name == "Bäcker"


def test_a_pdf_of_pictures_says_so() -> None:
    report = read_cv(typst.compile(b"#rect()", format="pdf"), VOCABULARY)
    assert "only pictures of its pages" in str(report.notes[0])


def test_a_very_long_cv_is_cut_and_says_so() -> None:
    report = read_cv(b"Excel\n" + b"x " * 200_000 + b"\nforklift driving", VOCABULARY)
    assert [item.name for item in report.found] == ["Excel"]
    assert "only its first 300000 characters" in str(report.notes[0])


def test_the_report_asks_for_confirmation_and_is_plain_json() -> None:
    report = read_cv("\n".join(LINES).encode(), VOCABULARY, "cv.txt")
    assert report.as_text().splitlines()[0] == "cv.txt: 5 found; please confirm each before it is used."
    assert json.loads(json.dumps(report.as_json()))["found"][0]["name"] == "warehouse supervisor"
