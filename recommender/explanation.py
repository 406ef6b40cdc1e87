"""Say why a credential fits, in sentences that each trace to the record or to the learner's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from catalogue.frameworks import describe, level_rank
from catalogue.records import Credential
from embeddings.encoder import Encoder
from recommender.answer import Coverage, Evidence
from recommender.award_names import words
from recommender.learner_words import WISH_CUES, wish_sentences
from recommender.limit_words import LimitCheck
from recommender.profile import LearnerProfile
from recommender.ranking import held_level
from recommender.retrieval import told, wishes

# Cosine similarity from which two short phrases count as being about the same thing: a choice, not a measured value.
MIN_STRENGTH = 0.40
# Cosine similarity from which a title, skill or outcome without a skill's own words is still taken to name it. Read on
# 792 pairs: from 0.70 they name one thing, below it also neighbours ("digital marketing" and "digital finance").
NAMES_SKILL = 0.70
MAX_PAIRS = 3
CLAUSE = re.compile(r"\s*(?:[,;:()–—]| - | but | because | so that )\s*|\s*[.!?]+\s*")
# What opens a wish and says nothing of its subject.
OPENING = re.compile(
    r"^(?:(?:and|or|so|now|then|also|please|hi|hello|i|we|she|he|they|i'd|i'm|we'd|she'd|he'd|would|want|wants|need|needs|"
    r"like|love|to|learn|know|understand|think|thinking|about|looking|for|something|is|there|do|you|have|how|can|get|"
    r"getting|into|become|becoming|more|a|an|the|my|am|wish|hope|maybe|start|help|me|with|on)\s+)+",
    re.IGNORECASE,
)
PARTS_IN_WORDS = {
    "relevance": "it is closer to your words",
    "skills_gained": "it teaches more of the skills you want",
    "level_fit": "its level is the better next step",
    "workload_fit": "it leaves you more time",
    "cost_fit": "it costs less of your budget",
    "stacking": "it leads to the award you want",
    "within_reach": "it can be taken where you are",
    "trust": "more of it can be checked",
    "freshness": "its source is newer",
}


def claims(credential: Credential) -> list[tuple[str, str]]:
    """Return (field, text) for everything that a record says one learns."""
    outcomes = [("outcomes", text) for text in credential.outcomes]
    skills = [("skills", text) for text in credential.skills]
    return [*outcomes, *skills, ("title", credential.title)]


def phrases(profile: LearnerProfile) -> list[str]:
    """Return the learner's own phrases that say what is wanted: what was named, then the clauses of the wish."""
    clauses = CLAUSE.split(wish_sentences(told(profile)))
    subjects = [OPENING.sub("", clause).strip() for clause in clauses]
    named = wishes(profile)
    own = [subject for subject in subjects if len(subject.split()) >= 2 or len(subject) >= 6]
    if named:  # what else was said is a reason only where it says what is wanted, and not the same again
        own = [subject for subject in own if WISH_CUES.search(subject) and not _says_again(subject, named)]
    return list(dict.fromkeys([*named, *own]))


def _says_again(subject: str, named: Sequence[str]) -> bool:
    return any(wish.casefold() in subject.casefold() for wish in named)


def claim_vectors(credential: Credential, encoder: Encoder) -> np.ndarray:
    """Return one unit vector per claim of the record, in their order: (n_claims, dimension)."""
    return encoder.encode_queries([text for _, text in claims(credential)])


def evidence(credential: Credential, profile: LearnerProfile, encoder: Encoder) -> tuple[Evidence, ...]:
    """Return the pairs of learner's words and record's words that support the match, strongest first.

    Each of the record's claims and each of the learner's phrases stands in one pair at most.
    """
    said, claimed = phrases(profile), claims(credential)
    if not said:
        return ()
    similarity = encoder.encode_queries(said) @ claim_vectors(credential, encoder).T
    pairs: list[Evidence] = []
    while len(pairs) < MAX_PAIRS and (best := float(similarity.max())) >= MIN_STRENGTH:
        row, column = np.unravel_index(int(similarity.argmax()), similarity.shape)
        field, text = claimed[column]
        pairs.append(Evidence(said[row], text, field, best))
        similarity[row, :] = similarity[:, column] = -1.0
    return tuple(pairs)


def coverage(credential: Credential, wanted: Sequence[str], encoder: Encoder) -> list[Coverage]:
    """Return for each wanted skill the record's words that teach it, `None` where none of them does."""
    if not wanted:
        return []
    similarity = encoder.encode_queries(wanted) @ claim_vectors(credential, encoder).T
    claimed = claims(credential)
    found = []
    for skill, row in zip(wanted, similarity, strict=True):
        naming = [column for column, (_, text) in enumerate(claimed) if names_skill(text, skill, row[column])]
        best = max(naming, key=lambda column: row[column], default=None)
        strength = float(row.max() if best is None else row[best])
        found.append(Coverage(skill, None if best is None else claimed[best][1], strength))
    return found


def adds(credential: Credential, wanted: Sequence[str], profile: LearnerProfile, encoder: Encoder) -> tuple[str, ...]:
    """Return the skills of a record that are about none of the learner's words or wanted skills, in its order."""
    asked = [*phrases(profile), *wanted]
    if not asked or not credential.skills:
        return ()
    near = (encoder.encode_queries(credential.skills) @ encoder.encode_queries(asked).T).max(axis=1)
    return tuple(skill for skill, nearness in zip(credential.skills, near, strict=True) if nearness < MIN_STRENGTH)


def names_skill(text: str, skill: str, closeness: float) -> bool:
    """Return whether a record's text may be said to name a skill; `closeness` is their cosine similarity."""
    own = set(words(skill))
    return closeness >= NAMES_SKILL or (bool(own) and own <= set(words(text)))


def why(
    credential: Credential,
    pairs: Sequence[Evidence],
    covered: Sequence[Coverage],
    profile: LearnerProfile,
    added: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return the reasons, one sentence each: words answered, skills covered, not covered and added, step in level."""
    claim = {"outcomes": "you learn to: {}", "skills": "a skill it names: {}", "title": "its title: {}"}
    lines = [f"You said “{pair.learner}”; {claim[pair.field].format(pair.record)}." for pair in pairs]
    if not pairs:
        lines.append(
            f"Its description is close to what you wrote; its subject is {credential.subject or 'not stated'}."
        )
    if gained := [item.skill for item in covered if item.record]:
        lines.append(f"Of the skills you want it names: {', '.join(gained)}.")
    if missing := [item.skill for item in covered if not item.record]:
        lines.append(f"Its outcomes and skills do not mention: {', '.join(missing)}.")
    if added:
        lines.append(f"It adds, beyond what you asked: {', '.join(added)}.")
    if step := level_step(credential, profile):
        lines.append(step)
    return tuple(lines)


def level_step(credential: Credential, profile: LearnerProfile) -> str | None:
    """Return how its level compares with the highest one held, `None` where either is not known."""
    reached, own = held_level(profile), level_rank(credential.level) if credential.level else None
    info = describe(credential.level) if credential.level else None
    if reached is None or own is None or info is None:
        return None
    if own[1] < reached:
        return f"{info.label} stands below what you hold already."
    if own[0] <= reached:
        return f"{info.label} stands at about the level that you hold already."
    steps = own[0] - reached
    return (
        f"{info.label} is the next level up from what you hold."
        if steps == 1
        else (f"{info.label} is {steps:g} levels above what you hold, on the European scale.")
    )


def caveats(credential: Credential, checks: Sequence[LimitCheck], profile: LearnerProfile) -> tuple[str, ...]:
    """Return what the source does not state, first where a limit of the learner hangs on it."""
    open_limits = [check.says for check in checks if check.kept is None]
    told = " ".join(open_limits)
    missing = []
    if credential.cost is None:
        missing.append("Cost not stated.")
    if credential.hours_total is None:
        missing.append("Earned by evidence: no fixed hours." if credential.evidence_based else "Hours not stated.")
    if credential.duration_weeks is None:
        missing.append("Length in weeks not stated.")
    if credential.level is None or credential.level.value is None:
        missing.append("Level not stated.")
    if not credential.assessment:
        missing.append("Assessment not stated.")
    if credential.mode is None:
        missing.append("Online or in person not stated.")
    if credential.source_date is None:
        missing.append("The source shows no date.")
    if credential.mode == "in person" and credential.country and profile.country not in (None, credential.country):
        open_limits.append(f"Taught in person in {credential.country}; you are in {profile.country}.")
    return (*open_limits, *(line for line in missing if line.rstrip(".") not in told))


def contrast(parts: Mapping[str, float], next_parts: Mapping[str, float], next_title: str) -> str | None:
    """Return why one result stands above the next: the part of the score that makes most of the difference."""
    gains = {name: parts[name] - next_parts[name] for name in parts}
    name = max(gains, key=lambda part: gains[part])
    total = sum(parts.values()) - sum(next_parts.values())
    if gains[name] < 0.005 or total < 0.005:
        return f"It and “{next_title}” score nearly the same."
    return f"It stands above “{next_title}” mostly because {PARTS_IN_WORDS[name]} ({gains[name]:+.2f} of {total:+.2f})."
