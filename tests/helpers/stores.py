"""Learning record stores for tests: a real one (Ralph), and what may stand in front of one."""

from __future__ import annotations

import json
import os
import socket
import socketserver
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

RALPH = Path(__file__).parents[2] / "build" / "ralph" / "bin"
KEY = "gadfly:a secret"
_PATIENCE = 60.0
# Ralph 5.1 keeps statements in a file, but takes only the first batch: it opens the file to create it, each time.
_SERVE = """
import sys, uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", port=int(sys.argv[1]), log_level="warning")
"""


@contextmanager
def ralph(folder: Path) -> Iterator[str]:
    """A Ralph that keeps its statements in a folder; gives the address of its xAPI."""
    user, _, password = KEY.partition(":")
    port = _free_port()
    around = os.environ | {
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "statements"),
    }
    (folder / "statements").mkdir(parents=True)
    agent = ["--agent-ifi-mbox", "mailto:lrs@example.org"]
    add = [str(RALPH / "ralph"), "auth", "-u", user, "-p", password, "-s", "all", *agent, "--write-to-disk"]
    subprocess.run(add, env=around, check=True, capture_output=True)
    serve = [str(RALPH / "python"), "-c", _SERVE, str(port)]
    with (folder / "log").open("wb") as log, subprocess.Popen(serve, env=around, stdout=log, stderr=log) as server:
        try:
            _await(f"http://127.0.0.1:{port}/__lbheartbeat__", server)
            yield f"http://127.0.0.1:{port}/xAPI"
        finally:
            server.kill()


@contextmanager
def answering(*statuses: int, **headers: str) -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers with these statuses, one after another, the last one for ever; gives what it was sent."""
    bodies: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(statuses[min(len(bodies), len(statuses)) - 1])
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"[]")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/xAPI", bodies
        finally:
            server.shutdown()


@contextmanager
def replying(*replies: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A server that says these bytes, one after another, the last one for ever; gives what it was sent."""
    heard: list[bytes] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            heard.append(b"".join(iter(self.rfile.readline, b"\r\n")))
            self.wfile.write(replies[min(len(heard), len(replies)) - 1])

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/xAPI", heard
        finally:
            server.shutdown()


def page(body: bytes, length: int | None = None) -> bytes:
    """An answer over HTTP; its ``length`` may be a lie."""
    size = len(body) if length is None else length
    return b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % size + body


def sent(bodies: list[bytes]) -> list[str]:
    """The ids of all statements that were sent, in order."""
    return [each["id"] for body in bodies for each in json.loads(body)]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def _await(url: str, server: subprocess.Popen[bytes]) -> None:
    began = time.monotonic()
    while not _answers(url):
        if server.poll() is not None or time.monotonic() > began + _PATIENCE:
            raise AssertionError(f"Ralph did not start: {server.poll()}")
        time.sleep(0.05)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1):
            return True
    except OSError:
        return False
