"""A model's server of our own, over real HTTP: it answers as a test tells it to, and keeps what it was sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Write = Callable[[bytes], None]


@dataclass(frozen=True)
class Answer:
    """One answer; ``cut`` bytes are promised and not sent, ``wait`` is for an event that comes first."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cut: int = 0
    after: threading.Event | None = None


@dataclass
class Script:
    """What a server does: ``answers`` in turn, the last one again and again."""

    answers: list[Callable[[Asked], Answer]]
    asked: list[Asked] = field(default_factory=list)
    url: str = ""


@dataclass(frozen=True)
class Asked:
    """What was sent to the server."""

    path: str
    key: str
    body: dict[str, Any]

    @property
    def responses(self) -> bool:
        """Whether it speaks the newer form of the protocol."""
        return self.path.endswith("/responses")

    @property
    def data(self) -> dict[str, Any]:
        """What there is to put into words."""
        told = self.body["input"] if self.responses else self.body["messages"][1]["content"]
        read: dict[str, Any] = json.loads(told)
        return read

    @property
    def rules(self) -> str:
        """The rules that go before."""
        return str(self.body["instructions"] if self.responses else self.body["messages"][0]["content"])

    @property
    def has_schema(self) -> bool:
        """Whether the server is to keep to a schema."""
        return "text" in self.body or "response_format" in self.body


def says(text: str) -> Callable[[Asked], Answer]:
    """Answer with a text of the model, in the form in which it was asked."""
    return lambda asked: Answer(spoken(asked, text))


def words(question: str) -> Callable[[Asked], Answer]:
    """Answer with a wording."""
    return says(json.dumps({"question": question}))


def spoken(asked: Asked, text: str) -> bytes:
    """A reply in the form in which it was asked for."""
    if asked.responses:
        output = [
            {"type": "reasoning", "summary": []},
            {"type": "message", "content": [{"type": "output_text", "text": text}]},
        ]
        return json.dumps({"output": output, "usage": {"total_tokens": 50}}).encode()
    return json.dumps({"choices": [{"message": {"content": text}}], "usage": {"total_tokens": 50}}).encode()


def fails(status: int, *headers: tuple[str, str]) -> Callable[[Asked], Answer]:
    """Answer with a failure that quotes the key, as some servers do."""
    return lambda asked: Answer(json.dumps({"error": {"message": f"no: {asked.key}"}}).encode(), status, headers)


@contextmanager
def serving(*answers: Callable[[Asked], Answer]) -> Iterator[Script]:
    """Serve on a port of this machine while the context lasts."""
    script = Script(list(answers))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = Asked(
                self.path,
                self.headers.get("Authorization", "").removeprefix("Bearer "),
                json.loads(self.rfile.read(int(self.headers["Content-Length"]))),
            )
            script.asked.append(asked)
            answer = (script.answers.pop(0) if len(script.answers) > 1 else script.answers[0])(asked)
            if answer.after:
                answer.after.wait(30)
            self.send_response(answer.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer.body) + answer.cut))
            for name, value in answer.headers:
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(answer.body)
            except OSError:
                self.close_connection = True
            if answer.cut:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
