"""Which run a hint makes somebody go through step by step, and whether it shows there what is wrong.

Who is asked about a call, values that go in, or the value of a variable, goes through the failing run that this is
about, comparing what happens with what was meant.  At the line that first makes a difference (``Run.parts``) there is
something to see; anywhere else there is nothing.  "Go through your code" names no run: that can be said of any program.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from gadfly_analyzers.attempts.attempt import Attempts, Run, tokens
from gadfly_server.grading.students.flow import depending
from gadfly_server.grading.students.mentions import Mentions

_CALL = re.compile(r"\b\w+\s*\((?:[^()]|\([^()]*\))*\)")
_VALUES = re.compile(
    r"\bvalues?\b|\bwhat (?:is|are|was|will|would)\b|\bhow (?:many|often)\b|\bhold\w*|\bequal|\bcorrect\b|\bright\b"
    r"|\bexpect\w*|\bprint\w*|\bcontain\w*|\bbecome\w*|\bchang\w+|\bstor\w+",
    re.IGNORECASE,
)
_WATCHED = re.compile(
    r"\bprint\w*|\beach (?:time|iteration|pass|step)\b|\bevery (?:time|iteration|pass|step)\b|\bafter each\b|\bwatch\w*"
    r"|\bstep by step\b|\bline by line\b|\btrac(?:e|ing)\b|\bby hand\b|\bmanually\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"['\"]")
_GIVEN = r"(?<![\w.]){}`?'?\s*(?:is|=|==|equals|be|was|were|of|as|to be)\s*`?{}(?![\w.]*\w)"


def traced(text: str, said: Mentions, pointed: Collection[int], known: Attempts) -> Run | None:
    """Give the run that somebody goes through, if what the hint asks about in it lets them see what is wrong there.

    ``pointed`` are the lines to which the hint points: who is shown a place looks at the run there, who is asked for a
    variable follows it to where it is used; who is told a call or values goes through all of the run.
    """
    runs = known.runs
    run = None if said.elsewhere else _named(text, runs)
    if run is None or run.parts is None:
        return None
    told = _is_of(text, run)
    if pointed or (said.names and not told):
        asked = told or _VALUES.search(text) is not None
        used = {*tokens(known.text.split("\n")[run.parts - 1]), run.name}
        followed = said.names | (depending(said.names, known.text) if _WATCHED.search(text) else frozenset())
        return run if asked and (run.parts in pointed or followed & used) else None
    return run if told else None


def _named(text: str, runs: Sequence[Run]) -> Run | None:
    """Give the run that a text is about: that of a call or of values in it; else the first; none if it is another."""
    about = next((run for run in runs if _is_of(text, run)), None)
    if about or not runs:
        return about
    functions = {call.partition("(")[0] for run in runs for call in run.calls}
    other = any(each.partition("(")[0].strip() in functions for each in _CALL.findall(text) if not each.endswith("()"))
    return None if other else runs[0]


def _is_of(text: str, run: Run) -> bool:
    """Tell whether a text speaks of a run's call, or of the values that go in."""
    squeezed = "".join(text.split())
    return any(call in squeezed for call in run.calls) or any(
        re.search(_GIVEN.format(re.escape(name), _QUOTE.sub("[\"']", re.escape(value))), text)
        for name, value in run.given
    )
