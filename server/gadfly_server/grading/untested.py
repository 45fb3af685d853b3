"""Says of which dialogues nothing could be judged, or nothing by a run, so that nobody takes what is left for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gadfly_server.grading.graded import Graded
from gadfly_server.grading.language import is_foreign
from gadfly_server.grading.transcript import Transcript

MOST = 3  # reasons that are told


def untested(transcripts: Sequence[Transcript], graded: Sequence[Graded]) -> Iterator[str]:
    """Give a sentence for each reason, the most frequent first, and one for dialogues without tests."""
    found = Counter(problem for each in graded for problem in each.problems)
    for problem, count in found.most_common(MOST):
        yield f"{_dialogues(count)} could not be judged by tests: {problem}"
    if rest := found.most_common()[MOST:]:
        yield f"{_dialogues(sum(count for _, count in rest))} could not be judged by tests for other reasons."
    if any("No module named" in problem for problem in found):
        yield "Tests import the program by the name in the field module, which is program where none is given."
    if bare := sum(not each.tests.strip() for each in transcripts):
        yield f"Without tests only what reading shows is scored: {_dialogues(bare)}."
    if silent := sum(all(turn.role != "tutor" for turn in each.turns) for each in transcripts):
        yield f"Nobody teaches in {_dialogues(silent)}; let somebody: gadfly grade play."
    foreign = sum(turn.role == "tutor" and is_foreign(turn.text) for each in transcripts for turn in each.turns)
    if foreign:
        yield (
            f"{foreign} turn{'s are' if foreign > 1 else ' is'} not in English: "
            "of these code and numbers are read, and not what words give away or lead to."
        )


def _dialogues(count: int) -> str:
    return f"{count} dialogue" if count == 1 else f"{count} dialogues"
