"""`knee-guide serve`: the skill's HTTPS endpoint, behind a proxy that ends TLS."""

from __future__ import annotations

import argparse
import os
import sys

from skill import __version__, app
from skill.config import Config, ConfigError


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8080, help="the port to listen on (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    # Imported here: every other command is quicker without the web service.
    from skill.web.app import create_app
    from skill.web.server import serve, verifier_for

    try:
        config = Config.from_environment(os.environ)
        flask = create_app(
            app.create_skill(config),
            verifier=verifier_for(config),
            skill_ids=config.skill_ids,
            ready=lambda: __version__,
        )
        serve(flask, arguments.host, arguments.port, config=config)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    return 0
