"""The key for a model's server: from the environment or a command of the user's, never from a workspace."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_server.settings import Models

VARIABLE = "GADFLY_MODEL_KEY"
OPENAI = "OPENAI_API_KEY"  # meant for OpenAI's own server, so it is sent nowhere else
_PATIENCE = 20.0  # seconds: a password store may ask its owner first


class NoKey(Exception):  # noqa: N818 - nothing is wrong with the key, there is none
    """There is no key; the message is for people, and never holds what a command printed."""


async def key_for(models: Models) -> str:
    """The key; empty for a server of one's own that needs none. Raises ``NoKey``."""
    if key := os.environ.get(VARIABLE, "").strip():
        return key
    if models.key_command:
        return await _printed(models.key_command)
    if models.url:
        return ""
    if key := os.environ.get(OPENAI, "").strip():
        return key
    raise NoKey(f"There is no key for the model: set {VARIABLE}, or name a command that prints it.")


async def _printed(command: tuple[str, ...]) -> str:
    quiet, heard = asyncio.subprocess.DEVNULL, asyncio.subprocess.PIPE
    try:
        process = await asyncio.create_subprocess_exec(*command, stdin=quiet, stdout=heard, stderr=quiet)
    except (OSError, ValueError) as error:  # a word with a zero byte in it is a ValueError
        raise NoKey(
            f"The command for the model's key cannot be started: {getattr(error, 'strerror', error)}."
        ) from None
    try:
        printed, _ = await asyncio.wait_for(process.communicate(), _PATIENCE)
    except (TimeoutError, asyncio.TimeoutError):
        raise NoKey("The command for the model's key takes too long.") from None
    finally:
        if process.returncode is None:
            process.kill()
    key = printed.decode("utf-8", "replace").strip()
    if process.returncode or not key:
        raise NoKey(f"The command for the model's key printed none; its exit code is {process.returncode}.")
    return key
