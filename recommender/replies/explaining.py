"""Answers about one result: why it fits, what its level means, what it counts towards, and what speaks for it."""

from __future__ import annotations

from dataclasses import replace

from catalogue.coherence import check
from catalogue.definition import DEFINITION_SOURCES, assess
from catalogue.frameworks import Comparison, compare, describe, home_framework
from catalogue.knowledge import ENTRIES
from catalogue.records import Credential
from catalogue.trust import Signal, cautions, signals
from recommender.answer import Evidence
from recommender.award_wish import bare_kind, is_of_kind
from recommender.explanation import evidence
from recommender.languages import own_word
from recommender.phrasebook import in_language
from recommender.references import facts_asked, words_of
from recommender.replies import facts
from recommender.replies.next_steps import MAX_STEPS, after_one
from recommender.replies.table_words import comparison_words, in_english, level_words, portability_words, route_words
from recommender.replies.turn import Draft, Turn
from recommender.routes import Route, routes_up, ways_in

MAX_ROUTES = 4
# Signs whose value the facts of a record say in every language.
FACTS_OF_SIGN = {"Workload": ("time", "credits"), "Cost": ("cost",), "Stackability": ("stacking",)}
ASSESSMENT_SIGNALS = ("Assessment", "Who assesses")
MAX_ALSO = 3  # further conditions and further credentials told of one route


def explain_match(turn: Turn, credential: Credential) -> Draft:
    """Say the fact that is asked for; else why a credential was picked, and what its source states and leaves out."""
    if asked := facts_asked(turn.message):
        return _facts_of(turn, credential, asked)
    pairs = evidence(credential, turn.profile, turn.parts.recommender.encoder)
    head = turn.say("match_head", title=facts.title(credential))
    reasons = "\n".join(f"- {_pair_line(turn, pair)}" for pair in pairs) or turn.say("match_close")
    told = facts.stated(credential, tuple(facts.FACTS), turn.language)
    table = "\n".join(f"- {turn.say(f'name_{name}')}: {value}" for name, value in told.items())
    paragraphs = [head, reasons, table]
    if missing := facts.not_stated(credential, tuple(facts.FACTS), turn.language):
        paragraphs.append(turn.say("not_stated_list", names=missing))
    return _about(turn, credential, paragraphs, "step_it_stacking", "step_save_it", "step_it_trust")


def _facts_of(turn: Turn, credential: Credential, names: list[str]) -> Draft:
    """Return one line for each fact asked for, with its source; what is not stated is said to be so."""
    told = facts.stated(credential, names, turn.language)
    lines = [f"- {turn.say(f'name_{name}')}: {told.get(name, turn.say('not_stated'))}" for name in names]
    paragraphs = [f"**{facts.title(credential)}**", "\n".join(lines), *_source_line(turn, credential)]
    return _about(turn, credential, paragraphs, "step_it_why", "step_it_stacking", "step_save_it")


def _pair_line(turn: Turn, pair: Evidence) -> str:
    wish, claim = facts.plain(own_word(pair.learner, turn.language)), facts.plain(pair.record)
    return turn.say("match_pair", wish=wish, claim=claim, field=turn.say(f"field_{pair.field}"))


def explain_level(turn: Turn, credential: Credential) -> Draft:
    """Say what a credential's level means, and what it compares with in the learner's own country."""
    if credential.level is None or credential.level.value is None:
        return _no_level(turn, credential)
    words = level_words(turn, credential.level)
    paragraphs = [turn.say("level_of", title=facts.title(credential), level=words)]
    own = _on_home_scale(turn, credential)
    if own:
        paragraphs.append(turn.say("level_home", comparison=comparison_words(turn, own)))
    info = describe(credential.level)
    tables = [info.source if info else None, *(own.sources if own else ())]
    paragraphs += _source_line(turn, credential, *tables)
    return _about(turn, credential, paragraphs, "step_it_why", "step_it_stacking", "step_save_it")


def _no_level(turn: Turn, credential: Credential) -> Draft:
    """Say that no level is stated, what stands in its place, and why so many US credentials have none."""
    paragraphs = [turn.say("level_none", title=facts.title(credential))]
    if needed := facts.prerequisites(credential, turn.language):
        paragraphs.append(f"{turn.say('name_prerequisites')}: {needed}")
    why = ENTRIES["why-us-has-no-level"] if credential.country == "US" else None
    if why:
        paragraphs.append(in_english(turn, why.answer))
    paragraphs += _source_line(turn, credential, *(why.sources if why else ()))
    return _about(turn, credential, paragraphs, "step_it_why", "step_it_stacking", "step_save_it")


def _on_home_scale(turn: Turn, credential: Credential) -> Comparison | None:
    """Return the comparison with the scale of the learner's country, `None` where it is the same or there is none."""
    home, info = home_framework(turn.profile.country), describe(credential.level) if credential.level else None
    return None if home is None or info is None or home == info.framework else compare(info.framework, info.value, home)


def explain_stacking(turn: Turn, credential: Credential, award: str = "") -> Draft:
    """Say what a credential counts towards, how much of it, how sure that is, and what would be left.

    `award` are the learner's words for the one that they ask about, whose routes come first.
    """
    graph = turn.parts.graph
    routes, kind, meant = routes_up(graph, credential.id), bare_kind(award), words_of(award)
    asked = [r for r in routes if (is_of_kind(r.award, kind) if kind else meant & words_of(r.award.title))]
    if not routes:
        provider = facts.plain(credential.provider or turn.say("the_provider"))
        paragraphs = [turn.say("stack_none", title=facts.title(credential), provider=provider)]
    else:
        first = [*asked, *(route for route in routes if route not in asked)][:MAX_ROUTES]
        lines = "\n".join(line for route in first for line in _route_lines(turn, route))
        paragraphs = [turn.say("stack_head", title=facts.title(credential)), lines]
        if meant and not asked:
            paragraphs.append(turn.say("stack_not_this", award=facts.plain(award)))
        elif kind and asked[0].state != "blocked":
            paragraphs.append(turn.say("stack_kind", award=facts.plain(asked[0].award.title), kind=kind))
        paragraphs.append(turn.say("stack_check"))
    paragraphs.append(portability_words(turn, graph.portability(credential)))
    steps = [turn.say("step_need_for", award=route.award.title) for route in (asked or routes)[:1]]
    draft = _about(turn, credential, paragraphs, "step_plan", "step_save_it", "step_it_trust")
    return replace(draft, next_steps=(*steps, *draft.next_steps)[:MAX_STEPS])


def _route_lines(turn: Turn, route: Route) -> list[str]:
    """Return a route in words; under it the evidence of each link, what else is needed, and what here would fill it."""
    lines = [f"- {_route_line(turn, route)}"]
    for link in route.links:
        says = " ".join(filter(None, (link.evidence, f"{link.recognised.capitalize()}.", link.decision)))
        lines.append(f"  - {in_english(turn, says)}")
    if route.state == "blocked":
        return lines
    conditions = {link.condition for link in route.links}
    if also := [item for item in route.also_needed if item not in conditions][:MAX_ALSO]:
        lines.append(f"  - {turn.say('stack_also', items=in_english(turn, '; '.join(also)))}")
    if route.fills:
        named = [f"**{facts.plain(turn.parts.graph.title(name))}**" for name in route.fills[:MAX_ALSO]]
        more = len(route.fills) - len(named)
        named += [turn.say("and_more", n=more)] if more else []
        lines.append(f"  - {turn.say('stack_fills', titles=facts.joined(named, turn.language))}")
    return lines


def _route_line(turn: Turn, route: Route) -> str:
    """Return a route in words, with the credits of the award that would be left where both figures are stated."""
    line = route_words(turn, route)
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
    """Say what speaks for trusting a credential, sign by sign, and what to be careful about."""
    verdict = assess(credential)
    today, stale_after = turn.parts.today, turn.parts.recommender.settings.stale_after
    lines = [_signal_line(turn, signal, credential) for signal in signals(credential, verdict, today, stale_after)]
    lines += [f"- {in_english(turn, said)}" for said in check(credential, verdict, today).in_words]
    if source := facts.source(credential, turn.language):
        lines.append(f"- {turn.say('name_source')}: {source}")
    warned = [in_english(turn, item.text) for item in cautions(credential, verdict, today, stale_after)]
    elsewhere = portability_words(turn, turn.parts.graph.portability(credential))
    paragraphs = [turn.say("trust_head", title=facts.title(credential)), "\n".join(lines)]
    paragraphs.append(" ".join([*warned, elsewhere, turn.say("trust_check")]))
    return _about(turn, credential, paragraphs, "step_it_stacking", "step_it_why", "step_save_it")


def _signal_line(turn: Turn, signal: Signal, credential: Credential) -> str:
    """Return one sign of trust: what the source states, how strong a sign it is, and why."""
    stated, reason = facts.plain(signal.value or ""), f" ({in_english(turn, signal.reason, 300)})"
    if turn.language != "en":
        stated = in_language(signal.value or "", turn.language) or stated
        if signal.name == "Level" and stated and credential.level:
            stated = level_words(turn, credential.level)
        elif names := FACTS_OF_SIGN.get(signal.name):
            stated = ", ".join(facts.stated(credential, names, turn.language).values())
    value = f"{stated}; " if stated else ""
    return f"- {turn.say(f'sign_{signal.name}')}: {value}{turn.say(f'standing_{signal.standing}')}{reason}"


def explain_assessment(turn: Turn, credential: Credential) -> Draft:
    """Say how a credential is assessed, by whom, and what to be careful about."""
    verdict = assess(credential)
    today, stale_after = turn.parts.today, turn.parts.recommender.settings.stale_after
    found = signals(credential, verdict, today, stale_after)
    asked = [signal for signal in found if signal.name in ASSESSMENT_SIGNALS]
    cautioned = cautions(credential, verdict, today, stale_after)
    warned = [caution for caution in cautioned if caution.kind == "unassessed"]
    paragraphs = [
        turn.say("assessed_head", title=facts.title(credential)),
        "\n".join(_signal_line(turn, signal, credential) for signal in asked),
        *(in_english(turn, caution.text) for caution in warned),
        *_source_line(turn, credential),
    ]
    return _about(turn, credential, paragraphs, "step_it_trust", "step_it_why", "step_save_it")


def explain_definition(turn: Turn, credential: Credential) -> Draft:
    """Say whether a credential is a micro-credential, by which rule, and by which stricter definitions."""
    verdict = assess(credential)
    said = [
        *(item.in_words for item in verdict.criteria),
        verdict.oepass_in_words,
        verdict.label_in_words,
        verdict.eu_in_words,
        *(stricter.in_words for stricter in verdict.stricter),
    ]
    paragraphs = [
        turn.say("kind_head", title=facts.title(credential)),
        in_english(turn, verdict.in_words),
        "\n".join(f"- {in_english(turn, line)}" for line in said),
        *_source_line(turn, credential, DEFINITION_SOURCES[0]),
    ]
    return _about(turn, credential, paragraphs, "step_it_trust", "step_it_stacking", "step_save_it")


def _source_line(turn: Turn, credential: Credential, *tables: str | None) -> list[str]:
    """Return where the record and the tables used were read, as one line, or none where no source is known."""
    found = [facts.source(credential, turn.language), *(facts.plain(url, limit=500) for url in tables if url)]
    told = " ; ".join(dict.fromkeys(source for source in found if source))
    return [f"{turn.say('name_source')}: {told}"] if told else []


def _about(turn: Turn, credential: Credential, paragraphs: list[str], *steps: str) -> Draft:
    return Draft(tuple(paragraphs), next_steps=after_one(turn, *steps), remember={"focus": credential.id})
