"""The section ``gadfly`` of the client's configuration, for each folder of the workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.settings import Settings

SECTION = "gadfly"


class Configuration:
    """What holds where: the nearest folder's section, else the one for all."""

    def __init__(self) -> None:
        self.trusted = True
        self._all: dict[str, Any] = {}
        self._folders: dict[Path, dict[str, Any]] = {}

    def settings(self, path: Path) -> Settings:
        """The settings for a file."""
        from gadfly_server.settings import settings_from  # noqa: PLC0415 - only a run needs it

        return replace(settings_from(self._section(path)), trusted=self.trusted)

    def disabled_patterns(self, uri: str) -> frozenset[str]:
        """The patterns that are not looked for in a document."""
        path = convert.to_path(uri)
        patterns = (self._section(path) if path else self._all).get("patterns")
        disabled = patterns.get("disabled") if isinstance(patterns, dict) else None
        return frozenset(name for name in disabled if isinstance(name, str)) if isinstance(disabled, list) else _NONE

    def use(self, settings: object) -> None:
        """Take the section out of pushed settings; what has no section changes nothing."""
        section = settings.get(SECTION) if isinstance(settings, dict) else None
        if isinstance(section, dict):
            self._all = section

    async def ask(self, ls: GadflyServer) -> None:
        """Ask the client for the section, for all and for each folder."""
        if not ls.client.answers_configuration:
            return
        folders = list(ls.workspace.folders)
        items = [types.ConfigurationItem(section=SECTION)]
        items += [types.ConfigurationItem(scope_uri=uri, section=SECTION) for uri in folders]
        answers = await ls.protocol.ask(types.WORKSPACE_CONFIGURATION, types.ConfigurationParams(items=items))
        common, *own = [answer if isinstance(answer, dict) else {} for answer in answers or [None]]
        self._all = common or self._all
        paths = [convert.to_path(uri) for uri in folders]
        self._folders = {path: section for path, section in zip(paths, own, strict=False) if path and section}
        ls.programs.configured()

    def _section(self, path: Path) -> dict[str, Any]:
        around = [folder for folder in self._folders if path.is_relative_to(folder)]
        return self._folders[max(around, key=lambda folder: len(folder.parts))] if around else self._all


_NONE: frozenset[str] = frozenset()
