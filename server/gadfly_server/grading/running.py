"""A run over many units: what is kept is not done again, and what is done is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gadfly_server.grading.graded import Graded
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.store import Store
from gadfly_server.grading.unit import Unit
from gadfly_server.grading.working import work

Told = Callable[[Unit, bool], None]


def run(units: Sequence[Unit], store: Store, pool: Pool, tell: Told = lambda _, __: None) -> None:
    """Grade all units whose results are not kept, in any order; ``tell`` hears of each, and whether it was kept."""
    known = store.known(unit.key for unit in units)
    for unit in units:
        if unit.key in known:
            tell(unit, True)
    left = [unit for unit in units if unit.key not in known]
    for number, graded in pool.results(work, left):
        store.put(left[number].key, graded)
        tell(left[number], False)


def results(units: Sequence[Unit], store: Store) -> Iterator[Graded]:
    """Give all results in the order of the units, however they were worked out."""
    for unit in units:
        yield from store.get(unit.key) or ()
