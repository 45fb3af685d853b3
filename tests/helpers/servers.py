"""A model's server of our own, over real HTTP: it answers as a test tells it to, and keeps what it was sent."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_TOOLS: dict[str, Any] = {"tools": [], "tool_choice": "auto", "parallel_tool_calls": False}
_USED = {"input_tokens": 40, "output_tokens": 10, "total_tokens": 50}
_CHAT_USED = {"prompt_tokens": 40, "completion_tokens": 10, "total_tokens": 50}
_PEM = serialization.Encoding.PEM


@dataclass(frozen=True)
class Answer:
    """One answer; ``cut`` bytes are promised and not sent.

    ``after`` is an event that is waited for: before anything is sent, or after ``at`` bytes of the body.
    """

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cut: int = 0
    after: threading.Event | None = None
    at: int | None = None


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
    headers: dict[str, str] = field(default_factory=dict)  # their names in small letters

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
    def streams(self) -> bool:
        """Whether the reply is to come in pieces."""
        return self.body.get("stream") is True

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
    """A reply in the form in which it was asked for: whole, or as a stream of pieces."""
    return streamed(asked, text) if asked.streams else whole(asked, text)


def streamed(asked: Asked, text: str, end: str = "stop") -> bytes:
    """A reply in pieces of seven letters; ``end`` is why it ends, and it does not if that is empty."""
    pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
    if asked.responses:
        state = "completed" if end == "stop" else "incomplete"
        done = json.loads(whole(asked, text))
        place = {"item_id": "m1", "output_index": 1, "content_index": 0}
        told: list[dict[str, Any]] = [
            {"type": "response.created", "response": done | {"output": [], "usage": None, "status": "in_progress"}},
            *({"type": "response.output_text.delta", **place, "delta": piece} for piece in pieces),
            *([{"type": f"response.{state}", "response": done | {"status": state}}] if end else []),
        ]
        numbered = [each | {"sequence_number": number} for number, each in enumerate(told)]
        return b"".join(f"event: {each['type']}\ndata: {json.dumps(each)}\n\n".encode() for each in numbered)
    chunk: dict[str, Any] = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "mock"}
    said: list[dict[str, Any]] = [{"index": 0, "delta": {"content": piece}, "finish_reason": None} for piece in pieces]
    said += [{"index": 0, "delta": {}, "finish_reason": end}] if end else []
    told = [chunk | {"choices": [choice]} for choice in said]
    told += [chunk | {"choices": [], "usage": _CHAT_USED}] if "stream_options" in asked.body else []
    return b"".join(f"data: {json.dumps(each)}\n\n".encode() for each in told) + (b"data: [DONE]\n\n" if end else b"")


def whole(asked: Asked, text: str) -> bytes:
    """A reply in one piece, as servers send it that do not stream."""
    if asked.responses:
        said = {"type": "output_text", "text": text, "annotations": []}
        output = [
            {"type": "reasoning", "id": "r1", "summary": []},
            {"type": "message", "id": "m1", "role": "assistant", "status": "completed", "content": [said]},
        ]
        about = {"id": "r", "object": "response", "created_at": 1, "model": "mock", "status": "completed"}
        return json.dumps(about | _TOOLS | {"output": output, "usage": _USED}).encode()
    return json.dumps({"choices": [{"message": {"content": text}}], "usage": _CHAT_USED}).encode()


def fails(status: int, *headers: tuple[str, str]) -> Callable[[Asked], Answer]:
    """Answer with a failure that quotes the key, as some servers do."""
    return lambda asked: Answer(json.dumps({"error": {"message": f"no: {asked.key}"}}).encode(), status, headers)


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine, and its key; nobody vouches for it but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    now = datetime.now(timezone.utc)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1))
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(made.add_extension(here, False).sign(key, hashes.SHA256()).public_bytes(_PEM))
    none = serialization.NoEncryption()
    paths[1].write_bytes(key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, none))
    return paths


@contextmanager
def serving(*answers: Callable[[Asked], Answer], tls: tuple[Path, Path] | None = None) -> Iterator[Script]:
    """Serve on a port of this machine while the context lasts; ``tls`` is a certificate and its key."""
    script = Script(list(answers))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = Asked(
                self.path,
                self.headers.get("Authorization", "").removeprefix("Bearer "),
                json.loads(self.rfile.read(int(self.headers["Content-Length"]))),
                {name.lower(): value for name, value in self.headers.items()},
            )
            script.asked.append(asked)
            answer = (script.answers.pop(0) if len(script.answers) > 1 else script.answers[0])(asked)
            if answer.after and answer.at is None:
                answer.after.wait(30)
            self.send_response(answer.status)
            in_pieces = answer.body.startswith((b"event:", b"data:"))
            self.send_header("Content-Type", "text/event-stream" if in_pieces else "application/json")
            self.send_header("Content-Length", str(len(answer.body) + answer.cut))
            for name, value in answer.headers:
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(answer.body[: answer.at])
                if answer.after and answer.at is not None:
                    answer.after.wait(30)
                    self.wfile.write(answer.body[answer.at :])
            except OSError:
                self.close_connection = True
            if answer.cut:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # who hangs up is no news
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
