"""The front door: `streamlit run app.py` serves the page, a health check, a JSON API and the embed script.

The model and the index are warmed in the background as the server starts, so that `/healthz` answers at once and no
visitor waits for them. `CAIRN_FRAME_ANCESTORS` names, apart by spaces, the origins that may embed the page.
"""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import os
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interface.failures import WithoutTheirWords, log_failure
from interface.resources import load_assistant
from interface.texts.en import ENGLISH
from recommender.dialogue import Conversation, turn_json
from recommender.profile import LearnerProfile

INTERFACE = Path(__file__).parent / "interface"
MAX_BODY = 1_000_000  # bytes of one API request
# What a program that asks the API reads; what a learner reads stands in `interface/texts/`.
NOT_READY = "Cairn is still getting ready; ask again in a few seconds."
TOO_LARGE = f"The request is larger than {MAX_BODY:,} bytes; send a shorter message."
BAD_REQUEST = 'Send JSON such as {"message": "I want to learn data analysis"}; "profile" may be added.'
BAD_PROFILE = 'profile.{slot}: {reason}; leave it out, or send the "profile" of an earlier answer.'
log = logging.getLogger("cairn")


class Warmup:
    """Loads the assistant once, in its own thread; `state` is "warming", "ready" or "failed"."""

    def __init__(self) -> None:
        self.state = "warming"

    def start(self) -> None:
        """Begin loading and return at once."""
        threading.Thread(target=self._run, name="warm-up", daemon=True).start()

    def _run(self) -> None:
        try:
            load_assistant().warm_up()
            self.state = "ready"
        except Exception:  # whatever a catalogue, a model or an index raises: say so, and keep the server up
            self.state = "failed"
            log.exception("The model or the index could not be loaded; the page says so to visitors.")


warmup = Warmup()


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Warm the model and the index while the server already answers."""
    warmup.start()
    yield


async def healthz(request: Request) -> Response:
    """Return 200 "ready", or 503 with "warming" or "failed"."""
    return JSONResponse({"status": warmup.state}, status_code=200 if warmup.state == "ready" else 503)


async def script(request: Request) -> Response:
    """Return one of the page's own two scripts."""
    return FileResponse(
        INTERFACE / "static" / Path(request.url.path).name,
        media_type="text/javascript",
        headers={"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "public, max-age=3600"},
    )


async def recommend(request: Request) -> Response:
    """Answer POST {"message", "profile"?} with the JSON that `cairn chat --json` prints for one turn."""
    if warmup.state != "ready":
        return refusal(503, NOT_READY)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            return refusal(413, TOO_LARGE)
    try:
        asked = json.loads(body.decode("utf-8"))
        message = asked["message"]
        profile = LearnerProfile.model_validate_json(json.dumps(asked.get("profile") or {}))
    except ValidationError as error:
        first = error.errors()[0]
        return refusal(400, BAD_PROFILE.format(slot=".".join(map(str, first["loc"])), reason=first["msg"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return refusal(400, BAD_REQUEST)
    if not isinstance(message, str):
        return refusal(400, BAD_REQUEST)
    try:
        conversation, reply = await run_in_threadpool(load_assistant().reply, Conversation(profile=profile), message)
    except Exception as error:  # one calm sentence for the caller, the place for the log
        log_failure(error)
        return refusal(500, ENGLISH.something_failed)
    return JSONResponse(turn_json(conversation, reply))


def refusal(status: int, sentence: str) -> Response:
    """Return one clear sentence as JSON."""
    return JSONResponse({"error": sentence}, status_code=status)


def security_headers(frame_ancestors: str) -> dict[str, str]:
    """Return the headers of every response; Streamlit's own inline script is allowed by its hash.

    Styles are inline because Streamlit writes them so; charts need `unsafe-eval` (Vega compiles its expressions).
    """
    index = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", index, re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in inline
    )
    policy = {
        "default-src": "'self'",
        "script-src": f"'self' 'unsafe-eval' {hashes}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": f"'self' {frame_ancestors}".strip(),
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }


class SecurityHeaders:
    """Puts the same headers on every HTTP response."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def say_calmly(error: Exception) -> bool:
    """Show a calm sentence instead of a traceback."""
    st.error(ENGLISH.something_failed, icon=":material/error:")
    return True


logging.getLogger("streamlit.error_util").addFilter(WithoutTheirWords())

app = st.App(
    INTERFACE / "page.py",
    lifespan=lifespan,
    routes=[
        Route("/healthz", healthz),
        Route("/api/recommend", recommend, methods=["POST"]),
        Route("/embed.js", script),
        Route("/newest.js", script),
    ],
    middleware=[Middleware(SecurityHeaders, headers=security_headers(os.environ.get("CAIRN_FRAME_ANCESTORS", "")))],
    on_script_error=say_calmly,
)
