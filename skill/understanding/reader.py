"""Reads a locale's heard/ folder into documents and documents into a Lexicon; the two steps are kept apart.

Documents are plain dicts keyed by their path within heard/ without ending ("words", "findings/knee"), so that
a package may ship them compiled to JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skill.conditions.yaml_reader import Problem, read_yaml
from skill.understanding.lexicon import OPTION, ORDINAL, SPORT, TOPIC, Lexicon, LexiconBuilder

_SINGLE = ("body", "words", "context", "mishearings", "answers", "requests", "facts", "conditions", "options")
_FINDINGS = "findings"

Documents = dict[str, Mapping[str, Any]]


class LexiconError(ValueError):
    """The locale's words cannot be used; the message lists every problem with file and line."""


def read_documents(locale_directory: Path, problems: list[Problem]) -> Documents:
    """The documents of one locale, with lines, mistakes added to `problems`."""
    heard = locale_directory / "heard"
    names = [*_SINGLE, *sorted(f"{_FINDINGS}/{path.stem}" for path in (heard / _FINDINGS).glob("*.yaml"))]
    documents: Documents = {}
    for name in names:
        document = read_yaml(heard / f"{name}.yaml", f"{name}.yaml", problems)
        if isinstance(document, Mapping):
            documents[name] = document
        elif document is not None:
            problems.append(Problem(f"{name}.yaml", 1, "is not a mapping", "write 'key: value' lines"))
    return documents


def build_lexicon(documents: Mapping[str, Mapping[str, Any]], problems: list[Problem]) -> Lexicon:
    """The lexicon written in the documents, mistakes added to `problems`."""
    builder = LexiconBuilder()
    builder.problems = problems
    builder.add_groups(documents.get("body", {}), "body.yaml", nouns=True)
    builder.add_groups(documents.get("words", {}), "words.yaml")
    for name, document in documents.items():
        if name.startswith(f"{_FINDINGS}/"):
            builder.add_findings(document, f"{name}.yaml")
    context = dict(documents.get("context", {}))
    builder.add_exclusive(context.pop("exclusive", []))
    builder.add_groups(context, "context.yaml")
    builder.add_groups(documents.get("conditions", {}), "conditions.yaml", prefix=TOPIC)
    choices = documents.get("options", {})
    builder.add_groups(choices.get("options", {}), "options.yaml", prefix=OPTION)
    builder.add_groups(choices.get("ordinals", {}), "options.yaml", prefix=ORDINAL)
    for name in ("answers", "requests"):
        for id_, places in documents.get(name, {}).items():
            builder.add_lists(f"{name}/{id_}", places, f"{name}.yaml")
    facts = dict(documents.get("facts", {}))
    builder.add_groups(facts.pop("sports", {}), "facts.yaml", prefix=SPORT)
    builder.add_groups(facts.pop("groups", {}), "facts.yaml")
    for name, table in facts.items():
        builder.add_table(name, table)
    for name, table in documents.get("mishearings", {}).items():
        builder.add_table(name, table)
    return builder.build()


def load_lexicon(locale_directory: Path) -> Lexicon:
    """The lexicon of one locale; raises LexiconError naming every problem."""
    problems: list[Problem] = []
    lexicon = build_lexicon(read_documents(locale_directory, problems), problems)
    if problems:
        raise LexiconError("\n".join(str(problem) for problem in sorted(problems)))
    return lexicon
