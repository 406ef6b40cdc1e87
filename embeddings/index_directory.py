"""An index on disk: built beside the old one, swapped in atomically, checked at load, rebuilt when stale or damaged.

directory/
  CURRENT            name of the generation in use and the SHA-256 of its manifest; replaced in one step
  generation-XXXX/   vectors.faiss and manifest.json (encoder, dimension, metric, ids, text hashes, file hash)
  .lock              held by whoever builds
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from filelock import FileLock

from embeddings.encoder import Encoder, Progress, file_sha256
from embeddings.index import DamagedIndex, VectorIndex

FORMAT = 1
Passage = tuple[str, str]  # (id, text); an id may stand on several passages


@dataclass(frozen=True)
class IndexState:
    """What `check` found: `fresh` can be served, anything else must be rebuilt; `reason` says why in one clause."""

    status: Literal["fresh", "missing", "stale", "damaged"]
    reason: str = ""


@dataclass(frozen=True)
class PassageIndex:
    """Vectors with the id of each row: `ids[row]` belongs to row `row` of `vectors`."""

    ids: tuple[str, ...]
    vectors: VectorIndex


def open_index(
    directory: Path, passages: Sequence[Passage], encoder: Encoder, progress: Progress | None = None
) -> PassageIndex:
    """Return the index of exactly these passages, from disk where it is fresh, else rebuilt first."""
    state, index = _load(directory, passages, encoder)
    if state.status == "fresh" and index is not None:
        return index
    return build_index(directory, passages, encoder, progress)


def check_index(directory: Path, passages: Sequence[Passage], encoder: Encoder) -> IndexState:
    """Return whether the index on disk can be served for these passages and this encoder, and if not, why."""
    return _load(directory, passages, encoder)[0]


def build_index(
    directory: Path, passages: Sequence[Passage], encoder: Encoder, progress: Progress | None = None
) -> PassageIndex:
    """Encode what changed, write a new generation and swap it in; a second builder waits and takes the first's work.

    `progress(done, total)` counts passages to encode. Raises OSError when the directory cannot be written.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with FileLock(directory / ".lock"):
        state, index = _load(directory, passages, encoder)
        if state.status == "fresh" and index is not None:
            return index
        vectors = _encode_changed(passages, encoder, _known_vectors(directory, encoder), progress)
        built = PassageIndex(tuple(name for name, _ in passages), VectorIndex(vectors))
        _swap_in(directory, built, passages, encoder)
    return built


def kept_vectors(directory: Path | None, texts: Sequence[str], encoder: Encoder) -> np.ndarray:
    """Return one unit vector per text: (n_texts, dimension); for texts that ship with Cairn, kept in the directory."""
    if directory is None:
        return encoder.encode_queries(texts)
    return open_index(directory, [("", text) for text in texts], encoder).vectors.vectors


def _encode_changed(
    passages: Sequence[Passage], encoder: Encoder, known: dict[str, np.ndarray], progress: Progress | None
) -> np.ndarray:
    """Return one vector per passage, encoding each distinct text that no earlier generation holds."""
    hashes = [_text_hash(text) for _, text in passages]
    fresh = {digest: text for digest, (_, text) in zip(hashes, passages, strict=True) if digest not in known}
    if fresh:
        known = known | dict(zip(fresh, encoder.encode_passages(list(fresh.values()), progress), strict=True))
    if not passages:
        return np.zeros((0, encoder.dimension), dtype=np.float32)
    return np.stack([known[digest] for digest in hashes])


def _swap_in(directory: Path, built: PassageIndex, passages: Sequence[Passage], encoder: Encoder) -> None:
    """Write a complete generation, then make it current in one step and drop all but the one before it."""
    old = _current(directory)
    generation = Path(tempfile.mkdtemp(prefix="generation-", dir=directory))
    built.vectors.save(generation / "vectors.faiss")
    manifest = {
        "format": FORMAT,
        "encoder": encoder.name,
        "dimension": built.vectors.dimension,
        "metric": VectorIndex.metric,
        "ids": built.ids,
        "text_hashes": [_text_hash(text) for _, text in passages],
        "vectors_sha256": file_sha256(generation / "vectors.faiss"),
    }
    _write_durably(generation / "manifest.json", json.dumps(manifest))
    _sync(generation / "vectors.faiss")
    pointer = directory / f"{generation.name}.pointer"
    _write_durably(pointer, f"{generation.name} {file_sha256(generation / 'manifest.json')}\n")
    pointer.replace(directory / "CURRENT")
    keep = {generation.name, old[0] if old else ""}
    for leftover in directory.glob("generation-*"):
        if leftover.is_dir() and leftover.name not in keep:
            shutil.rmtree(leftover, ignore_errors=True)


def _load(directory: Path, passages: Sequence[Passage], encoder: Encoder) -> tuple[IndexState, PassageIndex | None]:
    """Return the state of the index on disk and, if it is fresh, the index."""
    current = _current(directory)
    if current is None:
        return IndexState("missing", f"no index in {directory}"), None
    try:
        manifest = _manifest(directory, current)
        if manifest["encoder"] != encoder.name:
            return IndexState("stale", f"built with the model {manifest['encoder']}, now {encoder.name}"), None
        wanted = [(name, _text_hash(text)) for name, text in passages]
        if list(zip(manifest["ids"], manifest["text_hashes"], strict=True)) != wanted:
            return IndexState("stale", "the catalogue's texts have changed"), None
        return IndexState("fresh"), PassageIndex(tuple(manifest["ids"]), _vectors(directory, current, manifest))
    except (DamagedIndex, OSError, ValueError, KeyError, TypeError) as error:
        return IndexState("damaged", str(error) or error.__class__.__name__), None


def _known_vectors(directory: Path, encoder: Encoder) -> dict[str, np.ndarray]:
    """Return the vectors of an undamaged current generation of the same encoder, by text hash."""
    current = _current(directory)
    if current is None:
        return {}
    try:
        manifest = _manifest(directory, current)
        if manifest["encoder"] != encoder.name:
            return {}
        return dict(zip(manifest["text_hashes"], _vectors(directory, current, manifest).vectors, strict=True))
    except (DamagedIndex, OSError, ValueError, KeyError, TypeError):
        return {}


def _current(directory: Path) -> tuple[str, str] | None:
    """Return the current generation's name and its manifest's hash, `None` where there is none."""
    try:
        name, digest = (directory / "CURRENT").read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return None
    return name, digest


def _manifest(directory: Path, current: tuple[str, str]) -> dict:
    name, digest = current
    path = directory / Path(name).name / "manifest.json"
    if file_sha256(path) != digest:
        raise DamagedIndex("manifest.json does not have the hash that CURRENT names")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    if manifest["format"] != FORMAT or manifest["metric"] != VectorIndex.metric:
        raise DamagedIndex(f"format {manifest['format']}, metric {manifest['metric']}: of another version of Cairn")
    return manifest


def _vectors(directory: Path, current: tuple[str, str], manifest: dict) -> VectorIndex:
    path = directory / Path(current[0]).name / "vectors.faiss"
    if file_sha256(path) != manifest["vectors_sha256"]:
        raise DamagedIndex("vectors.faiss does not have the hash that its manifest names")
    vectors = VectorIndex.load(path)
    if vectors.dimension != manifest["dimension"] or len(vectors) != len(manifest["ids"]):
        raise DamagedIndex(f"vectors.faiss holds {len(vectors)} rows, its manifest {len(manifest['ids'])}")
    return vectors


def _text_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def _write_durably(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    _sync(path)


def _sync(path: Path) -> None:
    """Make sure the file is on the disk before anything points to it."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
