"""What a message wants: a classifier over its meaning and its letters, fitted at start-up on our labelled examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast, get_args

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from embeddings.encoder import Encoder
from embeddings.index_directory import kept_vectors
from recommender.cues import cue
from recommender.profile import Budget, Intent, LearnerProfile, LevelRange
from recommender.slots.change import Change

EXAMPLES = Path(__file__).parent / "data" / "intents.txt"
INTENTS = get_args(Intent)
# Weight of the letters beside the meaning; both chosen by cross-validation (evaluation/README.md).
LETTER_WEIGHT = 1.0
INVERSE_REGULARISATION = 10.0


@dataclass(frozen=True)
class Guess:
    """The likeliest intents of one text, best first, with their probabilities (they sum to 1 over all intents)."""

    ranked: tuple[tuple[Intent, float], ...]

    @property
    def intent(self) -> Intent:
        """Return the likeliest intent."""
        return self.ranked[0][0]

    @property
    def runner_up(self) -> Intent:
        """Return the second likeliest intent."""
        return self.ranked[1][0]

    def probability(self, *intents: Intent) -> float:
        """Return the summed probability of these intents."""
        return sum(p for name, p in self.ranked if name in intents)


def read_examples(path: Path = EXAMPLES) -> list[tuple[str, Intent]]:
    """Return (text, intent) for each example; raises ValueError naming the line whose group is no intent."""
    pairs: list[tuple[str, Intent]] = []
    intent = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if text.startswith("[") and text.endswith("]"):
            intent = text[1:-1]
            if intent not in INTENTS:
                raise ValueError(
                    f"{path.name}, line {number}: intent is {intent!r}, expected one of {', '.join(INTENTS)}."
                )
        else:
            pairs.append((text, cast(Intent, intent)))
    return pairs


class IntentClassifier:
    """Logistic regression over sentence vectors and letter groups; the letters carry languages the model lacks."""

    def __init__(
        self,
        encoder: Encoder,
        directory: Path | None = None,
        examples: Sequence[tuple[str, Intent]] | None = None,
    ) -> None:
        self._encoder = encoder
        self._directory = directory
        self._examples = list(examples) if examples is not None else read_examples()

    @cached_property
    def _letters(self) -> TfidfVectorizer:
        vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), sublinear_tf=True, min_df=1)
        return vectorizer.fit([text for text, _ in self._examples])

    @cached_property
    def _model(self) -> LogisticRegression:
        model = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=2000, class_weight="balanced")
        texts = [text for text, _ in self._examples]
        features = self._features(texts, kept_vectors(self._directory, texts, self._encoder))
        return model.fit(features, [intent for _, intent in self._examples])

    def _features(self, texts: Sequence[str], vectors: np.ndarray) -> csr_matrix:
        meaning = np.asarray(vectors, dtype=np.float64)
        return csr_matrix(hstack([csr_matrix(meaning), LETTER_WEIGHT * self._letters.transform(texts)]))

    def guess(self, texts: Sequence[str]) -> list[Guess]:
        """Return the ranked intents of each text."""
        if not texts:
            return []
        table = self._model.predict_proba(self._features(texts, self._encoder.encode_queries(texts)))
        names = [cast(Intent, str(name)) for name in self._model.classes_]
        return [
            Guess(tuple(sorted(zip(names, map(float, row), strict=True), key=lambda pair: -pair[1]))) for row in table
        ]


REQUESTS: tuple[Intent, ...] = ("recommend", "refine", "relax")


def settle(whole: Guess, text: str) -> tuple[Intent, Intent, bool]:
    """Return the intent before the slots are read, the runner-up, and whether grammar settled it."""
    settled = cue(text)
    if settled is None:
        return whole.intent, whole.runner_up, False
    return settled, whole.intent if whole.intent != settled else whole.runner_up, True


def settle_request(intent: Intent, change: Change, before: LearnerProfile) -> Intent:
    """Return which request it is: a goal is new, a limit is dropped or loosened, or anything else is refined."""
    if (
        change.added.get("goal_skills")
        or "goal_role" in change.values
        or ("stack_into" in change.values and not before.has_wish)
    ):
        return "recommend"
    if _loosens(change, before):
        return "relax"
    if not before.has_wish and (intent == "recommend" or change.touched):
        return "recommend"
    return "relax" if intent == "relax" and not (change.values or change.added) else "refine"


def _loosens(change: Change, before: LearnerProfile) -> bool:
    """True where limits are dropped without a new value, or only widened."""
    dropped = {slot for slot in change.cleared if slot not in change.values and slot not in change.added}
    if dropped - {"goal_skills", "goal_role", "session_hours"} and not (
        change.values.keys() - {"avoid_mode", "session_hours"}
    ):
        return True
    if change.removed and not change.values and not change.added:
        return True
    after = change.apply(before)
    changed = [
        slot
        for slot in LearnerProfile.model_fields
        if getattr(after, slot) != getattr(before, slot) and slot != "session_hours"
    ]
    return bool(changed) and all(_wider(getattr(before, slot), getattr(after, slot)) for slot in changed)


def _wider(old: object, new: object) -> bool:
    """True where a limit of the same kind lets more through than before."""
    if isinstance(old, Budget) and isinstance(new, Budget):
        return new.amount > old.amount and new.currency == old.currency
    if isinstance(old, LevelRange) and isinstance(new, LevelRange):
        return (new.min or 0) <= (old.min or 0) and (new.max or 99) >= (old.max or 99)
    if isinstance(old, bool) or isinstance(new, bool):
        return bool(old) and not new
    return isinstance(old, int | float) and isinstance(new, int | float) and new > old
