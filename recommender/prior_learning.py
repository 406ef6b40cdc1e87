"""Use what a learner already holds or can do: recognise held credentials, and set evidence beside each outcome."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from catalogue.records import Credential
from embeddings.encoder import Encoder
from recommender.award_names import same_provider, words
from recommender.profile import Held, LearnerProfile

# Word-order-free likeness (0 to 100) of two titles; below it they are taken for two credentials.
SAME_TITLE = 88.0
# How far ahead of the next credential a match must be, so that "Part 1" is not taken for "Part 2".
CLEARLY_AHEAD = 3.0
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
# Cosine similarity from which a learner's words may prove an outcome. Read on 385 pairs of learners' statements and the
# default catalogue's outcomes: from 0.50 most pairs speak of one thing, below 0.45 few do.
MAY_PROVE = 0.50
MAX_READ = 2_000  # characters of a message in which held credentials are looked for
_I_HOLD = re.compile(
    r"\bI(?:'ve|’ve| have)?(?: already| just| also)* (?:have|hold|held|did|do have|done|completed|finished|passed|"
    r"earned|took|taken|got|gained)\b(?: already)? (?P<held>[^.?!;\n]*(?:\.(?=\S)[^.?!;\n]*)*)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:the|my|a|an|both|course|courses|badge|certificate|credential|micro-?credential|called|in|already|have|done|"
    r"completed|finished|passed|earned)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Recognised:
    """Something held that is a credential of the catalogue; `likeness` is 0 to 100, `may_be` lists equals in doubt."""

    held: Held
    credential: str | None
    likeness: float
    may_be: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidenceRow:
    """One learning outcome, what the learner said that may prove it, and how close that is (cosine, -1 to 1)."""

    outcome: str
    learner: str | None
    strength: float | None


@dataclass(frozen=True)
class EvidenceSheet:
    """A credential's outcomes beside the learner's own words, to take to an assessor.

    `by_evidence` is true where the credential is earned by evidence, so that study may not be needed at all.
    """

    credential: Credential
    rows: tuple[EvidenceRow, ...]
    by_evidence: bool
    note: str

    def as_text(self) -> str:
        """Return the sheet as Markdown with room for the assessor."""
        lines = [f"# Evidence sheet: {self.credential.title}", "", self.note, ""]
        lines += ["| Learning outcome | What you said that may prove it | Assessor |", "| --- | --- | --- |"]
        lines += [f"| {_cell(row.outcome)} | {_cell(row.learner or '(nothing yet)')} | |" for row in self.rows]
        if self.credential.source_url:
            lines += ["", f"Outcomes as stated at {self.credential.source_url}"]
        return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def recognise(held: Held, credentials: Iterable[Credential]) -> Recognised:
    """Return the credential that something held is, by title and provider; none where two are equally like it."""
    matches = _likeness(held, list(credentials))
    if not matches:
        return Recognised(held, None, 0.0)
    best, likeness = matches[0]
    rivals = tuple(other for other, score in matches[1:] if likeness - score < CLEARLY_AHEAD)
    if rivals:
        return Recognised(held, None, likeness, (best, *rivals))
    return Recognised(held, best, likeness)


def _likeness(held: Held, credentials: Sequence[Credential]) -> list[tuple[str, float]]:
    """Return (id, likeness) of the credentials that may be meant, most alike first."""
    possible = [item for item in credentials if same_provider(held.provider, item.provider)]
    exact = [item.id for item in possible if item.id == held.title or words(item.title) == words(held.title)]
    if exact:
        return [(name, 100.0) for name in exact]
    titles = {item.id: item.title.casefold() for item in possible}
    found = process.extract(held.title.casefold(), titles, scorer=fuzz.token_sort_ratio, score_cutoff=SAME_TITLE)
    return [(name, score) for _, score, name in found if _same_numbers(held.title, titles[name])]


def _same_numbers(one: str, other: str) -> bool:
    """Return whether two titles carry the same numbers: "Part 1" is "Part I" and never "Part 2"."""
    numbers = [{ROMAN.get(word, word) for word in words(text)} for text in (one, other)]
    first, second = ({word for word in found if not word.isalpha()} for found in numbers)
    return first == second


def held_ids(profile: LearnerProfile, credentials: Iterable[Credential]) -> dict[str, str | None]:
    """Return the ids of the credentials that a learner holds, each with its ISO date where they said it."""
    catalogue = list(credentials) if profile.held else []
    found = [recognise(item, catalogue) for item in profile.held]
    return {match.credential: match.held.date for match in found if match.credential is not None}


def held_in(message: str, credentials: Iterable[Credential]) -> tuple[Held, ...]:
    """Return the catalogue's credentials that a learner says they hold: "I have done Climate.now at Helsinki"."""
    found: dict[str, Held] = {}
    said = [part for match in _I_HOLD.finditer(message[:MAX_READ]) for part in re.split(r",| and ", match["held"])]
    said += [
        match["held"] for match in _I_HOLD.finditer(message[:MAX_READ])
    ]  # a title may have a comma or "and" itself
    catalogue = list(credentials) if said else []
    for part in said:
        words_said = _LEAD.sub("", part.strip(" '\"“”"))
        title, _, provider = words_said.partition(" from ") if " from " in words_said else words_said.partition(" at ")
        for held in (Held(title=title.strip(), provider=provider.strip() or None), Held(title=words_said)):
            record = recognise(held, catalogue).credential if len(words(held.title)) > 1 else None
            if record is not None:
                meant = next(item for item in catalogue if item.id == record)
                found[record] = Held(title=meant.title, provider=meant.provider)
                break
    return tuple(found.values())


def statements(profile: LearnerProfile) -> tuple[str, ...]:
    """Return what a learner said that they can do, do or hold, each once."""
    said = [*profile.current_skills, *(item.title for item in profile.held)]
    said += [f"work as {profile.current_role}"] if profile.current_role else []
    return tuple(dict.fromkeys(said))


def evidence_sheet(credential: Credential, profile: LearnerProfile, encoder: Encoder) -> EvidenceSheet:
    """Return each learning outcome beside the learner's words that may prove it best, where any come close."""
    said = statements(profile)
    rows = [EvidenceRow(outcome, None, None) for outcome in credential.outcomes]
    if said and rows:
        vectors = encoder.encode_queries([*said, *credential.outcomes])
        likeness = vectors[: len(said)] @ vectors[len(said) :].T
        best = np.argmax(likeness, axis=0)
        for column, row in enumerate(best):
            strength = float(likeness[row, column])
            if strength >= MAY_PROVE:
                rows[column] = EvidenceRow(credential.outcomes[column], said[row], strength)
    return EvidenceSheet(credential, tuple(rows), credential.evidence_based, _note(credential, said))


def _note(credential: Credential, said: Sequence[str]) -> str:
    if not credential.outcomes:
        return "The source states no learning outcomes; ask the provider for them before you collect evidence."
    if credential.evidence_based:
        start = "This one is earned by evidence: you may be able to prove it instead of studying it."
    else:
        start = "Ask the provider whether it recognises prior learning; its page does not say so here."
    return start if said else f"{start} Tell me what you can already do, and I will put it beside each outcome."


def prove_instead(credential: Credential) -> str | None:
    """Return the offer to prove a credential instead of studying for it, `None` where it is not earned by evidence."""
    if not credential.evidence_based:
        return None
    return f"You may be able to prove {credential.title} instead of studying it: it is earned by evidence."
