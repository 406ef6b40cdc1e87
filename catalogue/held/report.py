"""What a learner's file holds, and what in it was mended or refused, sentence by sentence."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from pydantic import ValidationError

from catalogue.frameworks import FrameworkError, find_framework
from catalogue.records import Credits, Level

Signature = Literal["verified", "not checked (no network)", "broken", "none"]
SIGNATURES: tuple[Signature, ...] = get_args(Signature)
VERIFIED, NOT_CHECKED, BROKEN, UNSIGNED = SIGNATURES


class HeldError(ValueError):
    """A file or part of one that cannot be read; the message is one sentence that a learner can act on."""


@dataclass(frozen=True)
class Verdict:
    """What could be said about a signature without a network, and in `says` why."""

    signature: Signature
    says: str


@dataclass(frozen=True)
class HeldNote:
    """One thing to say of one place of a file (a path such as `credentialSubject.creditsEarned`).

    "refused": nothing was taken from there; "mended": only a field was left out; "remark": what else to know.
    """

    place: str
    reason: str
    kind: Literal["refused", "mended", "remark"]

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}{'' if self.kind == 'remark' else f' ({self.kind})'}."

    def as_json(self) -> dict[str, str]:
        """Return plain values."""
        return {"place": self.place, "reason": self.reason, "kind": self.kind}


@dataclass(frozen=True)
class HeldItem:
    """One credential that the file says the learner holds. Unknown is `None`; dates are ISO 8601.

    `format` names what the file is ("Open Badges 3.0"). `signature_says` explains the verdict in one sentence: even
    "verified" means only that the text is unchanged since a key signed it.
    """

    title: str
    issuer: str | None
    level: Level | None
    credits: Credits | None
    date: str | None
    expires: str | None
    format: str
    signature: Signature
    signature_says: str

    def has_expired(self, today: datetime.date) -> bool | None:
        """True or false where the file states an end, `None` where it does not."""
        return None if self.expires is None else self.expires < today.isoformat()[: len(self.expires)]

    def as_text(self) -> str:
        """Return one line for a learner to confirm."""
        level = f"{self.level.framework} level {self.level.value}" if self.level else "level not stated"
        credit = f"{self.credits.amount:g} {self.credits.system or 'credits'}" if self.credits else "credits not stated"
        parts = [self.issuer or "issuer not stated", level, credit, self.date or "date not stated"]
        if self.expires:
            parts.append(f"valid until {self.expires}")
        return f"{self.title} ({', '.join(parts)}). {self.format}; signature {self.signature}: {self.signature_says}"

    def as_json(self) -> dict[str, Any]:
        """Return plain values, every field present."""
        return {
            "title": self.title,
            "issuer": self.issuer,
            "level": self.level.model_dump() if self.level else None,
            "credits": self.credits.amount if self.credits else None,
            "credit_system": self.credits.system if self.credits else None,
            "date": self.date,
            "expires": self.expires,
            "format": self.format,
            "signature": self.signature,
            "signature_says": self.signature_says,
        }


@dataclass
class HeldReport:
    """What one file held: the items in file order, and a note on everything that could not be taken as it stood."""

    name: str
    items: list[HeldItem] = field(default_factory=list)
    notes: list[HeldNote] = field(default_factory=list)

    @property
    def refused(self) -> list[HeldNote]:
        """Return the notes on parts that could not be taken."""
        return [note for note in self.notes if note.kind == "refused"]

    def refuse(self, place: str, reason: str) -> None:
        """Note that a part of the file was left out, and why."""
        self.notes.append(HeldNote(place or self.name, reason, "refused"))

    def mend(self, place: str, reason: str) -> None:
        """Note that a field was left out of an item that was kept."""
        self.notes.append(HeldNote(place or self.name, reason, "mended"))

    def remark(self, place: str, reason: str) -> None:
        """Note what else the learner should know of an item that was kept."""
        self.notes.append(HeldNote(place or self.name, reason, "remark"))

    def keep(
        self,
        place: str,
        verdict: Verdict,
        *,
        format: str,
        title: str | None,
        issuer: str | None = None,
        level: tuple[str, str | None] | None = None,
        credits: tuple[float, str | None] | None = None,
        date: str | None = None,
        expires: str | None = None,
    ) -> None:
        """Add one item; a level or credit amount that no record allows costs only itself, a missing title the item."""
        if title is None:
            self.refuse(place, f"this {format} entry states no name, so it cannot be listed; add it by hand")
            return
        stated_level = self._on_scale(place, self._valid(f"{place}.level", Level, level, ("framework", "value")))
        stated_credits = self._valid(f"{place}.credits", Credits, credits, ("amount", "system"))
        self.items.append(
            HeldItem(
                title, issuer, stated_level, stated_credits, date, expires, format, verdict.signature, verdict.says
            )
        )

    def _valid(self, place: str, kind: type, values: tuple[Any, ...] | None, names: tuple[str, ...]) -> Any:
        """Return the typed part, or `None` with a note where its values are out of range."""
        if values is None:
            return None
        try:
            return kind(**dict(zip(names, values, strict=True)))
        except ValidationError as error:
            problem = error.errors()[0]
            self.mend(place.lstrip("."), f"is {str(problem['input'])[:60]!r}: {problem['msg']}; left out")
            return None

    def _on_scale(self, place: str, level: Level | None) -> Level | None:
        """Return the level, or `None` with a note where a scale that Cairn knows has no such level."""
        if level is None or level.value is None:
            return level
        try:
            scale = find_framework(level.framework)
        except FrameworkError:
            return level
        try:
            scale.level(level.value)
        except FrameworkError as error:
            self.mend(f"{place}.level".lstrip("."), f"{str(error).rstrip('.')}; left out")
            return None
        return level

    def as_text(self) -> str:
        """Return the report in plain lines."""
        count = len(self.items)
        lines = [f"{self.name}: {count} credential{'' if count == 1 else 's'} read."]
        lines += [f"- {item.as_text()}" for item in self.items]
        return "\n".join(lines + [f"! {note}" for note in self.notes])

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a machine."""
        items, notes = [item.as_json() for item in self.items], [note.as_json() for note in self.notes]
        return {"name": self.name, "items": items, "notes": notes}
