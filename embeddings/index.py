"""The only file that knows FAISS: vectors in, rows and scores out."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np


class DamagedIndex(RuntimeError):
    """A FAISS file that cannot be read or does not hold what was expected."""


class VectorIndex:
    """Unit vectors searched exactly by inner product, which for unit vectors is cosine similarity (-1 to 1)."""

    metric = "inner product"

    def __init__(self, vectors: np.ndarray) -> None:
        """Hold vectors of shape (n_rows, dimension), float32, each of length 1."""
        self._index: faiss.Index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    @classmethod
    def load(cls, path: Path) -> VectorIndex:
        """Read an index file back; raises DamagedIndex."""
        loaded = cls.__new__(cls)
        try:
            loaded._index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise DamagedIndex(f"{path.name}: FAISS cannot read it") from error
        return loaded

    def save(self, path: Path) -> None:
        """Write the index to a file."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._index.d)

    @property
    def vectors(self) -> np.ndarray:
        """Return every vector in row order: (n_rows, dimension), float32."""
        return self._index.reconstruct_n(0, len(self)) if len(self) else np.zeros((0, self.dimension), np.float32)

    def rows(self, rows: np.ndarray) -> np.ndarray:
        """Return the vectors of these rows: (n, dimension), float32."""
        return np.asarray(self._index.reconstruct_batch(rows))

    def search(self, queries: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
        """Return scores (float32) and rows (int64), both (n_queries, min(k, n_rows)), best first."""
        scores, rows = self._index.search(np.ascontiguousarray(queries, dtype=np.float32), min(k, len(self)))
        return scores, rows
