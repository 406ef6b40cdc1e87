"""What a learner takes away: their shortlist and plan as JSON, CSV, and (in the files beside this one) PDF, DOCX, ICS.

Plain records in, bytes out. Every figure carries the source that it was read from; what no source states says so.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit

from catalogue.exporters.csv import safe_cell
from catalogue.money import format_money
from catalogue.reader import to_row
from catalogue.records import Credential, Money, StackingRule
from recommender.texts.handover_en import TEXTS

if TYPE_CHECKING:
    from recommender.planning import Plan
    from recommender.timetable import Step

LANGUAGE = "en"
# Format -> module and function; the documents' libraries are loaded when they are needed.
WRITERS = {
    "pdf": ("handover_print", "as_pdf"),
    "docx": ("handover_document", "as_docx"),
    "csv": ("handover", "as_csv"),
    "ics": ("handover_calendar", "as_ics"),
    "json": ("handover", "as_json"),
}
# What is said of each credential, in this order; the names are keys of the texts.
FACTS = (
    "provider", "level", "credits", "hours", "length", "pace", "cost", "mode", "assessment", "certificate", "quality",
    "languages", "prerequisites", "stacks_into", "page", "source", "source_date",
)  # fmt: skip
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Handover:
    """Everything that goes on paper. `notes` are by credential id; `starts_on` is the day on which week 1 begins.

    `credentials` are shown in this order; those of the plan that are missing from it are shown first.
    """

    credentials: tuple[Credential, ...] = ()
    plan: Plan | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    learner: str | None = None
    adviser: str | None = None
    made_on: date = field(default_factory=date.today)
    starts_on: date | None = None

    @property
    def all_credentials(self) -> tuple[Credential, ...]:
        """Return each credential once: the plan's steps in their order, then the rest of the shortlist."""
        planned = [step.credential for step in self.plan.steps] if self.plan else []
        return tuple({credential.id: credential for credential in [*planned, *self.credentials]}.values())

    @property
    def title(self) -> str:
        """Return the heading of the papers."""
        return TEXTS["title_plan" if self.plan else "title_shortlist"]


def write_handover(handover: Handover, format: str) -> bytes:
    """Return the papers in one of the formats of WRITERS. Raises ValueError for another one."""
    if format not in WRITERS:
        raise ValueError(f"{format!r} is no format of a handover; expected one of {', '.join(WRITERS)}.")
    module, function = WRITERS[format]
    writer: Callable[[Handover], bytes] = getattr(import_module(f"recommender.{module}"), function)
    return writer(handover)


def as_json(handover: Handover) -> bytes:
    """Return plan, credentials (in the catalogue's own field names) and notes as JSON."""
    content = {
        "title": handover.title,
        "made_on": handover.made_on.isoformat(),
        "starts_on": handover.starts_on.isoformat() if handover.starts_on else None,
        "learner": handover.learner,
        "adviser": handover.adviser,
        "plan": handover.plan.as_json() if handover.plan else None,
        "credentials": [to_row(credential) for credential in handover.all_credentials],
        "notes": dict(handover.notes),
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def as_csv(handover: Handover) -> bytes:
    """Return a table for spreadsheets, one row a credential, in which no cell can be run as a formula."""
    steps = {step.credential.id: (n, step) for n, step in enumerate(handover.plan.steps, 1)} if handover.plan else {}
    file = io.StringIO()
    writer = csv.writer(file)
    names = ["step", "what", "when", *FACTS, "notes"]
    writer.writerow([TEXTS[name] for name in names])
    for credential in handover.all_credentials:
        number, step = steps.get(credential.id, (None, None))
        row = [str(number or ""), shown_title(credential), step.in_weeks if step else ""]
        row += [value or TEXTS["not_stated"] for value in facts(credential).values()]
        writer.writerow([safe_cell(cell) for cell in [*row, handover.notes.get(credential.id, "")]])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def facts(credential: Credential) -> dict[str, str | None]:
    """Return everything a learner decides by, under the names and in the order of FACTS; `None` is not stated."""
    c = credential
    pace = TEXTS["hours_a_week"].format(hours=hours(c.hours_per_week)) if c.hours_per_week else None
    offered = dict.fromkeys(name for name in (c.provider, c.platform) if name)
    values: dict[str, str | None] = {
        "provider": " · ".join(offered),
        "level": f"{c.level.framework} level {c.level.value}" if c.level and c.level.value else None,
        "credits": f"{figure(c.credits.amount)} {c.credits.system or ''}".strip() if c.credits else None,
        "hours": hours(c.hours_total) if c.hours_total else None,
        "length": weeks(c.duration_weeks) if c.duration_weeks else None,
        "pace": " · ".join(part for part in (c.pacing, pace) if part),
        "cost": cost(c),
        "mode": c.mode,
        "assessment": "; ".join(c.assessment),
        "certificate": c.digital_certificate,
        "quality": c.quality_assurance,
        "languages": ", ".join(language(code) for code in c.languages),
        "prerequisites": "; ".join(c.prerequisites),
        "stacks_into": "; ".join(counts_towards(rule) for rule in c.stacks_into),
        "page": c.url,
        "source": c.source_url,
        "source_date": c.source_date,
    }
    return {name: printable(values[name] or "") or None for name in FACTS}


def counts_towards(rule: StackingRule) -> str:
    """Return a stacking rule in words, with as much of it as the source states."""
    award = f"{rule.title} ({rule.provider})" if rule.provider and rule.provider not in rule.title else rule.title
    if rule.credits_awarded is None:
        return TEXTS["counts_open"].format(award=award)
    text = "counts" if rule.credits_total else "counts_awarded"
    total = figure(rule.credits_total) if rule.credits_total else None
    return TEXTS[text].format(awarded=figure(rule.credits_awarded), total=total, award=award)


def cost(credential: Credential) -> str | None:
    """Return the price with its ISO currency code, `None` where it is not stated."""
    return None if credential.cost is None else price(credential.cost)


def price(money: Money) -> str:
    """Return a price, or that it is free."""
    return TEXTS["free"] if money.amount == 0 else format_money(money, LANGUAGE)


def step_cost(step: Step) -> str | None:
    """Return a step's price and the fee on top of it, `None` where no price is stated."""
    stated = cost(step.credential)
    if step.fee is None:
        return stated
    fee = TEXTS["fee"].format(fee=price(step.fee), reason=step.fee_for or TEXTS["not_stated"])
    return f"{stated or TEXTS['not_stated']}, {fee}"


def language(code: str) -> str:
    """Return a language's name, or its code where no name is known."""
    return str(Locale(LANGUAGE).languages.get(code, code))


def figure(value: float) -> str:
    """Return a number as it is written, with two decimals at most."""
    return str(format_decimal(value, "#,##0.##", locale=LANGUAGE))


def hours(value: float) -> str:
    """Return hours with their unit."""
    return str(format_unit(value, "duration-hour", "long", "#,##0.#", locale=LANGUAGE))


def weeks(value: float) -> str:
    """Return weeks with their unit."""
    return str(format_unit(value, "duration-week", "long", "#,##0.#", locale=LANGUAGE))


def long_date(day: date) -> str:
    """Return a day as people write it: "24 November 2026"."""
    return str(format_date(day, "d MMMM y", locale=LANGUAGE))


def shown_title(credential: Credential) -> str:
    """Return a title that can be printed, or words in its place where nothing of it can be seen."""
    title = printable(credential.title).strip()
    return title if any(sign.isprintable() and not sign.isspace() for sign in title) else TEXTS["not_stated"]


def printable(text: str) -> str:
    """Return a text without control characters and marks that turn its direction, which no paper can show."""
    return CONTROL.sub("", text)


def sections(handover: Handover) -> list[tuple[str, list[str]]]:
    """Return the plan's lists (heading, lines) that have anything in them."""
    plan: Any = handover.plan
    if plan is None:
        return []
    lists = [("remaining", plan.remaining), ("unknown", plan.unknown), ("rules", plan.rules)]
    return [(TEXTS[name], [printable(line) for line in lines]) for name, lines in lists if lines]
