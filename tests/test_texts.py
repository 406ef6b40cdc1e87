"""The page's words: each is used, and every language has all of them with the same gaps to fill."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from interface.texts import LANGUAGES
from interface.texts.en import ENGLISH, English
from recommender.settings import Weights

ROOT = Path(__file__).parent.parent
SAID_TO_THE_ASSISTANT = {"undo_message"}  # a button's message, in the language that is understood best
OTHERS = [texts for code, texts in LANGUAGES.items() if code != "en"]


def keys() -> list[str]:
    return [name for name in vars(English) if not name.startswith("_")]


def gaps(value: object) -> list[set[str]]:
    """Return the names in braces of each text that a value holds, in order."""
    if isinstance(value, str):
        return [{name for _, name, _, _ in Formatter().parse(value) if name}] if "{" in value else [set()]
    if isinstance(value, dict):
        return [gap for key in sorted(value) for gap in gaps(value[key])]
    if isinstance(value, tuple):
        return [gap for item in value for gap in gaps(item)]
    return []


def test_every_text_is_used_somewhere_on_the_page() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*(ROOT / "interface").glob("*.py"), ROOT / "app.py"])
    unused = [name for name in keys() if not re.search(rf"(?:texts|TEXTS|ENGLISH)\.{name}\b|\"{name}\"", code)]
    assert unused == []


@pytest.mark.parametrize("texts", OTHERS, ids=lambda texts: texts.code)
def test_a_language_has_every_text_in_its_own_words(texts: English) -> None:
    missing = [name for name in keys() if name not in vars(type(texts)) and name not in SAID_TO_THE_ASSISTANT]
    assert missing == []


@pytest.mark.parametrize("texts", OTHERS, ids=lambda texts: texts.code)
def test_a_language_fills_in_the_same_facts(texts: English) -> None:
    skipped = {"api_bad_request", "api_bad_profile"}  # their braces are JSON
    different = [
        name for name in keys() if name not in skipped and gaps(getattr(texts, name)) != gaps(getattr(ENGLISH, name))
    ]
    assert different == []


@pytest.mark.parametrize("texts", OTHERS, ids=lambda texts: texts.code)
def test_a_language_names_the_same_slots_and_parts(texts: English) -> None:
    for name in keys():
        if isinstance(value := getattr(ENGLISH, name), dict):
            assert set(getattr(texts, name)) == set(value), name


def test_every_part_of_a_score_has_its_words_in_every_language() -> None:
    parts = {part.name for part in fields(Weights)}
    for code, texts in LANGUAGES.items():
        assert set(texts.score_parts) == parts, code
