"""The section ``gadfly`` of the client's configuration, for each folder of the workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gadfly_server.lsp import convert

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.lsp.classrooms import Classrooms
    from gadfly_server.settings import Settings

SECTION = "gadfly"

# The client's names for what Settings knows.
_KEYS = {
    "python.interpreter": "interpreter",
    "tests.glob": "tests",
    "language": "language",
    "run.onSave": "runOnSave",
    "limits.testSeconds": "testSeconds",
    "limits.wallSeconds": "seconds",
    "limits.memoryMegabytes": "memoryMegabytes",
    "memory.enabled": "memory",
}


class Configuration:
    """What holds where: the nearest folder's section, else the one for all."""

    def __init__(self, classrooms: Classrooms) -> None:
        self.trusted = True
        self.locale: str | None = None
        self.models: object = None  # as the client named it at its start; no folder can
        self.within: Path | None = None  # a student's folder on a class server, where this Python runs the programs
        self.python: Path | None = None
        self.classrooms = classrooms
        self._all: dict[str, Any] = {}
        self._folders: dict[Path, dict[str, Any]] = {}

    def settings(self, path: Path) -> Settings:
        """The settings for a file."""
        from gadfly_server.ruling import chosen, under  # noqa: PLC0415 - only a run needs it
        from gadfly_server.settings import settings_from  # noqa: PLC0415 - the same

        section = self._section(path)
        plain = {name: _under(section, key) for key, name in _KEYS.items() if _under(section, key) is not None}
        own = replace(settings_from(plain), trusted=self.trusted, disabled_patterns=_disabled(section))
        if self.within:
            own = replace(own, within=self.within, interpreter=self.python)
        room = self.classrooms.room(path, chosen(own, own.disabled_patterns))
        own = replace(own, language=own.language or self.locale)
        return under(room, own, path, date.today())

    @property
    def language(self) -> str | None:
        """The language in which to speak of no program in particular."""
        chosen = _under(self._all, "language")
        return chosen if chosen and isinstance(chosen, str) else self.locale

    def disabled_patterns(self, uri: str) -> frozenset[str]:
        """The patterns that are not asked about in a document, by the settings or by the classroom file."""
        path = convert.to_path(uri)
        if path is None:
            return _disabled(self._all)
        return _disabled(self._section(path)) | self.classrooms.disabled(path)

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


def _disabled(section: dict[str, Any]) -> frozenset[str]:
    disabled = _under(section, "patterns.disabled")
    return frozenset(name for name in disabled if isinstance(name, str)) if isinstance(disabled, list) else frozenset()


def _under(section: dict[str, Any], key: str) -> Any:
    """What stands under a dotted key, written with dots or as nested objects."""
    if key in section:
        return section[key]
    found: Any = section
    for part in key.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found
