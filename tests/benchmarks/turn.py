"""How long inference and question selection take a turn, and how that grows with the knowledge.

Run it by hand, `python tests/benchmarks/turn.py`: times are no test, since they depend on the machine. The shipped
knowledge is grown by copies under other ids, either of what can be observed and asked (findings, questions, red flags,
with their numbers) or of the conditions.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from skill.conditions import red_flags
from skill.conditions.evidence import Evidence
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.conditions.model import Condition
from skill.conditions.question_selection import next_question
from skill.evaluation.population import people

TARGET_MS = 2
FACTORS = (1, 10, 100)


def grown_in_findings(knowledge: KnowledgeBase, factor: int) -> KnowledgeBase:
    """Knowledge with `factor` times the findings, questions and red flags.

    Copies keep their rules as they are, so that a copy matters exactly when its original does.
    """

    def copies(name: str) -> Iterator[str]:
        return (f"{name}_{number}" for number in range(1, factor))

    def grown(condition: Condition) -> Condition:
        likelihoods = dict(condition.likelihoods)
        for name, each in condition.likelihoods.items():
            likelihoods |= {copy: replace(each, finding=copy) for copy in copies(name)}
        return replace(condition, likelihoods=likelihoods)

    findings, questions, flags = dict(knowledge.findings), dict(knowledge.questions), dict(knowledge.red_flags)
    for name, finding in knowledge.findings.items():
        # A copy that was derived would be in the evidence from the start, so that its question would never be open.
        findings |= {
            copy: replace(finding, id=copy, group=None, one_of=None, requires=None, derived=None)
            for copy in copies(name)
        }
    for name, question in knowledge.questions.items():
        if question.findings:
            for number, copy in enumerate(copies(name), 1):
                asked = tuple(f"{finding}_{number}" for finding in question.findings)
                questions[copy] = replace(question, id=copy, findings=asked)
    for name, flag in knowledge.red_flags.items():
        flags |= {copy: replace(flag, id=copy) for copy in copies(name)}
    conditions = {name: grown(condition) for name, condition in knowledge.conditions.items()}
    return replace(knowledge, findings=findings, questions=questions, red_flags=flags, conditions=conditions)


def grown_in_conditions(knowledge: KnowledgeBase, factor: int) -> KnowledgeBase:
    """Knowledge with `factor` times the conditions, which share the priors of their originals."""
    ids = {name: [name, *(f"{name}_{number}" for number in range(1, factor))] for name in knowledge.conditions}
    conditions = {copy: replace(knowledge.conditions[name], id=copy) for name in ids for copy in ids[name]}
    priors = tuple(
        replace(row, p={copy: p / factor for name, p in row.p.items() for copy in ids[name]})
        for row in knowledge.priors
    )
    return replace(knowledge, conditions=conditions, priors=priors)


def milliseconds(work: Callable[[Evidence], object], evidence: Sequence[Evidence]) -> float:
    """The median time of the work on each piece of evidence."""
    times = []
    for each in evidence:
        start = time.perf_counter()
        work(each)
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def measure(knowledge: KnowledgeBase, evidence: Sequence[Evidence]) -> tuple[float, ...]:
    """Milliseconds for the danger rules, a differential, choosing a question, and all three."""
    inference = Inference(knowledge)
    work = (
        lambda known: (red_flags.floor(knowledge, known), red_flags.next_bundle(knowledge, known, ())),
        inference.differential,
        lambda known: next_question(inference, known, ()),
    )
    parts = [milliseconds(each, evidence) for each in work]
    return (*parts, sum(parts))


def main() -> None:
    """Print a line for each size of the knowledge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--people", type=int, default=50, help="on how many people's first words (default: %(default)s)"
    )
    number = parser.parse_args().people
    knowledge = load_knowledge()
    evidence = [person.says for person in people(Inference(knowledge), number)]
    print(f"milliseconds a turn, median of {number}; target at x1: {TARGET_MS} for differential and question together")
    print(f"{'':24}{'danger':>10}{'differential':>14}{'question':>10}{'all':>10}")
    for name, grow in (("findings", grown_in_findings), ("conditions", grown_in_conditions)):
        for factor in FACTORS:
            times = measure(grow(knowledge, factor), evidence)
            cells = "".join(f"{each:{width}.2f}" for each, width in zip(times, (10, 14, 10, 10), strict=True))
            print(f"{name + f' x{factor}':24}{cells}")


if __name__ == "__main__":
    main()
