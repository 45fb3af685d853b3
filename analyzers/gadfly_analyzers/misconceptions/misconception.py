"""What is known of one misconception."""

from __future__ import annotations

from dataclasses import dataclass

from gadfly_analyzers.worked_example import WorkedExample


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
