"""A catalogue of one's own: what was read is shown first, then answers come from it, for this visit alone."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interface import own_catalogue
from interface.resources import load_recommender
from interface.texts import files_en
from interface.visit import Visit

HERE = Path(__file__).parent
PAGE = HERE.parent / "interface" / "page.py"
SAMPLES = HERE / "data" / "catalogues"
TEXTS = files_en.FILES
BREAD = b"""Course name,School,Cost,Weeks,Skills
Sourdough baking for cafes,Harbour Bakery School,EUR 120,4,sourdough; baking
Wood-fired ovens,Harbour Bakery School,free,2,baking; oven building
,Harbour Bakery School,free,2,nothing
"""


@pytest.fixture
def page() -> AppTest:
    """The catalogue's page, in a first visit."""
    return AppTest.from_file(str(PAGE), default_timeout=180).run().switch_page("catalogue_page.py").run()


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    named = [(name, data, "application/octet-stream") for name, data in files]
    page.file_uploader(key="catalogue-files").set_value(named).run()
    assert not page.exception
    return page


def visit(page: AppTest) -> Visit:
    return page.session_state.visit


def table(page: AppTest, number: int) -> list[list[str]]:
    return [list(row) for row in page.main.table[number].value.values]


def use(page: AppTest) -> AppTest:
    """Say yes to what was read, and return the page of the conversation in the same visit."""
    page.button(key="use-catalogue").click().run()
    assert not page.exception
    home = AppTest.from_file(str(PAGE), default_timeout=180)
    home.session_state.visit = visit(page)
    return home.run()


def test_the_report_counts_and_names_the_columns_and_what_was_refused(page: AppTest) -> None:
    upload(page, ("bread.csv", BREAD))
    counts = dict(table(page, 0))
    assert list(page.main.table[0].value.columns) == ["File", r"bread\.csv"]
    assert counts == {"Format": "csv", "Read": "3", "Kept": "2", "Mended": "0", "Refused": "1", "Duplicates": "0"}
    columns = {row[0]: row[1] for row in table(page, 1)}
    assert columns["Course name"] == "title"
    assert columns["School"] == "provider"
    assert any("it has no title" in row[2] for row in table(page, 2))
    assert visit(page).own is None


def test_answers_come_from_the_catalogue_once_the_learner_says_so_and_go_back(page: AppTest) -> None:
    page = use(upload(page, ("bread.csv", BREAD)))
    assert TEXTS.in_use.format(name=r"bread\.csv", n="2") in "\n".join(item.value for item in page.markdown)
    page.chat_input(key="message").set_value("I want to learn sourdough baking").run()
    titles = [item.credential.title for item in visit(page).turns[-1].reply.recommendations]
    assert titles[0] == "Sourdough baking for cafes"
    assert "Sourdough baking for cafes" not in [item.title for item in load_recommender().catalogue]
    page.button(key="back-to-default").click().run()
    assert not page.exception
    assert visit(page).own is None
    assert visit(page).turns[-1].said == TEXTS.switched_back
    after = [item.credential.title for item in visit(page).turns[-1].reply.recommendations]
    assert "Sourdough baking for cafes" not in after


def test_a_column_is_read_as_the_visitor_says(page: AppTest) -> None:
    upload(page, ("odd.csv", b"Kursus,Cerita\nRoti canai,Stretching dough by hand\n"))
    assert page.warning[0].value == TEXTS.nothing_kept
    next(box for box in page.selectbox if box.label == "Kursus").set_value("title")
    next(box for box in page.selectbox if box.label == "Cerita").set_value("summary")
    page.button(key="read-again").click().run()
    assert not page.exception
    (credential,) = visit(page).imported.catalogue
    assert (credential.title, credential.summary) == ("Roti canai", "Stretching dough by hand")
    assert {row[0]: row[2] for row in table(page, 1)} == {"Kursus": "your choice", "Cerita": "your choice"}


def test_a_file_of_no_known_format_can_be_given_one(page: AppTest) -> None:
    upload(page, ("list.txt", b"title\nRoti canai\nMurtabak\n"))
    page.selectbox(key="catalogue-format").set_value("csv")
    page.button(key="read-again").click().run()
    assert not page.exception
    assert [credential.title for credential in visit(page).imported.catalogue] == ["Roti canai", "Murtabak"]


def test_another_visit_keeps_the_shared_catalogue(page: AppTest) -> None:
    page = use(upload(page, ("bread.csv", BREAD)))
    other = AppTest.from_file(str(PAGE), default_timeout=180).run()
    assert visit(other).own is None
    assert visit(page).own is not None


def test_starting_over_keeps_the_catalogue_in_use(page: AppTest) -> None:
    page = use(upload(page, ("bread.csv", BREAD)))
    page.chat_input(key="message").set_value("I want to learn sourdough baking").run()
    page.button(key="start-over").click().run()
    assert visit(page).turns == []
    assert visit(page).own is not None


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.*")), ids=lambda path: path.name)
def test_every_sample_gets_a_report_with_its_counts(page: AppTest, path: Path) -> None:
    upload(page, (path.name, path.read_bytes()))
    (report,) = visit(page).imported.reports
    counts = dict(table(page, 0))
    assert counts["Format"] == report.format
    assert (counts["Read"], counts["Kept"]) == (f"{report.read:,}", f"{report.kept:,}")
    assert report.kept or TEXTS.nothing_kept == page.warning[0].value


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"0" * 150_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("../../up.json", b"[" * 10_000 + b"]" * 10_000),
        ("laughs.xml", b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
        ("zeros.xlsx", bomb()),
        ("noise.csv", bytes(range(256)) * 20),
    ],
)
def test_a_hostile_file_is_refused_with_its_reason_and_nothing_changes(page: AppTest, name: str, data: bytes) -> None:
    upload(page, (name, data))
    assert page.warning[0].value == TEXTS.nothing_kept
    assert page.main.table[1].value.iloc[0][TEXTS.refused_labels["reason"]].strip()
    assert visit(page).own is None


def test_a_file_that_no_reader_survives_is_one_calm_sentence(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(own_catalogue, "import_files", broken)
    upload(page, ("bread.csv", BREAD))
    assert page.warning[0].value == TEXTS.unreadable


def test_a_catalogue_too_large_for_a_visit_is_read_but_not_answered_from(page: AppTest) -> None:
    rows = "\n".join(json.dumps({"id": f"c{n}", "title": f"Course {n}"}) for n in range(2_001))
    upload(page, ("large.jsonl", rows.encode()))
    assert page.warning[0].value == TEXTS.too_many.format(n="2,001", most="2,000")
    assert "use-catalogue" not in [button.key for button in page.button]


def test_a_file_cannot_be_written_outside_the_folder_of_its_visit(tmp_path: Path) -> None:
    for name in ("../../x.csv", "..", "/etc/x.csv", r"..\..\x.csv", ".", "x" * 300 + ".csv"):
        path = own_catalogue._written(tmp_path, len(list(tmp_path.iterdir())), name, b"a")
        assert path.resolve().parent.parent == tmp_path.resolve()


@pytest.mark.parametrize("format", ["csv", "jsonl", "ctdl", "elm", "schemaorg"])
def test_the_catalogue_is_made_in_a_format_when_asked_for(page: AppTest, format: str) -> None:
    assert not page.main.get("download_button")
    page.selectbox(key="export-format").set_value(format)
    page.button(key="make-export").click().run()
    assert not page.exception
    assert format in page.main.get("download_button")[0].label
