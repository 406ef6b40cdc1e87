"""What Cairn can explain: entries written for common questions, the rules of each jurisdiction, and a glossary.

Every entry names its sources; a source is a web address or the survey paper (Cowie and Sakui).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from catalogue.tables import DATA, rows

Kind = Literal["article", "rule", "gap", "term"]
OfOne = Literal["definition", "assessment"]

# The jurisdictions of `framework_rules.jsonl`, as they read in a sentence, and by what else people call them.
PLACES = {row["code"]: row["name"] for row in rows("places.csv")}
PLACE_NAMES = {row["name"].removeprefix("the ").lower(): row["code"] for row in rows("places.csv")} | {
    name: row["code"] for row in rows("places.csv") for name in row["also_called"].split(";")
}

# How people ask for a rule of each topic, the place left out: it is read from the question or known of the learner.
TOPIC_QUESTIONS = {
    "definition": ("What counts as a micro-credential?", "how is a micro-credential defined"),
    "who approves": (
        "Who approves micro-credentials?",
        "who approves these",
        "Which authority or body accredits or regulates micro-credentials?",
        "which body accredits them",
        "who signs off a micro-credential",
        "who gives permission for short awards",
        "who is responsible for the quality of short awards",
        "which office is in charge of them",
    ),
    "who may provide": (
        "Who may offer micro-credentials?",
        "which providers or institutions can offer them",
        "may a private company offer one",
    ),
    "who assesses": ("Who assesses micro-credentials?", "who marks the work", "who examines the learners"),
    "size": (
        "How big may a micro-credential be?",
        "minimum and maximum hours or credits",
        "how small or large can a micro-credential get",
        "is there a rule or law on how big a short course must be",
        "largest number of credits that one may carry",
    ),
    "stacking": (
        "Do micro-credentials stack into a qualification?",
        "stacking rules and limits",
        "how much of a degree can be micro-credentials",
        "how many credits from elsewhere does a university accept",
        "does a small award lead to a bigger one",
        "what share of a degree may be made of short courses",
    ),
    "credit": ("How many hours is one credit?", "how does credit work", "what is a credit point"),
    "credit transfer": (
        "How does credit transfer work?",
        "can credit be moved from one institution to another",
        "who decides whether credit is transferred",
        "what does a college do with credit from elsewhere",
    ),
    "portability": ("Where are micro-credentials recorded or stored?", "digital record or wallet"),
    "level": (
        "What level do micro-credentials have?",
        "which level scale or framework is used",
        "are micro-credentials placed on the national framework",
        "do micro-credentials sit on the level scale",
        "why is there no level",
    ),
    "validity": (
        "How long is a micro-credential valid?",
        "does the approval or verification expire",
        "how long does the approval of a course last",
    ),
    "recognition": ("Are micro-credentials officially recognised?",),
    "recognition of prior learning": ("Can I get credit for experience?", "recognition of prior learning"),
    "what must be stated": (
        "What must a micro-credential state?",
        "the mandatory standard elements",
        "what does it have to spell out",
    ),
    "what is optional": ("What may a micro-credential leave out?", "the optional elements"),
    "MOOC certificate": ("Is a MOOC certificate a micro-credential?",),
}


# What a learner may want to know of the rules where a scale is used, in the order to show them.
RULE_TOPICS = (
    "definition", "level", "who approves", "who may provide", "who assesses", "size", "credit", "credit transfer",
    "stacking", "portability",
)  # fmt: skip

# What a question on a topic asks of a credential where it points at one (see `Entry.of_one`).
TOPIC_OF_ONE: dict[str, OfOne] = {
    "definition": "definition",
    "what must be stated": "definition",
    "MOOC certificate": "definition",
    "who assesses": "assessment",
}
TERM_OF_ONE: dict[str, OfOne] = {
    "Micro-credential": "definition",
    "Assessment": "assessment",
    "Assessor": "assessment",
}


@dataclass(frozen=True)
class Entry:
    """One thing that can be explained. `questions` are ways to ask for it; `names` what it is called elsewhere.

    `country` is set for a rule of one jurisdiction ("EU" for the European Union); `date` is the rule's, ISO 8601,
    `None` where the source shows none. An article with a `topic` gives way to a rule on it where the place is known.
    `of_one` is what the same question asks when it points at one credential ("is this a micro-credential?"). A "gap"
    says that no rule of a jurisdiction was found on a topic, and so names no source.
    """

    id: str
    kind: Kind
    title: str
    answer: str
    sources: tuple[str, ...]
    questions: tuple[str, ...]
    country: str | None = None
    date: str | None = None
    topic: str | None = None
    names: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    of_one: OfOne | None = None


def _lines(name: str) -> Iterator[dict[str, Any]]:
    with open(DATA / name, encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def _articles() -> Iterator[Entry]:
    for row in _lines("knowledge.jsonl"):
        yield Entry(
            id=row["id"],
            kind="article",
            title=row["title"],
            answer=row["answer"],
            sources=tuple(row["sources"]),
            questions=(row["title"], *row["questions"]),
            topic=row["topic"],
            related=tuple(row["related"]),
            of_one=row.get("of_one"),
        )


def _rules() -> Iterator[Entry]:
    for row in _lines("framework_rules.jsonl"):
        place, topic = PLACES[row["country"]], row["topic"]
        yield Entry(
            id=f"{row['country']}: {topic}",
            kind="rule",
            title=f"{topic[:1].upper()}{topic[1:]} in {place}",
            answer=row["says"],
            sources=tuple(row["sources"]),
            questions=TOPIC_QUESTIONS[topic],
            country=row["country"],
            date=row["date"],
            topic=topic,
            of_one=TOPIC_OF_ONE.get(topic),
        )


def _gaps() -> Iterator[Entry]:
    known = {(row["country"], row["topic"]) for row in _lines("framework_rules.jsonl")}
    for code, place in PLACES.items():
        for topic in RULE_TOPICS:
            if (code, topic) not in known:
                yield Entry(
                    id=f"{code}: no rule on {topic}",
                    kind="gap",
                    title=f"{topic[:1].upper()}{topic[1:]} in {place}",
                    answer=f"We found no rule on this for {place}: {topic}. Ask the provider.",
                    sources=(),
                    questions=TOPIC_QUESTIONS[topic],
                    country=code,
                    topic=topic,
                )


def _terms() -> Iterator[Entry]:
    for row in rows("glossary.csv"):
        yield Entry(
            id=f"term: {row['term']}",
            kind="term",
            title=row["term"],
            answer=f"{row['term']}: {row['meaning']}",
            sources=(row["source"],),
            questions=(f"What is {row['term']}?",),
            names=tuple(name for name in (row["japanese"], row["malay"]) if name),
            of_one=TERM_OF_ONE.get(row["term"]),
        )


ENTRIES = {entry.id: entry for entry in (*_articles(), *_rules(), *_gaps(), *_terms())}


def rules_of(country: str, topic: str | None = None) -> tuple[Entry, ...]:
    """Return the rules of a jurisdiction (ISO 3166-1, or "EU"), all or those on one topic."""
    rules = (entry for entry in ENTRIES.values() if entry.kind == "rule" and entry.country == country)
    return tuple(entry for entry in rules if topic is None or entry.topic == topic)


def rules_and_gaps(country: str) -> tuple[Entry, ...]:
    """Return what is known of each of RULE_TOPICS in a jurisdiction, in order; a gap where no rule was found."""
    return tuple(
        next(entry for entry in ENTRIES.values() if entry.country == country and entry.topic == topic)
        for topic in RULE_TOPICS
    )
