"""What AWS Lambda calls."""

from __future__ import annotations

import gc

# What is made while loading is there to stay: to look for garbage in it again and again takes a third of the time.
gc.disable()

from skill.app import create_lambda_handler  # noqa: E402 - loading is what the line above is about

lambda_handler = create_lambda_handler()

gc.freeze()
gc.enable()
