"""Who words questions in a conversation: a server that the user chose, or one of the editor's own models."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcException

from gadfly_server.lsp import messages
from gadfly_server.models.answering import Prompt, Reply, Unanswered, about
from gadfly_server.models.choice import of_editor, of_user
from gadfly_server.models.stream import LONGEST
from gadfly_server.models.worder import Worder
from gadfly_server.tuning import consent
from gadfly_server.tuning.outputs import keeping
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer
    from gadfly_server.settings import Models

_AN_HOUR = 3600.0


def worder(ls: GadflyServer, tell: Callable[[str], None]) -> Worder | None:
    """By what the client said at its start, else by the user's own file; ``None`` where no model is chosen."""
    own = of_editor(_allowed(ls, tell))
    models = own or of_user(tell)
    if models.editor and not ls.client.models:
        tell("This editor offers no models of its own. No model is asked.")
        return None
    if not models.chosen:
        return None
    is_of_others = own is None and ls.shared is not None  # the file of whoever runs the server
    keep = keeping(models, tell, consent.said if is_of_others else consent.given)
    return Worder(models, tell=tell, answering=EditorModel(ls, models) if models.editor else None, keep=keep)


def _allowed(ls: GadflyServer, tell: Callable[[str], None]) -> object:
    """What the client said; on a class server not how to reach a model, for that may name a command to start."""
    told = ls.programs.configuration.models
    if ls.shared is None or not isinstance(told, dict) or told.get("from") != "server":
        return told
    tell("This server is for a class: who runs it chooses the model. Yours is not asked.")
    return None


class EditorModel:
    """A model that the client asks for us; the editor asks its user first whether it may."""

    def __init__(self, ls: GadflyServer, models: Models) -> None:
        self._ls = ls
        self._models = models
        self.name = models.name or say("a model of the editor")

    def prepare(self) -> None:
        """Nothing has to be there before the first question."""

    async def ask(self, prompt: Prompt) -> Reply:
        """The model's reply; a request that nobody waits for any more is cancelled. Raises ``Unanswered``."""
        params = {"model": self._models.name, "rules": prompt.rules, "data": prompt.data, "schema": prompt.schema}
        try:
            told = await self._ls.protocol.ask(messages.MODEL, params)
        except JsonRpcException:
            raise Unanswered(say("The editor could not ask the model.")) from None
        text, name, refused = (_text(told, key) for key in ("text", "name", "refused"))
        if refused or not text:
            raise _unanswered(refused)
        if len(text) > LONGEST:
            raise Unanswered(say("The model's reply is far too long."), tokens=about(prompt.rules, prompt.data, text))
        self.name = name or self.name
        return Reply(text, about(prompt.rules, prompt.data, text))

    async def close(self) -> None:
        """Nothing is held."""


def _unanswered(refused: str) -> Unanswered:
    """Why the editor's model said nothing, by the word that the client has for it."""
    match refused:
        case "consent":
            return Unanswered(say("The editor was not allowed to ask a model."), lasting=True)
        case "none":
            return Unanswered(say("The editor has no such model."), again=60.0)
        case "budget":
            return Unanswered(say("The budget of the editor's model is used up."), again=_AN_HOUR)
        case _:
            return Unanswered(say("The editor could not ask the model."))


def _text(told: Any, key: str) -> str:
    text = told.get(key) if isinstance(told, dict) else getattr(told, key, None)
    return text if isinstance(text, str) else ""
