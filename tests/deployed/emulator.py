"""The package under AWS's own runtime: unpacked in a folder of its own, with nothing of this checkout in reach.

Run it as `python -m tests.deployed.emulator build/knee-pain-guide.zip` and talk to it, or through a pipe.
"""

from __future__ import annotations

import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from skill import simulator
from skill.commands import devices

TOOLS = Path(__file__).parents[2] / "build" / "lambda"
_MACHINES = {"x86_64": "x86_64", "AMD64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}
_PATH = "/2015-03-31/functions/function/invocations"
_START_SECONDS = 20.0
_FUNCTION = {
    "AWS_LAMBDA_FUNCTION_NAME": "knee-pain-guide",
    "AWS_LAMBDA_FUNCTION_TIMEOUT": "8",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
    "AWS_REGION": "us-east-1",
}


@dataclass(frozen=True)
class Deployed:
    """The function as it runs: `unpacked` is its folder, `log` what it and the emulator write."""

    address: str
    unpacked: Path
    log: Path

    def invoke(self, event: dict[str, Any]) -> dict[str, Any]:
        """Answer one request; the emulator tells a fault or a timeout as an answer too, which is an error here."""
        body = json.dumps(event).encode()
        with urllib.request.urlopen(self.address + _PATH, body, timeout=30) as answer:
            response: dict[str, Any] = json.loads(answer.read())
        if "errorMessage" in response:
            raise RuntimeError(f"the function failed: {response['errorMessage']}\n{self.log.read_text()}")
        return response


@contextmanager
def deployed(package: Path) -> Iterator[Deployed]:
    """The package, unpacked and running until the end."""
    emulator = TOOLS / "samcli" / "local" / "rapid" / f"aws-lambda-rie-{_MACHINES[platform.machine()]}"
    if not emulator.exists():
        raise FileNotFoundError("AWS's runtime is not installed here: run 'make lambda-local' or 'make test'.")
    with tempfile.TemporaryDirectory() as folder:
        unpacked, log = Path(folder) / "task", Path(folder) / "log"
        ZipFile(package).extractall(unpacked)
        invocations, runtime = (f"127.0.0.1:{port}" for port in _free_ports(2))
        # -S, so that libraries installed here cannot stand in for one that the package lacks.
        python = [str(Path(sys.base_prefix) / "bin" / "python3"), "-S", "-m", "awslambdaric"]
        addresses = ["--runtime-interface-emulator-address", invocations, "--runtime-api-address", runtime]
        environment = {"PATH": os.defpath, "PYTHONPATH": str(TOOLS), "LAMBDA_TASK_ROOT": str(unpacked), **_FUNCTION}
        with log.open("wb") as written:
            process = subprocess.Popen(
                [str(emulator), *addresses, *python, "lambda_function.lambda_handler"],
                cwd=unpacked,
                env=environment,
                stdout=written,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait_for(invocations, process)
            yield Deployed(f"http://{invocations}", unpacked, log)
        finally:
            process.terminate()
            process.wait()


def _free_ports(number: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    host, port = address.split(":")
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection((host, int(port)), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the emulator did not start")


def main(package: Path) -> int:
    """Talk to the package in this terminal."""
    with deployed(package) as function:
        print(f"The function answers at {function.address}{_PATH}", file=sys.stderr)
        return simulator.talk(devices.device("en-US", skill=function.invoke))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
