"""``gadfly/trust``: the user began or ceased to trust this workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.lsp import messages

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


def change(ls: GadflyServer, params: messages.TrustParams) -> None:
    """Nothing runs at once: the next save or command does."""
    ls.programs.configuration.trusted = params.trusted
    ls.programs.configured()
