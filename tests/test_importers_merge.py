"""Importing into a catalogue: what is added, changed, unchanged or gone; ids that stay; columns shown for checking."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from catalogue.exporter import export_catalogue
from catalogue.import_report import ImportReport
from catalogue.importer import import_file, import_files
from catalogue.importers.columns import Guide, match_columns
from catalogue.reader import read_catalogue
from catalogue.records import Credential, Money, RecordError
from catalogue.store import Catalogue
from embeddings.encoder import SentenceEncoder

TABLE = """Course title,University,Link,Price,Currency,Duration
Welding basics,Acme College,https://acme.org/weld,120,EUR,6 weeks
Advanced welding,Acme College,https://acme.org/adv,Free,,40 hours
"""


DATA = Path(__file__).parent / "data"


def rows_of(name: str) -> list[dict[str, str]]:
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def read(path: Path) -> tuple[list[Credential], ImportReport]:
    stream, report = import_file(path)
    return list(stream), report


def test_a_first_import_adds_everything_and_the_catalogue_can_be_read(tmp_path: Path) -> None:
    out = tmp_path / "catalogue.jsonl"
    (report,) = import_files([table(tmp_path / "t.csv", TABLE)], out=out)
    assert (report.added, report.changed, report.unchanged, report.gone) == (2, 0, 0, 0)
    basics, advanced = read_catalogue(out).credentials
    assert (basics.id, basics.title, basics.provider) == ("acme-org-weld", "Welding basics", "Acme College")
    assert basics.cost == Money(amount=120, currency="EUR")
    assert (basics.duration_weeks, advanced.workload_hours, advanced.is_free) == (6, 40, True)


def test_importing_again_says_what_changed_and_keeps_what_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "catalogue.jsonl"
    import_files([table(tmp_path / "t.csv", TABLE)], out=out)
    newer = [*TABLE.replace("120", "150").splitlines()[:2], "New,Acme College,https://acme.org/new,,,"]
    (report,) = import_files([table(tmp_path / "t.csv", "\n".join(newer))], out=out)
    assert (report.added, report.changed, report.unchanged, report.gone) == (1, 1, 0, 1)
    assert report.changed_ids == ["acme-org-weld"]
    assert report.gone_ids == ["acme-org-adv"]
    assert {c.id for c in read_catalogue(out).credentials} == {"acme-org-weld", "acme-org-new", "acme-org-adv"}
    assert "1 added, 1 changed, 0 unchanged" in report.as_text()
    (again,) = import_files([tmp_path / "t.csv"], out=out)
    assert (again.added, again.changed, again.unchanged, again.gone) == (0, 0, 2, 1)


def test_a_file_can_be_imported_into_itself(tmp_path: Path) -> None:
    out = tmp_path / "catalogue.jsonl"
    import_files([table(tmp_path / "t.csv", TABLE)], out=out)
    before = out.read_text()
    (report,) = import_files([out], out=out)
    assert report.unchanged == 2
    assert out.read_text() == before


def test_several_files_share_one_catalogue_and_their_doubles_are_found(tmp_path: Path) -> None:
    one = table(tmp_path / "one.csv", TABLE)
    two = table(tmp_path / "two.csv", TABLE + "Third,Acme,https://acme.org/3,,,\n")
    first, second = import_files([one, two], out=tmp_path / "c.jsonl")
    assert (first.kept, second.kept, second.n_duplicates) == (2, 1, 2)
    assert second.duplicates[0].places == ("one.csv: line 2", "two.csv: line 2 (the same content)")


def test_nothing_readable_leaves_the_old_catalogue_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "catalogue.jsonl"
    import_files([table(tmp_path / "t.csv", TABLE)], out=out)
    before = out.read_bytes()
    (report,) = import_files([table(tmp_path / "bad.csv", "a,b\n1,2\n")], out=out)
    assert report.refused[0].reason.startswith("no column holds a title; the columns are a, b. Name one of them")
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_catalogue_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="the catalogue cannot be written"):
        import_files([table(tmp_path / "t.csv", TABLE)], out=tmp_path / "no folder" / "c.jsonl")


def test_equal_titles_of_one_provider_are_kept_under_numbered_ids_and_grouped(tmp_path: Path) -> None:
    content = "title,provider,description\nSeminar,Acme,On welding\nSeminar,Acme,On cutting\nSeminar,Acme,On welding\n"
    credentials, report = read(table(tmp_path / "t.csv", content))
    assert [c.id for c in credentials] == ["acme-seminar", "acme-seminar-2"]
    assert report.n_duplicates == 1
    copies, alike = report.duplicates
    assert (copies.kept, alike.kept, alike.count) == (False, True, 2)


def test_the_same_source_id_with_other_content_keeps_the_first_and_says_so(tmp_path: Path) -> None:
    content = "id,title\nwelding-basics-2026,Welding\nwelding-basics-2026,Something else\n"
    credentials, report = read(table(tmp_path / "t.csv", content))
    assert [c.title for c in credentials] == ["Welding"]
    assert "other content; the first is kept" in report.duplicates[0].places[1]


def test_titles_and_notes_above_the_header_are_passed(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "Our catalogue 2026,,\n\ntitle,provider,url\nA,P,https://a.org/a\n")
    assert [c.title for c in read(path)[0]] == ["A"]


def test_a_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Courses"
    for row in (["Course title", "ECTS", "EQF level", "Updated"], ["Welding", 5, 4, None], ["Cutting", 2.5, 9, None]):
        book.active.append(row)
    book.create_sheet("Notes").append(["some", "words"])
    content = io.BytesIO()
    book.save(content)
    (tmp_path / "t.xlsx").write_bytes(content.getvalue())
    (welding, cutting), report = read(tmp_path / "t.xlsx")
    assert welding.credits is not None
    assert (welding.credits.amount, welding.credits.system) == (5, "ECTS")
    assert welding.level is not None
    assert (welding.level.framework, welding.level.value) == ("EQF", "4")
    assert cutting.level is None
    (mending,) = report.mended
    assert (mending.where, mending.before) == ("Courses!3", "9")
    assert "expected 1 to 8" in mending.reason
    assert report.remarks[0].startswith("The sheet 'Notes' was not read: no column holds a title")


def test_a_level_column_needs_its_framework_column(tmp_path: Path) -> None:
    credentials, report = read(table(tmp_path / "t.csv", "title,level,framework\nA,7,NZQCF\nB,7,\n"))
    assert credentials[0].level is not None
    assert credentials[0].level.framework == "NZQCF"
    assert credentials[1].level is None
    assert "a level means nothing without one" in report.mended[0].reason


def count_words(texts: Sequence[str]) -> np.ndarray:
    """Return unit vectors of how many words of three families each text has: an encoder known by heart."""
    families = (("awarded", "university"), ("learn", "afterwards"), ("money", "price"))
    counts = np.array([[sum(map(text.lower().count, family)) for family in families] for text in texts], float)
    return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)


def test_a_column_that_no_name_matches_is_matched_by_meaning_and_shown(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "title,Awarded at,Colour\nA,Acme College,red\n")
    stream, report = import_file(path, guide=Guide(count_words))
    (credential,) = stream
    assert credential.provider == "Acme College"
    by_column = {match.column: match for match in report.columns}
    assert (by_column["Awarded at"].field, by_column["Awarded at"].how) == ("provider", "meaning")
    assert by_column["Awarded at"].example == "Acme College"
    assert by_column["Colour"].field is None
    assert report.unknown_fields == {"Colour": 1}


def test_the_real_model_matches_columns_by_meaning_but_never_what_an_award_leads_to(
    tmp_path: Path, encoder: SentenceEncoder
) -> None:
    path = table(tmp_path / "t.csv", "title,Abilities taught,Shoe size,Degree attributes\nA,welding; cutting,42,Arts\n")
    stream, report = import_file(path, guide=Guide(encoder.encode_passages))
    (credential,) = stream
    assert credential.skills == ("welding", "cutting")
    assert credential.stacks_into == ()
    assert [match.how for match in report.columns] == ["name", "meaning", "not used", "not used"]


def test_columns_of_other_catalogues_are_read_rightly_or_only_offered(encoder: SentenceEncoder) -> None:
    guide = Guide(encoder.encode_passages)
    labelled = [(row["column"], row["field"] or None) for row in rows_of("column_names.csv")]
    found = [(match_columns([name], [""], guide)[0], field) for name, field in labelled]
    assert [(match.column, match.field) for match, field in found if match.field not in (None, field)] == []
    assert sum(match.field is not None for match, _ in found) >= 24
    assert sum(match.perhaps == field for match, field in found if match.perhaps) >= 7


def test_what_is_chosen_goes_before_what_the_names_tell(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "title,Blurb,Internal,About\nA,Says more,secret,Says less\n")
    guide = Guide(chosen={"Blurb": "summary", "About": "none", "Absent": "url"})
    stream, report = import_file(path, guide=guide)
    (credential,) = stream
    assert credential.summary == "Says more"
    assert [match.how for match in report.columns] == ["name", "chosen", "not used", "chosen"]
    assert report.remarks == ["A field was chosen for the column 'Absent', which this file does not have."]


def test_a_field_that_does_not_exist_cannot_be_chosen() -> None:
    with pytest.raises(RecordError, match="'colour', chosen for the column 'Blurb', is no field; expected title, "):
        Guide(chosen={"Blurb": "colour"})


def test_keys_of_a_feed_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text('{"liste": [{"kurs_x": "Brot", "wer": "Acme"}]}', encoding="utf-8")
    stream, _ = import_file(path, guide=Guide(chosen={"kurs_x": "title", "wer": "provider"}))
    assert [(item.title, item.provider) for item in stream] == [("Brot", "Acme")]


@pytest.mark.parametrize(("column", "currency"), [("Fee (EUR)", "EUR"), ("Price in £", "GBP"), ("Cost USD", "USD")])
def test_a_price_takes_the_currency_that_its_column_names(tmp_path: Path, column: str, currency: str) -> None:
    (course,), _ = read(table(tmp_path / "t.csv", f"title,{column}\nA,120\n"))
    assert course.cost == Money(amount=120, currency=currency)


@pytest.mark.parametrize(
    "content",
    [
        "Bezeichnung;Anbieter;Dauer;Kosten;Währung\nSchweißen;Acme;6 Wochen;120,50;EUR\n",
        "Intitulé;Organisme;Durée;Prix\nSchweißen;Acme;6 semaines;120,50 €\n",
        "講座名,大学,期間,料金\nSchweißen,Acme,6週間,120.50 EUR\n",
    ],
)
def test_tables_in_other_languages_are_read_by_their_own_column_names(tmp_path: Path, content: str) -> None:
    (course,), _ = read(table(tmp_path / "t.csv", content))
    assert (course.title, course.provider, course.duration_weeks) == ("Schweißen", "Acme", 6)
    assert course.cost == Money(amount=120.5, currency="EUR")


def test_progress_ends_at_the_files_size(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", TABLE * 100)
    seen: list[tuple[Path, int, int]] = []
    import_files([path], out=tmp_path / "c.jsonl", progress=lambda file, done, total: seen.append((file, done, total)))
    assert seen[-1] == (path, path.stat().st_size, path.stat().st_size)


def test_a_column_of_figures_that_never_varies_is_remarked(tmp_path: Path) -> None:
    rows = "".join(f"Course {n},Acme,https://acme.org/{n},Free\n" for n in range(200))
    _, report = read(table(tmp_path / "t.csv", "title,provider,url,price\n" + rows))
    assert report.remarks == [
        "The column 'price' says 'Free' in 200 of 200 rows: a figure that hardly varies is worth checking."
    ]


def test_the_language_of_the_texts_is_counted_and_never_taken_for_the_language_of_teaching(tmp_path: Path) -> None:
    text = "Les organisations ont besoin de responsables qui comprennent les données et savent les présenter."
    credentials, report = read(table(tmp_path / "t.csv", f"title,provider,description\nA,P,{text}\n"))
    assert report.text_languages == {"fr": 1}
    assert credentials[0].languages == ()


def test_reports_stay_small_however_much_goes_wrong(tmp_path: Path) -> None:
    rows = "".join(f"Course {n},level {n} of wisdom\n" for n in range(3000))
    _, report = read(table(tmp_path / "t.csv", "title,level\n" + rows))
    assert (report.n_mended, len(report.mended)) == (3000, 200)
    assert len(report.mended_fields) <= 1001
    json.dumps(report.as_json())


@pytest.mark.parametrize("format", ["csv", "jsonl", "ctdl", "elm", "schemaorg"])
def test_what_cairn_exports_it_reads_back_field_by_field(tmp_path: Path, catalogue: Catalogue, format: str) -> None:
    out = tmp_path / f"out.{format}"
    lost = {*export_catalogue(catalogue, format, out).lost, "read_from", "read_on"}
    read_back = {credential.id: credential for credential in read(out)[0]}
    assert set(read_back) == set(catalogue.ids)
    for credential in catalogue:
        for name in Credential.model_fields.keys() - lost:
            assert getattr(read_back[credential.id], name) == getattr(credential, name), (credential.id, name)
