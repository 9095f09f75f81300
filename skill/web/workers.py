"""Several processes that do the same work, since Python computes on one core in each."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from skill.alexa.log_lines import Event, places

log = logging.getLogger(__name__)

RESTART_SECONDS = 1.0  # so that a worker that cannot start is not started ever again without a pause

Work = Callable[[], None]


class _Stopped(Exception):
    """The process was told to stop."""


def run_workers(count: int, work: Work) -> None:
    """Have `count` processes do the work, each replaced when it dies, until told to stop by SIGTERM or SIGINT.

    Then they are told the same, and waited for. They also stop when this process is gone, however it went.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    alive, life = os.pipe()
    workers: set[int] = set()
    try:
        while True:
            while len(workers) < count:
                workers.add(_fork(work, alive, life))
            ended, status = os.wait()
            workers.discard(ended)
            log.error(Event("worker_died", status=status))
            time.sleep(RESTART_SECONDS)
    except _Stopped:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        _end(workers)
    finally:
        os.close(alive)
        os.close(life)


def _stop(number: int, frame: object) -> None:
    raise _Stopped


def _fork(work: Work, alive: int, life: int) -> int:
    """Start a worker, which holds the reading end of a pipe that closes with this process."""
    # A signal between the fork and noting its number would leave a worker that nobody stops.
    stopping = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, stopping)
    worker = os.fork()
    if worker:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping)
        return worker
    status = 1
    try:
        os.close(life)
        for number in stopping:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stopping)
        threading.Thread(target=_stop_with, args=(alive,), daemon=True).start()
        work()
        status = 0
    except BaseException as error:
        log.error(Event("worker_failed", places=places(error)))
    finally:
        os._exit(status)  # what is above on the stack belongs to the first process
    return worker


def _stop_with(alive: int) -> None:
    """Stop this process when the first one is gone: nobody ever writes to the pipe."""
    os.read(alive, 1)
    os.kill(os.getpid(), signal.SIGTERM)


def _end(workers: set[int]) -> None:
    for worker in workers:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGTERM)
    for worker in workers:
        with suppress(ChildProcessError):
            os.waitpid(worker, 0)
