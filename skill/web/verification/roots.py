"""The authorities to trust unless told otherwise: those of certifi, which are Mozilla's."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import cache

import certifi
from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning

_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


@cache
def usual_roots() -> tuple[x509.Certificate, ...]:
    """The authorities. A few old ones keep to no standard; whichever cannot be read is left out."""
    return tuple(_readable(_PEM.findall(certifi.contents().encode())))


def _readable(files: list[bytes]) -> Iterator[x509.Certificate]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        for pem in files:
            try:
                yield x509.load_pem_x509_certificate(pem)
            except ValueError:
                continue
