"""What a learner brings: shown find by find, and used only once it is confirmed."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from catalogue.held import HeldReport, read_cv, read_held
from catalogue.store import Catalogue
from interface.escape import plain
from interface.finds import Confirmed, as_held, read
from interface.texts import files_en
from recommender.cv_words import vocabulary
from recommender.profile import Held, LearnerProfile

HERE = Path(__file__).parent
PAGE = HERE.parent / "interface" / "page.py"
HELD = HERE / "data" / "held"
TEXTS = files_en.FILES
CV = b"""Anna Example
2019 to today: Care assistant, Rose House
Skills: project management, budgeting
"""


@pytest.fixture
def page() -> AppTest:
    """The page of one's own files, in a first visit."""
    return AppTest.from_file(str(PAGE), default_timeout=120).run().switch_page("my_files.py").run()


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    named = [(name, data, "application/octet-stream") for name, data in files]
    page.file_uploader(key="held-files").set_value(named).run()
    assert not page.exception
    return page


def sample(name: str) -> tuple[str, bytes]:
    return name, (HELD / name).read_bytes()


def said(page: AppTest) -> str:
    return "\n".join(element.value for element in [*page.main.markdown, *page.main.caption])


def profile(page: AppTest) -> LearnerProfile:
    return page.session_state.visit.conversation.profile


def test_a_badge_is_shown_with_its_signature_and_counts_only_once_confirmed(page: AppTest) -> None:
    upload(page, sample("ob3-simple.json"))
    (item,) = read_held(HELD / "ob3-simple.json").items
    assert page.checkbox(key="item-0").value is True
    assert TEXTS.signatures[item.signature] in said(page)
    assert profile(page).held == ()
    page.button(key="confirm-finds").click().run()
    assert not page.exception
    assert profile(page).held == (as_held(item),)


def test_the_answer_follows_what_was_confirmed(page: AppTest) -> None:
    upload(page, sample("ob3-simple.json"))
    page.button(key="confirm-finds").click().run()
    (turn,) = page.session_state.visit.turns
    assert turn.said == TEXTS.confirmed.format(words=read_held(HELD / "ob3-simple.json").items[0].title)
    assert turn.reply is not None
    assert page.chat_message[0].text[0].value == turn.said


def test_a_broken_signature_is_not_ticked_for_the_learner(page: AppTest) -> None:
    upload(page, sample("ob3-altered.json"))
    assert page.checkbox(key="item-0").value is False
    page.button(key="confirm-finds").click().run()
    assert page.warning[0].value == TEXTS.nothing_ticked
    assert profile(page) == LearnerProfile()


def test_a_cv_gives_skills_and_roles_with_the_line_that_shows_each(page: AppTest) -> None:
    upload(page, ("cv.txt", CV))
    labels = {box.label.strip("*") for box in page.checkbox}
    assert {"project management", "budgeting"} <= {label.casefold() for label in labels}
    assert plain("Skills: project management, budgeting") in said(page)
    roles = page.radio(key="role")
    assert roles.value is None
    role = next(find.name for find in read("cv.txt", CV).found if find.kind == "role")
    assert role.casefold() == "care assistant"
    roles.set_value(role)
    page.button(key="confirm-finds").click().run()
    assert profile(page).current_role == role
    assert "budgeting" in {skill.casefold() for skill in profile(page).current_skills}


def test_what_is_not_ticked_is_not_used(page: AppTest) -> None:
    upload(page, ("cv.txt", CV))
    budgeting = next(box for box in page.checkbox if "budgeting" in box.label.casefold())
    budgeting.uncheck()
    page.button(key="confirm-finds").click().run()
    skills = {skill.casefold() for skill in profile(page).current_skills}
    assert "budgeting" not in skills and "project management" in skills


@pytest.mark.parametrize("path", sorted(HELD.glob("*.*")), ids=lambda path: path.name)
def test_every_sample_is_shown_or_refused_in_sentences(page: AppTest, path: Path) -> None:
    if path.suffix == ".md":
        return
    report = read(path.name, path.read_bytes())
    assert isinstance(report, HeldReport)
    upload(page, (path.name, path.read_bytes()))
    assert len(page.checkbox) == len(report.items)
    assert (TEXTS.notes_heading in [heading.value for heading in page.main.subheader]) == bool(report.notes)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.json", b""),
        ("deep.json", b"[" * 10_000 + b"]" * 10_000),
        ("bomb.xml", b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
        ("outside.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("cv.pdf", b"%PDF-1.7 broken"),
        ("cv.docx", b"PK\x03\x04 broken"),
        ("token.jwt", b"eyJ.eyJ.x"),
    ],
)
def test_a_hostile_file_is_one_sentence_and_costs_no_other_file(page: AppTest, name: str, data: bytes) -> None:
    upload(page, (name, data), sample("ob3-simple.json"))
    assert len(page.checkbox) == 1
    notes = page.main.markdown[-1].value
    assert notes.startswith("- ") and name.split(".")[0] in notes
    assert notes.count("\n") == 0 or "svg" in name


def test_a_name_full_of_markup_is_shown_as_it_is(page: AppTest) -> None:
    upload(page, ("**x** <b>.json", b"{}"))
    assert r"\*\*x\*\* \.json" in said(page)  # its HTML is gone, its other marks are shown


def test_a_word_document_is_read_as_a_cv() -> None:
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph("Skills: project management")
    document.save(file)
    names = [find.name.casefold() for find in read("CV.DOCX", file.getvalue()).found]
    assert "project management" in names


def test_a_title_of_one_word_is_not_looked_for_in_a_cv(catalogue: Catalogue) -> None:
    titles = list(vocabulary(catalogue).credentials)
    longer = next(title for title in titles if len(title.split()) > 2)
    assert all(" " in title.strip() for title in titles)
    (find,) = [find for find in read_cv(longer.encode(), vocabulary(catalogue)).found if find.kind == "credential"]
    assert find.name == longer


def test_confirmed_finds_are_added_to_a_profile_once() -> None:
    before = LearnerProfile(
        current_skills=("Excel",), current_role="cook", held=(Held(title="First aid", provider="Red Cross"),)
    )
    after = Confirmed((Held(title="first AID"), Held(title="Barista")), ("excel", "SQL"), None).added_to(before)
    assert [item.title for item in after.held] == ["First aid", "Barista"]
    assert after.current_skills == ("Excel", "SQL")
    assert after.current_role == "cook"
