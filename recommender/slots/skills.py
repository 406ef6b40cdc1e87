"""Subjects, skills and tools: those to be learned, and those claimed already."""

from __future__ import annotations

import re

from recommender.slots.change import Change
from recommender.slots.passage import TAKEN, Passage
from recommender.slots.roles import role_after
from recommender.word_lists import word_list

_W = r"[^\W_](?:[\w'+#.&-]*[\w+#])?"
_KIND = (
    r"(?:short |online |free |good |quick |part[- ]time |beginner'?s? |evening |basic |cheap |decent |"
    r"proper |intensive |certified |accredited |refresher |intro(?:ductory)? |micro-?\s?|hybrid |"
    r"blended |weekend |new |more |advanced |single |little |small |suitable |useful |simple |nice |"
    r"best |solid |recognised |recognized )*"
    r"(?:courses?|class(?:es)?|training(?: courses?)?|certificat(?:e|es|ion|ions)|credentials?|"
    r"micro-?\s?credentials?|badges?|program(?:me)?s?|modules?|workshops?|lessons?|bootcamps?|study|"
    r"qualifications?|tutorials?|webinars?|options|something|anything|stuff|things?|ones?|content|"
    r"units?|offer(?:ings?)?|papers?|short courses?)"
)
_ABOUT = (
    r"(?:in|on|about|for|covering|around|to do with|related to|regarding|that (?:covers?|teach(?:es)?|"
    r"deals? with|focus(?:es)? on)(?: me)?(?: about| how to)?|which (?:covers?|teach(?:es)?)|teaching|"
    r"to learn(?: about| how to)?|with a focus on|focus(?:ed|ing) on|dealing with|of|like)"
)
_VERB = (
    r"(?:learn(?:ing)?(?: more)?(?: (?:about|on|of|how to|to|some|a bit (?:about|of)))*|study(?:ing)?|"
    r"get (?:better|good|stronger|more confident) (?:at|in|with)|improve(?: (?:on|in|at))?|"
    r"brush(?:ing)? up(?: on)?|"
    r"upskill(?:ing)?(?: myself)?(?: in)?|up-skill in|reskill(?:ing)?(?: in| into)|retrain(?:ing)?(?: "
    r"in| into)|train(?:ing)?(?: (?:up )?in)|(?:switch|shift|cross|jump|branch)(?:ing)?(?: (?:over|"
    r"across|out))? (?:in)?to|get(?:ting)? (?:a |to )(?:good |better |proper )?(?:handle|grip|grasp|"
    r"grips|feel) (?:on|of|with|for)|(?:wrap|get) my (?:head|brain) (?:a)?round|div(?:e|ing) "
    r"(?:deeper )?into|delv(?:e|ing) into|(?:have|gain|get) (?:a )?(?:better |deeper |good |solid "
    r")?(?:understanding|knowledge|grasp) of|work(?:ing)? (?:in|with)|get(?:ting)? (?:more |some "
    r")?(?:experience|confidence|skills?) (?:in|with|on)|do (?:something|summat|stuff) (?:with|in|"
    r"around)|mov(?:e|ing) (?:over |across )?(?:in)?to|get(?:ting)? (?:in)?to|go(?:ing)? into|"
    r"break(?:ing)? into|chang(?:e|ing) (?:career )?to|transition(?:ing)? (?:in)?to|pivot(?:ing)? "
    r"(?:in)?to|"
    r"pick(?:ing)? up|catch(?:ing)? up (?:on|with)|know(?: (?:more )?about| how to)?|"
    r"understand(?:ing)?(?: (?:about|how to))?|master(?:ing)?|do(?:ing)?|take|taking|get (?:my|her|"
    r"his) head (?:around|round)|get(?:ting)? her head (?:around|round)|get to grips with|get started "
    r"(?:with|in|on)|get(?:ting)? the hang of|specialis(?:e|ing) in|specializ(?:e|ing) in|"
    r"find(?:ing)?(?: out about)?|explor(?:e|ing)|be(?:come)? (?:certified|trained|qualified|better|"
    r"good|fluent|competent|confident) (?:in|at|with)|get (?:certified|qualified|trained|skilled) "
    r"(?:in|at|on)|develop(?:ing)?(?: my)?|build(?:ing)? (?:up )?(?:my )?(?:skills? in|knowledge of)|"
    r"deepen(?:ing)?(?: my)?|refresh(?:ing)?(?: my)?|polish(?:ing)?(?: my)?|sharpen(?:ing)?(?: my)?|"
    r"strengthen(?:ing)?(?: my)?|expand(?:ing)?(?: (?:my|into))?|read up on|have a go at|"
    r"try(?:ing)?(?: out)?|add|gain(?:ing)?(?: (?:skills?|knowledge|experience) (?:in|of))?|acquire|"
    r"bone up on|skill up (?:in|on)|level up (?:in|on|my)?|focus on|dip into|dabble in|tackle|cover)"
)
_WISH = (
    r"(?:want(?:s|ed|ing)?(?: (?:me|us|her|him|them))?(?: to)?|would (?:really )?(?:like|love)(?: "
    r"(?:to|him to|her to|me to))?|'d (?:really )?(?:like|love)(?: to)?|love to|like to|need(?:s|"
    r"ed)?(?: to)?|have to|has to|must|hop(?:e|es|ing) to|plan(?:s|ning)? to|wish(?:es)? to|"
    r"try(?:ing)? to|trying|keen to|eager to|decided to|looking to|look to|aim(?:ing)? to|"
    r"think(?:ing)? (?:of|about)|consider(?:ing)?|interested in|going to|ready to|help (?:me|us|her|"
    r"him)(?: to)?|teach (?:me|us|her|him)(?: about| how to| to)?|show (?:me|us) how to|ought to|"
    r"should|able to|better|supposed to|asked (?:me )?to|told (?:me )?to|prefer to|rather|let me|can "
    r"i|could i|where can i|how (?:can|do) i|i'll|time to|chance to|desire to|ambition to|goal is to|"
    r"in order to|be good to|be nice to|like him to|like her to|motivated to|curious to|excited to|"
    r"started|start|begin|dying to|tempted to)"
)
_NOUN_WISH = (
    r"(?:want(?:s|ed)?|would (?:really )?(?:like|love)|'d (?:really )?(?:like|love)|like|need(?:s|"
    r"ed)?|require|prefer|interested in|consider(?:ing)?|thinking (?:of|about)|should try|after|"
    r"chasing)(?! to\b)"
)
_TRADE_VERBS = (
    r"(?:weld|code|program|sew|cook|draw|bake|swim|knit|paint|photograph|garden|brew|plaster|tile|"
    r"animate|edit videos?|prune|carve|forage|sail|upholster|crochet|dance|sing|blog|podcast|"
    r"translate|interpret)\b"
)
_ACTION_VERBS = (
    r"(?:weld|code|program|sew|cook|draw|bake|swim|knit|paint|write|design|drive|teach|negotiate|sell|"
    r"budget|invest|garden|farm|build|repair|fix|manage|lead|edit|animate|model|fly|dive|speak|read|"
    r"brew|tile|plaster|photograph|film|sing|dance|play|make|grow|run|train|coach|blog|trade|analyse|"
    r"analyze|forecast|plan|test|scrape|service|install|maintain|operate|handle|prune|carve|forage|"
    r"sail|surf|present|interpret|translate|moderate|facilitate|mentor)\b"
)
_TRIGGERS = [
    re.compile(
        rf"\b(?:{_WISH}) (?:\w+ly |also |just |maybe |finally |please |simply |actually |first |at least |"
        rf"eventually |to )*(?:{_VERB})\b",
        re.I,
    ),
    re.compile(
        r"\b(?:interested in|keen on|curious about|passionate about|fascinated by|into learning(?: "
        r"about)?|enthusiastic about|focus(?:ing|ed)? on|specialis\w+ in|leaning towards?|drawn to|fancy|"
        r"fancies|topics?:?(?: is| of)?|subjects?:?(?: is)?|field:?(?: is)?|area:?(?: is)?|skills? "
        r"(?:wanted|needed):?|learn:|wish:|goal:|goal is|looking into|look into|get into|help me with|"
        r"help with|recommendations? (?:for|on)|advice on courses (?:in|on))\b:?",
        re.I,
    ),
    re.compile(
        r"\b(?:looking|look|looks|searching|search|hunting|after|seeking|seek|ask|asking) (?:for|at|into|"
        rf"to)(?: (?:an?|some|any|the|more))?(?: {_KIND})?(?: {_ABOUT})?(?: {_VERB})?(?![\w'])",
        re.I,
    ),
    re.compile(
        r"\b(?:an?|any|some|the|one|find|recommend|suggest|show|got|have|need|want|take|do|of|for|me|"
        r"there|other|offer|which|what|good|short|your|start with|a few|best|his|her|it|many|my)(?: (?:me|"
        rf"us|her|him|a|an|any|some|you|your|the|good|my))* {_KIND} (?:{_ABOUT})\b",
        re.I,
    ),
    re.compile(
        r"(?:^|[.,;:!?]\s?|\b(?:and|then|ok|so)\s)(?:please )?(?:learn(?: about| how to| to)?|study|teach "
        r"me)\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:{_WISH}) (?:\w+ly |also |just |maybe |finally |please |simply |actually |to "
        rf")*(?={_TRADE_VERBS})",
        re.I,
    ),
    re.compile(
        rf"\b(?:{_NOUN_WISH}|give me|show me|find me|suggest|recommend|got|offer|have you got|do you have|"
        r"what about|how about|need|needs|send me on|sign me up for|book me on|lacking|lack|missing|weak "
        r"(?:in|at|on)|struggle with|struggling with|bad at|gaps? in|need help with|thinking) (?:an?|some|"
        r"any|the|more|me|my|me an?|me some|me any|maybe|about|get|of|with|on|at|in|a bit of|her|him|take|"
        r"do|actually|instead)*\b",
        re.I,
    ),
    re.compile(
        r"\b(?:something|anything|courses?|stuff|what|options|one|ones|class|classes|training)(?: (?:have "
        r"you got|do you have|is there|can you offer|could i do|can i do|should i do|could i take|can i "
        r"take|you have|you got|would you suggest|do you offer|are there))? (?:in|on|about|for)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:teach(?:es)?|cover(?:s|ing)?|everyone (?:around me )?is doing|i lack|learn(?:ing)?(?: "
        r"about| how to| to)?|study(?:ing)?|instead of that,?|switch to|rather(?: do| learn)?|change "
        r"(?:it |that )?to|meant|mean)\b",
        re.I,
    ),
]
# "python course", "automation testing course": the subject stands before the kind.
_BEFORE_KIND = re.compile(
    rf"(?P<what>(?:{_W} ){{1,5}})(?P<kind>(?:short |online |evening |training |certificate |"
    r"certification )*(?:course|courses|class|classes|training|certificate|certification|bootcamp|"
    r"micro-?\s?credentials?|badge|programme|program|module|workshop|lessons|skills|"
    r"qualification))\b(?! (?:at the end|of attendance|for (?:free|beginners)))",
    re.I,
)
_KNOWN = re.compile(
    r"\b(?:i |she |he |they |already |and |also |but |who |client )(?:already |also |can |just |only |"
    r"do |really |currently |'ve |have )*(?P<cue>know(?:s)?(?: (?:how to|some|a bit of|a little|a "
    r"little bit of|the basics of|a fair bit of|my way around|about|bits of|basic|a bit about|enough|"
    r"quite a bit of|a lot of|a lot about))*|"
    r"(?:am |is |'m |are |'re |'s )?(?:good|strong|great|comfortable|confident|proficient|skilled|"
    r"fluent|handy|experienced|decent|okay|ok|familiar|solid|competent|advanced|brilliant|well versed|"
    r"not bad|quite good|pretty good|very good) (?:at|in|with|on)|(?:can|could) (?:already )?(?:use|"
    r"code in|program in|write|do (?:basic |a bit of |some |simple )?)|"
    r"(?:have|has|got|have got|'ve got) (?:some |good |basic |a bit of |a little |decent |solid |"
    r"strong |a working knowledge of |a lot of |a good |great |plenty of )*(?:experience (?:in|with|"
    r"of|using)|knowledge (?:of|in)|skills? (?:in|with)|background in|grounding in|understanding of)|"
    r"learned|learnt|taught myself|use(?:s)?(?: a lot of| a bit of| some)?|used to do|speak fluent|"
    r"picked up|dabbled? in|work with|worked with|(?:have )?done (?:some |a bit of |a little )+)\s",
    re.I,
)
_KNOWN_BARE = re.compile(
    r"(?:^|[,;.(¦]\s?|\b(?:and|but|with|i'm|i am|pretty|quite|very|already|i have|have|got|"
    r"plus)\s)(?:strong (?:in|at|with)|good (?:with|at|in)|comfortable with|confident (?:in|with)|"
    r"decent at|fluent in|skilled (?:in|at)|experienced (?:in|with)|proficient (?:in|with)|familiar "
    r"with|handy with|(?:a )?(?:bit|little|some) (?:of )?(?:knowledge of |experience (?:with|in) "
    r")?(?=[A-Z])|basic(?:s of| knowledge of| skills in)? (?=[A-Z])|(?:some|good|solid|basic|decent|"
    r"strong) (?:knowledge of|experience (?:with|in)|grasp of|skills in)|knowledge of|my (?=[A-Za-z]+ "
    r"(?:is|are) (?:good|ok|okay|strong|decent|fine|basic|rusty)))\s?",
    re.I,
)
_KNOWN_AFTER = re.compile(
    rf"(?P<what>{_W}(?: {_W}){{0,2}}?) (?:i|she|he) (?:already |do |also )?(?:know|can|have|use)s?(?: "
    r"(?:already|well|quite well|a bit|a little(?: bit)?|little(?: bit)?|some|ok|okay))?",
    re.I,
)
_UNKNOWN = re.compile(
    r"\b(?:don't|doesn't|do not|not|never|no|didn't|can't|isn't|nothing|hate|zero|without|except|but "
    r"not|other than|rather than|instead of|tired of|sick of|fed up with|bored of|leave|leaving|quit|"
    r"quitting|get out of|getting out of|out of|away from|not interested in|anything but|escape|move "
    r"on from)\b(?: (?:\w+ing|know|like|want|interested|keen|to|in|on|into|any|much|about|do|learn|"
    r"really|of|a|the|more|all|ever|used|studied|had|have|been|touched|care|for|study|with|anything|"
    r"how|use|good|at|the))*\s",
    re.I,
)
_CORRECTION = re.compile(
    rf"\b(?:meant|mean|said|is|it's|make it|make that|want|i want|should be|wanted)? ?(?P<new>{_W}(?: "
    rf"{_W}){{0,3}}?),? (?:not|instead of|rather than) (?P<old>{_W}(?: {_W}){{0,3}})\s*(?:[,.!?]|$)|"
    rf"\bnot (?P<old2>{_W}(?: {_W}){{0,3}}?),? (?:but|i meant|i mean|rather) (?P<new2>{_W}(?: "
    rf"{_W}){{0,3}})",
    re.I,
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
_JUNK = re.compile(
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
    r"ladder|top|end|recommendations?|suggestions?|look|go|try|feedback|study|learn|learning|"
    r"practical|hands[- ]on|something else|someone|anyone|mind|results?|match(?:es)?|one thing|day|"
    r"week|month|year|area|field|topic|subject|here|there|place|another|rest|above|below|"
    r"provider|school hours|proper one|real one|fresh start|new job|first job|qualified|certified|"
    r"accredited|recognised|recognized|legit|valid|harder one|easier one|short one)$",
    re.I,
)
_FRAGMENT = re.compile(
    rf"(?:^|[.,;:!?(]\s|{TAKEN}[\s.,;!]*|\b(?:hi|hello|hey|ok|okay|right|fine|so|well|please|then|"
    r"topic|learn)[,!.:]*\s)(?=[^\W\d_])",
    re.I,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:i|i'm|my|me|you|it|is|am|are|was|have|has|do|does|can|will|would|got|years?|hours?|weeks?|"
    r"looking|based|living|work|working|kids|help|client|here|there|back|home|hi|hello|thanks|money|"
    r"time|this|that|too|much|long|very|just|go|going|know|like|get|need|want|still|stay|under|no|not|"
    r"speed|pace)\b",
    re.I,
)
_ACTION = re.compile(rf"^{_ACTION_VERBS}", re.I)


def read_goal_skills(passage: Passage, change: Change, vocabulary: frozenset[str]) -> list[str]:
    """Add to `goal_skills` what is to be learned, one item for each thing named; return the items.

    `vocabulary` are the words of known subjects: without any turn of phrase, a fragment made of them is the wish.
    """
    refused = _refused(passage)
    items: list[str] = []
    for trigger in _TRIGGERS:
        for match in passage.find(trigger):
            if _is_refusal(passage, match.start()):
                continue
            _collect(passage, change, match.end(), items, refused)
    if not items:
        for match in passage.find(_BEFORE_KIND):
            _collect_before(passage, change, match, items, refused)
    if not items:
        _collect_fragments(passage, change, items, vocabulary)
    return items


def _collect_fragments(passage: Passage, change: Change, items: list[str], vocabulary: frozenset[str]) -> None:
    """Take fragments such as "Heat pumps and solar thermal please" whose words are those of known subjects."""
    for match in _FRAGMENT.finditer(passage.rest):
        found, end = phrase_after(passage.rest, match.end())
        if not found or len(passage.rest[match.end() : end].split()) > 9:
            continue
        found = [item for item in found if not _NOT_SUBJECT.search(item)]
        if any(_is_known(item, vocabulary) for item in found):
            items.extend(found)
            for item in found:
                change.add("goal_skills", item, item)


def _is_known(item: str, vocabulary: frozenset[str]) -> bool:
    """True where at least half of an item's words are those of known subjects."""
    words = [word for word in re.findall(r"[^\W\d_]+", item.casefold()) if len(word) > 3 or word in vocabulary]
    known = sum(word in vocabulary or word.removesuffix("s") in vocabulary for word in words)
    return bool(words) and known * 2 >= len(words)


def _refused(passage: Passage) -> list[str]:
    """Hide and return what is refused or replaced: "not interested in coding", "java not python"."""
    gone: list[str] = []
    for match in passage.find(_UNKNOWN):
        items, end = phrase_after(passage.rest, match.end())
        if items and not re.search(r"\b(?:only|just)\s*$", match.group(), re.I):
            gone.extend(items)
            passage.hide(match.start(), end)
    return gone


def _is_refusal(passage: Passage, start: int) -> bool:
    return (
        re.search(r"\b(?:don't|doesn't|not|never|no|didn't|can't|won't)\s(?:\w+\s){0,2}$", passage.before(start))
        is not None
    )


def _collect(passage: Passage, change: Change, start: int, items: list[str], refused: list[str]) -> None:
    found, end = phrase_after(passage.rest, start)
    if found and re.match(r":\s*[a-z]", passage.rest[end : end + 4], re.I):  # "need lab skills: microbiology, brewing"
        found, end = phrase_after(passage.rest, end + 1)
    if (
        found
        and role_after(passage.rest, start + len(passage.rest[start:]) - len(passage.rest[start:].lstrip()))
        and len(found) == 1
        and not re.search(r"\b(?:skills|course|training)\b", passage.rest[start : end + 12], re.I)
    ):
        role = role_after(passage.rest, start + 1)
        if role and role[0].casefold().endswith(found[0].casefold()):
            return
    for item in found:
        if item.casefold() not in (name.casefold() for name in (*refused, *items)):
            items.append(item)
            change.add("goal_skills", item, item)
    if found:
        passage.hide(start, end)


def _collect_before(
    passage: Passage, change: Change, match: re.Match[str], items: list[str], refused: list[str]
) -> None:
    words = match["what"]
    pieces = re.split(
        r"\b(?:a|an|the|any|some|for|me|need|want|find|suggest|recommend|your|this|that|i|is|do|does|"
        r"about|to|in|on|good|free|cheap|take|hi|hello|please|kindly|looking|got|show|my|of|how|what|"
        r"which|these|those|only|no|not|are|from|with|more|best|short)\b",
        words,
        flags=re.I,
    )
    for item in _items(pieces[-1] if pieces[-1].strip() else (pieces[-2] if len(pieces) > 1 and False else "")):
        if item.casefold() not in map(str.casefold, refused):
            items.append(item)
            change.add("goal_skills", item, match.group().strip())


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
                rf"\s*(?:and |or )?{_W}(?: {_W}){{0,3}}\s*(?:,|\band\b|\bor\b|&|\+|[.!?]|$|{TAKEN})",
                joined[cut.end() :],
            )
        ):
            position = cut.start()
            break
        position = cut.end()
    found = [item for piece in taken for item in _items(piece)]
    return found, start + offset + position


def _items(piece: str) -> list[str]:
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
        if item and not _JUNK.match(item) and (item != "it" or part.strip() == "IT") and re.search(r"[^\W\d_]", item):
            found.append(item)
    return found


def trim(phrase: str) -> str:
    """Return a phrase without the small words around it: "some basic Excel skills please" becomes "Excel skills"."""
    words = phrase.strip(" .,!?:;'\"-").split()
    while words and words[0].casefold().strip(".,") in _EDGE and not (words[0] == "IT"):
        words.pop(0)
    while words and words[-1].casefold().strip(".,") in _EDGE - _KEPT_LAST and words[-1] != "IT":
        words.pop()
    while len(words) == 1 and words[0].casefold() in _EDGE and words[0] != "IT":
        words.pop()
    text = " ".join(words)
    if action := _ACTION.match(text):
        verb = action.group()
        text = (
            _gerund(verb) + text[len(verb) :]
            if len(words) == 1
            or words[0].casefold()
            not in (
                "design",
                "test",
                "garden",
                "dance",
                "project",
                "plan",
                "model",
                "film",
                "trade",
                "budget",
                "surf",
                "service",
                "paint",
                "speed",
                "lead",
                "farm",
                "play",
                "train",
                "program",
                "sail",
                "coach",
            )
            else text
        )
    return text


def _gerund(verb: str) -> str:
    lower = verb.lower()
    if lower.endswith("e"):
        return lower[:-1] + "ing"
    if lower in ("program", "swim", "knit", "run", "plan", "budget", "sit"):
        return lower + ("" if lower == "budget" else lower[-1]) + "ing"
    return lower + "ing"


def read_current_skills(passage: Passage, change: Change) -> None:
    """Add to `current_skills` what is claimed outright, even a little of it."""
    for pattern in (_KNOWN, _KNOWN_BARE):
        for match in passage.find(pattern):
            if re.search(
                r"\b(?:don't|doesn't|not|never|no|want to|need to|would like to|have to|like to|didn't|to|if|what|"
                r"how|should|must)\s(?:really |even |actually )?$",
                passage.before(match.start() + len(match.group()) - len(match.group().lstrip())),
            ) or re.search(r"\b(?:want|need|to|have|has)\s*(?:to )?$", passage.before(match.start())):
                continue
            found, end = phrase_after(passage.rest, match.end())
            for item in found[:5]:
                change.add("current_skills", item, item)
            if found:
                passage.hide(match.start(), end)
    for match in passage.find(_KNOWN_AFTER):
        item = trim(match["what"])
        if (
            item
            and not _JUNK.match(item)
            and item[0].isalpha()
            and not re.search(
                r"\b(?:what|how|that|all|if|as|do|can|where|which|when|course|because|so|and|one|things?)\b",
                match["what"],
                re.I,
            )
        ):
            change.add("current_skills", item, passage.take(match))
