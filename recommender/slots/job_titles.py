"""A job told by what is done, in a job's usual words: "drive trucks" is a truck driver."""

from __future__ import annotations

import re

# Verbs in all their forms, and what somebody who does that is called.
_DOERS = {
    r"driv(?:e|es|ing|en)|drove": "driver",
    r"teach(?:es|ing)?|taught": "teacher",
    r"tutor(?:s|ing|ed)?": "tutor",
    r"coach(?:es|ing|ed)?": "coach",
    r"farm(?:s|ing|ed)?|grow(?:s|ing|n)?|grew|rais(?:e|es|ing|ed)|milk(?:s|ing|ed)?": "farmer",
    r"r[ua]n(?:s|ning)?|own(?:s|ing|ed)?|ha(?:ve|s) (?:my|her|his|our)(?: own)?": "owner",
    r"manag(?:e|es|ing|ed)": "manager",
    r"supervis(?:e|es|ing|ed)": "supervisor",
    r"(?:fix|repair|servic)(?:e|es|ing|ed)?": "mechanic",
    r"build(?:s|ing)?|built": "builder",
    r"sell(?:s|ing)?|sold": "salesperson",
    r"clean(?:s|ing|ed)?": "cleaner",
    r"paint(?:s|ing|ed)?": "painter",
    r"bak(?:e|es|ing|ed)": "baker",
    r"cook(?:s|ing|ed)?": "cook",
    r"weld(?:s|ing|ed)?": "welder",
    r"(?:look(?:s|ing|ed)? after|car(?:e|es|ing|ed) for)": "carer",
    r"pick(?:s|ing|ed)?": "picker",
    r"pack(?:s|ing|ed)?": "packer",
    r"deliver(?:s|ing|ed)?": "delivery driver",
    r"nurs(?:e|es|ing|ed)": "nurse",
    r"cut(?:s|ting)?|style?s?": "stylist",
    r"writ(?:e|es|ing)|wrote": "writer",
    r"translat(?:e|es|ing|ed)": "translator",
    r"design(?:s|ing|ed)?": "designer",
    r"(?:work(?:s|ing|ed)?|been|employed)(?: (?:on|at|in|for|with|as))*|(?:on|at|in)": "worker",
}
_DOING = [
    (
        re.compile(rf"(?:i |we |she |he |have |has |been |was |currently |now )*(?:{verbs})(?:\s(?P<what>.+))?$", re.I),
        doer,
    )
    for verbs, doer in _DOERS.items()
]
# What tells where or for whom, not what.
_PLACE = re.compile(
    r"\s(?:in|at|for|round|around|on|near|from|to|since|with|across|down|up|all|every|part|full|over|during|by|of)\s.*",
    re.I,
)
_LEADING = re.compile(r"^(?:an?|the|my|our|his|her|some|big|small|little|local|own|busy|family)\s+", re.I)


# A person's name for a job ends so: "welding inspector", "teaching assistant".
_PERSON = re.compile(r"(?:er|or|ist|ant|asst|ent|[mM]an|woman|aide|chef|clerk|nurse|lead|hand|guard|cook|tech)$")


def job_title(words: str) -> str:
    """Return a job's usual words where it is told by what is done, else the words as they are."""
    if _PERSON.search(words):
        return words
    for pattern, doer in _DOING:
        if match := pattern.match(words):
            what = _PLACE.sub("", f" {match['what'] or ''}").strip()
            while _LEADING.match(what):
                what = _LEADING.sub("", what)
            if doer == "worker" and not what:
                return words
            return f"{_singular(what)} {doer}".strip()
    return words


def _singular(words: str) -> str:
    return re.sub(r"(?<=\w\w\w)(?<![su])s\b", "", re.sub(r"ies\b", "y", words))
