"""Every sentence that Cairn says, in English. A tuple holds variants that say the same."""

from __future__ import annotations

TEXTS: dict[str, str | tuple[str, ...]] = {
    "greeting": (
        "Hello. Tell me what you would like to do, and what you can already do. You get an answer at once. "
        "I ask three questions at most, about two minutes in all."
    ),
    "found": "I found {n} that fit. The best matches come first:",
    "found_one": "I found one that fits:",
    "found_none": "I found nothing in the catalogue that fits this.",
    "not_stated": "not stated",
    "free": "free",
    "level": "{framework} level {level}",
    "level_not_stated": "level not stated",
    "time_not_stated": "time not stated",
    "cost_not_stated": "cost not stated",
    "weeks": "{n} weeks",
    "one_week": "1 week",
    "hours": "{n} hours",
    "set_aside": "Left out because of your limits: {n}.",
}
