"""Answers requests in a process of its own, in a folder of unpacked packages, with nothing else in reach.

`python -I -S answering.py cold MODULE` answers the request on stdin and prints the milliseconds of processor time
since the process began, and the most megabytes that it held. `... turns MODULE MODULE` answers each pair of requests on
stdin by turns, over and over, and prints as JSON what it took. Only what any function imports is imported here.
"""

from __future__ import annotations

import json
import sys
import time


def cold(module: str) -> None:
    """Linux tells the most memory held; what `resource` tells would count what this process was started from."""
    sys.path.insert(0, ".")
    __import__(module)
    sys.modules[module].lambda_handler(json.load(sys.stdin), None)
    milliseconds = 1000 * time.process_time()
    with open("/proc/self/status", encoding="ascii") as status:
        most = next(line.split()[1] for line in status if line.startswith("VmHWM:"))
    print(milliseconds, int(most) / 1024)


def turns(modules: list[str]) -> None:
    """`times` has milliseconds of processor time, by request, module and round, and `bytes` the size of responses.

    Logs are written out as Lambda does, since that is part of a turn; `log` is their characters a request.
    """
    sys.path.insert(0, ".")
    import logging

    class Lines(logging.Handler):
        characters = 0

        def emit(self, record: logging.LogRecord) -> None:
            self.characters += len(self.format(record))

    lines = Lines()
    request_id = "0a1b2c3d-0000-0000-0000-000000000000"  # as long as Lambda's
    lines.setFormatter(logging.Formatter(f"[%(levelname)s]\t%(asctime)s.%(msecs)dZ\t{request_id}\t%(message)s\n"))
    logging.getLogger().addHandler(lines)
    handlers = []
    for name in modules:
        __import__(name)
        handlers.append(sys.modules[name].lambda_handler)
    asked = json.load(sys.stdin)
    answers = [
        [len(json.dumps(handler(request, None))) for handler, request in zip(handlers, pair, strict=True)]
        for pair in asked["requests"]
    ]
    times: list[list[list[float]]] = [[[] for _ in modules] for _ in asked["requests"]]
    lines.characters = 0
    for _ in range(asked["rounds"]):
        for pair, taken in zip(asked["requests"], times, strict=True):
            for handler, request, each in zip(handlers, pair, taken, strict=True):
                began = time.process_time()
                handler(request, None)
                each.append(1000 * (time.process_time() - began))
    log = lines.characters / asked["rounds"] / len(asked["requests"])
    print(json.dumps({"times": times, "bytes": answers, "log": log}))


if __name__ == "__main__":
    what, *names = sys.argv[1:]
    cold(*names) if what == "cold" else turns(names)
