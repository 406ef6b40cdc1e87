"""Answers to questions about credentials themselves: from the tables where they ask for a figure, else by meaning.

A question is compared with every way of asking that the knowledge entries list, by meaning first and by rare words in
common second; below `THRESHOLD` Cairn says that it does not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path

import numpy as np

from catalogue.frameworks import home_framework
from catalogue.knowledge import ENTRIES, PLACE_NAMES, PLACES, Entry, rules_of
from embeddings.encoder import Encoder
from embeddings.index_directory import kept_vectors
from recommender.table_answers import TableAnswer, answer_from_tables

# Below this nearness (see `Answerer.nearest`) we do not know. It and WORD_WEIGHT were chosen on the "tune" questions of
# `tests/data/questions.jsonl`; `evaluation/README.md` says what they keep there and on questions unseen before.
THRESHOLD = 0.62
# What the share of the question's telling words that an entry also uses adds to the similarity of meaning.
WORD_WEIGHT = 0.15
# Where several entries are about equally near: a rule of the place that the question names says most, then one of the
# learner's own country, then an article; a glossary line answers only who asks what a word means.
NAMED_PLACE_BONUS, OWN_PLACE_BONUS, ARTICLE_BONUS, TERM_PENALTY = 0.06, 0.03, 0.03, 0.10
# Words that are in any question and tell none from another.
COMMON_WORDS = {
    "a", "an", "the", "of", "in", "on", "and", "to", "for", "with", "is", "are", "be", "it", "its", "this",
    "that", "these", "those", "do", "does", "did", "can", "could", "would", "will", "i", "my", "me", "you",
    "your", "what", "which", "who", "how", "why", "when", "where", "if", "or", "so", "one", "ones", "there",
    "any", "some", "about", "mean", "means", "meant", "explain", "tell", "have", "has", "get", "from", "at",
    "by", "as", "not", "no",
}  # fmt: skip
ASKS_FOR_MEANING = re.compile(
    r"\b(what('?s| is| are| does| do|s)|define|meaning|means?|explain|stands? for)\b", re.IGNORECASE
)
DOES_NOT_KNOW = (
    "I do not know that. I can explain levels, credits, stacking, portability, trust, and what counts as a "
    "micro-credential in a country."
)


@dataclass(frozen=True)
class KnowledgeAnswer:
    """What Cairn says to a question. `confidence` is 0 to 1: 1 for a table's figure, otherwise the similarity.

    `known` is false where the text only says that we do not know; `entry_ids` is empty for a table's figure, which
    stands in `table`.
    """

    text: str
    sources: tuple[str, ...] = ()
    entry_ids: tuple[str, ...] = ()
    confidence: float = 0.0
    known: bool = True
    table: TableAnswer | None = None


class Answerer:
    """Answers questions with an encoder; the vectors of the ways of asking are kept in `directory`."""

    def __init__(
        self, encoder: Encoder, directory: Path | None = None, entries: Sequence[Entry] = tuple(ENTRIES.values())
    ) -> None:
        self._encoder = encoder
        self._directory = directory
        self._entries = entries
        self._ways = list(dict.fromkeys(way for entry in entries for way in entry.questions))
        rows = {way: row for row, way in enumerate(self._ways)}
        self._rows_of = [[rows[way] for way in entry.questions] for entry in entries]
        self._words = [_stems(" ".join((entry.title, *entry.questions))) for entry in entries]
        seen = Counter(word for words in self._words for word in words)
        self._rarity = {word: log((len(entries) + 1) / (count + 0.5)) for word, count in seen.items()}
        names = [(name, entry) for entry in entries for text in entry.names for name in re.split(r"[（）()/、]", text)]
        self._names = [(name.strip(), entry) for name, entry in names if not name.strip().isascii()]

    @cached_property
    def _vectors(self) -> np.ndarray:
        """One unit vector per way of asking."""
        return kept_vectors(self._directory, self._ways, self._encoder)

    def answer(self, question: str, country: str | None = None) -> KnowledgeAnswer:
        """Return the answer to a question; `country` (ISO 3166-1) is the learner's, for "here" and "level 5"."""
        if found := answer_from_tables(question, country):
            return KnowledgeAnswer(found.text, found.sources, confidence=1.0, table=found)
        if entry := self._by_name(question):
            return _told(entry, 1.0)
        score, entry = self.nearest(question, country)
        if score < THRESHOLD:
            return KnowledgeAnswer(DOES_NOT_KNOW, confidence=max(0.0, score), known=False)
        return _told(entry, score)

    def nearest(self, question: str, country: str | None = None) -> tuple[float, Entry]:
        """Return the nearest entry and its nearness, rules of other places left out.

        Nearness is the cosine similarity to the nearest way of asking, plus WORD_WEIGHT times the share of telling
        words in common, plus or minus what the kind of entry is worth.
        """
        named, placeless = place_named(question)
        place = named or _rule_place(country)
        whole, bare = self._similarities(question), self._similarities(placeless)
        term_penalty = 0 if ASKS_FOR_MEANING.search(question) else TERM_PENALTY
        stems = _stems(placeless)
        best, found = -2.0, self._entries[0]
        for entry, ways, words in zip(self._entries, self._rows_of, self._words, strict=True):
            if entry.kind in ("rule", "gap"):
                if entry.country != (place if entry.kind == "rule" else named):
                    continue
                score = float(bare[ways].max()) + (NAMED_PLACE_BONUS if named else OWN_PLACE_BONUS)
            elif entry.kind == "article":
                score = float(whole[ways].max()) + ARTICLE_BONUS
            else:
                score = float(whole[ways].max()) - term_penalty
            score += WORD_WEIGHT * self._share(stems, words)
            if score > best:
                best, found = score, entry
        rule = next(iter(rules_of(place, found.topic)), found) if place and found.topic else found
        return best, rule

    def _similarities(self, question: str) -> np.ndarray:
        """Return the similarity of each way of asking to the question, or to its sentence that comes nearest."""
        sentences = [part for part in re.split(r"(?<=[.?!])\s+", question) if len(part.split()) > 1]
        asked = [question, *sentences] if len(sentences) > 1 else [question]
        return np.asarray((self._encoder.encode_queries(asked) @ self._vectors.T).max(axis=0))

    def _share(self, asked: set[str], words: set[str]) -> float:
        """Return the share (0 to 1) of the question's words that an entry uses, the rare ones counting most."""
        unseen = log(2 * (len(self._entries) + 1))
        total = sum(self._rarity.get(word, unseen) for word in asked)
        return sum(self._rarity[word] for word in asked & words) / total if total else 0.0

    def _by_name(self, question: str) -> Entry | None:
        """Return the term whose Japanese name stands in the question: the default model reads English only."""
        named = [(name, entry) for name, entry in self._names if name in question]
        return max(named, key=lambda pair: len(pair[0]))[1] if named else None


def _stems(text: str) -> set[str]:
    """Return the telling words of a text, each cut to five letters so that "stack" and "stackable" meet."""
    return {word[:5] for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in COMMON_WORDS}


def _told(entry: Entry, confidence: float) -> KnowledgeAnswer:
    dated = f" (Rule of {entry.date}.)" if entry.date else ""
    return KnowledgeAnswer(f"{entry.answer}{dated}", entry.sources, (entry.id,), min(1.0, confidence))


def place_named(question: str) -> tuple[str | None, str]:
    """Return the jurisdiction in PLACES that a question names, if any, and the question without its name."""
    names = "|".join(re.escape(name) for name in sorted(PLACE_NAMES, key=len, reverse=True))
    pattern = (
        rf"\b(?:(?:in|of|from|for) )?(?:the |an? )?(?:(?-i:(?P<us>U\.?S\.?))|(?P<place>{names}))(?:'s)?(?![a-z0-9])"
    )
    found = re.search(pattern, question, re.IGNORECASE)
    if found is None:
        return None, question
    rest = f"{question[: found.start()]} {question[found.end() :]}"
    return "US" if found["us"] else PLACE_NAMES[found["place"].lower()], " ".join(rest.split())


def _rule_place(country: str | None) -> str | None:
    """Return the jurisdiction whose rules hold in a country: its own, or the European Union's for a member."""
    if country is None or country in PLACES:
        return country
    return "EU" if home_framework(country) == "EQF" else None
