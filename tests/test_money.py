"""Money: conversions by the dated table of rates, marked as approximate."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.money import RATES, Rates, convert_money, format_money
from catalogue.records import Money
from catalogue.store import Catalogue


def test_a_price_is_converted_through_the_euro() -> None:
    rates = Rates({"EUR": 1, "USD": 1.25, "JPY": 150}, date(2026, 1, 2), "a table made for this test")
    found = convert_money(Money(amount=100, currency="USD"), "jpy", rates)
    assert found is not None
    assert (found.amount, found.currency) == (pytest.approx(12_000), "JPY")
    assert found.in_words == "about 12,000 JPY (rate of 02 January 2026, a table made for this test)"


def test_the_table_is_the_central_bank_s_of_one_day() -> None:
    assert RATES.on == date(2026, 10, 30) and "European Central Bank" in RATES.source
    assert RATES.per_euro["USD"] == 1.1172 and RATES.per_euro["EUR"] == 1


def test_a_currency_without_a_rate_is_not_converted() -> None:
    assert convert_money(Money(amount=5, currency="XAU"), "EUR") is None
    assert convert_money(Money(amount=5, currency="EUR"), "XAU") is None


def test_there_and_back_is_the_same_price() -> None:
    there = convert_money(Money(amount=864, currency="USD"), "MYR")
    assert there is not None
    back = convert_money(Money(amount=there.amount, currency="MYR"), "USD")
    assert back is not None and back.amount == pytest.approx(864)


def test_every_currency_of_the_catalogue_has_a_rate(catalogue: Catalogue) -> None:
    currencies = {c.cost.currency for c in catalogue if c.cost}
    assert len(currencies) > 5 and currencies <= set(RATES.per_euro)


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "shown"),
    [(1200, "EUR", "en", "1,200 EUR"), (49.5, "NZD", "en", "49.50 NZD"), (30000, "JPY", "en", "30,000 JPY"),
     (1200, "EUR", "de", "1.200 EUR"), (0, "USD", "en", "0 USD"), (500, "JPY", "ja", "500 JPY")],
)  # fmt: skip
def test_a_price_is_written_with_its_code_and_with_cents_only_where_there_are_any(
    amount: float, currency: str, locale: str, shown: str
) -> None:
    assert format_money(Money(amount=amount, currency=currency), locale) == shown
