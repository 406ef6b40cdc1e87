"""The optional language model, against a real server on this machine that behaves well, slowly, wrongly and badly."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from recommender.language_model import MAX_ANSWER
from recommender.phrasing import Phraser, faults

OURS = (
    "Understood: learn “wound care”; at most EUR 300.\n\n"
    "4 fit. The best comes first:\n\n"
    "1. **Wound Care in Practice** (University of Galway): 40 hours; EUR 300; not stated: level.\n"
    "2. **Basic Dressings** (TAFE NSW): 2 weeks; free; not stated: level.\n\n"
    "Must it count towards a larger award?"
)
WARM = (
    "I understood that you want to learn “wound care” for at most EUR 300.\n\n"
    "4 fit; here they are, with the best at the front:\n\n[[1]]\n\nMust it count towards a larger award?"
)
NAMES = ("Wound Care in Practice", "Basic Dressings", "Advanced Suturing", "TAFE NSW")
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """An HTTP server on a free port of this machine; `answer` is what it does with each request it gets."""

    def __init__(self) -> None:
        self.answer: Answer = lambda request: None
        self.requests: list[dict[str, object]] = []
        self.headers: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                outer.requests.append(json.loads(self.rfile.read(length)) | {"path": self.path})
                outer.headers.append(dict(self.headers))
                outer.answer(self)

            def log_message(self, *_: object) -> None:
                """Keep the test's output quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def send(body: bytes, status: int = 200) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


def say(text: object, status: int = 200) -> Answer:
    return send(json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode(), status)


def rephrased(server: Server, answer: Answer, timeout: float = 5.0) -> str:
    server.answer = answer
    return Phraser(server.url, "small", timeout).rephrase(OURS, NAMES)


def test_a_good_model_changes_the_words_and_never_the_list(server: Server) -> None:
    told = rephrased(server, say(WARM))
    assert told.startswith("I understood that you want to learn “wound care”")
    assert "1. **Wound Care in Practice** (University of Galway): 40 hours; EUR 300; not stated: level.\n2. **" in told


def test_the_model_is_shown_our_prose_only(server: Server) -> None:
    rephrased(server, say(WARM))
    request = server.requests[0]
    assert request["path"] == "/v1/chat/completions"
    assert request["model"] == "small"
    shown = json.dumps(request["messages"])
    assert "Galway" not in shown
    assert "[[1]]" in shown


def test_the_key_is_sent_and_never_shown(server: Server) -> None:
    server.answer = say(WARM)
    phraser = Phraser(server.url, "small", 5.0, key="open-sesame")
    phraser.rephrase(OURS)
    assert server.headers[0]["Authorization"] == "Bearer open-sesame"
    assert "open-sesame" not in repr(phraser)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("EUR 300", "EUR 250"), "numbers"),
        (("4 fit", "Four fit"), "numbers"),
        (("EUR 300", "USD 300"), "names"),
        (("“wound care”", "“wounds”"), "names"),
        (("larger award?", "larger award? All are accredited."), "claims"),
        (("larger award?", "larger award? You are guaranteed a job."), "claims"),
        (("Must it count", "Must it not count"), "negation"),
        (("larger award?", "larger award? Advanced Suturing would suit you too."), "new names"),
        (("larger award?", "larger award? Harvard teaches it too."), "new names"),
        (("larger award?", "larger award? See https://evil.example/x"), "code"),
        (("larger award?", "larger award? <script>alert(1)</script>"), "code"),
        (("larger award?", "larger award? ![x](y)"), "code"),
        (("[[1]]", "[[2]]"), "marks"),
        (("[[1]]\n\n", ""), "marks"),
        (("[[1]]", "1. **Wound Care in Practice**\n[[1]]"), "list"),
        (("Must it count towards a larger award?", "Tell me more."), "questions"),
    ],
)
def test_a_changed_or_added_fact_is_found_and_our_words_stay(
    server: Server, change: tuple[str, str], fault: str
) -> None:
    theirs = WARM.replace(*change)
    assert theirs != WARM
    prose = OURS.replace(OURS[OURS.index("1. ") : OURS.index("\n\nMust")], "[[1]]")
    assert fault in faults(prose, theirs, NAMES)
    assert rephrased(server, say(theirs)) == OURS


def test_a_model_that_only_talks_on_is_refused(server: Server) -> None:
    assert rephrased(server, say(WARM + " It is so good to see you here today, truly." * 20)) == OURS


@pytest.mark.parametrize(
    "answer",
    [
        say(WARM, status=500),
        say(WARM, status=302),
        say(""),
        say(None),
        say({"text": WARM}),
        send(b""),
        send(b"not json"),
        send(b"[" * 50_000),
        send(b'{"choices": []}'),
        send(b"\xff\xfe\x00"),
        send(b" " * (MAX_ANSWER + 10)),
        lambda request: request.connection.close(),
    ],
)
def test_an_answer_in_any_other_form_leaves_our_words(server: Server, answer: Answer) -> None:
    assert rephrased(server, answer) == OURS


def test_a_slow_server_is_not_waited_for(server: Server) -> None:
    def sleep(request: BaseHTTPRequestHandler) -> None:
        time.sleep(3)

    start = time.monotonic()
    assert rephrased(server, sleep, timeout=0.5) == OURS
    assert time.monotonic() - start < 2


def test_a_server_that_drips_is_cut_off_when_the_whole_time_is_up(server: Server) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(40):
            try:
                request.wfile.write(b" ")
                request.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    start = time.monotonic()
    assert rephrased(server, drip, timeout=0.5) == OURS
    assert time.monotonic() - start < 2


def test_no_server_at_all_leaves_our_words() -> None:
    assert Phraser("http://127.0.0.1:9", "small", 1.0).rephrase(OURS) == OURS


def test_a_reply_that_is_all_list_is_not_sent(server: Server) -> None:
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert Phraser(server.url, "small", 1.0).rephrase(table) == table
    assert server.requests == []


@pytest.mark.parametrize("url", ["localhost:11434", "file:///etc/passwd", "ftp://x", "http://"])
def test_an_address_that_cannot_be_asked_is_refused_by_name(url: str) -> None:
    with pytest.raises(ValueError, match="llm_url is"):
        Phraser(url, "small", 1.0)


@pytest.mark.parametrize("timeout", [0, -1, 1e9, float("nan")])
def test_a_time_limit_must_be_sensible(timeout: float) -> None:
    with pytest.raises(ValueError, match="llm_timeout is"):
        Phraser("http://localhost", "small", timeout)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("3 passen. Das beste zuerst, mit den Kosten:", "3 passen. Das beste zuerst, mit den Kosten, alles kostenlos:"),
        ("Je cherche des cours courts pour vous.", "Je cherche des cours courts reconnus pour vous."),
        ("Busco cursos cortos para ti, en línea.", "Busco cursos cortos para ti, en línea, con empleo."),
        ("Saya mencari kursus pendek untuk anda.", "Saya mencari kursus pendek diiktiraf untuk anda."),
        (
            "短いコースを探しています。ご希望を教えてください。",
            "無料の短いコースを探しています。ご希望を教えてください。",
        ),
        ("Die Quelle nennt die Kosten nicht.", "Die Quelle nennt die Kosten ganz klar."),
        ("費用は書かれていません。", "費用は書かれています。"),
    ],
)
def test_a_claim_that_ours_does_not_make_is_caught_in_every_language(ours: str, theirs: str) -> None:
    assert faults(ours, ours) == []
    assert set(faults(ours, theirs)) & {"claims", "negation"}
