"""Wishes without a number: "cheaper", "shorter", "something harder"."""

from __future__ import annotations

import re

from recommender.slots.change import Change
from recommender.slots.passage import Passage

# Each wish with the slots it touches and its words in six languages.
WISHES = {
    "cheaper": (
        ("max_cost", "free_only"),
        (
            r"cheap(?:er|est)?|less expensive|too (?:expensive|pricey|dear|much money|steep)|lower (?:fee|"
            r"price|cost)s?|more affordable|affordable|inexpensive|budget[- ]friendly|low[- ]cost|(?:can't|"
            r"cannot) afford|lebih murah|murah|moins ch(?:er|ère)s?|trop cher|günstiger\w*|billiger\w*|zu "
            r"teuer|más barat[oa]s?|demasiado caro|安い|安く|高すぎ"
        ),
    ),
    "shorter": (
        ("max_weeks", "max_hours"),
        (
            r"short(?:er|est)|too long|quick(?:er|est|ly)?|fast(?:er|est)?|less time|brief(?:er)?|lebih "
            r"(?:pendek|singkat|cepat)|plus courte?s?|trop long\w*|kürzer\w*|zu lang|schneller\w*|más "
            r"cort[oa]s?|demasiado largo|短い|短く|長すぎ|a few (?:weeks|hours|months|days)|as soon as possible|"
            r"short (?:course|one|ones|class)\w*"
        ),
    ),
    "longer": (
        ("max_weeks", "max_hours"),
        (
            r"longer(?! than)|too short|more in[- ]depth|lebih panjang|plus long\w*|länger\w*|más larg[oa]s?|"
            r"もっと長い"
        ),
    ),
    "harder": (
        ("level",),
        (
            r"hard(?:er|est)|too easy|more (?:advanced|challenging|difficult|demanding)|tougher|higher[- "
            r"]level|advanced(?: level)?|(?:post)?graduate[- ]level|expert[- ]level|master'?s[- ]level|"
            r"degree[- ]level|lebih (?:susah|tinggi|sukar)|plus (?:difficile|avancé)s?|trop facile|"
            r"schwieriger\w*|anspruchsvoller\w*|zu (?:leicht|einfach)|más (?:difícil|avanzad[oa])|もっと難しい|上級|"
            r"簡単すぎ"
        ),
    ),
    "easier": (
        ("level",),
        (
            r"easi(?:er|est)|too (?:hard|difficult|advanced)|(?:for |absolute |complete |total |true "
            r")*beginners?|begginers|less (?:advanced|demanding|difficult)|more basic|entry[- ]level|lower[- "
            r"]level|from scratch|from zero|novice|newbie|introductory|lebih (?:mudah|senang|rendah)|plus "
            r"facile|trop difficile|débutants?|einfacher\w*|leichter\w*|zu (?:schwer|schwierig)|anfänger\w*|"
            r"más fácil|principiantes?|demasiado difícil|初心者|もっと簡単|やさしい|難しすぎ|入門"
        ),
    ),
}
_PATTERNS = {wish: re.compile(rf"(?<!\w)(?:{words})", re.I) for wish, (_, words) in WISHES.items()}
OPPOSITES = {"shorter": "longer", "longer": "shorter", "harder": "easier", "easier": "harder"}


def read_preferences(passage: Passage, change: Change) -> None:
    """Add the wishes without a number to `preferences`, in place of their opposite; a value beside one outweighs it."""
    for wish, pattern in _PATTERNS.items():
        match = pattern.search(passage.rest)
        if match is None:
            continue
        words = passage.take(match)
        if not any(slot in change.values for slot in WISHES[wish][0]):
            change.add("preferences", wish, words)
            if wish in OPPOSITES:
                change.remove("preferences", OPPOSITES[wish])
