"""How exercises and session plans are read from their YAML mappings."""

from __future__ import annotations

from skill.conditions.entries import citation, review
from skill.conditions.exercises import Dose, Exercise, Phase, Plan, Sides
from skill.conditions.rules import read_rule
from skill.conditions.yaml_reader import Fields

POSITIONS = ("lying_on_back", "lying_on_side", "sitting", "standing")
EQUIPMENT = ("band", "towel", "chair", "wall", "rail")
_SIDES = tuple(side.value for side in Sides)


def exercise(fields: Fields) -> Exercise:
    """One exercise; `add` counts one set and nothing else where the file does not say."""
    start, target = _dose(fields.mapping("start", required=True)), _dose(fields.mapping("target", required=True))
    tempo = tuple(_phase(item) for item in fields.items("tempo", required=True))
    result = Exercise(
        id=fields.text("id"),
        for_conditions=fields.texts("for_conditions", required=True),
        position=fields.choice("position", POSITIONS),
        sides=Sides(fields.choice("sides", _SIDES)),
        tempo=tempo,
        start=start,
        target=target,
        add=_added(fields.mapping("add")),
        rest_seconds=fields.integer("rest_seconds", 0, 180),
        times_a_day=fields.integer("times_a_day", 1, 2),
        days_a_week=fields.integer("days_a_week", 1, 7),
        citation=citation(fields, close=False),
        equipment=_equipment(fields),
        unless=read_rule(fields, "unless") if fields.has("unless") else None,
        easier=fields.optional_text("easier"),
        harder=fields.optional_text("harder"),
        alternatives=fields.texts("alternatives"),
        from_article=fields.flag("from_article"),
        extrapolated=fields.flag("extrapolated"),
        reviewed=review(fields),
    )
    _check_doses(fields, result)
    return result


def _check_doses(fields: Fields, read: Exercise) -> None:
    if not read.start.within(read.target):
        fields.report("start", f"the start of '{read.id}' is over its target", "start with no more than the target")
    open_phases = sum(phase.seconds is None for phase in read.tempo)
    if open_phases > 1:
        fields.report("tempo", f"'{read.id}' has {open_phases} phases without seconds", "write those of all but one")
    elif open_phases != bool(read.start.hold_seconds and read.target.hold_seconds):
        given, missing = ("a phase without seconds", "doses that hold") if open_phases else ("a hold", "a phase for it")
        mend = "write 'hold_seconds' in both doses and one phase without seconds, or neither"
        fields.report("tempo", f"'{read.id}' has {given}, but not {missing}", mend)


def _equipment(fields: Fields) -> tuple[str, ...]:
    named = fields.texts("equipment")
    for unknown in (name for name in named if name not in EQUIPMENT):
        fields.report("equipment", f"'equipment' has '{unknown}'", f"write some of {', '.join(EQUIPMENT)}")
    return named


def _dose(fields: Fields) -> Dose:
    hold = fields.integer("hold_seconds", 1, 60) if fields.has("hold_seconds") else 0
    result = Dose(fields.integer("sets", 1, 10), fields.integer("reps", 1, 30), hold)
    fields.close()
    return result


def _added(fields: Fields) -> Dose:
    def step(key: str, default: int) -> int:
        return fields.integer(key, 0, 30) if fields.has(key) else default

    result = Dose(step("sets", 1), step("reps", 0), step("hold_seconds", 0))
    fields.close()
    return result


def _phase(fields: Fields) -> Phase:
    result = Phase(fields.text("phase"), fields.integer("seconds", 1, 10) if fields.has("seconds") else None)
    fields.close()
    return result


def plan(fields: Fields) -> Plan:
    """One session plan."""
    return Plan(
        id=fields.text("id"),
        conditions=fields.texts("conditions", required=True),
        exercises=fields.texts("exercises", required=True),
        minutes=fields.integer("minutes", 1, 30),
        citation=citation(fields, close=False),
    )
