"""Prices in other currencies, always approximate: by one dated table of reference rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal

from catalogue.records import Money
from catalogue.tables import rows


@dataclass(frozen=True)
class Rates:
    """Reference rates of one day: units of each ISO 4217 currency per euro."""

    per_euro: Mapping[str, float]
    on: date
    source: str

    @classmethod
    def load(cls) -> Rates:
        """Return the rates in `catalogue/data/rates.csv`."""
        table = list(rows("rates.csv"))
        per_euro = {row["currency"]: float(row["per_euro"]) for row in table}
        return cls(per_euro, date.fromisoformat(table[0]["date"]), table[0]["source"])


RATES = Rates.load()


@dataclass(frozen=True)
class ApproximateMoney:
    """A price converted by a table of rates: whole units of `currency`, and what it was converted from."""

    amount: float
    currency: str
    stated: Money
    on: date
    source: str

    @property
    def in_words(self) -> str:
        """Return the price marked as approximate, with the day of the rate."""
        shown = format_money(Money(amount=round(self.amount), currency=self.currency))
        return f"about {shown} (rate of {self.on:%d %B %Y}, {self.source})"


def convert_money(money: Money, currency: str, rates: Rates = RATES) -> ApproximateMoney | None:
    """Return a price in another currency, or `None` where the table holds no rate for one of the two."""
    wanted = currency.upper()
    if money.currency not in rates.per_euro or wanted not in rates.per_euro:
        return None
    amount = money.amount / rates.per_euro[money.currency] * rates.per_euro[wanted]
    return ApproximateMoney(amount, wanted, money, rates.on, rates.source)


def format_money(money: Money, locale: str = "en") -> str:
    """Return a price with its ISO code, which "$" would leave open: "1,350 USD", cents only where there are any."""
    pattern = "#,##0" if float(money.amount).is_integer() else "#,##0.00"
    return f"{format_decimal(money.amount, pattern, locale=locale.replace('-', '_'))} {money.currency}"
