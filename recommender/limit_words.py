"""Say of each stated limit whether one record keeps it, breaks it or leaves it open, with the fact that decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from catalogue.definition import assess
from catalogue.money import convert_money, format_money
from catalogue.records import Credential, Money
from catalogue.store import Catalogue
from recommender.limits import breaches
from recommender.profile import LearnerProfile


@dataclass(frozen=True)
class LimitCheck:
    """`kept` is `None` where the record does not state the fact; `says` is one sentence on it."""

    slot: str
    kept: bool | None
    says: str


def limit_checks(credential: Credential, profile: LearnerProfile) -> list[LimitCheck]:
    """Return one check per limit that the learner stated, in the order of the profile's slots."""
    broken = breaches(profile, Catalogue([credential])).get(credential.id, ())
    checks = []
    for slot, fact in FACTS.items():
        if not getattr(profile, slot):
            continue
        slot = "mode" if slot == "avoid_mode" else slot
        stated = fact(credential, profile)
        kept = None if stated is None and slot not in broken else slot not in broken
        checks.append(LimitCheck(slot, kept, _sentence(slot, kept, stated or NOTHING_STATED[slot], profile)))
    return list({check.slot: check for check in checks}.values())


def _sentence(slot: str, kept: bool | None, stated: str, profile: LearnerProfile) -> str:
    asked = ASKED[slot](profile)
    if kept is None:
        return f"{NOTHING_STATED[slot]}: whether it is {asked} cannot be checked."
    return f"{stated}: {asked}, as you asked." if kept else f"{stated}, but you asked for: {asked}."


def _price(credential: Credential, profile: LearnerProfile) -> str | None:
    """Return the stated price, with what it comes to in the currency of the budget."""
    if credential.cost is None:
        return None
    if credential.cost.amount == 0:
        return "Free of charge"
    wanted = profile.max_cost.currency if profile.max_cost else None
    price = f"Costs {format_money(credential.cost)}"
    if wanted in (None, credential.cost.currency):
        return price
    converted = convert_money(credential.cost, str(wanted))
    return f"{price}, {converted.in_words}" if converted else None


def _budget(profile: LearnerProfile) -> str:
    budget = profile.max_cost
    if budget is None:
        return "free of charge"
    if budget.currency is None:
        return f"at most {budget.amount:g}"
    return f"at most {format_money(Money(amount=budget.amount, currency=budget.currency))}"


def _pace(credential: Credential, profile: LearnerProfile) -> str | None:
    """Return the stated hours a week; self-paced study has no pace of its own."""
    if credential.pacing == "self-paced" and credential.hours_total:
        return f"{credential.hours_total:g} hours in all at your own pace"
    if credential.hours_per_week:
        return f"{credential.hours_per_week:g} hours a week"
    if credential.hours_total and credential.duration_weeks:
        return f"{credential.hours_total:g} hours in {credential.duration_weeks:g} weeks"
    return None


def _weeks(credential: Credential, profile: LearnerProfile) -> str | None:
    """Return the weeks that count: stated, or of the stated hours at the learner's pace."""
    pace, hours, weeks = profile.max_hours_per_week, credential.hours_total, credential.duration_weeks
    if pace and hours and (weeks is None or credential.pacing == "self-paced"):
        return f"{hours:g} hours take {hours / pace:.3g} weeks at {pace:g} hours a week"
    return f"{weeks:g} weeks" if weeks else None


def _hours(credential: Credential, profile: LearnerProfile) -> str | None:
    return f"{credential.hours_total:g} hours in all" if credential.hours_total else None


def _level(credential: Credential, profile: LearnerProfile) -> str | None:
    level = credential.level
    return f"{level.framework} level {level.value}" if level and level.value else None


def _level_wanted(profile: LearnerProfile) -> str:
    level = profile.level
    if level is None:
        return ""
    bounds = [f"{word} {bound:g}" for word, bound in (("from", level.min), ("to", level.max)) if bound is not None]
    return " ".join([level.framework or "", "level", *bounds]).strip()


def _assessed(credential: Credential, profile: LearnerProfile) -> str | None:
    return f"Assessed by {', '.join(credential.assessment)}" if credential.assessment else None


def _spoken(credential: Credential, profile: LearnerProfile) -> str | None:
    return f"Taught in {_languages(credential.languages)}" if credential.languages else None


def _languages(codes: tuple[str, ...]) -> str:
    """Return languages by name, a code that has none as it is."""
    names = []
    for code in codes:
        try:
            names.append(Locale.parse(code, sep="-").get_display_name("en") or code)
        except (ValueError, UnknownLocaleError):
            names.append(code)
    return ", ".join(names)


def _offered(credential: Credential, profile: LearnerProfile) -> str | None:
    names = [name for name in (credential.provider, credential.platform) if name]
    return f"Offered by {', '.join(names)}" if names else None


def _leads_to(credential: Credential, profile: LearnerProfile) -> str | None:
    return f"Counts towards {credential.stacks_into[0].title}" if credential.stacks_into else None


def _verdict(credential: Credential, profile: LearnerProfile) -> str | None:
    verdict = assess(credential)
    return None if verdict.is_micro_credential == "cannot tell" else verdict.in_words.rstrip(".")


FACTS: dict[str, Callable[[Credential, LearnerProfile], str | None]] = {
    "free_only": _price,
    "max_cost": _price,
    "max_hours_per_week": _pace,
    "max_weeks": _weeks,
    "max_hours": _hours,
    "mode": lambda credential, profile: f"Taught {credential.mode}" if credential.mode else None,
    "avoid_mode": lambda credential, profile: f"Taught {credential.mode}" if credential.mode else None,
    "pacing": lambda credential, profile: credential.pacing.capitalize() if credential.pacing else None,
    "languages": _spoken,
    "level": _level,
    "avoid_assessment": _assessed,
    "providers": _offered,
    "avoid_providers": _offered,
    "must_stack": _leads_to,
    "must_be_micro_credential": _verdict,
}
NOTHING_STATED = {
    "free_only": "Cost not stated",
    "max_cost": "Cost not stated",
    "max_hours_per_week": "Hours a week not stated",
    "max_weeks": "Length in weeks not stated",
    "max_hours": "Hours not stated",
    "mode": "Online or in person not stated",
    "pacing": "Pace not stated",
    "languages": "Language not stated",
    "level": "Level not stated",
    "avoid_assessment": "Assessment not stated",
    "providers": "Provider not stated",
    "avoid_providers": "Provider not stated",
    "must_stack": "No stacking route is stated",
    "must_be_micro_credential": "Too little is stated to say whether it is a micro-credential",
}
ASKED: dict[str, Callable[[LearnerProfile], str]] = {
    "free_only": lambda profile: "free of charge",
    "max_cost": _budget,
    "max_hours_per_week": lambda profile: f"at most {profile.max_hours_per_week:g} hours a week",
    "max_weeks": lambda profile: f"at most {profile.max_weeks:g} weeks",
    "max_hours": lambda profile: f"at most {profile.max_hours:g} hours",
    "mode": lambda profile: f"not {profile.avoid_mode}" if profile.avoid_mode else str(profile.mode),
    "pacing": lambda profile: str(profile.pacing),
    "languages": lambda profile: f"in {_languages(profile.languages)}",
    "level": _level_wanted,
    "avoid_assessment": lambda profile: f"without {' or '.join(profile.avoid_assessment)}",
    "providers": lambda profile: f"from {' or '.join(profile.providers)}",
    "avoid_providers": lambda profile: f"not from {' or '.join(profile.avoid_providers)}",
    "must_stack": lambda profile: "counting towards a larger award",
    "must_be_micro_credential": lambda profile: "a micro-credential",
}
