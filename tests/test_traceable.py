"""No figure without a source: every number in what is said of a record is its own, a table's, or a named threshold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from catalogue import coherence, definition, freshness, stricter_definitions, trust
from catalogue.credits import contact_hours, hours_of
from catalogue.frameworks import compare, describe, home_framework
from catalogue.money import RATES, convert_money
from catalogue.reader import to_row
from catalogue.records import Credential
from catalogue.store import Catalogue
from embeddings.encoder import SentenceEncoder
from interface import wording
from interface.texts.en import ENGLISH
from recommender.answers import Answerer
from recommender.conversation import Conversation
from recommender.explanation import caveats
from recommender.profile import LearnerProfile
from recommender.recommender import Recommender
from recommender.references import References
from recommender.replies import explaining
from recommender.replies.turn import Parts, Turn
from recommender.routes import routes_up
from recommender.understanding import Understander

TODAY = date(2026, 11, 24)
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
# Thresholds that the sentences state as such, each with its source in the module that owns it.
THRESHOLDS = {
    definition.SMALL_HOURS, definition.FULL_YEAR_HOURS, coherence.MOST_HOURS_PER_WEEK, coherence.MOST_HOURS_PER_DAY * 7,
    trust.TRIVIAL_HOURS, stricter_definitions.NZQA_MOST_CREDITS, stricter_definitions.MQA_LEAST_HOURS,
    freshness.STALE_AFTER_DAYS,
    *stricter_definitions.CMF_HOURS, *stricter_definitions.CMF_EQF, 1, 5, 6,  # "EQF level 6 to 7, or 4 to 5 (1 credit)"
    11,  # elements of the European standard
}  # fmt: skip

EXPLAINED = (
    explaining.explain_match,
    explaining.explain_level,
    explaining.explain_stacking,
    explaining.explain_trust,
    explaining.explain_assessment,
    explaining.explain_definition,
)


def sentences(credential: Credential) -> list[str]:
    """Everything that these modules say of a record, levels at home and abroad included."""
    verdict = definition.assess(credential)
    checked = coherence.check(credential, verdict, TODAY)
    said = [verdict.in_words, verdict.rule, verdict.eu_in_words, verdict.oepass_in_words, verdict.label_in_words]
    said += checked.in_words
    said += [item.reason for item in verdict.criteria]
    said += [stricter.in_words for stricter in verdict.stricter]
    said += [finding.text for finding in checked.findings]
    said += [f"{s.value or ''} {s.reason}" for s in trust.signals(credential, verdict, TODAY)]
    said += [caution.text for caution in trust.cautions(credential, verdict, TODAY)]
    return said


def allowed(credential: Credential) -> set[float]:
    """The numbers of the record's own fields, of the table rows for its level and credits, and sums of these."""
    verdict = definition.assess(credential)
    own = {float(number) for number in NUMBER.findall(str(to_row(credential)))}
    own |= {float(part) for text in own_texts(credential) for part in re.findall(r"\d+(?:\.\d+)?", text)}
    level = describe(credential.level) if credential.level else None
    if level:
        own |= {float(number) for number in NUMBER.findall(level.in_words)}
        own |= {float(end) for end in level.eqf.span} if level.eqf else set()
    hours = hours_of(credential.credits) if credential.credits else None
    totals = {*(hours or ()), *({credential.hours_total} if credential.hours_total else ())}
    own |= totals
    if credential.duration_weeks:
        own |= {float(f"{total / credential.duration_weeks:.3g}") for total in totals}
    own |= {float(len(verdict.eu_stated)), float(len(credential.outcomes)), float(len(credential.stacks_into) - 1)}
    checked = coherence.check(credential, verdict, TODAY)
    own |= {float(checked.age_days or 0), float(checked.read_days or 0), contact_hours(credential) or 0.0}
    own |= {float(end) for _, ends in coherence.AWARD_LEVELS for end in ends}
    return own | {float(limit) for limit in THRESHOLDS}


def own_texts(credential: Credential) -> list[str]:
    return [
        text
        for text in (credential.title, credential.source_date, credential.type_claim, credential.quality_assurance)
        if text
    ] + [rule.type or "" for rule in credential.stacks_into]


def strange_numbers(sentence: str, known: set[float]) -> list[str]:
    """The numbers of a sentence that none of the known figures is, as it is rounded for showing; none of addresses."""
    bare = re.sub(r"https?://\S+", "", sentence).replace("\\", "")
    bare = re.sub(r"(?<=\d),(?=\d{3})", "", bare)
    return [
        number
        for number in NUMBER.findall(bare)
        if not any(abs(float(number) - figure) <= (0.5 if "." not in number else 0.051) for figure in known)
    ]


def test_every_number_said_of_a_record_is_its_own_a_table_s_or_a_named_threshold(catalogue: Catalogue) -> None:
    for credential in catalogue:
        known = allowed(credential)
        for sentence in sentences(credential):
            assert not strange_numbers(sentence, known), f"{credential.id}: {sentence!r}"


@pytest.fixture(scope="module")
def parts(recommender: Recommender, encoder: SentenceEncoder) -> Parts:
    return Parts(recommender, Understander(), Answerer(encoder), TODAY)


def explanations(parts: Parts, credential: Credential, country: str, goal: str | None) -> Iterator[tuple[str, str]]:
    """What the conversation, the command line and a card say of one result, each under its name."""
    conversation = Conversation(profile=LearnerProfile(goal=goal, country=country))
    turn = Turn(parts, conversation, conversation, credential.title, "explain_match", References())
    for explain in EXPLAINED:
        yield explain.__name__, "\n".join(explain(turn, credential).paragraphs)
    yield "caveats", " ".join(caveats(credential, (), conversation.profile))
    yield "level", " ".join(wording.level_meaning(credential, country, ENGLISH))
    said = (wording.time, lambda c, _, texts: wording.cost(c, texts), lambda c, _, texts: wording.credits_of(c, texts))
    yield "card", "; ".join(tell(credential, None, ENGLISH) for tell in said)


def test_every_explanation_of_every_record_traces_to_its_fields_or_a_table_s_row(parts: Parts) -> None:
    country = "IE"  # levels at home are held to the tables for ten countries below
    for n, credential in enumerate(parts.recommender.catalogue):
        known = allowed(credential)
        if credential.level and (info := describe(credential.level)):
            home = compare(info.framework, info.value, home_framework(country) or "EQF")
            known |= {float(number) for number in NUMBER.findall(home.in_words)}
        for route in routes_up(parts.graph, credential.id):
            known |= {float(number) for number in re.findall(r"\d+(?:\.\d+)?", str(route))}
            total = route.links[-1].total
            if route.credits is not None and total is not None:
                known |= {total - route.credits}
            known |= {100 * route.share} if route.share else set()
            known |= {float(len(group.members) + len(group.others)) for group in route.award.groups}
            known |= {float(len(route.fills) - explaining.MAX_ALSO)}  # "and 2 more"
        goal = credential.title if n % 9 == 0 else None  # what a match quotes is read from vectors, which take long
        for name, text in explanations(parts, credential, country, goal):
            assert not strange_numbers(text, known), (
                f"{credential.id}, {name}: {strange_numbers(text, known)} in {text}"
            )


def test_the_check_of_explanations_catches_a_figure_that_no_field_states(parts: Parts) -> None:
    credential = parts.recommender.catalogue["nz-mito-new-zealand-startup-ignition-automotive-micro-credential"]
    known = allowed(credential)
    assert strange_numbers("It takes 137 hours and costs NZ$4,321.", known) == ["137", "4321"]


def test_a_number_from_nowhere_is_caught(catalogue: Catalogue) -> None:
    french = next(iter(catalogue))
    assert 37.0 not in allowed(french) and 864.0 in allowed(french)


@pytest.mark.parametrize("country", ["NZ", "IE", "GB", "MY", "AU", "JP", "IN", "DE", "HK", "US"])
def test_every_level_shown_at_home_names_levels_of_the_tables_and_their_basis(
    catalogue: Catalogue, country: str
) -> None:
    home = home_framework(country)
    for credential in catalogue:
        if home is None or credential.level is None or (info := describe(credential.level)) is None:
            continue
        found = compare(info.framework, info.value, home)
        if found.low and found.high:
            assert found.low.label in found.in_words and found.basis and found.basis in found.in_words
            assert found.sources, credential.id
        else:
            assert "no agreed comparison" in found.in_words


def test_every_converted_price_is_the_stated_one_times_the_table_s_rates(catalogue: Catalogue) -> None:
    for credential in catalogue:
        if credential.cost is None:
            continue
        found = convert_money(credential.cost, "NZD")
        assert found is not None and found.stated == credential.cost
        rate = RATES.per_euro["NZD"] / RATES.per_euro[credential.cost.currency]
        assert found.amount == pytest.approx(credential.cost.amount * rate)
        assert "2026" in found.in_words and found.in_words.startswith("about ")
