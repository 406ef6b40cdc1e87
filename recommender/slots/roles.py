"""Occupations: the one held now or last, and the one to be reached."""

from __future__ import annotations

import re
from functools import cache

from recommender.occupations import occupation_titles
from recommender.slots.change import Change
from recommender.slots.passage import TAKEN, Passage
from recommender.word_lists import word_list

_WORD = r"[^\W_][\w'+#.&/-]*"
_DETERMINER = r"(?:an? |the |some kind of |some sort of |my own |my |our )?"
_ADJECTIVES = (
    r"(?:(?:retired|former|ex|qualified|trained|fully|newly|full[- ]time|part[- ]time|freelance|"
    r"self[- ]employed|senior|junior|current|currently|just|still|only|mere|humble|also|\d+[- "
    r"]?(?:year|yr)s?[- ]old|\d+ ?yo|busy|"
    r"experienced|recently|redundant|registered|certified|proper|good|better|great|professional|real|"
    r"successful|simple|normal|now|basically|actually|working|unemployed|stuck|an?|as|in)[ ,]+)*"
)
_PERSON = (
    r"(?:i'm|i am|she's|he's|they're|she is|he is|they are|who is|who's|client is|client's|myself|"
    r"daughter is|son is|husband is|wife is|friend is|sister is|brother is|mum is|mom is|dad is|he|"
    r"she|i|we are|we're)"
)
_CURRENT = [
    # The last job told of, then the present one; each opens the words of a role.
    re.compile(
        r"\b(?:work(?:s|ed|ing)?|employed|job|role|position|career|shifts?|years?|trade|experience|"
        r"training|trained|qualified|now|currently|on the side|background|day job|time|days|life|"
        r"weekends)(?: (?:now|currently|today|for (?:the last )?\d+ (?:years?|months?)|mostly|at present|"
        rf"part[- ]time|full[- ]time|\w+ly))? (?:as|is|was|being|by trade) {_DETERMINER}",
        re.I,
    ),
    re.compile(
        r"\b(?:used to be|used to work as|have been|has been|i've been|she's been|he's been|been working "
        r"as|had been) (?:an? |the )",
        re.I,
    ),
    re.compile(
        rf"(?:\b(?:{_PERSON}|clients?|and|then|where i|but|who|there i)|[,;.]) (?:was|were) (?:an? |the )?", re.I
    ),
    re.compile(
        rf"(?<!want to know if )(?<!what )(?<!when )\b{_PERSON}\b(?: (?:currently|now|just|actually|"
        r"basically|working as|a trained|employed as|still|also|only))*(?: an?\b| the\b|,)? ",
        re.I,
    ),
    re.compile(
        r"\b(?:as an?|being an?|ex[- ]|former|retired|laid[- ]off|redundant|by day|current role:?|job:|"
        r"occupation:|role:|i do) ",
        re.I,
    ),
    re.compile(
        r"\b(?:my client(?:,| -|:)?|client:|client \(|for an?|have an?|got an?|with me(?:,| is)|advising "
        r"an?|helping an?|supporting an?) ",
        re.I,
    ),
]
_GOAL = re.compile(
    r"\b(?:becom(?:e|ing)|(?:retrain(?:ing)?|re-train|train(?:ing)?|qualify(?:ing)?|start(?:ing)?|"
    r"(?:to|would|could|can|could i) work|future|jobs?|career|go back|going back|return(?:ing)?|get "
    r"back|going|life|second career|new career|registered|employment|find work|hired|set up|setting "
    r"up|certified|side job|gig) as|(?:train(?:ing)?|retrain(?:ing)?|qualify|study|studying|"
    r"work(?:ing)? up|road|route|steps?|path|way|progress) to (?:be|becom\w+|being)|"
    r"(?:want|wants|wanted|like|love|hope|hopes|hoping|plan|plans|planning|going|aim|aiming|aims|"
    r"dream(?:s|ing)?|trying|wish|wishes|decided|goal|aspir\w+|keen|need|needs|prefer|looking|"
    r"ambition|dream|rather|able|try|there|would|could|can|will|i'll|goal is|set on|thinking of|"
    r"thinking about|dreaming of|dream of|interested in|idea of|instead) (?:(?:is|was|one day|"
    r"eventually|really|to|of|rather|maybe|someday|ultimately) )*(?:be|being|becoming)(?: (?:hired|"
    r"employed|working|qualified|registered|certified|trained) as)?|"
    r"(?:promot\w+|move up|moving up|step up|stepping up|progress(?:ing)?|advance|apply for|applying "
    r"for|aiming for|aim for|going for|go for|move|moving|switch(?:ing)?|transition(?:ing)?|change|"
    r"changing|jump|pivot(?:ing)?|cross over|retrain|from \w+(?: \w+)?) (?:to|into|in to|for)|"
    r"(?:dream job|target role|goal role|target job|goal)(?: is|:|,)?(?: to be)?|towards being|toward "
    r"being) "
    rf"{_DETERMINER}{_ADJECTIVES}",
    re.I,
)
_WISH_BEFORE = re.compile(
    r"\b(?:want|wants to|wanting|wants|wanna|would like|'d like|'d love|love to|hope|hoping|plan|"
    r"planning|like to|going to|aim|dream|trying to|try to|wish|go back|retrain|could i|can i|apply|"
    r"get a|find a|job as|move|switch)\b[^.,;:!?]{0,30}$",
    re.I,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|whether|does|do you|is it|are you|should|like|than|teach|help|for|by|from|ask|asked|"
    r"told|every|my boss|with|know|train(?:ing)?|manage|talk(?:ing)? to|married to)\s*(?:an? |the |my "
    r")?$",
    re.I,
)
_SITUATION = re.compile(
    r"^(?:\w+[- ]){0,3}?(?:student|graduate|grad|parent|mother|mum|mom|dad|father|retiree|pensioner|"
    r"job ?seeker|jobless|unemployed|beginner|novice|newbie|newcomer|immigrant|refugee|migrant|"
    r"veteran|learner|adult|man|woman|guy|girl|boy|lad|lady|person|people|school ?leaver|"
    r"fresher|undergrad(?:uate)?|housewife|homemaker|volunteer|expat|citizen|resident|member|fan|"
    r"lover|enthusiast|hobbyist|widow\w*|grandmother|grandfather|fresh|client|visitor|user|customer|"
    r"learners?|returner|amateur|bit|lot|little|total|complete|native|native speaker|speaker|runner|"
    r"gamer|christian|muslim)s?\b$",
    re.I,
)
_TAUGHT = (
    r"(?P<what>(?:\d(?:st|nd|rd|th) (?:grade|class|year|form)|year \d+|kindergarten|primary(?: "
    r"school)?|secondary(?: school)?|(?:high|middle|elementary) school|maths?|mathematics|science|"
    r"physics|chemistry|biology|history|geography|art|music|english|french|german|spanish|"
    r"pe|p\.e\.|special (?:ed\w*|needs)|esl|yoga|piano|guitar|dance|drama|nursery|reception|preschool|"
    r"pre-k|grade \d+|(?:first|second|third|fourth|fifth|sixth|seventh|eighth) grade|adults|swimming|"
    r"fitness|pilates|driving|computing|ict|it|high schoolers|kids))"
)
_DOING = [
    (
        re.compile(
            r"\b(?:i|she|he|who|client)\s(?:currently |now |also |mostly )?(?:teach(?:es)?|taught|teaching) "
            rf"{_TAUGHT}",
            re.I,
        ),
        "{what} teacher",
    ),
    (
        re.compile(
            r"\b(?:i|she|he|who|client|and)\s(?:currently |now |also |mostly )?(?:drive|drives|drove) (?:an? |"
            r"the |big |local )?(?P<what>trucks?|lorr(?:y|ies)|buses|bus|taxis?|cabs?|vans?|delivery vans?|"
            r"forklifts?|trains?|trams?|tractors?|coaches|uber|hgvs?|coach|ambulances?)(?: for (?:a living|"
            r"work|\w+))?",
            re.I,
        ),
        "{what} driver",
    ),
    (
        re.compile(
            r"\b(?:i|she|he|we|who|client)\s(?:currently |now |also )?(?:run|runs|own|owns|ran|owned|have) "
            r"(?:an? |the |my own |our |my |our own |her own |his own )(?:\w+ )?(?P<what>caf[eé]|shop|store|"
            r"salon|restaurant|b&b|bakery|farm|nursery|gym|garage|hotel|pub|bar|business|boutique|food truck|"
            r"market stall|cleaning (?:business|company)|dairy|vineyard|orchard|guest ?house|hostel|kennels?|"
            r"studio|barbershop|takeaway|bookshop|workshop|catering (?:business|company))\b",
            re.I,
        ),
        "{what} owner",
    ),
    (
        re.compile(
            r"\b(?:i|she|he|who|client|currently|been|and|now)\s?(?:currently |now |just |'ve been |have been "
            r"|has been )?(?:work|works|worked|working) (?:on |at |in |for )(?:an? |the |my |our |my local |a "
            r"local |a big |a small |local )?(?P<what>warehouse|factory|kitchen|hospital|school|shop|"
            r"supermarket|bank|hotel|restaurant|retail|hospitality|construction|care home|nursing home|call "
            r"cent(?:re|er)|farm|nursery|daycare|library|pharmacy|office|pub|bar|cafe|café|store|bakery|gym|"
            r"salon|garage|mine|mines|sawmill|brewery|abattoir|childcare|hr|human resources|marketing|finance|"
            r"accounts|payroll|admin|logistics|sales|customer service|it support|security|insurance|council|"
            r"catering|housekeeping|manufacturing|tourism|building sites?|production|assembly line|packing|"
            r"dairy|aged care|home care|social care|logistics|procurement|fast food|airport|cleaning|"
            r"fisheries|forestry|landscaping)\b",
            re.I,
        ),
        "{what} worker",
    ),
    (
        re.compile(
            r"\b(?:i|she|he|who|client|and)\s(?:currently |now |also |mostly )?(?:teach(?:es)?|taught|"
            r"teaching) (?:at|in) (?:an? |the |my |our )?(?:local )?(?P<what>(?:primary|secondary|high|middle|"
            r"elementary|language|nursery|grammar|driving|special|vocational|public|private|boarding) "
            r"schools?|school|college|university|kindergarten|preschool)",
            re.I,
        ),
        "{what} teacher",
    ),
    (
        re.compile(
            r"\b(?:i |she |he )?(?P<what>pick(?:s|ing)? (?:and|n|&) pack(?:s|ing)?)(?: in (?:an? |the "
            r")?(?P<where>warehouse))?",
            re.I,
        ),
        "warehouse picker packer",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:fix|repair|service) (?P<what>cars|bikes|bicycles|trucks|"
            r"computers|phones|boilers|engines|lifts|elevators|tractors|machines|aircraft)\b",
            re.I,
        ),
        "{what} mechanic",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?build (?P<what>houses|homes|boats|websites|decks|furniture|"
            r"roads|fences)\b",
            re.I,
        ),
        "{what} builder",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:sell|sold) (?P<what>cars|houses|insurance|phones|furniture|"
            r"shoes|clothes|flowers|tickets|property|real estate)\b",
            re.I,
        ),
        "{what} salesperson",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:cook|cooked) (?:in|at|for)\b(?! (?:my|fun|home|the family|"
            r"friends))",
            re.I,
        ),
        "cook",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?clean (?P<what>houses|offices|hotel rooms|rooms|windows|pools|"
            r"hotels|schools|hospitals)\b",
            re.I,
        ),
        "{what} cleaner",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:look after|care for) (?P<what>old people|elderly people|the "
            r"elderly|seniors|children|kids|disabled people|toddlers|babies) (?:in|at|for a living|as a job|"
            r"professionally)",
            re.I,
        ),
        "{what} carer",
    ),
    (
        re.compile(
            r"\bi (?:currently |now |mostly )?(?:farm|grow|milk|raise) (?P<what>cows|sheep|cattle|pigs|wheat|"
            r"barley|grapes|apples|kiwifruit|vegetables|chickens|dairy|olives|rice|cotton|oysters|salmon)\b",
            re.I,
        ),
        "{what} farmer",
    ),
    (re.compile(r"\bi (?:currently |now )?(?:do|cut) (?P<what>hair|nails)\b", re.I), "{what} stylist"),
    (re.compile(r"\bi (?:currently |now )?wait(?:ed)? (?:on )?tables\b", re.I), "waiter"),
    (
        re.compile(
            r"\b(?:i|she|he) (?:currently |now |mostly )?(?P<what>(?!work|do|earn|live|travel|"
            r"play)[a-z]{3,8}?)e?s? (?:\w+ ){0,3}for a living",
            re.I,
        ),
        "{what}er",
    ),
    (re.compile(r"\bi (?:currently |now )?(?:nurse) (?:at|in)\b", re.I), "nurse"),
]
_ADVISER = re.compile(
    rf"(?:\b(?:i'm|i am|we're|i work as|as|this is)\s)?(?:an? |the )?(?:(?!(?:my|for|client)\b){_WORD} "
    r"){0,3}(?:advis[eo]rs?|counsell?ors?|coach(?:es)?|case ?workers?|caseworkers?|mentors?|social "
    r"workers?|recruiters?|librarians?|consultants?|support workers?|job cent(?:re|er) (?:staff|"
    r"worker)|key ?workers?|tutors?|navigators?|officers?|teachers?|coordinators?|specialists?|worker|"
    r"facilitators?|manager)\b",
    re.I,
)
CLIENT = re.compile(
    r"\b(?:(?:my|a|our|the|one of my|for an?|with an?|another|this) (?:\w+[- ]){0,2}?(?:client|"
    r"customer|jobseeker|job seeker|mentee|advisee|candidate|caseload|service user|participant|pupil|"
    r"student)s?|client|clients|lady with me|man with me|(?:young )?(?:lad|lady|man|woman|guy|girl|"
    r"person) (?:with me|in front of me|here)|i've a (?:lady|man|lad|woman|young)|on behalf of|"
    r"i'm (?:helping|advising|supporting|asking for|working with) (?:an? |my |some)|asking for (?:my|"
    r"a) (?:son|daughter|husband|wife|sister|brother|friend|mum|mom|dad|mother|father|nephew|niece|"
    r"client))\b",
    re.I,
)


@cache
def heads() -> frozenset[str]:
    """Return the nouns that a role ends in, singular and plural, in lower case: the shipped list and the occupations'."""
    words = word_list("occupations") | {title.split()[-1].casefold() for title in occupation_titles()}
    return frozenset(words)


# Endings of occupations written as one word: "steelworker", "dressmaker".
_COMPOUND = (
    "worker",
    "keeper",
    "maker",
    "driver",
    "fitter",
    "smith",
    "wright",
    "cutter",
    "grower",
    "breeder",
    "handler",
    "operator",
    "builder",
    "master",
    "ologist",
    "grapher",
    "therapist",
    "nurse",
    "teacher",
    "woman",
    "fisherman",
    "craftsman",
    "herder",
    "layer",
)
# Endings that make an occupation of most words, trusted only after "I'm a" and the like.
_AGENT = re.compile(r"(?:[^e]er|eer|or|ist|ian|ician|ant|man|ess|nik)s?$", re.I)
_NO_AGENT = frozenset(
    [
        "beginner",
        "learner",
        "computer",
        "member",
        "speaker",
        "customer",
        "user",
        "lover",
        "newcomer",
        "mother",
        "father",
        "sister",
        "brother",
        "daughter",
        "partner",
        "career",
        "number",
        "paper",
        "water",
        "winter",
        "summer",
        "power",
        "order",
        "letter",
        "center",
        "quarter",
        "sector",
        "factor",
        "major",
        "junior",
        "senior",
        "minor",
        "superior",
        "human",
        "woman",
        "man",
        "person",
        "foreigner",
        "believer",
        "outsider",
        "survivor",
        "widower",
        "neighbor",
        "neighbour",
        "reader",
        "gamer",
        "runner",
        "hiker",
        "walker",
        "commuter",
        "smoker",
        "teenager",
        "christian",
        "vegetarian",
        "american",
        "australian",
        "canadian",
        "asian",
        "german",
        "italian",
        "other",
        "another",
        "better",
        "later",
        "older",
        "younger",
        "former",
        "earlier",
        "sooner",
        "longer",
        "shorter",
        "cheaper",
        "over",
        "under",
        "after",
        "never",
        "ever",
        "super",
        "proper",
        "newer",
        "bigger",
        "smaller",
        "higher",
        "lower",
        "further",
        "rather",
        "clever",
        "sober",
        "restaurant",
        "important",
        "relevant",
        "constant",
        "significant",
        "migrant",
        "immigrant",
        "applicant",
        "participant",
        "infant",
        "assistant",
        "semester",
        "december",
        "november",
        "october",
        "september",
        "offer",
        "answer",
        "matter",
        "corner",
        "border",
        "chapter",
        "transfer",
        "buffer",
        "poor",
        "for",
        "nor",
        "or",
        "doctor",
    ]
)
_STOP = word_list("end of a role")


def role_after(text: str, start: int, lenient: bool = False) -> tuple[str, int] | None:
    """Return the role that begins at a place, with its end: words up to the last one that names an occupation.

    With `lenient` an ending that usually makes an occupation ("riveter") is enough.
    """
    stretch = re.match(
        rf"(?:{_ADJECTIVES})((?:{_WORD}(?: |$|(?=[,.;:!?()]|{TAKEN}))){{1,7}})", text[start : start + 120], re.I
    )
    if stretch is None:
        return None
    words = list(re.finditer(_WORD, stretch[1]))
    end: int | None = None
    for place, word in enumerate(words):
        plain = word.group().casefold().strip(".'")
        if (
            plain in _STOP
            and word.group() != "IT"
            and not (plain == "and" and place and _joins(words[place + 1 :]))
            and not (plain == "of" and end is not None and place == end + 1)
        ):
            break
        if is_head(plain) or (lenient and plain not in _NO_AGENT and len(plain) > 4 and _AGENT.search(plain)):
            end = place
    if end is None or _SITUATION.search(stretch[1][: words[end].end()]):
        return None
    offset = start + stretch.start(1)
    after_of = (
        re.match(rf" of (?:the )?({_WORD}(?: {_WORD})?)", text[offset + words[end].end() :])
        if words[end].group().lower() in ("head", "director", "manager", "professor", "president")
        else None
    )
    finish = offset + words[end].end() + (after_of.end() if after_of else 0)
    return text[offset + words[0].start() : finish].strip(" .,'"), finish


def is_head(word: str) -> bool:
    """True where a word names an occupation, alone or as the last of several: "nurses", "steelworker"."""
    word = re.sub(r"^.*[-/]", "", word)
    return any(form in heads() or form.endswith(_COMPOUND) for form in (word, word.removesuffix("s")))


def _joins(rest: list[re.Match[str]]) -> bool:
    """True where "and" stands inside a role ("sheep and beef farmer"): an occupation's word follows at once."""
    plain = [word.group().casefold().strip(".'") for word in rest[:3]]
    for place, word in enumerate(plain):
        if word in _STOP:
            return False
        if is_head(word):
            return place > 0 or len(plain) > 0
    return False


def read_goal_role(passage: Passage, change: Change) -> None:
    """Set `goal_role` from an occupation that is to be reached; a field to move into is none."""
    for match in passage.find(_GOAL):
        if re.search(r"\b(?:not|don't|never|no)\b[^,.;]{0,12}$", passage.before(match.start())) or re.search(
            r"\bi (?:was|am|have been)\s*$", passage.before(match.start())
        ):
            continue
        named = re.search(r"\b(?:be|becoming|become|as|being) (?:an? )(?:\w+ )?$", match.group(), re.I) is not None
        found = role_after(passage.rest, match.end(), lenient=named)
        if found is None and named:
            found = _any_noun(passage.rest, match.end())
        if found:
            change.put("goal_role", found[0], passage.text[match.start() : found[1]])
            passage.hide(match.start(), found[1])
            return


def _any_noun(text: str, start: int) -> tuple[str, int] | None:
    """Return up to three words after "become a", whatever they are, unless they name a situation."""
    match = re.match(
        rf"((?:(?!(?:{'|'.join(sorted(_STOP, key=len, reverse=True))})\b){_WORD} ?){{1,3}})", text[start:], re.I
    )
    if (
        match is None
        or _SITUATION.search(match[1].strip())
        or re.match(
            r"(?:better|more|good|able|certified|qualified|part|bit|lot|success\w*|fluent|confident|leader in)\b",
            match[1],
            re.I,
        )
    ):
        return None
    return match[1].strip(" .,"), start + match.end()


def read_current_role(passage: Passage, change: Change) -> None:
    """Set `current_role` from the job held now or last; of several, the one told as a job before a bare one."""
    if CLIENT.search(passage.text):
        for match in passage.find(_ADVISER):
            if re.search(r"^(?:i'm|i am|we're|i work as|this is)\b", match.group(), re.I) or not passage.before(
                match.start()
            ).strip(" ,.!?¦"):
                if not re.search(r"\b(?:client|she|he|who)\b", match.group(), re.I):
                    passage.take(match)
                    break
    for pattern in _CURRENT:
        for match in passage.find(pattern):
            if (
                not match.group().lower().startswith(("i'm", "i am", "she's", "he's"))
                and _WISH_BEFORE.search(passage.before(match.start(), 60))
            ) or _HYPOTHETICAL.search(passage.before(match.start())):
                continue
            articled = re.search(r"\ban? $", match.group(), re.I) is not None
            if found := role_after(passage.rest, match.end(), lenient=articled):
                _set(passage, change, found, match.start())
                return
    for pattern, title in _DOING:
        for match in passage.find(pattern):
            if not _WISH_BEFORE.search(passage.before(match.start(), 60)):
                what = (match.groupdict().get("what") or "").lower()
                change.put(
                    "current_role",
                    title.format(
                        what=_singular(what) if "driver" in title or "owner" in title or "builder" in title else what
                    ),
                    passage.take(match),
                )
                return
    _read_bare_role(passage, change)


def _read_bare_role(passage: Passage, change: Change) -> None:
    """Read a role that opens a sentence or stands between commas: "hospital porter in Leicester, want to ..."."""
    for match in re.finditer(
        r"(?:^|[.,;:!?(]\s|\.\.\.\s?|\b(?:hi|hello|hey|hiya|gidday|g'day|morning|there|ok|okay|right|yes|"
        r"lol|so|well)[,!. -]+)(?=[^\W_])",
        passage.rest,
        re.I,
    ):
        found = role_after(passage.rest, match.end())
        if (
            found
            and not re.match(
                r"\s?(?:course|courses|training|jobs?|skills?|degree|diploma|salary|class|classes|certificat\w+|"
                r"programme|program|role)\b",
                passage.rest[found[1] :],
                re.I,
            )
            and re.match(
                rf"\s?(?:$|[,.;:!?()-]|{TAKEN}|(?:kat|di|wants?|wanted|has|had|seeking|after|thinking|considering|"
                r"hoping|needs?|planning|working|doing|with|aged|over|up|down|originally|(?:here|in|at|from|near|"
                r"with|for|by|based|on|round|around|looking|wanting|trying|hoping|who|to|and|keen|of|turned|since|"
                r"but|living|want|want to|need|outside|because|now|then|currently|interested|thinking|i))\b)",
                passage.rest[found[1] :],
                re.I,
            )
        ):
            if (
                re.search(
                    r"\b(?:course|training|jobs?|skills?|degree|diploma|certificate|licen[cs]e)\b", found[0], re.I
                )
                or not found[0][:1].isalnum()
            ):
                continue
            _set(passage, change, found, match.end())
            return


def _set(passage: Passage, change: Change, found: tuple[str, int], start: int) -> None:
    change.put("current_role", found[0], passage.text[start : found[1]].strip())
    passage.hide(start, found[1])


def _singular(word: str) -> str:
    return re.sub(r"(?<=[^s])s$", "", re.sub(r"ies$", "y", word)) if word not in ("bus",) else word
