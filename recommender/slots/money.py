"""What the learner can pay: any currency as people write it, free only, or no limit any more."""

from __future__ import annotations

import re
from functools import cache

from recommender.profile import Budget, LearnerProfile
from recommender.slots.change import Change
from recommender.slots.currencies import currency_of, local_currency, unit_pattern
from recommender.slots.numbers import NUMBER, plain, value
from recommender.slots.passage import TAKEN, Passage

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
def _amount() -> re.Pattern[str]:
    unit = unit_pattern()
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
    unlimited = _NO_LIMIT.search(passage.rest) or _PAID_BY_OTHERS.search(passage.rest)
    if unlimited and "max_cost" not in change.values:
        change.clear("max_cost", "free_only")
        change.evidence["max_cost"] = passage.take(unlimited)


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
