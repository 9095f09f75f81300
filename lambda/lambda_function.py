"""What AWS Lambda calls."""

from __future__ import annotations

from skill.app import create_lambda_handler

lambda_handler = create_lambda_handler()
