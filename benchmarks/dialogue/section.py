"""The section of BENCHMARKS.md about dialogues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from dialogue.editing import Edited
from dialogue.measuring import Told, all_of

HEADING = "## Dialogues\n"
SORTS = {
    "untrue": "untrue",
    "ambiguous": "of two minds",
    "choices": "bad choices",
    "leak": "leaks",
    "repeated": "repeated",
    "level falls": "level falls",
    "long": "too long",
    "question marks": "not one `?`",
    "endless": "endless",
}
WAYS = ("pointed", "named", "contradicted", "told")


def section(told: Sequence[Told], limit: int) -> list[str]:
    """All tables."""
    parts = (_opening(limit), _sets(told), _claims(told), _levels(told), _timing(told), _students(), _edited(told))
    return [line for part in parts for line in (*part, "")]


def _opening(limit: int) -> Iterator[str]:
    spread = f"{limit} programs of each set, evenly spread" if limit else "all programs of each set"
    yield f"`benchmarks/dialogues.py`: {spread}; each with whole dialogues by seven students."
    yield (
        "They answer rightly, as a misconception predicts, wrongly, with `?`, with words that mean nothing, "
        "by turns with all of these, and rightly while they ask for more help up to the last level."
    )
    yield (
        "All that was said is worked out again: from its words, the text of the tests, and fresh runs under a recorder "
        "that shares no code with Gadfly."
    )
    yield (
        "A leak is a name or sign of the documented repair that stands neither in the program nor in its tests, or "
        "words that ask for an edit, below level 5."
    )


def _sets(told: Sequence[Told]) -> Iterator[str]:
    yield f"| set | programs | with a dialogue % | questions | {' | '.join(SORTS.values())} |"
    yield "|" + "---|" * (4 + len(SORTS))
    for name in [*dict.fromkeys(each.set for each in told), "together"]:
        some = [each for each in told if name in (each.set, "together")]
        counts = [str(len(all_of(some, sort))) for sort in SORTS]
        asked = sum(each.questions for each in some)
        yield f"| {name} | {len(some)} | {share([e.exists for e in some])} | {asked} | {' | '.join(counts)} |"


def _claims(told: Sequence[Told]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for each in told:
        counts.update(each.claims)
    yield "| claims of | true | untrue | not checked |"
    yield "|---|---|---|---|"
    kinds = sorted({key.rpartition(":")[0] for key in counts})
    rows = {kind: [counts[f"{kind}: {sort}"] for sort in ("true", "untrue", "not checked")] for kind in kinds}
    rows["together"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    for kind, cells in rows.items():
        yield f"| {kind} | {' | '.join(map(str, cells))} |"
    directions = [right for each in told for _, right in each.directions]
    yield ""
    yield f"Of {len(directions)} directions (level 4), {share(directions)} % name a line that is at fault."


def _levels(told: Sequence[Told]) -> Iterator[str]:
    yield "| level | turns | words, median | 9 of 10 | most |"
    yield "|---|---|---|---|---|"
    for level in sorted({level for each in told for level in each.words}):
        words = sorted(number for each in told for number in each.words.get(level, ()))
        yield f"| {level} | {len(words)} | {median(words):g} | {words[int(0.9 * (len(words) - 1))]} | {words[-1]} |"


def _timing(told: Sequence[Told]) -> Iterator[str]:
    times = [1000 * seconds for each in told for seconds in each.seconds]
    if len(times) > 1:
        cells = f"{median(times):.1f} ms (p50), {quantiles(times, n=20)[-1]:.1f} ms (p95)"
        yield f"Next turn after an answer: {cells}, at most {max(times):.0f} ms."


def _students() -> Iterator[str]:
    yield "### A student with a misconception, who can edit\n"
    yield (
        "It knows the program as it should be, but not where its own differs, and holds one misconception, "
        "which it answers by wherever that predicts an answer."
    )
    yield (
        "It is at the place of the repair when a question is shown beside at most three lines with the place among "
        "them (pointed), has the place as its right answer or in its words by number (named), or contradicts what the "
        "student believes of lines around the place (contradicted), or when level 4 names the place (told)."
    )
    yield "It then puts that one repair in and saves, and the dialogue goes on."
    yield "Each question counts, and so does each wish for more."
    yield (
        "For comparison: the one result file in TreeInstruct's repository has 9 turns in the mean and 68 % of the bugs "
        "of two-bug programs fixed, in another set-up."
    )
    yield (
        "Its tutor is given the repairs, its student is a language model whose listed fixes people judge, and nothing "
        "is run; here the tutor is given the program and its tests, and the student is a rule."
    )


def _edited(told: Sequence[Told]) -> Iterator[str]:
    yield (
        "| set | bugs | programs | a place reached % | by a question % | questions until then, median | 9 of 10 "
        "| all bugs repaired % | questions a bug, median |"
    )
    yield "|" + "---|" * 9
    for name, bugs in sorted({(each.set, each.bugs) for each in told}):
        some = [each.edited for each in told if (each.set, each.bugs) == (name, bugs) and each.edited]
        yield f"| {name} | {bugs or ''} | {len(some)} | {' | '.join(_way(some, bugs))} |"
    ways = Counter(place.by or "not reached" for each in told if each.edited for place in each.edited.places)
    yield ""
    yield f"Places by how they were reached: {', '.join(f'{way} {ways[way]}' for way in (*WAYS, 'not reached'))}."


def _way(some: Sequence[Edited], bugs: int) -> Iterator[str]:
    first = [each.places[0] for each in some if each.places]
    reached = sorted(place.questions for place in first if place.by)
    yield share([bool(place.by) for place in first])
    yield share([place.by in WAYS[:3] for place in first])
    yield f"{median(reached):g}" if reached else ""
    yield f"{reached[int(0.9 * (len(reached) - 1))]}" if reached else ""
    yield share([each.repaired for each in some if each.repairable]) if bugs else ""
    numbers = [place.questions for each in some for place in each.places if place.by]
    yield f"{median(numbers):g}" if numbers else ""


def share(held: Sequence[bool]) -> str:
    """Give a percentage."""
    return f"{100 * sum(held) / len(held):.1f}" if held else ""
