"""The index on disk is served only when it is whole and true, and survives whatever happens while it is built."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoder import Progress
from embeddings.index_directory import build_index, check_index, open_index

WORDS = ("weld", "nurse", "python", "law")


class CountingEncoder:
    """A true encoder worked out by hand: one dimension per word, its count, scaled to length 1."""

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.dimension = len(WORDS)
        self.n_encoded = 0

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> np.ndarray:
        self.n_encoded += len(texts)
        return self.encode_queries(texts)

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        counts = np.array([[text.count(word) for word in WORDS] for text in texts], dtype=np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1)


PASSAGES = [("a", "weld weld"), ("a", "weld law"), ("b", "nurse"), ("c", "python")]


def test_what_was_built_is_found_with_the_scores_worked_out_by_hand(tmp_path: Path) -> None:
    encoder = CountingEncoder()
    index = open_index(tmp_path, PASSAGES, encoder)
    scores, rows = index.vectors.search(encoder.encode_queries(["weld"]), k=10)
    assert [index.ids[row] for row in rows[0]][:2] == ["a", "a"]
    assert scores[0][:2] == pytest.approx([1.0, 0.5**0.5])
    assert scores.shape == (1, 4)


def test_opening_a_fresh_index_encodes_nothing(tmp_path: Path) -> None:
    open_index(tmp_path, PASSAGES, CountingEncoder())
    again = CountingEncoder()
    index = open_index(tmp_path, PASSAGES, again)
    assert again.n_encoded == 0
    assert index.ids == ("a", "a", "b", "c")


def test_only_changed_texts_are_encoded_again(tmp_path: Path) -> None:
    open_index(tmp_path, PASSAGES, CountingEncoder())
    again = CountingEncoder()
    changed = [*PASSAGES[:2], ("b", "nurse nurse law"), ("d", "python")]
    index = open_index(tmp_path, changed, again)
    assert again.n_encoded == 1
    assert np.allclose(index.vectors.vectors, again.encode_queries([text for _, text in changed]))


def test_another_model_makes_the_index_stale(tmp_path: Path) -> None:
    open_index(tmp_path, PASSAGES, CountingEncoder())
    state = check_index(tmp_path, PASSAGES, CountingEncoder("other"))
    assert state.status == "stale"
    assert "other" in state.reason


@pytest.mark.parametrize("name", ["vectors.faiss", "manifest.json"])
def test_a_flipped_byte_anywhere_is_noticed_and_rebuilt(tmp_path: Path, name: str) -> None:
    encoder = CountingEncoder()
    open_index(tmp_path, PASSAGES, encoder)
    path = next(tmp_path.glob(f"generation-*/{name}"))
    data = path.read_bytes()
    for place in range(0, len(data), max(1, len(data) // 25)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert check_index(tmp_path, PASSAGES, encoder).status == "damaged"
    index = open_index(tmp_path, PASSAGES, encoder)
    assert np.allclose(index.vectors.vectors, encoder.encode_queries([text for _, text in PASSAGES]))
    assert check_index(tmp_path, PASSAGES, encoder).status == "fresh"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"generation-gone 00", b"\xff\xfe\x00"])
def test_a_broken_pointer_is_rebuilt(tmp_path: Path, content: bytes) -> None:
    encoder = CountingEncoder()
    open_index(tmp_path, PASSAGES, encoder)
    (tmp_path / "CURRENT").write_bytes(content)
    assert check_index(tmp_path, PASSAGES, encoder).status in ("missing", "damaged")
    assert len(open_index(tmp_path, PASSAGES, encoder).vectors) == 4


BUILDER = """
    import sys, time
    from pathlib import Path
    from tests.test_index_directory import CountingEncoder, PASSAGES
    from embeddings.index_directory import build_index

    class Slow(CountingEncoder):
        def encode_passages(self, texts, progress=None):
            Path(sys.argv[1], "started-" + sys.argv[2]).touch()
            time.sleep(float(sys.argv[2]))
            return super().encode_passages(texts, progress)

    encoder = Slow()
    build_index(Path(sys.argv[1]), PASSAGES + [("e", "law law")], encoder)
    print(encoder.n_encoded)
"""


def start_builder(directory: Path, seconds: str) -> subprocess.Popen[str]:
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", textwrap.dedent(BUILDER), str(directory), seconds]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


def wait_for(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.1)
    raise AssertionError(f"{path.name} never appeared")


def test_a_builder_that_is_killed_leaves_the_old_index_served(tmp_path: Path) -> None:
    encoder = CountingEncoder()
    build_index(tmp_path, PASSAGES, encoder)
    builder = start_builder(tmp_path, "600")
    wait_for(tmp_path / "started-600")
    os.kill(builder.pid, signal.SIGKILL)
    builder.wait()
    assert check_index(tmp_path, PASSAGES, encoder).status == "fresh"
    before = encoder.n_encoded
    assert len(open_index(tmp_path, PASSAGES, encoder).vectors) == 4
    assert encoder.n_encoded == before
    assert len(build_index(tmp_path, [*PASSAGES, ("e", "law")], encoder).vectors) == 5


def test_a_second_builder_waits_and_takes_the_first_ones_work(tmp_path: Path) -> None:
    first = start_builder(tmp_path, "1.5")
    wait_for(tmp_path / "started-1.5")
    second = start_builder(tmp_path, "1.6")
    assert first.communicate()[0].strip() == "5"
    assert second.communicate()[0].strip() == "0"
    assert not (tmp_path / "started-1.6").exists()


def test_the_real_model_has_the_published_weights_and_finds_meaning(tmp_path: Path, encoder) -> None:  # type: ignore[no-untyped-def]
    passages = [
        ("bread", "Baking sourdough bread"),
        ("code", "Programming in Python"),
        ("care", "Caring for older people"),
    ]
    index = open_index(tmp_path, passages, encoder)
    _, rows = index.vectors.search(encoder.encode_queries(["I want to write software"]), k=3)
    assert index.ids[rows[0][0]] == "code"
    assert np.allclose(np.linalg.norm(index.vectors.vectors, axis=1), 1, atol=1e-5)
    assert index.vectors.dimension == 384
