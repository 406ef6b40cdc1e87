"""What one recommendation says: results with their reasons, each traceable to a record's field or a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from catalogue.records import Credential
from recommender.relaxation import Relaxation
from recommender.routes import Route
from recommender.stacking import Portability


@dataclass(frozen=True)
class Evidence:
    """A pair that supports a match: the learner's own words and the record's words that answer them.

    `field` names the record's field; `strength` is their cosine similarity, -1 to 1.
    """

    learner: str
    record: str
    field: str
    strength: float


@dataclass(frozen=True)
class Coverage:
    """A wanted skill and the record's words that teach it, `None` where none does; `strength` as in Evidence."""

    skill: str
    record: str | None
    strength: float


@dataclass(frozen=True)
class Recommendation:
    """One credential with its reasons.

    `score` is the sum of `score_parts` (each 0 or more, name to points), comparable within one answer only. `why`,
    `stacking`, `limits` (those it keeps) and `caveats` are sentences for the learner, `contrast` one on why it stands
    above the next. `adds` are skills of the record that nobody asked for, `overturns` says what is not known and could
    change its place. `level` is the contract's object or `None` = not stated. `covers` has one entry per wanted skill,
    `alike` the ids of close credentials that say nearly the same and were left out of the list for it.
    """

    credential: Credential
    score: float
    score_parts: dict[str, float]
    why: tuple[str, ...] = ()
    level: dict[str, Any] | None = None
    stacking: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    portability: Portability | None = None
    caveats: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    limits: tuple[str, ...] = ()
    contrast: str | None = None
    covers: tuple[Coverage, ...] = ()
    alike: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    overturns: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the command line's contract for one result."""
        return {
            "id": self.credential.id,
            "title": self.credential.title,
            "provider": self.credential.provider,
            "score": round(self.score, 6),
            "score_parts": {name: round(points, 6) for name, points in self.score_parts.items()},
            "level": self.level,
            "why": list(self.why),
            "stacking": [
                " ".join([sentence, *(route.evidence if route else ())])
                for sentence, route in zip_longest(self.stacking, self.routes)
            ],
            "caveats": list(self.caveats),
            "evidence": [
                {"learner": pair.learner, "record": pair.record, "field": pair.field} for pair in self.evidence
            ],
            "covers": {item.skill: item.record for item in self.covers},
            "adds": list(self.adds),
            "limits": list(self.limits),
            "contrast": self.contrast,
            "overturns": list(self.overturns),
            "alike": list(self.alike),
        }


@dataclass(frozen=True)
class SetAside:
    """A credential that would have matched but breaks a stated limit; `constraint` is the slot's name.

    `says` names every limit that it breaks with the fact, and the place it would have without them.
    """

    credential: Credential
    constraint: str
    says: str


@dataclass(frozen=True)
class WouldBeFirst:
    """A credential that would stand first under a loosened limit; `relaxation` says which, and by how much."""

    credential: Credential
    relaxation: Relaxation


@dataclass(frozen=True)
class Answer:
    """The recommendations for one profile, best first, what a limit left out, and what would stand first without it.

    Where nothing in the catalogue is a match, `nearest` are the few that come nearest all the same.
    """

    recommendations: tuple[Recommendation, ...] = ()
    set_aside: tuple[SetAside, ...] = field(default=())
    would_be_first: tuple[WouldBeFirst, ...] = ()
    nearest: tuple[Credential, ...] = ()
