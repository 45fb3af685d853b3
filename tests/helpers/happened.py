"""Events of every kind, for tests of what is made of them."""

from __future__ import annotations

from pathlib import Path

from gadfly_server.events.consent import Consent
from gadfly_server.events.event import Event, Kind, state_of
from gadfly_server.events.journal import Journal, Place

PROGRAM = "def total(numbers):\n    return zaphod(numbers)\n"
STATE = state_of(PROGRAM)
SAID = "I, Zaphod of /Users/zaphod, zaphod@example.org, say 3"
PLACE = Place("a-program", "cs1", "week 3")
EVERY = (
    Event(Kind.SNAPSHOT, state=STATE, text=PROGRAM),
    Event(Kind.RUN, state=STATE, name="failing", tests=(("t1", "passed"), ("t2", "failed"), ("t3", "stopped"))),
    Event(Kind.FINDING, state=STATE, name="lone-name", line=2),
    Event(Kind.QUESTION, 1, 2, STATE, "count", line=2, text="How many times does `zaphod` run?"),
    Event(Kind.ANSWER, 2, 2, STATE, "count", "", "wrong", "range-includes-end", text=SAID),
    Event(Kind.REPLY, 3, 3, STATE, "count", "contradict", "wrong", text="The run made 2."),
    Event(Kind.REQUEST, 4, 3, STATE, "count", "skip", text="skip, says Zaphod"),
    Event(Kind.LEVEL, 5, 4, STATE),
    Event(Kind.INSIGHT, 5, 4, STATE, name="region"),
    Event(Kind.HYPOTHESIS, 5, 4, STATE, line=2),
    Event(Kind.MODEL, 5, 4, STATE, name="a-model", tokens=321),
    Event(Kind.HAND_OVER, 6, 6, STATE, name="hand-over", text="Show your teacher this list"),
    Event(Kind.RUN, 6, state=STATE, name="syntax", question="unclosed", line=2),
    Event(Kind.RUN, 6, state=STATE, name="problem"),
    Event(Kind.SUCCESS, 7, 0, STATE, name="passed", text="It works now."),
    Event(Kind.LUCK, 8, 0, STATE, name="luck", line=2, text="One doubt."),
)


def journal_of(folder: Path, consent: Consent, place: Place = PLACE) -> Journal:
    """A journal with one event of every kind, as far as the consent allows it."""
    journal = Journal(folder)
    journal.allow(place.course, consent)
    journal.write(place, EVERY)
    return journal
