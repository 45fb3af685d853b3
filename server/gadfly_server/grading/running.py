"""A run over many units: what is kept is not done again, and what is done is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed

from gadfly_server.grading.graded import Graded
from gadfly_server.grading.store import Store
from gadfly_server.grading.unit import Unit
from gadfly_server.grading.working import work

Told = Callable[[Unit, bool], None]


def run(units: Sequence[Unit], store: Store, executor: Executor, tell: Told = lambda _, __: None) -> None:
    """Grade all units whose results are not kept, in any order; ``tell`` hears of each, and whether it was kept.

    Any executor of ``concurrent.futures`` will do, also one whose workers are on other machines.
    """
    known = store.known(unit.key for unit in units)
    waiting: dict[Future[list[Graded]], Unit] = {}
    for unit in units:
        if unit.key in known:
            tell(unit, True)
        else:
            waiting[executor.submit(work, unit)] = unit
    for done in as_completed(waiting):
        unit = waiting[done]
        store.put(unit.key, done.result())
        tell(unit, False)


def executor_for(jobs: int) -> Executor:
    """Give so many processes; for one, a thread of this process does."""
    return ThreadPoolExecutor(1) if jobs <= 1 else ProcessPoolExecutor(jobs)


def results(units: Sequence[Unit], store: Store) -> Iterator[Graded]:
    """Give all results in the order of the units, however they were worked out."""
    for unit in units:
        yield from store.get(unit.key) or ()
