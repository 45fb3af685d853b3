"""A client that sends anything, and knows what each of its documents holds.

Every action draws from a ``random.Random``: Hypothesis gives one whose draws it can shrink, a long run a seeded one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from gadfly_analyzers.source import Edit, Position
from gadfly_server.lsp.frames import Frames
from helpers.edits import PIECES, applied, utf8_units
from helpers.wire import changed, typed

URIS = tuple(f"untitled:{name}.py" for name in ("one", "two", "mon%20été"))  # no files: nothing will ever run
MOST = 300  # times that a text is repeated in a huge one
LARGEST = 2**31 - 1  # of what the protocol can say
STRANGE = ("file:///never.py", "", "x", "http://[", "untitled:", "file://%00", "\ud83d")
UNITS: dict[str, Callable[[str], int]] = {
    "utf-8": utf8_units,
    "utf-16": lambda character: 2 if ord(character) > 0xFFFF else 1,
    "utf-32": lambda _: 1,
}
JUNK: tuple[Any, ...] = (None, True, -1, 0, 2**31, 10**40, 1.5, "", "\ud83d", "x" * 300, [], [[]], {}, {"x": None})
SETTINGS: tuple[Any, ...] = (
    {"patterns": {"disabled": []}},
    {"patterns": {"disabled": ["identity-of-literal", "mutable-default"]}},
    {"patterns": {"disabled": ["bare-except"]}, "run": {"onSave": False}},
    {"language": "de"},
    {"patterns": {"disabled": [1, None]}, "limits": {"wallSeconds": "soon"}},
    {"patterns": 3, "python": [], "memory": None},
)


@dataclass
class Storm:
    """The client's side: what it has sent, and what that should have come to."""

    send: Callable[[bytes], Any]
    encoding: str
    texts: dict[str, str] = field(default_factory=dict)
    settings: Any = field(default_factory=dict)
    sent: int = 0
    asked: Counter[Any] = field(default_factory=Counter)  # requests that have no answer yet, by their id
    wrong: list[Any] = field(default_factory=list)  # answers that no request was for, and faults of the server

    def write(self, body: bytes) -> None:
        self.sent += 1
        self.send(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def notify(self, method: Any, params: Any) -> None:
        self.write(_body({"method": method, "params": params}))

    def request(self, method: Any, params: Any, number: int | str | None = None) -> None:
        number = f"storm-{self.sent}" if number is None else number
        self.asked[number] += 1
        self.write(_body({"id": number, "method": method, "params": params}))

    def open(self, uri: str, version: int, text: str) -> None:
        self.texts[uri] = text
        item = {"uri": uri, "languageId": "python", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def close(self, uri: str) -> None:
        self.texts.pop(uri, None)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def hear(self, answer: dict[str, Any]) -> None:
        """Take an answer: one for each request, and none that tells of a fault of the server's own."""
        number = answer.get("id")
        if not self.asked[number] or answer.get("error", {}).get("code") == -32603:
            self.wrong.append(answer)
        self.asked[number] -= 1
        self.asked += Counter()  # without those that are at 0


def opens(storm: Storm, chance: Random) -> None:
    """Open a document, also one that is open already."""
    uri, text = chance.choice(URIS), "".join(chance.choices(PIECES, k=chance.randrange(14)))
    storm.open(uri, chance.randrange(9), text)


def edits(storm: Storm, chance: Random) -> None:
    """Change a document in places that may not be there; versions go up, down and stay; sometimes all of it twice."""
    uri = chance.choice(URIS)
    changes = [_change(chance) for _ in range(chance.choice((1, 1, 1, 3)))]
    for _ in range(chance.choice((1, 1, 1, 2))):
        for change in changes if uri in storm.texts else ():
            storm.texts[uri] = _changed(storm.texts[uri], change, storm.encoding)
        storm.notify("textDocument/didChange", changed(uri, chance.randrange(99), *changes))


def largest(chance: Random) -> str:
    """Give a text as large as they get."""
    return "".join(chance.choices(PIECES, k=9)) * MOST


def grows(storm: Storm, chance: Random) -> None:
    """Paste a huge text."""
    uri = chance.choice(URIS)
    if uri in storm.texts:
        change = {"text": "".join(chance.choices(PIECES, k=9)) * chance.randrange(MOST)}
        storm.texts[uri] = change["text"]
        storm.notify("textDocument/didChange", changed(uri, 7, change))


def closes(storm: Storm, chance: Random) -> None:
    """Close a document, also one that is not open."""
    storm.close(chance.choice(URIS))


def configures(storm: Storm, chance: Random) -> None:
    """Send settings, several times in a row; the last ones hold."""
    for _ in range(chance.randrange(1, 5)):
        storm.settings = chance.choice(SETTINGS)
        storm.notify("workspace/didChangeConfiguration", {"settings": {"gadfly": storm.settings}})


def asks(storm: Storm, chance: Random) -> None:
    """Ask about a place, with an id that may be in use; sometimes take that back, or take back what was never asked."""
    method, params = _question(chance)
    number = chance.choice((None, None, None, 5, "again"))
    storm.request(method, params, number)
    if not chance.randrange(3):
        storm.notify("$/cancelRequest", {"id": chance.choice((number or f"storm-{storm.sent - 1}", 987, "never"))})


def mangles(storm: Storm, chance: Random) -> None:
    """Send a message of which one part is of another kind; it is about none of the documents."""
    method, params = _question(chance, STRANGE)
    method = chance.choice(
        (method, "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "gadfly/x")
    )
    params = _mangled(params, chance)
    if chance.randrange(2):
        storm.request(method, params)
    else:
        storm.notify(method, params)


def babbles(storm: Storm, chance: Random) -> None:
    """Send what is no message at all, or no message now."""
    bodies = (
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'"\\ud83d"',
        b"[" * 20_000,
        b"9" * 5_000,
        b"NaN",
        b'{"jsonrpc":"2.0"}',
    )
    answers = ({"id": 77, "result": chance.choice(JUNK)}, {"id": "x", "error": chance.choice(JUNK)})
    late = ({"method": "initialized", "params": {}}, {"method": "$/setTrace", "params": {"value": "verbose"}})
    storm.write(chance.choice((*bodies, *map(_body, (*answers, *late)))))


def stutters(storm: Storm, chance: Random) -> None:
    """Send headers that promise nothing, or what cannot be."""
    headers = (
        b"\r\n\r\n",
        b"Content-Length: many\r\n\r\n",
        b"Content-Length: -3\r\n\r\n",
        b"Content-Length: 0\r\n\r\n",
    )
    storm.send(chance.choice((*headers, b"Content-Length: %b\r\n\r\n" % (b"9" * 5_000), b"\xff: \xff\r\n\r\n")))


# Each with its weight.
ACTIONS: tuple[tuple[Callable[[Storm, Random], None], int], ...] = (
    (edits, 60),
    (asks, 20),
    (mangles, 10),
    (opens, 4),
    (closes, 2),
    (babbles, 4),
    (stutters, 2),
    (configures, 1),
    (grows, 1),
)


def cut(deliver: Callable[[list[bytes]], Any], chance: Random) -> Callable[[bytes], None]:
    """Have bytes arrive in pieces, as they do on a pipe."""
    frames = Frames()

    def send(data: bytes) -> None:
        at = chance.randrange(len(data) + 1)
        for piece in (data[:at], data[at:]):
            deliver(frames.feed(piece))

    return send


def _place(chance: Random) -> tuple[int, int]:
    return chance.choice((*range(15), 10_000)), chance.choice((*range(30), 10_000, LARGEST))


def _change(chance: Random) -> dict[str, Any]:
    text = "".join(chance.choices(PIECES, k=chance.randrange(3)))
    if not chance.randrange(12):
        return {"text": text}
    (line, character), end = _place(chance), _place(chance)
    near = (line, min(LARGEST, character + chance.randrange(5)))
    return typed(line, character, text, until=near if chance.randrange(4) else end)


def _changed(text: str, change: dict[str, Any], encoding: str) -> str:
    if "range" not in change:
        return str(change["text"])
    start, end = (Position(each["line"], each["character"]) for each in change["range"].values())
    return applied(text, Edit(start, end, change["text"]), UNITS[encoding])


def _question(chance: Random, uris: tuple[str, ...] = URIS) -> tuple[str, dict[str, Any]]:
    uri = chance.choice(uris)
    document = {"textDocument": {"uri": uri}}
    line, character = _place(chance)
    place = {"line": line, "character": character}
    spot = {"start": place, "end": place}
    return chance.choice(
        (
            ("textDocument/hover", {**document, "position": place}),
            ("textDocument/codeLens", document),
            ("textDocument/diagnostic", document),
            ("textDocument/codeAction", {**document, "range": spot, "context": {"diagnostics": []}}),
            ("gadfly/dialogue", {"uri": uri}),
            ("gadfly/answer", {"uri": uri, "question": "1", "answer": "\ud83d"}),
            ("gadfly/trace", {"uri": uri, "offset": line}),
            ("gadfly/suppose", {"uri": uri, "name": "x", "line": line, "value": "1"}),
            ("gadfly/forgetHypothesis", {"uri": uri, "number": line}),
            ("workspace/executeCommand", {"command": "gadfly.think", "arguments": [uri]}),
            ("workspace/executeCommand", {"command": "gadfly.unheardOf"}),
            ("textDocument/unheardOf", document),
        )
    )  # fmt: skip


def _mangled(params: Any, chance: Random) -> Any:
    """The same with one part replaced, at any depth."""
    if not isinstance(params, dict) or not params or not chance.randrange(4):
        return chance.choice(JUNK)
    key = chance.choice(tuple(params))
    return {**params, key: _mangled(params[key], chance)}


def _body(message: dict[str, Any]) -> bytes:
    return json.dumps({"jsonrpc": "2.0", **message}).encode()
