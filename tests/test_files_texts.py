"""The words about files: each is used, and every language has its own, with the same gaps to fill."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from catalogue.exporter import FORMATS
from catalogue.held.report import SIGNATURES
from interface.texts import FILES_LANGUAGES, LANGUAGES, files_texts_in
from interface.texts.files import FilesTexts
from recommender.handover import WRITERS
from tests.test_texts import gaps

ENGLISH = FILES_LANGUAGES["en"]
OTHERS = [code for code in FILES_LANGUAGES if code != "en"]
# Words that are the same in another language, or the names of formats.
SHARED = {"format", "export_formats", "notes_of_adviser"}


def test_the_page_has_these_words_in_each_of_its_languages() -> None:
    assert set(FILES_LANGUAGES) == set(LANGUAGES)
    assert files_texts_in("fr-CA") is FILES_LANGUAGES["fr"]
    assert files_texts_in("xx") is ENGLISH


def test_every_text_is_used_somewhere() -> None:
    folder = Path(__file__).parent.parent / "interface"
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    names = [field.name for field in fields(FilesTexts)]
    assert [name for name in names if f"texts.{name}" not in code and f"TEXTS.{name}" not in code] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_says_each_in_its_own_words_with_the_same_gaps(code: str) -> None:
    for field in fields(FilesTexts):
        own, english = getattr(FILES_LANGUAGES[code], field.name), getattr(ENGLISH, field.name)
        assert gaps(own) == gaps(english), field.name
        if isinstance(english, dict):
            assert list(own) == list(english), field.name
        assert own != english or field.name in SHARED, field.name


def test_every_signature_and_format_has_a_name() -> None:
    assert set(ENGLISH.signatures) == set(SIGNATURES)
    assert set(ENGLISH.export_formats) == set(FORMATS)
    assert set(ENGLISH.take_formats) == set(WRITERS)
