"""The words a simulated patient answers with, from `patients/<locale>.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.app import LOCALES
from skill.conditions.documents import DocumentError
from skill.conditions.evidence import Presence
from skill.conditions.yaml_reader import Fields, Problem, read_yaml
from skill.locales.locale import fallbacks

PATIENTS = Path(__file__).parent / "patients"

# The unit a length of time is told in: the first whose own number of days is reached; half a unit more is rounded up.
_UNITS = (("years", 730, 365), ("months", 60, 30), ("weeks", 14, 7), ("days", 0, 1))


@dataclass(frozen=True, slots=True)
class PatientWords:
    """One locale's answers. `units` are the singular and plural of days, weeks, months and years."""

    replies: Mapping[Presence, str]
    refusal: str
    age: str
    child_age: str
    about: str
    units: Mapping[str, tuple[str, ...]]
    options: Mapping[str, str]

    def option(self, name: str) -> str:
        """How an option of a choice is said."""
        return self.options.get(name) or name.replace("_", " ")

    def duration(self, days: int) -> str:
        """A length of time as people round it: "about three weeks", not "twenty days"."""
        unit, length = next((unit, length) for unit, least, length in _UNITS if days >= least)
        number = max(1, (days + length // 2) // length)
        return self.about.format(number=number, unit=self.units[unit][number > 1])


def load_patient_words(locale: str, directory: Path = PATIENTS) -> PatientWords:
    """The words of one locale, or of the nearest that it falls back to.

    Raises:
        DocumentError: with every problem, if there is one.
    """
    problems: list[Problem] = []
    nearest = (each.code for each in reversed(fallbacks(LOCALES / locale, problems)))
    name = next((f"{code}.yaml" for code in nearest if (directory / f"{code}.yaml").is_file()), f"{locale}.yaml")
    fields = Fields.of(read_yaml(directory / name, name, problems), name, problems)
    units, options = fields.mapping("units", required=True), fields.mapping("options", required=True)
    words = PatientWords(
        replies={
            Presence.PRESENT: fields.text("yes"),
            Presence.ABSENT: fields.text("no"),
            Presence.UNKNOWN: fields.text("unsure"),
        },
        refusal=fields.text("refusal"),
        age=fields.text("age"),
        child_age=fields.text("child_age"),
        about=fields.text("about"),
        units={unit: units.texts(unit, required=True) for unit, _, _ in _UNITS},
        options={option: options.text(option) for option in options.values},
    )
    for each in (fields, units):
        each.close()
    if problems:
        raise DocumentError(problems)
    return words
