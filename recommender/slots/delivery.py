"""How it is taught: mode, pacing, and whether only real micro-credentials will do."""

from __future__ import annotations

import re

from catalogue.records import Mode
from recommender.slots.change import Change
from recommender.slots.passage import Passage

_ONLINE = (
    r"(?:fully |100% |purely |completely |totally |strictly )?(?:online|on-line|remote(?:ly)?|"
    r"virtual(?:ly)?|e-?learning only|distance(?: learning)?|by distance|web[- ]based|"
    r"(?:from|at) home|from my (?:sofa|couch|kitchen|bedroom|desk|house)|en ligne|à distance|en línea|"
    r"a distancia|online-kurs|fernstudium|von zu hause|dalam talian|atas talian|jarak jauh|"
    r"オンライン|在宅|リモート|通信教育|自宅で|over zoom|on zoom|on my (?:phone|laptop|computer)|via zoom|desde casa|"
    r"depuis chez moi|from the (?:farm|boat|couch|office)|dari rumah)"
)
_IN_PERSON = (
    r"(?:in[- ]person|face[- ]to[- ]face|f2f|(?:in|on|at) (?:a |the |my |your )?(?:real |proper |"
    r"local |actual )?(?:classroom|campus|class room|workshop|college)(?! (?:assistant|teacher|"
    r"management|manager|technology|practice))|on[- ]campus|on[- ]site|"
    r"in class\b|classroom[- ]based|physical class(?:es|room)?|en présentiel|présentiel|"
    r"presencial(?:es)?|präsenz\w*|vor ort|bersemuka|secara fizikal|対面|通学|教室|face-à-face|en personne|"
    r"en persona|"
    r"campus|(?:a |actual |real )human in (?:the|a) room|attend in person|brick[- ]and[- ]mortar|in "
    r"the flesh)"
)
_BLENDED = (
    r"(?:blended|hybrid|(?:part|half|partly|partially|some|bit) (?:of it )?(?:online|"
    r"remote)[^.;]{0,14}?(?:part|half|partly|some|bit) (?:of it )?(?:in person|on campus|face to face|"
    r"campus|in class|classroom|on site)|"
    r"(?:part|half|partly|partially|some) (?:in person|on campus|face to face|in "
    r"class)[^.;]{0,14}?(?:part|half|partly|some) (?:online|remote|at home)|mix(?:ture)? of (?:online|"
    r"remote|campus|in person|face to face|classroom)|"
    r"half and half|part and part|combination of (?:online|campus)|hybride|mixte|híbrid[oa]|"
    r"semipresencial|hibrid|ハイブリッド|併用|online (?:plus|with) (?:some|a few|the odd) (?:days?|face|in[- "
    r"]person|workshop)\w*)"
)
_NO = (
    r"(?:not|no|isn't|nothing|never|don't want|don't do|can't (?:do|be|stand|study|learn|handle)|can "
    r"not be|hate|without|avoid|rather not|sick of|tired of|fed up with|won't work|instead of|rather "
    r"than|"
    r"pas|nicht|kein(?:e|en)?|no quiero|bukan|tak nak|tidak|jangan|anything but|not on a|isn't)"
)
_NOT_ONLINE = re.compile(
    rf"\b{_NO}(?: (?:want|it|be|to|a|an|any|do|doing|study|learn|more|another|be done|have|the|"
    rf"something|courses?|on|taught|all|too|fully|purely)){{0,4}} {_ONLINE}"
    rf"|{_ONLINE}(?: (?:courses?|classes|study|learning|stuff|things))? (?:(?:is|are|does|do)(?: not|"
    r"n't)|isn't|doesn't|don't|won't|is no|not) (?:\w+ )?(?:work|suit|good|option|for me|possible|an? "
    r"option|ok|okay|going)\w*"
    r"|オンライン(?:は|じゃ|では)(?:嫌|いや|だめ|ダメ|無理|なく|ない|苦手|避)|オンライン以外|"
    r"not on a screen|no (?:screens?|webinars?|"
    r"zoom|computer|laptop|internet|wifi|broadband)\b",
    re.I,
)
_NOT_IN_PERSON = re.compile(
    rf"\b{_NO}(?: (?:want|get|go|travel|come|attend|be|to|a|an|any|it|make it|in)){{0,4}} {_IN_PERSON}", re.I
)
_EITHER = re.compile(
    rf"(?:{_ONLINE}|{_IN_PERSON}|{_BLENDED})\s?,?(?: or |/| and )(?:{_ONLINE}|{_IN_PERSON}|"
    rf"{_BLENDED})[^.;]{{0,12}}?(?:don't mind|don't care|either|whichever|both|doesn't matter|no "
    r"preference|whatever|all fine|are fine|is fine|fine by me|works?|egal|peu importe|da igual|どちらでも|"
    r"tak kisah|any)"
    r"|(?:happy (?:to do|with|either)|open to|don't mind|fine with|ok with|okay with|can "
    rf"do)[^.;]{{0,14}}?(?:{_ONLINE}) (?:or|and) (?:{_IN_PERSON})|(?:either|both|"
    rf"whichever)[^.;]{{0,12}}?(?:{_ONLINE}) (?:or|and) (?:{_IN_PERSON})|(?:any|whatever) (?:mode|"
    r"format|delivery)\b|どちらでも|"
    rf"(?:{_ONLINE}|{_IN_PERSON}|{_BLENDED})(?: is| are|'s|'d be| would be)?(?: (?:fine|ok|okay|good|"
    r"alright|possible|acceptable))?,?(?: (?:too|also|as well)(?: (?:is |are )?(?:fine|ok|okay|"
    r"good))?| (?:fine|ok|okay|alright) (?:too|also|as well|after all))",
    re.I,
)
# "online" as part of a subject: "teaching English online", "online marketing".
_SUBJECT_BEFORE = re.compile(
    r"\b(?:teach|sell|trad|market|work|earn|advertis|tutor|coach|bully|shopp|publish)(?:ing|s|"
    r"er)?\b(?: \w+){0,3} $|\b(?:job|business|shop|store|work|working|works|sells?|stay|been|stuck|"
    r"kids|am|mum|mom|parent|based|back|run(?:ning)?|people|clients?|elderly)\s(?:\w+\s)?$|(?:stay|"
    r"work)[- ]$",
    re.I,
)
_SUBJECT_AFTER = re.compile(
    r"^\s?(?:-\s?)?(?:marketing|safety|business|teaching|shop|store|tutor\w*|sales|selling|retail|"
    r"security|community|communit\w+|advertising|content|banking|gaming|fraud|privacy|facilitat\w+|"
    r"journalism|"
    r"payments?|research|job|with the kids|for \d+ years|teams?|work(?:er|ing)?\b|care\b|management|"
    r"collaboration|visit\w*|assistant|patients?|sensing|english|learning design|based job|daycare|"
    r"health)",
    re.I,
)
_SELF = re.compile(
    r"self[- ]?pac(?:ed|ing)|self[- ]?study|self[- ]?directed|(?:at|in|on) (?:my|his|her|their|your|"
    r"one's|our) own (?:speed|pace|time|rhythm|tempo|schedule|terms)|(?:my|own) pace|own speed|own "
    r"tempo|whenever i (?:want|can|like|have|get)\b[^.;]{0,12}|"
    r"asynchronous|no (?:fixed|set) (?:timetable|schedule|times?|dates?|hours)|no (?:live "
    r")?(?:deadlines|timetable)|dip in and out|start (?:any ?time|whenever)|any ?time i (?:want|like)|"
    r"on[- ]demand|recorded (?:lessons|lectures|classes|videos)|without (?:a )?(?:fixed "
    r")?(?:timetable|deadlines|schedule)|"
    r"à mon (?:propre )?rythme|à son rythme|auto-?formation|in meinem (?:eigenen )?tempo|eigene[nms]? "
    r"tempo|selbst bestimm\w*|a mi (?:propio )?ritmo|自分のペース|ikut (?:masa|rentak|kadar|tempo) sendiri|"
    r"kadar sendiri|at her speed|flexible (?:pace|timing|schedule)|pause (?:it )?when",
    re.I,
)
_SCHEDULED = re.compile(
    r"live (?:online )?(?:class(?:es)?|lessons?|sessions?|lectures?|teach(?:er|ing)|tuition|"
    r"instruct\w+|tutor\w*|webinars?|workshops?)|taught live|(?:fixed|set|regular|proper|clear) "
    r"(?:timetable|schedule|class times?|times|dates|weekly (?:class|session)\w*)|scheduled(?: "
    r"class\w*)?|instructor[- ]led|"
    r"synchronous|with a (?:cohort|class of|group of)|cohort[- ]based|cohort\b|(?:a |with )deadlines|"
    r"someone to keep me (?:on track|accountable)|real[- ]time|horaires? fixes?|cours en direct|"
    r"live-unterricht|feste(?:n)? (?:zeiten|termine)|clases en vivo|en directo|horario fijo|jadual "
    r"tetap|kelas langsung|ライブ授業|時間割",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"\b(?:not|no|don't want|hate|isn't|never|without|rather than|instead of|nothing|pas(?: de)?|"
    r"kein\w*|bukan|sin)\s(?:a |an |any |want |do )?$",
    re.I,
)
_PACING_DROPPED = re.compile(
    r"(?:self[- ]paced|live|scheduled|timetabled?|fixed (?:times?|dates?))(?: (?:class(?:es)?|"
    r"courses?|is|are|ones))*(?: or (?:\w+[- ]?)+)? (?:is |are )?(?:(?:also )?(?:fine|ok|okay)(?: too|"
    r" as well| after all)?|don't mind|either)|(?:any|whatever) pacing|pacing (?:doesn't|does not) "
    r"matter|don't (?:care|mind) about (?:the )?pac",
    re.I,
)
_MICRO = re.compile(
    r"(?:only|just|nothing but|must be|has to be|have to be|strictly|insist on|exclusively|needs? to "
    r"be|genuine|real|proper|actual|true|sólo|nur|seulement|uniquement|hanya|nothing except|no "
    r"(?:attendance|participation|completion) certificates?[^.;]{0,20})"
    r"[^.,;]{0,24}?micro-?\s?credentials?(?:\s(?:only|please|sahaja))?|micro-?\s?credentials?,? "
    r"(?:only|sahaja|and nothing else|not just|nothing else)|マイクロクレデンシャルだけ|マイクロクレデンシャルのみ",
    re.I,
)
_MICRO_DROPPED = re.compile(
    r"(?:don't|doesn't|do not|does not|needn't|need not)[^.;]{0,12}?(?:be|matter|"
    r"need)[^.;]{0,24}?micro-?\s?credentials?|not (?:only|just|"
    r"necessarily)[^.;]{0,12}?micro-?\s?credentials?|(?:other|any) (?:kinds?|types?|sorts?|"
    r"short)[^.;]{0,40}?(?:ok|okay|fine|too|well)|"
    r"micro-?\s?credentials?(?: bit| thing| part| rule| only)? (?:is|are|isn't|aren't|doesn't|"
    r"don't)[^.;]{0,14}?(?:must|matter|needed|essential|necessary|important)|(?:drop|forget|scrap|"
    r"lose)[^.;]{0,12}micro-?\s?credentials?|ordinary (?:short )?courses (?:are |is )?(?:ok|okay|fine|"
    r"too)|normal courses (?:are |is )?(?:ok|okay|fine)",
    re.I,
)


def read_delivery(passage: Passage, change: Change) -> None:
    """Set `mode`, `pacing` and `must_be_micro_credential`, or empty them where they no longer matter."""
    _read_micro(passage, change)
    _read_pacing(passage, change)
    _read_mode(passage, change)


def _read_mode(passage: Passage, change: Change) -> None:
    if match := re.search(_BLENDED, passage.rest, re.I):
        _mode(change, "blended", passage.take(match))
    elif match := _EITHER.search(passage.rest):
        change.clear("mode", "avoid_mode")
        change.evidence["mode"] = passage.take(match)
    in_person = None
    if match := _NOT_ONLINE.search(passage.rest):
        # Whatever is not online will do; in person is what they get if nothing else is said.
        _mode(change, "in person", passage.take(match))
        change.put("avoid_mode", "online", change.evidence["mode"])
    if match := _NOT_IN_PERSON.search(passage.rest):
        _mode(change, "online", passage.take(match))
        change.put("avoid_mode", "in person", change.evidence["mode"])
    if "mode" not in change.touched or "avoid_mode" in change.values:
        in_person = re.search(_IN_PERSON, passage.rest, re.I)
    if in_person:
        _mode(change, "in person", passage.take(in_person))
    elif "mode" not in change.touched:
        for match in passage.find(re.compile(rf"(?<![A-Za-z0-9-]){_ONLINE}(?![A-Za-z0-9])", re.I)):
            if _SUBJECT_BEFORE.search(passage.text[: match.start()]) or _SUBJECT_AFTER.search(
                passage.text[match.end() :]
            ):
                continue
            _mode(change, "online", passage.take(match))
            return


def mode_named(words: str) -> Mode:
    """Return the mode that words marked as one name; a room of any kind is in person."""
    if re.search(rf"{_BLENDED}|\b(?:part|half|mix|both|combin|some)\w*", words, re.I):
        return "blended"
    return "online" if re.search(rf"{_ONLINE}|internet|video|distan|zoom|通信", words, re.I) else "in person"


def _mode(change: Change, mode: str, words: str) -> None:
    change.put("mode", mode, words)
    change.put("avoid_mode", None, words)


def _read_pacing(passage: Passage, change: Change) -> None:
    if match := _PACING_DROPPED.search(passage.rest):
        change.clear("pacing")
        change.evidence["pacing"] = passage.take(match)
        return
    for pattern, pacing, opposite in ((_SELF, "self-paced", "scheduled"), (_SCHEDULED, "scheduled", "self-paced")):
        for match in passage.find(pattern):
            refused = _NOT_BEFORE.search(passage.before(match.start()))
            if "pacing" not in change.values:
                change.put("pacing", opposite if refused else pacing, passage.take(match))
            else:
                passage.take(match)


def _read_micro(passage: Passage, change: Change) -> None:
    if match := _MICRO_DROPPED.search(passage.rest):
        if "micro" in match.group().lower() or "ordinary" in match.group().lower() or "normal" in match.group().lower():
            change.clear("must_be_micro_credential")
            change.evidence["must_be_micro_credential"] = passage.take(match)
    elif match := _MICRO.search(passage.rest):
        change.put("must_be_micro_credential", True, passage.take(match))
