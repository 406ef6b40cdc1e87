"""The shortlist, and the ways back: save, undo, reset."""

from __future__ import annotations

from dataclasses import replace

from recommender.references import FIGURE_OF, asks_for_shortlist, means_the_plan
from recommender.replies import facts, plans
from recommender.replies.next_steps import after_one, ways_on
from recommender.replies.results import results
from recommender.replies.turn import Draft, Turn


def save(turn: Turn) -> Draft:
    """Put what the message points at on the shortlist, or say what is on it."""
    if asks_for_shortlist(turn.message):
        return Draft((_shortlist_line(turn),), next_steps=ways_on(turn))
    if turn.references.undecided and len(turn.now.shown) > 1:
        text = turn.say("undecided", noun=turn.say(f"noun_{FIGURE_OF[turn.references.undecided]}"))
        return Draft((text,), next_steps=(turn.say("step_save"), turn.say("step_save_both")))
    wanted = turn.references.credentials or ((turn.spoken_of,) if turn.spoken_of else ())
    if turn.before.last_intent == "plan" and means_the_plan(turn.message):
        wanted = turn.credentials(turn.now.shown)
    if turn.references.missing and not turn.references.credentials and turn.now.shown:
        n = len(turn.now.shown)
        lines = tuple(turn.say("no_such_number", number=number, n=n) for number in turn.references.missing)
        return Draft(lines, next_steps=(turn.say("step_save"), turn.say("step_why")))
    if not wanted:
        return Draft((turn.say("no_list_yet"),), next_steps=(turn.say("step_goal_data"), turn.say("step_help")))
    new = [credential for credential in wanted if credential.id not in turn.now.saved]
    titles = facts.joined([f"**{facts.title(credential)}**" for credential in new or wanted], turn.language)
    kept = turn.now.with_saved((*turn.now.saved, *(credential.id for credential in new)))
    text = turn.say("saved", titles=titles, n=len(kept.saved)) if new else turn.say("saved_already", titles=titles)
    steps = after_one(turn, "step_it_stacking", "step_plan", "step_it_trust")
    return Draft((text,), next_steps=steps, remember={"saved": kept.saved, "past": kept.past, "focus": wanted[0].id})


def undo(turn: Turn) -> Draft:
    """Answer the profile that was brought back, or say that there was nothing to take back."""
    if not turn.before.past:
        return Draft((turn.say("undo_nothing"),), next_steps=(turn.say("step_goal_data"), turn.say("step_help")))
    n = len(turn.before.past) - len(turn.now.past)
    told = turn.say("undone_several", n=n) if n > 1 else turn.say("undone")
    if turn.before.saved != turn.now.saved:
        told = f"{told} {_shortlist_line(turn)}"
        if turn.before.profile == turn.profile:
            return Draft((told,), next_steps=ways_on(turn))
    if turn.before.last_intent == "plan" and turn.profile.has_wish:
        draft = plans.make_plan(turn)
        return replace(draft, paragraphs=(told, *draft.paragraphs))
    return _after_change(turn, told)


def _shortlist_line(turn: Turn) -> str:
    """Return what is on the shortlist now, by name."""
    titles = [f"**{facts.title(credential)}**" for credential in turn.credentials(turn.now.saved)]
    if not titles:
        return turn.say("shortlist_empty")
    return turn.say("shortlist", titles=facts.joined(titles, turn.language), n=len(titles))


def reset(turn: Turn) -> Draft:
    """Start afresh; what the same message goes on to ask for is answered."""
    if turn.profile.has_wish:
        return _after_change(turn, turn.say("cleared"))
    steps = (turn.say("step_goal_data"), turn.say("step_goal_care"), turn.say("step_undo"))
    return Draft((turn.say("reset"),), asked=turn.free_to_ask("goal"), next_steps=steps, remember=_forgotten())


def _after_change(turn: Turn, first: str) -> Draft:
    if not turn.profile.has_wish:
        steps = (turn.say("step_goal_data"), turn.say("step_goal_care"), turn.say("step_help"))
        asked = turn.free_to_ask("goal")
        told = turn.say("ask_goal" if asked else "tell_goal")
        return Draft((first, told), asked=asked, next_steps=steps, remember=_forgotten())
    draft = results(turn)
    return replace(draft, paragraphs=(first, *draft.paragraphs))


def _forgotten() -> dict[str, object]:
    return {"shown": (), "focus": None, "compared": ()}
