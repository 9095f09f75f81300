"""A case that understanding, inference and triage all get right."""

from __future__ import annotations

CASE = {
    "id": "A runner with a stiff start",
    "says": "the back of my knee hurts for the first few minutes of a run and then it eases off",
    "answers": {"warm_up_eases": "present", "pain_outer_back": "present", "tender_cord": "present"},
    "facts": {"age": 34, "sport": "running"},
    "condition": "hamstring_tendinopathy",
    "triage": "self_care",
    "triage_ok": ["self_care", "see_clinician"],
    "felt": "posterior",
}
