"""`cairn skills`: what a role asks for, what is missing, and what closes the gap. `cairn esco`: more such roles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cairn.common import FILE, OUT, catalogue_option, json_option, load_recommender, print_json, settings_for

if TYPE_CHECKING:
    from recommender.skill_gap import Cover, SkillGap

UNITS = {"credentials": "{:g} credentials", "cost": "{:.0f} EUR (approximate)", "hours": "{:g} hours"}


@click.command()
@click.argument("role")
@click.option("--have", multiple=True, metavar="SKILL", help="A skill held already; may be given several times.")
@click.option("--occupations", "table", type=FILE, help="A table that `cairn esco` wrote, instead of Cairn's own.")
@catalogue_option
@json_option
def skills(role: str, have: tuple[str, ...], table: Path | None, catalogue: Path | None, as_json: bool) -> None:
    """Say which skills a ROLE needs, which are missing, and the smallest sets of credentials that name them."""
    from recommender.occupations import occupations
    from recommender.skill_gap import skill_gap

    settings = settings_for(catalogue, occupations=table)
    if occupations(settings.occupations).called(role) is None:  # before the model is loaded
        raise click.UsageError(f"no occupation of the table is called {role!r}; try its common English title.")
    gap = skill_gap(load_recommender(settings), role, have)
    assert gap is not None
    if as_json:
        print_json(_as_json(gap))
    else:
        click.echo(_in_words(gap))


@click.command()
@click.argument("export", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=OUT, required=True, help="The table to write; CAIRN_OCCUPATIONS names it to every command.")
@json_option
def esco(export: Path, out: Path, as_json: bool) -> None:
    """Make a table of occupations and their skills out of ESCO's CSV EXPORT, a folder or the zip archive itself."""
    from recommender.esco import import_esco

    found = import_esco(export, out)
    if as_json:
        print_json({**vars(found), "out": str(out)})
        return
    click.echo(f"{out}: {found.n_occupations} occupations and {found.n_skills} skills.")
    if found.n_without_skills or found.n_loose_relations:
        click.echo(
            f"{found.n_without_skills} occupations have no skill, and {found.n_loose_relations} relations name "
            "an occupation or skill that is not in the export.",
            err=True,
        )


def _as_json(gap: SkillGap) -> dict[str, Any]:
    return {
        "occupation": gap.occupation.title,
        "isco": gap.occupation.code,
        "esco": gap.occupation.esco or None,
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
    codes = {"ISCO-08": job.code, "ESCO": job.esco, "O*NET-SOC": job.soc}
    lines = [f"{job.title} ({', '.join(f'{name} {code}' for name, code in codes.items() if code)})"]
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
