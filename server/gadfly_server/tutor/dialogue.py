"""The dialogue as a state machine: facts and answers in, turns out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_analyzers.lines import lines_in
from gadfly_server.tutor import (
    climb,
    gates,
    hearing,
    notebook,
    plainer,
    planner,
    posing,
    reading,
    replies,
    requests,
    runs,
    success,
    supposing,
    unseen,
)
from gadfly_server.tutor.barred import may_ask
from gadfly_server.tutor.marking import Mark, mark
from gadfly_server.tutor.notice import status
from gadfly_server.tutor.question import Entry, Place, Question
from gadfly_server.tutor.questions import concept, explain, hypothesis
from gadfly_server.tutor.turns import Answered, Dialogue, Seen, Turn, add, ask, tell
from gadfly_server.tutor.understanding import Understanding, shown_by, told_by
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.hearing import Heard

MOST_QUESTIONS = 12  # about one run
_MOODS = ("thanks", "upset", "off", "bye", "wait")  # wishes that ask for nothing
MOST_TRIES = 2  # to make an answer out of words


def begin(facts: Facts) -> Dialogue:
    """Open a dialogue about what the facts show."""
    return observe(Dialogue(), facts)


def answer(dialogue: Dialogue, facts: Facts, text: str, heard: Heard | None = None) -> Dialogue:
    """Take the student's answer to the open question, mark it, and go on; ``heard`` is what a model read in it."""
    return _bounded(_answered(dialogue, facts, text, heard), facts)


def _answered(dialogue: Dialogue, facts: Facts, text: str, heard: Heard | None) -> Dialogue:
    question = dialogue.question
    if question is None:
        return _without_question(dialogue, facts, text)
    dialogue, question = posing.posed(dialogue, facts, question, text)
    wish = _wish(question, facts, text)
    given = Mark("unclear", "") if wish else _mark(question, facts, text)
    said = _student(dialogue, text, question, given, heard)
    if wish:
        return _grant(said, facts, question, wish, text)
    if given.verdict == "unclear" and heard and (shown := hearing.understood(heard, facts, text)):
        reply = hearing.reply(question, heard, shown, facts)
        return _understand(tell(said, question.level, "unclear", reply, question.id, "unclear"), shown)
    if given.verdict == "unclear":
        return _ask_again(said, facts, question, text)
    return _marked(said, facts, question, given)


def observe(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Take a new run as an answer; the same facts give the same object back."""
    now = _seen(facts)
    if now.state == "waiting":
        return dialogue
    known = replace(dialogue.seen, failing=()) if dialogue.seen.state == "passing" else dialogue.seen
    dialogue = notebook.judge(dialogue, facts, before=None if now == known else dialogue.seen.text)
    if now.state == dialogue.seen.state == "passing":
        return success.doubt(dialogue, facts)
    if now == known:
        return _go_on(dialogue, facts) if _can_go_on(dialogue, facts) else dialogue
    return _observed(dialogue, now, facts) if now.state != "unseen" else unseen.tell_of(dialogue, now, facts)


def _observed(dialogue: Dialogue, now: Seen, facts: Facts) -> Dialogue:
    """Tell what another run showed, and go on from there."""
    before = dialogue.seen
    fresh = _of_new_run(dialogue, now, facts)
    if before.state or now.state == "problem":
        kind, text = runs.report(before, now, facts, dialogue.answered, dialogue.count("run"))
        fresh = tell(fresh, 0 if kind in ("problem", "passed") else 1, kind, text)
    if now.state == "passing":
        return success.doubt(_settled(fresh, dialogue, facts), facts)
    if now.state == "problem" and not planner.plan(facts):
        return replace(fresh, answered=(), closed=True)
    if gates.deserves_an_offer(fresh):
        fresh = climb.offer(fresh, facts)
    return _bounded(_go_on(fresh, facts), facts)


def _wish(question: Question, facts: Facts, text: str) -> str | None:
    """What words ask for instead of answering; a mood is none where a text is asked for that the program has."""
    if _is_meant(question, text):
        return None
    wish = reading.request(text)
    written = rf"([\"']){re.escape(_bare(text))}\1"
    may_be_text = wish in _MOODS and question.oracle.answer[:1] in ("'", '"')
    return None if may_be_text and re.search(written, facts.text, re.IGNORECASE) else wish


def _is_meant(question: Question, text: str) -> bool:
    """Whether words are the answer itself, although they may also be a wish: such as "hello", where that is printed.

    Words from which an answer can be read are not: "zero clue" is no 0.
    """
    is_answer = question.entry is not Entry.TEXT and _bare(text) == _bare(question.oracle.answer)
    return text.strip() in question.choices or (is_answer and mark(question, text).verdict == "right")


def _bare(text: str) -> str:
    return text.strip(" \t\n'\"`").casefold()


def _student(dialogue: Dialogue, text: str, question: Question, given: Mark, heard: Heard | None) -> Dialogue:
    turn = Turn(0, "student", max(question.level, dialogue.level), "answer", text.strip())
    return add(
        dialogue,
        replace(
            turn,
            question=question.id,
            marked=given.verdict,
            misconception=given.misconception or None,
            heard=(heard.understanding, heard.quote) if heard else (),
        ),
    )


def _without_question(dialogue: Dialogue, facts: Facts, text: str) -> Dialogue:
    """Words where nothing was asked: a wish for more, for another question, or something else."""
    said = add(dialogue, Turn(0, "student", dialogue.level, "answer", text.strip()))
    wish = reading.request(text)
    if wish in ("more", "stuck", "unknown", "solution") and dialogue.seen.state in ("failing", "syntax"):
        waits = dialogue.level >= gates.DIRECT and not gates.is_open(said, facts.rules) and _has_more(said, facts)
        return _go_on(said, facts) if waits else climb.more(said, facts)
    if wish == "skip" and _has_more(said, facts):
        return _go_on(said, facts)
    return tell(said, dialogue.level, "closing", requests.without_question(wish, dialogue, facts, text))


def _of_new_run(dialogue: Dialogue, now: Seen, facts: Facts) -> Dialogue:
    """Forget what was about the last run; about the bug only if it is another one."""
    fresh = replace(_set_aside(dialogue), seen=now, asked=(), wrong=0, tries=0, topic="", closed=False)
    if _is_same_bug(dialogue, now):
        act = gates.CHANGED if _fail(now) != _fail(dialogue.seen) else gates.MOVED
        act = gates.SAME if now.failing == dialogue.seen.failing else act
        tried = now.state == dialogue.seen.state and now.text.split() != dialogue.seen.text.split()
        acts = (*fresh.acts, act) if tried else fresh.acts
        return replace(fresh, acts=acts, offer=0 if act == gates.CHANGED else fresh.offer)
    bug = facts.focus.id if facts.focus else now.state
    anew = replace(fresh, bug=bug, began=dialogue.last, level=0, acts=(), offer=0, understood=(), idea="")
    told = (told_by(question) for question in planner.plan(facts) if planner.was_asked(question, anew))
    return _understand(anew, (each for shown in told for each in shown))


def _fail(seen: Seen) -> set[str]:
    return {test for test, _ in seen.failing}


def _is_same_bug(dialogue: Dialogue, now: Seen) -> bool:
    """Whether it is still the same test that fails; what keeps tests from running stands before it for a while."""
    if dialogue.seen.state == "passing" or not dialogue.bug:
        return False
    return now.state in ("syntax", "problem") or dialogue.bug in _fail(now)


def _set_aside(dialogue: Dialogue) -> Dialogue:
    """Leave the open question; it may come again."""
    question = dialogue.question
    known = tuple(pair for pair in dialogue.known if question is None or pair[0] != question.id)
    asked = tuple(each for each in dialogue.asked if question is None or each != question.id)
    return replace(dialogue, question=None, known=known, asked=asked)


def _bounded(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Hand over to a human when much was said about one bug."""
    if dialogue.seen.state == "passing" or dialogue.level == gates.HAND_OVER or not gates.is_long(dialogue):
        return dialogue
    return climb.hand_over(dialogue, facts) if gates.HAND_OVER in facts.rules.levels else dialogue


def _settled(dialogue: Dialogue, before: Dialogue, facts: Facts) -> Dialogue:
    """All tests agree: what else there is to think about."""
    understood = (*before.understood, Understanding.REPAIRED.value)
    failed = before.seen.text if before.seen.state == "failing" else before.failed
    done = replace(dialogue, answered=(), closed=True, understood=understood, failed=failed)
    question = success.transfer(before, facts)
    return ask(done, question) if question else done


def _seen(facts: Facts) -> Seen:
    state = status(facts)
    if state == "syntax":
        return Seen(facts.text, state, tuple((f"line {place.line}", place.message) for place in facts.syntax))
    if state == "problem":
        return Seen(facts.text, state, (("problem", "\n".join(problem.message for problem in facts.problems)),))
    if state == "unseen":
        return Seen(facts.text, state, tuple((str(test.number), test.family) for test in facts.disagreeing))
    shown = []
    for test in facts.failing:
        actual = test.comparison.actual.text if test.comparison else ""
        raised = f"{test.raised.type} {test.raised.line}" if test.raised else ""
        hurried = runs.HURRIED if test in facts.hurried else ""
        shown.append((test.id, f"{hurried}{test.outcome.value} {actual}{raised}"))
    return Seen(facts.text, state, tuple(shown))


def _marked(dialogue: Dialogue, facts: Facts, question: Question, given: Mark) -> Dialogue:
    about = planner.facts_about(question, facts)
    right = given.verdict == "right"
    goal = question.kind == "expected-value"
    if right:
        text, kind, level = replies.confirmation(question, about, dialogue.count("confirm")), "confirm", question.level
    else:
        text, kind, level = replies.contradiction(question, about, given), "contradict", 1 if goal else 3
        if dialogue.wrong >= 1 and not goal and not given.misconception:
            text = f"{text} {replies.concept(question, about)}".strip()
        if level not in facts.rules.levels:
            text, level = say("The run shows something else. Thinking about it was worth it."), question.level
    replied = tell(dialogue, level, kind, text, question.id, given.verdict)
    wrong = dialogue.wrong if goal else 0 if right else dialogue.wrong + 1
    acts = (*dialogue.acts, gates.RIGHT if right else gates.WRONG)
    closed = replace(_close(replied, question, given.verdict), wrong=wrong, acts=acts)
    closed = _understand(closed, shown_by(question, about, dialogue.held) if right else told_by(question))
    smaller = _smaller(closed, facts, question, given)
    return ask(closed, smaller) if smaller else _go_on(closed, facts)


def _understand(dialogue: Dialogue, shown: Iterable[Understanding]) -> Dialogue:
    reached = {*dialogue.understood, *(each.value for each in shown)}
    return replace(dialogue, understood=tuple(each.value for each in Understanding if each.value in reached))


def _mark(question: Question, facts: Facts, text: str) -> Mark:
    """Mark an answer; what misconceptions predict may have become known after the question was asked."""
    text = _as_line(question, facts, text)
    given = Mark("unclear", "") if _supposes(question, facts, text) else mark(question, text)
    if given.verdict != "wrong" or question.beliefs or not facts.predictions:
        return given
    newer = next((each for each in planner.candidates(facts) if each.id == question.id), question)
    return mark(replace(question, beliefs=newer.beliefs), text) if newer.oracle == question.oracle else given


def _as_line(question: Question, facts: Facts, text: str) -> str:
    """The number of the line that is written down word for word, where a line is asked for."""
    if question.entry is not Entry.LINE or len(text.split()) == 1:
        return text
    said = text.strip().strip("`").strip()
    found = [number for number, line in enumerate(lines_in(facts.text), 1) if line.strip() == said]
    return str(found[0]) if len(found) == 1 else text


def _supposes(question: Question, facts: Facts, text: str) -> bool:
    """Whether words say what a name is on a line, where something else is asked for: "k on line 7 is 1" is no count."""
    asked = question.kind != hypothesis.KIND and question.entry in (Entry.NUMBER, Entry.LINE, Entry.VALUE)
    supposed = supposing.read(text) if asked else None
    if supposed is None or (question.entry is Entry.VALUE and code(supposed.name) in question.text):
        return False
    name = supposed.name.partition(".")[0].partition("[")[0]
    return any(name in step.words for step in facts.shape.steps)


def _smaller(dialogue: Dialogue, facts: Facts, question: Question, given: Mark) -> Question | None:
    """The tiny program about the belief that a wrong answer shows, unless that was asked or is what was asked."""
    if not given.misconception or question.kind == concept.KIND or len(dialogue.asked) >= MOST_QUESTIONS:
        return None
    asked = concept.about(given.misconception, question.topic)
    return asked if may_ask(asked, facts) and not planner.was_asked(asked, dialogue) else None


def _close(dialogue: Dialogue, question: Question, verdict: str) -> Dialogue:
    place = question.points_at or Place(0, 0)
    done = Answered(question.id, question.insight, question.level, place.line, place.end_line, verdict)
    return replace(dialogue, question=None, tries=0, topic=question.topic, answered=(*dialogue.answered, done))


def _grant(dialogue: Dialogue, facts: Facts, question: Question, wish: str, text: str) -> Dialogue:
    """Answer "I don't know", "I'm stuck", "skip", "why", and what else students say instead of answering."""
    if wish == "more" and gates.is_open(dialogue, facts.rules):
        return climb.more(_set_aside(dialogue), facts)
    if wish == "more" and not _was_put_off(dialogue, question):
        return climb.wait(dialogue, facts)
    wish = "stuck" if wish == "more" or (wish == "puzzled" and _was_put_plainly(dialogue, question)) else wish
    if (kept := _kept(dialogue, question, wish, text)) is not None:
        return kept
    about = planner.facts_about(question, facts)
    easier = question.entry not in (Entry.CHOICE, Entry.LINE, Entry.ORDER)
    if wish in ("unknown", "stuck", "solution") and easier and question.kind != "expected-value":
        return _ask_eased(dialogue, question, wish)
    return _tell(dialogue, facts, question, requests.leave(wish, question, about, dialogue.count("told")))


def _kept(dialogue: Dialogue, question: Question, wish: str, text: str) -> Dialogue | None:
    """Reply to what leaves the question open; ``None`` where a wish does not."""
    if wish == "aside":
        return tell(dialogue, question.level, "aside", requests.aside(text, question), question.id, "unclear")
    if wish == "puzzled":
        return _in_plainer_words(dialogue, question)
    if wish == "again":
        return ask(dialogue, question, say("Still open: {question}", question=question.text))
    if wish in requests.KEEP_THE_QUESTION:
        return tell(dialogue, question.level, "explain", requests.reply(wish, question), question.id, "unclear")
    return None


def _in_plainer_words(dialogue: Dialogue, question: Question) -> Dialogue:
    return tell(dialogue, question.level, "explain", plainer.plainer(question), question.id, "unclear")


def _was_put_plainly(dialogue: Dialogue, question: Question) -> bool:
    """Whether the student did not understand the question before: whatever language that was said and replied to in."""
    said = (turn.text for turn in dialogue.turns if turn.speaker == "student" and turn.question == question.id)
    return sum(reading.request(text) == "puzzled" for text in said) > 1


def _ask_eased(dialogue: Dialogue, question: Question, wish: str) -> Dialogue:
    eased = planner.ease(question)
    return ask(dialogue, eased, requests.easier(wish, eased, len(dialogue.known)))


def _was_put_off(dialogue: Dialogue, question: Question) -> bool:
    """Whether the student asked for more while a question was open, and was told to take a step first."""
    asked = next((each.number for each in dialogue.turns if each.question == question.id), dialogue.last)
    return any(each.kind == "wait" for each in dialogue.turns if each.number > asked)


def _tell(dialogue: Dialogue, facts: Facts, question: Question, text: str) -> Dialogue:
    replied = tell(dialogue, question.level, "told", text, question.id, "unclear")
    return _go_on(_understand(_close(replied, question, "unclear"), told_by(question)), facts)


def _ask_again(dialogue: Dialogue, facts: Facts, question: Question, text: str) -> Dialogue:
    if dialogue.tries >= MOST_TRIES:
        about = planner.facts_about(question, facts)
        return _tell(dialogue, facts, question, replies.told(question, about, dialogue.count("told")))
    tries = dialogue.tries + 1
    if question.kind == explain.KIND and question.entry is Entry.TEXT:
        return replace(_ask_eased(dialogue, question, "told"), tries=tries)
    if dialogue.tries and question.entry not in (Entry.CHOICE, Entry.ORDER):
        return replace(_ask_eased(dialogue, question, "unclear"), tries=tries)
    reply = requests.unclear(question, facts, text)
    return replace(tell(dialogue, question.level, "unclear", reply, question.id, "unclear"), tries=tries)


def _go_on(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Ask the next question; where none is left, close honestly."""
    if dialogue.seen.state == "passing":
        return replace(tell(dialogue, dialogue.level, "closing", success.goodbye()), closed=True)
    if dialogue.level == gates.HAND_OVER:
        return replace(dialogue, closed=True)
    chosen = planner.next_question(facts, dialogue) if len(dialogue.asked) < MOST_QUESTIONS else None
    dialogue = replace(dialogue, idea=planner.idea(facts, dialogue) or dialogue.idea)
    if chosen:
        return ask(replace(dialogue, closed=False), chosen)
    handed_over = _bounded(dialogue, facts)
    return _closed(dialogue, facts) if handed_over is dialogue else handed_over


def _closed(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Close honestly, and offer more where enough was done for it."""
    asked = bool(dialogue.known)
    closing = tell(dialogue, 1, "closing", replies.closing(facts, dialogue.count("closing"), asked=asked))
    offers = asked and gates.is_open(closing, facts.rules)
    return replace(climb.offer(closing, facts) if offers else closing, closed=True)


def _can_go_on(dialogue: Dialogue, facts: Facts) -> bool:
    """Whether a closed dialogue has something left to ask, because more became known about the same run."""
    return dialogue.closed and not dialogue.question and dialogue.level < gates.DIRECT and _has_more(dialogue, facts)


def _has_more(dialogue: Dialogue, facts: Facts) -> bool:
    """Whether something is left to ask about the run."""
    if dialogue.seen.state != "failing" or dialogue.level == gates.HAND_OVER:
        return False
    return len(dialogue.asked) < MOST_QUESTIONS and planner.next_question(facts, dialogue) is not None
