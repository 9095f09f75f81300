"""How what a turn takes grows with the knowledge.

Run it by hand, `python tests/benchmarks/growth.py`: times are no test, since they depend on the machine. Processor time
is measured, and grown and shipped knowledge take turns. The shipped knowledge is grown by copies under other ids,
either of what can be observed and asked (findings, questions, red flags, with their numbers) or of the conditions.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from skill import app
from skill.alexa.carriers import load_carriers
from skill.alexa.guide import Guide
from skill.alexa.request_adapter import RequestAdapter
from skill.alexa.session import STATE
from skill.alexa.skill_factory import invoke, skill_of
from skill.alexa.tongues import Tongue, Tongues
from skill.conditions import red_flags
from skill.conditions.evidence import Evidence
from skill.conditions.inference import Inference
from skill.conditions.knowledge_base import KnowledgeBase
from skill.conditions.loader import load_knowledge
from skill.conditions.model import Condition
from skill.conditions.question_selection import next_question
from skill.dialog import asks
from skill.dialog.policy import MOST_BUNDLES_IN_A_ROW
from skill.dialog.state import ConversationState, Phase, to_json
from skill.evaluation.population import people
from skill.understanding.understander import Understander, load_understander
from tests.alexa.conversing import NamingVoice, envelope, intent_request
from tests.benchmarks.figures import Figure, compared, table

FACTORS = (10, 100)
PARTS = ("danger rules", "inference", "next question", "whole turn")
WORDS = app.LOCALES / "en-US"


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


GROWN = {"findings": grown_in_findings, "conditions": grown_in_conditions}

Work = Callable[[Evidence], object]


def parts(knowledge: KnowledgeBase, understander: Understander) -> dict[str, Work]:
    """What a turn decides on the evidence, by the names in `PARTS`."""
    inference = Inference(knowledge)
    work: tuple[Work, ...] = (
        lambda known: (red_flags.floor(knowledge, known), red_flags.next_bundle(knowledge, known, ())),
        inference.differential,
        lambda known: next_question(inference, known, ()),
        answering(inference, understander),
    )
    return dict(zip(PARTS, work, strict=True))


def answering(inference: Inference, understander: Understander) -> Work:
    """Answers somebody of whom this is known and who says where it hurts, through the SDK and back.

    So much danger was asked for before that it is the interview's turn now. A copy has no words, so that what would be
    said is only named.
    """
    adapter = RequestAdapter(inference.knowledge, understander, load_carriers(WORDS))
    tongues = Tongues(("en-US",), lambda code: Tongue(adapter, NamingVoice()))
    skill = skill_of(Guide(inference, tongues, None))
    says = intent_request("TellIntent", description="it hurts at the outer side")

    def answer(known: Evidence) -> object:
        asked = asks.AskQuestion(question="location")
        state = ConversationState(Phase.INTERVIEW, known, pending=asked, bundles=MOST_BUNDLES_IN_A_ROW)
        return invoke(skill, envelope(says, {STATE: to_json(state)}))

    return answer


def milliseconds(work: Work, evidence: Evidence) -> float:
    """Processor time of the work on the evidence."""
    began = time.process_time()
    work(evidence)
    return 1000 * (time.process_time() - began)


def measured(number: int) -> Iterator[Figure]:
    """Each part of a turn with the knowledge grown, beside the same with the knowledge as it is."""
    knowledge = load_knowledge()
    evidence = [person.says for person in people(Inference(knowledge), number)]
    understander = load_understander(WORDS)
    before = parts(knowledge, understander)
    for name, grow in GROWN.items():
        for factor in FACTORS:
            after = parts(grow(knowledge, factor), understander)
            for part in PARTS:
                pairs = [(milliseconds(after[part], each), milliseconds(before[part], each)) for each in evidence]
                yield compared(row(part, factor, name), "ms", *map(list, zip(*pairs, strict=True)))


def row(part: str, factor: int, name: str) -> str:
    return f"{part}, {factor} times the {name}"


def main() -> None:
    """Print a row for each part of a turn and size of the knowledge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--people", type=int, default=30, help="on how many people's first words (default: %(default)s)"
    )
    print("\n".join(table(list(measured(parser.parse_args().people)), "as it is")))


if __name__ == "__main__":
    main()
