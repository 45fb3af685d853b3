"""The tables of the report, from a class; each of them holds only what may be shown (see ``counting``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from gadfly_analyzers import misconceptions
from gadfly_server.events.event import COURSE, Kind
from gadfly_server.report.counting import Count, beside, counted, quartiles
from gadfly_server.report.group import Group, Work, is_skip, short

MOST_ROWS = 12
_IDLE_RUNS, _ANALOGUE = 3, 5


@dataclass(frozen=True, slots=True)
class Cell:
    """How many students of an assignment held a misconception, and the highest level that most of them reached."""

    students: Count
    level: int | None


@dataclass(frozen=True, slots=True)
class Stuck:
    """A row of the heat map: a misconception, in words, and a cell for each assignment."""

    misconception: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Insight:
    """How long students of an assignment needed: the quartiles in minutes, ``None`` where that is hidden."""

    assignment: str
    students: Count
    arrived: Count
    minutes: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Confusing:
    """How many students were asked questions of a kind, and how many gave a wrong answer to one or skipped one."""

    assignment: str
    question: str
    students: Count
    wrong: Count
    skipped: Count

    @property
    def trouble(self) -> float:
        """How much of it there is for certain, as a share of those who were asked."""
        return (self.wrong.known + self.skipped.known) / self.students.known


@dataclass(frozen=True, slots=True)
class Lucky:
    """In how many works all tests agreed though the program could be a little different."""

    assignment: str
    solved: Count
    lucky: Count


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody who wants to be asked, and why that may be of use."""

    contact: str
    assignment: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spend:
    """How much of a model an assignment used."""

    assignment: str
    model: str
    students: Count
    requests: int
    tokens: int


def stuck(group: Group) -> tuple[Stuck, ...]:
    """The heat map: what is held by enough students somewhere, the most frequent first."""
    known = {each.id: each.title for each in misconceptions.everything()}
    own = {each for work in group.works for each in work.misconceptions if each.startswith(COURSE)}
    titles = known | {each: f"{short(each.removeprefix(COURSE))} (of your course)" for each in sorted(own)}
    rows = []
    for name, title in titles.items():
        cells = tuple(_cell(name, works, group) for works in group.assignments.values())
        if any(cell.students.students is not None for cell in cells):
            rows.append(Stuck(short(name), title, cells))
    rows.sort(key=lambda row: (-max(cell.students.students or 0 for cell in row.cells), row.title))
    return tuple(rows[:MOST_ROWS])


def insights(group: Group) -> tuple[Insight, ...]:
    """One row for each assignment."""
    return tuple(_insight(name, works, group) for name, works in group.assignments.items())


def confusing(group: Group) -> tuple[Confusing, ...]:
    """The kinds of questions that most students answered wrong or skipped, by assignment."""
    rows = [row for name, works in group.assignments.items() for row in _confusing(name, works, group)]
    return tuple(sorted(rows, key=lambda row: (-row.trouble, row.assignment, row.question))[:MOST_ROWS])


def lucky(group: Group) -> tuple[Lucky, ...]:
    """One row for each assignment that enough students solved."""
    rows = []
    for name, works in group.assignments.items():
        by_luck = sum(work.solved and work.has(Kind.LUCK) for work in works)
        solved = _solved(works, group)
        if solved.students is not None:
            rows.append(Lucky(name, solved, counted(by_luck, solved.known)))
    return tuple(rows)


def helps(group: Group) -> tuple[Help, ...]:
    """Who wants to be asked and seems to be stuck; nobody who did not ask for that is in it."""
    rows = []
    for work in group.works:
        contact = next((each.contact for each in reversed(work.events) if each.contact), "")
        reasons = tuple(_reasons(work)) if contact and not work.solved else ()
        if reasons:
            rows.append(Help(short(contact), work.assignment, reasons))
    return tuple(sorted(rows, key=lambda row: (-len(row.reasons), row.contact)))


def spends(group: Group) -> tuple[Spend, ...]:
    """What models were used for, by assignment."""
    return tuple(row for name, works in group.assignments.items() for row in _spends(name, works, group))


def _size(works: tuple[Work, ...], group: Group) -> Count:
    """How many of the class worked on an assignment."""
    return counted(len(works), len(group.students))


def _cell(misconception: str, works: tuple[Work, ...], group: Group) -> Cell:
    levels = [work.level for work in works if misconception in work.misconceptions]
    students = counted(len(levels), _size(works, group).known)
    return Cell(students, round(median(levels)) if students.students is not None else None)


def _solved(works: tuple[Work, ...], group: Group) -> Count:
    return counted(sum(work.solved for work in works), _size(works, group).known)


def _insight(name: str, works: tuple[Work, ...], group: Group) -> Insight:
    minutes = [work.minutes_to_insight for work in works if work.minutes_to_insight is not None]
    size = _size(works, group)
    arrived = beside(counted(len(minutes), size.known), _solved(works, group))
    return Insight(name, size, arrived, quartiles(minutes) if arrived.students is not None else None)


def _confusing(name: str, works: tuple[Work, ...], group: Group) -> Iterator[Confusing]:
    people: dict[str, dict[str, set[str]]] = {}
    for work in works:
        for each in work.events:
            mark = _mark(each.event.kind, each.event.mark, each.event.name)
            if mark and each.event.question in QUESTIONS:
                people.setdefault(each.event.question, {}).setdefault(mark, set()).add(work.student)
    for question, by_mark in people.items():
        students = counted(len(set().union(*by_mark.values())), _size(works, group).known)
        if students.students is not None:
            wrong, skipped = (counted(len(by_mark.get(mark, ())), students.known) for mark in ("wrong", "skipped"))
            yield Confusing(name, question, students, wrong, skipped)


def _mark(kind: Kind, mark: str, wish: str) -> str:
    """What became of a question: right, wrong or skipped; nothing where it stays open."""
    if kind is Kind.ANSWER and mark in ("right", "wrong"):
        return mark
    return "skipped" if kind is Kind.REQUEST and is_skip(wish) else ""


def _reasons(work: Work) -> Iterator[str]:
    if work.has(Kind.HAND_OVER):
        yield "Gadfly handed over: it has no further help"
    elif work.level >= _ANALOGUE:
        yield "needed a worked example, and the tests still disagree"
    if work.idle_runs >= _IDLE_RUNS:
        yield f"{work.idle_runs} changes in a row made no difference to the tests"


def _spends(name: str, works: tuple[Work, ...], group: Group) -> Iterator[Spend]:
    """One row for each model that enough students used; that others were used at all is not told either."""
    used = [each for work in works for each in work.events if each.event.kind is Kind.MODEL]
    for model in sorted({each.event.name for each in used}):
        of_model = [each for each in used if each.event.name == model]
        students = counted(len({each.student for each in of_model}), _size(works, group).known)
        if students.students is not None:
            tokens = sum(each.event.tokens for each in of_model)
            yield Spend(name, short(model), students, len(of_model), tokens)


QUESTIONS = {
    "expected-value": "what the test wants",
    "count": "how often a loop runs",
    "branch": "which way a branch goes",
    "reached": "which lines run",
    "value-at": "a value in the middle",
    "no-value": "which name has no value",
    "predict-return": "what a part gives back",
    "predict-output": "what a part prints",
    "compare-runs": "where two runs part",
    "same-object": "whether two names are one object",
    "first-wrong": "where it first goes wrong",
    "point-at": "which line it is",
    "concept": "a tiny program about one idea",
    "transfer": "the idea in another program",
    "explain": "an explanation",
    "syntax": "where Python cannot read on",
    "self-explain": "why an example works",
    "parsons": "lines to put in order",
    "course": "a question of your own",
}
