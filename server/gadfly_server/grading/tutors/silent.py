"""The control: a tutor that says nothing, so that students are on their own."""

from __future__ import annotations

from gadfly_server.grading.tutors.protocol import Heard, Reply, Request


class Silent:
    """Nobody."""

    async def say(self, request: Request) -> Heard:  # noqa: ARG002 - whatever it is
        """Say nothing."""
        return Heard(Reply(text=""))
