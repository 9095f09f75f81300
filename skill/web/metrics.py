"""What a monitoring system may count, in Prometheus' format: what became of requests, and how long it took.

Several processes add up their numbers in the folder that the library's own variable PROMETHEUS_MULTIPROC_DIR names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
MEDIA_TYPE = CONTENT_TYPE_LATEST

# Labels are rules' names, of which there are few, and never anything that was sent.
REQUESTS = Counter("knee_guide_requests", "Requests to the endpoint, by the rule they broke, if any", ["refused"])
SECONDS = Histogram(
    "knee_guide_answer_seconds",
    "Seconds from a request's arrival to its answer, refused or not",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 8.0),
)


def count_answer() -> None:
    """Count a request that was answered."""
    REQUESTS.labels("no").inc()


def count_refusal(rule: str) -> None:
    """Count a request that was not."""
    REQUESTS.labels(rule).inc()


@contextmanager
def timed() -> Iterator[None]:
    """Measure the time that is spent on a request."""
    with SECONDS.time():
        yield


def exposition() -> bytes:
    """Every figure, of all processes together."""
    if not os.environ.get(FOLDER_VARIABLE):
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library's own omission
    return generate_latest(registry)
