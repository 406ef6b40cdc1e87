"""The plan as a calendar (ICS, RFC 5545): one entry a step, over the weeks that the plan gives it."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from recommender.handover import Handover, cost, printable, shown_title
from recommender.texts.handover_en import TEXTS
from recommender.timetable import Step


def as_ics(handover: Handover) -> bytes:
    """Return the plan's steps as whole-day entries; week 1 begins on `starts_on`, else on the Monday after `made_on`.

    A step whose start no source allows to tell has no entry; one of unknown length has one for its first week.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Cairn//Learning plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", TEXTS["calendar_name"])
    steps = handover.plan.steps if handover.plan else ()
    first = handover.starts_on or _next_monday(handover.made_on)
    for number, step in enumerate(steps, start=1):
        if step.starts.high is not None:
            calendar.add_component(_entry(handover, step, number, len(steps), first))
    return bytes(calendar.to_ical())


def _next_monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


def _entry(handover: Handover, step: Step, number: int, n_steps: int, first: date) -> Event:
    """Return the entry of one step; its end is the day after the last, as the standard counts."""
    credential = step.credential
    begins = math.floor(step.starts.low) - 1
    is_open = step.weeks.high is None
    ends = begins + 1 if is_open else max(begins + 1, math.ceil((step.starts.high or 1) - 1 + (step.weeks.high or 0)))
    event = Event()
    event.add("uid", f"{credential.id}-{handover.made_on.isoformat()}@cairn")
    event.add("dtstamp", datetime.combine(handover.made_on, time(), UTC))
    event.add("dtstart", first + timedelta(weeks=begins))
    event.add("dtend", first + timedelta(weeks=ends))
    event.add("summary", TEXTS["calendar_step"].format(title=shown_title(credential), number=number, steps=n_steps))
    event.add("description", printable("\n".join(_lines(step, is_open))))
    event.add("transp", "TRANSPARENT")
    if credential.url:
        event.add("url", credential.url)
    return event


def _lines(step: Step, is_open: bool) -> list[str]:
    """Return what the entry says below its title."""
    credential, not_stated = step.credential, TEXTS["not_stated"]
    lines = [
        f"{TEXTS['provider']}: {credential.provider or not_stated}",
        f"{TEXTS['work']}: {step.hours.in_words('hours')}",
        f"{TEXTS['cost']}: {cost(credential) or not_stated}",
        f"{TEXTS['source']}: {credential.source_url or not_stated}",
    ]
    return [TEXTS["calendar_open_end"], *lines] if is_open else lines
