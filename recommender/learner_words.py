"""From how learners talk to what can be searched: their wish without their story, near the field that it means.

Learners and catalogues hardly share a word. Two small tables of ours bridge the gap, for any catalogue:
`data/learner_voice.txt` holds messages on many subjects, whose mean is what every message has in common (a life, a job,
little time) and what no search should be drawn by; `data/fields.csv` names fields of education (after ISCED-F 2013 and
the skill groups of ESCO) with what people say who mean them. A third, `data/esco_occupations.csv`, holds the titles of
ESCO 1.1 (CC BY 4.0) right below the unit groups of ISCO: what there is in the world outside of a catalogue, so that a
wish for it can be told from one that is served.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np

from embeddings.encoder import Encoder, Progress
from embeddings.index import VectorIndex
from embeddings.index_directory import Passage, open_index
from recommender.settings import Search

DATA = Path(__file__).parent / "data"
VOICE = "learner voice"
OCCUPATION = "occupation of the world"
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
    (n_fields, dimension); `occupations` one per occupation.
    """

    def __init__(
        self,
        encoder: Encoder,
        voice: np.ndarray,
        fields: np.ndarray,
        said: np.ndarray,
        occupations: np.ndarray,
        search: Search,
    ) -> None:
        self._encoder = encoder
        self._search = search
        self._voice = voice
        self._fields = fields
        self._said = said
        self._occupations = occupations

    @classmethod
    def open(cls, encoder: Encoder, directory: Path, search: Search, progress: Progress | None = None) -> LearnerWords:
        """Return the tables as vectors, from the directory where they are kept, encoded first where that is needed."""
        index = open_index(directory, tables(), encoder, progress)
        names, vectors = np.array(index.ids), index.vectors.vectors
        rows = {name: vectors[names == name] for name in dict.fromkeys(index.ids)}
        voice, occupations = common_directions(rows.pop(VOICE)), rows.pop(OCCUPATION)
        said = np.stack([unit(texts[1:].mean(axis=0)) for texts in rows.values()])
        named = np.stack([texts[0] for texts in rows.values()])
        return cls(encoder, voice, units(named + said), said, occupations, search)

    def under(self, search: Search) -> LearnerWords:
        """Return the same tables under other numbers."""
        return LearnerWords(self._encoder, self._voice, self._fields, self._said, self._occupations, search)

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

    def elsewhere(self, wishes: str, texts: VectorIndex) -> float:
        """Return by how much an occupation of the world answers a wish better than any of these texts, 0 where none.

        The texts are held against the wish and against that occupation, too, and the mean of both counts: by its very
        name a job answers the wish to have it best, also where the texts are about it.
        """
        wish = self._without_voice(self._encoder.encode_queries([wishes])[0])
        closeness = self._occupations @ wish
        best = int(closeness.argmax())
        nearest, _ = texts.search(np.stack([wish, self._occupations[best]]), 1)
        return max(0.0, float(closeness[best]) - float(nearest.mean()))

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
    """Return the tables as texts to encode, each under its field's name, VOICE or OCCUPATION."""
    passages = [(VOICE, line) for line in (DATA / "learner_voice.txt").read_text(encoding="utf-8").splitlines()]
    with open(DATA / "fields.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            passages += [(row["field"], text) for text in (row["field"], *row["said"].split(" | "))]
    with open(DATA / "esco_occupations.csv", encoding="utf-8", newline="") as file:
        passages += [(OCCUPATION, row["title"]) for row in csv.DictReader(file)]
    return passages


def unit(vector: np.ndarray) -> np.ndarray:
    """Return a vector at length 1; a null vector stays as it is."""
    length = float(np.linalg.norm(vector))
    return vector / length if length > 0 else vector


def units(vectors: np.ndarray) -> np.ndarray:
    """Return each row at length 1; a null row stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
