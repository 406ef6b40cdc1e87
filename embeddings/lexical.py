"""Words in common: BM25 over the same texts, held in memory."""

from __future__ import annotations

from collections.abc import Sequence

import bm25s


class LexicalIndex:
    """BM25 (bm25s with its defaults and English stop words) over one text per id."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str]) -> None:
        self._ids = list(ids)
        tokens = bm25s.tokenize(list(texts), stopwords="en", show_progress=False) if texts else None
        self._index = None
        if tokens is not None and tokens.vocab:
            self._index = bm25s.BM25()
            self._index.index(tokens, show_progress=False)

    def search(self, query: str, k: int) -> list[tuple[str, float]]:
        """Return up to k (id, score) pairs with a score above 0, best first, ties by id."""
        if self._index is None:
            return []
        tokens = bm25s.tokenize(query, stopwords="en", show_progress=False, return_ids=False)
        if not tokens[0]:
            return []
        rows, scores = self._index.retrieve(tokens, k=min(k, len(self._ids)), show_progress=False)
        found = [(self._ids[row], float(score)) for row, score in zip(rows[0], scores[0], strict=True) if score > 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))
