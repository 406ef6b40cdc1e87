"""Is every reason true? Profiles by the thousand, and a checker that holds each sentence to the record.

The checker shares no code with `recommender.explanation`: it takes a sentence apart by its form, and looks up each part
in the record or in what the learner said. A sentence of a form that it does not know is an error too.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from babel import Locale
from rapidfuzz import fuzz

import catalogue
from catalogue.frameworks import describe, level_rank
from catalogue.money import convert_money, format_money
from catalogue.records import Credential
from evaluation.faithful_changes import false_firsts, overturn_is_false
from evaluation.random_profiles import profiles
from recommender.answer import Answer, Recommendation, SetAside
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.settings import Settings

FIELD_OF = {"you learn to": "outcomes", "a skill it names": "skills", "its title": "title"}
STACKING_RULES = (Path(catalogue.__file__).parent / "data" / "stacking-rules.jsonl").read_text("utf-8").splitlines()
SAME_AWARD = 85  # similarity (0 to 100) of two spellings of an award's title
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# What a sentence denies of the record, and the field that must then be empty.
DENIALS = {
    "Cost not stated": "cost",
    "Hours not stated": "hours_total",
    "Length in weeks not stated": "duration_weeks",
    "Assessment not stated": "assessment",
    "Online or in person not stated": "mode",
    "Pace not stated": "pacing",
    "Language not stated": "languages",
    "The source shows no date": "source_date",
    "Provider not stated": "provider",
    "Earned by evidence: no fixed hours": "hours_total",
}


@dataclass(frozen=True)
class Unfaithful:
    """A sentence that its record does not support."""

    credential: str
    sentence: str
    reason: str


def check(item: Recommendation, profile: LearnerProfile) -> Iterator[Unfaithful]:
    """Yield every sentence of a recommendation that neither record nor learner supports."""
    credential = item.credential
    for sentence in item.why:
        if reason := _why_is_false(sentence, credential, profile, item):
            yield Unfaithful(credential.id, sentence, reason)
    for sentence in (*item.limits, *item.caveats):
        if reason := _fact_is_false(sentence, credential, profile):
            yield Unfaithful(credential.id, sentence, reason)
    for sentence in item.stacking:
        if reason := _route_is_false(sentence, credential):
            yield Unfaithful(credential.id, sentence, reason)
    for cover in item.covers:
        if cover.record and cover.record not in (*credential.outcomes, *credential.skills, credential.title):
            yield Unfaithful(credential.id, cover.record, "not among what it teaches")
    for pair in item.evidence:
        if pair.record not in _texts(credential, pair.field):
            yield Unfaithful(credential.id, pair.record, f"not among its {pair.field}")
        if pair.learner not in _said(profile):
            yield Unfaithful(credential.id, pair.learner, "the learner never said so")
    if abs(sum(item.score_parts.values()) - item.score) > 1e-9 or min(item.score_parts.values()) < 0:
        yield Unfaithful(credential.id, str(item.score_parts), "the parts do not make the score")


def check_set_aside(item: SetAside, profile: LearnerProfile) -> Iterator[Unfaithful]:
    """Yield every sentence on a limit that the record does not support."""
    for sentence in re.split(r"(?<=\.) (?=[A-Z])", item.says):
        if not sentence.startswith("Without that") and (reason := _fact_is_false(sentence, item.credential, profile)):
            yield Unfaithful(item.credential.id, sentence, reason)


def check_changes(answer: Answer, profile: LearnerProfile, recommender: Recommender) -> Iterator[Unfaithful]:
    """Yield every claim on what would change the order, of a result or of the list, that does not hold."""
    above = None
    for item in answer.recommendations:
        fact = partial(_fact_is_false, credential=item.credential, profile=profile)
        for sentence in item.overturns:
            if reason := overturn_is_false(sentence, item, above, profile, recommender.settings.weights, fact):
                yield Unfaithful(item.credential.id, sentence, reason)
        above = item
    for claim, reason in false_firsts(answer, profile, lambda changed: recommender.recommend(changed, n_results=1)):
        yield Unfaithful(claim.credential.id, f"first with {claim.relaxation.slots} changed", reason)


def _why_is_false(sentence: str, credential: Credential, profile: LearnerProfile, item: Recommendation) -> str | None:
    """Return what is wrong with a reason for a match, `None` where all of it is supported."""
    if pair := re.fullmatch(r"You said “(.+)”; (you learn to|a skill it names|its title): (.+)\.", sentence, re.DOTALL):
        said, form, claim = pair.groups()
        if said not in _said(profile):
            return "the learner never said so"
        return None if claim in _texts(credential, FIELD_OF[form]) else f"not among its {FIELD_OF[form]}"
    if skills := re.fullmatch(r"Of the skills you want it names: (.+)\.", sentence):
        return None if skills[1] == ", ".join(one.skill for one in item.covers if one.record) else "not what it covers"
    if skills := re.fullmatch(r"Its outcomes and skills do not mention: (.+)\.", sentence):
        own = [set(text.casefold().split()) for text in (*credential.outcomes, *credential.skills, credential.title)]
        named = [one.skill for one in item.covers if not one.record]
        spoken = [skill for skill in named if any(set(skill.casefold().split()) <= words for words in own)]
        return f"it does mention {spoken}" if spoken or skills[1] != ", ".join(named) else None
    if skills := re.fullmatch(r"It adds, beyond what you asked: (.+)\.", sentence):
        return (
            None if item.adds and skills[1] == ", ".join(s for s in credential.skills if s in item.adds) else "not its"
        )
    if subject := re.fullmatch(r"Its description is close to what you wrote; its subject is (.+)\.", sentence):
        return None if subject[1] == (credential.subject or "not stated") else "another subject"
    return _step_is_false(sentence, credential, profile)


def _step_is_false(sentence: str, credential: Credential, profile: LearnerProfile) -> str | None:
    info = describe(credential.level) if credential.level else None
    own = level_rank(credential.level) if credential.level else None
    if info is None or own is None or not sentence.startswith(info.label):
        return "a form of sentence that the checker does not know, or a level that the record does not state"
    steps = re.search(r"is (\d+) levels above|(next level up)|(below)|(about the level)", sentence)
    return None if steps and profile.held else "no step can be told"


def _fact_is_false(sentence: str, credential: Credential, profile: LearnerProfile) -> str | None:
    """Return what is wrong with a sentence on a fact: a denial of something stated, a figure from nowhere, a word."""
    for opening, name in DENIALS.items():
        if sentence.startswith(opening):
            if name == "cost" and _price_has_no_rate(credential, profile):
                return None
            return f"its {name} is stated" if getattr(credential, name) else None
    if sentence.startswith("Level not stated"):
        return "its level is stated" if credential.level and credential.level.value else None
    if sentence.startswith("Hours a week not stated"):
        paced = credential.hours_per_week or (credential.duration_weeks and credential.hours_total)
        return "its pace is stated" if paced else None
    if strange := _figures(sentence) - _known_figures(credential, profile):
        return f"figures from nowhere: {sorted(strange)}"
    return _wording_is_false(sentence, credential)


def _route_is_false(sentence: str, credential: Credential) -> str | None:
    """Return what is wrong with a stacking sentence: an award that nobody names for it, or a figure from nowhere."""
    if sentence.startswith("No stacking route is stated"):
        return "its source names an award" if credential.stacks_into else None
    titles = [rule.title for rule in credential.stacks_into]
    lines = [line for line in STACKING_RULES if credential.id in line or any(title in line for title in titles)]
    awards = [*titles, *(json.loads(line).get("title") or "" for line in lines)]
    if not any(award and fuzz.partial_ratio(award, sentence) >= SAME_AWARD for award in awards):
        return f"it names none of {awards}"
    amounts = [(rule.credits_awarded, rule.credits_total) for rule in credential.stacks_into]
    known = {number for pair in amounts for number in pair if number} | _figures(" ".join((*lines, *titles)))
    known |= {float(int(part / whole * 100 + 0.5)) for part, whole in amounts if part and whole}
    members = [len(group.get("members", ())) + len(group.get("others", ())) for group in _groups(lines)]
    known |= {100 * number for number in known if number < 1} | {float(count) for count in members}
    strange = _figures(sentence) - known
    return f"figures from nowhere: {sorted(strange)}" if strange else None


def _groups(lines: Sequence[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        yield from json.loads(line).get("groups") or ()


def _wording_is_false(sentence: str, credential: Credential) -> str | None:
    """Return what is wrong with the words that a sentence takes from the record, `None` where it takes none."""
    names = [name for name in (credential.provider, credential.platform) if name]
    stated = {
        "Counts towards": [rule.title for rule in credential.stacks_into],
        "Assessed by": [", ".join(credential.assessment)],
        "Offered by": [", ".join(names)],
        "Taught": [str(credential.mode), f"in {_language_names(credential.languages)}"],
        "Free of charge": ["" if credential.is_free else "a price"],
    }
    for opening, wordings in stated.items():
        if sentence.startswith(opening):
            supported = any(
                sentence.removeprefix(opening).strip().startswith(words) for words in wordings if words != "None"
            )
            return None if supported else f"the record has only {wordings}"
    return None


def _language_names(codes: Sequence[str]) -> str:
    return ", ".join(str(Locale.parse(code, sep="-").get_display_name("en")) for code in codes)


def _price_has_no_rate(credential: Credential, profile: LearnerProfile) -> bool:
    wanted = profile.max_cost.currency if profile.max_cost else None
    return bool(credential.cost and wanted and convert_money(credential.cost, wanted) is None)


def _figures(sentence: str) -> set[float]:
    return {float(found.replace(",", "")) for found in NUMBER.findall(sentence)}


def _known_figures(credential: Credential, profile: LearnerProfile) -> set[float]:
    """Return every figure that a sentence may use: the record's, the learner's, and those worked out of the two."""
    texts = [*_all_texts(credential), profile.model_dump_json(exclude={"told", "goal"})]
    known = {figure for text in texts for figure in _figures(text)}
    for value in (credential.hours_total, credential.duration_weeks, credential.hours_per_week):
        if value:
            known |= {value, float(f"{value:g}")}
    if credential.hours_total and profile.max_hours_per_week:
        known.add(float(f"{credential.hours_total / profile.max_hours_per_week:.3g}"))
    if credential.cost:
        known |= _figures(format_money(credential.cost))
        budget = profile.max_cost
        if budget and budget.currency and (there := convert_money(credential.cost, budget.currency)):
            known |= _figures(there.in_words)
    return known


def _texts(credential: Credential, field: str) -> tuple[str, ...]:
    value = getattr(credential, field)
    return value if isinstance(value, tuple) else (value,)


def _all_texts(credential: Credential) -> list[str]:
    dumped = credential.model_dump(mode="json")
    rules = [text for rule in dumped["stacks_into"] for text in rule.values() if text]
    return [str(value) for value in (*dumped.values(), *rules) if value]


def _said(profile: LearnerProfile) -> str:
    wishes = [profile.told, profile.goal, profile.goal_role, *profile.goal_skills, profile.stack_into]
    return "\n".join(wish for wish in wishes if wish)


def main(n: int = 2000) -> None:
    """Check the answers to `n` profiles over the default catalogue and print what does not hold."""
    recommender = Recommender.load(Settings.from_environment())
    shown, aside, changes, errors = 0, 0, 0, []
    for profile in profiles(recommender.catalogue, n):
        answer = recommender.recommend(profile)
        shown, aside = shown + len(answer.recommendations), aside + len(answer.set_aside)
        errors += [error for item in answer.recommendations for error in check(item, profile)]
        errors += [error for item in answer.set_aside for error in check_set_aside(item, profile)]
        changes += len(answer.would_be_first) + sum(len(item.overturns) for item in answer.recommendations)
        errors += check_changes(answer, profile, recommender)
    print(f"{n} profiles, {shown} results, {aside} set aside and {changes} claims on what would change the order:")
    print(f"{len(errors)} unsupported statements.")
    for error in errors[:20]:
        print(f"{error.credential}: {error.sentence!r}: {error.reason}.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
