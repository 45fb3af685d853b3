"""The policy of the ladder: what opens which level.

Evidence opens it, not clicks: a marked answer, or a run of another version. The gates count what the student did and
not seconds, so that the same acts always lead to the same dialogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor import rules as ruled
from gadfly_server.tutor.rules import Rules
from gadfly_server.wording import later, say, vary

if TYPE_CHECKING:
    from gadfly_server.tutor.turns import Dialogue

RIGHT, WRONG = "right", "wrong"  # a marked answer
# A run: all is as it was; the same tests fail, in another way; other tests fail.
SAME, MOVED, CHANGED = "same", "moved", "changed"
ROSE = "rose"  # a level was gone up
OFFERED = "offered"
DIRECT, ANALOGUE, HAND_OVER = ruled.DIRECT, ruled.ANALOGUE, ruled.HAND_OVER
USUAL = Rules()
MOST_UNCHANGED = 3  # runs without a change, after which more is offered
MOST_TURNS_OF_A_BUG = 40
_NO_QUESTION = (
    later(
        "Take a step first: try an idea and save. Then I can help more. "
        "No idea yet? Go through the run step by step, or show your teacher what you found out."
    ),
    later(
        "I can say more when the tests have run again. Try an idea, even a small one, and save. "
        "If you have none, ask your teacher."
    ),
)
_WAITING = {
    DIRECT: (
        later("Take a step first: answer my question, or try an idea and save. Then I can help more."),
        later("A guess at my question is enough, or an idea that you try and save. Then I can help more."),
    ),
    ANALOGUE: (
        later("Now it is your turn: try an idea and save. After that, I can help more."),
        later("I can say more when the tests have run again. Try an idea, even a small one, and save."),
    ),
    HAND_OVER: (later("First the question about the example, please. Then try an idea and save."),),
}


def is_open(dialogue: Dialogue, rules: Rules = USUAL) -> bool:
    """Whether the student did enough for the next level."""
    acts = since_last_rise(dialogue.acts)
    if unchanged_runs(dialogue.acts) >= MOST_UNCHANGED or dialogue.offer:
        return True
    level = rules.following(dialogue)
    if dialogue.level < DIRECT:
        return len(acts) >= rules.first_steps
    if level == ANALOGUE:
        return (CHANGED in acts or MOVED in acts) and len(acts) >= rules.cooldown
    return len(acts) >= rules.cooldown and any(act in acts for act in (RIGHT, WRONG))


def waiting_for(dialogue: Dialogue, rules: Rules = USUAL) -> str:
    """What would open the next level, in words."""
    level = rules.following(dialogue) if dialogue.level >= DIRECT else DIRECT
    return say(vary(dialogue.count("wait"), *_waiting(level, dialogue)))


def _waiting(level: int, dialogue: Dialogue) -> tuple[str, ...]:
    if level == ANALOGUE:
        return _WAITING[ANALOGUE]
    if dialogue.question is None:
        return _NO_QUESTION
    return _WAITING[HAND_OVER if dialogue.question.level == ANALOGUE else DIRECT]


def is_long(dialogue: Dialogue) -> bool:
    """Whether the tutor said so much about one bug that a human should look at it."""
    return sum(turn.speaker == "tutor" for turn in dialogue.of_bug) >= MOST_TURNS_OF_A_BUG


def deserves_an_offer(dialogue: Dialogue) -> bool:
    """Whether runs in a row changed nothing, and nothing was offered since."""
    return not dialogue.offer and dialogue.level < HAND_OVER and unchanged_runs(dialogue.acts) >= MOST_UNCHANGED


def since_last_rise(acts: tuple[str, ...]) -> tuple[str, ...]:
    """What the student did since a level was last gone up."""
    after = acts[len(acts) - acts[::-1].index(ROSE) :] if ROSE in acts else acts
    return tuple(act for act in after if act != OFFERED)


def unchanged_runs(acts: tuple[str, ...]) -> int:
    """How many runs left what fails as it was, since it last changed, and since more was said or offered."""
    number = 0
    for act in reversed(acts):
        if act in (CHANGED, ROSE, OFFERED):
            break
        number += act in (SAME, MOVED)
    return number
