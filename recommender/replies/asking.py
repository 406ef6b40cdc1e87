"""Questions about results and about credentials at large: to the record where one is meant, else to what is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from catalogue.knowledge import ENTRIES, OfOne
from catalogue.records import Credential
from recommender.answers import KnowledgeAnswer, place_named
from recommender.award_wish import named_award
from recommender.prior_learning import evidence_sheet
from recommender.profile import Intent
from recommender.references import described, only_points, points_at_one
from recommender.replies import explaining, facts
from recommender.replies.next_steps import MEANT, ways_on
from recommender.replies.table_words import in_english, levels_told
from recommender.replies.turn import Draft, Turn
from recommender.table_answers import answer_from_tables

MAX_SOURCES = 2
MAX_ROWS = 3
# What a question of each intent asks where its own words are not known, as the knowledge entries put it.
ASKED_AT_LARGE: dict[Intent, str] = {
    "prior_learning": "Can I get credit for experience?",
    "explain_trust": "Who checks that micro-credentials are any good?",
    "explain_stacking": "What does it mean that micro-credentials stack?",
    "explain_level": "What is a level on a qualifications framework?",
}
# What explains one credential where a question at large points at one ("is this a micro-credential?").
OF_ONE: dict[OfOne, Callable[[Turn, Credential], Draft]] = {
    "definition": explaining.explain_definition,
    "assessment": explaining.explain_assessment,
}
_MICRO_CREDENTIAL = re.compile(r"mi[ck]ro-?\s?(?:cred|cr[ée]d|kred|kelayakan|certif|nachweis)|マイクロ", re.IGNORECASE)
# The award in "does this count towards your MBA?".
_AWARD = re.compile(
    r"\b(?:towards?|into|accepted for|credits? for|count for|left for)\s(.{3,80}?)(?:[?.!,]| after\b|$)", re.I
)


def about_match(turn: Turn) -> Draft:
    """Answer why a result was picked, or what it contains, costs or asks for."""
    return (
        _unknown_number(turn)
        or _none_like_that(turn)
        or _of_one(turn)
        or _of(turn, explaining.explain_match)
        or general(turn)
    )


def about_kind(turn: Turn) -> Draft:
    """Answer what a word means, or whether a result that is pointed at is a micro-credential."""
    return _unknown_number(turn) or _of_one(turn) or general(turn)


def about_level(turn: Turn) -> Draft:
    """Answer what a level means: that of a result that is pointed at, the one that is named, or that of the focus."""
    points = turn.references.is_explicit and turn.references.credentials
    if not points and answer_from_tables(turn.message, turn.profile.country):
        return general(turn)
    return _unknown_number(turn) or _of(turn, explaining.explain_level) or general(turn)


def about_stacking(turn: Turn) -> Draft:
    """Answer what a result counts towards, or what counts towards an award that is named."""
    if refused := _unknown_number(turn):
        return refused
    named = _AWARD.search(turn.message)
    if turn.spoken_of is not None:
        return explaining.explain_stacking(turn, turn.spoken_of, named[1] if named else "")
    if named and turn.parts.graph.awards_like(named[1], 1):
        return explaining.explain_stacking_into(turn, named[1])
    if (award := named_award(turn.message, turn.parts.graph)) is not None:
        return explaining.explain_stacking_into(turn, award.key)
    return general(turn)


def about_trust(turn: Turn) -> Draft:
    """Answer who stands behind a result; a question about credentials at large goes to what is known of them."""
    if refused := _unknown_number(turn):
        return refused
    if asked := _of_one(turn):
        return asked
    known = _known(turn)
    if turn.spoken_of is None or (known.known and not turn.references.is_explicit and turn.now.focus is None):
        return _told(turn, known)
    draft = explaining.explain_trust(turn, turn.spoken_of)
    if place_named(turn.message)[0] and known.known:
        return replace(draft, paragraphs=(*draft.paragraphs, *_told(turn, known).paragraphs))
    return draft


def prior_learning(turn: Turn) -> Draft:
    """Say how earlier learning may count, with what the learner said set beside the outcomes of the result meant."""
    draft = general(turn)
    if (credential := turn.spoken_of) is None:
        return draft
    return replace(draft, paragraphs=(*draft.paragraphs, *_evidence(turn, credential)))


def general(turn: Turn) -> Draft:
    """Answer from the framework tables and the knowledge entries, or say that we do not know."""
    return _told(turn, _known(turn))


def _known(turn: Turn) -> KnowledgeAnswer:
    """Return the answer to the message; where its words are not known, the answer to what its intent asks at large."""
    country = turn.profile.country
    answer = turn.parts.answerer.answer(turn.message, country)
    at_large = ASKED_AT_LARGE.get(turn.intent)
    if turn.intent == "define" and _MICRO_CREDENTIAL.search(turn.message):
        at_large = "What is a micro-credential?"
    return answer if answer.known or at_large is None else turn.parts.answerer.answer(at_large, country)


def _told(turn: Turn, answer: KnowledgeAnswer) -> Draft:
    text = _answer_text(turn, answer) if answer.known else turn.say("does_not_know")
    sources = [facts.plain(source, limit=500) for source in answer.sources[:MAX_SOURCES]]
    told = [f"{turn.say('name_source')}: {' ; '.join(sources)}"] if sources else []
    return Draft((text, *told), next_steps=_ways_on(turn))


def _answer_text(turn: Turn, answer: KnowledgeAnswer) -> str:
    """Return what was found: figures of a table in the learner's language, an article as it is, marked as English."""
    if turn.language == "en":
        return _lines(answer.text)
    if answer.table is None:
        return turn.say("in_english", text=_lines(answer.text))
    if not answer.table.levels:
        return in_english(turn, answer.text, limit=2000)
    return levels_told(turn, answer.table)


def _lines(text: str) -> str:
    """Return an answer's lines safe to show; its own list marks stay."""
    shown = [("- " if line.startswith("- ") else "", line.removeprefix("- ")) for line in text.splitlines()]
    return "\n".join(f"{mark}{facts.plain(line, limit=2000)}" for mark, line in shown)


def _evidence(turn: Turn, credential: Credential) -> list[str]:
    """Return the outcomes that the learner's words may prove, and what the provider's page says of proof."""
    sheet = evidence_sheet(credential, turn.profile, turn.parts.recommender.encoder)
    rows = [
        f"- {turn.say('prior_row', outcome=facts.plain(row.outcome), said=facts.plain(row.learner))}"
        for row in sheet.rows
        if row.learner
    ][:MAX_ROWS]
    head = turn.say("prior_head", title=facts.title(credential))
    return ["\n".join([head, *rows])] if rows else []


def _of_one(turn: Turn) -> Draft | None:
    """Return the answer of the one result that is pointed at, `None` where the question is about none or at large."""
    credential = turn.spoken_of
    if credential is None or not (turn.references.is_explicit or points_at_one(turn.message)):
        return None
    nearest = next(iter(_known(turn).entry_ids), None)
    kind = ENTRIES[nearest].of_one if nearest else None
    return OF_ONE[kind](turn, credential) if kind else None


def _of(turn: Turn, explain: Callable[[Turn, Credential], Draft]) -> Draft | None:
    return explain(turn, turn.spoken_of) if turn.spoken_of is not None else None


def _unknown_number(turn: Turn) -> Draft | None:
    """Say that the list has no such number, where only numbers beyond it were named."""
    if turn.references.credentials or not turn.references.missing or not turn.now.shown:
        return None
    n = len(turn.now.shown)
    lines = [turn.say("no_such_number", number=number, n=n) for number in turn.references.missing]
    return Draft(tuple(lines), next_steps=(turn.say("step_why"), turn.say("step_save")))


def _none_like_that(turn: Turn) -> Draft | None:
    """Say that no result is what the message describes ("that nursing one"), where it only points."""
    words = described(turn.message)
    if words is None or turn.references.is_explicit or not turn.now.shown or not only_points(turn.message):
        return None
    return Draft((turn.say("none_like_that", words=facts.plain(words)),), next_steps=ways_on(turn))


def _ways_on(turn: Turn) -> tuple[str, ...]:
    """Return a related question, and the way to results or back to them."""
    related = ("step_why", "step_stacking", "step_prior", "step_plan")
    if not turn.now.shown:
        related = ("step_define", "step_prior", "step_convert", "step_help")
    steps = [turn.say(key) for key in related if MEANT[key] != turn.intent]
    return tuple(steps[:3]) if turn.now.shown else (turn.say("step_goal_data"), *steps[:2])
