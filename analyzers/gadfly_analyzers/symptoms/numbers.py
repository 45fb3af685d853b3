"""How one number differs from another."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor, isclose

from gadfly_analyzers.symptoms.evidence import Evidence, Number, is_number
from gadfly_analyzers.symptoms.family import Family, Rank, Shown, consistently, family, of_numbers

MOST_DIGITS = 4  # after the point, to which a number is tried to be rounded
LARGE = 1e15  # from there on a float has no digits after the point that could be lost


def is_noise(expected: Number, actual: Number) -> bool:
    """Equal but for the last digits of a float."""
    return expected != actual and isclose(expected, actual, rel_tol=1e-9, abs_tol=1e-12)


def is_floored(expected: Number, actual: Number) -> bool:
    """Without what is behind the point."""
    return abs(expected) < LARGE and expected != actual and actual in (floor(expected), int(expected))


def is_rounded(expected: Number, actual: Number) -> bool:
    """With fewer digits behind the point."""
    if not abs(expected) < LARGE or expected == actual or is_floored(expected, actual):
        return False
    return actual == ceil(expected) or any(actual == round(expected, digits) for digits in range(MOST_DIGITS))


def is_not_rounded(expected: Number, actual: Number) -> bool:
    """With more digits behind the point; equal to the last wanted one, and zero has none that could be right."""
    if not expected or not abs(actual) < LARGE:
        return False
    return any(expected == round(actual, digits) != actual for digits in range(MOST_DIGITS))


def is_off_by_one(expected: Number, actual: Number) -> bool:
    """One too many or too few, of what is counted in whole numbers."""
    return isinstance(expected, int) and isinstance(actual, int) and abs(expected - actual) == 1


def has_other_sign(expected: Number, actual: Number) -> bool:
    """The same number on the other side of zero."""
    return expected == -actual != 0


def is_beyond_zero(expected: Number, actual: Number) -> bool:
    """Below zero where it should be above, or the other way round."""
    return min(expected, actual) < 0 < max(expected, actual)


def is_doubled(expected: Number, actual: Number) -> bool:
    """Twice as much."""
    return actual == 2 * expected != 0


def is_halved(expected: Number, actual: Number) -> bool:
    """Half as much."""
    return expected == 2 * actual != 0


def has_moved_point(expected: Number, actual: Number) -> bool:
    """The same digits with the point elsewhere."""
    if not expected or not actual:
        return False
    ratio = abs(actual / expected) if abs(actual) > abs(expected) else abs(expected / actual)
    return any(isclose(ratio, power, rel_tol=1e-9) for power in (10, 100, 1_000, 10_000, 1_000_000))


def is_squared(expected: Number, actual: Number) -> bool:
    """The square, or the root, of a number that is not small."""
    low, high = sorted((abs(expected), abs(actual)))
    return low > 2 and low < LARGE and isclose(low * low, high, rel_tol=1e-9)


def is_upside_down(expected: Number, actual: Number) -> bool:
    """One divided by the number."""
    return abs(expected) != 1 and bool(expected and actual) and isclose(1 / expected, actual, rel_tol=1e-9)


def stays_at_zero(expected: Number, actual: Number) -> bool:
    """Nothing came together."""
    return actual == 0 != expected


def mixes_up_not_found(evidence: Evidence) -> bool:
    """The sign for 'not found' where there is a place in something that was given, or the other way round."""
    if evidence.numbers is None or not any(isinstance(each, (list, tuple, str)) for each in evidence.arguments):
        return False
    return min(evidence.numbers) == -1 and max(evidence.numbers) >= 0 and all(type(n) is int for n in evidence.numbers)


def has_reversed_digits(expected: Number, actual: Number) -> bool:
    """The digits the other way round."""
    one, other = _digits(expected), _digits(actual)
    return len(one) > 1 and one != other and (one == other[::-1] or one.rstrip("0") == other[::-1])


def lacks_digits(expected: Number, actual: Number) -> bool:
    """Some digits at the start or the end are missing, of a whole number."""
    one, other = _digits(expected), _digits(actual)
    return 1 < len(other) < len(one) and (one.startswith(other) or one.endswith(other))


def is_whole(expected: Number, actual: Number) -> bool:
    """A whole number where there should be a part behind the point."""
    return expected != int(expected) and actual == int(actual)


def is_not_whole(expected: Number, actual: Number) -> bool:
    """A part behind the point where there should be none."""
    return expected == int(expected) and actual != int(actual)


def is_near(expected: Number, actual: Number) -> bool:
    """Less than a hundredth away."""
    return expected != actual and isclose(expected, actual, rel_tol=0.01)


def is_infinite(evidence: Evidence) -> bool:
    """A number without end where there should be a number."""
    return is_finite_number(evidence.expected) and evidence.actual in (float("inf"), float("-inf"))


def is_finite_number(value: object) -> bool:
    """Whether a value is a number that can be written down."""
    return type(value) in (int, float) and value not in (float("inf"), float("-inf"))


def _of_worked_out(holds: Callable[[Number, Number], bool]) -> Shown:
    """Ask of both numbers, unless both were given: then their digits are alike by chance."""

    def shown(evidence: Evidence) -> bool:
        given = [each for each in evidence.arguments if is_number(each)]
        by_chance = all(each in given for each in evidence.numbers or ())
        return not by_chance and of_numbers(holds)(evidence)

    return shown


def _digits(number: Number) -> str:
    return str(abs(number)) if isinstance(number, int) else ""


FAMILIES: tuple[Family, ...] = (
    family("float-noise", Rank.EXACT, "Only the last digits behind the point differ.", of_numbers(is_noise),
           "float-is-exact"),
    family("floored", Rank.EXACT, "What is behind the point is lost.", of_numbers(is_floored),
           "floor-division-is-division", "division-gives-whole"),
    family("rounded", Rank.EXACT, "It is rounded too much.", of_numbers(is_rounded)),
    family("not-rounded", Rank.EXACT, "It is not rounded, and the rest is right.",
           consistently(of_numbers(is_not_rounded))),
    family("sign-flipped", Rank.EXACT, "Only the sign is wrong.", of_numbers(has_other_sign)),
    family("off-by-one", Rank.EXACT, "It is off by one.", of_numbers(is_off_by_one), "range-includes-end",
           "range-starts-at-one", "index-starts-at-one"),
    family("not-found", Rank.EXACT, "Found and not found are mixed up.", mixes_up_not_found),
    family("doubled", Rank.EXACT, "It is just twice what is right.", consistently(of_numbers(is_doubled))),
    family("halved", Rank.EXACT, "It is just half of what is right.", consistently(of_numbers(is_halved))),
    family("point-moved", Rank.EXACT, "The digits are right, but the size is not.", _of_worked_out(has_moved_point)),
    family("digits-reversed", Rank.EXACT, "The digits are the other way round.", _of_worked_out(has_reversed_digits)),
    family("digits-missing", Rank.EXACT, "Some of the digits are left out.", of_numbers(lacks_digits)),
    family("squared", Rank.EXACT, "One number is the other times itself.", of_numbers(is_squared)),
    family("upside-down", Rank.EXACT, "It is one divided by the right number.", of_numbers(is_upside_down),
           "arguments-match-by-name"),
    family("infinite", Rank.KIND, "It is a number without end.", is_infinite, "any-start-for-best"),
    family("stays-at-zero", Rank.KIND, "It is zero, where another number is right.", of_numbers(stays_at_zero),
           "any-start-for-product", "any-start-for-best", "start-value-runs-once-inside-loop"),
    family("beyond-zero", Rank.PART, "It is on the wrong side of zero.", of_numbers(is_beyond_zero)),
    family("whole-number", Rank.PART, "It is a whole number, where a part is left over.", of_numbers(is_whole),
           "floor-division-is-division", "division-gives-whole"),
    family("not-whole", Rank.PART, "It is no whole number, where one is right.", of_numbers(is_not_whole)),
    family("near", Rank.PART, "It is close, but not the same.", of_numbers(is_near)),
    family("less", Rank.DIRECTION, "It is too small.", of_numbers(lambda expected, actual: actual < expected)),
    family("more", Rank.DIRECTION, "It is too big.", of_numbers(lambda expected, actual: actual > expected)),
)  # fmt: skip
