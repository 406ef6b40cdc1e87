"""`cairn skills`: what a role asks for, what is missing, and the fewest credentials that close the gap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cairn.common import catalogue_option, json_option, load_recommender, print_json, settings_for

if TYPE_CHECKING:
    from recommender.skill_gap import Cover, SkillGap

UNITS = {"credentials": "{:g} credentials", "cost": "{:.0f} EUR (approximate)", "hours": "{:g} hours"}


@click.command()
@click.argument("role")
@click.option("--have", multiple=True, metavar="SKILL", help="A skill held already; may be given several times.")
@catalogue_option
@json_option
def skills(role: str, have: tuple[str, ...], catalogue: Path | None, as_json: bool) -> None:
    """Say which skills a ROLE needs, which are missing, and the smallest sets of credentials that name them."""
    from recommender.occupations import occupation_of
    from recommender.skill_gap import skill_gap

    if occupation_of(role) is None:  # before the model is loaded
        raise click.UsageError(f"no occupation of the table is called {role!r}; try its common English title.")
    gap = skill_gap(load_recommender(settings_for(catalogue)), role, have)
    assert gap is not None
    if as_json:
        print_json(_as_json(gap))
    else:
        click.echo(_in_words(gap))


def _as_json(gap: SkillGap) -> dict[str, Any]:
    return {
        "occupation": gap.occupation.title,
        "isco": gap.occupation.code,
        "onet_soc": gap.occupation.soc or None,
        "essential": list(gap.occupation.essential_skills),
        "useful": list(gap.occupation.useful_skills),
        "held": list(gap.held),
        "missing": list(gap.missing),
        "named_by": {skill: [item.id for item in found] for skill, found in gap.named_by.items()},
        "smallest": {
            cover.measure: {
                "credentials": [item.id for item in cover.credentials],
                "total": cover.total,
                "not_covered": list(cover.open),
            }
            for cover in gap.covers
        },
    }


def _in_words(gap: SkillGap) -> str:
    job = gap.occupation
    codes = f"ISCO-08 {job.code}" + (f", O*NET-SOC {job.soc}" if job.soc else "")
    lines = [f"{job.title} ({codes})"]
    lines.append(
        f"Essential: {', '.join(job.essential_skills)}. Useful: {', '.join(job.useful_skills) or 'none listed'}."
    )
    lines.append(f"Held: {', '.join(gap.held) or 'none'}. Missing: {', '.join(gap.missing) or 'none'}.")
    for cover in gap.covers:
        titles = "; ".join(item.title for item in cover.credentials)
        lines.append(f"Least by {cover.measure}: {UNITS[cover.measure].format(cover.total)}: {titles}.{_open(cover)}")
    return "\n".join(lines)


def _open(cover: Cover) -> str:
    stated = "" if cover.measure == "credentials" else f" with stated {cover.measure}"
    return f" Nothing{stated} names: {', '.join(cover.open)}." if cover.open else ""
