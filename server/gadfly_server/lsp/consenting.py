"""Asks the student, once, whether what the course asks for may be recorded and shared."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

from gadfly_server.events.consent import Consent
from gadfly_server.wording import say, speaking

if TYPE_CHECKING:
    from gadfly_server.events.course import Course
    from gadfly_server.events.journal import Journal
    from gadfly_server.lsp.app import GadflyServer


async def ask(ls: GadflyServer, journal: Journal, course: Course, language: str | None) -> None:
    """Ask, unless the student decided before, for the same place if it is sent; no answer is no consent.

    Then the student is asked again another day.
    """
    known = await asyncio.to_thread(journal.consent, course.name)
    elsewhere = known.events and course.store not in ("", known.store)
    if "events" not in course.asks or (known.since and not elsewhere):
        return
    with speaking(language):
        question, answers = _question(course), _answers(course)
    chosen = await ls.protocol.ask(
        types.WINDOW_SHOW_MESSAGE_REQUEST,
        types.ShowMessageRequestParams(
            type=types.MessageType.Info,
            message=question,
            actions=[types.MessageActionItem(title=title) for title in answers],
        ),
    )
    if chosen is not None and chosen.title in answers:
        await asyncio.to_thread(journal.allow, course.name, answers[chosen.title])


def _question(course: Course) -> str:
    asked = say(
        "Your course {course} asks to see what you do with Gadfly: questions, answers, runs, how long it took. "
        "You are known there by a made-up name only. It is fine to say no.",
        course=course.name,
    )
    parts = [asked, *([say("It is sent to {address}.", address=course.store)] if course.store else [])]
    parts.append(say("You can change your mind at any time: `gadfly data`."))
    if "contact" in course.asks:
        parts.append(say("If your teacher may know when you are stuck, type `gadfly data allow --contact NAME`."))
    return " ".join(parts)


def _answers(course: Course) -> dict[str, Consent]:
    """What can be answered, and what that allows."""
    answers = {say("Yes"): Consent(events=True, store=course.store)}
    if "texts" in course.asks:
        answers[say("Yes, and my programs and words")] = Consent(events=True, texts=True, store=course.store)
    return answers | {say("No"): Consent()}
