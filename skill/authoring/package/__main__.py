"""`make package`: check everything, then write what Lambda runs to the file that is named."""

from __future__ import annotations

import sys
from pathlib import Path

from skill.authoring.check import check
from skill.authoring.model_files import LOCALES
from skill.authoring.package.archive import packed
from skill.authoring.package.libraries import PackageError
from skill.conditions.documents import DocumentError
from skill.conditions.loader import KNOWLEDGE

ROOT = Path(__file__).parents[3]


def main(path: Path) -> int:
    """0 when the package is written; 1, with every mistake on a line, when it is not."""
    problems = check(KNOWLEDGE, LOCALES).problems
    if problems:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    try:
        content = packed(ROOT)
    except (DocumentError, PackageError) as error:
        print(error, file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    version = ".".join(map(str, sys.version_info[:2]))
    print(f"{path}: {len(content) / 1e6:.2f} MB, with bytecode for python{version}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
