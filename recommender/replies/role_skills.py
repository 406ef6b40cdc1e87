"""What a job asks for: its skills, which the learner named, which are missing, and what closes the gap."""

from __future__ import annotations

import re

from recommender.occupations import Occupation
from recommender.replies import facts
from recommender.replies.comparing import row
from recommender.replies.turn import Draft, Turn
from recommender.skill_gap import CURRENCY, Cover, SkillGap, skill_gap

# "What skills does a data analyst need, and which do I lack?"
_ASKS = re.compile(
    r"\b(?:what|which)\b[^.?!]{0,20}\bskills?\b[^.!]*\b(?:needs?|needed|requires?d?|lack|miss|missing|have to)\b|"
    r"\bskills? (?:gap|(?:do|does|would|am) (?:i|a|an|the|he|she|they)\b)|"
    r"\bwelche\w* (?:fähigkeiten|kenntnisse|kompetenzen)|\bqu?elles (?:sont les )?compétences|"
    r"\bqué (?:habilidades|competencias|destrezas)|\b(?:kemahiran apa|apa(?:kah)? kemahiran)|"
    r"(?:どんな|どの|何の|どういう)(?:スキル|技能|能力)",
    re.IGNORECASE,
)
MAX_NAMED = 2  # credentials shown beside each missing skill


def role_skills(turn: Turn) -> Draft | None:
    """Return the skills of the job that is asked about; `None` where the message asks nothing of the kind."""
    if turn.message.strip() != turn.say("step_skills") and not _ASKS.search(turn.message):
        return None
    role = _named(turn) or turn.parts.recommender.occupations.called(turn.profile.goal_role or "")
    gap = skill_gap(turn.parts.recommender, role.title, turn.profile.current_skills) if role else None
    if gap is None:
        return None
    paragraphs = [turn.say("gap_heading", role=facts.plain(gap.occupation.title)), _table(turn, gap)]
    paragraphs += [line for cover in gap.covers if (line := _cover(turn, cover))]
    if nowhere := [skill for skill in gap.missing if not gap.named_by[skill]]:
        paragraphs.append(turn.say("gap_open", skills=facts.joined(nowhere, turn.language)))
    steps = (turn.say("step_plan"), turn.say("step_help"))
    return Draft(tuple(paragraphs), next_steps=steps)


def _named(turn: Turn) -> Occupation | None:
    """Return the occupation whose title, the longest, stands in the message."""
    words = " ".join(re.findall(r"[\w-]+", turn.message.casefold()))
    message = f" {words} "
    titles = turn.parts.recommender.occupations.titles
    found = [title for title in titles if f" {title} " in message or f" {title}s " in message]
    return titles[max(found, key=len)] if found else None


def _table(turn: Turn, gap: SkillGap) -> str:
    """Return a Markdown table with a row for each skill, the essential ones first."""
    lines = [row([turn.say(f"gap_{name}") for name in ("skill", "need", "state", "taught")]), row(["---"] * 4)]
    essential = gap.occupation.essential_skills
    for skill in dict.fromkeys((*essential, *gap.occupation.useful_skills)):
        need = turn.say("gap_essential" if skill in essential else "gap_useful")
        held = skill not in gap.missing
        titles = [facts.title(item) for item in gap.named_by.get(skill, ())[:MAX_NAMED]]
        cells = [facts.plain(skill), need, turn.say("gap_held" if held else "gap_missing")]
        lines.append(row([*cells, "; ".join(titles) or ("" if held else turn.say("gap_nothing"))]))
    return "\n".join(lines)


def _cover(turn: Turn, cover: Cover) -> str:
    """Return one smallest set of credentials, and the missing skills that nothing with a stated figure names."""
    amounts = {
        "credentials": facts.number(cover.total, turn.language),
        "cost": facts.money(round(cover.total), CURRENCY, turn.language),
        "hours": facts.hours(cover.total, turn.language),
    }
    titles = "; ".join(f"**{facts.title(item)}**" for item in cover.credentials)
    line = turn.say(f"gap_by_{cover.measure}", amount=amounts[cover.measure], titles=titles)
    if cover.open and cover.measure != "credentials":
        line += " " + turn.say("gap_not_covered", skills=facts.joined(list(cover.open), turn.language))
    return line
