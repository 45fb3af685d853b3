"""Which model the user chose: in a file of the user's own, for what stands in a workspace others may have written."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_config_path

from gadfly_server.models.strategies import ALL
from gadfly_server.settings import KINDS_OF_MODELS, Models, fits_models, models_from

FILE = "config.toml"


def config_file() -> Path:
    """The user's configuration file; ``GADFLY_CONFIG`` names another."""
    chosen = os.environ.get("GADFLY_CONFIG")
    return Path(chosen) if chosen else user_config_path("gadfly", appauthor=False) / FILE


def problems_in(table: object) -> Iterator[str]:
    """What is wrong in the table ``[models]``: what is not a setting, or of a wrong kind, does not hold."""
    if not isinstance(table, dict):
        yield "`models` is no table: write `[models]` on a line of its own, and the settings below."
        return
    for key, value in table.items():
        if key not in KINDS_OF_MODELS:
            near = get_close_matches(key, KINDS_OF_MODELS, 1)
            yield f"There is no setting `{key}`{f': is it `{near[0]}`?' if near else '.'}"
        elif not fits_models(key, value):
            yield f"`{key}` must be {KINDS_OF_MODELS[key]}, so it does not hold."
    models = models_from(table)
    if not _is_address(models.url):
        yield (
            "`url` must begin with https:// or http:// and name a server, with no password in it, such as"
            " https://gateway.school.example/v1."
        )
    if models.strategy not in (names := [each.name for each in ALL]):
        yield f"`strategy` must be one of {', '.join(names)}, so it is gadfly."
    if table and not models.name:
        yield "`name` is missing, so there is no model."


def of_editor(told: object) -> Models | None:
    """The model that an editor's own settings choose, or none of them; ``None`` if they leave it to the user's file.

    What is told comes from the user's settings alone; the client sees to that.
    """
    if not isinstance(told, dict) or told.get("from") not in ("off", "server", "editor"):
        return None
    return Models() if told["from"] == "off" else models_from(told)


def of_user(tell: Callable[[str], None] = lambda _: None) -> Models:
    """The table ``[models]`` of that file; no model if there is none. ``tell`` hears what is wrong with the file."""
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415 - most users have no such file
    else:
        import tomli as tomllib  # noqa: PLC0415 - the same
    file = config_file()
    try:
        table = tomllib.loads(file.read_text("utf-8-sig")).get("models", {})
    except FileNotFoundError:
        return Models()
    except (OSError, ValueError, RecursionError) as error:
        tell(f"{file} cannot be read: {error}. No model is asked.")
        return Models()
    for problem in problems_in(table):
        tell(f"{file}, [models]: {problem}")
    if not isinstance(table, dict) or not _names_a_server(table):
        tell(f"No model is asked before {file} is right: another server than you meant might be.")
        return Models()
    return models_from(table)


def _names_a_server(table: dict[str, Any]) -> bool:
    """Tell whether it is certain which server is meant: a misspelt address would else be OpenAI's."""
    url = table.get("url", "")
    return isinstance(url, str) and _is_address(url) and set(table) <= set(KINDS_OF_MODELS)


def _is_address(url: str) -> bool:
    """Tell whether a server can be there; without any address it is OpenAI's. A password in it would be shown."""
    try:
        parts = urlsplit(url)
        named = parts.scheme in ("https", "http") and parts.hostname and parts.username is None and parts.port != 0
    except ValueError:  # a port above 65535, or brackets around what is no address
        return False
    return not url or (bool(named) and re.search(r"\s", url) is None)
