"""One recommendation: retrieval, limits, ranking, explanation. Start reading here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import Encoder, Progress, SentenceEncoder
from embeddings.index_directory import IndexState, check_index
from recommender import explanation, ranking
from recommender.answer import Answer, Recommendation, SetAside
from recommender.counterfactual import could_overturn, would_be_first
from recommender.limit_words import limit_checks
from recommender.limits import breaches
from recommender.matching import matches
from recommender.occupations import occupations
from recommender.profile import LearnerProfile
from recommender.retrieval import Retriever, passages
from recommender.routes import routes_up, stacking_lines
from recommender.settings import Settings
from recommender.stacking import StackingGraph

MAX_WANTED = 10  # wanted skills that are looked for, the essential ones of a role first
MAX_NEAREST = 3  # shown where nothing is a match


class Recommender:
    """Everything that is needed to answer a profile; shared by all visitors and never changed after loading."""

    def __init__(self, catalogue: Catalogue, retriever: Retriever, settings: Settings) -> None:
        self.catalogue = catalogue
        self.retriever = retriever
        self.settings = settings
        self.graph = StackingGraph(catalogue)
        self.occupations = occupations(settings.occupations)

    @classmethod
    def load(cls, settings: Settings, progress: Progress | None = None) -> Recommender:
        """Return a recommender over the settings' catalogue, building its index first where that is needed.

        Raises RecordError for an unusable catalogue, ModelError for an unusable model, OccupationError for a table.
        """
        catalogue = Catalogue.load(settings.catalogue)
        directory = index_directory(settings)
        return cls(
            catalogue, Retriever.open(catalogue, make_encoder(settings), directory, progress, settings.search), settings
        )

    @property
    def directory(self) -> Path:
        """Return the directory of the index, beside which other vectors are kept."""
        return index_directory(self.settings)

    @property
    def encoder(self) -> Encoder:
        """Return the encoder that the index was built with."""
        return self.retriever.encoder

    def recommend(self, profile: LearnerProfile, message: str = "", n_results: int | None = None) -> Answer:
        """Return the best credentials for a profile, and what was set aside because it breaks a stated limit.

        `message` is searched by only where the profile holds no wish; `n_results` stands in for the setting. What is no
        match is in neither list, nor is what the learner holds; where nothing matches, the nearest stand apart.
        """
        ranked, broken = self.matching(profile, message)
        fitting = [item for item in ranked if item.credential.id not in broken]
        vectors = self.retriever.vectors_of(item.credential.id for item in fitting)
        n_results = n_results or self.settings.n_results
        shown = ranking.diversify(fitting, vectors, n_results)
        aside = [item for item in ranked if item.credential.id in broken][:n_results]
        return Answer(
            self._explained(shown, profile),
            tuple(self._set_aside(item, broken[item.credential.id], fitting, profile) for item in aside),
            would_be_first(ranked, broken, profile, lambda changed: self._first(changed, message)) if shown else (),
            () if ranked else self._nearest(profile, message),
        )

    def _nearest(self, profile: LearnerProfile, message: str) -> tuple[Credential, ...]:
        """Return what is near without being a match and keeps every limit, best first."""
        found = self.retriever.candidates(profile, message, self.settings.n_candidates)
        near = self.catalogue.get([name for name, near in found.items() if near >= self.settings.relevance_floor])
        held = {item.title.casefold() for item in profile.held}
        broken = breaches(profile, Catalogue(near))
        kept = [item for item in near if item.id not in broken and item.title.casefold() not in held]
        return tuple(kept[:MAX_NEAREST])

    def _first(self, profile: LearnerProfile, message: str) -> Credential | None:
        """Return the best credential that keeps every limit."""
        ranked, broken = self.matching(profile, message)
        return next((item.credential for item in ranked if item.credential.id not in broken), None)

    def matching(self, profile: LearnerProfile, message: str = "") -> tuple[list[ranking.Scored], dict[str, list[str]]]:
        """Return the matches with their scores, best first, and by id the limits that candidates break."""
        found = self.retriever.candidates(profile, message, self.settings.n_candidates)
        broken = breaches(profile, Catalogue(self.catalogue.get(found)))
        return self._scored(matches(found, broken, profile, message, self.settings, self.catalogue), profile), broken

    def ranked(self, profile: LearnerProfile, message: str = "") -> list[ranking.Scored]:
        """Return the candidates with their scores, best first, limits apart, whether they match or are only near."""
        return self._scored(self.retriever.candidates(profile, message, self.settings.n_candidates), profile)

    def _scored(self, found: Mapping[str, float], profile: LearnerProfile) -> list[ranking.Scored]:
        held = {item.title.casefold() for item in profile.held}
        near = [
            (credential, found[credential.id])
            for credential in self.catalogue.get(found)
            if credential.title.casefold() not in held
        ]
        covered = self._coverage([credential.id for credential, _ in near], profile)
        return ranking.score(near, covered, profile, self.settings.weights, date.today())

    def _wanted(self, profile: LearnerProfile) -> tuple[str, ...]:
        role_skills = self.occupations.skills_of(profile.goal_role) if profile.goal_role else ()
        return ranking.wanted_skills(profile, role_skills)[:MAX_WANTED]

    def _coverage(self, ids: list[str], profile: LearnerProfile) -> dict[str, float]:
        """Return by id how much of the wanted skills a credential is about, 0 to 1."""
        wanted = self._wanted(profile)
        if not wanted or not ids:
            return {}
        similarity = self.encoder.encode_queries(wanted) @ self.retriever.vectors_of(ids).T
        return dict(zip(ids, similarity.clip(0, 1).mean(axis=0).tolist(), strict=True))

    def _explained(self, shown: list[ranking.Scored], profile: LearnerProfile) -> tuple[Recommendation, ...]:
        """Return the results with their reasons, each set against the one after it."""
        wanted = self._wanted(profile)
        # All at once: the encoder remembers them, and one batch is faster than one per result.
        self.encoder.encode_queries([text for item in shown for _, text in explanation.claims(item.credential)])
        results = []
        for above, item, after in zip((None, *shown), shown, (*shown[1:], None), strict=False):
            credential = item.credential
            added = explanation.adds(credential, wanted, profile, self.encoder)
            pairs = explanation.evidence(credential, profile, self.encoder)
            covers = explanation.coverage(credential, wanted, self.encoder)
            checks = limit_checks(credential, profile)
            level, routes = credential.level, tuple(routes_up(self.graph, credential.id))
            results.append(
                Recommendation(
                    credential=credential,
                    score=item.total,
                    score_parts=dict(item.parts),
                    why=explanation.why(credential, pairs, covers, profile, added),
                    level={"framework": level.framework, "level": level.value} if level else None,
                    stacking=stacking_lines(routes),
                    routes=routes,
                    portability=self.graph.portability(credential),
                    caveats=explanation.caveats(credential, checks, profile),
                    evidence=pairs,
                    limits=tuple(check.says for check in checks if check.kept),
                    contrast=explanation.contrast(item.parts, after.parts, after.credential.title) if after else None,
                    covers=tuple(covers),
                    alike=item.alike,
                    adds=added,
                    overturns=could_overturn(item, above, checks, profile, self.settings.weights),
                )
            )
        return tuple(results)

    def _set_aside(
        self, item: ranking.Scored, slots: list[str], fitting: list[ranking.Scored], profile: LearnerProfile
    ) -> SetAside:
        checks = [check.says for check in limit_checks(item.credential, profile) if check.kept is False]
        place = 1 + sum(other.total > item.total for other in fitting)
        return SetAside(item.credential, slots[0], " ".join([*checks, f"Without that it would be number {place}."]))


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
