"""After TreeInstruct (Kargupta et al., EMNLP 2024): a verifier keeps the list of states, an instructor asks for one.

Theirs gives both roles the repairs; here they get what the student sees, and whether an answer is right comes from the
run, so that a model can only steer. Questions are chosen from those that the run can mark, not invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.models.strategies import roles
from gadfly_server.models.strategies.gadfly import Gadfly

if TYPE_CHECKING:
    from gadfly_server.models.checked import Told
    from gadfly_server.models.strategies.strategy import Asking, Candidate, View


@dataclass(frozen=True, slots=True)
class TreeInstruct(Gadfly):
    """Takes the first state that is not met as its target; a wrong answer stays there, a right one goes deeper."""

    name: str = "treeinstruct"
    chooses: bool = True

    async def choose(self, view: View, ask: Asking) -> str:
        """A sibling or a child of the last question, for the first state that is not met."""
        met = {name for name, is_met in view.states if is_met} | await _verified(view, ask)
        target = next((name for name, _ in view.states if name not in met), "")
        some = _reachable(view, target)
        if not target or not some:
            return ""

        async def objecting(told: Told) -> str:
            return "" if roles.chosen(told, some) else "names none of the questions"

        picked = roles.chosen(await ask(roles.questioner(view, target, some), objecting), some)
        return picked.id if picked else ""


async def _verified(view: View, ask: Asking) -> set[str]:
    """The states that the verifier takes for met by the last answer; a wrong one meets none."""
    if view.verdict != "right":
        return set()
    known = {name for name, _ in view.states}

    async def objecting(told: Told) -> str:
        named = told.get("understood")
        return "" if isinstance(named, list) and set(map(str, named)) <= known else "names what is no state"

    told = await ask(roles.verifier(view), objecting)
    return set(map(str, (told or {}).get("understood", ())))


def _reachable(view: View, target: str) -> tuple[Candidate, ...]:
    """The questions of the move: those that show the target, no deeper than the last one if that was not answered."""
    towards = [each for each in view.candidates if target in each.shows] or [*view.candidates]
    if view.verdict == "right":
        return tuple(towards)
    here = [each for each in towards if each.topic == view.topic]
    return tuple(here or towards)
