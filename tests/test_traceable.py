"""No figure without a source: every number in what is said of a record is its own, a table's, or a named threshold."""

from __future__ import annotations

import re
from datetime import date

import pytest

from catalogue import coherence, definition, stricter_definitions, trust
from catalogue.credits import hours_of
from catalogue.frameworks import compare, describe, home_framework
from catalogue.money import RATES, convert_money
from catalogue.reader import to_row
from catalogue.records import Credential
from catalogue.store import Catalogue

TODAY = date(2026, 11, 24)
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
# Thresholds that the sentences state as such, each with its source in the module that owns it.
THRESHOLDS = {
    definition.SMALL_HOURS, definition.FULL_YEAR_HOURS, coherence.MOST_HOURS_PER_WEEK, coherence.MOST_HOURS_PER_DAY * 7,
    trust.TRIVIAL_HOURS, stricter_definitions.NZQA_MOST_CREDITS, stricter_definitions.MQA_LEAST_HOURS,
    *stricter_definitions.CMF_HOURS, *stricter_definitions.CMF_EQF, 1, 5, 6,  # "EQF level 6 to 7, or 4 to 5 (1 credit)"
    11,  # elements of the European standard
}  # fmt: skip


def sentences(credential: Credential) -> list[str]:
    """Everything that these modules say of a record, levels at home and abroad included."""
    verdict = definition.assess(credential)
    checked = coherence.check(credential, verdict, TODAY)
    said = [verdict.in_words, verdict.rule, verdict.eu_in_words, verdict.oepass_rule, checked.age_in_words]
    said += [item.reason for item in verdict.criteria]
    said += [reason for stricter in verdict.stricter for reason in stricter.reasons]
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
    own |= {float(len(verdict.eu_stated)), float(len(credential.outcomes))}
    own |= {float(coherence.age_in_days(credential.source_date, TODAY) or 0)}
    own |= {float(end) for _, ends in coherence.AWARD_LEVELS for end in ends}
    return own | {float(limit) for limit in THRESHOLDS}


def own_texts(credential: Credential) -> list[str]:
    return [
        text
        for text in (credential.title, credential.source_date, credential.type_claim, credential.quality_assurance)
        if text
    ] + [rule.type or "" for rule in credential.stacks_into]


def test_every_number_said_of_a_record_is_its_own_a_table_s_or_a_named_threshold(catalogue: Catalogue) -> None:
    for credential in catalogue:
        known = allowed(credential)
        for sentence in sentences(credential):
            for number in NUMBER.findall(sentence):
                assert any(abs(float(number) - figure) < 0.51 for figure in known if figure >= 100) or any(
                    abs(float(number) - figure) < 0.006 for figure in known
                ), f"{credential.id}: {number} in {sentence!r}"


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
