"""What is said of each kind of deviation: of what kind and to which side, and never what would be right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.localize.direction import Deviation
from gadfly_server.wording import later

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXTS: Mapping[Deviation, tuple[str, ...]] = {
    Deviation.LOOP_NEVER: (
        later("In this run, the loop on line {line} makes no pass at all. The test needs some."),
        later("The loop on line {line} is over before its first pass. The test needs at least one."),
    ),
    Deviation.LOOP_ENDS_ONE_EARLY: (
        later("The loop on line {line} ends one pass early."),
        later("One pass is missing at the end of the loop on line {line}."),
    ),
    Deviation.LOOP_ENDS_EARLY: (
        later("The loop on line {line} ends too early: more than one pass is missing at its end."),
        later("The last passes of the loop on line {line} never come, and there is more than one of them."),
    ),
    Deviation.LOOP_ENDS_ONE_LATE: (
        later("The loop on line {line} ends one pass late."),
        later("At its end, the loop on line {line} makes one pass too many."),
    ),
    Deviation.LOOP_ENDS_LATE: (
        later("The loop on line {line} ends too late: it makes several passes too many."),
        later("At its end, the loop on line {line} makes passes that the test has no place for."),
    ),
    Deviation.LOOP_STARTS_LATE: (
        later("The loop on line {line} begins too late: it leaves out what comes first."),
        later("What the loop on line {line} misses lies at its start."),
    ),
    Deviation.LOOP_STARTS_EARLY: (
        later("The loop on line {line} begins too early."),
        later("At its start, the loop on line {line} makes a pass that does not belong there."),
    ),
    Deviation.LOOP_ENDLESS: (
        later("In this run, the loop on line {line} does not come to its end."),
        later("The loop on line {line} goes round and round, where the test needs an end."),
    ),
    Deviation.LOOP_OTHER_ITEMS: (
        later("The loop on line {line} goes over other values than the test needs."),
        later("The passes of the loop on line {line} do not get the values that the test needs."),
    ),
    Deviation.BRANCH_TAKEN: (
        later("At one moment, the answer to the question on line {line} is yes, and the test needs a no."),
        later("Line {line} lets the run into its block at a moment when it does not belong there."),
    ),
    Deviation.BRANCH_MISSED: (
        later("At one moment, the answer to the question on line {line} is no, and the test needs a yes."),
        later("Line {line} lets the run pass by its block at a moment when it belongs in there."),
    ),
    Deviation.TOO_STRICT: (
        later("Line {line} is too strict at the border: it says no just where both sides are the same."),
        later("Look at the border on line {line}: where both sides are the same, it says no."),
    ),
    Deviation.TOO_LOOSE: (
        later("Line {line} is too easy at the border: it says yes just where both sides are the same."),
        later("Look at the border on line {line}: where both sides are the same, it says yes."),
    ),
    Deviation.LEAVES_EARLY: (
        later("Line {line} ends things too early: there is more to do at that moment."),
        later("When line {line} runs, the work is not over yet, but the run leaves."),
    ),
    Deviation.GOES_ON: (
        later("After line {line}, the run goes on, although by then it has done enough."),
        later("The run goes on too long after line {line}."),
    ),
    Deviation.RUNS_NEVER: (
        later("In this run, line {line} never runs, and the test needs what it does."),
        later("The test needs what line {line} does, but this run does not come by there."),
    ),
    Deviation.RUNS_NEEDLESSLY: (
        later("In this run, line {line} runs, and the test does not need that."),
        later("This run comes by line {line}. The test has no place for what happens there."),
    ),
    Deviation.RUNS_TOO_OFTEN: (
        later("In this run, line {line} runs more often than the test needs."),
        later("Line {line} runs too many times in this run."),
    ),
    Deviation.RUNS_TOO_SELDOM: (
        later("In this run, line {line} runs less often than the test needs."),
        later("Line {line} does not run often enough in this run."),
    ),
    Deviation.RUNS_TOO_EARLY: (
        later("In this run, line {line} runs too early."),
        later("The moment at which line {line} runs comes too early."),
    ),
    Deviation.RUNS_TOO_LATE: (
        later("In this run, line {line} runs too late."),
        later("The moment at which line {line} runs comes too late."),
    ),
    Deviation.CRASHES: (
        later("While line {line} runs, the run breaks off. The test needs it to get past that."),
        later("This run does not get past line {line}: it ends there with an error."),
    ),
    Deviation.REPLACED: (
        later("Line {line} lets go of the old value and keeps the new one alone. The test needs both together."),
        later("What was there before line {line} runs is lost. The test needs the old and the new value together."),
    ),
    Deviation.PILED_UP: (
        later("Line {line} joins the new value to the old one. The test needs the new one alone."),
        later("Line {line} still carries the old value along. The test needs the new one alone."),
    ),
    Deviation.STARTS_HIGH: (
        later("The value at the start, on line {line}, is too high."),
        later("Things start too high on line {line}."),
    ),
    Deviation.STARTS_LOW: (
        later("The value at the start, on line {line}, is too low."),
        later("Things start too low on line {line}."),
    ),
    Deviation.STARTS_OTHER: (
        later("The value at the start, on line {line}, is not the one that the test needs."),
        later("Things start with another value on line {line} than the test needs."),
    ),
    Deviation.STAYS: (
        later("When line {line} has run, a name still has its old value. The test needs another one by then."),
        later("The value of a name stays the same around line {line}, and the test needs a new one."),
    ),
    Deviation.TOO_HIGH: (
        later("The value that line {line} makes is too high in this run."),
        later("In this run, line {line} makes a value that lies above the one that the test needs."),
    ),
    Deviation.TOO_LOW: (
        later("The value that line {line} makes is too low in this run."),
        later("In this run, line {line} makes a value that lies below the one that the test needs."),
    ),
    Deviation.TOO_SHORT: (
        later("What line {line} makes in this run is too short."),
        later("There is less in what line {line} makes than the test needs."),
    ),
    Deviation.TOO_LONG: (
        later("What line {line} makes in this run is too long."),
        later("There is more in what line {line} makes than the test needs."),
    ),
    Deviation.OTHER_KIND: (
        later("The value that line {line} makes is of another kind than the test needs."),
        later("In this run, line {line} makes another kind of thing than the test needs."),
    ),
    Deviation.OTHER_ORDER: (
        later("What comes out of line {line} has the right parts, but they come in another order."),
        later("All parts are there on line {line}. Only their order is not the one that the test needs."),
    ),
    Deviation.OTHER_VALUE: (
        later("The value that line {line} makes is not the one that the test needs."),
        later("In this run, line {line} makes another value than the test needs."),
    ),
    Deviation.ANOTHER_NAME: (
        later("When line {line} runs, the value that the test needs is there, but line {line} looks elsewhere."),
        later("The value that the test needs is already there when line {line} runs, only not where it looks."),
    ),
    Deviation.ANOTHER_TARGET: (
        later("The value on line {line} is a good one, but it is kept in the wrong place."),
        later("Line {line} makes a value that the test needs, but keeps it where nothing needs it."),
    ),
    Deviation.SHARED: (
        later("Two names stand for one and the same thing here, where each needs its own."),
        later("There is only one thing here with two names. The test needs two things."),
    ),
    Deviation.RETURNS_NOTHING: (
        later("After line {line}, the call is over, and nothing comes back from it."),
        later("The call ends after line {line} with nothing in its hands for the caller."),
    ),
    Deviation.SWAPPED: (
        later("The call on line {line} gets the values that it needs, but in another order."),
        later("All values that the call on line {line} needs are there. Look at who gets which."),
    ),
    Deviation.ARGUMENT: (
        later("The call on line {line} gets another value than the test needs."),
        later("What is handed over on line {line} is not what the test needs there."),
    ),
    Deviation.RECURSION_STUCK: (
        later("The function calls itself with the very same values, so it gets no nearer to its end."),
        later("From call to call nothing changes here, so the function gets no nearer to its end."),
    ),
    Deviation.RECURSION_ENDLESS: (
        later("The function calls itself again and again and never gets to its end."),
        later("There is no last call here: each call makes one more."),
    ),
    Deviation.RECURSION_ENDS_EARLY: (
        later("The function is done with calling itself too early."),
        later("The calls do not go deep enough: the last one comes too early."),
    ),
    Deviation.UNREADABLE: (
        later("Python cannot read line {line}: something there is not written as Python knows it."),
        later("Something on line {line} is not written as Python knows it, so it cannot be read."),
    ),
    Deviation.DECIDES: (
        later("It is the question on line {line} that is off: its answer is not always the one that the test needs."),
        later("The question on line {line} does not always get the answer that the test needs."),
    ),
    Deviation.WORKS_OUT: (
        later("It is what line {line} works out that is off."),
        later("What line {line} works out is not always what the test needs."),
    ),
    Deviation.NAMES: (
        later("It is a name on line {line} that is off: what it stands for is not what the test needs there."),
        later("Not every name on line {line} stands for what the test needs there."),
    ),
    Deviation.CALLS: (
        later("It is the call on line {line} that is off."),
        later("The call on line {line} does not do what the test needs."),
    ),
    Deviation.PRINTS: (
        later("It is what line {line} prints that is off."),
        later("What line {line} prints is not what the test needs."),
    ),
    Deviation.LACKS: (
        later("Near line {line}, a step is missing."),
        later("There is a gap in the steps near line {line}."),
    ),
}
STAYS_NAMED = (
    later("When line {line} has run, {name} still has its old value. The test needs another one by then."),
    later("{name} stays the same around line {line}. The test needs it to become another value."),
)
