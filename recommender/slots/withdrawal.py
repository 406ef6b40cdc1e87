"""Limits taken back by name: "forget the budget", "any level", "the time limit doesn't matter"."""

from __future__ import annotations

import re

from recommender.profile import LearnerProfile
from recommender.slots.change import Change
from recommender.slots.passage import Passage

# What a limit is called, in six languages, and the slots it stands for.
NAMES = {
    r"budget|price|cost|money|fees?|bajet|harga|kos|prix|coût|preis|kosten|precio|presupuesto|coste|"
    r"予算|値段|価格": ("max_cost", "free_only"),
    r"free|gratis": ("free_only",),
    r"(?:weekly )?hours?(?: (?:a|per) week)?|weekly (?:limit|hours)|hours? limit|workload|jam|heures|"
    r"stunden|horas": ("max_hours_per_week", "max_hours", "session_hours"),
    r"weeks?|length|duration|deadline|months?|weekend|time limit|time(?:frame|scale)?|how long|"
    r"(?:time|week) (?:cap|limit)|minggu|tempoh|durée|semaines|dauer|wochen|duración|plazo|期間|"
    r"zeitlimit": ("max_weeks", "max_hours"),
    r"levels?|aqf|nfq|eqf|mqf|scqf|rqf|nzqcf|tahap|niveau|niveaux|stufe|nivel|レベル": ("level",),
    r"languages?|english|bahasa|langue|sprache|idioma|言語": ("languages",),
    r"online|mode|format|delivery|in[- ]person|campus|classroom|face[- ]to[- ]face|where it's taught|"
    r"remote|mod": ("mode", "avoid_mode"),
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
_LIMIT = (
    r"(?: (?:limit|limits|cap|restriction|restrictions|requirement|rule|condition|filter|thing|bit|"
    r"ceiling|part|constraint|range|max(?:imum)?|minimum|preference|only))?"
)
_DROP = (
    r"(?:forget|drop|drops|remove|lift|lose|scrap|ignore|ditch|delete|clear|cancel|skip|take off|take "
    r"away|leave out|get rid of|waive|loosen|relax|never ?mind|don't (?:care|mind|worry) about|"
    r"doesn't have to|without|no(?! (?:exam|test|quiz|project|online|english|degree|level|free|money|"
    r"budget))|lupakan|buang|abaikan|"
    r"oublie[zr]?|oublions|enlève[rz]?|supprime[rz]?|vergiss|vergessen|streich\w*|ohne|olvida(?:r|te "
    r"de)?|quita(?:r)?|elimina(?:r)?|sin límite de|sans limite de)"
)
_SOFT = (
    r"(?:can|could|please|just|ok|okay|fine|the|that|my|his|her|about|any|all|a|it|about the|le|la|"
    r"les|el|los|das|die|den|had)"
)
_INDIFFERENT = (
    r"(?:doesn't|does not|don't|no longer|isn't|is not|not)(?: really| actually)? (?:matter|important|"
    r"that important|a problem|an issue|bother me|bothered|needed|fussed|essential|crucial)|"
    r"is(?:n't)? (?:irrelevant|optional|flexible|negotiable|whatever|up to you|open)|can (?:go|be "
    r"(?:anything|dropped|ignored|whatever))|"
    r"whatever|n'a pas d'importance|n'est pas important|m'est égal|ist (?:egal|nicht wichtig|"
    r"unwichtig)|spielt keine rolle|no importa|da igual|me da igual|tak penting|tak kisah|は(?:気にし|問い|"
    r"関係な|何でも|どう|なん)"
)


def slots_named(words: str) -> tuple[str, ...]:
    """Return the slots whose limit these words name, none where they name no limit."""
    return next((slots for names, slots in NAMES.items() if re.search(rf"(?<!\w)(?:{names})(?!\w)", words, re.I)), ())


def read_withdrawal(passage: Passage, change: Change, profile: LearnerProfile) -> None:
    """Empty the slots whose limits are dropped by name."""
    for words, slots in NAMES.items():
        patterns = (
            rf"\b{_DROP} (?:{_SOFT} )*(?:\w+ )?(?:{words}){_LIMIT}(?![\w])",
            rf"(?<!\w)(?:the |my )?(?:{words}){_LIMIT}(?: (?:really|actually|now))? ?(?:{_INDIFFERENT})",
            r"\b(?:any|whatever|whichever|n'importe quel(?:le)?|peu importe (?:le|la)|jede[sr]?|egal "
            rf"welche[sr]?|cualquier|apa-apa|mana-mana) (?:other )?(?:{words})(?: (?:is|are|will|would be))? "
            r"?(?:fine|ok|okay|do|good|works?|goes|then|now)?(?![\w])",
            rf"(?:tak kisah|peu importe|egal|da igual|don't (?:mind|care)) (?:{_SOFT} |what |which |how "
            rf")*(?:{words})(?![\w])",
            rf"(?:{words})(?:の(?:制限|上限|条件))?(?:は|を)?(?:なし|無し|外して|忘れて|やめて|なくして|消して|問いません|気にしません|何でも)",
        )
        for pattern in patterns:
            if match := re.search(pattern, passage.rest, re.I):
                if not any(getattr(profile, slot) for slot in slots) and match.group().lower().startswith(
                    ("no ", "without", "skip", "ohne", "any")
                ):
                    continue
                change.clear(*slots)
                for slot in slots:
                    change.evidence[slot] = match.group()
                passage.take(match)
                break
