"""Occupations: the one held now or last, and the one to be reached."""

from __future__ import annotations

import re

from recommender.slots.change import Change
from recommender.slots.passage import TAKEN, Passage
from recommender.slots.role_words import ADJECTIVES, SITUATION, STOP, WORD, role_after

_DETERMINER = r"(?:an? |the |some kind of |some sort of |my own |my |our )?"
_PERSON = (
    r"(?:i'm|i am|she's|he's|they're|she is|he is|they are|who is|who's|client is|client's|myself|"
    r"daughter is|son is|husband is|wife is|friend is|sister is|brother is|mum is|mom is|dad is|he|"
    r"she|i|we are|we're)"
)
_CURRENT = [
    re.compile(r"\b(?:currently|presently|formerly|previously|now) an? ", re.I),
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
    rf"{_DETERMINER}{ADJECTIVES}",
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
ADVISER = re.compile(
    rf"(?:\b(?:i'm|i am|we're|i work as|as|this is)\s)?(?:an? |the )?(?:(?!(?:my|for|client)\b){WORD} "
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
        rf"((?:(?!(?:{'|'.join(sorted(STOP, key=len, reverse=True))})\b){WORD} ?){{1,3}})", text[start:], re.I
    )
    if (
        match is None
        or SITUATION.search(match[1].strip())
        or re.match(
            r"(?:better|more|good|able|certified|qualified|part|bit|lot|success\w*|fluent|confident|leader in)\b",
            match[1],
            re.I,
        )
    ):
        return None
    return match[1].strip(" .,"), start + match.end()


def _hide_adviser(passage: Passage) -> None:
    """Keep the adviser's own job out of the reading: the profile is the client's."""
    for match in passage.find(ADVISER):
        says_self = re.match(r"(?:i'm|i am|we're|i work as|this is)\b", match.group(), re.I)
        opens = not passage.before(match.start()).strip(" ,.!?" + TAKEN)
        is_client = re.search(r"\b(?:clients?|she|he|who)\b", match.group(), re.I)
        if (says_self or opens) and not is_client:
            passage.take(match)
            return


def read_current_role(passage: Passage, change: Change) -> None:
    """Set `current_role` from the job held now or last; of several, the one told as a job before a bare one."""
    if CLIENT.search(passage.text):
        _hide_adviser(passage)
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
