"""Limits taken back by name: "forget the budget", "any level", "the time limit doesn't matter"."""

from __future__ import annotations

import re

from recommender.profile import LearnerProfile
from recommender.slots.assessment import kinds_in
from recommender.slots.change import Change, key_of
from recommender.slots.marks import Marks

# What a limit is called, in six languages, and the slots it stands for.
NAMES = {
    r"budget|price|cost|money|fees?|bajet|harga|kos|prix|coût|preis|kosten|precio|presupuesto|coste|"
    r"予算|値段|価格": ("max_cost", "free_only"),
    r"free|gratis": ("free_only",),
    r"(?:weekly )?hours?(?: (?:a|per) week)?|weekly (?:limit|hours)|hours? limit|workload|jam|heures|"
    r"stunden|horas": ("max_hours_per_week", "max_hours", "session_hours"),
    r"weeks?|length|duration|deadline|months?|weekends?|time limit|time(?:frame|scale)?|how long|"
    r"(?:time|week) (?:cap|limit)|minggu|tempoh|durée|semaines|dauer|wochen|duración|plazo|期間|"
    r"zeitlimit": ("max_weeks", "max_hours"),
    r"levels?|aqf|nfq|eqf|mqf|scqf|rqf|nzqcf|tahap|niveau|niveaux|stufe|nivel|レベル": ("level",),
    r"languages?|english|bahasa|langue|sprache|idioma|言語": ("languages",),
    r"online|mode|format|delivery|in[- ]person|campus|classroom|face[- ]to[- ]face|where it's taught|"
    r"remote|mod|hybrid|blended": ("mode", "avoid_mode"),
    r"pac(?:e|ing)|schedule|timetable|self[- ]paced|live|rythme|tempo|ritmo": ("pacing",),
    r"exams?|tests?|assessments?|quiz(?:zes)?|portfolio|project|peperiksaan|prüfung(?:en)?|examen": (
        "avoid_assessment",
        "want_assessment",
    ),
    r"providers?|platforms?|universit(?:y|ies)|schools?|penyedia|anbieter|fournisseur|proveedor": (
        "providers",
        "avoid_providers",
    ),
    r"stack(?:ing|able)?|credits?|counting|degree(?: thing| part| bit)?": ("must_stack", "stack_into"),
    r"micro-?credentials?(?: (?:only|thing|rule|requirement))?": ("must_be_micro_credential",),
    r"country|location|place|where i live|negara|pays|land|país|国": ("country",),
}


def slots_named(words: str) -> tuple[str, ...]:
    """Return the slots whose limit these words name, none where they name no limit."""
    return next((slots for names, slots in NAMES.items() if re.search(rf"(?<!\w)(?:{names})(?!\w)", words, re.I)), ())


def read_withdrawal(marks: Marks, change: Change, profile: LearnerProfile) -> None:
    """Empty the limits whose names are marked as dropped, and take off the items that are named so."""
    for stretch in marks.labelled("DROP"):
        words = marks.words(stretch)
        kinds = kinds_in(words)
        for kind in kinds:
            for slot in ("avoid_assessment", "want_assessment"):
                if kind in getattr(profile, slot):
                    change.remove(slot, kind)
        for slot in ("providers", "avoid_providers", "goal_skills"):
            for item in getattr(profile, slot):
                if key_of(item) in key_of(words):
                    change.remove(slot, item)
        if profile.stack_into and key_of(profile.stack_into) in key_of(words):
            change.clear("stack_into", "must_stack")
        for slot in () if kinds else slots_named(words):
            if getattr(profile, slot) and slot not in change.values and slot not in change.added:
                change.clear(slot)
                change.evidence[slot] = words
        marks.passage.hide(stretch.start, stretch.end)
