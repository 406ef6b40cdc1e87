"""Turns of phrase that settle an intent, where grammar is surer than meaning; they stand in `data/cues.txt`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import cast, get_args

from recommender.profile import Intent

FILE = Path(__file__).parent / "data" / "cues.txt"
# What the angle brackets of the file stand for.
_GROUPS = {
    "<framework>": r"(?:eqf|nzqcf|nzqf|aqf|nfq|mqf|scqf|rqf|fheq|jeqf|nqf|qqi|cefr|dqr)",
    "<unit>": r"(?:ects|credits?|cats|credit points|points|credit hours|kredit|crédits?|créditos?|単位)",
    "<which>": r"(?:one|of (?:the|these|those|them)|course|is|option|two|takes|has|costs?)",
    "<only>": r"[\s!.,:)(;👍🙏😊😀❤-]*",
}
# These are only ever questions: "it should count for a degree" is a limit, "does it count for a degree?" asks.
_QUESTIONS: frozenset[Intent] = frozenset({"convert", "define", "explain_stacking", "explain_trust", "explain_level"})
_ASKS = re.compile(
    r"[?？]|(?:^|[.,;:!-]\s?|\b(?:so|and|but|ok|okay|then|hi|hello|hey|right|well|also|please|lol|ah|"
    r"um|hmm|now|cool|great|thanks)[,!.]? )(?:is|are|does|do|did|can|could|would|will|what|what's|"
    r"which|how|how's|who|who's|why|should|where|when|am i|"
    r"any chance|have you|has it|tell me|explain|define|convert|translate|meaning of|definition of|"
    r"show me how|wonder\w*|curious (?:if|whether|what|how))\b|\b(?:what|how|whether|who|why) (?:\w+ "
    r"){1,6}(?:means?|is|are|does|works?)\W*$|"
    r"(?:ですか|ますか|何|なに|どう|教えて|とは)|\b(?:apa|adakah|berapa|macam mana|bagaimana|ke\b|tak\b|siapa|kenapa)|"
    r"\b(?:quel|quelle|comment|pourquoi|combien|est-ce|c'est quoi|qui|quoi|was|wie|warum|wer|"
    r"welche\w*|ist|sind|kann|wird|qué|cómo|cuál|cuánt\w+|quién|por qué)\b",
    re.I,
)


def asks(text: str) -> bool:
    """True where a message has the shape of a question."""
    return _ASKS.search(text) is not None


def cue(text: str) -> Intent | None:
    """Return the intent that the grammar of a text settles, `None` where it settles none."""
    is_question = asks(text)
    return next(
        (intent for intent, pattern in _cues() if pattern.search(text) and (is_question or intent not in _QUESTIONS)),
        None,
    )


@cache
def _cues() -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    """Return the blocks of the file in order, each as one pattern; raises ValueError on a block that is no intent."""
    blocks: list[tuple[str, list[str]]] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1] in get_args(Intent):
            blocks.append((line[1:-1], []))
        elif line and not line.startswith("#"):
            if not blocks:
                raise ValueError(f"{FILE.name}: {line!r} stands before the first [intent].")
            blocks[-1][1].append(line)
    return tuple((cast(Intent, intent), _compiled("|".join(lines))) for intent, lines in blocks)


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, group in _GROUPS.items():
        pattern = pattern.replace(name, group)
    return re.compile(pattern, re.I | re.S)
