"""Let a language model rephrase a reply, and take its words only where they hold every fact of ours and add none.

The model sees our reply and nothing else of the conversation. Lists and tables never leave: a mark stands for each.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import threading
import time
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

MAX_ANSWER = 65_536  # bytes of an answer that are read
MAX_SECONDS = 120
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
# Words that may open a sentence of theirs although ours has none such; any other new capital may be a name.
OPENERS = frozenset(
    re.findall(
        r"\w+",
        "A Also An And Are As At Based Below Both But By Did Do Does Each For From Glad Got Great Happy Has Have Here "
        "How If In Is It Just Let My Now Of Okay On Or Our Please Should So Sure Tell Thank Thanks That The Then There "
        "These They This Those To We What When Which While With Would You Your",
    )
)
_CLAIM = re.compile(rf"\b(?:{CLAIMS})\w*", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|no|cannot|nothing|without|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORD = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|"
    r"half|twice|double|dozen)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\*\*[^*]+\*\*|\b[A-Z]{2,}\b")
_CODE = re.compile(r"https?:|www\.|[<>`|]|!\[|\]\(|\[\[|\$|[​-‏‪-‮⁦-⁩]")
_MARK = re.compile(r"\[\[(\d+)\]\]")
_LIST = re.compile(r"^\s*(?:\d+\.|[-*|])\s")


class PhrasingError(Exception):
    """The model gave nothing that can be used: no answer, too late, or not in the form expected."""


@dataclass(frozen=True)
class Phraser:
    """Asks an OpenAI-compatible chat endpoint (`url` ends before `/chat/completions`) within `timeout` seconds."""

    url: str
    model: str
    timeout: float
    key: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse what no request can be made of. Raises ValueError."""
        target = urlsplit(self.url)
        if target.scheme not in ("http", "https") or not target.hostname:
            raise ValueError(f"llm_url is {self.url!r}, expected an address such as http://localhost:11434/v1.")
        if not 0 < self.timeout <= MAX_SECONDS:
            raise ValueError(
                f"llm_timeout is {self.timeout:g}, expected more than 0 and at most {MAX_SECONDS} seconds."
            )

    def rephrase(self, text: str, names: Sequence[str] = ()) -> str:
        """Return the reply in the model's words, or unchanged where these fail, come late or do not hold its facts.

        `names` are the titles and providers of the whole catalogue: none may turn up that our reply does not have.
        """
        prose, fixed = _set_lists_aside(text)
        if not re.search(r"\w", _MARK.sub("", prose)):
            return text
        try:
            theirs = self._ask(prose)
        except PhrasingError:
            return text
        if faults(prose, theirs, names):
            return text
        return _MARK.sub(lambda mark: fixed[int(mark[1]) - 1], theirs)

    def _ask(self, prose: str) -> str:
        """Return the model's answer; raises PhrasingError."""
        messages = [{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": prose}]
        body = json.dumps({"model": self.model, "messages": messages, "temperature": 0, "stream": False})
        try:
            answer = json.loads(self._post(body.encode()))
            content = answer["choices"][0]["message"]["content"]
        except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError, RecursionError) as error:
            raise PhrasingError(type(error).__name__) from error
        if not isinstance(content, str) or not content.strip():
            raise PhrasingError("empty")
        return content.strip()

    def _post(self, body: bytes) -> bytes:
        """Return the body of a 200 answer; a server that drips is cut off when the whole time is up."""
        target, ends = urlsplit(self.url), time.monotonic() + self.timeout
        kind = http.client.HTTPSConnection if target.scheme == "https" else http.client.HTTPConnection
        connection = kind(target.hostname or "", target.port, timeout=self.timeout)
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        try:
            connection.connect()
            watch = threading.Timer(max(0.0, ends - time.monotonic()), _hang_up, [connection.sock])
            watch.daemon = True
            watch.start()
            try:
                connection.request("POST", f"{target.path.rstrip('/')}/chat/completions", body, headers)
                answer = connection.getresponse()
                read = answer.read(MAX_ANSWER + 1)
            finally:
                watch.cancel()
        finally:
            connection.close()
        if answer.status != 200 or len(read) > MAX_ANSWER or time.monotonic() > ends:
            raise PhrasingError(f"status {answer.status}, {len(read)} bytes")
        return read


def _hang_up(connected: socket.socket) -> None:
    """End a connection under a request that waits on it; a time limit per read would let a server drip for ever."""
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


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
