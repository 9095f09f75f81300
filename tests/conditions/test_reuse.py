"""Another front end, such as a web form, uses the condition rules without any of the rest."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys

from skill.conditions import explain
from skill.conditions.evidence import Evidence, Facts, Presence
from skill.conditions.inference import Inference
from skill.conditions.loader import load_knowledge
from skill.conditions.question_selection import next_question
from skill.conditions.triage import assess

inference = Inference(load_knowledge())
evidence = Evidence({"lump_behind_knee": Presence.PRESENT}, Facts(age=44))
assessment = assess(inference, evidence)
reasons = explain.reasons_for(inference, assessment.differential, assessment.differential.top)
print(assessment.differential.top, assessment.level.id, reasons[0].finding)
print(next_question(inference, Evidence(), asked=()).id in inference.knowledge.questions)
print(sorted(name for name in sys.modules if name.startswith(("ask_sdk", "flask", "skill.")) and
             not name.startswith("skill.conditions")))
"""


def test_a_plain_script_gets_differential_question_triage_and_reasons_with_no_alexa_in_sight() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["bakers_cyst see_clinician lump_behind_knee", "True", "[]"]
