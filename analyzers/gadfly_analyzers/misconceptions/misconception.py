"""What is known of one misconception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A program in which the idea is done right, about something else, and a question of why it works.

    ``orders`` are all orders of its lines that print the same, each line as its letter, the first one being ``A``;
    none where the lines are no puzzle. ``wrong`` are answers that are not ``right``.
    """

    goal: str
    program: str
    prints: str
    question: str
    right: str
    wrong: tuple[str, ...]
    orders: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The lines that can be put in order: all that are not empty."""
        return tuple(line for line in self.program.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Misconception:
    """Something that students believe of Python, what is true, and a tiny program that shows the difference.

    ``believed`` and ``printed`` are what the program prints: in the student's mind, and in Python.
    Each line ends with a newline; of a program that ends in an error, the last line is the error's type.
    ``analogue`` shows the same idea where it is done right.
    """

    id: str
    theme: str
    title: str
    believes: str
    python: str
    program: str
    believed: str
    printed: str
    analogue: WorkedExample
    typed: str = ""  # what somebody types while the program runs
    related: tuple[str, ...] = ()  # the same idea elsewhere, such as ``progmiscon:AssignCompares``
