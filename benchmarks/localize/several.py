"""Whether every bug of a program is found, one after another, each repaired as soon as it is the first suspect."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from gadfly_analyzers.attempts.hunks import hunks_of
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.localize.learned import Learned
from localize.looking import look, touches
from localize.programs import Program


async def all_found(program: Program, fixed: str, runner: Runner, table: Learned | None = None) -> bool:
    """Repair what the first suspect points at and look again, until nothing is left or it points elsewhere."""
    lines, right = program.text.splitlines(), fixed.splitlines()
    with TemporaryDirectory() as place:
        folder = Path(place) / program.name
        shutil.copytree(program.folder, folder)
        while hunks := list(hunks_of(lines, right)):
            text = "\n".join(lines) + "\n"
            (folder / "program.py").write_text(text, encoding="utf-8")
            seen = await look(folder, text, runner, table)
            if seen.run is not None and seen.run.tests and not seen.run.failing:
                return True  # what is left makes no difference
            suspects = seen.sharpened.suspects
            reached = [hunk for hunk in hunks if suspects and touches(suspects[0], hunk.lines)]
            if not reached:
                return False
            lines[reached[0].first : reached[0].stop] = reached[0].instead
    return True
