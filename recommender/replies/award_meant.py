"""Which award a turn is about: named, of a kind that stands above what was just spoken of, or planned for before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.records import Credential
from recommender.award_wish import award_by_name, bare_kind, named_award, of_kind
from recommender.links import Award
from recommender.replies import facts
from recommender.replies.turn import Turn
from recommender.routes import routes_up

MAX_READ = 400  # characters of a message in which an award is looked for


@dataclass(frozen=True)
class Meant:
    """The award that a turn means, or the `choices` of a `kind` among which the learner has to choose.

    `says` are sentences that tell how it was understood, where it was not named outright.
    """

    award: Award | None = None
    kind: str | None = None
    choices: tuple[Award, ...] = ()
    says: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Return whether the learner has to say which of several is meant."""
        return self.award is None and len(self.choices) > 1


def award_meant(turn: Turn) -> Meant:
    """Return the award that a turn means: named in the message, wished for, or of a kind; else the one planned for."""
    graph, wished = turn.parts.graph, turn.profile.stack_into
    message = turn.message[:MAX_READ]
    if (award := named_award(message, graph)) is not None:
        return Meant(award)
    said_before = wished == turn.before.profile.stack_into
    if wished and not said_before and (award := graph.award(wished)) is not None:
        return Meant(award)
    if kind := bare_kind(message):
        return _of_kind(turn, kind)
    if turn.now.planned in graph.awards:
        return Meant(graph.awards[turn.now.planned or ""])
    if wished and (award := award_by_name(wished, graph) or graph.award(wished)) is not None:
        return Meant(award)
    return _of_kind(turn, kind) if wished and (kind := bare_kind(wished)) else Meant()


def _of_kind(turn: Turn, kind: str) -> Meant:
    """Return the award of a kind above what was last spoken of or shown, else all of the catalogue to choose from."""
    graph = turn.parts.graph
    for credential in _spoken_of(turn):
        above = [route.award for route in routes_up(graph, credential.id) if route.state != "blocked"]
        if found := of_kind(above, kind):
            names = {"award": facts.plain(found[0].title), "title": facts.title(credential)}
            return Meant(found[0], kind, says=(turn.say("plan_kind_above", **names),))
    planned = graph.awards.get(turn.now.planned or "")
    if planned is not None and of_kind([planned], kind):
        return Meant(planned, kind)
    open_awards = (
        award for award in graph.awards.values() if any(link.state != "blocked" for link in graph.links_into(award.key))
    )
    choices = tuple(sorted(of_kind(open_awards, kind), key=lambda award: award.title))
    return Meant(choices[0], kind) if len(choices) == 1 else Meant(kind=kind, choices=choices)


def _spoken_of(turn: Turn) -> Iterator[Credential]:
    yield from turn.references.credentials
    yield from turn.credentials(turn.now.shown)
