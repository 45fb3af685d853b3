"""What is remembered of the student: to see, and to forget. Loaded when somebody asks for it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from gadfly_server import profile
from gadfly_server.database import Unusable
from gadfly_server.record import Record
from gadfly_server.wording import speaking

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


async def remembered(ls: GadflyServer) -> tuple[str, str]:
    """A title, and what is remembered as Markdown; raises ``Unusable`` for a memory that cannot be read."""
    kept = ls.programs.memory
    everything = await asyncio.to_thread(kept.everything)
    with speaking(ls.programs.configuration.language):
        return profile.heading(), profile.page(everything, kept.database.path)


async def forgotten(ls: GadflyServer, misconception: str | None) -> str:
    """Delete one idea, or all with the dialogues; tell what was deleted, or why it could not be."""
    kept, dialogues = ls.programs.memory, 0
    try:
        if misconception is not None:
            gone = await asyncio.to_thread(kept.forget, misconception)
        else:
            gone = await asyncio.to_thread(kept.forget_everything)
            dialogues = Record().forget_everything()
            await ls.programs.begin_anew()
    except (Unusable, OSError) as problem:
        return str(problem)
    with speaking(ls.programs.configuration.language):
        return profile.forgotten(gone, dialogues)
