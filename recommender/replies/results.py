"""The answer to a wish: what was understood, how many fit, the first ones with reasons, and what the limits cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from catalogue.records import Credential
from recommender import relaxation
from recommender.answer import Answer, Recommendation
from recommender.languages import own_word
from recommender.profile import Intent, LearnerProfile
from recommender.questions import next_question
from recommender.references import FIGURE_OF, figure, sorted_by
from recommender.replies import facts, profile_words
from recommender.replies.next_steps import after_results
from recommender.replies.turn import Draft, Turn
from recommender.retrieval import full_text
from recommender.short_answers import sets_no_limit

MAX_LINES = 5  # results told in the reply itself
FEW = 3  # below this a reply also says what loosening one limit would bring
TOLD = ("level", "time", "cost", "stacking")  # facts that every line tells, or says are missing
LISTING: tuple[Intent, ...] = ("recommend", "refine", "relax", "undo")  # after these the list stands just above
# The fact of a record that tells whether a limit is kept.
FACT_OF_LIMIT = {
    "max_cost": "cost", "free_only": "cost", "max_weeks": "time", "max_hours": "time", "max_hours_per_week": "time",
    "mode": "mode", "avoid_mode": "mode", "level": "level", "avoid_assessment": "assessment",
    "want_assessment": "assessment",
}  # fmt: skip
BESIDE_LIMITS = ("session_hours", "preferences", "told")  # slots that a message of limits alone changes too
POOL = 20  # best fits that a wish such as "cheaper" puts in another order


def results(turn: Turn) -> Draft:
    """Answer a wish, or a change of it, with the credentials that fit."""
    if _sets_limits_only(turn):
        return _limits_before_a_wish(turn)
    heading, answer = _ordered(turn)
    fits = relaxation.fitting(turn.profile, turn.close)
    loosened = relaxation.relaxations(turn.profile, turn.close) if len(fits) < FEW else []
    asked = next_question(turn.profile, turn.credentials(fits), turn.now.asked, turn.now.spoken_of)
    shown = tuple(item.credential.id for item in answer.recommendations)
    paragraphs = [understood(turn) or _nothing_new(turn, heading)]
    if shown and shown == turn.before.shown and turn.before.last_intent in LISTING:
        paragraphs += [turn.say("same_list", n=len(shown))]
    elif shown:
        paragraphs += [heading or _near_only(turn, answer) or _count(turn, len(fits), len(shown))]
        paragraphs += ["\n".join(result_lines(turn, answer.recommendations))]
    elif turn.message or turn.profile.has_wish:  # an edit that tells no wish has found nothing to miss
        paragraphs += [turn.say("found_none") if turn.close else _nearest(turn, answer)]
    paragraphs += [_unchecked(turn, answer), _left_out(turn, bool(shown)), *_offers(turn, loosened, bool(shown))]
    paragraphs += [_first_if(turn, answer), "" if turn.before.n_turns else turn.say("how_long")]
    paragraphs += [turn.say(f"ask_{asked}")] if asked else []
    return Draft(
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
        recommendations=answer.recommendations,
        set_aside=answer.set_aside,
        asked=asked,
        next_steps=after_results(turn, answer.recommendations, loosened),
        remember={"shown": shown or tuple(item.id for item in answer.nearest), "focus": None, "compared": ()},
    )


def _sets_limits_only(turn: Turn) -> bool:
    """Return whether a message sets limits and nothing more while there is no wish to search for."""
    profile, before = turn.profile, turn.before.profile
    now = [name for name in type(profile).model_fields if getattr(profile, name) != getattr(before, name)]
    return not profile.has_wish and bool(now) and set(now) <= {*relaxation.LIMITS, *BESIDE_LIMITS}


def _limits_before_a_wish(turn: Turn) -> Draft:
    """Note the limits and ask what they are for, once."""
    asked = turn.free_to_ask("goal")
    told = (understood(turn), turn.say("ask_goal" if asked else "tell_goal"))
    steps = (turn.say("step_goal_data"), turn.say("step_goal_care"), turn.say("step_undo"))
    forgotten = {"shown": (), "focus": None, "compared": ()}
    return Draft(tuple(part for part in told if part), asked=asked, next_steps=steps, remember=forgotten)


def _nothing_new(turn: Turn, heading: str) -> str:
    """Return that a message which should have changed the search changed nothing; empty where it did or was none."""
    if heading or not turn.message or turn.profile != turn.before.profile or turn.intent not in ("refine", "relax"):
        return ""
    return turn.say("left_open") if sets_no_limit(turn.message) else turn.say("nothing_new")


def _unchecked(turn: Turn, answer: Answer) -> str:
    """Return the facts that a limit just set goes by and that none of the results states."""
    credentials = [item.credential for item in answer.recommendations]
    names = [
        FACT_OF_LIMIT[slot]
        for slot in profile_words.changed(turn.before.profile, turn.profile)
        if slot in FACT_OF_LIMIT
    ]
    silent = [
        turn.say(f"noun_{name}")
        for name in dict.fromkeys(names)
        if not any(facts.FACTS[name](credential, turn.language) for credential in credentials)
    ]
    return turn.say("stated_by_none", names=facts.joined(silent, turn.language)) if silent and credentials else ""


def understood(turn: Turn) -> str:
    """Return one line that says what this message changed in what we know; empty where it changed nothing."""
    before, after = turn.before.profile, turn.profile
    now, gone = profile_words.changed(before, after), profile_words.dropped(before, after)
    lines = []
    if now:
        key = "changed" if before.has_wish else "understood"
        lines.append(turn.say(key, facts=profile_words.in_words(after, now, turn.language)))
    if gone:
        lines.append(turn.say("dropped", facts=profile_words.in_words(before, gone, turn.language)))
    return " ".join(lines)


def result_lines(turn: Turn, found: Sequence[Recommendation]) -> list[str]:
    """Return one numbered line a result: why, level, time, cost, and what it counts towards."""
    return [f"{rank}. {_result_line(turn, item)}" for rank, item in enumerate(found[:MAX_LINES], start=1)]


def _result_line(turn: Turn, item: Recommendation) -> str:
    credential, language = item.credential, turn.language
    told = [why(turn, item)]
    if credential.level and (level := facts.level_with_award(credential, language)):
        told.append(level)
    told += facts.stated(credential, ("time", "cost"), language).values()
    if award := facts.awards(credential, language):
        told.append(turn.say("stacks", award=award))
    if missing := facts.not_stated(credential, TOLD, language):
        told.append(turn.say("some_not_stated", names=missing))
    provider = facts.provider(credential, language)
    named = f"**{facts.title(credential)}**{f' ({provider})' if provider else ''}"
    return turn.say("result_line", credential=named, told="; ".join(told))


def why(turn: Turn, item: Recommendation) -> str:
    """Return the strongest pair of the learner's words and the record's words that answer them."""
    if not item.evidence:
        return turn.say("why_close")
    pair = item.evidence[0]
    wish = facts.plain(own_word(pair.learner, turn.language), profile_words.MAX_WORDS)
    claim = facts.plain(pair.record, profile_words.MAX_WORDS)
    return turn.say("why_match", wish=wish, claim=claim)


def _nearest(turn: Turn, answer: Answer) -> str:
    """Return that nothing is a match, and what comes nearest all the same."""
    titles = [f"**{facts.title(credential)}**" for credential in answer.nearest]
    return turn.say("nearest", titles="; ".join(titles)) if titles else turn.say("nothing_close")


def _near_only(turn: Turn, answer: Answer) -> str:
    """Return that no result names any of the skills asked for, where that is so: then they are near, not the thing."""
    wanted = turn.profile.goal_skills
    covered = {item.skill for found in answer.recommendations for item in found.covers if item.record}
    if not wanted or covered & set(wanted):
        return ""
    return turn.say("near_only", skills=profile_words.value_words(turn.profile, "goal_skills", turn.language))


def _count(turn: Turn, n: int, shown: int) -> str:
    if n <= shown:
        return turn.say("found_one") if shown == 1 else turn.say("found_all", n=shown)
    return turn.say("found", n=n, shown=min(shown, MAX_LINES))


def _left_out(turn: Turn, is_short: bool) -> str:
    """Return how many close ones each limit stops; where it stops all of them, the limit to blame."""
    counts = relaxation.blocking(turn.profile, turn.close)
    if not counts:
        return ""
    limits = {slot: turn.say(f"limit_{slot}") for slot in counts}
    if is_short:
        parts = [turn.say("set_aside_part", n=n, limit=limits[slot]) for slot, n in counts.most_common()]
        return turn.say("set_aside", parts=", ".join(parts))
    n = sum(counts.values())
    if len(counts) == 1:
        return turn.say("blocked_by", n=n, limit=next(iter(limits.values())))
    return turn.say("blocked_by_several", n=n, limits=facts.joined(list(limits.values()), turn.language))


def _offers(turn: Turn, loosened: Sequence[relaxation.Relaxation], is_some: bool) -> list[str]:
    """Return what the smallest loosening of the limits would bring, two at most; `is_some` where there are results."""
    key = "more_if" if is_some else "some_if"
    lines = []
    for offer in loosened[:2]:
        changes = [turn.say(f"change_{slot}", value=_gain(turn, slot, offer)) for slot in offer.slots]
        lines.append(turn.say(key, n=len(offer.gained), change=facts.joined(changes, turn.language)))
    return [" ".join(lines)] if lines else []


def _first_if(turn: Turn, answer: Answer) -> str:
    """Return what would stand first, and the smallest change of a limit that would put it there."""
    lines = []
    for found in answer.would_be_first:
        offer = found.relaxation
        changes = [turn.say(f"change_{slot}", value=_gain(turn, slot, offer)) for slot in offer.slots]
        change = facts.joined(changes, turn.language)
        lines.append(turn.say("first_if", change=change, title=facts.title(found.credential)))
    return " ".join(lines)


def _gain(turn: Turn, slot: str, offer: relaxation.Relaxation) -> str:
    """Return the loosened figure, or the ways of teaching that a dropped limit lets in, in words."""
    if offer.value is not None:
        return profile_words.value_words(offer.profile, slot, turn.language)
    if slot in ("mode", "avoid_mode"):
        modes = dict.fromkeys(item.mode for item in turn.credentials(offer.gained) if item.mode)
        return facts.joined([turn.say(f"mode_{mode}") for mode in modes], turn.language)
    return ""


def _ordered(turn: Turn) -> tuple[str, Answer]:
    """Return the answer in the order that the message asks for, and a line that says so where it is another one."""
    recommender = turn.parts.recommender
    before = turn.before.profile.model_copy(update={"preferences": turn.profile.preferences})
    is_unchanged = turn.profile == before  # a wish such as "cheaper" sets no limit
    if turn.comparison and turn.message and (is_unchanged or turn.intent == "recommend"):
        return _by_measure(turn, turn.comparison)
    model = turn.references.credentials[0] if turn.references.is_explicit and turn.references.credentials else None
    if turn.intent == "refine" and model and is_unchanged:
        like = recommender.recommend(_like(turn.profile, model), turn.message)
        others = tuple(item for item in like.recommendations if item.credential.id != model.id)
        return turn.say("order_like", title=facts.title(model)), replace(like, recommendations=others)
    return "", recommender.recommend(turn.profile, turn.message)


def _by_measure(turn: Turn, measure: str) -> tuple[str, Answer]:
    """Return the best fits put in order by a stated figure; the usual order where none of them states it."""
    recommender = turn.parts.recommender
    n = recommender.settings.n_results
    pool = recommender.recommend(turn.profile, turn.message, n_results=max(POOL, n))
    by_id = {item.credential.id: item for item in pool.recommendations}
    order = sorted_by(measure, [item.credential for item in pool.recommendations])
    is_known = any(figure(measure, credential) is not None for credential in order)
    heading = (
        turn.say(f"order_{measure}")
        if is_known
        else turn.say("order_unknown", noun=turn.say(f"noun_{FIGURE_OF[measure]}"))
    )
    return heading, replace(pool, recommendations=tuple(by_id[credential.id] for credential in order[:n]))


def _like(profile: LearnerProfile, model: Credential) -> LearnerProfile:
    """Return the profile with a credential's own text as the wish and every limit kept."""
    return profile.model_copy(update={"goal": full_text(model), "told": None, "goal_role": None, "goal_skills": ()})
