"""How long each exercise's set takes: as its tempo asks for, by the estimate, and in a voice of this system.

    python tests/benchmarks/sets.py

Needs espeak-ng or flite; without either, it says so and measures the estimate alone.
"""

from __future__ import annotations

from pathlib import Path

import skill
from skill.conditions.exercises import Dose, Exercise
from skill.conditions.loader import load_knowledge
from skill.dialog.coaching_acts import Count
from skill.dialog.coaching_pace import LONGEST_PART_SECONDS
from skill.simulator import SystemVoice, SystemVoiceError
from skill.simulator.speech import seconds
from skill.speech import ssml
from skill.speech.beats import Timed
from skill.speech.coaching import CoachTeller
from skill.speech.words_reader import load_words

TELLER = CoachTeller(load_words(Path(skill.__file__).parent / "locales" / "en-US" / "said"), 0)


def counted(exercise: Exercise, dose: Dose) -> tuple[float, str]:
    """The seconds that the first part of a set should take, and its count as SSML."""
    repetition = exercise.repetition_seconds(dose)
    last = min(dose.reps, max(1, LONGEST_PART_SECONDS // repetition))
    pieces = TELLER.tell(Count(exercise.id, exercise.tempo, dose, 1, last))
    return last * repetition, ssml.speak(*(piece for piece in pieces if isinstance(piece, Timed)))


def main() -> None:
    """Print a line for each exercise at the dose one starts with and at the one to reach."""
    try:
        voice = SystemVoice.installed()
    except SystemVoiceError as error:
        voice = None
        print(error)
    for exercise in load_knowledge().exercises.values():
        for dose in (exercise.start, exercise.target):
            wanted, spoken = counted(exercise, dose)
            line = f"{exercise.id:20} {wanted:5.0f} s wanted, {seconds(spoken) / wanted - 1:+4.0%} by the estimate"
            print(f"{line}, {voice.measure(spoken) / wanted - 1:+4.0%} in {voice.name}" if voice else line)


if __name__ == "__main__":
    main()
