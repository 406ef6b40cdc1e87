"""From how learners talk to what can be searched: their wish without their story, near the field that it means.

Learners and catalogues hardly share a word. Two small tables of ours bridge the gap, for any catalogue:
`data/learner_voice.txt` holds messages on many subjects, whose mean is what every message has in common (a life, a job,
little time) and what no search should be drawn by; `data/fields.csv` names fields of education (after ISCED-F 2013 and
the skill groups of ESCO) with what people say who mean them.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np

from embeddings.encoder import Encoder, Progress
from embeddings.index_directory import Passage, open_index
from recommender.settings import Search

DATA = Path(__file__).parent / "data"
VOICE = "learner voice"
VOICE_DIRECTIONS = 2  # beside the mean; of 0 to 8 tried, 1 to 3 did best on two sets of queries
RECORD_FIELDS = 3  # fields that lend a record their words
BATCH = 10_000  # records drawn at a time, so that the memory stays small
# A sentence with one of these says what is wanted, not who asks.
WISH_CUES = re.compile(
    r"\?|\b(want|wish|like|love|need|hop(?:e|ing)|learn|understand|interest|curious|know (?:how|what|more)|"
    r"how (?:to|do|does|can)|think(?:ing)? (?:about|of)|becom(?:e|ing)|start|mov(?:e|ing) into|get into|looking for|"
    r"help|ideas|ways|course|training|certificate|dream|keen)",
    re.IGNORECASE,
)


class LearnerWords:
    """Turns a learner's words into a vector to search with.

    `voice` holds the unit vectors, at right angles, of what all messages share: (n_directions, dimension). `fields` and
    `said` hold one unit vector per field, the one of its name and what people say, the other of what they say alone:
    (n_fields, dimension).
    """

    def __init__(
        self,
        encoder: Encoder,
        voice: np.ndarray,
        fields: np.ndarray,
        said: np.ndarray,
        search: Search,
    ) -> None:
        self._encoder = encoder
        self._search = search
        self._voice = voice
        self._fields = fields
        self._said = said

    @classmethod
    def open(cls, encoder: Encoder, directory: Path, search: Search, progress: Progress | None = None) -> LearnerWords:
        """Return the tables as vectors, from the directory where they are kept, encoded first where that is needed."""
        index = open_index(directory, tables(), encoder, progress)
        names, vectors = np.array(index.ids), index.vectors.vectors
        rows = {name: vectors[names == name] for name in dict.fromkeys(index.ids)}
        voice = common_directions(rows.pop(VOICE))
        said = np.stack([unit(texts[1:].mean(axis=0)) for texts in rows.values()])
        named = np.stack([texts[0] for texts in rows.values()])
        return cls(encoder, voice, units(named + said), said, search)

    def under(self, search: Search) -> LearnerWords:
        """Return the same tables under other numbers."""
        return LearnerWords(self._encoder, self._voice, self._fields, self._said, search)

    def query(self, told: str, wishes: str) -> np.ndarray:
        """Return a unit vector for a message and the part of it that says what is wanted: (dimension,)."""
        search = self._search
        whole, wish = self._encoder.encode_queries([told, wishes])
        words = whole + search.wish_weight * wish
        own = self._without_voice(words)
        closeness = self._fields @ own
        nearest = np.argsort(-closeness, kind="stable")[: search.fields_near]
        meant = sharpened(closeness[nearest], search.sharpness) @ self._fields[nearest]
        return unit(own + search.field_weight * unit(meant))

    def _without_voice(self, words: np.ndarray) -> np.ndarray:
        return unit(words - self._search.voice_share * (self._voice.T @ (self._voice @ words)))

    def as_learners_say(self, vectors: np.ndarray) -> np.ndarray:
        """Return records as unit vectors, drawn towards what people say who mean the fields nearest to them.

        A record speaks its provider's language; the few fields that it is nearest to lend it the learners'.
        """
        search, drawn = self._search, []
        for start in range(0, len(vectors), BATCH):
            batch = vectors[start : start + BATCH]
            closeness = batch @ self._fields.T
            nearest = np.argpartition(-closeness, RECORD_FIELDS, axis=1)[:, :RECORD_FIELDS]
            near = np.take_along_axis(closeness, nearest, axis=1)
            shares = np.exp(search.sharpness * (near - near.max(axis=1, keepdims=True)))
            spoken = units(np.einsum("rf,rfd->rd", shares, self._said[nearest]))
            drawn.append(units(batch + search.spoken_weight * spoken))
        return np.concatenate(drawn).astype(np.float32) if drawn else vectors


def common_directions(messages: np.ndarray) -> np.ndarray:
    """Return what messages on any subject share: their mean and the two directions in which they differ most."""
    mean = messages.mean(axis=0)
    _, _, directions = np.linalg.svd(messages - mean, full_matrices=False)
    basis, _ = np.linalg.qr(np.vstack([mean, directions[:VOICE_DIRECTIONS]]).T)
    return np.asarray(basis.T, dtype=np.float32)


def sharpened(similarities: np.ndarray, sharpness: float) -> np.ndarray:
    """Return weights for neighbours, 1 for the first and nearest, less for the others."""
    weights: np.ndarray = np.exp(sharpness * (similarities - similarities[0]))
    return weights


def wish_sentences(text: str) -> str:
    """Return the sentences that say what is wanted; all of them where none can be told apart."""
    return " ".join(part for part in sentences(text) if WISH_CUES.search(part)) or text


def sentences(text: str) -> list[str]:
    """Return a text's sentences, lines counting as sentences too."""
    return [part.strip() for part in re.split(r"(?<=[.!?。！？])\s+|\n+", text) if len(part.strip()) > 2]


def tables() -> list[Passage]:
    """Return the tables as texts to encode, each under its field's name or VOICE."""
    passages = [(VOICE, line) for line in (DATA / "learner_voice.txt").read_text(encoding="utf-8").splitlines()]
    with open(DATA / "fields.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            passages += [(row["field"], text) for text in (row["field"], *row["said"].split(" | "))]
    return passages


def unit(vector: np.ndarray) -> np.ndarray:
    """Return a vector at length 1; a null vector stays as it is."""
    length = float(np.linalg.norm(vector))
    return vector / length if length > 0 else vector


def units(vectors: np.ndarray) -> np.ndarray:
    """Return each row at length 1; a null row stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
