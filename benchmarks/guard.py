"""How many false, leaking and unfit wordings of a model are stopped, and how many good ones with them.

    python benchmarks/guard.py [--data FOLDER] [--limit 2] [--show]
    python benchmarks/guard.py --set tuned --set held_out [--show]    # only these texts

Each text stands for what a model might write in the place of one of Gadfly's questions about a program in examples/ or
wordings/programs/.
It passes if the guard and the leak check both have nothing against it, as in a dialogue: sentences before the question
that state something are left out first.
A bad text is stopped if it is refused, or nothing but Gadfly's question is left.
The texts are our own (`wordings/*.txt`), written by those who wrote the guard: other people's may fare otherwise.
A second table is of texts by template, about programs of the data sets in a folder, with values of the run; it is left
out where there is no such folder.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.source import Source
from gadfly_server.models.guard import forms, objection
from gadfly_server.models.request import WordingRequest, wording_request
from gadfly_server.rewording import leaks
from gadfly_server.sessions import Session
from gadfly_server.tutor import planner
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.turns import Dialogue, ask
from localize.programs import SHARED, programs_of, sets_in
from wordings.templates import wordings_of
from wordings.texts import LABELS, SETS, Wording, files_of, wordings

TOLD = {
    "tuned": "The guard was tuned with a look at these",
    "held_out": "Written after that, and measured without another change",
    "varied": "In many styles, about other programs; the guard was tuned with a look at these",
    "locked": "The same about programs of their own, not looked at for the guard",
    "voices": "In the voices of several models; the guard was tuned with a look at these",
    "voices_locked": "The same to other questions, not looked at for the guard",
}
UNSEEN = tuple(TOLD[name] for name in ("held_out", "locked", "voices_locked"))


@dataclass(frozen=True)
class Judged:
    """A text and why it was refused; an empty reason if it passed."""

    wording: Wording
    reason: str


def main() -> int:
    """Print two tables, and what the first one comes to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", choices=SETS, help="only this set, and no texts by template")
    parser.add_argument("--data", type=Path, default=SHARED / "data", help="a folder of data sets")
    parser.add_argument("--limit", type=int, default=2, help="so many programs of each data set")
    parser.add_argument("--show", action="store_true", help="show each text that was not judged as it should be")
    chosen = parser.parse_args()
    print("## What of a model's wordings is stopped\n")
    print(
        "`benchmarks/guard.py`: guard and leak check together, on texts of our own about small programs of our own.\n"
    )
    unseen = list(tabled(of_texts(chosen.set or SETS), show_wrong=chosen.show))
    if not chosen.set:
        print(f"\n{told_of([each for name, judged in unseen if name in UNSEEN for each in judged])}\n")
        if sets_in(chosen.data):
            print("Texts by template, about programs of the data sets, with values of their runs:\n")
            list(tabled(of_data(chosen.data, chosen.limit), show_wrong=chosen.show))
        else:
            print("Texts by template were not judged: the data sets are not here.")
    return 0


def tabled(sets: Iterable[tuple[str, list[Judged]]], *, show_wrong: bool) -> Iterator[tuple[str, list[Judged]]]:
    """Print a table, line by line; what was judged is passed on."""
    print("| texts | " + " | ".join(f"{label} stopped" for label in LABELS.values()) + " |")
    print("|---|" + "---|" * len(LABELS))
    wrong = []
    for told, judged in sets:
        print(f"| {told} | {' | '.join(shares(judged))} |", flush=True)
        wrong += judged
        yield told, judged
    if show_wrong:
        show(wrong)


def told_of(judged: Sequence[Judged]) -> str:
    """What the texts that the guard was not tuned with come to, in one sentence."""
    good, bad = ([each for each in judged if (each.wording.label == "good") == is_good] for is_good in (True, False))
    refused, passed = sum(bool(each.reason) for each in good), sum(not each.reason for each in bad)
    return (
        f"Of {len(good)} good texts that the guard was not tuned with {refused} are stopped "
        f"({refused / len(good):.1%}; at most 5 % should be), and of {len(bad)} bad ones {passed} pass "
        f"({passed / len(bad):.1%}; at most 5 %): what is stopped is asked for once more, and then the question stays "
        "in Gadfly's own words."
    )


def of_texts(names: Sequence[str]) -> Iterator[tuple[str, list[Judged]]]:
    """Judge texts that were written by hand, set by set."""
    yield from ((TOLD[name], asyncio.run(judge(wordings(name)))) for name in names)


def of_data(data: Path, limit: int) -> Iterator[tuple[str, list[Judged]]]:
    """Judge texts by template about programs of data sets, set by set."""
    for name, place in sets_in(data).items():
        with tempfile.TemporaryDirectory() as workshop:
            programs = programs_of(name, place, Path(workshop), limit)
            judged = asyncio.run(_templated([each.folder / "program.py" for each in programs]))
        yield f"By template, about {len(programs)} programs of {name}", judged


async def _templated(programs: Sequence[Path]) -> list[Judged]:
    async with Runner() as runner:
        return [each for program in programs for each in await _about(program, runner)]


async def _about(program: Path, runner: Runner) -> list[Judged]:
    session = Session(program, runner)
    await session.refresh(Source.parse(program.read_text("utf-8")))
    if session.facts is None or session.examination is None or session.examination.checker is None:
        return []
    questions = [each for each in planner.plan(session.facts) if _request(each, session) is not None]
    texts = [each for question in questions for each in wordings_of(question, program.parent.name)]
    return [await _judged(each, questions, session) for each in texts]


def shares(judged: Sequence[Judged]) -> list[str]:
    """For each label, how many were stopped of how many."""
    all_of = Counter(each.wording.label for each in judged)
    stopped = Counter(each.wording.label for each in judged if each.reason)
    return [
        f"{stopped[each]} of {all_of[each]} ({stopped[each] / max(all_of[each], 1):.1%})" for each in LABELS.values()
    ]


def show(judged: Sequence[Judged]) -> None:
    """Print what was not judged as it should be."""
    for each in judged:
        if (each.wording.label == "good") == bool(each.reason):
            print(f"{each.wording.label}: {each.wording.text}  <- {each.wording.question}  [{each.reason or 'passed'}]")


async def judge(texts: Sequence[Wording]) -> list[Judged]:
    """Judge each text as in a dialogue about its program."""
    async with Runner() as runner:
        return [each for name in dict.fromkeys(w.program for w in texts) for each in await _of(name, texts, runner)]


async def _of(name: str, texts: Sequence[Wording], runner: Runner) -> list[Judged]:
    with tempfile.TemporaryDirectory() as folder:
        for file in files_of(name):
            shutil.copy(file, folder)
        program = Path(folder, f"{name}.py")
        session = Session(program, runner)
        await session.refresh(Source.parse(program.read_text("utf-8")))
    assert session.facts is not None
    questions = planner.plan(session.facts)
    return [await _judged(each, questions, session) for each in texts if each.program == name]


async def _judged(wording: Wording, questions: Sequence[Question], session: Session) -> Judged:
    request = _request(next(each for each in questions if each.text == wording.question), session)
    assert request is not None
    assert session.examination is not None
    assert session.examination.checker is not None
    shown = reason = ""
    for text in forms(wording.text, request):
        refusal = await refused(text, request, session.examination.checker)
        shown, reason = ("", reason or refusal) if refusal else (text, "")
        if shown:
            break
    if shown and wording.label != "good" and bare(shown) == bare(wording.question):
        reason = "nothing is left of it"
    return Judged(wording, reason)


def _request(question: Question, session: Session) -> WordingRequest | None:
    return wording_request(ask(Dialogue(), question), session.source, ())


async def refused(text: str, request: WordingRequest, checker: Checker) -> str:
    """Why a text is not shown; empty if it is."""
    return objection(text, request) or ("leak check" if await leaks(checker, text, request) else "")


def bare(text: str) -> str:
    """A text without a word like "so" or "then" before it."""
    return text.lower().removeprefix("so ").removeprefix("then ").removeprefix("now ")


if __name__ == "__main__":
    raise SystemExit(main())
