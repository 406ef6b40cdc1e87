"""Find candidates: how a record becomes text, how a profile becomes a query, and both searches fused."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import Encoder, Progress
from embeddings.index_directory import Passage, PassageIndex, open_index
from embeddings.lexical import LexicalIndex
from recommender.profile import LearnerProfile


def full_text(credential: Credential) -> str:
    """Return a record as one text: title, subject, summary, learning outcomes, skills."""
    parts = [
        credential.title,
        credential.subject,
        credential.summary,
        *credential.outcomes,
        ", ".join(credential.skills),
    ]
    return ". ".join(part.rstrip(". ") for part in parts if part)


def passages(credentials: Iterable[Credential]) -> list[Passage]:
    """Return the texts to be searched, as (id, text)."""
    return [(credential.id, full_text(credential)) for credential in credentials]


def query_text(profile: LearnerProfile, message: str = "") -> str:
    """Return the words to search by: what is wished for, without limits; the bare message where no wish was found."""
    wishes = [profile.goal, profile.goal_role, *profile.goal_skills, profile.stack_into]
    words = ". ".join(dict.fromkeys(wish for wish in wishes if wish))
    return words or message


class Retriever:
    """Searches one catalogue by meaning and by words."""

    def __init__(self, catalogue: Catalogue, encoder: Encoder, index: PassageIndex) -> None:
        self.encoder = encoder
        self._index = index
        self._lexical = LexicalIndex(catalogue.ids, [full_text(credential) for credential in catalogue])

    @classmethod
    def open(
        cls, catalogue: Catalogue, encoder: Encoder, directory: Path, progress: Progress | None = None
    ) -> Retriever:
        """Return a retriever over the index in this directory, built first where it is missing or stale."""
        return cls(catalogue, encoder, open_index(directory, passages(catalogue), encoder, progress))

    def dense(self, query: str, k: int) -> dict[str, float]:
        """Return the k nearest credentials by cosine similarity (-1 to 1), best first."""
        scores, rows = self._index.vectors.search(self.encoder.encode_queries([query]), k)
        return {self._index.ids[row]: float(score) for row, score in zip(rows[0], scores[0], strict=True)}

    def lexical(self, query: str, k: int) -> dict[str, float]:
        """Return up to k credentials that share words with the query, by BM25 score, best first."""
        return dict(self._lexical.search(query, k))

    def candidates(self, profile: LearnerProfile, message: str, k: int) -> dict[str, float]:
        """Return the relevance (0 to 1) of up to k credentials, best first, ties by id."""
        found = self.dense(query_text(profile, message), k)
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return {name: float(np.clip(score, 0, 1)) for name, score in ranked}
