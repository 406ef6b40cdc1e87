"""What is known about larger awards beyond the records' own stacking lines: components, caps, conditions, order.

`data/stacking-rules.jsonl` holds one rule a line, each read out of a record or a framework's published rule, with the
record's id and the address. A rule that its source leaves open has no group here; nothing is filled in by analogy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from catalogue.records import Frozen, Level, Money, RecordError

DEFAULT_RULES = Path(__file__).parent / "data" / "stacking-rules.jsonl"

Recognition = Literal["requirement", "elective", "accepted", "admission"]


class ComponentGroup(Frozen):
    """Components of an award that are chosen together: all of them, `n` of them, or `credits` worth of them.

    `members` are record ids. `others` describes, one entry a component, those that the source names or counts and
    the catalogue lacks.
    """

    name: str
    rule: Literal["all", "n of", "credits"] = "all"
    n: int | None = Field(default=None, gt=0)
    credits: float | None = Field(default=None, gt=0)
    members: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _says_how_many(self) -> ComponentGroup:
        if (self.rule == "n of") != (self.n is not None) or (self.rule == "credits") != (self.credits is not None):
            raise ValueError(f"group {self.name!r}: rule {self.rule!r} wants n for 'n of', credits for 'credits'")
        return self


class AwardRule(Frozen):
    """How one award is made up and who decides what counts.

    `record` is the catalogue's own record of the award. `only_for` limits the rule to these components, where a
    source uses one title for several awards, told apart by `version`. `certainty` is "counts" or "may count";
    `condition` is what must happen besides passing, e.g. admission; `third_party` says whose page it is where the
    source is not the deciding body's. `recognition`: fills a stated requirement, counts as an elective, is
    accepted as credit without saying for what, or only opens admission. `share` (0 to 1) is the part of the award
    that one component covers, at most that much if `share_is_maximum`. `cap_share` is the most that stacked credits
    may cover altogether, `residency_share` the least that must be earned with the award's own provider,
    `share_at_level` the least that must stand at `level`. `fee` is charged for each component
    on top of its price. Components of an award that does not combine are alternatives. `valid_years` counts from the
    date of the component. `complete` is true where the groups are the whole award.
    """

    kind: Literal["award"] = "award"
    title: str
    provider: str | None = None
    also_called: tuple[str, ...] = ()
    version: str | None = None
    only_for: tuple[str, ...] = ()
    record: str | None = None
    country: str | None = None
    level: Level | None = None
    share_at_level: float | None = Field(default=None, gt=0, le=1)
    credits_total: float | None = Field(default=None, gt=0)
    groups: tuple[ComponentGroup, ...] = ()
    complete: bool = False
    certainty: Literal["counts", "may count"] = "counts"
    condition: str | None = None
    third_party: str | None = None
    recognition: Recognition | None = None
    decided_by: str | None = None
    share: float | None = Field(default=None, gt=0, le=1)
    share_is_maximum: bool = False
    cap_share: float | None = Field(default=None, gt=0, le=1)
    residency_share: float | None = Field(default=None, gt=0, lt=1)
    expires: date | None = None
    valid_years: float | None = Field(default=None, gt=0)
    fee: Money | None = None
    fee_for: str | None = None
    combines: bool = True
    exempt_from: tuple[str, ...] = ()
    also_needed: tuple[str, ...] = ()
    open_points: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    source_url: str
    gathered: date


class CapRule(Frozen):
    """A country's limit on what stacked credits may cover: a share (0 to 1) or an amount of the award's credits.

    `applies_to`: components of the named sort; "from elsewhere" means of another provider than the award's.
    """

    kind: Literal["cap"] = "cap"
    id: str
    country: str
    award_types: tuple[str, ...]
    applies_to: Literal["stand-alone", "any", "from elsewhere"] = "any"
    share: float | None = Field(default=None, gt=0, le=1)
    credits: float | None = Field(default=None, gt=0)
    says: str
    source_url: str


class EntryRule(Frozen):
    """A share (0 to 1) of an award's credits which, once earned, opens entry without the usual qualification."""

    kind: Literal["entry"] = "entry"
    id: str
    country: str
    award_types: tuple[str, ...]
    share: float = Field(gt=0, le=1)
    says: str
    source_url: str


class OneAwardOnly(Frozen):
    """Credentials (by record id, or all of a provider) whose credits may be used for one award only."""

    kind: Literal["one award only"] = "one award only"
    records: tuple[str, ...] = ()
    provider: str | None = None
    says: str
    source_url: str


class Prerequisite(Frozen):
    """Credentials that must come before another one; only advice where `recommended`."""

    kind: Literal["prerequisite"] = "prerequisite"
    record: str
    needs: tuple[str, ...]
    recommended: bool = False
    source_url: str


class FrameworkReach(Frozen):
    """What a national framework does for every credential that stands on it."""

    kind: Literal["framework"] = "framework"
    framework: str
    says: str
    source_url: str


Rule = Annotated[
    AwardRule | CapRule | EntryRule | OneAwardOnly | Prerequisite | FrameworkReach, Field(discriminator="kind")
]


@dataclass(frozen=True)
class StackingRules:
    """All rules of one file, by kind, in file order."""

    awards: tuple[AwardRule, ...] = ()
    caps: tuple[CapRule, ...] = ()
    entries: tuple[EntryRule, ...] = ()
    one_award_only: tuple[OneAwardOnly, ...] = ()
    prerequisites: tuple[Prerequisite, ...] = ()
    frameworks: tuple[FrameworkReach, ...] = ()


def load_stacking_rules(path: Path = DEFAULT_RULES) -> StackingRules:
    """Return the rules in a JSON Lines file; raises RecordError naming the line that cannot be used."""
    try:
        rules = list(_parsed(path))
    except OSError as error:
        raise RecordError(f"{path}: the stacking rules cannot be read ({error.strerror}).") from error
    return StackingRules(
        awards=tuple(rule for rule in rules if isinstance(rule, AwardRule)),
        caps=tuple(rule for rule in rules if isinstance(rule, CapRule)),
        entries=tuple(rule for rule in rules if isinstance(rule, EntryRule)),
        one_award_only=tuple(rule for rule in rules if isinstance(rule, OneAwardOnly)),
        prerequisites=tuple(rule for rule in rules if isinstance(rule, Prerequisite)),
        frameworks=tuple(rule for rule in rules if isinstance(rule, FrameworkReach)),
    )


def _parsed(path: Path) -> Iterator[Rule]:
    adapter: TypeAdapter[Rule] = TypeAdapter(Rule)
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield adapter.validate_python(json.loads(line), strict=False)
                except (ValueError, ValidationError) as error:
                    reason = str(error).splitlines()[0]
                    raise RecordError(f"{path}: line {number}: {reason}; mend or remove the line.") from error
