"""Results side by side: up to four in one table, and which of them leads where the figures are stated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalogue.records import Credential
from recommender.references import FIGURE_OF, best_described, figure, pick, sorted_by, words_of
from recommender.replies import facts
from recommender.replies.turn import Draft, Turn
from recommender.texts import say

MAX_COMPARED = 4
_SIDES = re.compile(r"\s(?:with|and|vs\.?|versus|against|or|et|avec|und|mit|y|con|dan|dengan)\s|と", re.IGNORECASE)
_VERB = re.compile(
    r"^\W*(?:please |can you |could you )*(?:compare[rz]?|vergleiche\w*|bandingkan|compara\w*)\s", re.IGNORECASE
)
ROWS = ("provider", "level", "time", "credits", "cost", "mode", "assessment", "stacking")


def compare(turn: Turn) -> Draft:
    """Put the named results side by side; the first three of the list where none was named."""
    named = turn.references.credentials if turn.references.is_explicit else ()
    if turn.comparison:  # "which of them is cheapest?" asks about all of them
        named = tuple(sorted_by(turn.comparison, turn.credentials(turn.now.compared or turn.now.shown)))
    notes: list[str] = []
    if turn.references.missing and turn.now.shown:
        n = len(turn.now.shown)
        notes = [turn.say("no_such_number", number=number, n=n) for number in turn.references.missing]
    if len(named) < 2:
        named, notes = _wider(turn, named, notes)
    chosen = named[:MAX_COMPARED]
    if len(chosen) < 2:
        first = "step_compare" if len(turn.now.shown) > 1 else "step_why" if turn.now.shown else "step_goal_data"
        return Draft((*notes, turn.say("compare_need_two")), next_steps=(turn.say(first), turn.say("step_help")))
    ids = tuple(credential.id for credential in chosen)
    is_pair = len(chosen) == 2
    steps = (turn.say("step_save_both" if is_pair else "step_save"),)
    if is_pair and pick("cheaper", chosen):
        steps = (turn.say("step_save_cheaper"),)
    silent = [name for name in ROWS if not any(facts.FACTS[name](item, turn.language) for item in chosen)]
    told = [name for name in ROWS if name not in silent]
    return Draft(
        paragraphs=(*notes, table(chosen, told, turn.language), *_leaders(turn, chosen, silent)),
        next_steps=(*steps, turn.say("step_stacking"), turn.say("step_plan")),
        remember={"compared": ids, "focus": None, "shown": turn.now.shown or ids},
    )


def table(credentials: Sequence[Credential], names: Sequence[str], language: str) -> str:
    """Return a Markdown table of these facts with one column a credential."""
    header = ["", *(facts.title(credential) for credential in credentials)]
    lines = [row(header), row(["---"] * len(header))]
    unknown = say(language, "not_stated")
    for name in names:
        cells = [facts.FACTS[name](credential, language) or unknown for credential in credentials]
        lines.append(row([say(language, f"name_{name}"), *cells]))
    return "\n".join(lines)


def row(cells: Sequence[str]) -> str:
    """Return one row of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def _leaders(turn: Turn, chosen: Sequence[Credential], silent: Sequence[str]) -> list[str]:
    """Return who is cheapest and who is shortest among those that state it, and what some or none of them state."""
    lines = [line for measure in ("cheaper", "shorter") if (line := _lead(turn, measure, chosen))]
    partly = [FIGURE_OF[m] for m in ("cheaper", "shorter") if any(figure(m, item) is None for item in chosen)]
    for key, names in (("compare_unstated", [n for n in partly if n not in silent]), ("compare_silent", silent)):
        if names:
            lines.append(turn.say(key, names=facts.joined([turn.say(f"noun_{n}") for n in names], turn.language)))
    return [" ".join(lines)] if lines else []


def _lead(turn: Turn, measure: str, chosen: Sequence[Credential]) -> str | None:
    values = [value for item in chosen if (value := figure(measure, item)) is not None]
    best = pick(measure, chosen)
    if best is None or (len(values) > 1 and len(set(values)) == 1):
        return None
    show = facts.cost if measure == "cheaper" else facts.time
    told = {"title": facts.title(best), "value": show(best, turn.language)}
    if len(values) == 1:
        return turn.say("lead_only", noun=turn.say(f"noun_{FIGURE_OF[measure]}"), **told)
    return turn.say(f"lead_{measure}", **told)


def _wider(turn: Turn, named: Sequence[Credential], notes: list[str]) -> tuple[tuple[Credential, ...], list[str]]:
    """Return two or more to compare where the list gave fewer: named in the catalogue, compared before, shown."""
    if named and turn.now.focus and turn.now.focus not in {item.id for item in named}:
        return (*turn.credentials([turn.now.focus]), *named), notes
    found, told = _by_name(turn)
    if len(found) >= 2:
        return found, [*notes, *told]
    if named or turn.references.missing:
        return tuple(named), notes
    return turn.credentials(turn.now.compared or turn.now.shown[:3]), [*notes, *told]


def _by_name(turn: Turn) -> tuple[tuple[Credential, ...], list[str]]:
    """Return the catalogue's credential for each side of "X with Y", and a line on what was taken for which name."""
    found: list[Credential] = []
    notes = []
    for side in _SIDES.split(_VERB.sub("", turn.message))[:MAX_COMPARED]:
        near = turn.credentials(turn.parts.recommender.retriever.lexical(side, 20))
        hits = best_described(words_of(side), near, everywhere=False)
        fresh = [hit for hit in hits if hit not in found]
        if fresh:
            found.append(fresh[0])
            notes.append(turn.say("compare_taken", name=facts.plain(side), title=facts.title(fresh[0])))
    return tuple(found), notes if len(found) >= 2 else []
