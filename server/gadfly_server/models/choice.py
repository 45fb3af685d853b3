"""Which model the user chose: in a file of the user's own, for what stands in a workspace others may have written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_config_path

from gadfly_server.settings import Models, models_from

FILE = "config.toml"


def config_file() -> Path:
    """The user's configuration file; ``GADFLY_CONFIG`` names another."""
    chosen = os.environ.get("GADFLY_CONFIG")
    return Path(chosen) if chosen else user_config_path("gadfly", appauthor=False) / FILE


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
        table = tomllib.loads(file.read_text("utf-8-sig")).get("models")
    except FileNotFoundError:
        return Models()
    except (OSError, ValueError, RecursionError) as error:
        tell(f"{file} cannot be read: {error}. No model is asked.")
        return Models()
    return models_from(table if isinstance(table, dict) else None)
