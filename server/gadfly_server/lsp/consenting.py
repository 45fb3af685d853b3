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
    """Ask, unless the student decided before; no answer is no consent, and is asked for again another day."""
    if "events" not in course.asks or (await asyncio.to_thread(journal.consent, course.name)).since:
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
    parts = [asked, say("You can change your mind at any time: `gadfly data`.")]
    if "contact" in course.asks:
        parts.append(say("If your teacher may know when you are stuck, type `gadfly data allow --contact NAME`."))
    return " ".join(parts)


def _answers(course: Course) -> dict[str, Consent]:
    """What can be answered, and what that allows."""
    answers = {say("Yes"): Consent(events=True)}
    if "texts" in course.asks:
        answers[say("Yes, and my programs and words")] = Consent(events=True, texts=True)
    return answers | {say("No"): Consent()}
