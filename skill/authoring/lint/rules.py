"""The table of rules, and the linter that applies them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from skill.authoring.lint import completeness, conflicts, dialog, invocation, manifest, phrases, samples, slots
from skill.authoring.lint.coverage import Coverage
from skill.authoring.lint.fault import Fault
from skill.authoring.lint.parity import parity
from skill.authoring.lint.view import ModelView, view
from skill.simulator.language import Language, load_language
from skill.simulator.model_parser import InteractionModelError

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Subject:
    """One locale's model, with what it is compared with: the manifest, prompts, and the slots that code elicits."""

    document: Json
    locale: str
    manifest: Json | None = None
    prompts: tuple[phrases.Prompt, ...] = ()
    elicited: Collection[tuple[str, str]] = ()

    @cached_property
    def model(self) -> ModelView:
        return view(self.document)

    @cached_property
    def language(self) -> Language:
        """The words of the platform itself; raises LanguageError where the simulator has none."""
        return load_language(self.locale)

    @cached_property
    def coverage(self) -> Coverage | None:
        """None for a model that could not be built; `could_be_built` says why."""
        try:
            return Coverage(self.document, self.language)
        except InteractionModelError:
            return None


Rule = Callable[[Subject], Iterable[Fault]]


def could_be_built(subject: Subject) -> Iterator[Fault]:
    """The first thing that the simulator would refuse, as Amazon's build does."""
    try:
        Coverage(subject.document, subject.language)
    except InteractionModelError as error:
        yield Fault("interaction model", "could not be built", str(error).rstrip("."))


def _suggested(subject: Subject) -> Iterable[Fault]:
    prompts = chain(subject.prompts, phrases.dialog_prompts(subject.model))
    return phrases.suggested(prompts, subject.coverage) if subject.coverage else ()


def _manifest_texts(subject: Subject) -> Iterable[Fault]:
    return manifest.texts(subject.manifest, subject.locale) if subject.manifest else ()


def _examples(subject: Subject) -> Iterable[Fault]:
    return manifest.examples(subject.manifest, subject.locale, subject.language) if subject.manifest else ()


def _example_coverage(subject: Subject) -> Iterable[Fault]:
    if subject.manifest is None or subject.coverage is None:
        return ()
    return manifest.example_coverage(subject.manifest, subject.locale, subject.coverage)


RULES: Mapping[str, Rule] = {
    "could-be-built": could_be_built,
    "required-intents": lambda each: completeness.required_intents(each.model),
    "defined-once": lambda each: completeness.defined_once(each.model),
    "size": lambda each: completeness.size(each.model, each.document),
    "invocation-name": lambda each: invocation.invocation_name(each.model, each.language),
    "sample-characters": lambda each: samples.characters(each.model),
    "duplicate-samples": lambda each: samples.duplicates(each.model),
    "repeated-samples": lambda each: samples.repeated(each.model),
    "missing-samples": lambda each: samples.missing(each.model),
    "slots-in-samples": lambda each: samples.slots_within(each.model),
    "phrase-slots": lambda each: samples.phrase_slots(each.model),
    "undefined-types": lambda each: slots.undefined_types(each.model),
    "unused-types": lambda each: slots.unused_types(each.model),
    "unused-slots": lambda each: slots.unused_slots(each.model),
    "empty-types": lambda each: slots.empty_types(each.model),
    "value-ids": lambda each: slots.value_ids(each.model),
    "value-texts": lambda each: slots.value_texts(each.model),
    "bare-slots": lambda each: conflicts.bare_slots(each.model, each.language),
    "bare-slots-and-samples": lambda each: conflicts.bare_slots_and_samples(each.model, each.language),
    "dialog-names": lambda each: dialog.unknown_names(each.model),
    "dialog-required-prompts": lambda each: dialog.required_prompts(each.model),
    "dialog-prompt-ids": lambda each: dialog.prompt_ids(each.model),
    "dialog-elicited": lambda each: dialog.elicited(each.model, each.elicited),
    "suggested-phrases": _suggested,
    "manifest-texts": _manifest_texts,
    "example-phrases": _examples,
    "example-coverage": _example_coverage,
}


def lint(subjects: Collection[Subject]) -> Iterator[tuple[str, Fault]]:
    """Every fault of every model, with the name of the rule, and what the locales do not share."""
    for subject in subjects:
        for name, rule in RULES.items():
            for fault in rule(subject):
                place = f"{subject.locale}, {fault.place}"
                yield name, Fault(place, fault.what, fault.mend)
    yield from (("parity", fault) for fault in parity({each.locale: each.model for each in subjects}))
