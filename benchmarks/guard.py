"""How many false, leaking and unfit wordings of a model are stopped, and how many good ones with them.

    python benchmarks/guard.py [--data FOLDER] [--limit 2] [--show]
    python benchmarks/guard.py --set tuned --set held_out [--show]    # only these texts

Each text stands for what a model might write in the place of one of Gadfly's questions about a program in examples/ or
wordings/programs/.
It is shown if the guard and the leak check both have nothing against it, as in a dialogue: whole, or without what they
have something against.
A good text is stopped if its question is not shown, also where Gadfly's question stands in its place behind friendly
words. A bad text is stopped if nothing is left of what is bad about it; where the texts do not mark that, if nothing is
left but Gadfly's question.
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
from dataclasses import dataclass, replace
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.source import Source
from gadfly_server.models.parts import with_call_first
from gadfly_server.models.reading import sentences
from gadfly_server.models.request import WordingRequest, wording_request
from gadfly_server.models.salvage import forms
from gadfly_server.models.tidy import tidied
from gadfly_server.models.vouching import refusal
from gadfly_server.rewording import leaks
from gadfly_server.sessions import Session
from gadfly_server.tutor import planner
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.turns import Dialogue, ask
from localize.programs import SHARED, programs_of, sets_in
from wordings.templates import wordings_of
from wordings.texts import LABELS, SETS, UNSEEN, Wording, files_of, plain, wordings

TOLD = {
    "tuned": "The guard was tuned with a look at these",
    "held_out": "Written after that; how its questions are put was learned from for the guard",
    "varied": "In many styles, about other programs; the guard was tuned with a look at these",
    "locked": "The same about programs of their own; those refused were looked at once for the guard",
    "voices": "In the voices of several models; the guard was tuned with a look at these",
    "voices_locked": "The same to other questions; those refused were looked at once for the guard",
    "fresh": "In other voices, about other programs; the guard was tuned with a look at these",
    "fresh_locked": "The same about programs of their own; the guard was tuned with a look at these too",
    "others": "By another writer, about other programs; the guard was tuned with a look at these",
    "others_locked": "The same about programs of their own; those refused were looked at once for the guard",
    "blind": "By a third writer, about other programs; those refused were looked at once for the guard",
    "blind_locked": "The same about programs of their own; how its questions are put was learned from for the guard",
    "later": "By who changed the guard, in voices of several models; the guard was tuned with a look at these",
    "latest": "By who changed the guard, who knew it; the guard was tuned with a look at these",
    "strangers": "By one who saw what a model is sent and not the guard, in voices of several models",
    "strangers_b": "By another such one, about new programs of their own",
    "strangers_c": "By a third such one, about new programs of their own",
}

SHOWN = ("whole", "in part", "nothing but Gadfly's question", "with Gadfly's question in its place", "nothing")


@dataclass(frozen=True)
class Judged:
    """A text, why it is stopped, empty if it is not, and what of it is shown: one of ``SHOWN``."""

    wording: Wording
    reason: str
    shown: str = ""


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
        if UNSEEN:
            named = [TOLD[name] for name in UNSEEN]
            print(f"\n{told_of([each for told, judged in unseen if told in named for each in judged])}\n")
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
    print(f"\n{told_of_parts(wrong)}")
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


def told_of_parts(judged: Sequence[Judged]) -> str:
    """What is shown of the good texts, in one sentence."""
    shown = Counter(each.shown for each in judged if each.wording.label == "good")
    return f"Of the {shown.total()} good ones is shown: " + ", ".join(f"{each} {shown[each]}" for each in SHOWN) + "."


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
    session, questions = await _opened(name, runner)
    return [await _judged(each, questions, session) for each in texts if each.program == name]


async def _opened(name: str, runner: Runner) -> tuple[Session, list[Question]]:
    """A dialogue about a program, and all questions that may be asked in it, whichever line is the likeliest."""
    with tempfile.TemporaryDirectory() as folder:
        for file in files_of(name):
            shutil.copy(file, folder)
        program = Path(folder, f"{name}.py")
        session = Session(program, runner)
        await session.refresh(Source.parse(program.read_text("utf-8")))
    assert session.facts is not None
    facts, suspects = session.facts, session.facts.suspects
    ranked = [tuple(replace(one, score=1.0) if one is first else one for one in suspects) for first in suspects]
    plans = [planner.plan(replace(facts, suspects=each)) for each in (suspects, *ranked)]
    return session, list({question.text: question for plan in plans for question in plan}.values())


async def unasked(texts: Iterable[Wording]) -> list[str]:
    """The questions of texts that are not asked in a dialogue about their program, or not put to a model."""
    asked: dict[str, set[str]] = {}
    for each in texts:
        asked.setdefault(each.program, set()).add(each.question)
    async with Runner() as runner:
        return [each for name in asked for each in sorted(asked[name] - await _put_to_models(name, runner))]


async def _put_to_models(name: str, runner: Runner) -> set[str]:
    session, questions = await _opened(name, runner)
    return {each.text for each in questions if _request(each, session) is not None}


async def _judged(wording: Wording, questions: Sequence[Question], session: Session) -> Judged:
    request = _request(next(each for each in questions if each.text == wording.question), session)
    assert request is not None
    assert session.examination is not None
    assert session.examination.checker is not None
    reasons = []
    for text in forms(wording.text, request):
        reasons.append(await refused(text, request, session.examination.checker))
        if not reasons[-1]:
            break
    shown = "" if reasons[-1] else text
    kind = kind_of(shown, wording)
    good = wording.label == "good"
    stopped = kind in SHOWN[3:] if good else not shown or is_harmless(shown, wording)
    return Judged(wording, (reasons[0] or "nothing is left of it") if stopped else "", kind)


def kind_of(shown: str, wording: Wording) -> str:
    """Which of ``SHOWN`` it is that is left of a text."""
    if not shown:
        return SHOWN[4]
    if bare(shown) == bare(tidied(wording.text)):
        return SHOWN[0]
    if shown == wording.question:
        return SHOWN[2]
    own = sentences(wording.question)[-1].lower() in wording.text.lower()
    return SHOWN[3] if shown.endswith(wording.question) and not own else SHOWN[1]


def is_harmless(shown: str, wording: Wording) -> bool:
    """Tell whether nothing is left in a text of what is bad about it."""
    if wording.fault and plain(wording.fault) not in plain(shown):
        return True
    return bare(shown) in (bare(wording.question), bare(with_call_first(wording.question)))


def _request(question: Question, session: Session) -> WordingRequest | None:
    return wording_request(ask(Dialogue(), question), session.source, ())


async def refused(text: str, request: WordingRequest, checker: Checker) -> str:
    """Why a text is not shown; empty if it is."""
    return refusal(text, request) or ("leak check" if await leaks(checker, text, request) else "")


def bare(text: str) -> str:
    """A text without a word like "so" or "then" before it."""
    return text.lower().removeprefix("so ").removeprefix("then ").removeprefix("now ")


if __name__ == "__main__":
    raise SystemExit(main())
