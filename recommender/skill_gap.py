"""What a target role asks for: skills needed, held and missing, and the fewest credentials that close the gap.

The way goes from the words to an occupation and from there to its skills: text linked straight to skills finds little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from catalogue.money import convert_money
from catalogue.records import Credential
from recommender.award_names import words
from recommender.explanation import coverage
from recommender.occupations import Occupation
from recommender.recommender import Recommender

NEAREST = 8  # credentials that are read closely for each missing skill
# Cosine similarity from which a record's words name a skill without its own words: higher than for one reason among
# several, since a whole plan rests on it ("self-care" is not "personal care").
SURE = 0.80
CURRENCY = "EUR"  # prices are compared in it


@dataclass(frozen=True)
class Cover:
    """Credentials that together name as many missing skills as any can, least by `measure`.

    `measure` is "credentials", "cost" (EUR, by the dated rates) or "hours"; `total` is in its unit. `open` are skills
    that nothing with a stated measure names.
    """

    measure: str
    credentials: tuple[Credential, ...]
    total: float
    open: tuple[str, ...]


@dataclass(frozen=True)
class SkillGap:
    """The skills of an occupation: `essential` and `useful`; which are `held`; what is `missing`, essential first.

    `named_by` has for each missing skill the credentials that name it.
    """

    occupation: Occupation
    held: tuple[str, ...]
    missing: tuple[str, ...]
    named_by: Mapping[str, tuple[Credential, ...]]
    covers: tuple[Cover, ...]


def skill_gap(recommender: Recommender, role: str, held: Iterable[str]) -> SkillGap | None:
    """Return what a role asks for against the skills held; `None` where no occupation of the table is meant."""
    occupation = recommender.occupations.called(role)
    if occupation is None:
        return None
    needed = (*occupation.essential_skills, *occupation.useful_skills)
    own = {skill.casefold().strip() for skill in held}
    missing = tuple(skill for skill in needed if skill.casefold() not in own)
    named_by = _named_by(recommender, missing)
    covers = tuple(
        found for name, amount in MEASURES.items() if (found := _smallest(name, amount, missing, named_by)) is not None
    )
    return SkillGap(occupation, tuple(skill for skill in needed if skill not in missing), missing, named_by, covers)


def _named_by(recommender: Recommender, skills: Sequence[str]) -> dict[str, tuple[Credential, ...]]:
    """Return for each skill the credentials whose title, skills or outcomes name it, nearest first."""
    if not skills:
        return {}
    encoder, retriever = recommender.encoder, recommender.retriever
    nearness = encoder.encode_queries(skills) @ retriever.vectors.T
    rows = {int(row) for order in np.argsort(-nearness, axis=1, kind="stable")[:, :NEAREST] for row in order}
    everything = list(recommender.catalogue)
    named: dict[str, list[tuple[float, str, Credential]]] = {skill: [] for skill in skills}
    for row in sorted(rows):
        credential = everything[row]
        for found, near in zip(coverage(credential, skills, encoder), nearness[:, row], strict=True):
            if found.record and (found.strength >= SURE or set(words(found.skill)) <= set(words(found.record))):
                named[found.skill].append((-float(near), credential.id, credential))
    return {skill: tuple(item for _, _, item in sorted(rows, key=lambda row: row[:2])) for skill, rows in named.items()}


def _smallest(
    measure: str,
    amount: Callable[[Credential], float | None],
    missing: Sequence[str],
    named_by: Mapping[str, Sequence[Credential]],
) -> Cover | None:
    """Return the set of credentials with the least total that names every skill that any of them can; exact."""
    every = {item.id: item for found in named_by.values() for item in found}
    amounts = {name: value for name, item in sorted(every.items()) if (value := amount(item)) is not None}
    ids = list(amounts)
    rows = {skill: [float(name in {item.id for item in named_by[skill]}) for name in ids] for skill in missing}
    closable = {skill: row for skill, row in rows.items() if any(row)}
    if not closable:
        return None
    # A little for each credential: of two sets with the same total the one of fewer is meant.
    costs = np.array([amounts[name] for name in ids]) + 1e-3
    must = LinearConstraint(np.array(list(closable.values())), lb=1)
    found = milp(costs, constraints=must, integrality=np.ones(len(ids)), bounds=Bounds(0, 1))
    chosen = [name for name, share in zip(ids, found.x, strict=True) if share > 0.5]
    total = sum(amounts[name] for name in chosen)
    return Cover(
        measure,
        tuple(every[name] for name in chosen),
        total,
        tuple(skill for skill in missing if skill not in closable),
    )


def _euros(credential: Credential) -> float | None:
    cost = credential.cost
    if cost is None or cost.amount == 0 or cost.currency == CURRENCY:
        return cost.amount if cost else None
    converted = convert_money(cost, CURRENCY)
    return converted.amount if converted else None


MEASURES: dict[str, Callable[[Credential], float | None]] = {
    "credentials": lambda credential: 1.0,
    "cost": _euros,
    "hours": lambda credential: credential.hours_total,
}
