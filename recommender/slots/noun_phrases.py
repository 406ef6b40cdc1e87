"""The subjects that a stretch of text names: where the phrase ends, how many they are, and what to trim."""

from __future__ import annotations

import re

from recommender.slots.passage import TAKEN
from recommender.word_lists import word_list

W = r"[^\W_](?:[\w'+#.&-]*[\w+#])?"
_ACTION_VERBS = (
    r"(?:weld|code|program|sew|cook|draw|bake|swim|knit|paint|write|design|drive|teach|negotiate|sell|"
    r"budget|invest|garden|farm|build|repair|fix|manage|lead|edit|animate|model|fly|dive|speak|read|"
    r"brew|tile|plaster|photograph|film|sing|dance|play|make|grow|run|train|coach|blog|trade|analyse|"
    r"analyze|forecast|plan|test|scrape|service|install|maintain|operate|handle|prune|carve|forage|"
    r"sail|surf|present|interpret|translate|moderate|facilitate|mentor)\b"
)
_EDGE = word_list("around a subject")
_NOT_IN_LIST = re.compile(
    r"\s*(?:and |or |but )?(?:never|not|no|don't|i|i'm|my|can|max|under|up|free|online|based|living|"
    r"ideally|preferably|then|hopefully|something|anything|please|though|currently|now|just|only|also|"
    r"got|have|with|at|in|for|from|as|want|need|looking|self|part|full|evenings?|weekends?|retired|"
    r"former|nothing|maybe)\b",
    re.I,
)
_KEPT_LAST = frozenset(
    {
        "skills",
        "training",
        "work",
        "management",
        "knowledge",
        "fundamentals",
        "basics",
        "learning",
        "understanding",
        "level",
    }
)
_CUT = re.compile(
    rf"[.!?;:()\n{TAKEN}]|\s-\s|\.\.|,|\b(?:so|because|since|but|though|although|if|when|while|where|"
    r"which|that|who|i|i'm|i've|i'd|i'll|we|she|he|they|it|it's|you|my|your|her|his|their|as|at|by|"
    r"from|within|under|over|below|max|is|are|was|were|has|have|had|can|could|will|would|should|must|"
    r"than|then|not|without|until|"
    r"after|before|during|through|via|per|please|lol|whilst|later|anyway|instead|asap|using|only|need|"
    r"needs|want|wants|wanted|to|with no|up to|or so|or something|or anything|or similar|keeps?|would|"
    r"be|in my|in a|in the|in case|in order|there|here|right now|these days|nowadays|this|now|today|"
    r"soon|next|"
    r"but|for (?:my|a|an|the|me|work|free|fun|beginners?|absolute|complete|someone|somebody|people "
    r"who|find|finding|better|pleasure|someone|less|around|about|about|about|under|no|newbies|dummies|"
    r"starters|adults|career|job|getting|this|him|her|them|us|now|total|one|\d+)|on my|on the|on a|"
    r"around my|and (?:i|i'm|it|my|then|maybe|also (?:i|it)|can|get|have|become|be|hopefully|ideally|"
    r"possibly|preferably|need|want|is|would|do|not|no|so|that|we|she|he|they|finish|only|"
    r"must|should|will|how much|nothing|how|what|could|just|if|got|live|work|find|start|make|use|move|"
    r"am|was|speak|based|eventually|ideally|later)|with (?:a|an|the|my|some|good|no|live|real|at|"
    r"certificate)|or (?:i|is|do|would|should|not|what|whatever|maybe)|\d+ ?(?:hours|weeks|months|"
    r"days|euros?|pounds|dollars|credits|ects|mins|minutes))\b",
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:,| and/or | and | or | plus | as well as | & |\+(?!\+)(?=\s)|\s/\s|/(?=[a-z]{3,})| und | "
    r"et | y | o | oder | ou | dan | atau | e )\s*",
    re.I,
)
# Subjects with a conjunction inside them.
_JOINED = re.compile(
    r"\b(?:health (?:and|&) safety|infection prevention and control|research and development|food and "
    r"beverage|food and drink|oil and gas|equality and diversity|diversity,? (?:equity,? )?and "
    r"inclusion|learning and development|heating and ventilation|heating and cooling|arts and crafts|"
    r"search and rescue|pick and pack|wear and tear|"
    r"occupational health and safety|teaching and learning|supply and demand|profit and loss|sexual "
    r"and reproductive health|safety and health|monitoring and evaluation|import and export|mergers "
    r"and acquisitions|risk and compliance|ui/ux|ux/ui|ci/cd|front of house|hair and beauty|travel "
    r"and tourism|terms and conditions|sport and exercise science|nutrition and dietetics|"
    r"governance and compliance|anatomy and physiology|speech and language|special needs and "
    r"inclusion|early childhood education and care|early learning and care|environment,? health and "
    r"safety|crime and punishment|trial and error|cut and sew|black and white|mother and baby|wills "
    r"and probate|audio/video|a/b testing|it and networking|drag and drop|first aid and cpr|gas and "
    r"electricity)\b",
    re.I,
)
JUNK = re.compile(
    r"^(?:(?:\w+ )?(?:job|jobs|career|role)|(?:office|desk|indoor|other|part-time|remote|paid|new|"
    r"better|more|real|good) work|it|job|jobs|better job|work|career|careers|new career|career change|"
    r"something|anything|nothing|more|new skills?|skills?|stuff|things?|certificates?|course|courses|"
    r"credit|credits|one|ones|that|this|them|a change|change|changes|money|time|help|advice|"
    r"information|info|options?|degree|qualification|promotion|pay rise|raise|"
    r"experience|studies|school|university|college|life|future|everything|(?:my )?english level|good|"
    r"better|more money|\d+|number \d+|(?:first|second|third|last|next|other)(?: one)?|client|(?:to "
    r")?(?:up|re)skill(?:ing)?|hands|mornings?|afternoons?|days?|hours?|evenings?|weekends?|yes|no|ok|"
    r"okay|hi|hello|hey|sure|fine|right|cool|well|idea|ideas|kids|baby|family|people|home|job market|"
    r"employment|budget|price|cost|fees?|level|language|"
    r"some|way|plan|order|list|map|exam|exams|test|tests|project|portfolio|micro-?credentials?|"
    r"badges?|classes|class|training|certification|credential|knowledge|thing|bit|lot|kind|sort|side|"
    r"question|answer|message|chat|bot|system|website|app|page|company|boss|employer|cheaper|shorter|"
    r"longer|harder|easier|quicker|faster|similar|different|mine|yours|sense|"
    r"part[- ]time|full[- ]time|free|online|self[- ]paced|beginners?|start|step by step|bit by bit|"
    r"ladder|top|end|recommendations?|suggestions?|(?-i:a go|go|try|look)|submit|feedback|study|learn|learning|"
    r"practical|hands[- ]on|something else|someone|anyone|mind|results?|match(?:es)?|one thing|day|"
    r"week|month|year|area|field|topic|subject|here|there|place|another|rest|above|below|"
    r"provider|school hours|proper one|real one|fresh start|new job|first job|qualified|certified|"
    r"accredited|recognised|recognized|legit|valid|harder one|easier one|short one)$",
    re.I,
)
_ACTION = re.compile(rf"^{_ACTION_VERBS}", re.I)


def phrase_after(text: str, start: int) -> tuple[list[str], int]:
    """Return the items of the noun phrase that begins at a place, and where it ends."""
    stretch = text[start : start + 160]
    lead = re.match(rf"[\s:,]*(?:(?:{'|'.join(sorted(_EDGE - _KEPT_LAST, key=len, reverse=True))})\s+)*", stretch, re.I)
    offset = lead.end() if lead else 0
    joined = _JOINED.sub(
        lambda m: (
            m.group().replace(" and ", " \x01 ").replace(",", "\x02").replace("/", "\x03").replace(" & ", " \x04 ")
        ),
        stretch[offset:],
    )
    taken: list[str] = []
    position = 0
    while True:
        cut = _CUT.search(joined, position)
        piece = joined[position : cut.start()] if cut else joined[position:]
        words = piece.split()
        if (not taken and not words) or (len(words) > (8 if not taken else 5) and taken):
            break
        taken.append(piece)
        if cut is None or cut.group() != "," or not words:
            position = cut.start() if cut else len(joined)
            break
        if (
            re.search(r"\s(?:and|or|&)\s", piece)
            or _NOT_IN_LIST.match(joined[cut.end() :])
            or not re.match(
                rf"\s*(?:and |or )?{W}(?: {W}){{0,3}}\s*(?:,|\band\b|\bor\b|&|\+|[.!?]|$|{TAKEN})",
                joined[cut.end() :],
            )
        ):
            position = cut.start()
            break
        position = cut.end()
    found = [item for piece in taken for item in subjects_in(piece)]
    return found, start + offset + position


def subjects_in(piece: str) -> list[str]:
    """Return the single subjects in a phrase: "SQL and Power BI" is two, "health and safety" one."""
    piece = _JOINED.sub(
        lambda m: (
            m.group().replace(" and ", " \x01 ").replace(",", "\x02").replace("/", "\x03").replace(" & ", " \x04 ")
        ),
        piece,
    )
    found = []
    for part in _SPLIT.split(" " + piece + " "):
        item = trim(part.replace(" \x01 ", " and ").replace("\x02", ",").replace("\x03", "/").replace(" \x04 ", " & "))
        if (
            item
            and not JUNK.match(item)
            and not JUNK.match(part.strip())
            and (item != "it" or part.strip() == "IT")
            and re.search(r"[^\W\d_]", item)
        ):
            found.append(item)
    return found


def trim(phrase: str) -> str:
    """Return a phrase without the small words around it: "some basic Excel skills please" becomes "Excel skills"."""
    words = phrase.strip(" .,!?:;'\"-").split()
    while words and words[0].casefold().strip(".,") in _EDGE and words[0] != "IT":
        words.pop(0)
    while words and words[-1].casefold().strip(".,") in _EDGE - _KEPT_LAST and words[-1] != "IT":
        words.pop()
    while len(words) == 1 and words[0].casefold() in _EDGE and words[0] != "IT":
        words.pop()
    text = " ".join(words)
    if action := _ACTION.match(text):
        verb = action.group()
        # "design thinking" and "project planning" are subjects as they stand; "weld steel" is welding.
        if len(words) == 1 or words[0].casefold() not in word_list("verbs and nouns"):
            text = _gerund(verb) + text[len(verb) :]
    return text


def _gerund(verb: str) -> str:
    lower = verb.lower()
    if lower.endswith("e"):
        return lower[:-1] + "ing"
    if lower in ("program", "swim", "knit", "run", "plan", "budget", "sit"):
        return lower + ("" if lower == "budget" else lower[-1]) + "ing"
    return lower + "ing"
