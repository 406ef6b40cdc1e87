"""Every number and choice that may be tuned, in one frozen object, read from the environment once at the front door."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from catalogue.freshness import STALE_AFTER_DAYS
from catalogue.reader import DEFAULT_CATALOGUE
from recommender.occupations import DATA


class SettingsError(ValueError):
    """A setting that cannot be used; the message names the environment variable and what was expected."""


@dataclass(frozen=True)
class Weights:
    """Points that each part of a score is worth at most.

    The judgements of the retrieval sets can fit only the first two, and they ask for little beside relevance (see
    `evaluation/fit_weights.py`). Price, time and place are noise there, so their parts are small on purpose: together
    they shift a result by no more than 0.07 of relevance. Trust and freshness only part what is otherwise equal.
    """

    relevance: float = 1.0
    skills_gained: float = 0.02
    level_fit: float = 0.02
    workload_fit: float = 0.01
    cost_fit: float = 0.01
    stacking: float = 0.03
    within_reach: float = 0.02
    trust: float = 0.002
    freshness: float = 0.002


@dataclass(frozen=True)
class Search:
    """How much each source of a search counts: chosen by trial, held against other choices by `evaluation/ablation.py`.

    A record's vector is the weighted mean of its full text (1) and its skills. A query's is the message (1) and the
    sentences of it that say what is wanted, less the share of it that all messages have in common, drawn towards the
    `fields_near` fields that it means; `feedback_share` of it comes from the `feedback_records` nearest to that
    (Rocchio). A record is drawn by `spoken_weight` towards what people say who mean its own fields. Neighbours count by
    exp(sharpness * cosine).
    """

    skills_weight: float = 0.5
    wish_weight: float = 0.15
    voice_share: float = 1.0
    field_weight: float = 0.5
    fields_near: int = 5
    spoken_weight: float = 0.5
    feedback_share: float = 0.45
    feedback_records: int = 30
    sharpness: float = 20.0


@dataclass(frozen=True)
class Settings:
    """Where things are and how results are ranked.

    `catalogue` is a JSON Lines file, `occupations` a table of what roles ask for (`cairn esco` makes one), `index_root`
    the folder under which each catalogue and model gets its own index directory, `model` a sentence-transformers name
    or folder ("default" = the packaged all-MiniLM-L6-v2) and the two prefixes go before queries and passages for models
    that want them. `n_results` are shown, `n_candidates` fetched before filtering (credentials). A match is what
    gives what is wished for with a chance of at least `match_floor`, where one of the nearest does with `served_floor`;
    where none does, what has a relevance (0 = no nearer than chance, 1 = the query itself) of `relevance_floor` is
    called near. Facts older than `stale_after` days are marked. `llm_url` is an OpenAI-compatible endpoint that may
    rephrase replies and propose wishes (it ends before `/chat/completions`; empty = none), with its model, key and the
    seconds that it gets.
    `search` and `weights` are the same for everybody.
    """

    catalogue: Path = DEFAULT_CATALOGUE
    occupations: Path = DATA
    index_root: Path = field(default_factory=lambda: user_cache_path("cairn") / "index")
    model: str = "default"
    query_prefix: str = ""
    passage_prefix: str = ""
    n_results: int = 5
    n_candidates: int = 200
    relevance_floor: float = 0.22
    served_floor: float = 0.35
    match_floor: float = 0.03
    stale_after: int = STALE_AFTER_DAYS
    llm_url: str = ""
    llm_model: str = ""
    llm_key: str = field(default="", repr=False)
    llm_timeout: float = 8.0
    search: Search = Search()
    weights: Weights = Weights()

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Return the defaults with every `CAIRN_<FIELD>` of the environment put in; raises SettingsError."""
        settings = cls()
        for item in fields(cls):
            text = environment.get(f"CAIRN_{item.name.upper()}")
            if text is None or item.name in ("search", "weights"):
                continue
            kind = type(getattr(settings, item.name))
            make = Path if issubclass(kind, Path) else kind
            try:
                changes: dict[str, Any] = {item.name: make(text)}
                settings = replace(settings, **changes)
            except ValueError as error:
                raise SettingsError(f"CAIRN_{item.name.upper()} is {text!r}, expected {kind.__name__}.") from error
        return settings
