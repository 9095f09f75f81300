"""The zip: the same bytes from the same files, whenever and wherever they are packed."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from skill.authoring.package.bytecode import bytecode
from skill.authoring.package.libraries import files_of_libraries
from skill.authoring.package.ours import files_of_ours

NAME = "knee-pain-guide.zip"

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows
_READABLE = 0o100644 << 16  # a plain file that Lambda's user can read
_UNIX = 3
_LEVEL = 9


def packed(root: Path) -> bytes:
    """The package of a checkout; raises DocumentError and PackageError where it cannot be made."""
    files = dict([*files_of_ours(root), *files_of_libraries(root / "requirements.lock")])
    return zipped(files | dict(bytecode(files)))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in order of their names."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _DATE)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _READABLE
            archive.writestr(entry, files[name])
    return buffer.getvalue()
