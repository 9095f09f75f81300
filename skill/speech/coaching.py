"""How each act of coaching is said. One function an act; what is counted comes in beats, all else as text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatchmethod

from skill.conditions.exercises import Dose
from skill.dialog import coaching_acts as told
from skill.speech.beats import Beat, Timed
from skill.speech.coaching_counting import Counter, resting
from skill.speech.phrases import joined
from skill.speech.saying import Saying
from skill.speech.ssml import Spoken

# How long each word of a pause lasts: silence stays under five seconds at a time.
PAUSE_CUE_SECONDS = 5.0
WARM_UP_SECONDS = 60
# On so many days a week and more, it is done tomorrow again.
MOST_DAYS, EVERY_DAY = 5, 7


class CoachTeller(Saying):
    """Says what is told around an exercise."""

    @singledispatchmethod
    def tell(self, act: told.CoachAct) -> Iterator[Spoken]:
        """The act in pieces. An act without a wording is a mistake of ours."""
        raise NotImplementedError(f"no wording for {type(act).__name__}")

    @tell.register
    def _not_coached(self, act: told.NotCoached) -> Iterator[Spoken]:
        yield self.words.coaching.gates.get(act.why) or self.prompt(f"not_coached_{act.why}")

    @tell.register
    def _warm_up(self, act: told.WarmUp) -> Iterator[Spoken]:
        yield self.words.coaching.plans[act.plan].warm_up
        yield Timed(tuple(resting(WARM_UP_SECONDS, self.words.prompts["warm_up_cues"])))

    @tell.register
    def _instead(self, act: told.Instead) -> Iterator[Spoken]:
        yield self.prompt("instead")

    @tell.register
    def _set_up(self, act: told.SetUp) -> Iterator[Spoken]:
        exercise = self.words.exercises[act.exercise]
        if not act.full:
            if act.first or act.on_top:
                yield self._on_side(act)
            yield exercise.cue
            return
        yield self.prompt("set_up", exercise=exercise.a_name)
        if act.needs:
            things = joined([self.words.coaching.equipment[each] for each in act.needs], "and")
            yield self.prompt("set_up_needs", things=things)
        yield from exercise.setup
        if act.side:
            yield self._on_side(act)
        yield self.prompt("set_up_dose", dose=self.dose(act.dose))
        yield exercise.stop
        if act.stop:
            yield self.words.coaching.stop
            yield self.prompt("stop_any_time")

    def _on_side(self, act: told.SetUp) -> str:
        kind = "on_top" if act.on_top else "first_side" if act.first else "side"
        return self.prompt(f"set_up_{kind}", side=self._side(act.side))

    @tell.register
    def _switch(self, act: told.Switch) -> Iterator[Spoken]:
        yield self.prompt("switch_on_top" if act.on_top else "switch", side=self._side(act.side))
        yield self.words.exercises[act.exercise].cue

    @tell.register
    def _count(self, act: told.Count) -> Iterator[Spoken]:
        if act.first > 1:
            yield self.prompt("count_on")
        elif act.side:
            yield self.prompt("count_begin_side", side=self._side(act.side))
        else:
            yield self.prompt("count_begin")
        halfway, last_three = self._plain("count_halfway"), self._plain("count_last_three")
        yield Timed(tuple(Counter(self.words.exercises[act.exercise], halfway, last_three).counted(act)))
        yield self.prompt("count_end" if act.last == act.dose.reps else "count_part_end")

    @tell.register
    def _rest(self, act: told.Rest) -> Iterator[Spoken]:
        yield self.prompt("rest", seconds=str(act.seconds))
        yield Timed(tuple(resting(act.seconds, self.words.prompts["rest_cues"])))
        if act.number == act.sets:
            yield self.prompt("rest_last")
        else:
            yield self.prompt("rest_next", number=str(act.number), sets=str(act.sets))

    @tell.register
    def _pain_noted(self, act: told.PainNoted) -> Iterator[Spoken]:
        yield self.prompt("pain_none" if act.none else "pain_fine")

    @tell.register
    def _pain_scale(self, act: told.PainScale) -> Iterator[Spoken]:
        yield self.prompt("pain_scale")

    @tell.register
    def _eased(self, act: told.Eased) -> Iterator[Spoken]:
        yield self.prompt("eased_sore" if act.sore else "eased", dose=self.dose(act.dose))
        if act.sore:
            yield self.words.exercises[act.exercise].easier

    @tell.register
    def _raised(self, act: told.Raised) -> Iterator[Spoken]:
        yield self.prompt("raised", dose=self.dose(act.dose))

    @tell.register
    def _at_the_edge(self, act: told.AtTheEdge) -> Iterator[Spoken]:
        yield self.prompt(f"at_the_edge_{act.which}")

    @tell.register
    def _enough(self, act: told.Enough) -> Iterator[Spoken]:
        yield self.prompt("enough")

    @tell.register
    def _halt(self, act: told.Halt) -> Iterator[Spoken]:
        yield self.prompt(f"halt_{act.why}")

    @tell.register
    def _paused(self, act: told.Paused) -> Iterator[Spoken]:
        yield self.prompt("paused")
        yield Timed(tuple(Beat(cue, PAUSE_CUE_SECONDS) for cue in self.words.prompts["pause_cues"]))

    @tell.register
    def _hold_still(self, act: told.HoldStill) -> Iterator[Spoken]:
        yield self.prompt("hold_still")

    @tell.register
    def _tempo_changed(self, act: told.TempoChanged) -> Iterator[Spoken]:
        yield self.prompt("tempo_slower" if act.slower else "tempo_faster")

    @tell.register
    def _sets_left(self, act: told.SetsLeft) -> Iterator[Spoken]:
        if act.sets == 1:
            yield self.prompt("sets_left_one")
        else:
            yield self.prompt("sets_left", number=str(act.number), sets=str(act.sets))
        if act.exercises is not None:
            yield self.counted("exercises_left", act.exercises)

    @tell.register
    def _skipped(self, act: told.Skipped) -> Iterator[Spoken]:
        yield self.prompt("skipped")

    @tell.register
    def _exercise_done(self, act: told.ExerciseDone) -> Iterator[Spoken]:
        yield self.prompt("done")
        dose = self.dose(act.dose)
        if act.days >= EVERY_DAY:
            yield self.prompt("done_daily", dose=dose)
        else:
            yield self.prompt(f"done_{'most' if act.days >= MOST_DAYS else 'some'}_days", dose=dose, days=str(act.days))
        if act.times > 1:
            yield self.prompt("done_twice_a_day")
        yield self.prompt(f"done_{act.rule}")

    @tell.register
    def _next_exercise(self, act: told.NextExercise) -> Iterator[Spoken]:
        yield self.prompt("next_exercise")

    @tell.register
    def _plan_done(self, act: told.PlanDone) -> Iterator[Spoken]:
        yield self.words.coaching.plans[act.plan].close

    def _side(self, side: str | None) -> str:
        return self._plain(f"side_{side}")

    def dose(self, dose: Dose) -> str:
        """The dose as a part of a sentence."""
        sets, reps, hold = str(dose.sets), str(dose.reps), str(dose.hold_seconds)
        if dose.reps == 1 and dose.hold_seconds:
            return (
                self._plain("dose_holds", sets=sets, hold=hold)
                if dose.sets > 1
                else self._plain("dose_hold", hold=hold)
            )
        if dose.sets > 1:
            counted = self._plain("dose_sets", sets=sets, reps=reps)
        else:
            counted = self._plain("dose_times", reps=reps) if dose.reps > 1 else self._plain("dose_once")
        return self._plain("dose_held", dose=counted, hold=hold) if dose.hold_seconds else counted
