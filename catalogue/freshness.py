"""What can no longer be relied on: withdrawn, run out or old, told from a record's own dates and without a network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from catalogue.coherence import age_in_days
from catalogue.records import Credential

Kind = Literal["dead", "expired", "stale", "undated"]

# Malaysia verifies a stand-alone micro-credential for three years at most; what was read before that is called stale.
# https://qvc.umpsa.edu.my/faqs.php
STALE_AFTER_DAYS = 3 * 365
DEACTIVATED = re.compile(r"deactivation on (\d{4}-\d{2}-\d{2})")
YEAR_IN_TITLE = re.compile(r"\b(20\d{2})\b")


@dataclass(frozen=True)
class Finding:
    """Why one record wants looking at again; `text` is a sentence that shows the date it rests on.

    "dead" is withdrawn, "expired" has a day that has passed, "stale" was read too long ago, "undated" shows no date.
    """

    credential: Credential
    kind: Kind
    text: str

    def as_json(self) -> dict[str, str | None]:
        """Return plain values for a machine."""
        c = self.credential
        found = {"id": c.id, "title": c.title, "kind": self.kind, "reason": self.text, "source_url": c.source_url}
        read_on = c.read_on.isoformat() if c.read_on else None
        return {**found, "source_date": c.source_date, "read_from": c.read_from, "read_on": read_on}


def check(credentials: Iterable[Credential], today: date, stale_after: int = STALE_AFTER_DAYS) -> Iterator[Finding]:
    """Yield what is wrong with each record on that day, the gravest reason only; `stale_after` counts days."""
    for credential in credentials:
        if credential.withdrawn:
            yield Finding(credential, "dead", "The source says that it is no longer offered.")
        elif expired := ended(credential, today):
            yield Finding(credential, "expired", expired)
        elif stale := old(credential, today, stale_after):
            yield Finding(credential, "stale", stale)
        elif age(credential, today) is None:
            yield Finding(credential, "undated", "Neither the source nor the import shows a date.")


def ended(credential: Credential, today: date) -> str | None:
    """Return why the offer has ended or looks so: its own last day, that of all its awards, or a year in its title."""
    if credential.withdrawn:
        return "Its source says that it is no longer offered."
    if credential.offered_until and credential.offered_until < today:
        return f"It was offered until {credential.offered_until:%d %B %Y}."
    dated = [DEACTIVATED.search(rule.type or "") for rule in credential.stacks_into]
    if past := [day for found in dated if found and (day := date.fromisoformat(found[1])) < today]:
        return f"The award it counts towards was set to be deactivated on {max(past):%d %B %Y}; check before you enrol."
    lasts = [rule.expires for rule in credential.stacks_into]
    if lasts and all(day is not None and day < today for day in lasts):
        return f"It counted towards a larger award until {max(day for day in lasts if day):%d %B %Y}."
    if (year := YEAR_IN_TITLE.search(credential.title)) and int(year[1]) < today.year:
        return f"Its title names {year[1]}, so this run has probably ended."
    return None


def old(credential: Credential, today: date, stale_after: int = STALE_AFTER_DAYS) -> str | None:
    """Return that the facts are older than `stale_after` days, with their date, or `None`."""
    days = age(credential, today)
    if days is None or days <= stale_after:
        return None
    dated = credential.source_date or credential.read_on
    return f"What we know is dated {dated}; price and offer may have changed or ended since."


def age(credential: Credential, today: date) -> int | None:
    """Return the least number of days since the source was written, else since it was read; `None` where unknown."""
    read_on = credential.read_on.isoformat() if credential.read_on else None
    return age_in_days(credential.source_date or read_on, today)
