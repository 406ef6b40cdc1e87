"""Files that mean harm, or are merely broken: refused or defused in one sentence, and no good entry is lost."""

from __future__ import annotations

import codecs
import io
import json
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from catalogue.import_report import ImportReport
from catalogue.importer import READERS, import_file, import_files
from catalogue.records import Credential, RecordError

HARMFUL_IDS = ("../../etc/passwd", "..\\..\\windows", "a/../b", "/etc/passwd", "con\x00nul", "x\ny", "<script>", "..")


def read(path: Path, content: bytes | str, format: str = "auto") -> tuple[list[Credential], ImportReport]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    stream, report = import_file(path, format)
    return list(stream), report


def titles(credentials: list[Credential]) -> list[str]:
    return [credential.title for credential in credentials]


def only_reason(report: ImportReport) -> str:
    assert len(report.refused) == 1, report.as_text()
    return report.refused[0].reason


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "the file is empty"),
        (b"\x00\x00  \n", "the file is empty"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n....", "a badge baked into a picture is a learner's record"),
        (b"\x1f\x8b\x08....", "a gzip archive; unpack it first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx or CSV"),
        (b"PK\x03\x04broken", "the ZIP container is damaged"),
        (bytes(range(1, 32)) * 40, "this is a binary file"),
        (b"just a sentence\nand another", "the format is undecided"),
        (b"<note><to>you</to></note>", "the candidates are elm"),
        (b"<html><body>Courses</body></html>", "the web page holds no JSON-LD"),
        (b'"a text"', "the format is undecided"),
        (b"[]", "no credential was found"),
        (b"{}", "it has no title"),
        (b"[1, 2]", "an entry is int, expected a JSON object"),
        (b'{"a": 1}', "it has no title"),
    ],
)
def test_what_is_no_catalogue_is_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    credentials, report = read(tmp_path / "file", content)
    assert credentials == []
    assert any(reason in refusal.reason for refusal in report.refused), report.as_text()


def test_a_file_that_is_not_there_is_refused_and_not_raised(tmp_path: Path) -> None:
    stream, report = import_file(tmp_path / "nowhere.csv")
    assert list(stream) == []
    assert only_reason(report) == "the file cannot be opened (No such file or directory)."


def test_two_formats_in_one_file_are_both_named(tmp_path: Path) -> None:
    both = {"@context": ["https://credreg.net/ctdl/schema/context/json", "https://w3id.org/openbadges/v2"], "name": "x"}
    _, report = read(tmp_path / "f.json", json.dumps(both))
    assert "the candidates are ctdl and openbadge; choose one with --format" in only_reason(report)


def test_an_unknown_format_is_refused_with_the_valid_ones_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="'marc' is no import format; expected one of auto, csv, ctdl"):
        import_files([tmp_path / "f"], "marc", out=tmp_path / "out.jsonl")


def test_an_entry_nested_ten_thousand_deep_costs_only_itself(tmp_path: Path) -> None:
    deep = b'{"title": "Deep", "x": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"
    around = [json.dumps({"title": name, "url": f"https://a.org/{name}"}).encode() for name in ("Before", "After")]
    credentials, report = read(tmp_path / "deep.json", b"[" + around[0] + b"," + deep + b"," + around[1] + b"]")
    assert titles(credentials) == ["Before", "After"]
    assert report.refused[0].where == "$[1]"
    assert report.refused[0].reason == "the JSON is nested deeper than 200 levels."


@pytest.mark.parametrize("format", sorted(READERS.keys() - {"excel"}))
def test_brackets_without_end_are_refused_in_every_format(tmp_path: Path, format: str) -> None:
    credentials, report = read(tmp_path / "deep.json", b"[" * 200_000, format)
    assert credentials == []
    assert report.refused


def test_a_number_of_a_million_digits_costs_only_its_field(tmp_path: Path) -> None:
    line = '{"title": "Big", "url": "https://a.org/big", "price": ' + "9" * 1_000_000 + ', "currency": "EUR"}'
    credentials, _ = read(tmp_path / "big.jsonl", line + "\n")
    assert titles(credentials) == ["Big"]
    assert credentials[0].cost is None


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity", "1e308"])
def test_a_figure_without_bound_is_left_out(tmp_path: Path, number: str) -> None:
    line = '{"title": "Big", "url": "https://a.org/big", "price": ' + number + ', "currency": "EUR", "weeks": 1e400}'
    credentials, _ = read(tmp_path / "big.jsonl", line + "\n")
    assert (credentials[0].cost, credentials[0].duration_weeks) == (None, None)


def test_json_that_breaks_off_keeps_what_stands_before(tmp_path: Path) -> None:
    credentials, report = read(tmp_path / "cut.json", '[{"title": "Whole", "url": "https://a.org/1"}, {"title": "Ha')
    assert titles(credentials) == ["Whole"]
    assert "the JSON breaks here" in only_reason(report)


LOQ = "http://data.europa.eu/snb/model/ap/loq-constraints/"
BOMB = f"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><Courses xmlns="{LOQ}">&c;</Courses>"""
OUTSIDE = f"""<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<Courses xmlns="{LOQ}"><a><b><title>&f;</title></b></a></Courses>"""


@pytest.mark.parametrize("content", [BOMB, OUTSIDE])
def test_xml_entities_are_neither_expanded_nor_fetched(tmp_path: Path, content: str) -> None:
    credentials, report = read(tmp_path / "bomb.xml", content)
    assert credentials == []
    assert "the XML declares entities" in only_reason(report)
    assert "root:" not in report.as_text()


def test_xml_that_breaks_keeps_what_stands_before(tmp_path: Path) -> None:
    content = (
        f'<Courses xmlns="{LOQ}"><learningOpportunityReferences>'
        '<learningOpportunity id="http://a.org/1"><title language="en">Whole</title><status>x</status>'
        '</learningOpportunity><learningOpportunity id="http://a.org/2"><title language="en">Broken</wrong>'
    )
    credentials, report = read(tmp_path / "cut.xml", content)
    assert titles(credentials) == ["Whole"]
    assert "the XML breaks here" in only_reason(report)


def test_xml_nested_ten_thousand_deep_is_refused(tmp_path: Path) -> None:
    _, report = read(
        tmp_path / "deep.xml", f'<Courses xmlns="{LOQ}">' + "<a>" * 10_000 + "</a>" * 10_000 + "</Courses>"
    )
    assert "the XML breaks here" in report.refused[0].reason


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_without_unpacking(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(b"0" * (1 << 20))
    tracemalloc.start()
    credentials, report = read(tmp_path / "bomb.xlsx", content.getvalue())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert credentials == []
    assert "which no real table does" in only_reason(report)
    assert peak < 20 << 20


def test_a_workbook_whose_xml_declares_entities_is_refused(tmp_path: Path) -> None:
    good = zipfile.ZipFile(io.BytesIO(workbook(["title", "url"], ["A", "https://a.org/a"])))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as bad:
        for name in good.namelist():
            entities = b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' if name.endswith("sheet1.xml") else b""
            bad.writestr(name, entities + good.read(name))
    credentials, report = read(tmp_path / "entities.xlsx", content.getvalue())
    assert credentials == []
    assert "the workbook is damaged" in only_reason(report)


def test_a_formula_in_a_cell_is_left_out_and_an_escaped_one_is_a_text(tmp_path: Path) -> None:
    content = (
        'title,description,provider\nA,"=HYPERLINK(""http://evil.example"",""x"")",P\n'
        "B,+cmd|' /C calc'!A0,P\nC,'=1+1 is two,P\n=1+1,D,P\nE,- a list item (with brackets),P\n"
    )
    credentials, report = read(tmp_path / "f.csv", content)
    texts = {credential.title: credential.summary for credential in credentials}
    assert texts == {"A": None, "B": None, "C": "=1+1 is two", "E": "- a list item (with brackets)"}
    assert [mending.reason for mending in report.mended] == ["a formula, which is neither run nor kept"] * 3
    assert only_reason(report) == "it has no title."


def test_formulas_of_a_workbook_are_not_run(tmp_path: Path) -> None:
    rows = (["title", "url", "description"], ["A", "https://a.org/a", "=1+1"], ["B", None, "fine"])
    credentials, _ = read(tmp_path / "f.xlsx", workbook(*rows))
    assert [(c.title, c.summary) for c in credentials] == [("A", None), ("B", "fine")]


def test_scripts_in_descriptions_are_removed_however_they_are_escaped(tmp_path: Path) -> None:
    content = {
        "title": "Safe <b>title</b>",
        "url": "javascript:alert(1)",
        "description": "<p>One</p><p>two</p><script>alert(1)</script>&lt;img src=x onerror=alert(2)&gt; 3 &amp;lt; 4",
    }
    (credential,), report = read(tmp_path / "f.jsonl", json.dumps(content) + "\n")
    assert (credential.title, credential.url, credential.summary) == ("Safe title", None, "One two 3 < 4")
    assert report.mended_fields[("url", "no address that starts with http:// or https://")] == 1


def test_ids_cannot_climb_out_of_a_folder(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": name, "title": "T", "provider": "P", "url": f"https://a.org/{number}"})
        for number, name in enumerate(HARMFUL_IDS)
    ]
    credentials, _ = read(tmp_path / "f.jsonl", "\n".join(lines))
    assert len({credential.id for credential in credentials}) == len(HARMFUL_IDS)
    for credential in credentials:
        assert not set(credential.id) & set("/\\\x00\n <>")
        assert ".." not in credential.id


def test_a_remote_context_is_never_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", None)  # whoever calls it fails
    course = {"@context": ["https://schema.org", "http://evil.example/context"], "@type": "Course", "name": "A"}
    credentials, _ = read(tmp_path / "f.json", json.dumps(course))
    assert titles(credentials) == ["A"]


CAFE = "title,provider\nCafé,Université"


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + CAFE.encode(),
        codecs.BOM_UTF16_LE + CAFE.encode("utf-16-le"),
        CAFE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + CAFE.encode("utf-32-le"),
        CAFE.encode("cp1252"),
        CAFE.replace(",", ";").replace("\n", "\r\n").encode(),
        CAFE.replace("é", "\x00é").encode(),
        "title,provider\nCafÃ©,UniversitÃ©".encode(),
    ],
)
def test_every_encoding_gives_the_same_course(tmp_path: Path, content: bytes) -> None:
    credentials, report = read(tmp_path / "f.csv", content)
    assert [(c.title, c.provider) for c in credentials] == [("Café", "Université")], report.as_text()


def test_a_mislabelled_japanese_file_is_read_and_the_encoding_named(tmp_path: Path) -> None:
    rows = "".join(f"データサイエンス入門 {n},東京大学,統計と機械学習の基礎を学ぶ講座です。\n" for n in range(20))
    credentials, report = read(tmp_path / "f.csv", ("title,provider,description\n" + rows).encode("cp932"))
    assert credentials[0].title == "データサイエンス入門 0"
    assert "The text is not UTF-8; it is read as cp932" in report.remarks[0]


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row(tmp_path: Path) -> None:
    rows = "".join(f"Course {n},P,https://a.org/{n}\n" for n in range(3000))
    credentials, report = read(tmp_path / "f.csv", 'title,provider,url\n"Open,P,https://a.org/x\n' + rows)
    assert len(credentials) == 3000
    assert report.refused[0].where == "line 2"
    assert report.refused[0].reason == "a quotation mark is opened here and never closed."


def test_a_row_with_a_stray_separator_is_refused_and_the_rest_kept(tmp_path: Path) -> None:
    credentials, report = read(tmp_path / "f.csv", "title,provider\nA,P\nB, and C,P\nD,P\n")
    assert titles(credentials) == ["A", "D"]
    assert str(report.refused[0]) == "line 3: B: 3 cells for 2 columns; a cell that holds the separator needs quotes."


def test_a_cell_of_a_hundred_megabytes_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    with open(path, "w") as file:
        file.write("title,provider,description\nA,P,short\nB,P,")
        for _ in range(100):
            file.write("x" * (1 << 20))
        file.write("\nC,P,short\n")
    tracemalloc.start()
    stream, report = import_file(path)
    kept = titles(list(stream))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (kept[0], kept[-1]) == ("A", "C")
    assert report.refused
    assert peak < 150 << 20
