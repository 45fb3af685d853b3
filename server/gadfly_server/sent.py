"""What a model is given, for whoever wants to see what leaves the computer: the last or next of each kind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.assisting import STEERING, example_request
from gadfly_server.markdown import fenced
from gadfly_server.models import answers, asides, example, request
from gadfly_server.models.privacy import own_names
from gadfly_server.wording import later, say, speaking

if TYPE_CHECKING:
    from gadfly_analyzers.source import Source
    from gadfly_server.models.answering import Prompt
    from gadfly_server.sessions import Session
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Dialogue

_PURPOSES = {
    request.KIND: later("To put the open question into other words"),
    answers.KIND: later("To read an answer in your own words"),
    asides.KIND: later("To answer what you ask besides"),
    example.KIND: later("To write an example of an idea"),
    STEERING: later("To choose the next question"),
}
_ANSWER, _ASKED = "(your answer, if I cannot read it)", "(what you ask besides)"


@dataclass(frozen=True, slots=True)
class Sent:
    """A request of some kind: the last one, or the next if there was none; no ``prompts`` where none would be sent.

    There are several where the model was asked again, or a strategy has several roles.
    """

    kind: str
    prompts: tuple[Prompt, ...]
    was_last: bool = False


def requests(
    dialogue: Dialogue,
    source: Source | None,
    facts: Facts | None,
    names: tuple[str, ...],
    last: Mapping[str, Sequence[Prompt]],
) -> tuple[Sent, ...]:
    """One of each kind; one that steers only where a strategy has sent one."""
    following = dict(_next(dialogue, source, facts, names))
    now = following[request.KIND]
    if now is not None and all(each.data != now.data for each in last.get(request.KIND, ())):
        last = {**last, request.KIND: (now,)}  # the open question is what counts, whether it was sent already or not
    kinds = [kind for kind in _PURPOSES if kind in following or kind in last]
    return tuple(
        Sent(
            kind,
            tuple(last.get(kind) or filter(None, [following.get(kind)])),
            kind in last and (kind != request.KIND or now is None),
        )
        for kind in kinds
    )


def page(session: Session) -> str:
    """All of them word for word."""
    with speaking(session.settings.language):
        sent = requests(session.dialogue, session.source, session.facts, own_names(), session.sent)
        return "\n\n\n".join(f"# {say(_PURPOSES[each.kind])}\n\n{_told(each)}" for each in sent)


def _told(sent: Sent) -> str:
    if not sent.prompts:
        return say("Nothing, as things are now.")
    when = (
        say("This was asked last:")
        if sent.was_last
        else say("This is or would be asked; words in brackets stand for yours:")
    )
    return "\n\n".join([when, *map(_whole, sent.prompts)])


def _whole(prompt: Prompt) -> str:
    form = say("The reply is to have this form:")
    schema = json.dumps(prompt.schema, ensure_ascii=False)
    return f"{fenced(prompt.rules)}\n\n{fenced(prompt.data)}\n\n{form}\n\n{fenced(schema)}"


def _next(
    dialogue: Dialogue, source: Source | None, facts: Facts | None, names: tuple[str, ...]
) -> Iterator[tuple[str, Prompt | None]]:
    """What would be sent of each kind, with words in brackets for those that the student has not written yet."""
    wording = request.wording_request(dialogue, source, names)
    yield request.KIND, request.prompt_of(wording) if wording else None
    reading = answers.request_for(dialogue, source, _ANSWER, names)
    yield answers.KIND, answers.prompt_of(reading) if reading else None
    yield asides.KIND, asides.prompt_of(asides.AsideRequest(_ASKED))
    idea = example_request(dialogue, facts, names) if facts else None
    yield example.KIND, example.prompt_of(idea) if idea else None
