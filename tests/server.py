"""A real server on a free port, for the tests that need one."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATIENCE = 180  # seconds for the model to load on a busy machine


@dataclass
class Server:
    """Where it answers, and what `/healthz` said from the start until it was ready."""

    url: str
    log: Path
    health: list[tuple[int, str]] = field(default_factory=list)

    def get(self, path: str, body: bytes | None = None) -> tuple[int, Message, str]:
        """Return status, headers and text of a GET, or of a POST where there is a body."""
        request = urllib.request.Request(self.url + path, data=body, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, response.headers, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()


@contextmanager
def running_server(folder: Path, **environment: str) -> Iterator[Server]:
    """Start `streamlit run app.py`, wait until it is ready, and stop it afterwards; its log goes to `folder`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(f"http://127.0.0.1:{port}", folder / "server.log")
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        "--server.address=127.0.0.1",
    ]
    with open(server.log, "w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"STREAMLIT_SERVER_ADDRESS": "127.0.0.1"} | environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_ready(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_ready(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            status, _, text = server.get("/healthz")
        except OSError:
            time.sleep(0.1)
            continue
        server.health.append((status, json.loads(text)["status"]))
        if status == 200:
            return
        time.sleep(0.2)
    raise AssertionError(f"the server did not get ready:\n{server.log.read_text(encoding='utf-8')[-3000:]}")
