"""`knee-guide serve`: the skill's HTTPS endpoint, behind a proxy that ends TLS; with --dev, the simulator's page."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from skill import app
from skill.commands import devices
from skill.config import Config, ConfigError

if TYPE_CHECKING:
    from skill.web.simulator.blueprint import Parts


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8080, help="the port to listen on (default: %(default)s)")
    parser.add_argument(
        "--dev", action="store_true", help="answer this machine without signatures, with the simulator's page at /"
    )
    parser.add_argument(
        "--workers", type=int, default=1, help="how many processes answer, best one a core (default: %(default)s)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    try:
        config = Config.from_environment(os.environ)
        config = replace(config, development=config.development or arguments.dev)
        with _shared_figures(arguments.workers):
            _serve(arguments, config)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _serve(arguments: argparse.Namespace, config: Config) -> None:
    # Imported here: every other command is quicker without the web service, whose figures have to know their folder.
    from skill.web.app import create_app
    from skill.web.server import check_exposure, check_workers, serve, verifier_for
    from skill.web.simulator.blueprint import create_simulator

    check_exposure(config, arguments.host)
    check_workers(arguments.workers)
    flask = create_app(app.create_skill(config), verifier=verifier_for(config), ready=lambda: app.build().version)
    if arguments.dev:
        flask.register_blueprint(create_simulator(config, _simulated(arguments.workers)))
    serve(flask, arguments.host, arguments.port, config=config, workers=arguments.workers)


def _simulated(workers: int) -> Parts:
    """What the simulator's page is about."""
    from skill.evaluation.contracts import contracts
    from skill.web.simulator.blueprint import Parts

    if workers > 1:
        raise ConfigError("The simulator's page holds its conversations in one process: leave --workers at 1.")
    timers = frozenset([devices.WITH_TIMERS])
    return Parts(devices.for_transcript, devices.locales(), contracts(app.build().inference), options=timers)


@contextmanager
def _shared_figures(workers: int) -> Iterator[None]:
    """A folder in which several processes add up their figures, in the variable that prometheus_client reads."""
    if workers <= 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="knee-guide-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        try:
            yield
        finally:
            del os.environ["PROMETHEUS_MULTIPROC_DIR"]
