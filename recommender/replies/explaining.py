"""Answers about one result: why it fits, what its level means, what it counts towards, and what speaks for it."""

from __future__ import annotations

from catalogue.definition import assess
from catalogue.frameworks import FrameworkError, compare, describe, home_framework, in_words
from catalogue.records import Credential
from catalogue.trust import cautions, signals
from recommender.answer import Evidence
from recommender.explanation import evidence
from recommender.references import words_of
from recommender.replies import facts
from recommender.replies.next_steps import after_one
from recommender.replies.turn import Draft, Turn
from recommender.routes import Route, route_line, routes_up, ways_in

MAX_ROUTES = 4


def explain_match(turn: Turn, credential: Credential) -> Draft:
    """Say why a credential was picked, and what its source states and leaves out."""
    pairs = evidence(credential, turn.profile, turn.parts.recommender.encoder)
    head = turn.say("match_head", title=facts.title(credential))
    reasons = "\n".join(f"- {_pair_line(turn, pair)}" for pair in pairs) or turn.say("match_close")
    told = facts.stated(credential, tuple(facts.FACTS), turn.language)
    table = "\n".join(f"- {turn.say(f'name_{name}')}: {value}" for name, value in told.items())
    paragraphs = [head, reasons, table]
    if missing := facts.not_stated(credential, tuple(facts.FACTS), turn.language):
        paragraphs.append(turn.say("not_stated_list", names=missing))
    return _about(turn, credential, paragraphs, "step_it_stacking", "step_save_it", "step_it_trust")


def _pair_line(turn: Turn, pair: Evidence) -> str:
    wish, claim = facts.plain(pair.learner), facts.plain(pair.record)
    return turn.say("match_pair", wish=wish, claim=claim, field=turn.say(f"field_{pair.field}"))


def explain_level(turn: Turn, credential: Credential) -> Draft:
    """Say what a credential's level means, and what it compares with in the learner's own country."""
    if credential.level is None or credential.level.value is None:
        paragraphs = [turn.say("level_none", title=facts.title(credential))]
        if needed := facts.prerequisites(credential, turn.language):
            paragraphs.append(f"{turn.say('name_prerequisites')}: {needed}")
        return _about(turn, credential, paragraphs, "step_why", "step_it_stacking", "step_save_it")
    words = facts.plain(in_words(credential.level), limit=600)
    paragraphs = [turn.say("level_of", title=facts.title(credential), level=words)]
    if own := _on_home_scale(turn, credential):
        paragraphs.append(turn.say("level_home", comparison=own))
    return _about(turn, credential, paragraphs, "step_why", "step_it_stacking", "step_save_it")


def _on_home_scale(turn: Turn, credential: Credential) -> str | None:
    """Return the comparison with the scale of the learner's country, `None` where it is the same or there is none."""
    home, info = home_framework(turn.profile.country), describe(credential.level) if credential.level else None
    if home is None or info is None or home == info.framework:
        return None
    try:
        return facts.plain(compare(info.framework, info.value, home).in_words, limit=600)
    except FrameworkError:
        return None


def explain_stacking(turn: Turn, credential: Credential, award: str = "") -> Draft:
    """Say what a credential counts towards, how much of it, how sure that is, and what would be left.

    `award` are the learner's words for the one that they ask about, whose routes come first.
    """
    routes = routes_up(turn.parts.graph, credential.id)
    meant = words_of(award)
    routes = sorted(routes, key=lambda route: not meant & words_of(route.award.title))
    if not routes:
        provider = facts.plain(credential.provider or turn.say("the_provider"))
        paragraphs = [turn.say("stack_none", title=facts.title(credential), provider=provider)]
    else:
        lines = "\n".join(f"- {_route_line(turn, route)}" for route in routes[:MAX_ROUTES])
        paragraphs = [turn.say("stack_head", title=facts.title(credential)), lines]
        if meant and not meant & words_of(" ".join(route.award.title for route in routes)):
            paragraphs.append(turn.say("stack_not_this", award=facts.plain(award)))
        paragraphs.append(turn.say("stack_check"))
    paragraphs.append(facts.plain(turn.parts.graph.portability(credential).says, limit=400))
    return _about(turn, credential, paragraphs, "step_plan", "step_save_it", "step_it_trust")


def _route_line(turn: Turn, route: Route) -> str:
    """Return a route in words, with the credits of the award that would be left where both figures are stated."""
    line = facts.plain(route_line(route), limit=500)
    total = route.links[-1].total
    if route.credits is None or total is None or route.state == "blocked":
        return line
    return f"{line} {turn.say('stack_left', left=facts.number(total - route.credits, turn.language))}"


def explain_stacking_into(turn: Turn, award: str) -> Draft:
    """Say which credentials state that they count towards an award that the learner named."""
    graph = turn.parts.graph
    found = graph.awards_like(award, 3)
    ways = [(way, target) for target in found for way in ways_in(graph, target) if way.state != "blocked"]
    if not ways:
        return Draft((turn.say("stack_unknown", award=facts.plain(award)), turn.say("stack_check")))
    credentials = turn.credentials(dict.fromkeys(way.credential for way, _ in ways[:MAX_ROUTES]))
    lines = [f"- **{facts.title(item)}**: {facts.awards(item, turn.language)}" for item in credentials]
    names = facts.joined([facts.plain(target.title) for target in found[:1]], turn.language)
    head = turn.say("stack_found", award=names)
    remember = {"shown": tuple(item.id for item in credentials), "focus": credentials[0].id, "compared": ()}
    steps = (turn.say("step_why"), turn.say("step_stacking"), turn.say("step_save"))
    return Draft((head, "\n".join(lines), turn.say("stack_check")), next_steps=steps, remember=remember)


def explain_trust(turn: Turn, credential: Credential) -> Draft:
    """Say who stands behind a credential, who assesses it, and what its source leaves open."""
    verdict = assess(credential)
    today, stale_after = turn.parts.today, turn.parts.recommender.settings.stale_after
    found = signals(credential, verdict, today, stale_after)
    lines = [
        f"- {facts.plain(signal.name)}: {facts.plain(signal.value)} ({facts.plain(signal.reason, limit=300)})"
        for signal in found
        if signal.value
    ]
    if source := facts.source(credential, turn.language):
        lines.append(f"- {turn.say('name_source')}: {source}")
    unknown = [facts.plain(signal.name.lower()) for signal in found if not signal.value]
    warned = [facts.plain(caution.text, limit=400) for caution in cautions(credential, verdict, today, stale_after)]
    paragraphs = [turn.say("trust_head", title=facts.title(credential)), "\n".join(lines)]
    if unknown:
        paragraphs.append(turn.say("not_stated_list", names=facts.joined(unknown, turn.language)))
    elsewhere = facts.plain(turn.parts.graph.portability(credential).says, limit=400)
    paragraphs += [" ".join([*warned, elsewhere, turn.say("trust_check")])]
    return _about(turn, credential, paragraphs, "step_it_stacking", "step_why", "step_save_it")


def _about(turn: Turn, credential: Credential, paragraphs: list[str], *steps: str) -> Draft:
    return Draft(tuple(paragraphs), next_steps=after_one(turn, *steps), remember={"focus": credential.id})
