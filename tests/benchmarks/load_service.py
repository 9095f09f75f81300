"""The service in processes of its own, with a test authority and a test host of certificates in place of Amazon's."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from cryptography import x509

from skill import app as knee_guide
from skill.config import Config
from skill.web.app import create_app
from skill.web.server import serve
from skill.web.verification import alexa_verifier
from skill.web.verification.fetch import HttpsFetcher
from tests.web.sdk_skill import ID, Greeting, skill_of
from tests.web.verification.authority import Authority
from tests.web.verification.host import Host, hosting, serving, trusting


@dataclass(frozen=True)
class Service:
    """A running service, and the host that it fetches certificates from."""

    process: subprocess.Popen[str]
    address: tuple[str, int]
    host: Host

    def kilobytes(self) -> int:
        """The memory held by its processes together; what they share is counted once for each."""
        pages = sum(int(Path(f"/proc/{each}/statm").read_text().split()[1]) for each in self._processes())
        return pages * resource.getpagesize() // 1024

    def cpu_seconds(self) -> float:
        """The processor time that they have taken so far, which others at work on the machine hardly change."""
        fields = (Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in self._processes())
        return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")

    def _processes(self) -> list[int]:
        first = self.process.pid
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]


@contextmanager
def running(skill: str, workers: int = 1) -> Iterator[Service]:
    """Serve the `guide` or `hello`, the SDK's smallest skill."""
    authority = Authority(datetime.now(UTC))
    with hosting(authority) as host, tempfile.TemporaryDirectory() as folder:
        host.manners = serving(authority.file())
        roots = Path(folder) / "roots.pem"
        roots.write_bytes(authority.root.pem + authority.intermediate.pem)
        command = [sys.executable, __file__, skill, str(workers), str(roots), str(host.address[1])]
        with open(Path(folder) / "log", "w") as log:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        with process:
            assert process.stdout is not None
            url = process.stdout.readline().removeprefix("Listening on http://").strip()
            name, _, port = url.rpartition(":")
            try:
                yield Service(process, (name, int(port)), host)
            finally:
                process.terminate()


def main() -> None:
    """Be the service."""
    parser = argparse.ArgumentParser()
    parser.add_argument("skill", choices=["guide", "hello"])
    parser.add_argument("workers", type=int)
    parser.add_argument("roots", type=Path)
    parser.add_argument("port", type=int)
    arguments = parser.parse_args()
    config = Config(skill_ids=frozenset({ID}))
    root, intermediate = x509.load_pem_x509_certificates(arguments.roots.read_bytes())
    skill = knee_guide.create_skill(config) if arguments.skill == "guide" else skill_of(Greeting())
    fetch = HttpsFetcher(trusting(root, intermediate), address=("127.0.0.1", arguments.port))
    verifier = alexa_verifier({ID}, fetch=fetch, roots=[root])
    app = create_app(skill, verifier=verifier, ready=lambda: knee_guide.build().version)
    serve(app, "127.0.0.1", 0, config=config, workers=arguments.workers)


if __name__ == "__main__":
    main()
