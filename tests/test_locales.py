"""One locale stands on another: what is its own, what is inherited, and that neither changes what people are told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from skill import app, cli
from skill.alexa.tongues import Tongues
from skill.authoring.check import check
from skill.authoring.locale_check import PAGE
from skill.authoring.manifest import STORE
from skill.authoring.model_files import PACKAGE, model_path, read_json
from skill.commands import devices
from skill.conditions.documents import read_documents
from skill.conditions.evidence import Presence
from skill.conditions.loader import KNOWLEDGE
from skill.conditions.yaml_reader import Problem, read_yaml
from skill.evaluation.alike import told_apart
from skill.evaluation.cases import load_cases
from skill.evaluation.contracts import contracts
from skill.evaluation.patient_words import load_patient_words
from skill.evaluation.play import Player
from skill.evaluation.stage import stage_of
from skill.locales.documents import HEARD, SAID, STYLE, document, documents
from skill.locales.locale import FILE, fallbacks
from skill.simulator import Device
from skill.simulator.transcript_runner import Failure, run_file
from skill.speech.ssml import speak
from skill.understanding.pending import Pending
from skill.understanding.understander import Understander, load_understander

ROOT = Path(__file__).parent
FIRST, *OTHERS = app.LOCALE_CODES
THIN = [code for code in OTHERS if code != "en-GB"]
TRANSCRIPTS = sorted((ROOT / "transcripts" / FIRST).glob("*.md"))
# Of conversations en-GB holds every sixth and a thin locale every twelfth; of cases each locale plays every thirtieth,
# from another one on. `knee-guide transcripts --wordless --locale en-AU` and `knee-guide evaluate --every-locale` take
# them all.
SIXTH, TWELFTH, THIRTIETH = 6, 12, 30


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A folder with a locale, aa-AA, and one that falls back to it, bb-BB."""
    written = {
        "aa-AA/locale.yaml": "falls_back_to: null\nterms: {number: '1'}\n",
        "aa-AA/said/words.yaml": "hello: Hello\nlist: [one, two]\ncall: 'Call [number], {name}.'\ncolor: Your color\n",
        "aa-AA/heard/words.yaml": "group: [one, two]\nother: [three]\n",
        "aa-AA/style.yaml": "names: [knee]\n",
        "bb-BB/locale.yaml": "falls_back_to: aa-AA\nspelling: {color: colour}\nterms: {number: '2'}\n",
        "bb-BB/said/words.yaml": "hello: Ahoy\nlist: [three]\n",
        "bb-BB/heard/words.yaml": "group: [two, three]\nother:\n",
        "bb-BB/style.yaml": "names: [leg]\n",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def words(locales: Path, folder: str) -> dict[str, Any]:
    """The words of bb-BB, of which nothing is wrong."""
    problems: list[Problem] = []
    found: dict[str, Any] = documents(locales / "bb-BB", folder, problems)["words.yaml"]
    assert problems == []
    return found


def test_what_is_said_stands_in_the_place_of_the_fallbacks_and_lists_do_as_a_whole(locales: Path) -> None:
    assert words(locales, SAID)["hello"] == "Ahoy"
    assert words(locales, SAID)["list"] == ["three"]


def test_what_is_heard_adds_to_the_fallbacks(locales: Path) -> None:
    assert words(locales, HEARD)["group"] == ["one", "two", "three"]


def test_a_key_without_a_value_takes_the_fallbacks_away(locales: Path) -> None:
    assert "other" not in words(locales, HEARD)


def test_inherited_words_have_the_heirs_terms_and_keep_their_placeholders(locales: Path) -> None:
    assert words(locales, SAID)["call"] == "Call 2, {name}."


def test_inherited_words_are_spelled_as_the_heir_spells(locales: Path) -> None:
    assert words(locales, SAID)["color"] == "Your colour"


def test_a_document_beside_the_folders_is_laid_over_the_fallbacks_too(locales: Path) -> None:
    assert document(locales / "bb-BB", STYLE, []) == {"names": ["knee", "leg"]}


def test_a_term_without_words_is_told_at_the_line_that_uses_it(locales: Path) -> None:
    (locales / "bb-BB" / FILE).write_text("falls_back_to: aa-AA\n", encoding="utf-8")
    problems: list[Problem] = []
    documents(locales / "bb-BB", SAID, problems)
    mend = "write it there, or correct the name"
    assert problems == [Problem("aa-AA/said/words.yaml", 3, "there is no term [number] in bb-BB/locale.yaml", mend)]


@pytest.mark.parametrize(("code", "why"), [("bb-BB", "which falls back to it"), ("cc-CC", "which is no locale here")])
def test_a_fallback_that_leads_nowhere_is_told(locales: Path, code: str, why: str) -> None:
    (locales / "aa-AA" / FILE).write_text(f"falls_back_to: {code}\n", encoding="utf-8")
    problems: list[Problem] = []
    assert [each.code for each in fallbacks(locales / "bb-BB", problems)] == ["aa-AA", "bb-BB"]
    assert [problem.what for problem in problems] == [f"falls back to '{code}', {why}"]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    """The problems of a copy of the words in which a few things are wrong."""
    copy = tmp_path_factory.mktemp("broken") / "locales"
    shutil.copytree(app.LOCALES, copy)
    american = copy / "en-US" / "said" / "care.yaml"
    american.write_text(american.read_text(encoding="utf-8").replace("pain_rule:", "pain_rules:"), encoding="utf-8")
    british = copy / "en-GB" / FILE
    british.write_text(british.read_text(encoding="utf-8").replace('  emergency_number: "999"\n', ""), encoding="utf-8")
    (copy / "en-ZZ").mkdir()
    return check(KNOWLEDGE, copy).problems


def test_check_tells_a_key_that_no_locale_of_the_chain_words(broken: tuple[Problem, ...]) -> None:
    assert [each.path for each in broken if each.what == "'pain_rule' has no words"] == ["en-US/said/care.yaml"]


def test_check_tells_every_use_of_a_term_that_a_locale_lacks(broken: tuple[Problem, ...]) -> None:
    told = [each for each in broken if each.what == "there is no term [emergency_number] in en-GB/locale.yaml"]
    assert len(told) > 10
    assert all(each.line for each in told)


def test_check_tells_a_locale_that_does_not_say_what_it_is(broken: tuple[Problem, ...]) -> None:
    assert "en-ZZ/locale.yaml" in {each.path for each in broken if each.what.startswith("is missing")}


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each text or list of a document, by its keys."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


@pytest.mark.parametrize("code", OTHERS)
def test_a_locale_says_nothing_itself_that_its_fallback_says_already(code: str) -> None:
    *before, locale = fallbacks(app.LOCALES / code, [])
    inherited: dict[tuple[str, ...], Any] = {}
    for each in before:
        inherited |= written(each.directory)
    assert [keys for keys, text in written(locale.directory).items() if inherited.get(keys) == text] == []


def written(directory: Path) -> dict[tuple[str, ...], Any]:
    """Each text that a locale's own files have."""
    found = read_documents(directory / SAID, [])
    found |= {name: read_yaml(directory / name, name, []) for name in (PAGE, STORE) if (directory / name).is_file()}
    return {(name, *keys): text for name, each in found.items() for keys, text in leaves(each)}


def test_a_tongue_is_made_when_it_is_asked_for_and_once() -> None:
    made = count()
    tongues: Any = Tongues(("en-US", "en-GB"), lambda code: f"{code} {next(made)}")
    assert [tongues["en-GB"], tongues["en-GB"], tongues["en-US"]] == ["en-GB 0", "en-GB 0", "en-US 1"]
    assert "en-NZ" not in tongues


def test_a_number_to_call_is_spoken_figure_by_figure() -> None:
    assert speak("Call 999 now.") == '<speak>Call <say-as interpret-as="digits">999</say-as> now.</speak>'


def test_a_locale_in_which_alexa_hears_one_value_of_a_slot_asks_for_no_more() -> None:
    assert "multipleValues" in str(read_json(model_path(PACKAGE, "en-GB")))
    assert "multipleValues" not in str(read_json(model_path(PACKAGE, "en-IN")))


# --- What people say in Britain


@pytest.fixture(scope="module")
def british() -> Understander:
    return load_understander(app.LOCALES / "en-GB")


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("the back of me knee is giving me gyp when I run", {"overuse_running": "present"}),
        ("it doesn't half hurt when I crouch", {"pain_deep_bend": "present"}),
        ("my knee's gone", {"giving_way": "present"}),
        ("my knee has gone numb", {"numb_tingle": "present"}),
        ("the lump behind my knee has gone", {"lump_behind_knee": "absent"}),
        ("I've got jelly legs", {"giving_way": "present"}),
        ("he gave me a dead leg", {"direct_blow_or_hyperextension": "present", "sudden_onset": "present"}),
        ("I've got a dead leg from sitting", {"numb_tingle": "present"}),
        ("I've done my hamstring", {"sudden_onset": "present"}),
        ("I was fell running", {}),
        ("I'm out of puff just sat here", {"breathless_at_rest_or_chest_pain": "present"}),
        ("I can't feel when I need the loo", {"saddle_numbness_or_bladder": "present"}),
        ("I've lost a stone without trying", {"unexplained_weight_loss": "present"}),
    ],
)
def test_what_british_people_say_is_understood_as_they_mean_it(
    british: Understander, said: str, known: dict[str, str]
) -> None:
    findings = british.understand(said).evidence.findings
    assert {name: presence.value for name, presence in findings.items()} == known


@pytest.mark.parametrize(
    ("said", "reply"), [("not half", "yes"), ("aye", "yes"), ("nowt like that", "no"), ("not a scooby", "unsure")]
)
def test_a_british_yes_and_no_are_heard(british: Understander, said: str, reply: str) -> None:
    heard = british.understand(said, Pending("yes_no", findings=("locking",))).reply
    assert heard is not None
    assert heard.value == reply


# --- The same in every locale


@cache
def plain_device(code: str) -> Device:
    """One device a locale: it takes longer to make than a conversation takes, and every launch begins anew."""
    return devices.device(code)


def wordless_failures(path: Path, code: str) -> tuple[Failure, ...]:
    """What does not come true of a conversation's contracts in another locale."""

    def device(options: frozenset[str]) -> Device:
        return devices.for_transcript(code, options) if options else plain_device(code)

    return run_file(path, device, contracts(app.build().inference), worded=False)


@pytest.mark.parametrize("path", TRANSCRIPTS[::SIXTH], ids=lambda path: path.stem)
def test_conversations_go_the_same_way_in_british_english(path: Path) -> None:
    assert wordless_failures(path, "en-GB") == ()


@pytest.mark.parametrize(
    ("path", "code"), [(path, code) for start, code in enumerate(THIN) for path in TRANSCRIPTS[start::TWELFTH]]
)
def test_conversations_go_the_same_way_in_thin_locales(path: Path, code: str) -> None:
    assert wordless_failures(path, code) == ()


def test_a_conversation_is_held_in_another_locale_by_a_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "danger.md"
    said = "U: my knee hurts and i have chest pain\n> triage emergency\n> says 911\n"
    path.write_text(f"```transcript\n{said}```\n", encoding="utf-8")
    assert cli.main(["transcripts", "--locale", "en-AU", "--wordless", str(path)]) == 0
    assert cli.main(["transcripts", "--locale", "en-AU", str(path)]) == 1
    assert "Call 000 now." in capsys.readouterr().out


def player(code: str) -> Player:
    """Plays cases in a locale."""
    stage = stage_of(app.build(), code)
    return Player(
        devices.device(code, skill=stage.skill), stage, load_patient_words(code), Presence.ABSENT, direct=True
    )


def test_people_are_told_the_same_level_in_every_locale() -> None:
    knowledge = app.build().inference.knowledge
    cases = [case for path in sorted((ROOT / "vignettes").glob("*.yaml")) for case in load_cases(path, knowledge)]
    first = player(FIRST)
    for start, code in enumerate(OTHERS):
        assert list(told_apart({FIRST: first, code: player(code)}, cases[start::THIRTIETH])) == []


def test_cases_are_compared_in_every_locale_by_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = (ROOT / "vignettes" / "bakers_cyst.yaml").read_text(encoding="utf-8").split("\n\n- ")[1]
    (tmp_path / "one.yaml").write_text(f"- {case}", encoding="utf-8")
    assert cli.main(["evaluate", "--direct", "--every-locale", str(tmp_path / "one.yaml")]) == 0
    assert capsys.readouterr().out == f"Cases told the same in {len(app.LOCALE_CODES)} locales: 1.\n"
