"""Let a language model rephrase a reply, and take its words only where they hold every fact of ours and add none.

Here the model sees our reply and nothing else of the conversation. Lists and tables never leave: a mark stands for
each.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from recommender.language_model import LanguageModel, ModelError

MIN_SHARE, MAX_GROWTH = 0.5, 1.6  # how much shorter or longer than ours the model's words may be
INSTRUCTIONS = (
    "Rephrase the text in the same language so that it reads warmly and plainly. Keep every fact, number, name, level, "
    "quoted phrase and question. Add nothing and leave nothing out. Keep each mark such as [[1]] on a line of its own, "
    "in its order. Answer with the rephrased text only."
)
# Words that make a claim: a rephrased reply may use one only as often as ours does.
CLAIMS = (
    "accredit|recogni[sz]|approv|official|guarante|certif|qualif|degree|licen[cs]|free|cheap|expensive|best|top|leading|popular|"
    "job|salary|earn|employ|hire|promot|visa|discount|scholarship|refund|fund|deadline|enrol|sign up|apply|click|"
    "require|mandatory|must|never|always|every|all|none|only|most|least|not stated|legal|medical|safe|proven"
)
# The same in the other languages: stems, for an ending may follow (de, fr, es, ms), and Japanese without word ends.
CLAIMS_ABROAD = (
    "anerkann|akkredit|garant|zertifi|abschluss|zugelassen|kostenlos|gratis|günstig|teuer|best|führend|beliebt|gehalt|"
    "stelle|visum|rabatt|stipendi|frist|bewerb|pflicht|immer|jede|alle|nur|"
    "reconnu|accrédit|agréé|officiel|diplôm|gratuit|cher|meilleur|populaire|emploi|salaire|embauch|visa|remise|bourse|"
    "inscri|obligat|toujours|chaque|tous|toutes|seul|"
    "reconoc|acredit|oficial|aprobad|título|gratuit|barat|caro|mejor|popular|empleo|trabajo|sueldo|salario|descuento|beca|"
    "plazo|matric|siempre|todo|toda|solo|sólo|"
    "diiktiraf|akreditasi|rasmi|jamin|ijazah|percuma|murah|mahal|terbaik|popular|pekerjaan|gaji|diskaun|biasiswa|daftar|"
    "wajib|mesti|sentiasa|semua|hanya|sahaja"
)
CLAIMS_IN_JAPANESE = (
    "認定|認可|公式|保証|学位|資格|無料|安い|高い|最高|最も|人気|就職|給料|割引|奨学金|"
    "締切|申込|必須|必ず|すべて|全て|だけ|のみ"
)
# Words that may open a sentence of theirs although ours has none such; any other new capital may be a name.
OPENERS = frozenset(
    re.findall(
        r"\w+",
        "A Also An And Are As At Based Below Both But By Did Do Does Each For From Glad Got Great Happy Has Have Here "
        "How If In Is It Just Let My Now Of Okay On Or Our Please Should So Sure Tell Thank Thanks That The Then There "
        "These They This Those To We What When Which While With Would You Your",
    )
)
_CLAIM = re.compile(rf"\b(?:{CLAIMS}|{CLAIMS_ABROAD})\w*|{CLAIMS_IN_JAPANESE}", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|no|cannot|nothing|without|neither|nor|nicht|nichts|kein\w*|ohne|nie|pas|rien|sans|jamais|aucun\w*|sin|nada|"
    r"nunca|ningun\w*|tidak|bukan|tanpa|tiada|belum)\b|n['’]t\b|ません|ない|なし",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORD = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|"
    r"half|twice|double|dozen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert|tausend|deux|trois|quatre|cinq|sept|"
    r"huit|neuf|dix|cent|mille|dos|tres|cuatro|cinco|siete|ocho|nueve|diez|cien|mil|dua|tiga|empat|lima|enam|tujuh|lapan|"
    r"sembilan|sepuluh|ratus|ribu)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\*\*[^*]+\*\*|\b[A-Z]{2,}\b")
_CODE = re.compile(r"https?:|www\.|[<>`|]|!\[|\]\(|\[\[|\$|[​-‏‪-‮⁦-⁩]")
_MARK = re.compile(r"\[\[(\d+)\]\]")
_LIST = re.compile(r"^\s*(?:\d+\.|[-*|])\s")


class Phraser(LanguageModel):
    """Has a language model say a reply in its own words, and holds these to ours."""

    def rephrase(self, text: str, names: Sequence[str] = ()) -> str:
        """Return the reply in the model's words, or unchanged where these fail, come late or do not hold its facts.

        `names` are the titles and providers of the whole catalogue: none may turn up that our reply does not have.
        """
        prose, fixed = _set_lists_aside(text)
        if not re.search(r"\w", _MARK.sub("", prose)):
            return text
        try:
            theirs = self.ask(INSTRUCTIONS, prose)
        except ModelError:
            return text
        if faults(prose, theirs, names):
            return text
        return _MARK.sub(lambda mark: fixed[int(mark[1]) - 1], theirs)


def faults(ours: str, theirs: str, names: Sequence[str] = ()) -> list[str]:
    """Return every way in which their words do not hold our facts, or hold more than these; empty where they do."""
    found = []
    if not MIN_SHARE * len(ours) <= len(theirs) <= MAX_GROWTH * len(ours) + 80:
        found.append("length")
    if _MARK.findall(ours) != _MARK.findall(theirs):
        found.append("marks")
    bare_ours, bare_theirs = _MARK.sub("", ours), _MARK.sub("", theirs)
    if _CODE.search(bare_theirs) and not _CODE.search(bare_ours):
        found.append("code")
    if any(_LIST.match(line) for line in bare_theirs.splitlines()):
        found.append("list")
    for name, pattern in {"numbers": _NUMBER, "names": _QUOTED}.items():
        if _found(pattern, bare_ours) != _found(pattern, bare_theirs):
            found.append(name)
    for name, pattern in {"number words": _NUMBER_WORD, "claims": _CLAIM}.items():
        if _found(pattern, bare_theirs) - _found(pattern, bare_ours):
            found.append(name)
    if sum(_found(_NEGATION, bare_ours).values()) != sum(_found(_NEGATION, bare_theirs).values()):
        found.append("negation")
    if bare_ours.count("?") != bare_theirs.count("?"):
        found.append("questions")
    if _foreign(bare_ours, bare_theirs, names):
        found.append("new names")
    return found


def _found(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(match.casefold() for match in pattern.findall(unicodedata.normalize("NFKC", text)))


def _foreign(ours: str, theirs: str, names: Sequence[str]) -> set[str]:
    """Return names of the catalogue, and capitalised words that open no sentence as a rule, that only theirs has."""
    mine, other = ours.casefold(), theirs.casefold()
    new = {name for name in names if len(name) > 3 and name.casefold() in other and name.casefold() not in mine}
    capitalised = re.findall(r"\b(?!I['’])[A-ZÀ-Ý][\w'’-]+", theirs)
    return new | {word for word in capitalised if word.casefold() not in mine and word not in OPENERS}


def _set_lists_aside(text: str) -> tuple[str, list[str]]:
    """Return the text with a mark in place of each list or table, and these in their order."""
    prose, fixed = [], []
    for paragraph in text.split("\n\n"):
        if any(_LIST.match(line) for line in paragraph.splitlines()):
            fixed.append(paragraph)
            prose.append(f"[[{len(fixed)}]]")
        else:
            prose.append(paragraph)
    return "\n\n".join(prose), fixed
