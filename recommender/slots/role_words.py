"""Which words name an occupation, and where its name ends."""

from __future__ import annotations

import re
from functools import cache

from recommender.occupations import occupations
from recommender.slots.passage import TAKEN
from recommender.word_lists import word_list

WORD = r"[^\W_][\w'+#.&/-]*"
ADJECTIVES = (
    r"(?:(?:retired|former|ex|qualified|trained|fully|newly|full[- ]time|part[- ]time|freelance|"
    r"self[- ]employed|senior|junior|current|currently|just|still|only|mere|humble|also|\d+[- "
    r"]?(?:year|yr)s?[- ]old|\d+ ?yo|busy|"
    r"experienced|recently|redundant|registered|certified|proper|good|better|great|professional|real|"
    r"successful|simple|normal|now|basically|actually|working|unemployed|stuck|an?|as|in)[ ,]+)*"
)
SITUATION = re.compile(
    r"^(?:\w+[- ]){0,3}?(?:student|graduate|grad|parent|mother|mum|mom|dad|father|retiree|pensioner|"
    r"job ?seeker|jobless|unemployed|beginner|novice|newbie|newcomer|immigrant|refugee|migrant|"
    r"veteran|learner|adult|man|woman|guy|girl|boy|lad|lady|person|people|school ?leaver|"
    r"fresher|undergrad(?:uate)?|housewife|homemaker|volunteer|expat|citizen|resident|member|fan|"
    r"lover|enthusiast|hobbyist|widow\w*|grandmother|grandfather|fresh|client|visitor|user|customer|"
    r"learners?|returner|amateur|bit|lot|little|total|complete|native|native speaker|speaker|runner|"
    r"gamer|christian|muslim)s?\b$",
    re.I,
)


@cache
def heads() -> frozenset[str]:
    """Return the nouns that a role ends in, singular and plural, in lower case, from the list and the table."""
    words = word_list("occupations") | {title.split()[-1].casefold() for title in occupations().titles}
    return frozenset(words)


# Endings of occupations written as one word: "steelworker", "dressmaker".
_COMPOUND = (
    "worker",
    "keeper",
    "maker",
    "driver",
    "fitter",
    "smith",
    "wright",
    "cutter",
    "grower",
    "breeder",
    "handler",
    "operator",
    "builder",
    "master",
    "ologist",
    "grapher",
    "therapist",
    "nurse",
    "teacher",
    "woman",
    "fisherman",
    "craftsman",
    "herder",
    "layer",
    "khand",
    "mhand",
)
# Endings that make an occupation of most words, trusted only after "I'm a" and the like.
_AGENT = re.compile(r"(?:[^e]er|eer|or|ist|ian|ician|ant|man|ess|nik)s?$", re.I)
_NO_AGENT = word_list("not occupations")
STOP = word_list("end of a role")


def role_after(text: str, start: int, lenient: bool = False) -> tuple[str, int] | None:
    """Return the role that begins at a place, with its end: words up to the last one that names an occupation.

    With `lenient` an ending that usually makes an occupation ("riveter") is enough.
    """
    stretch = re.match(
        rf"(?:{ADJECTIVES})((?:{WORD}(?: |$|(?=[,.;:!?()]|{TAKEN}))){{1,7}})", text[start : start + 120], re.I
    )
    if stretch is None:
        return None
    words = list(re.finditer(WORD, stretch[1]))
    end: int | None = None
    for place, word in enumerate(words):
        plain = word.group().casefold().strip(".'")
        if (
            plain in STOP
            and word.group() != "IT"
            and not (plain == "and" and place and _joins(words[place + 1 :]))
            and not (plain == "of" and end is not None and place == end + 1)
        ):
            break
        if is_head(plain) or (lenient and plain not in _NO_AGENT and len(plain) > 4 and _AGENT.search(plain)):
            end = place
    if end is None or SITUATION.search(stretch[1][: words[end].end()]):
        return None
    offset = start + stretch.start(1)
    after_of = (
        re.match(rf" of (?:the )?({WORD}(?: {WORD})?)", text[offset + words[end].end() :])
        if words[end].group().lower() in ("head", "director", "manager", "professor", "president")
        else None
    )
    finish = offset + words[end].end() + (after_of.end() if after_of else 0)
    return text[offset + words[0].start() : finish].strip(" .,'"), finish


def is_head(word: str) -> bool:
    """True where a word names an occupation, alone or as the last of several: "nurses", "steelworker"."""
    word = re.sub(r"^.*[-/]", "", word)
    return any(form in heads() or form.endswith(_COMPOUND) for form in (word, word.removesuffix("s")))


def _joins(rest: list[re.Match[str]]) -> bool:
    """True where "and" stands inside a role ("sheep and beef farmer"): an occupation's word follows at once."""
    plain = [word.group().casefold().strip(".'") for word in rest[:3]]
    for place, word in enumerate(plain):
        if word in STOP:
            return False
        if is_head(word):
            return place > 0 or len(plain) > 0
    return False
