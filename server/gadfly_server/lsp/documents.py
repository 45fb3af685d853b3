"""The open documents: for each uri the newest immutable version, and what patterns found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_analyzers.check import Checker
from gadfly_analyzers.source import Source
from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gadfly_analyzers.findings import Finding


MOST_REFUSED = 40  # documents of which is kept why they are not read
LONG = 64 * 1024  # bytes; checking so much for the first time would keep everybody else waiting


@dataclass(frozen=True, slots=True)
class Document:
    """One version of an open document."""

    uri: str
    version: int
    source: Source
    checker: Checker

    @property
    def findings(self) -> Sequence[Finding]:
        """What patterns find in this version."""
        return self.checker.check(self.source)

    @property
    def awaits_check(self) -> bool:
        """Whether patterns have to read all of a long text first, which is done beside the loop."""
        return len(self.source.data) > LONG and not self.checker.follows(self.source)

    def settled(self) -> Document:
        """The same version read afresh and closely: the tree of many edits can differ in broken code. Takes a while."""
        is_read = self.source.is_settled and not self.awaits_check
        after = self if is_read else replace(self, source=self.source.settled(), checker=Checker())
        if after is not self:  # else this checker is in use, and has seen the text
            after.checker.check(after.source)
        for read in (after.source.syntax_error, after.source.functions, after.source.statements):
            read()
        return after


class Documents:
    """Who is open, in which version."""

    def __init__(self) -> None:
        self.encoding: str = convert.UTF16
        self._open: dict[str, Document] = {}
        self._refused: dict[str, str] = {}

    def __iter__(self) -> Iterator[Document]:
        return iter(tuple(self._open.values()))

    def __len__(self) -> int:
        return len(self._open)

    def get(self, uri: str) -> Document | None:
        """The newest version, if the document is open."""
        return self._open.get(uri)

    def open(self, item: types.TextDocumentItem) -> Document:
        """Take over what the client sees."""
        source = Source.parse(item.text)
        document = Document(item.uri, item.version, source, Checker())
        self._refused.pop(item.uri, None)
        return self._keep(document)

    def refuse(self, uri: str, why: str) -> None:
        """Keep why a document is not read, in words for the student, until it is opened anew or closed."""
        self._refused[uri] = why
        if len(self._refused) > MOST_REFUSED:
            del self._refused[next(iter(self._refused))]

    def refusal(self, uri: str) -> str:
        """Why a document is not read; empty for others."""
        return self._refused.get(uri, "")

    def change(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> Document | None:
        """Apply changes in order, each in terms of the text that the one before it left."""
        document = self._open.get(identifier.uri)
        if document is None:
            return None
        whole: str | None = None
        since: list[types.TextDocumentContentChangePartial] = []
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                since.append(change)
            else:  # whatever came before it is gone
                whole, since = change.text, []
        source = document.source if whole is None else Source.parse(whole)
        source = source.revised(partial(convert.to_edit, change=each, encoding=self.encoding) for each in since)
        return self._keep(replace(document, version=identifier.version, source=source))

    def replace(self, before: Document, after: Document) -> bool:
        """Put a version in the place of an equal one; not if there is a newer one already."""
        if self._open.get(before.uri) is not before:
            return False
        self._keep(after)
        return True

    def lend(self, checker: Checker, uri: str) -> bool:
        """Let the newest version be checked on from an earlier one; not if it need not, or is too far from it."""
        newest = self._open.get(uri)
        if newest is None or not newest.awaits_check or not checker.follows(newest.source):
            return False
        self._keep(replace(newest, checker=checker))
        return True

    def close(self, uri: str) -> None:
        """Forget a document."""
        self._open.pop(uri, None)
        self._refused.pop(uri, None)

    def _keep(self, document: Document) -> Document:
        self._open[document.uri] = document
        return document
