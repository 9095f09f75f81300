"""The one place that imports flask-ask-sdk, which does not import by itself.

flask-ask-sdk imports `certvalidator`, and that imports oscrypto 1.3.0, which cannot read the version of
OpenSSL 3.0.10 and later and raises LibraryNotFoundError. Nothing of `certvalidator` is wanted here, since
requests are verified by `skill.web.verification`, before flask-ask-sdk sees them. So a placeholder stands in
for it, and should flask-ask-sdk's own signature check ever be switched on, that refuses every chain.
"""

from __future__ import annotations

import sys
from types import ModuleType


class PathError(Exception):
    """The name that ask-sdk-webservice-support expects in `certvalidator.errors`."""


class ValidationError(Exception):
    """The name that ask-sdk-webservice-support expects in `certvalidator.errors`."""


class CertificateValidator:
    """Refuses every certificate chain, as it can check none."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise PathError("this placeholder checks no certificate chain")


def _register_placeholder() -> None:
    package, errors = ModuleType("certvalidator"), ModuleType("certvalidator.errors")
    vars(errors).update(PathError=PathError, ValidationError=ValidationError)
    vars(package).update(CertificateValidator=CertificateValidator, errors=errors)
    sys.modules["certvalidator"], sys.modules["certvalidator.errors"] = package, errors


_register_placeholder()

from flask_ask_sdk.skill_adapter import (  # noqa: E402  the placeholder has to be there first
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    SkillAdapter,
)

__all__ = ["VERIFY_SIGNATURE_APP_CONFIG", "VERIFY_TIMESTAMP_APP_CONFIG", "SkillAdapter"]
