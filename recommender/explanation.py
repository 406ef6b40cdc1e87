"""Say why a credential fits, in sentences that each trace to the record or to the learner's own words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from catalogue.records import Credential
from embeddings.encoder import Encoder
from recommender.answer import Evidence
from recommender.profile import LearnerProfile

MIN_STRENGTH = 0.35
MAX_PAIRS = 3


def evidence(credential: Credential, profile: LearnerProfile, encoder: Encoder) -> tuple[Evidence, ...]:
    """Return the pairs of learner's words and record's words that support the match, strongest first."""
    wishes = list(dict.fromkeys(filter(None, [*profile.goal_skills, profile.goal_role, profile.goal])))
    claims = [("outcomes", text) for text in credential.outcomes] + [("skills", text) for text in credential.skills]
    claims.append(("title", credential.title))
    if not wishes:
        return ()
    vectors = encoder.encode_queries([*wishes, *(text for _, text in claims)])
    similarity = vectors[: len(wishes)] @ vectors[len(wishes) :].T
    pairs = []
    for column in np.argsort(-similarity.max(axis=0), kind="stable"):
        row = int(similarity[:, column].argmax())
        field, text = claims[column]
        pairs.append(Evidence(wishes[row], text, field, float(similarity[row, column])))
    return tuple(pair for pair in pairs if pair.strength >= MIN_STRENGTH)[:MAX_PAIRS]


def why(credential: Credential, pairs: Sequence[Evidence]) -> tuple[str, ...]:
    """Return one sentence per pair; where none is strong enough, say what the match rests on instead."""
    if not pairs:
        return (f"Its description is close to what you wrote; its subject is {credential.subject or 'not stated'}.",)
    words = {"outcomes": "you learn to: {}", "skills": "a skill it names: {}", "title": "its title: {}"}
    return tuple(f"You said “{pair.learner}”; {words[pair.field].format(pair.record)}." for pair in pairs)


def stacking_lines(credential: Credential) -> tuple[str, ...]:
    """Return one sentence per larger award that the source names, or that none is stated."""
    lines = []
    for rule in credential.stacks_into:
        share = ""
        if rule.credits_awarded and rule.credits_total:
            share = f" ({rule.credits_awarded:g} of {rule.credits_total:g} credits)"
        elif rule.credits_awarded:
            share = f" ({rule.credits_awarded:g} credits; total not stated)"
        lines.append(f"Counts towards {rule.title}{share}" + (f", {rule.provider}." if rule.provider else "."))
    return tuple(lines) or ("No stacking route is stated by the source.",)


def caveats(credential: Credential) -> tuple[str, ...]:
    """Return what the source does not state, one short clause each."""
    missing = []
    if credential.cost is None:
        missing.append("Cost not stated.")
    if credential.hours_total is None:
        missing.append("Earned by evidence: no fixed hours." if credential.evidence_based else "Hours not stated.")
    if credential.duration_weeks is None:
        missing.append("Length in weeks not stated.")
    if credential.level is None:
        missing.append("Level not stated.")
    if not credential.assessment:
        missing.append("Assessment not stated.")
    if credential.mode is None:
        missing.append("Online or in person: not stated.")
    if credential.source_date is None:
        missing.append("The source shows no date.")
    return tuple(missing)
