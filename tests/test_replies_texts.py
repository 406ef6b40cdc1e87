"""Every sentence that Cairn says: there in each language with the same gaps, used, and easy to read."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import textstat

from recommender.texts import TEXTS, say

ROOT = Path(__file__).parent.parent / "recommender"
ENGLISH = TEXTS["en"]
HARDEST_GRADE = 9.0  # Flesch-Kincaid grade of one sentence; plain language for a learner who left school at 15
USUAL_GRADE = 6.0
SHORTEST = 8  # words from which a grade says anything


def variants(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def code() -> str:
    files = [*ROOT.glob("*.py"), *(ROOT / "replies").glob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("language", ["ja", "ms", "fr", "de", "es"])
def test_every_language_has_every_text_with_the_same_gaps(language: str) -> None:
    texts = TEXTS[language]
    assert texts.keys() == ENGLISH.keys()
    for key, english in ENGLISH.items():
        wanted = gaps(variants(english)[0])
        assert all(gaps(text) == wanted for text in variants(texts[key])), f"{language}: {key}"


@pytest.mark.parametrize("language", ["ja", "ms", "fr", "de", "es"])
def test_no_sentence_was_left_in_english(language: str) -> None:
    same = [
        key
        for key, english in ENGLISH.items()
        if len(variants(english)[0].split()) > 2 and variants(english)[0] == variants(TEXTS[language][key])[0]
    ]
    assert same == []


def test_every_text_is_said_somewhere() -> None:
    source = code()
    families = tuple(set(re.findall(r'f["\'](\w+_)\{', source)))
    named = set(re.findall(r'["\'](\w+)["\']', source))
    unsaid = [key for key in ENGLISH if key not in named and not key.startswith(families)]
    assert unsaid == []


def test_every_text_that_is_said_by_name_is_there() -> None:
    said = set(re.findall(r'(?:turn\.say|say)\((?:language, |self\.language, |"en", )?["\'](\w{3,})["\']', code()))
    assert said <= ENGLISH.keys()


def test_the_fixed_texts_are_plain_language() -> None:
    sentences = [text.translate({123: None, 125: None}) for value in ENGLISH.values() for text in variants(value)]
    long = [sentence for sentence in sentences if len(sentence.split()) >= SHORTEST]
    hard = {text: grade for text in long if (grade := textstat.flesch_kincaid_grade(text)) > HARDEST_GRADE}
    assert hard == {}
    assert textstat.flesch_kincaid_grade(" ".join(long)) <= USUAL_GRADE


def test_the_turn_chooses_the_variant_and_not_chance() -> None:
    first, second = variants(ENGLISH["thanks"])
    assert [say("en", "thanks", turn) for turn in (0, 1, 2)] == [first, second, first]


def test_an_unknown_language_is_answered_in_english() -> None:
    assert say("sw", "undo_nothing") == ENGLISH["undo_nothing"]
