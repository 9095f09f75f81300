from __future__ import annotations

import pytest

from skill.conditions import red_flags
from skill.conditions.model import TriageLevel
from skill.conditions.question_selection import MOST_QUESTIONS
from skill.evaluation.population import FIRST_WORDS, interview, people
from skill.evaluation.population_report import measure, strategies, table
from skill.evaluation.strategies import fixed_order, random_order

NUMBER = 40


@pytest.fixture(scope="module")
def sampled(inference):
    return list(people(inference, NUMBER))


def test_the_same_seed_gives_the_same_people(inference, sampled):
    assert list(people(inference, NUMBER)) == sampled
    assert list(people(inference, NUMBER, seed=6)) != sampled


def test_nobody_in_danger_is_interviewed(knowledge, sampled):
    floors = [red_flags.floor(knowledge, person.truth.evidence) for person in sampled]
    assert max(floors) < TriageLevel.SAME_DAY


def test_everybody_hurts_in_one_place(knowledge, sampled):
    places = [name for name, finding in knowledge.findings.items() if finding.one_of == "location"]
    assert {sum(person.truth.evidence.present(place) for place in places) for person in sampled} == {1}


def test_people_first_say_a_little_of_what_is_so(sampled):
    for person in sampled:
        assert len(person.says.findings) <= FIRST_WORDS
        assert all(person.truth.evidence.present(finding) for finding in person.says)


@pytest.mark.parametrize("name", strategies())
def test_no_strategy_asks_more_than_the_product_may(inference, sampled, name):
    strategy = strategies()[name]
    assert max(interview(inference, person, strategy).questions for person in sampled) <= MOST_QUESTIONS


def test_a_fixed_order_asks_first_what_stands_first(inference, knowledge, sampled):
    open_ones = [fixed_order(inference, sampled[0].says, ()), fixed_order(inference, sampled[0].says, ("onset",))]
    order = list(knowledge.questions)
    assert order.index(open_ones[0].id) < order.index(open_ones[1].id)


def test_a_random_order_is_the_same_for_the_same_seed(inference, sampled):
    draws = [random_order(3) for _ in range(2)]
    chosen = [[draw(inference, person.says, ()).id for person in sampled] for draw in draws]
    assert chosen[0] == chosen[1]
    assert len(set(chosen[0])) > 1


def test_the_table_has_a_line_for_each_strategy(inference, sampled):
    measured = [measure(name, strategy, sampled, inference) for name, strategy in strategies().items()]
    lines = list(table(measured, NUMBER))
    assert all(any(line.startswith(f"  {name}") for line in lines) for name in strategies())


def test_a_curve_begins_before_the_first_question_and_ends_with_the_result(inference, sampled):
    done = measure("information gain", strategies()["information gain"], sampled, inference)
    start, end = done.curve[0], done.curve[-1]
    assert start.questions == 0
    assert (end.questions, end.first, end.top_three) == pytest.approx(
        (done.mean_questions, done.first.share, done.top_three.share)
    )


def test_a_limit_on_the_questions_counts_what_was_known_by_then(inference, sampled):
    done = interview(inference, next(each for each in sampled if each.says.findings), fixed_order)
    assert done.has_cause(3, most=0) == (done.person.condition in done.rankings[0][:3])
    assert done.has_cause(3, most=99) == done.has_cause(3)
