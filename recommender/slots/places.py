"""The country a learner lives in, from a country, region or city; where they come from or studied is not it."""

from __future__ import annotations

import re
from typing import NamedTuple

from recommender.slots.change import Change
from recommender.slots.gazetteer import country_of, longest, qualified, stands_alone
from recommender.slots.passage import Passage

_PREPOSITION = (
    r"(?:in|kat|dekat|(?:now )?(?:living|live|lives|based|residing|moved to)(?-i:(?= [A-Z]))|near|"
    r"around|round|outside|from|at|to|based in|based out of|live in|living in|lives in|located in|out "
    r"of|over in|up in|down in|here in|"
    r"just outside|moved to|à|en|au|aux|in der nähe von|aus|de|di|dari|bei|cerca de|close to|not far "
    r"from|across|within|greater|county|co\.?)"
)
_NAME = (
    r"(?:St\. )?[^\W\d_][\w'-]*(?: (?!(?:in|at|from|near|and|with|en|à|bei|und|et|y|je|"
    r"i|who|but|or|for|on|to|where|is|was|"
    r"as|looking|want|wants|here|now|since|by|outside|around|after|so)\b)[^\W\d_][\w'-]*){0,3}"
)
_PLACE = re.compile(
    rf"(?<![\w])(?P<prep>{_PREPOSITION})\s(?:(?:the|an?|my|our|sunny|rainy|beautiful|lovely) "
    r")?(?:(?:\w+ )?(?:city|town|village|suburb|area|outskirts|north|south|east|west|centre|middle) "
    r"of |(?:north|south|east|west|central|rural|downtown|upstate|northern|southern|eastern|western) "
    rf")?(?P<name>{_NAME})(?:\s?,\s?(?P<region>{_NAME}))?",
    re.I,
)
_BARE = re.compile(
    r"(?:^|[,(.;!]\s?|\b(?:here|i'm|"
    rf"and)\s)(?P<name>{_NAME})(?:,\s?(?P<region>{_NAME}))?(?=\s?(?:[,.;!)¦]|$|here\b|based\b|"
    r"resident\b))",
    re.I,
)
_ORIGIN = re.compile(
    r"(?:\b(?:originally|came|come|comes|coming|moved here|emigrated|immigrated|fled|native|born|grew "
    r"up|(?:degree|diploma|qualified|graduated|trained|studied|bachelor\w*|"
    r"master\w*|certificate|qualification|licen[cs]e|university|lady with me|"
    r"moved)[^.,;]{0,30})\s*(?:from\s*)?|\bfrom)\s*$|\b(?:originally|graduated|studied|trained|"
    r"qualified|born|degree)\b[^.,;]{0,25}$",
    re.I,
)
_NOW = re.compile(
    r"\b(?:now|live[sd]?|living|based|moved|landed|settled|currently|these days|resident|arrived|relocated)\b", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:recogni[sz]ed|valid|accepted|work|move|moving|use|used|count|weather|jobs?|relocate|"
    r"relocating|emigrate|emigrating|go|travel|holiday|go back|use (?:it|that|this)|company|office|"
    r"offices|job offer)\s*$",
    re.I,
)
_JAPANESE = re.compile(
    r"([\u4e00-\u9fff\u30a0-\u30ff]{2,8}?)(?:市|県|府|都|区|州)?(?:に住|在住|に在住|で(?=[^、。]{1,10}(?:をして|として|"
    r"をやって))|で働|で暮|に暮|にいま|の(?:会社|病院|工場|学校|大学|介護|保育)|から(?:です|書))"
)


class Home(NamedTuple):
    """A place found in a text: `certainty` 3 where they say they live there, 2 after "in", 1 after "from" or alone."""

    certainty: int
    country: str
    start: int
    end: int


def read_country(passage: Passage, change: Change) -> None:
    """Set `country` from where the learner lives; a place after "from" gives way to one after "in" or "live"."""
    best: Home | None = None
    for match in passage.find(_PLACE):
        if (found := _judge(passage, match)) and (best is None or found.certainty > best.certainty):
            best = found
    best = best or _bare(passage) or _japanese(passage)
    if best:
        change.put("country", best.country, passage.text[best.start : best.end])
        passage.hide(best.start, best.end)


def _judge(passage: Passage, match: re.Match[str]) -> Home | None:
    """Return a place after a preposition, or `None` where it is not where they live."""
    prep = match["prep"].lower()
    place = longest(match["name"])
    if place is None:
        return None
    before = passage.before(match.start(), 60)
    if _ELSEWHERE.search(before) or (prep == "to" and not _NOW.search(before)):
        return None
    whole = place[0] == match["name"]
    after = passage.after(match.start("name") + len(place[0]), 20)
    inner = re.match(r"\s(\w+)", after)
    code = qualified(match["region"]) if whole else None
    if code is None and not whole and inner:
        code = qualified(match["name"][len(place[0]) :].strip()) if place[0][0].isupper() else None
    origin = prep in ("from", "aus", "dari", "de") or _ORIGIN.search(before)
    certainty = 3 if _NOW.search(before + prep) else 1 if origin else 2
    if _ORIGIN.search(before) and re.search(
        r"degree|graduat|studied|trained|qualified|born|originally|bachelor|diploma|grew|lady", before, re.I
    ):
        return None
    if prep == "from" and re.search(
        r"\b(?:course|courses|only|provider|certificate|degree|something|anything|one|ones)\s*$", before
    ):
        return None
    start = match.start("name")
    end = match.end() if code and whole and match["region"] else start + len(place[0])
    return Home(certainty, code or place[1], match.start() if certainty > 1 else start, end)


def _bare(passage: Passage) -> Home | None:
    """Return a place that stands alone between commas, such as "electrician, Hamilton, Ontario"."""
    for match in passage.find(_BARE):
        if _ORIGIN.search(passage.before(match.start("name"))):
            continue
        for group in ("name", "region"):
            name = match[group] or ""
            place = longest(name)
            if place is None or not stands_alone(place[0]):
                continue
            inner = qualified(name[len(place[0]) :].strip() or None)
            if place[0] == name:
                region = match["region"] if group == "name" else None
                return Home(
                    1, qualified(region) or place[1], match.start(group), match.end() if region else match.end(group)
                )
            if inner:
                return Home(1, inner, *match.span(group))
    return None


def _japanese(passage: Passage) -> Home | None:
    """Return a place in Japanese letters before "live in" or "work in"."""
    for match in passage.find(_JAPANESE) if passage.language == "ja" else ():
        for name in (match[1], re.sub(r"[市県府都区]$", "", match[1])):
            if code := country_of(name):
                return Home(2, code, *match.span())
    return None
