"""The weights of `data/reference/incidents.yaml`, checked and ready."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tasks.errors import ReferenceDataError
from tasks.incidents.things import MARK
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file


@dataclass(frozen=True, slots=True)
class Steps:
    """Weights by a measure: the first step that it does not exceed, else `beyond`."""

    steps: tuple[tuple[float, float], ...]
    beyond: float

    def of(self, measure: float) -> float:
        """The weight of a measure."""
        for most, weight in self.steps:
            if measure <= most:
                return weight
        return self.beyond


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights by section, as the file describes them.

    Attributes:
        family: the number of an event type's family.
        sites: things that are places, with their mark.
        types: the weight of two types, both orders; modes likewise, of those that are alike.
    """

    prior: Mapping[str, float]
    link: float
    agree: float
    join: float
    family: Mapping[str, int]
    types: Mapping[tuple[str, str], float]
    modes: Mapping[tuple[str, str], float]
    same_mode: float
    contrary_mode: float
    dates: Mapping[str, float]
    days: Steps
    places: Mapping[str, float]
    parties: Mapping[str, float]
    speech: frozenset[str]
    figures: Mapping[str, float]
    words: Mapping[str, float]
    sites: frozenset[str]
    whether: Mapping[str, float]
    documents: Mapping[str, float]
    position: Steps
    same_document: Mapping[str, float]


@cache
def weights(reference: Path = REFERENCE) -> Weights:
    """The weights of a reference folder.

    Raises:
        ReferenceDataError: a section is missing or is no number where one is needed.
    """
    path = reference / "incidents.yaml"
    values = reference_file(path)
    try:
        return _weights(values)
    except (KeyError, TypeError, ValueError) as error:
        raise ReferenceDataError(f"{path}: {error!r}; restore it from the project") from error


def _weights(values: Mapping[str, Any]) -> Weights:
    types, dates, documents, parties = values["types"], values["dates"], values["documents"], values["parties"]
    return Weights(
        prior=_numbers(values["prior"]),
        link=float(values["link"]),
        agree=float(values["agree"]),
        join=float(values["join"]),
        family=MappingProxyType({name: n for n, names in enumerate(values["families"]) for name in names}),
        types=_types(values["families"], types),
        modes=_modes(types),
        same_mode=float(types["same_mode"]),
        contrary_mode=float(types["contrary_mode"]),
        dates=_numbers(dates, but=("within",)),
        days=_steps(dates["within"], dates["beyond"]),
        places=_numbers(values["places"]),
        parties=_numbers(parties, but=("speech",)),
        speech=frozenset(parties["speech"]),
        figures=_numbers(values["figures"]),
        words=_numbers(values["words"]),
        sites=frozenset(MARK + site for site in values["sites"]),
        whether=_numbers(values["whether"]),
        documents=_numbers(documents, but=("position",)),
        position=_steps(documents["position"], documents["position_beyond"]),
        same_document=_numbers(values["same_document"]),
    )


def _numbers(section: Mapping[str, Any], but: Sequence[str] = ()) -> Mapping[str, float]:
    return MappingProxyType({name: float(value) for name, value in section.items() if name not in but})


def _steps(pairs: Sequence[Sequence[float]], beyond: float) -> Steps:
    return Steps(tuple((float(most), float(weight)) for most, weight in pairs), float(beyond))


def _modes(section: Mapping[str, Any]) -> Mapping[tuple[str, str], float]:
    every = [(a, b) for modes in section["alike_modes"] for a in modes for b in modes]
    return MappingProxyType({pair: float(section["other_mode"]) for pair in every if pair[0] != pair[1]})


def _types(families: Sequence[Sequence[str]], section: Mapping[str, Any]) -> Mapping[tuple[str, str], float]:
    every = [name for names in families for name in names]
    found = {(a, b): float(section["foreign"]) for a in every for b in every}
    found |= {(a, b): float(section["same" if a == b else "other"]) for names in families for a in names for b in names}
    for pair, weight in section["confused"].items():
        first, second = pair.split()
        if (first, second) not in found:
            raise ValueError(f"'{pair}' are no two types")
        found[first, second] = found[second, first] = float(weight)
    return MappingProxyType(found)
