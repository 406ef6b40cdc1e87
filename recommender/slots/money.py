"""What the learner can pay: any currency as people write it, free only, or no limit any more."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies

from recommender.profile import Budget, LearnerProfile
from recommender.slots.change import Change
from recommender.slots.numbers import NUMBER, plain, value
from recommender.slots.passage import TAKEN, Passage

# Signs and words that name one currency whoever writes them.
SIGNS = {
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "zł": "PLN",
    "₩": "KRW",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₪": "ILS",
    "₺": "TRY",
    "₽": "RUB",
    "₴": "UAH",
    "₦": "NGN",
    "₵": "GHS",
    "kč": "CZK",
    "円": "JPY",
    "元": "CNY",
    "nz$": "NZD",
    "a$": "AUD",
    "au$": "AUD",
    "aud$": "AUD",
    "us$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "cad$": "CAD",
    "s$": "SGD",
    "hk$": "HKD",
    "r$": "BRL",
    "nt$": "TWD",
    "mx$": "MXN",
    "rm": "MYR",
    "rp": "IDR",
    "ksh": "KES",
    "rs": "INR",
    "rs.": "INR",
    "rupees": "INR",
    "rupee": "INR",
    "rupiah": "IDR",
    "php": "PHP",
    "dhs": "AED",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "quid": "GBP",
    "pound": "GBP",
    "pounds": "GBP",
    "sterling": "GBP",
    "ringgit": "MYR",
    "yen": "JPY",
    "zloty": "PLN",
    "zlotys": "PLN",
    "zlotych": "PLN",
    "baht": "THB",
    "rand": "ZAR",
    "naira": "NGN",
    "cedis": "GHS",
    "shekels": "ILS",
    "lira": "TRY",
    "dirhams": "AED",
    "aed": "AED",
    "won": "KRW",
    "forint": "HUF",
    "lei": "RON",
    "reais": "BRL",
    "hryvnia": "UAH",
    "yuan": "CNY",
    "rmb": "CNY",
    "livres": "GBP",
    "franken": "CHF",
    "pfund": "GBP",
    "libras": "GBP",
    "yens": "JPY",
    "us dollars": "USD",
    "us dollar": "USD",
    "american dollars": "USD",
    "canadian dollars": "CAD",
    "canadian": "CAD",
    "loonies": "CAD",
    "aussie dollars": "AUD",
    "australian dollars": "AUD",
    "aussie bucks": "AUD",
    "kiwi dollars": "NZD",
    "nz dollars": "NZD",
    "new zealand dollars": "NZD",
    "kiwi bucks": "NZD",
    "singapore dollars": "SGD",
    "hong kong dollars": "HKD",
    "swiss francs": "CHF",
    "ドル": "USD",
    "ユーロ": "EUR",
    "リンギット": "MYR",
    "ポンド": "GBP",
    "danish kroner": "DKK",
    "norwegian kroner": "NOK",
    "swedish kronor": "SEK",
    "kronor": "SEK",
    "mexican pesos": "MXN",
    "philippine pesos": "PHP",
    "pakistani rupees": "PKR",
    "sri lankan rupees": "LKR",
}
# Signs and words shared by several countries: the learner's country settles them.
SHARED = {
    "$": "Dollar",
    "dollars": "Dollar",
    "dollar": "Dollar",
    "bucks": "Dollar",
    "buck": "Dollar",
    "dolar": "Dollar",
    "dólares": "Dollar",
    "¥": "Yen|Yuan",
    "kr": "Kron|Krón",
    "kroner": "Kron",
    "pesos": "Peso",
    "peso": "Peso",
    "francs": "Franc",
    "franc": "Franc",
    "r": "Rand",
    "dinars": "Dinar",
    "shillings": "Shilling",
    "riyals": "Riyal",
    "fr.": "Franc",
    "crowns": "Kron|Koruna",
}
_RUPEES = {"IN", "PK", "LK", "NP", "MU", "SC"}
_SPENDING = (
    r"(?:budget|bajet|bajat|presupuesto|予算|spend|pay(?!roll)|fees?|price|cost(?:s|ing)?|afford|"
    r"tuition|kos|yuran|harga|prix|"
    r"preis|kosten|precio|coste|stretch to|cash|money|set aside|saved up|afford|ausgeben|zahlen|pagar|"
    r"payer|dépenser|gastar)"
)
_LIMIT = (
    r"(?:max(?:imum)?|under|below|up to|at most|less than|no more than|not more than|within|tops?|"
    r"cap(?:ped)?|limit|ceiling|"
    r"nothing over|not over|or less|or under|cheaper than|bawah|tak lebih|maksimum|moins de|jusqu'à|"
    r"pas plus de|höchstens|bis zu|unter|"
    r"máximo|hasta|menos de|以内|以下|まで)"
)
_NOT_A_LIMIT = re.compile(
    r"\b(?:earn(?:ed|ing|s)?|salary|wages?|paid|income|make|making|cost me|charged|saved|turnover|"
    r"pension|owe|debt|won|loan|worth|raise of)"
    r"\b[^.,;]*$",
    re.I,
)
_PER_TIME = re.compile(r"^\s*(?:/|per|an?|each|every)\s*(?:hour|hr|h|month|year|week|annum)\b", re.I)
_FREE = re.compile(
    r"(?<![\w-])(?:(?:completely |totally |all |entirely )?free(?= of charge|[- ]of[- ]cost|\b)(?! "
    r"(?:time|day|on|in|from|after|every|to|at|"
    r"hours?|slots?|evening|weekend|between|up|range|lance|periods?|spirit)\b)|for nothing|no[- ]cost|"
    r"zero cost|at no cost|without paying|"
    r"can't (?:really )?(?:pay|afford) (?:anything|any(?:thing)? at all|a thing)|no money(?! (?:limit|"
    r"cap))|0 budget|zero budget|no budget at all|"
    r"won't pay|not pay(?:ing)? (?:anything|a)|nothing that costs|gratis|kostenlos\w*|kostenfrei\w*|"
    r"umsonst|gratuite?s?|gratuitos?|gratuitas?|"
    r"percuma|無料|タダ)",
    re.I,
)
_NOT_FREE = re.compile(
    r"(?:gluten|sugar|hassle|stress|dairy|feel|i'm|i am|he's|she's|i'll be|duty|toll|smoke|meat|"
    r"carbon|risk|set|cruelty|"
    r"fat|oil|hands|barrier|worry|we're)[ -]$",
    re.I,
)
_FREE_DROPPED = re.compile(
    r"(?:doesn't|does not|needn't|don't|do not|need not)(?: (?:have|need))?(?: to)? be free|not "
    r"(?:only|just|necessarily) free|paid (?:ones|courses|is) "
    r"(?:are |is )?(?:ok|okay|fine|too)|free or paid|doesn't need to be free|happy to pay|(?:can|"
    r"could|will|willing to|prepared to) pay (?:now|after all|something|a bit|a little)",
    re.I,
)
_NO_LIMIT = re.compile(
    r"money(?:'s| is|s)? (?:no|not an?) (?:object|issue|problem|concern|worry)|money doesn't matter|"
    r"(?:price|cost|budget|fees?|money)"
    r"(?: really)? (?:is|are|'s)? ?(?:not|no|n't) (?:an?|longer|really)? ?(?:issue|problem|concern|"
    r"matter|important|limit|object)\w*|"
    r"(?:price|cost|budget|money|fee) (?:doesn't|does not|no longer|don't) matter\w*|don't (?:care|"
    r"mind|worry) (?:about )?(?:the |what it |how much it )"
    r"?(?:price|cost|budget|costs|money|fee)\b|(?:no|any) (?:price|budget|cost|spending) (?:limit|cap|"
    r"ceiling|range)|no limit on (?:the )?(?:price|budget|cost|money|fee)|"
    r"unlimited budget|(?:i |we )?can pay (?:anything|whatever|any price)|whatever it costs|however "
    r"much it costs|at any price|argent n'est pas|"
    r"geld spielt keine rolle|preis ist egal|el dinero no|el precio no importa|le prix n'a pas|"
    r"予算は(?:気に|問い|いくら)|harga tak (?:penting|kisah)",
    re.I,
)
_PAID_BY_OTHERS = re.compile(
    r"(?:employer|boss|company|work|firm|district|school|council|job ?cent(?:re|er)|union|government|"
    r"state|office|agency|hospital|parents|dad|mum|mom|"
    r"they|husband|wife|insurer|ministry|trust|department|grant|scholarship|bursary|somebody|"
    r"someone)(?:'s|'ll)?(?: else)?(?: is| has| will| would| says? (?:it|they)(?:'ll| will))?"
    r"(?: now| going to| happy to| actually| agreed to| offered to| be)* (?:pay(?:s|ing)?|cover(?:s|"
    r"ing)?|fund(?:s|ing)?|foot(?:s|ing)?|sponsor(?:s|ing)?|reimburses?|pick(?:s|ing)? up)\b"
    r"|(?:paid|covered|funded|sponsored) (?:for )?by (?:my |the |our )?\w+",
    re.I,
)


@cache
def _unit_pattern() -> str:
    """Return an alternation of every sign, word and ISO code that names a currency."""
    codes = [code.lower() for code in Locale("en").currencies if len(code) == 3]
    words = sorted({*SIGNS, *SHARED} - {"r"}, key=len, reverse=True)
    return "|".join(
        [
            *map(re.escape, words),
            *(
                rf"{code}(?![a-z])"
                for code in codes
                if code not in ("all", "top", "try", "mop", "cup", "gel", "ang", "bam", "sos", "lak", "pen", "zar$")
            ),
        ]
    )


@cache
def _amount() -> re.Pattern[str]:
    unit = _unit_pattern()
    span = rf"(?:{NUMBER}\s?(?:-|to|and|or|bis|à|a|~|〜)\s?(?:(?:{unit})\s?)?)?"
    return re.compile(
        rf"(?<![A-Za-z0-9.,])(?:(?P<before>{unit}|"
        rf"r(?=\d))\s?{span}(?P<n1>{NUMBER})(?:\s?(?P<more>{unit})(?![A-Za-z]))?"
        rf"|{span}(?P<n2>{NUMBER})\s?-?(?P<after>{unit})(?![a-z]))",
        re.I,
    )


_BARE = [
    re.compile(
        rf"{_SPENDING}(?:'s| is| of|:|は|um| are| have to be)?[^.!?;\d¦]{{0,25}}?(?P<n>{NUMBER})(?![\w%]|"
        r"\s*(?:hours?|weeks?|months?|days?|years?|min|credits?|ects))",
        re.I,
    ),
    re.compile(
        rf"{_LIMIT}\s(?P<n>{NUMBER})\s(?:for (?:the|a) (?:course|fee|class)|to spend|budget|in total for)", re.I
    ),
    re.compile(
        rf"(?P<n>{NUMBER})\s(?:budget|to spend|is my (?:max|limit|budget)|is (?:all|the most) i can (?:pay|"
        r"spend|afford))",
        re.I,
    ),
]
_CURRENCY_ALONE = re.compile(
    r"\b(?:in|so|i mean|meaning|that's|those are|it's|make (?:it|that)|as in) (?:(?P<unit>[a-z]{3})\b|"
    r"(?P<words>(?:\w+ ){0,2}(?:dollars|bucks|rupees|pesos|pounds|euros?|francs|kroner|kronor|yen)\b))",
    re.I,
)


# Words that only lead up to an amount already read: "my budget is", "fees under".
_LEADING = re.compile(
    rf"\b(?:my |the |with an? |an? )?(?:{_SPENDING}|{_LIMIT})[^.,;!?\d{TAKEN}]{{0,20}}(?={TAKEN})", re.I
)


def currency_of(unit: str, country: str | None) -> str | None:
    """Return the ISO 4217 code that a sign or word names; a shared one takes the country's, without country none."""
    unit = unit.lower()
    local = get_territory_currencies(country)[-1] if country and get_territory_currencies(country) else None
    if unit in ("rupees", "rupee", "rs", "rs.") and country in _RUPEES:
        return local
    if unit in ("pound", "pounds") and country in ("EG", "LB", "SY", "SD"):
        return local
    if unit in SIGNS:
        return SIGNS[unit]
    if kind := SHARED.get(unit):
        if local and re.search(kind, Locale("en").currencies.get(local, "")):
            return local
        return None if country is None else {"Dollar": "USD", "Yen|Yuan": "JPY"}.get(kind)
    return unit.upper() if unit.upper() in Locale("en").currencies else None


def local_currency(country: str | None) -> str | None:
    """Return the currency used in a country today, or `None` where no country is stated."""
    found = get_territory_currencies(country) if country else []
    return found[-1] if found else None


def read_money(passage: Passage, change: Change, profile: LearnerProfile, country: str | None) -> None:
    """Set `max_cost` or `free_only`, or empty both; an amount that is earned or was paid is no limit."""
    for match in passage.find(_amount()):
        unit = match["more"] or match["before"] or match["after"]
        if _NOT_A_LIMIT.search(passage.before(match.start())) or _PER_TIME.search(passage.after(match.end())):
            passage.take(match)
            continue
        _set(change, match["n1"] or match["n2"], currency_of(unit, country), passage.take(match))
    if "max_cost" not in change.values:
        _read_bare(passage, change, profile, country)
    for match in passage.find(_LEADING):
        passage.take(match)
    _read_free(passage, change)
    if "max_cost" not in change.values:
        if match := _NO_LIMIT.search(passage.rest) or _PAID_BY_OTHERS.search(passage.rest):
            change.clear("max_cost", "free_only")
            change.evidence["max_cost"] = passage.take(match)


def _read_bare(passage: Passage, change: Change, profile: LearnerProfile, country: str | None) -> None:
    """Read an amount without currency where spending is spoken of, or a currency for the amount that stands."""
    for pattern in _BARE:
        for match in passage.find(pattern):
            if not _NOT_A_LIMIT.search(passage.before(match.start())):
                _set(change, match["n"], local_currency(country), passage.take(match))
                return
    for match in passage.find(_CURRENCY_ALONE) if profile.max_cost else ():
        unit = (match["unit"] or match["words"]).strip()
        code = currency_of(unit, country) or currency_of(unit.split()[-1], country)
        if code and profile.max_cost:
            change.put("max_cost", Budget(amount=profile.max_cost.amount, currency=code), passage.take(match))


def _set(change: Change, number: str, currency: str | None, words: str) -> None:
    amount = plain(value(number))
    if amount == 0:
        change.put("free_only", True, words)
        return
    change.put("max_cost", Budget(amount=amount, currency=currency), words)
    change.clear("free_only")


def _read_free(passage: Passage, change: Change) -> None:
    if match := _FREE_DROPPED.search(passage.rest):
        change.clear("free_only")
        change.evidence["free_only"] = passage.take(match)
        return
    for match in passage.find(_FREE):
        if not _NOT_FREE.search(passage.before(match.start())) and "max_cost" not in change.values:
            change.put("free_only", True, passage.take(match))
            change.clear("max_cost")
            return
