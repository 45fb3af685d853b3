"""``gadfly data``: what is recorded about the student, who may have it, and how to get rid of it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from gadfly_server.events.consent import Consent
from gadfly_server.events.course import Course, course_of
from gadfly_server.events.journal import Journal
from gadfly_server.exports import dataset
from gadfly_server.exports.sending import send as sent
from gadfly_server.exports.shared import shared
from gadfly_server.exports.store import Refused, Store, key_of_user
from gadfly_server.memory import Memory
from gadfly_server.models.choice import config_file, of_user
from gadfly_server.record import Record
from gadfly_server.settings import Models
from gadfly_server.terminal.letters import warn
from gadfly_server.terminal.programs import Unusable, classroom
from gadfly_server.tuning.consent import TUNING
from gadfly_server.wording import say, say_count


def show(*, as_json: bool) -> int:
    """Print all that is recorded, and what the student allowed."""
    journal = Journal(tell=warn)
    kept, consents = journal.read(), journal.consents()
    if as_json:
        events = [{**asdict(each), "event": {**asdict(each.event), "kind": each.event.kind.value}} for each in kept]
        allowed = {course: asdict(consent) for course, consent in consents.items()}
        _print(json.dumps({"file": str(journal.database.path), "consents": allowed, "events": events}))
        return 0
    if not consents:
        _print(say("Nothing is recorded for others, and nothing will be unless you allow it: `gadfly data allow`."))
        return 0
    for course, consent in consents.items():
        of_course = [each for each in kept if each.place.course == course]
        _print(_allowed(course, consent))
        if consent.events or of_course:
            _print(say("  Others know you there as {pseudonym}.", pseudonym=journal.pseudonyms.student(course)))
            _print(f"  {_counted([each.event.kind.value for each in of_course])}")
    _print(say("The file is {file}. `gadfly data show --json` prints all of it.", file=journal.database.path))
    return 0


def tune(*, allowed: bool, beside: bool = False) -> int:
    """Take down whether texts may be kept to tune models with; what is ``beside`` it is a decision of its own."""
    if beside:
        raise Unusable(say("`--tuning` is asked for alone: it has nothing to do with a course. Type two commands."))
    consent = Consent(texts=allowed)
    Journal(tell=warn).allow(TUNING, consent)
    _print(_allowed(TUNING, consent))
    if allowed:
        _tell_what_is_missing(of_user(warn))
    return 0


def _tell_what_is_missing(models: Models) -> None:
    """Say what stands between this consent and texts that are kept."""
    if not models.chosen:
        _print(say("No model is set up, so nothing is kept yet. {file} is the place for it.", file=config_file()))
    if not models.keep:
        _print(
            say("Nothing is kept before `keepForTuning = true` stands below `[models]` in {file}.", file=config_file())
        )


def allow(folder: Path, *, texts: bool, contact: str) -> int:
    """Take down what the student allows for the course of a folder."""
    course = _course(folder)
    consent = Consent(events=True, texts=texts, contact=contact.strip(), store=course.store)
    Journal(tell=warn).allow(course.name, consent)
    _print(_allowed(course.name, consent))
    _print(say("`gadfly data refuse` takes that back, `gadfly data delete` deletes what was recorded."))
    return 0


def refuse(folder: Path) -> int:
    """Record nothing more for the course of a folder, and give nothing of it away."""
    course = _course(folder).name
    Journal(tell=warn).allow(course, Consent())
    _print(_allowed(course, Consent()))
    return 0


def export(folder: Path, to: Path) -> int:
    """Write what the student shares with a course into a folder."""
    course = _course(folder).name
    journal = Journal(tell=warn)
    if not journal.consent(course).events:
        raise Unusable(say("You did not allow that {course}. Say so first: `gadfly data allow`.", course=_of(course)))
    events = shared(journal, course)
    if to.exists() and not to.is_dir():
        raise Unusable(say("{path} is a file. Name a folder.", path=to))
    try:
        written = dataset.write(to, events)
    except OSError as error:
        raise Unusable(f"{to} cannot be written: {error.strerror or error}.") from error
    _print(say_count("1 event is in {folder} now.", "{number} events are in {folder} now.", len(events), folder=to))
    _print("\n".join(f"  {path.relative_to(to)}" for path in written if "CodeStates" not in path.parts))
    return 0


def send(folder: Path) -> int:
    """Send what the student shares to the learning record store of the course."""
    course = course_of(classroom(folder / "program.py"))
    if not course.store:
        raise Unusable(
            say("No learning record store is set for {folder}. See docs/record.md.", folder=folder.absolute())
        )
    journal = Journal(tell=warn)
    consent = journal.consent(course.name)
    if consent.events and consent.store != course.store:
        raise Unusable(
            say(
                "You did not allow that anything is sent to {address}. Say so first: `gadfly data allow`.",
                address=course.store,
            )
        )
    try:
        number = sent(journal, Store(course.store, key_of_user()), course.name)
    except Refused as refusal:
        raise Unusable(str(refusal)) from refusal
    _print(say_count("1 statement was sent.", "{number} statements were sent.", number))
    return 0


def delete(*, dialogues: bool, memory: bool, sure: bool) -> int:
    """Delete the record, the consents and the key of the pseudonyms, and say what was deleted and what cannot be."""
    journal = Journal(tell=warn)
    consents = journal.consents()
    refused = TUNING in consents and not consents[TUNING].texts
    names = {course: journal.pseudonyms.student(course) for course in consents if course != TUNING}
    if not sure and sys.stdin.isatty() and not _confirmed():
        return 1
    _print(say_count("1 event was deleted.", "{number} events were deleted.", journal.delete()))
    if refused:  # else a setting in the student's file would be taken for consent at the next use
        journal.allow(TUNING, Consent())
        _print(say("Your no to tuning models is kept."))
    if dialogues:
        number = Record().forget_everything()
        _print(say_count("1 dialogue was deleted.", "{number} dialogues were deleted.", number))
    if memory:
        Memory(tell=warn).forget_everything()
        _print(say("What Gadfly remembered about you was deleted."))
    for course, name in names.items():
        _print(
            say(
                "What you sent or handed in {course} stays there. Your teacher can delete it: you are {name}.",
                course=_of(course),
                name=name,
            )
        )
    return 0


def _course(folder: Path) -> Course:
    if not folder.exists():
        raise Unusable(say("There is no folder {path}.", path=folder))
    return course_of(classroom(folder / "program.py"))


def _of(course: str) -> str:
    if course == TUNING:
        return say("for tuning models")
    return say("for the course {course}", course=course) if course else say("outside of courses")


def _allowed(course: str, consent: Consent) -> str:
    if not consent.events and not consent.texts:
        return say("Nothing is recorded {course}.", course=_of(course))
    parts = [say("what happened")] if consent.events else []
    parts += [say("programs and words")] if consent.texts else []
    parts += [say("that you may need help, as {name}", name=consent.contact)] if consent.contact else []
    told = say("You allow {course}: {list}.", course=_of(course), list=", ".join(parts))
    return f"{told} {say('It is sent to {address}.', address=consent.store)}" if consent.store else told


def _counted(kinds: list[str]) -> str:
    counted = ", ".join(f"{number} × {kind}" for kind, number in Counter(kinds).most_common())
    return counted or say("Nothing was recorded yet.")


def _confirmed() -> bool:
    question = say("Delete all that is recorded about you, and the key of your pseudonyms? [y/N] ")
    return input(question).strip().lower() in ("y", "yes")


def _print(text: str) -> None:
    print(text)  # noqa: T201 - this is what was asked for
