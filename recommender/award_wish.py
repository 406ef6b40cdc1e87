"""Which award a learner's sentence means: one by its name, or a kind of award ("the graduate certificate")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recommender.award_names import KINDS, resemblance, words
from recommender.links import Award
from recommender.stacking import StackingGraph

# Kinds of award, the narrower ones first, each with how it is recognised in a sentence, a title or a record's type.
AWARD_KINDS = {
    name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for name, pattern in {
        "postgraduate certificate": r"post-?graduate cert\w*|pg ?cert\w*",
        "postgraduate diploma": r"post-?graduate dip\w*|pg ?dip\w*",
        "graduate certificate": r"grad(?:uate)? ?cert\w*",
        "graduate diploma": r"grad(?:uate)? ?dip\w*",
        "higher certificate": r"higher cert\w*",
        "associate degree": r"associate'?s?(?: degree)?",
        "bachelor's degree": r"bachelor'?s?|b\.?sc|b\.?a|undergraduate degree|ijazah sarjana muda|licence",
        "master's degree": r"master'?s?(?! distinction)|m\.?sc|m\.?ba|ll\.?m",
        "degree": r"degrees?|ijazah|bachelor'?s?|master'?s?(?! distinction)|[bm]\.?sc|mba|studium",
        "diploma": r"diplomas?|diplôme",
        "apprenticeship": r"apprenticeships?",
    }.items()
}
# What comes before the name of an award in a question about it, and what ends the name.
_BEFORE = re.compile(
    r"\b(?:for|towards?|into|get|earn|gain|reach|complete|finish|obtain|do|to|plan|für|zum|pour|para|untuk)\s+"
    r"(?:(?:the|an?|my|this|your|that|das|den|die|der|ein\w*|le|la|les|un[ae]?|el|los|las)\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[?!;:\n]|,|\.\s|\b(?:in|at|on)\s\d|"
    r"\b(?:with|if|when|within|under|below|while|and then|but|please|after|before)\b",
    re.IGNORECASE,
)
SURE = 0.5  # resemblance above which words without a kind of award name one and no field of study
MAX_WORDS = 12


def named_award(message: str, graph: StackingGraph) -> Award | None:
    """Return the award that a sentence asks about by its name: "what do I need for the Six Sigma Green Belt?"."""
    for before in _BEFORE.finditer(message):
        rest = _AFTER.split(message[before.end() :], maxsplit=1)[0].split()[:MAX_WORDS]
        for end in range(len(rest), 0, -1):
            if (award := award_by_name(" ".join(rest[:end]), graph)) is not None:
                return award
    return None


def award_by_name(name: str, graph: StackingGraph) -> Award | None:
    """Return the award that words name, `None` where they are as well the name of a field: "sustainability"."""
    award = graph.award(name)
    if award is None or award.key == name:
        return award
    own = set(words(name))
    telling = own - KINDS
    tells_apart = bool(telling) and (kind_of(name) is not None or bool(own & KINDS) or bool(re.search(r"\d", name)))
    is_close = len(telling) > 1 and resemblance(name, award.names, award.provider) > SURE
    return award if tells_apart or is_close or set(words(award.title)) == own else None


def kind_of(text: str) -> str | None:
    """Return the kind of award that a text names, the narrowest, `None` where it names none."""
    return next((kind for kind, form in AWARD_KINDS.items() if form.search(text)), None)


def bare_kind(text: str) -> str | None:
    """Return the kind of award that a text names without a field: "a degree", and not "a degree in nursing"."""
    kind = kind_of(text)
    field = kind and re.search(
        rf"(?:{AWARD_KINDS[kind].pattern})(?:\W+(?:degree|programme))?\W+(?:in|of|for)\s+\w", text, re.IGNORECASE
    )
    return None if field else kind


def is_of_kind(award: Award, kind: str) -> bool:
    """Return whether an award is of a kind, by its type where a record states one, else by its title."""
    return AWARD_KINDS[kind].search(award.type or award.title) is not None


def of_kind(awards: Iterable[Award], kind: str) -> list[Award]:
    """Return the awards of a kind, in their order."""
    return [award for award in awards if is_of_kind(award, kind)]
