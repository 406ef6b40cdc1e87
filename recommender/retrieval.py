"""Find candidates: how a record becomes vectors, how a profile becomes a query, and how near the two are."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import numpy as np

from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import Encoder, Progress
from embeddings.index import VectorIndex
from embeddings.index_directory import Passage, PassageIndex, open_index
from embeddings.lexical import LexicalIndex
from recommender import languages
from recommender.learner_words import LearnerWords, sharpened, unit, wish_sentences
from recommender.profile import LearnerProfile
from recommender.settings import Search

# Standard deviation of the similarity between a query and unrelated records, 0.10 on both catalogues of
# evaluation/README.md. The best of n unrelated records comes near sqrt(2 ln n) of these: what chance alone reaches.
CHANCE_SPREAD = 0.1


def full_text(credential: Credential) -> str:
    """Return a record as one text: title, subject, summary, learning outcomes, skills."""
    skills = ", ".join(credential.skills)
    parts = [credential.title, credential.subject, credential.summary, *credential.outcomes, skills]
    return "\n".join(part for part in parts if part)


def passages(credentials: Iterable[Credential]) -> list[Passage]:
    """Return the texts to be encoded as (id, text): of each record its full text and, if any, its skills."""
    found = []
    for credential in credentials:
        texts = (full_text(credential), ", ".join(credential.skills))
        found += [(credential.id, text) for text in texts if text]
    return found


def told(profile: LearnerProfile, message: str = "") -> str:
    """Return the words in which the wish was told, with every part of it that they lack (from an edit by hand).

    `message` stands in for a profile without a wish. A telling that no part of the goal stands in any more is old.
    """
    telling = profile.told or (message if not profile.has_wish else "")
    parts = [part for part in re.split(r"[,.;]", profile.goal or "") if part.strip()]
    if parts and not any(_stands_in(part, telling) for part in parts):
        telling = profile.goal or ""
    english = languages.detect(telling) == "en"  # of two languages, only the whole phrase is the same
    missing = [wish for wish in wishes(profile) if not (_stands_in(wish, telling) if english else wish in telling)]
    return ". ".join([telling, *missing]).strip(". ")


def _stands_in(phrase: str, text: str) -> bool:
    """Return whether a word of a phrase stands in a text, give or take its ending."""
    return bool(_stems(phrase) & _stems(text))


def _stems(text: str) -> set[str]:
    return {word[:4] for word in re.findall(r"\w+", text.casefold())}


def wishes(profile: LearnerProfile) -> list[str]:
    """Return what is wished for, apart from the telling: role, skills, award."""
    named = [profile.goal_role, *profile.goal_skills, profile.stack_into]
    return list(dict.fromkeys(wish for wish in named if wish))


class Retriever:
    """Searches one catalogue by meaning and by words.

    `index` holds every encoded text; `vectors` one unit vector per credential, in the order of `ids`. What is searched
    are these drawn towards learners' words.
    """

    def __init__(
        self, catalogue: Catalogue, encoder: Encoder, index: PassageIndex, words: LearnerWords, search: Search
    ) -> None:
        self.encoder = encoder
        self.index = index
        self.words = words
        self.search = search
        self.ids = catalogue.ids
        self._row = {name: row for row, name in enumerate(self.ids)}
        self.vectors = record_vectors(index, search)
        self._nearest = VectorIndex(words.as_learners_say(self.vectors))
        self._lexical = LexicalIndex(catalogue.ids, [full_text(credential) for credential in catalogue])

    @classmethod
    def open(
        cls,
        catalogue: Catalogue,
        encoder: Encoder,
        directory: Path,
        progress: Progress | None = None,
        search: Search | None = None,
    ) -> Retriever:
        """Return a retriever over the index in this directory, built first where it is missing or stale."""
        index = open_index(directory, passages(catalogue), encoder, progress)
        search = search or Search()
        words = LearnerWords.open(encoder, directory / "learner-words", search, progress)
        return cls(catalogue, encoder, index, words, search)

    def vectors_of(self, ids: Iterable[str]) -> np.ndarray:
        """Return the search vectors of these credentials, in this order: (n, dimension)."""
        return self.vectors[[self._row[name] for name in ids]]

    def lexical(self, query: str, k: int) -> dict[str, float]:
        """Return up to k credentials that share words with the query, by BM25 score, best first."""
        return dict(self._lexical.search(query, k))

    def candidates(self, profile: LearnerProfile, message: str, k: int) -> dict[str, float]:
        """Return the relevance of up to k credentials, best first, ties by id.

        1 is the query itself, 0 what the nearest of as many unrelated records would reach by chance; below is no match.
        """
        query = self.query(profile, message)
        if not query.any():
            return {}
        scores, rows = self._nearest.search(query[None, :], k)
        found = zip((self.ids[row] for row in rows[0]), self._relevance(scores[0]).tolist(), strict=True)
        return dict(sorted(found, key=lambda pair: (-pair[1], pair[0])))

    def _relevance(self, similarities: np.ndarray) -> np.ndarray:
        chance = CHANCE_SPREAD * math.sqrt(2 * math.log(max(len(self.ids), 2)))
        return (similarities.astype(float) - chance) / (1 - chance)

    def query(self, profile: LearnerProfile, message: str = "") -> np.ndarray:
        """Return the vector to search by, feedback included: (dimension,), of length 1 at most.

        A credential's similarity is its inner product with it: `feedback_share` of it comes from the records nearest
        to the learner's words, the rest from the words.
        """
        words = told(profile, message)
        if not words.strip() or not self.ids:
            return np.zeros(self.encoder.dimension, dtype=np.float32)
        wanted = self.words.query(words, wish_sentences(words))
        scores, rows = self._nearest.search(wanted[None, :], self.search.feedback_records)
        nearest = sharpened(scores[0], self.search.sharpness) @ self._nearest.rows(rows[0])
        share = self.search.feedback_share
        return (1 - share) * wanted + share * unit(wanted + unit(nearest))


def record_vectors(index: PassageIndex, search: Search) -> np.ndarray:
    """Return one unit vector per credential, the weighted mean of its texts: (n_credentials, dimension), float32."""
    vectors, weights = index.vectors.vectors, np.array([1.0, search.skills_weight], np.float32)
    means = []
    for _, rows in groupby(range(len(index.ids)), key=lambda row: index.ids[row]):
        texts = vectors[list(rows)]
        means.append(unit(weights[: len(texts)] @ texts))
    return np.stack(means) if means else np.zeros((0, index.vectors.dimension), dtype=np.float32)
