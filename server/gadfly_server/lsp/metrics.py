"""Figures for Prometheus: how many students are there, how long they wait, and what runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gadfly_analyzers.execution.turns import Turns

_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Counts nothing until somebody asked to see it: the library is imported with the first ``show``."""

    def __init__(self) -> None:
        self._clients: Any = None
        self._waited: Any = None
        self._answers: Any = None
        self._turns: Turns | None = None

    def show(self, host: str, port: int) -> int:
        """Answer ``GET /metrics`` from now on; return the port, which is a free one for port 0."""
        from prometheus_client import CollectorRegistry, Gauge, Histogram, start_http_server  # noqa: PLC0415 # optional

        registry = CollectorRegistry()
        self._clients = Gauge("gadfly_clients", "Editors that are connected.", registry=registry)
        self._waited = Histogram(
            *("gadfly_turn_wait_seconds", "How long runs waited for a place."),
            labelnames=("urgent",),
            buckets=_SECONDS,
            registry=registry,
        )
        self._answers = Histogram(
            "gadfly_answer_seconds", "From an answer to what is said of it.", buckets=_SECONDS, registry=registry
        )
        for name, what in (("waiting", "Runs that wait for a place."), ("running", "Runs that go on.")):
            gauge = Gauge(f"gadfly_runs_{name}", what, registry=registry)
            gauge.set_function(partial(self._number, name))
        server, _ = start_http_server(port, host, registry=registry)
        return int(server.server_port)

    def _number(self, name: str) -> float:
        return float(getattr(self._turns, name)) if self._turns else 0.0

    def watch(self, turns: Turns) -> None:
        """Tell how many runs wait and go on."""
        self._turns = turns

    def clients(self, number: int) -> None:
        """So many editors are connected now."""
        if self._clients is not None:
            self._clients.set(number)

    def turn(self, seconds: float, urgent: bool) -> None:
        """A run got its place after so many seconds."""
        if self._waited is not None:
            self._waited.labels(urgent="yes" if urgent else "no").observe(seconds)

    def answered(self, seconds: float) -> None:
        """An answer was replied to after so many seconds."""
        if self._answers is not None:
            self._answers.observe(seconds)
