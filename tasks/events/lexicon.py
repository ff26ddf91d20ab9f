"""`triggers.yaml` of a language, checked and compiled to one matcher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tasks.errors import ReferenceDataError
from tasks.events.condition import Condition, WordSet, word_set
from tasks.events.taxonomy import taxonomy
from tasks.parse.inflection import InflectionError, Step, expand
from tasks.settings import REFERENCE
from tasks.text.reference import language_file

_CONDITIONS = (
    *("needs", "unless", "after", "not_after", "before", "not_before"),
    *("next", "not_next", "prev", "not_prev"),
)
_KEYS = {"t", "subject", "consequence", "weak", "denies", *_CONDITIONS}
_COMPOUND_KEYS = {"head", "type", "mode", "first", "not", "only", "consequence"}
_SUBJECTS = ("actor", "recipient", "none")
_PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase that tells of an event.

    Attributes:
        notation: the entry as the file has it.
        kinds: v (verb), n (noun), x (either) or p (fixed phrase).
        steps: its words.
        subject: what the subject of the active verb is: actor, recipient or none.
        consequence: it only tells the outcome of another event, where the sentence has one.
        denies: it tells that something did not happen (*acquitted*).
        weak: it counts only where a name or a known group takes part.
    """

    notation: str
    event_type: str
    mode: str | None
    kinds: frozenset[str]
    steps: tuple[Step, ...]
    condition: Condition
    subject: str = "actor"
    consequence: bool = False
    denies: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Compound:
    """Compounds by their last part; the first part may give another mode."""

    entry: Entry
    modes: Mapping[str, str | None]
    excluded: frozenset[str]
    only: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Attributive:
    """Participles that describe somebody rather than tell what happened: `their jailed leader`.

    Attributes:
        endings: how such forms end.
        behind: the words that stand before them; a noun stands behind.
    """

    endings: tuple[str, ...]
    behind: WordSet


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All triggers of a language, by the first form that they may begin with."""

    entries: tuple[Entry, ...]
    by_form: Mapping[str, tuple[Entry, ...]]
    heads: Mapping[str, Compound]
    head_lengths: tuple[int, ...]
    silent: Condition
    attributive: Attributive


@cache
def lexicon(language: str, reference: Path = REFERENCE) -> Lexicon:
    """The triggers of a language.

    Args:
        language: a BCP-47 tag that has `triggers.yaml`.
        reference: the reference folder.

    Raises:
        ReferenceDataError: the file is missing, or an entry names an unknown type, mode, class or key, or repeats
            the forms of another one without a condition that tells them apart.
    """
    where = f"languages/{language}/triggers.yaml"
    data = language_file(language, "triggers", reference)
    entries = _distinct(list(_entries(data, where, reference)), where)
    by_form: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for form in entry.steps[0].forms:
            by_form[form].append(entry)
    heads = {
        form: compound for compound in _compounds(data, where, reference) for form in compound.entry.steps[0].forms
    }
    silent = data.get("silent", {"with": [], "unless": []})
    attributive = data.get("attributive", {"endings": [], "behind": []})
    return Lexicon(
        entries=tuple(entries),
        by_form={form: tuple(sorted(found, key=_rank)) for form, found in by_form.items()},
        heads=heads,
        head_lengths=tuple(sorted({len(form) for form in heads}, reverse=True)),
        silent=Condition(needs=_set(silent["with"], data, where), unless=_set(silent["unless"], data, where)),
        attributive=Attributive(tuple(attributive["endings"]), _set(attributive["behind"], data, where)),
    )


def _rank(entry: Entry) -> tuple[int, bool, int]:
    # Longer phrases first, then those that tell the mode by their neighbours, then those that ask more of them.
    conditional = entry.condition.strength > 0
    return -len(entry.steps), not (conditional and entry.mode is not None), -entry.condition.strength


def _entries(data: Mapping[str, Any], where: str, reference: Path) -> Iterator[Entry]:
    types = taxonomy(reference).event_types
    for event_type, modes in data["triggers"].items():
        if event_type not in types:
            raise ReferenceDataError(f"{where}: unknown event type {event_type!r}; expected one of {', '.join(types)}")
        for mode, items in modes.items():
            if mode != _PLAIN and mode not in types[event_type]:
                raise ReferenceDataError(
                    f"{where}: {event_type} has no mode {mode!r}; expected {_PLAIN} or one of {types[event_type]}"
                )
            for item in items:
                yield _entry(item, event_type, None if mode == _PLAIN else mode, data, where)


def _entry(item: object, event_type: str, mode: str | None, data: Mapping[str, Any], where: str) -> Entry:
    fields: dict[str, Any] = item if isinstance(item, dict) else {"t": item}
    notation = str(fields.get("t"))
    unknown = set(fields) - _KEYS
    if unknown:
        raise ReferenceDataError(f"{where}: entry {notation!r} has unknown keys {sorted(unknown)}")
    subject = str(fields.get("subject", "actor"))
    if subject not in _SUBJECTS:
        raise ReferenceDataError(f"{where}: entry {notation!r}: subject {subject!r}; expected one of {_SUBJECTS}")
    try:
        steps, kind = expand(notation, data["inflections"], data.get("irregular", {}))
    except InflectionError as error:
        raise ReferenceDataError(f"{where}: entry {notation!r}: {error}") from error
    sets = {name: _set(fields[name], data, where) for name in _CONDITIONS if name in fields}
    return Entry(
        notation=notation,
        event_type=event_type,
        mode=mode,
        kinds=frozenset(kind[0] if kind else ("p" if len(steps) > 1 else "x")),
        steps=steps,
        condition=Condition(**sets),
        subject=subject,
        consequence=bool(fields.get("consequence", False)),
        denies=bool(fields.get("denies", False)),
        weak=bool(fields.get("weak", False)),
    )


def _set(items: object, data: Mapping[str, Any], where: str) -> WordSet:
    if not isinstance(items, list):
        raise ReferenceDataError(f"{where}: expected a list of words, found {items!r}")
    try:
        return word_set(items, data.get("words", {}))
    except KeyError as error:
        raise ReferenceDataError(f"{where}: unknown group of words @{error.args[0]}") from error


def _distinct(entries: list[Entry], where: str) -> list[Entry]:
    """The entries, those of one type and mode that only differ in word class merged.

    Two entries of different meaning may share a form only where at least one of them is conditional.
    """
    kept: dict[tuple[frozenset[str], ...], list[Entry]] = {}
    owner: dict[str, Entry] = {}
    result: list[Entry] = []
    for entry in entries:
        same = kept.setdefault(tuple(step.forms for step in entry.steps), [])
        if any(_meaning(other) == _meaning(entry) for other in same):
            raise ReferenceDataError(f"{where}: entry {entry.notation!r} under {entry.event_type} stands there twice")
        same.append(entry)
        if len(entry.steps) == 1 and not entry.condition.strength:
            for form in sorted(entry.steps[0].forms):
                other = owner.setdefault(form, entry)
                if (other.event_type, other.mode) != (entry.event_type, entry.mode):
                    raise ReferenceDataError(
                        f"{where}: {form!r} stands under {other.event_type} ({other.notation}) and under "
                        f"{entry.event_type} ({entry.notation}); give one of them a condition"
                    )
        result.append(entry)
    return result


def _meaning(entry: Entry) -> tuple[object, ...]:
    return entry.event_type, entry.mode, entry.condition, entry.kinds


def _compounds(data: Mapping[str, Any], where: str, reference: Path) -> Iterator[Compound]:
    types = taxonomy(reference).event_types
    for item in data.get("compounds", []):
        unknown = set(item) - _COMPOUND_KEYS
        if unknown:
            raise ReferenceDataError(f"{where}: compound {item.get('head')!r} has unknown keys {sorted(unknown)}")
        event_type, mode = item["type"], item["mode"]
        for name in (mode, *item["first"].values()):
            if event_type not in types or (name != _PLAIN and name not in types[event_type]):
                raise ReferenceDataError(f"{where}: compound {item['head']!r}: no {event_type} with the mode {name!r}")
        entry = _entry({"t": item["head"]}, event_type, None if mode == _PLAIN else mode, data, where)
        yield Compound(
            entry=replace(entry, consequence=bool(item.get("consequence", False)), kinds=frozenset("n")),
            modes={first: None if name == _PLAIN else name for first, name in item["first"].items()},
            excluded=frozenset(map(str, item["not"])),
            only=frozenset(map(str, item["only"])) if "only" in item else None,
        )
