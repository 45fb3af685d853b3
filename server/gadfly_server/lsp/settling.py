"""Reads documents closely, each version once: what typing leaves open is settled beside the loop, not in its way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from gadfly_server.lsp.handlers import diagnostic

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.documents import Document


class Settling:
    """What is being settled now."""

    def __init__(self, ls: GadflyServer) -> None:
        self._ls = ls
        self._under_way: dict[str, tuple[Document, asyncio.Task[Document]]] = {}

    def begin(self, uri: str) -> None:
        """Settle the newest version, and show what that brings unless there is a newer one by then."""
        if document := self._ls.documents.get(uri):
            self._task(document)

    def read(self, uri: str) -> None:
        """Have a long document checked for the first time, if nobody is at it."""
        if uri not in self._under_way:
            self.begin(uri)

    async def settled(self, uri: str) -> Document | None:
        """What is the newest version now, settled; the student may type on meanwhile."""
        document = self._ls.documents.get(uri)
        return await asyncio.shield(self._task(document)) if document else None

    def _task(self, document: Document) -> asyncio.Task[Document]:
        known, task = self._under_way.get(document.uri, (None, None))
        if task is None or known is not document:
            task = self._ls.start(self._settle(document))
            self._under_way[document.uri] = document, task
        return task

    async def _settle(self, document: Document) -> Document:
        try:
            settled = await asyncio.to_thread(document.settled)
        finally:
            if self._under_way.get(document.uri, (None, None))[0] is document:
                del self._under_way[document.uri]
        if settled is document:
            return document
        if self._ls.documents.replace(document, settled):
            self._show(document, settled)
        elif self._ls.documents.lend(settled.checker, document.uri):
            diagnostic.refresh(self._ls, document.uri)
        return settled

    def _show(self, before: Document, after: Document) -> None:
        if not self._ls.client.pulls:
            self._ls.pace.changed(after.uri)
        elif before.awaits_check or before.findings != after.findings:
            diagnostic.refresh(self._ls, after.uri)
