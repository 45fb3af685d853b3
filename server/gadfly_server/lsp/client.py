"""What the client at the other end can do, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lsprotocol import types


@dataclass(frozen=True, slots=True)
class Client:
    """Claims that hold for this client."""

    panel: bool = False  # it has our dialogue panel
    models: bool = False  # it can ask the editor's own language models for us
    pulls: bool = False  # it asks for diagnostics, and can be told to ask again
    refreshes_lenses: bool = False
    shows_progress: bool = False
    answers_configuration: bool = False
    watches_files: bool = False
    shows_documents: bool = False
    reads_markdown: bool = True
    knows_action_literals: bool = False
    follows_codes: bool = False  # the code of a diagnostic can be a link


def client_of(capabilities: types.ClientCapabilities) -> Client:
    """Read what a client announces."""
    workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
    document = capabilities.text_document or types.TextDocumentClientCapabilities()
    window = capabilities.window or types.WindowClientCapabilities()
    return Client(
        panel=_announces(capabilities.experimental, "panel"),
        models=_announces(capabilities.experimental, "models"),
        pulls=bool(document.diagnostic and workspace.diagnostics and workspace.diagnostics.refresh_support),
        refreshes_lenses=bool(workspace.code_lens and workspace.code_lens.refresh_support),
        shows_progress=bool(window.work_done_progress),
        answers_configuration=bool(workspace.configuration),
        watches_files=bool(
            workspace.did_change_watched_files and workspace.did_change_watched_files.dynamic_registration
        ),
        shows_documents=bool(window.show_document and window.show_document.support),
        reads_markdown=_reads_markdown(document.hover),
        follows_codes=_follows_codes(document),
        knows_action_literals=bool(document.code_action and document.code_action.code_action_literal_support),
    )


def _announces(experimental: Any, what: str) -> bool:
    """Tell whether a client speaks the first version of a part of our own protocol."""
    ours = experimental.get("gadfly") if isinstance(experimental, dict) else getattr(experimental, "gadfly", None)
    version = ours.get(what) if isinstance(ours, dict) else getattr(ours, what, None)
    return bool(version == 1)


def _follows_codes(document: types.TextDocumentClientCapabilities) -> bool:
    shown = (document.publish_diagnostics, document.diagnostic)
    return any(each is not None and bool(each.code_description_support) for each in shown)


def _reads_markdown(hover: types.HoverClientCapabilities | None) -> bool:
    formats = hover.content_format if hover else None
    return not formats or types.MarkupKind.Markdown in formats
