"""Who may teach it: only these providers, or not those."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recommender.profile import LearnerProfile
from recommender.slots.change import Change
from recommender.slots.passage import Passage

# Well-known platforms and providers beyond those of the catalogue in use.
KNOWN = (
    "Coursera",
    "YouTube",
    "Udemy",
    "edX",
    "FutureLearn",
    "Future Learn",
    "Alison",
    "LinkedIn Learning",
    "Skillshare",
    "Udacity",
    "Khan Academy",
    "Pluralsight",
    "DataCamp",
    "Codecademy",
    "OpenLearn",
    "Open University",
    "Google",
    "IBM",
    "Microsoft",
    "AWS",
    "Cisco",
    "Meta",
    "Harvard",
    "MIT",
    "Stanford",
    "Oxford",
    "TAFE",
    "TAFE SA",
    "TAFE NSW",
    "TAFE Queensland",
    "Open Polytechnic",
    "Te Pūkenga",
    "Otago Polytechnic",
    "Massey",
    "SkillsFuture",
    "OpenLearning",
    "Reed",
    "City & Guilds",
    "Pearson",
    "NPTEL",
    "SWAYAM",
    "upGrad",
    "Simplilearn",
    "Great Learning",
    "Unacademy",
    "Scaler",
    "edureka",
    "Domestika",
    "MasterClass",
    "Kadenze",
    "Canvas Network",
    "OpenClassrooms",
    "FUN MOOC",
    "FUN-MOOC",
    "iversity",
    "openHPI",
    "gacco",
    "JMOOC",
    "HRD Corp",
    "HubSpot",
    "Salesforce",
    "Trailhead",
    "Xero",
    "freeCodeCamp",
    "Educative",
    "Treehouse",
    "General Assembly",
    "Shaw Academy",
    "Open2Study",
    "eCornell",
    "Wikiversity",
    "Springboard",
    "Thinkful",
    "Le Wagon",
    "Ivy Tech",
    "Miríadax",
    "MiriadaX",
    "Crehana",
    "Platzi",
    "VHS",
    "Volkshochschule",
    "WEA",
    "Learndirect",
    "ALISON",
    "SkillUp",
    "Cambridge",
    "UNITAR",
    "MMU",
    "UiTM",
    "UKM",
    "Monash",
    "Deakin",
    "RMIT",
    "Griffith",
    "UNSW",
    "Ara",
    "Unitec",
    "Wintec",
    "UCD",
    "DCU",
    "UCC",
    "TU Dublin",
    "ATU",
    "Hibernia College",
)
# Names that are tools too: "Want AWS and Kubernetes" names a skill, "only from AWS" a provider.
TOOLS = frozenset(
    {
        "google",
        "ibm",
        "microsoft",
        "aws",
        "amazon web services",
        "cisco",
        "salesforce",
        "hubspot",
        "xero",
        "meta",
        "oracle",
        "adobe",
        "reed",
        "ara",
        "wea",
        "scaler",
        "canvas network",
        "cambridge",
        "oxford",
    }
)
_FROM = re.compile(r"\b(?:from|by|only|through|with|not|no|avoid|except|but)\s(?:the |courses |ones )*$", re.I)
_REFUSED = re.compile(
    r"(?:\b(?:not|no|nothing from|nothing on|anything but|anyone but|anything except|except|"
    r"avoid(?:ing)?|not (?:interested in|keen on|into)|hate|without|never|don't (?:want|like|trust|do|"
    r"use)|not from|not on|but not|other than|apart from|besides|sick of|skip|exclude|excluding|leave "
    r"out|steer clear of|fed up with|"
    r"isn't|bad experience with|rather than|instead of|pas|sauf|kein(?:e|en)?|nicht(?: von)?|außer|"
    r"nada de|excepto|menos|bukan|tak nak|tidak|kecuali|no more|ditch|drop|ban|burn(?:ed|t) by|"
    r"everything but|any(?:thing|one)? (?:besides|but)|scammed by)"
    r"\s(?:anything |any |the |more |to |use |do |from |on |with |stuff |things |courses? |of |by |"
    r"via |go |through |another )*)(?:(?:[\w&' -]+?)(?:,| or| and| nor|/)\s?(?:from |on )?){0,3}$",
    re.I,
)
_REFUSED_AFTER = re.compile(
    r"^\s?(?:以外|は(?:嫌|いや|除|だめ|ダメ|避)|is out|are out|is rubbish|sucks|is (?:crap|terrible|awful|"
    r"useless)|courses? (?:are|is) (?:rubbish|awful|out))",
    re.I,
)
_WANTED = re.compile(
    r"(?:\b(?:only|from|just|on|with|by|through|via|offered by|run by|at|either|prefer(?:ably)?|want|"
    r"like|de|von|bei|auf|sur|chez|dari|hanya|nur|seulement|solo|sólo|make it|stick to|stay with|use|"
    r"using|must be|has to be|trust|limit (?:it )?to|nothing but|nobody but|no one but)"
    r"\s(?:the |a |an |something |courses? |ones |stuff |from |on )*|^|[,;:.]\s?)(?:(?:[\w&' "
    r"-]+?)(?:,| or| and|/)\s?(?:from |on )?){0,3}$",
    re.I,
)
_WANTED_AFTER = re.compile(
    r"^\s?(?:only|or\b|and (?:no ?(?:one|body)|nothing) else|and\b|,|please|ones\b|courses?\b|is "
    r"(?:my|the only)|instead|ならいい|だけ|のみ|のコース|の講座|sahaja|or nothing|preferred|if possible)",
    re.I,
)
_FINE = re.compile(
    r"^(?:'s|'re| is| are| would be| courses?(?: are)?| can stay| stuff is|'d be)?\s?(?:actually |"
    r"totally |perfectly |also |now )?(?:fine|ok|okay|alright|all right|allowed|acceptable|good|back "
    r"in|can come back|not (?:that|so) bad|too|after all|geht (?:doch|auch)|ça va|vale|boleh|でもいい|"
    r"も(?:OK|可|大丈夫))",
    re.I,
)
_FINE_BEFORE = re.compile(
    r"\b(?:allow|include|add|don't mind|put|bring|let|happy with|ok with|okay with|fine with|give|"
    r"accept|open to|(?:ok|okay|fine|alright|happy) if)\s(?:back |me |in |it's |it is |they're |from |"
    r"on |it comes from )*$",
    re.I,
)
_ANY = re.compile(
    r"\bany (?:provider|platform|school|university|college|institution|site)s?(?: (?:is |are |will "
    r")?(?:fine|ok|okay|do|good|works?))?|(?:provider|platform|university|school) (?:doesn't|does "
    r"not) matter|don't (?:care|mind) (?:who|which (?:provider|platform|university|college))|wherever "
    r"it's from|whoever (?:runs|teaches) it",
    re.I,
)
_NOT_WISH = re.compile(
    r"\b(?:held|have|got|did|done|completed|finished|work(?:s|ed|ing)? (?:for|at|with|in)|job at|"
    r"employed (?:by|at)|degree from|certificate from|graduated from|know|use|uses|compare|is|does|do|"
    r"are|was|studied at|student at|like my)\s(?:a |an |the |my |some )?(?:\w+ )?$",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:only (?:from|by|with|at|through)|nothing (?:from|by|on)|not from|from|offered by|run by|"
    r"avoid|anything but|nothing but|except|stick to|no)\s(?P<name>(?:the )?(?:[A-Z][\w&'.-]*(?: "
    r"(?:of|for|and|de|du|di|der|the)(?= [A-Z]))?(?: |(?=[^\w]|$)))+)"
)
_INSTITUTION = re.compile(
    r"\b(?:university|universit\w+|college|institute|polytechnic|school|academy|tafe|learning|"
    r"hochschule|akademie|politeknik|kolej|escuela|école|online|education|foundation|council|trust|"
    r"association|society)\b",
    re.I,
)


class ProviderReader:
    """Finds provider names in a message: those of the catalogue in use and the well-known ones."""

    def __init__(self, names: Iterable[str]) -> None:
        short = (re.sub(r"\s*[(,].*", "", name) for name in names)
        self._names = {name.casefold(): name for name in (*short, *KNOWN) if len(name) > 2}
        alternatives = "|".join(sorted(map(re.escape, self._names), key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w])(?:{alternatives})(?![\w])", re.I)

    def read(self, passage: Passage, change: Change, profile: LearnerProfile) -> None:
        """Add to `providers` or `avoid_providers`, or take off what is fine after all."""
        if match := _ANY.search(passage.rest):
            change.clear("providers")
            change.evidence["providers"] = passage.take(match)
        found = [(match, self._names[match.group().casefold()]) for match in passage.find(self._pattern)]
        places = {match.span() for match, _ in found}
        for match in _NAMED.finditer(passage.rest):
            name = match["name"].strip(" .,")
            if _INSTITUTION.search(name) and not any(
                a < match.end("name") and b > match.start("name") for a, b in places
            ):
                found.append((match, name))
        for match, name in sorted(found, key=lambda pair: pair[0].start()):
            group = "name" if "name" in match.groupdict() else 0
            if self._judge(passage, change, profile, name, *match.span(group)):
                passage.hide(*match.span(group))
        if change.added.get("providers") and re.search(
            r"\b(?:only|just|instead|no ?(?:one|body) else|nothing else)\b", passage.text, re.I
        ):
            change.clear("providers")

    def _judge(
        self, passage: Passage, change: Change, profile: LearnerProfile, name: str, start: int, end: int
    ) -> bool:
        """Record one named provider as avoided, wanted or fine after all; false where it is none of these."""
        before, after = passage.before(start, 60), passage.after(end, 30)
        avoided = {item.casefold() for item in profile.avoid_providers}
        if re.match(r"\s*(?:level|lvl)?\s?\d", passage.text[end : end + 9], re.I):  # "QQI level 6" is a level
            return False
        if name.casefold() in TOOLS and (not _FROM.search(before) or re.match(r"\s[A-Z]", passage.text[end : end + 2])):
            return False
        refused = bool(_REFUSED.search(before)) and not re.search(
            r"\b(?:nothing|anything|no ?one|nobody) but (?:only )?$", before.replace("anything but", "")
        )
        if (_FINE.search(after) and not refused) or _FINE_BEFORE.search(before):
            if name.casefold() in avoided:
                change.remove(
                    "avoid_providers", next(i for i in profile.avoid_providers if i.casefold() == name.casefold())
                )
                change.evidence["avoid_providers"] = passage.text[start:end]
            return True
        if refused or _REFUSED_AFTER.search(after):
            change.add("avoid_providers", name, passage.text[start:end])
            if name in profile.providers:
                change.remove("providers", name)
            return True
        if _NOT_WISH.search(before):
            return False
        if _WANTED.search(before) or _WANTED_AFTER.search(after):
            change.add("providers", name, passage.text[start:end])
            if name.casefold() in avoided:
                change.remove("avoid_providers", name)
            return True
        return False
