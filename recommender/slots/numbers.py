"""Numbers as people write them: digits with any separators, "10k", and words in five languages."""

from __future__ import annotations

import re

from text_to_num import text2num

DIGITS = r"(?:\d{1,3}(?:[.,' ]\d{3})+(?![\d])(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?(?!\d))"
# An amount with its magnitude: "10k", "3 grand", "3万".
NUMBER = rf"{DIGITS}(?:\s?(?:k\b|grand\b|thousand\b|mille\b|tausend\b|ribu\b|lakhs?\b|million\b|juta\b|mil\b|万|千))?"
RANGE = rf"(?P<low>{NUMBER})\s*(?:-|to|or|and|/|bis|à|a|ou|oder|o|hingga|atau|から|〜|~)\s*(?P<high>{NUMBER})"
_MAGNITUDES = {
    "k": 1e3,
    "grand": 1e3,
    "thousand": 1e3,
    "mille": 1e3,
    "tausend": 1e3,
    "ribu": 1e3,
    "mil": 1e3,
    "million": 1e6,
    "juta": 1e6,
    "lakh": 1e5,
    "lakhs": 1e5,
    "万": 1e4,
    "千": 1e3,
}
_EN = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen"
    "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
_UNITS = (
    r"(?:hours?|hrs?|h|days?|weeks?|wks?|months?|years?|weekends?|evenings?|nights?|saturdays?|sundays?|euros?|"
    r"pounds?|dollars?|hundred|thousand|semesters?|sessions?|afternoons?|mornings?|fortnights?)\b"
)
_RUNS = {
    "en": re.compile(rf"\b(?:(?:a|one) (?=hundred|thousand))?(?:{_EN})(?:(?:[ -]| and )(?:{_EN}|one)\b)*\b", re.I),
    "fr": re.compile(
        r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|"
        r"cinquante|soixante|cent|cents|mille)(?:[ -](?:et |deux|trois|quatre|cinq|six|sept|huit|neuf|dix|"
        r"vingts?|cents?|mille|cinquante)\b)*",
        re.I,
    ),
    "de": re.compile(
        r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|"
        r"\w*hundert\w*|\w*tausend\w*)\b",
        re.I,
    ),
    "es": re.compile(
        r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|"
        r"cincuenta|cien|ciento|doscientos|trescientos|quinientos|(?<!\d )mil)(?: (?:y )?(?:dos|tres|cuatro|cinco|"
        r"cien|cincuenta|mil)\b)*",
        re.I,
    ),
}
_MALAY = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "lapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
}
_KANJI = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10"}
_SMALL = [
    (re.compile(r"\b(?:an?|one) hours? and a half\b", re.I), "1.5 hours"),
    (re.compile(rf"\b(\d+) and a half (?={_UNITS})", re.I), r"\1.5 "),
    (re.compile(rf"\b(?:an?|one) and a half (?={_UNITS})", re.I), "1.5 "),
    (re.compile(r"\bhalf an? (?=hours?\b)", re.I), "0.5 "),
    (re.compile(rf"\b(?:a )?couple(?: of)? (?={_UNITS})", re.I), "2 "),
    (
        re.compile(
            r"(?<!hour )(?<!hours )(?<!evenings )(?<!nights )(?<!times )(?<!days )(?<!sessions )\b"
            r"a (?=(?:weekend|fortnight|week|month|year) (?:max|tops|at most|or less|only))",
            re.I,
        ),
        "1 ",
    ),
    (re.compile(r"\ba hundred\b", re.I), "100"),
    (re.compile(r"\ba (?:thousand|grand)\b", re.I), "1000"),
    (re.compile(rf"\b(?:an|one|a single|one single) (?={_UNITS})", re.I), "1 "),
    (
        re.compile(
            r"\b(in|than|over|within|under|most|only|just|have|take|about|like) a (?=(?:weekend|fortnight|"
            r"week|month|year)\b)",
            re.I,
        ),
        r"\1 1 ",
    ),
]


_MINUTES = re.compile(r"\b(\d{2,3})[ -]?(?:minutes?|mins?)\b", re.I)


def in_digits(text: str, language: str = "en") -> str:
    """Return the text with number words as digits: "two hundred quid" becomes "200 quid"; "that one" stays."""
    if language == "ms":
        text = re.sub(r"\bsejam\b", "1 jam", text, flags=re.I)
        return re.sub(
            rf"\b(?:{'|'.join(_MALAY)})\b", lambda match: str(_MALAY[match.group().lower()]), text, flags=re.I
        )
    if language == "ja":
        units = "時間|週間|週|ヶ月|か月|カ月|日|万|つ目|番目|番"
        text = re.sub(rf"([{''.join(_KANJI)}])(?={units})", lambda match: _KANJI[match.group(1)], text)
        return re.sub(r"(\d+)時間半", r"\1.5時間", text)
    for pattern, digits in _SMALL if language == "en" else ():
        text = pattern.sub(digits, text)
    text = _MINUTES.sub(lambda match: f"{float(match[1]) / 60:g} hours", text)
    run = _RUNS.get(language)
    return run.sub(lambda match: _digits(match.group(), language), text) if run else text


def _digits(words: str, language: str) -> str:
    """Return number words as digits, or as they are where they make no number."""
    try:
        return str(text2num(words, language))
    except ValueError:
        return words


def value(text: str) -> float:
    """Return the number that a match of NUMBER stands for: "3.000" is 3000, "2,5" is 2.5, "1,000.50" is 1000.5."""
    match = re.match(rf"({DIGITS})\s?([a-z万千]*)", text.strip().lower())
    if match is None:
        raise ValueError(f"{text!r} is no number; expected digits such as 1,000 or 10k.")
    digits, magnitude = match.groups()
    digits = re.sub(r"[' ]", "", digits)
    whole, _, fraction = re.fullmatch(r"(.*?)(?:([.,])(\d{1,2}))?", digits).groups("")  # type: ignore[union-attr]
    number = float(re.sub(r"[.,]", "", whole) + (f".{fraction}" if fraction else ""))
    return number * _MAGNITUDES.get(magnitude, 1)


def plain(number: float) -> float:
    """Return the number without float noise: 12 rather than 12.000000001."""
    return round(number, 4)
