"""Who is named in a text: known persons, unknown ones, and towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from tasks.actors.actor_file import PERSON, Span
from tasks.actors.known import sound
from tasks.actors.lexicon import Lexicon
from tasks.actors.names import skeleton, squash
from tasks.actors.phrase import NAME, Item, items
from tasks.actors.senses import PLACE

_TWO = 2
_ENDS = '.!?:\n"“”«»–—'


class Named:
    """The names of a text, each list made when it is first asked for."""

    def __init__(self, text: str, lexicon: Lexicon, day: Span) -> None:
        self._text = text
        self._lexicon = lexicon
        self._day = day

    @cached_property
    def items(self) -> list[Item]:
        """The items of the whole text."""
        return items(self._text, self._lexicon)

    @cached_property
    def known(self) -> Mapping[str, None]:
        """The persons of the actors file that are named in full, by id, in order of appearance."""
        found: dict[str, None] = {}
        for item in self.items:
            if item.kind == "actor":
                actor = self._lexicon.known.in_force(item.values, self._day)
                if actor is not None and actor.kind == PERSON:
                    found[actor.actor_id] = None
        for run in self._runs:
            person = self.by_sound(_name(run))
            if person is not None:
                found[person] = None
        return found

    def surname(self, name: str) -> tuple[str, ...]:
        """The known persons named in full whose surname this is, in whichever spelling."""
        return self._surnames.get(squash(name)) or self._surnames.get("~" + skeleton(name), ())

    def by_sound(self, name: str) -> str | None:
        """The only known person whose whole name sounds like this."""
        ids = self._lexicon.known.sounds.get(sound(name, self._lexicon.particles), ())
        return ids[0] if len(ids) == 1 else None

    @cached_property
    def unknown(self) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """By squashed surname of unknown persons: where each is named in full (an index into the items), and how."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        at = {id(item): number for number, item in enumerate(self.items)}
        for run in self._runs:
            name = _name(run)
            key = squash(run[-1].text)
            # `Later Lavrov` begins a sentence, and Lavrov was named before: the first word is no name.
            ordinary = len(run) == _TWO and _begins(run[0]) and (key in found or bool(self.surname(run[-1].text)))
            if self.by_sound(name) is None and not ordinary:
                found[key].append((at[id(run[0])], name))
        return {key: tuple(some) for key, some in found.items()}

    @cached_property
    def first_names(self) -> frozenset[str]:
        """The first words of unknown persons' names, squashed."""
        return frozenset(squash(full.split()[0]) for some in self.unknown.values() for _, full in some)

    @cached_property
    def grouped(self) -> list[Item]:
        """The items, names that belong together made one."""
        return list(self._grouped())

    @cached_property
    def placed(self) -> frozenset[str]:
        """Names that stand behind a preposition of place somewhere, squashed."""
        return frozenset(
            squash(one.text)
            for before, one in pairwise(self.grouped)
            if one.kind == NAME and before.kind == "inner" and before.value == PLACE
        )

    @cached_property
    def _surnames(self) -> Mapping[str, tuple[str, ...]]:
        """Surnames of the known, and behind `~` the skeletons of these."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for one in self.known:
            for surname in self._lexicon.known.surnames_of.get(one, ()):
                found[surname][one] = None
                found["~" + skeleton(surname)][one] = None
        return {key: tuple(some) for key, some in found.items()}

    @cached_property
    def _runs(self) -> list[list[Item]]:
        """Names of two words and more that the lexicon does not know."""
        runs: list[list[Item]] = [[]]
        for item in self.items:
            if item.kind == NAME and (not runs[-1] or not item.cut):
                runs[-1].append(item)
            elif runs[-1]:
                runs.append([item] if item.kind == NAME else [])
        return [run for run in runs if len(run) > 1]

    def _grouped(self) -> Iterator[Item]:
        run: list[Item] = []
        for item in self.items:
            if run and (item.kind != NAME or item.cut):
                yield self._joined(run)
                run = []
            if item.kind == NAME:
                run.append(item)
            else:
                yield item
        if run:
            yield self._joined(run)

    def _joined(self, run: list[Item]) -> Item:
        first, last = run[0].words[0], run[-1].words[-1]
        return Item(NAME, (), self._text[first.start : last.end], (first, last), own=run[-1].own, cut=run[0].cut)


def _begins(item: Item) -> bool:
    """Whether an item begins a sentence."""
    return not item.words[0].before or any(sign in item.words[0].before for sign in _ENDS)


def _name(run: list[Item]) -> str:
    return " ".join(one.text for one in run)
