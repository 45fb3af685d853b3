"""The example programs, and how each would be right; nothing but tests may know that."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "examples"
REPAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "average": (("range(1, len(numbers))", "range(len(numbers))"),),
    "countdown": (("start = current - 1", "current = current - 1"),),
    "grades": (("points > 50", "points >= 50"), ("best = name", "best, most = name, points")),
    "initials": (("name.split()", "name.split():"),),
    "phone_book": (("return book[person]", 'return "unknown"'),),
    "power": (("exponent == 1:\n        return base", "exponent == 0:\n        return 1"),),
    "row_totals": (("    total = 0\n    for row in table:\n", "    for row in table:\n        total = 0\n"),),
    "second_largest": (("    numbers.remove(largest)\n    return max(numbers)", "    return sorted(numbers)[-2]"),),
    "shopping": (("print(total)", "return total"),),
    "ticket_price": (("age > 65", "age >= 65"),),
}
NAMES = tuple(sorted(REPAIRS))


def program(name: str) -> str:
    """The text of an example, as the student wrote it."""
    return (FOLDER / name / f"{name}.py").read_text(encoding="utf-8")


def repaired(name: str) -> str:
    """The text of an example as it would be right."""
    text = program(name)
    for old, new in REPAIRS[name]:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def tests(name: str) -> str:
    """The example's tests, without what they import."""
    lines = (FOLDER / name / f"test_{name}.py").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("from ", "import "))]
    return "\n".join(kept).replace("pytest.approx(33)", "33").replace("pytest.approx(11)", "11").strip() + "\n"
