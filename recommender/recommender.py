"""One recommendation: retrieval, limits, ranking, explanation. Start reading here."""

from __future__ import annotations

import hashlib
from pathlib import Path

from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import Encoder, Progress, SentenceEncoder
from embeddings.index_directory import IndexState, check_index
from recommender import explanation, ranking
from recommender.answer import Answer, Recommendation, SetAside
from recommender.profile import LearnerProfile
from recommender.retrieval import Retriever, passages
from recommender.settings import Settings


class Recommender:
    """Everything that is needed to answer a profile; shared by all visitors and never changed after loading."""

    def __init__(self, catalogue: Catalogue, retriever: Retriever, settings: Settings) -> None:
        self.catalogue = catalogue
        self.retriever = retriever
        self.settings = settings

    @classmethod
    def load(cls, settings: Settings, progress: Progress | None = None) -> Recommender:
        """Return a recommender over the settings' catalogue, building its index first where that is needed.

        Raises RecordError for an unusable catalogue and ModelError for an unusable model.
        """
        catalogue = Catalogue.load(settings.catalogue)
        directory = index_directory(settings)
        return cls(catalogue, Retriever.open(catalogue, make_encoder(settings), directory, progress), settings)

    @property
    def encoder(self) -> Encoder:
        """Return the encoder that the index was built with."""
        return self.retriever.encoder

    def recommend(self, profile: LearnerProfile, message: str = "") -> Answer:
        """Return the best credentials for a profile, and what was set aside because it breaks a stated limit.

        `message` is searched by only where the profile holds no wish.
        """
        found = self.retriever.candidates(profile, message, self.settings.n_candidates)
        held = {item.title.casefold() for item in profile.held}
        broken = ranking.broken_limits(profile, self.catalogue)
        scored, aside = [], []
        for credential in self.catalogue.get(found):
            relevance = found[credential.id]
            if relevance < self.settings.relevance_floor or credential.title.casefold() in held:
                continue
            if (slot := broken.get(credential.id)) is not None:
                aside.append(SetAside(credential, slot, ""))
                continue
            scored.append((credential, dict(ranking.score_parts(credential, relevance, profile))))
        scored.sort(key=lambda pair: (-sum(pair[1].values()), pair[0].id))
        shown = tuple(
            self._explain(credential, parts, profile) for credential, parts in scored[: self.settings.n_results]
        )
        return Answer(shown, tuple(aside[: self.settings.n_results]))

    def _explain(self, credential: Credential, parts: dict[str, float], profile: LearnerProfile) -> Recommendation:
        pairs = explanation.evidence(credential, profile, self.encoder)
        level = None
        if credential.level is not None:
            level = {"framework": credential.level.framework, "level": credential.level.value}
        return Recommendation(
            credential=credential,
            score=sum(parts.values()),
            score_parts=parts,
            why=explanation.why(credential, pairs),
            level=level,
            stacking=explanation.stacking_lines(credential),
            caveats=explanation.caveats(credential),
            evidence=pairs,
        )


def make_encoder(settings: Settings) -> SentenceEncoder:
    """Return the encoder that the settings name; the model itself is loaded at first use."""
    return SentenceEncoder(settings.model, settings.query_prefix, settings.passage_prefix)


def index_directory(settings: Settings) -> Path:
    """Return the directory of the index for the settings' catalogue file and model."""
    catalogue = Path(settings.catalogue).resolve()
    key = hashlib.sha256(f"{catalogue}\n{settings.model}\n{settings.passage_prefix}".encode()).hexdigest()
    return settings.index_root / f"{catalogue.stem}-{key[:12]}"


def check(settings: Settings) -> IndexState:
    """Return whether the index on disk can be served as it is; loads no model."""
    catalogue = Catalogue.load(settings.catalogue)
    return check_index(index_directory(settings), passages(catalogue), make_encoder(settings))
