"""The country a learner lives in, from a country, region or town that the tagger marked as their home."""

from __future__ import annotations

import re

import pycountry

from embeddings.tagger import Stretch
from recommender.slots.change import Change
from recommender.slots.gazetteer import country_of, longest, qualified
from recommender.slots.marks import Marks
from recommender.slots.passage import Passage

# What stands after a town and says where it is: ", NZ", " Ontario".
_TAIL = re.compile(
    r"\s?[,(]?\s?([^\W\d_][\w.' -]{0,25}?)(?=\s?[,.;:!?()]|\s(?:and|but|with|i|looking|want\w*|here)\b|$)", re.I
)
# From here on a place marked as left behind is no home, even where no other is named ("welder from Gdansk").
LEFT_BEHIND = 0.75
# A place in Chinese characters that no table knows is a small one in Japan: those elsewhere are written in kana.
_KANJI = re.compile(r"[\u4e00-\u9fff]{2}")
# A place in Japanese letters before "live in" or "work in": the model behind the tagger knows few of them.
_JAPANESE = re.compile(
    r"([\u4e00-\u9fff\u30a0-\u30ff]{2,8}?)[市県府都区]?(?:に住|在住|で働|で暮|に暮|の(?:会社|病院|工場|学校|大学))"
)
_LIVING = re.compile(
    r"\b(?:based|lives?|living|residing|still|here|i'm|i am|am|currently)(?: now| currently| here)? "
    r"(?:in|near|around|outside|at) (?P<name>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,2})",
    re.I,
)


def homes(passage: Passage) -> list[Stretch]:
    """Return the places, known as such, that are named after "living in", "based in" and the like."""
    found = ((match, longest(match["name"])) for match in _LIVING.finditer(passage.text))
    return [
        Stretch("PLACE", match.start("name"), match.start("name") + len(place[0]), 1.0)
        for match, place in found
        if place
    ]


def read_country(marks: Marks, change: Change, asking: bool) -> None:
    """Set `country` from a marked place, a named country before a town; `asking` where it only asks."""
    found = []
    doubtful = [stretch for stretch in marks.labelled("FROM") if stretch.probability < LEFT_BEHIND and not asking]
    for stretch in marks.labelled("PLACE") or doubtful:
        words, tail = marks.words(stretch), _TAIL.match(marks.passage.text, stretch.end)
        if tail and (code := qualified(tail[1])):
            found.append((True, code, f"{words}, {tail[1]}"))
        elif code := country_at(words):
            found.append((qualified(words.split(",")[-1]) is not None, code, words))
    if not found and _KANJI.search(" ".join(map(marks.words, marks.labelled("PLACE")))):
        found = [(False, "JP", marks.words(marks.labelled("PLACE")[0]))]
    if not found and marks.passage.language == "ja":
        names = [match[1] for match in _JAPANESE.finditer(marks.passage.text)]
        found = [(False, code, name) for name in names if (code := country_of(name))]
    if found:
        _, code, words = max(found, key=lambda place: place[0])
        change.put("country", code, words)


def country_at(words: str) -> str | None:
    """Return the country of a place as it was typed: "dunedin", "Dover in Tassie", "SG"."""
    name = words.title() if words.islower() else words
    parts = [part for part in re.split(r"\s*[,/]\s*|\s+(?:in|near|outside|en|à|bei|di)\s+", name) if part]
    tails = [" ".join(part.split()[i:]) for part in parts for i in range(len(part.split()))]
    return (
        next((code for tail in reversed(tails) if tail[0].isupper() and (code := qualified(tail))), None)
        or next((place[1] for tail in tails if (place := longest(tail))), None)
        or next((code for part in parts if (code := country_of(re.sub(r"[市県府都区]$", "", part)))), None)
        or (name if name.isupper() and pycountry.countries.get(alpha_2=name) else None)
    )
