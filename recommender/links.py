"""One credential's link to one larger award: what it counts, how sure that is, and the line of evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from catalogue.records import Credential, Level, Money, StackingRule
from catalogue.stacking_rules import AwardRule, CapRule, ComponentGroup, EntryRule, Recognition

State = Literal["confirmed", "conditional", "unverified", "blocked"]
STATES: tuple[State, ...] = ("confirmed", "conditional", "unverified", "blocked")  # from the best to the worst

RECOGNISED: dict[Recognition | None, str] = {
    "requirement": "it fills a part that the award asks for",
    "elective": "it counts among the electives, not for a core requirement",
    "accepted": "the institution accepts it as credit; which requirement of the award it meets is not stated",
    "admission": "it opens admission; credit towards the award is not stated",
    None: "whether it meets a requirement of the award or is only accepted as credit is not stated",
}


@dataclass(frozen=True)
class Cap:
    """The most that stacked credits may cover of an award: `share` (0 to 1) or `credits`, with its wording and source.

    Where `from_elsewhere`, only what another provider than the award's own gave is limited.
    """

    says: str
    source_url: str | None
    share: float | None = None
    credits: float | None = None
    from_elsewhere: bool = False

    def most(self, total: float | None) -> float | None:
        """Return the cap in credits of the award, `None` where the total that it is a share of is not stated."""
        if self.credits is not None:
            return self.credits
        return None if total is None or self.share is None else self.share * total


@dataclass(frozen=True)
class Award:
    """A qualification that credentials lead to; `record` is its own record's id where the catalogue has one.

    `groups` are its components by rule, empty where the source leaves the rule open; `complete` is true where they
    are the whole award. `caps` and `entries` are the limits and entry rules that hold for it; a component counts for
    `valid_years` from its date.
    """

    key: str
    title: str
    provider: str | None = None
    type: str | None = None
    country: str | None = None
    record: str | None = None
    names: tuple[str, ...] = ()
    credits_total: float | None = None
    level: Level | None = None
    share_at_level: float | None = None
    groups: tuple[ComponentGroup, ...] = ()
    complete: bool = False
    combines: bool = True
    expires: date | None = None
    valid_years: float | None = None
    caps: tuple[Cap, ...] = ()
    entries: tuple[EntryRule, ...] = ()
    also_needed: tuple[str, ...] = ()
    open_points: tuple[str, ...] = ()
    source_url: str | None = None


@dataclass(frozen=True)
class Link:
    """ "Counts towards": from the credential with id `component` to the award with key `award`.

    `credits` of `total` are in the award's own credits. `share` is the part of the award that is covered, 0 to 1,
    `None` where not stated, and an upper bound if `share_is_maximum`. `blocked_by` names what blocks it. A link
    `is_open` where the source says no more than that it may count. `evidence` is a sentence with the source and its
    date; `decided_by` the body that has the last word; `fee` is paid on top of the price; `level_note` says where the
    component stands on the award's own scale, if elsewhere; `expires` is the last day on which it counts.
    """

    component: str
    award: str
    award_title: str
    state: State
    evidence: str
    credits: float | None = None
    total: float | None = None
    share: float | None = None
    share_is_maximum: bool = False
    blocked_by: str | None = None
    is_open: bool = False
    condition: str | None = None
    recognition: Recognition | None = None
    decided_by: str | None = None
    fee: Money | None = None
    fee_for: str | None = None
    level_note: str | None = None
    expires: date | None = None
    source_url: str | None = None

    @property
    def decision(self) -> str | None:
        """Return who has the last word and until when it counts, as far as that is stated."""
        parts = [f"{self.decided_by} decides"] if self.decided_by else []
        parts += [f"it counts until {self.expires.isoformat()}"] if self.expires else []
        return f"{'; '.join(parts)}." if parts else None

    @property
    def recognised(self) -> str:
        """Return in words whether it meets a requirement of the award or is only accepted by the institution."""
        return RECOGNISED[self.recognition]


def make_link(credential: Credential, stated: StackingRule, award: Award, known: AwardRule | None, today: date) -> Link:
    """Return the link that a record states, with what else is known of the award put in."""
    source = stated.source_url or (known.source_url if known else None) or credential.source_url
    total = stated.credits_total or award.credits_total
    share = stated.credits_awarded / total if stated.credits_awarded and total else (known.share if known else None)
    blocked = _blocked(credential, stated, award, today)
    state = _state(credential, stated, known, blocked, source)
    return Link(
        component=credential.id,
        award=award.key,
        award_title=award.title,
        state=state,
        evidence=_evidence(credential, stated, known, state, blocked, source),
        credits=stated.credits_awarded,
        total=total,
        share=share,
        share_is_maximum=bool(known and known.share_is_maximum and not stated.credits_awarded),
        blocked_by=blocked,
        is_open=_is_open(stated, known),
        condition=known.condition if known else None,
        recognition=known.recognition if known else None,
        decided_by=stated.decided_by or (known.decided_by if known else None) or stated.provider,
        fee=known.fee if known else None,
        fee_for=known.fee_for if known else None,
        level_note=_level_note(credential.level, award.level),
        expires=min(filter(None, (stated.expires, award.expires)), default=None),
        source_url=source,
    )


def _blocked(credential: Credential, stated: StackingRule, award: Award, today: date) -> str | None:
    """Return what makes a link unusable whatever the learner holds: the award's end, or a level below its floor."""
    ends = min(filter(None, (stated.expires, award.expires)), default=None)
    if ends is not None and ends < today:
        return f"expiry: the source gives {ends.isoformat()} as its end"
    level, floor = credential.level, award.level
    if award.share_at_level == 1 and level and floor and below(level, floor):
        return f"level: {level.framework} {level.value} is below the award's {floor.framework} {floor.value}"
    return None


def _level_note(level: Level | None, wanted: Level | None) -> str | None:
    """Return where a component stands, where it is another level than the award's on the same scale."""
    if level is None or wanted is None or level.framework != wanted.framework or None in (level.value, wanted.value):
        return None
    if level.value == wanted.value:
        return None
    return f"It stands at {level.framework} level {level.value}, the award at level {wanted.value}."


def below(level: Level, floor: Level) -> bool:
    """Return whether a level is certainly lower: both on one scale, since scales do not compare one to one."""
    try:
        return level.framework == floor.framework and float(level.value or "") < float(floor.value or "")
    except ValueError:
        return False


def _state(
    credential: Credential, stated: StackingRule, known: AwardRule | None, blocked: str | None, source: str | None
) -> State:
    if blocked:
        return "blocked"
    dated = credential.source_date is not None or known is not None
    if source is None or not dated or (known is not None and known.third_party is not None):
        return "unverified"
    on_condition = known is not None and known.condition is not None
    return "conditional" if on_condition or _is_open(stated, known) else "confirmed"


def _is_open(stated: StackingRule, known: AwardRule | None) -> bool:
    return stated.certainty == "may be considered" or (known is not None and known.certainty == "may count")


def _evidence(
    credential: Credential,
    stated: StackingRule,
    known: AwardRule | None,
    state: State,
    blocked: str | None,
    source: str | None,
) -> str:
    """Return the line of evidence: what the state rests on, and how old the page is."""
    if credential.source_date:
        dated = f"dated {credential.source_date}"
    else:
        dated = f"without a date of its own, gathered {known.gathered.isoformat()}" if known else "without a date"
    page = f"source page {dated}" if source else "no source named"
    if blocked:
        return f"Blocked: {blocked} ({page})."
    if state == "unverified":
        reason = (
            f"reported by {known.third_party}, not by the body that decides" if known and known.third_party else page
        )
        return f"Unverified: {reason}" + (f" ({page})." if known and known.third_party else ".")
    if state == "conditional":
        reason = known.condition if known and known.condition else "the source says that it may be considered"
        return f"Conditional: {reason} ({page})."
    return f"Confirmed: stated by the source ({page})."


def caps_for(
    award_type: str | None,
    country: str | None,
    known: AwardRule | None,
    stated: float | None,
    caps: tuple[CapRule, ...],
) -> tuple[Cap, ...]:
    """Return the caps on an award: its own (`stated` by a record, or known), and its country's on such awards."""
    own = min(filter(None, (stated, known.cap_share if known else None)), default=None)
    found = []
    if own is not None:
        source = known.source_url if known else None
        found.append(Cap(f"Stacked credits may fill up to {own:.0%} of this award.", source, share=own))
    if known and known.residency_share is not None:
        says = f"At least {known.residency_share:.0%} must be earned at the institution itself."
        found.append(Cap(says, known.source_url, share=1 - known.residency_share, from_elsewhere=True))
    exempt = known.exempt_from if known else ()
    for rule in caps:
        if rule.country == country and award_type in rule.award_types and rule.id not in exempt:
            found.append(Cap(rule.says, rule.source_url, rule.share, rule.credits, rule.applies_to == "from elsewhere"))
    return tuple(found)
