"""Of what kind a departure is, and to which side: a word of a closed list and a place, which can hold no repair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Deviation(Enum):
    """How a run goes another way at a place than it would have to; each is a statement about that run.

    "It" is the statement at the place; a loop or a branch there is the one that it heads.
    """

    # How often a loop goes round.
    LOOP_NEVER = "loop-never"  # not once, where passes are needed
    LOOP_ENDS_ONE_EARLY = "loop-ends-one-early"  # only its last pass is missing
    LOOP_ENDS_EARLY = "loop-ends-early"  # several of its last passes are missing
    LOOP_ENDS_ONE_LATE = "loop-ends-one-late"
    LOOP_ENDS_LATE = "loop-ends-late"
    LOOP_STARTS_LATE = "loop-starts-late"  # its first passes are missing
    LOOP_STARTS_EARLY = "loop-starts-early"
    LOOP_ENDLESS = "loop-endless"
    LOOP_OTHER_ITEMS = "loop-other-items"  # it goes over other values

    # Which way a condition sends the run.
    BRANCH_TAKEN = "branch-taken"  # the block below it runs, where it would have to be passed by
    BRANCH_MISSED = "branch-missed"
    TOO_STRICT = "too-strict"  # it says no just where two sides are equal
    TOO_LOOSE = "too-loose"

    # How often and when a statement runs.
    LEAVES_EARLY = "leaves-early"  # the loop or the function, where more would have to be done
    GOES_ON = "goes-on"  # the run goes on behind it, where the loop or the function would have to be left
    RUNS_NEVER = "runs-never"
    RUNS_NEEDLESSLY = "runs-needlessly"  # not once would be right
    RUNS_TOO_OFTEN = "runs-too-often"
    RUNS_TOO_SELDOM = "runs-too-seldom"
    RUNS_TOO_EARLY = "runs-too-early"
    RUNS_TOO_LATE = "runs-too-late"
    CRASHES = "crashes"

    # What becomes of a value.
    REPLACED = "replaced"  # the old value is lost, where the new one has to be joined to it
    PILED_UP = "piled-up"  # the other way round
    STARTS_HIGH = "starts-high"
    STARTS_LOW = "starts-low"
    STARTS_OTHER = "starts-other"
    STAYS = "stays"  # a name keeps its value, where it would have to change
    TOO_HIGH = "too-high"
    TOO_LOW = "too-low"
    TOO_SHORT = "too-short"  # a text or a list
    TOO_LONG = "too-long"
    OTHER_KIND = "other-kind"  # a value of another type
    OTHER_ORDER = "other-order"  # the same items, ordered otherwise
    OTHER_VALUE = "other-value"
    ANOTHER_NAME = "another-name"  # the needed value was there, under another name
    ANOTHER_TARGET = "another-target"  # the value would have to go to another name
    SHARED = "shared"  # two names stand for one list or dictionary, where each would need its own
    RETURNS_NOTHING = "returns-nothing"

    # What calls get.
    SWAPPED = "swapped"  # the needed arguments, in another order
    ARGUMENT = "argument"
    RECURSION_STUCK = "recursion-stuck"  # each call gets the same as the one before
    RECURSION_ENDLESS = "recursion-endless"
    RECURSION_ENDS_EARLY = "recursion-ends-early"

    UNREADABLE = "unreadable"

    # All that can be said where the run itself tells too little.
    DECIDES = "decides"  # it is a condition that is off
    WORKS_OUT = "works-out"  # it is a calculation
    NAMES = "names"  # it is which name is used
    CALLS = "calls"  # it is a call
    PRINTS = "prints"  # it is what is printed
    LACKS = "lacks"  # a step is missing around here

    @property
    def is_coarse(self) -> bool:
        """Whether it was not seen in the run, but says only what sort of thing is off."""
        return self in _COARSE


_COARSE = frozenset(
    {
        Deviation.DECIDES,
        Deviation.WORKS_OUT,
        Deviation.NAMES,
        Deviation.CALLS,
        Deviation.PRINTS,
        Deviation.LACKS,
    }
)


@dataclass(frozen=True, slots=True)
class Direction:
    """What is off, at the lines (1-based, both included) of the most suspect statement."""

    deviation: Deviation
    line: int
    end_line: int
