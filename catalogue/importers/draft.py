"""One catalogue entry in the making: takes what sources write, cleans it or leaves it out, and reports which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from catalogue import quantities
from catalogue.cleaning import clean_text, is_placeholder
from catalogue.import_report import ImportReport
from catalogue.importers import vocabulary
from catalogue.quantities import Unclear

MAX_ITEMS = 100
CEASED = re.compile(
    r"\b(?:ceased|suspended|deprecated|superseded|discontinued|withdrawn|retired|obsolete|archived)\b", re.I
)
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)")


class Draft:
    """A row in the flat names of `catalogue/reader.py`, being filled in.

    `where` is the line, JSON path or XPath; `source_id` the id that the source itself gives, if any.
    """

    def __init__(self, report: ImportReport, where: str) -> None:
        self.report = report
        self.where = where
        self.source_id: str | None = None
        self.row: dict[str, Any] = {}

    @property
    def name(self) -> str:
        """Return what the report calls this entry."""
        return str(self.row.get("title") or self.source_id or "untitled")

    def leave_out(self, field: str, value: Any, reason: str) -> None:
        """Report a value that cannot be used."""
        self.report.mend(self.where, self.name, field, value, None, reason)

    def clean(self, field: str, raw: Any) -> str | None:
        """Return a value as plain text, or `None` where it holds none."""
        if raw is None or isinstance(raw, (dict, list, bool)):
            return None
        cleaned = clean_text(str(raw))
        if cleaned.mended:
            name = cleaned.text if field == "title" and cleaned.text else self.name
            self.report.mend(self.where, name, field, raw, cleaned.text, "; ".join(cleaned.mended))
        return None if not cleaned.text or is_placeholder(cleaned.text) else cleaned.text

    def text(self, field: str, raw: Any, longest: int | None = None) -> None:
        """Take a text, unless the field is filled already."""
        value = self.clean(field, raw) if field not in self.row else None
        if value and longest and len(value) > longest:
            self.report.mend(self.where, self.name, field, value, value[:longest], f"cut to {longest} characters")
            value = value[:longest].rstrip()
        if value:
            self.row[field] = value

    def more_text(self, field: str, raw: Any) -> None:
        """Take a text, and put it behind what the field holds where it says something new."""
        value, held = self.clean(field, raw), self.row.get(field)
        if value and (not held or value not in held):
            self.row[field] = value if not held or held in value else f"{held} {value}"

    def texts(self, field: str, raw: Iterable[Any]) -> None:
        """Take a list of texts, each once, in order, behind those the field holds."""
        held = self.row.get(field, [])
        for item in raw:
            value = self.clean(field, item)
            if value and value not in held and len(held) < MAX_ITEMS:
                held.append(value)
        if held:
            self.row[field] = held

    def address(self, field: str, raw: Any) -> None:
        """Take a web address; anything else is left out with a note."""
        value = self.clean(field, raw)
        if value is None or field in self.row:
            return
        if re.match(r"https?://[^\s/]", value, re.I) and " " not in value:
            self.row[field] = value
        else:
            self.leave_out(field, value, "no address that starts with http:// or https://")

    def date(self, raw: Any) -> None:
        """Take the day (or month, or year) on which the source was written."""
        found = DATE.match(str(raw).strip()) if raw else None
        if found and "source_date" not in self.row:
            self.row["source_date"] = found[0]

    def until(self, raw: Iterable[Any]) -> None:
        """Take the last day on which it is offered: the latest of several runs."""
        days = []
        for item in raw:
            found = DATE.match(str(item).strip()) if item not in (None, "") else None
            try:
                days.append(date.fromisoformat(found[0] if found else ""))
            except ValueError:
                if item not in (None, ""):
                    self.leave_out("offered_until", item, "no day in the form 2026-12-31")
        if days and "offered_until" not in self.row:
            self.row["offered_until"] = max(days).isoformat()

    def status(self, raw: Iterable[Any]) -> None:
        """Take that the source says it is no longer offered; any other status is no fact of a record."""
        if any(CEASED.search(str(item)) for item in raw if item):
            self.row["withdrawn"] = True

    def level(self, raw: Any, framework: str | None = None) -> None:
        """Take a level with its framework."""
        text = self.clean("level", raw)
        if text and (got := self._try("level", text, lambda: vocabulary.level(text, framework))):
            if "framework" in self.row and (self.row["framework"], self.row["framework_level"]) != got:
                self.leave_out(
                    "level", f"{got[0]} {got[1]}", f"a record has room for one level; kept {self.row['framework']}"
                )
            else:
                self.row["framework"], self.row["framework_level"] = got

    def credits(self, raw: Any, system: str | None = None) -> None:
        """Take an amount of credits; `system` is what the source calls them."""
        if raw in (None, "") or self.row.get("credits") is not None:
            return
        if got := self._try("credits", raw, lambda: quantities.credit_amount(raw, system)):
            self.row["credits"], self.row["credit_system"] = got[0], got[1] or system

    def price(self, raw: Any, currency: str | None = None) -> None:
        """Take a price; its currency may be in the text, beside it, or told by the provider's country."""
        if raw in (None, "") or self.row.get("cost_amount") is not None:
            return
        if got := self._try("cost", raw, lambda: quantities.money(raw, currency, self.row.get("country"))):
            self.row["cost_amount"], self.row["cost_currency"] = got

    def length(self, raw: Any) -> None:
        """Take a length, which fills the hours of work or the calendar weeks, whichever its unit tells."""
        if raw in (None, "") or (isinstance(raw, str) and is_placeholder(raw.strip())):
            return
        if got := self._try("duration", raw, lambda: quantities.length(raw)):
            self._length(*got)

    def workload(self, raw: Any) -> None:
        """Take an amount of work: hours, and never calendar time."""
        if raw in (None, ""):
            return
        if got := self._try("workload_hours", raw, lambda: quantities.length(raw)):
            if got[0] is None:
                self.leave_out("workload_hours", raw, "calendar time, while hours of work are expected")
            else:
                self._length(got[0], None)

    def _length(self, hours: float | None, weeks: float | None) -> None:
        if hours is not None:
            self.row.setdefault("workload_hours", hours)
        if weeks is not None:
            self.row.setdefault("duration_weeks", weeks)

    def hours(self, field: str, raw: Any) -> None:
        """Take a figure whose unit the field's own name states (hours, weeks)."""
        if (
            raw not in (None, "")
            and field not in self.row
            and (got := self._try(field, raw, lambda: quantities.number(raw)))
        ):
            self.row[field] = got

    def hours_a_week(self, raw: Any) -> None:
        """Take a pace in hours a week; a length of another kind that stands in its place is taken as that."""
        if raw in (None, "") or "hours_per_week" in self.row:
            return
        if got := self._try("hours_per_week", raw, lambda: quantities.hours_a_week(raw)):
            self.row["hours_per_week"] = got

    def languages(self, raw: Iterable[Any]) -> None:
        """Take the languages of teaching."""
        held = self.row.setdefault("language", [])
        for item in raw:
            text = self.clean("language", item)
            code = self._try("language", text, partial(vocabulary.language_code, text)) if text else None
            if code and code not in held:
                held.append(code)

    def country(self, raw: Any) -> None:
        """Take the provider's country."""
        text = self.clean("country", raw)
        if (
            text
            and "country" not in self.row
            and (code := self._try("country", text, lambda: vocabulary.country_code(text)))
        ):
            self.row["country"] = code

    def mode(self, raw: Iterable[Any]) -> None:
        """Take the mode of study, where all the words agree on one."""
        self._agreed("mode", raw, vocabulary.mode)

    def pacing(self, raw: Iterable[Any]) -> None:
        """Take the pacing, where all the words agree on one."""
        self._agreed("pacing", raw, vocabulary.pacing)

    def _agreed(self, field: str, raw: Iterable[Any], read: Callable[[list[str]], str]) -> None:
        words = [text for item in raw if (text := self.clean(field, item))]
        if words and field not in self.row and (got := self._try(field, ", ".join(words), lambda: read(words))):
            self.row[field] = got

    def stack_title(self, title: str | None, address: str | None, how: str) -> str | None:
        """Return the larger award's title, and say so in the report where the file holds only its address."""
        if not title:
            reason = f"{how} names only an address, whose title this file does not hold"
            self.leave_out("stacks_into", address or "", reason)
        return title or None

    def stacks_into(self, rule: dict[str, Any]) -> None:
        """Take one larger award (`title`, and what is known of provider, type, credits and address), once."""
        title = self.clean("stacks_into", rule.get("title"))
        rules = self.row.setdefault("stacks_into", [])
        if title and title not in (held["title"] for held in rules) and len(rules) < MAX_ITEMS:
            rules.append({name: value for name, value in {**rule, "title": title}.items() if value not in (None, "")})

    def _try(self, field: str, value: Any, read: Callable[[], Any]) -> Any:
        try:
            return read()
        except Unclear as reason:
            self.leave_out(field, value, str(reason))
            return None
