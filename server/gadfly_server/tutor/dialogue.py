"""The dialogue as a state machine: facts and answers in, turns out."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from gadfly_server.tutor import planner, reading, replies, runs
from gadfly_server.tutor.marking import Mark, mark
from gadfly_server.tutor.notice import message, status
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions import concept

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts

MOST_QUESTIONS = 8  # about one run
MOST_TURNS = 400  # kept
MOST_TRIES = 2  # to make an answer out of words


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said; ``question`` is the id of the question it asks or answers.

    ``misconception`` is the belief that a wrong answer of the student shows.
    """

    number: int
    speaker: str
    level: int
    kind: str
    text: str
    points_at: Place | None = None
    choices: tuple[str, ...] = ()
    question: str | None = None
    marked: str | None = None
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered: what it was about, for people, and where."""

    id: str
    insight: str
    level: int
    line: int
    end_line: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The run that the dialogue last spoke of: program text, state, failing tests and what each of them showed."""

    text: str = ""
    state: str = ""
    failing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """All that was said, the open question, and the state from which the next one is chosen.

    ``wrong`` counts wrong answers in a row about runs, ``tries`` unreadable answers to the open question,
    ``asked`` the questions since the last run, ``asked_before`` those of earlier runs that stay valid.
    """

    turns: tuple[Turn, ...] = ()
    question: Question | None = None
    seen: Seen = Seen()
    asked: tuple[str, ...] = ()
    asked_before: tuple[str, ...] = ()
    answered: tuple[Answered, ...] = ()
    topic: str = ""
    wrong: int = 0
    tries: int = 0
    closed: bool = False


def begin(facts: Facts) -> Dialogue:
    """Open a dialogue about what the facts show."""
    return observe(Dialogue(), facts)


def answer(dialogue: Dialogue, facts: Facts, text: str) -> Dialogue:
    """Take the student's answer to the open question, mark it, and go on."""
    question = dialogue.question
    if question is None:
        said = _say(dialogue, Turn(0, "student", _level(dialogue), "answer", text.strip()))
        return _tutor(said, _level(dialogue), "closing", replies.NOTHING_OPEN)
    wish = None if text.strip() in question.choices else reading.request(text)
    given = Mark("unclear", "") if wish else _mark(question, facts, text)
    belief = given.misconception or None
    said = _say(
        dialogue,
        Turn(0, "student", question.level, "answer", text.strip(), None, (), question.id, given.verdict, belief),
    )
    if wish:
        return _grant(said, facts, question, wish)
    if given.verdict == "unclear":
        return _ask_again(said, facts, question)
    return _marked(said, facts, question, given)


def observe(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Take a new run as an answer; the same facts give the same object back."""
    now = _seen(facts)
    if now.state == "waiting":
        return dialogue
    if now == dialogue.seen:
        return _go_on(dialogue, facts) if _can_go_on(dialogue, facts) else dialogue
    before = dialogue.seen
    fresh = replace(dialogue, seen=now, question=None, asked=(), wrong=0, tries=0, topic="", closed=False)
    if before.state or now.state == "problem":
        kind, text = runs.report(before, now, facts, dialogue.answered)
        fresh = _tutor(fresh, 0 if kind in ("problem", "passed") else 1, kind, text)
    if now.state == "passing" or (now.state == "problem" and not planner.plan(facts)):
        return replace(fresh, answered=(), asked_before=(), closed=True)
    return _go_on(replace(fresh, asked_before=_still_known(dialogue)), facts)


def to_json(dialogue: Dialogue) -> dict[str, Any]:
    """The dialogue as plain values that JSON can hold."""
    return asdict(dialogue)


def from_json(kept: dict[str, Any]) -> Dialogue:
    """The dialogue that ``to_json`` gave; raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
    return Dialogue(
        turns=tuple(_turn(turn) for turn in kept["turns"]),
        question=_question(kept["question"]) if kept["question"] else None,
        seen=Seen(kept["seen"]["text"], kept["seen"]["state"], tuple((i, s) for i, s in kept["seen"]["failing"])),
        asked=tuple(kept["asked"]),
        asked_before=tuple(kept["asked_before"]),
        answered=tuple(Answered(**answered) for answered in kept["answered"]),
        topic=kept["topic"],
        wrong=kept["wrong"],
        tries=kept["tries"],
        closed=kept["closed"],
    )


def _turn(kept: dict[str, Any]) -> Turn:
    return Turn(**{**kept, "points_at": _place(kept["points_at"]), "choices": tuple(kept["choices"])})


def _question(kept: dict[str, Any]) -> Question:
    parts = {
        "entry": Entry(kept["entry"]),
        "oracle": _oracle(kept["oracle"]),
        "beliefs": tuple((answer, misconception) for answer, misconception in kept.get("beliefs", ())),
        "points_at": _place(kept["points_at"]),
        "choices": tuple(kept["choices"]),
    }
    return Question(**{**kept, **parts})


def _oracle(kept: dict[str, Any]) -> Oracle:
    return Oracle(**{**kept, "mentions": tuple(kept.get("mentions", ()))})


def _place(kept: dict[str, int] | None) -> Place | None:
    return Place(**kept) if kept else None


def _seen(facts: Facts) -> Seen:
    state = status(facts)
    if state == "syntax":
        return Seen(facts.text, state, tuple((f"line {place.line}", place.message) for place in facts.syntax))
    if state == "problem":
        return Seen(facts.text, state, (("problem", message(facts) or ""),))
    shown = []
    for test in facts.failing:
        actual = test.comparison.actual.text if test.comparison else ""
        raised = f"{test.raised.type} {test.raised.line}" if test.raised else ""
        shown.append((test.id, f"{test.outcome.value} {actual}{raised}"))
    return Seen(facts.text, state, tuple(shown))


def _say(dialogue: Dialogue, turn: Turn) -> Dialogue:
    number = dialogue.turns[-1].number + 1 if dialogue.turns else 1
    return replace(dialogue, turns=(*dialogue.turns, replace(turn, number=number))[-MOST_TURNS:])


def _tutor(dialogue: Dialogue, level: int, kind: str, text: str, *reply: str) -> Dialogue:
    """Add a turn of the tutor; ``reply`` is the question that it replies to and its mark."""
    question, marked = reply or (None, None)
    return _say(dialogue, Turn(0, "tutor", level, kind, text, None, (), question, marked))


def _level(dialogue: Dialogue) -> int:
    return dialogue.turns[-1].level if dialogue.turns else 0


def _marked(dialogue: Dialogue, facts: Facts, question: Question, given: Mark) -> Dialogue:
    right = given.verdict == "right"
    goal = question.kind == "expected-value"
    if right:
        number = sum(turn.marked == "right" and turn.speaker == "tutor" for turn in dialogue.turns)
        text, kind, level = replies.confirmation(question, facts, number), "confirm", question.level
    else:
        text, kind, level = replies.contradiction(question, facts, given), "contradict", 1 if goal else 3
        if dialogue.wrong >= 1 and not goal and not given.misconception:
            text = f"{text} {replies.concept(question, facts)}".strip()
    replied = _tutor(dialogue, level, kind, text, question.id, given.verdict)
    wrong = dialogue.wrong if goal else 0 if right else dialogue.wrong + 1
    closed = replace(_close(replied, question, given.verdict), wrong=wrong)
    smaller = _smaller(closed, question, given)
    return _ask(closed, smaller) if smaller else _go_on(closed, facts)


def _mark(question: Question, facts: Facts, text: str) -> Mark:
    """Mark an answer; what misconceptions predict may have become known after the question was asked."""
    given = mark(question, text)
    if given.verdict != "wrong" or question.beliefs or not facts.predictions:
        return given
    newer = next((each for each in planner.plan(facts) if each.id == question.id), question)
    return mark(replace(question, beliefs=newer.beliefs), text) if newer.oracle == question.oracle else given


def _smaller(dialogue: Dialogue, question: Question, given: Mark) -> Question | None:
    """The tiny program about the belief that a wrong answer shows, unless that was asked or is what was asked."""
    if not given.misconception or question.kind == concept.KIND or len(dialogue.asked) >= MOST_QUESTIONS:
        return None
    asked = concept.about(given.misconception, question.topic)
    return None if asked.id in {*dialogue.asked, *dialogue.asked_before} else asked


def _held(dialogue: Dialogue) -> frozenset[str]:
    """The misconceptions that the student's answers showed."""
    return frozenset(turn.misconception for turn in dialogue.turns if turn.misconception)


def _close(dialogue: Dialogue, question: Question, verdict: str) -> Dialogue:
    place = question.points_at or Place(0, 0)
    done = Answered(question.id, question.insight, question.level, place.line, place.end_line, verdict)
    return replace(dialogue, question=None, tries=0, topic=question.topic, answered=(*dialogue.answered, done))


def _grant(dialogue: Dialogue, facts: Facts, question: Question, wish: str) -> Dialogue:
    """Answer "I don't know", "skip" and "why"."""
    if wish == "why":
        return _tutor(dialogue, question.level, "explain", replies.WHY, question.id, "unclear")
    easier = question.entry not in (Entry.CHOICE, Entry.LINE)
    if wish == "unknown" and easier and question.kind != "expected-value":
        replied = _tutor(
            dialogue, question.level, "easier", "That is fine. Pick what seems closest.", question.id, "unclear"
        )
        return _ask(replied, planner.ease(question))
    text = "That is fine, we leave it." if wish == "skip" else replies.told(question, facts)
    return _tell(dialogue, facts, question, text)


def _tell(dialogue: Dialogue, facts: Facts, question: Question, text: str) -> Dialogue:
    replied = _tutor(dialogue, question.level, "told", text, question.id, "unclear")
    return _go_on(_close(replied, question, "unclear"), facts)


def _ask_again(dialogue: Dialogue, facts: Facts, question: Question) -> Dialogue:
    if dialogue.tries >= MOST_TRIES:
        return _tell(dialogue, facts, question, replies.told(question, facts))
    replied = _tutor(dialogue, question.level, "unclear", replies.unclear(question), question.id, "unclear")
    if dialogue.tries and question.entry is not Entry.CHOICE:
        replied = _ask(replied, planner.ease(question))
    return replace(replied, tries=dialogue.tries + 1)


def _ask(dialogue: Dialogue, question: Question) -> Dialogue:
    choices = question.choices if question.entry is Entry.CHOICE else ()
    turn = Turn(0, "tutor", question.level, question.kind, question.text, question.points_at, choices, question.id)
    asked = tuple(dict.fromkeys((*dialogue.asked, question.id)))
    return replace(_say(dialogue, turn), question=question, asked=asked, tries=0)


def _go_on(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Ask the next question; where none is left, close honestly."""
    chosen = None
    if len(dialogue.asked) < MOST_QUESTIONS:
        known = {*dialogue.asked, *dialogue.asked_before}
        chosen = planner.next_question(facts, known, dialogue.topic, _held(dialogue), eased=dialogue.wrong >= 2)
    if chosen:
        return _ask(replace(dialogue, closed=False), chosen)
    return replace(
        _tutor(
            dialogue,
            max(1, min(_level(dialogue), 3)),
            "closing",
            replies.closing(facts, asked=bool(dialogue.asked or dialogue.asked_before)),
        ),
        closed=True,
    )


def _can_go_on(dialogue: Dialogue, facts: Facts) -> bool:
    """Whether a closed dialogue has something left to ask, because more became known about the same run."""
    if not dialogue.closed or dialogue.question or dialogue.seen.state != "failing":
        return False
    known = {*dialogue.asked, *dialogue.asked_before}
    return len(dialogue.asked) < MOST_QUESTIONS and any(q.id not in known for q in planner.plan(facts))


def _still_known(dialogue: Dialogue) -> tuple[str, ...]:
    """What a test wants and what a tiny program prints stay known after an edit; what a run did does not."""
    goals = [a.id for a in dialogue.answered if a.id.startswith(("expected-value:", "concept:"))]
    return tuple(dict.fromkeys([*dialogue.asked_before, *goals]))
