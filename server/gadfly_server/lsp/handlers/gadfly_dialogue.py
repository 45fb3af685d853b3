"""``gadfly/dialogue``: the dialogue as it stands, for a panel that opens or comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gadfly_server.lsp import messages, views

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def restore(ls: GadflyServer, params: messages.DialogueParams) -> dict[str, Any] | None:
    """Nothing for a document that is no program."""
    program = ls.programs.get(params.uri)
    return views.dialogue(ls, program) if program else None
