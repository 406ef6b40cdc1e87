"""The optional language model: one question to an OpenAI-compatible endpoint, with a bound on time and size."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

MAX_ANSWER = 65_536  # bytes of an answer that are read
MAX_SECONDS = 120


class ModelError(Exception):
    """The model gave nothing that can be used: no answer, too late, or not in the form expected."""


@dataclass(frozen=True)
class LanguageModel:
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

    def ask(self, instructions: str, text: str) -> str:
        """Return the model's answer to a text under these instructions; raises ModelError."""
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": text}]
        body = json.dumps({"model": self.model, "messages": messages, "temperature": 0, "stream": False})
        try:
            answer = json.loads(self._post(body.encode()))
            content = answer["choices"][0]["message"]["content"]
        except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError, RecursionError) as error:
            raise ModelError(type(error).__name__) from error
        if not isinstance(content, str) or not content.strip():
            raise ModelError("empty")
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
            raise ModelError(f"status {answer.status}, {len(read)} bytes")
        return read


def _hang_up(connected: socket.socket) -> None:
    """End a connection under a request that waits on it; a time limit per read would let a server drip for ever."""
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)
