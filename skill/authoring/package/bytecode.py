"""Python files compiled, since Lambda's folder cannot be written to and would compile them at every cold start."""

from __future__ import annotations

import ast
import marshal
import sys
import warnings
from collections.abc import Iterator, Mapping
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import PurePosixPath

from skill.authoring.package.records import plain_records, write_out

_OURS = "skill/"
_UNCHECKED_HASH = (1).to_bytes(4, "little")  # as by PEP 552: no dates in it, and the source need not be looked at


def bytecode(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the sources' bytecode. It serves the Python that made it; others compile anew."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # for the libraries' own authors
        warnings.simplefilter("ignore", DeprecationWarning)  # the same, up to Python 3.11
        trees = {name: ast.parse(source, name) for name, source in files.items() if name.endswith(".py")}
        records = plain_records({_module(name): tree for name, tree in trees.items() if name.startswith(_OURS)})
        for name, tree in trees.items():
            if name.startswith(_OURS):
                plain = {class_name for module, class_name in records if module == _module(name)}
                write_out(tree, _module(name), plain)
            else:
                _leave_out_docstrings(tree)
            code = compile(tree, name, "exec", dont_inherit=True, optimize=0)
            path = PurePosixPath(name)
            content = MAGIC_NUMBER + _UNCHECKED_HASH + source_hash(files[name]) + marshal.dumps(code)
            yield str(path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.pyc"), content


def _leave_out_docstrings(tree: ast.Module) -> None:
    """Of libraries, whose bytecode is a quarter smaller so. Our own dataclasses would make up others in their place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False):
            node.body[:1] = [] if len(node.body) > 1 else [ast.copy_location(ast.Pass(), node.body[0])]


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
