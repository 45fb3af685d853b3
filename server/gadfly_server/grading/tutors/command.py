"""A tutor that is the user's own command: a request a line on its input, a reply a line on its output.

It is a program of whoever grades, not of a student, and runs with that person's rights: the one place outside of the
execution room, next to the command that prints a model's key, where a process is started.
"""

from __future__ import annotations

import asyncio
import shlex
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from types import TracebackType

from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.tutors.protocol import Heard, Request
from gadfly_server.grading.tutors.remote import LARGEST, read


class Command:
    """One process for one dialogue; it ends when its input does, or is ended."""

    def __init__(self, command: str, seconds: float = 120.0) -> None:
        self._command = command
        self._seconds = seconds
        self._process: Process | None = None

    async def __aenter__(self) -> Command:
        try:
            words = shlex.split(self._command)
            self._process = await asyncio.create_subprocess_exec(*words, stdin=PIPE, stdout=PIPE, limit=LARGEST)
        except (OSError, ValueError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or error
            raise Unreadable(f"The tutor `{self._command}` does not start: {reason}") from error
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def say(self, request: Request) -> Heard:
        """Ask it."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise Unreadable(f"The tutor `{self._command}` was not started.")
        try:
            with suppress(ConnectionError):  # it may have ended, but not without a word
                process.stdin.write(request.model_dump_json().encode() + b"\n")
                await process.stdin.drain()
            line = await asyncio.wait_for(process.stdout.readline(), self._seconds)
        except ConnectionError:
            line = b""
        except asyncio.TimeoutError as error:
            raise Unreadable(f"The tutor `{self._command}` gave no answer in {self._seconds:g} seconds.") from error
        except (OSError, ValueError) as error:
            raise Unreadable(f"The tutor `{self._command}` does not answer in one line of 1 MiB: {error}") from error
        if not line:
            raise Unreadable(f"The tutor `{self._command}` ended without a reply.")
        return read(line, f"`{self._command}`")
