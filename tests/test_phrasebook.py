"""The phrasebook says our fixed sentences in five more languages, whole or not at all."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest

from catalogue.coherence import check
from catalogue.credits import convert
from catalogue.definition import assess
from catalogue.store import Catalogue
from catalogue.trust import cautions, signals
from recommender.phrasebook import in_language, phrases
from recommender.recommender import Recommender
from recommender.settings import Settings

LANGUAGES = ("de", "fr", "es", "ms", "ja")


def gaps(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_every_phrase_is_there_in_each_language_with_the_same_gaps() -> None:
    for row in phrases():
        assert all(row[language] and gaps(row[language]) == gaps(row["en"]) for language in LANGUAGES), row["en"]
    assert len({row["en"] for row in phrases()}) == len(phrases())


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("at most 40 hours", "höchstens 40 Stunden"),
        ("Nothing is tested: it shows that you took part, not what you can do.",
         "Nichts wird geprüft: es zeigt die Teilnahme, nicht das Können."),
        ("Assessed: yes (assessed by: quiz, essay).", "Geprüft: ja (geprüft durch: quiz, essay)."),
        ("We cannot tell yet whether it is a micro-credential; not stated: the learning outcomes, its size (hours, "
         "credits or weeks).",
         "Ob es ein Micro-Credential ist, können wir noch nicht sagen; nicht angegeben: die Lernziele, der Umfang "
         "(Stunden, Credits oder Wochen)."),
        ("10 ECTS are about 250 to 300 hours (25 to 30 notional hours for 1 ECTS).",
         "10 ECTS sind etwa 250 bis 300 Stunden (25 bis 30 Lernstunden für 1 ECTS)."),
        ("The budget of EUR 5 and 3 hours a week together leave no plan.",
         "Das Budget von EUR 5, 3 Stunden pro Woche lassen zusammen keinen Plan zu."),
    ],
)  # fmt: skip
def test_a_sentence_of_ours_is_said_in_german(english: str, german: str) -> None:
    assert in_language(english, "de") == german


@pytest.mark.parametrize("text", ["The moon is made of cheese.", "Assessed: perhaps (who knows).", "", "at most"])
def test_what_is_not_in_the_table_is_not_translated_in_part(text: str) -> None:
    assert not in_language(text, "de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdicts_signs_and_cautions_of_the_catalogue_are_said_in_each_language(language: str) -> None:
    catalogue: Catalogue = Recommender.load(Settings()).catalogue
    today = date(2026, 11, 1)
    missing = set()
    for credential in list(catalogue)[::7]:
        verdict = assess(credential)
        said = [verdict.in_words, verdict.oepass_in_words, verdict.label_in_words, verdict.eu_in_words]
        said += [item.in_words for item in (*verdict.criteria, *verdict.stricter)]
        said += [signal.reason for signal in signals(credential, verdict, today)]
        said += [caution.text for caution in cautions(credential, verdict, today)]
        said += check(credential, verdict, today).in_words
        missing |= {text for text in said if in_language(text, language) is None}
    assert missing == set()


@pytest.mark.parametrize(("system", "to"), [("ECTS", "hours"), ("NZQCF", "ECTS"), ("hours", "ECTS"), ("CATS", "hours")])
def test_conversions_are_said_in_each_language(system: str, to: str) -> None:
    told = convert(12, system, to).in_words
    assert all(in_language(told, language) for language in LANGUAGES), told
