"""What the text around a participant tells: who is named in it, with which title, and which country it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from tasks.actors.compose import ALONE, WITHIN, compose
from tasks.actors.found import NAMELESS, STATE, Found, of_actor
from tasks.actors.known import ALWAYS, HEADS, OFFICE, PERSON, Actor, Span, is_country, sound
from tasks.actors.lexicon import OTHER, PLACE, Lexicon
from tasks.actors.names import bare_surname, skeleton, squash
from tasks.actors.phrase import NAME, Item, items
from tasks.actors.towns import town_country
from tasks.dates.edtf import bounds
from tasks.text.document import Document

_TITLE = frozenset(
    {"office", "role", "member", "spokes", "leader", "body", "actor", "country", "adjective", "people", "deputy", "former",
     "coming", "and", "article"}
)  # fmt: skip
_LONGEST_TITLE = 8
_LONGEST_APPOSITION = 14
# A country is what the text is about if so much of what it names is of it, and so much more than of the next one.
_SHARE, _LEAD = 0.4, 1.5
_WEIGHTS = {"country": 1.0, "capital": 1.0, "adjective": 0.7, "people": 0.7}
_PLACE = 2.0
_ACRONYM = 6


class TextScene:
    """The scene of one document, read in one language."""

    def __init__(self, document: Document, lexicon: Lexicon, reference: Path) -> None:
        self.lexicon = lexicon
        self._reference = reference
        self._text = document.text
        self._day = Span(*bounds(document.published)) if document.published else ALWAYS
        self._busy: set[str] = set()

    def actor(self, ids: Sequence[str]) -> Found | None:
        """Which of the actors of one name is meant when the text was written."""
        actor = self.lexicon.known.in_force(ids, self._day)
        if actor is not None and actor.kind == OFFICE:
            actor = self.lexicon.known.incumbent(actor.actor_id, self._day) or actor
        return None if actor is None else self._found(actor)

    def person(self, name: str, office: str | None) -> Found | None:
        """The known person that a name stands for; else what the text tells of a person of this name."""
        found = self._person(name, office)
        genitive = self.lexicon.genitive
        if found is None and genitive and name.endswith(genitive):
            return self._person(name.removesuffix(genitive), office)
        return found

    def _person(self, name: str, office: str | None) -> Found | None:
        known = self.lexicon.known
        parts = [part for part in name.replace("-", " ").split() if part.casefold() not in self.lexicon.particles]
        if not parts:
            return None
        if len(parts) > 1:
            ids = known.sounds.get(sound(name, self.lexicon.particles), ())
            return self._found(known.actors[ids[0]]) if len(ids) == 1 else self._told(bare_surname([parts[-1]], frozenset()), name)
        key = squash(parts[0])
        named = self._persons.get(key) or self._persons.get("~" + skeleton(parts[0]), ())
        full = self._unknown.get(key, ())
        if len(named) == 1 and not full:
            return self._found(known.actors[named[0]])
        if full:
            return self._told(key, name)
        if named:
            return None
        actor = known.by_surname(key, self._day, office)
        return None if actor is None else self._found(actor)

    def holder(self, office: str, of: str) -> Found | None:
        """Who held an office when the text was written."""
        actor = self.lexicon.known.holder(office, of, self._day)
        return None if actor is None else self._found(actor)

    def leader(self, of: str) -> Found | None:
        """Who led a country or group when the text was written: the one that the text names, else the only one."""
        offices = HEADS if is_country(of) else ("party-leader", "secretary-general", "commission-president", "director")
        holders = {actor.actor_id: actor for one in offices if (actor := self.lexicon.known.holder(one, of, self._day))}
        named = [one for one in holders if one in self._named]
        if len(named) == 1:
            return self._found(holders[named[0]])
        return self._found(*holders.values()) if len(holders) == 1 else None

    def bare_office(self, office: str, *, crowned: bool) -> Found | None:
        """Whom `the president` means: the only holder whom the text names, else that of the text's country."""
        known, names = self.lexicon.known, self.lexicon.names
        named = {
            one: held.of
            for one in self._named
            for held in known.actors[one].held(self._day)
            if held.key == office and (office != HEADS[0] or (held.of in names.monarchies) == crowned)
        }
        if len(named) == 1:
            return self._found(known.actors[next(iter(named))])
        country = self.country() or (self.lexicon.home if office != HEADS[0] else None)
        if named or country is None or office in names.of_bodies:
            return None
        if office == HEADS[0] and (country in names.monarchies) != crowned:
            return None
        return self.holder(office, country) or Found(
            NAMELESS, countries=(country,), sector=names.offices.get(office, "GOV")
        )

    def place(self, name: str, *, least: int) -> str | None:
        """The country of a town of so many people, where there can be no doubt of it."""
        if (name.isupper() and len(name) <= _ACRONYM) or squash(name) in self.lexicon.not_towns:
            return None
        if least == ALONE:
            if squash(name.split()[-1]) in self._unknown:
                return None
            least = WITHIN if squash(name) in self._placed else ALONE
        return town_country(name, self.lexicon.language, self._reference, least=least, own_name=least >= ALONE)

    def country(self) -> str | None:
        """The country that the text is about, where that is clear."""
        return self._country

    def _found(self, actor: Actor) -> Found:
        return of_actor(actor, self._day, self.lexicon.names, self.lexicon.known.actors)

    @cached_property
    def _items(self) -> list[Item]:
        return items(self._text, self.lexicon)

    @cached_property
    def _named(self) -> Mapping[str, None]:
        """The persons of the file that the text names in full."""
        found: dict[str, None] = {}
        for item in self._items:
            if item.kind == "actor":
                actor = self.lexicon.known.in_force(item.values, self._day)
                if actor is not None and actor.kind == PERSON:
                    found[actor.actor_id] = None
        for run in self._runs:
            ids = self.lexicon.known.sounds.get(sound(" ".join(one.text for one in run), self.lexicon.particles), ())
            if len(ids) == 1:
                found[ids[0]] = None
        return found

    @cached_property
    def _persons(self) -> Mapping[str, tuple[str, ...]]:
        """Their surnames, and behind `~` the skeletons of these."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self._named:
            for surname in self.lexicon.known.surnames_of.get(one, ()):
                found[surname].add(one)
                found["~" + skeleton(surname)].add(one)
        return {key: tuple(sorted(some)) for key, some in found.items()}

    @cached_property
    def _runs(self) -> list[list[Item]]:
        """Names of two words and more that the lexicon does not know."""
        runs: list[list[Item]] = [[]]
        for item in self._items:
            if item.kind == NAME and (not runs[-1] or not item.cut):
                runs[-1].append(item)
            elif runs[-1]:
                runs.append([item] if item.kind == NAME else [])
        return [run for run in runs if len(run) > 1]

    @cached_property
    def _unknown(self) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """By the surnames of unknown persons: where each is named in full (an index into the items), and how."""
        place = {id(item): at for at, item in enumerate(self._items)}
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for run in self._runs:
            name = " ".join(one.text for one in run)
            if len(self.lexicon.known.sounds.get(sound(name, self.lexicon.particles), ())) != 1:
                found[squash(run[-1].text)].append((place[id(run[0])], name))
        return {key: tuple(some) for key, some in found.items()}

    def _told(self, surname: str, name: str) -> Found | None:
        """What stands beside the full name of a person elsewhere in the text: a title before it or an apposition."""
        if surname in self._busy:
            return None
        self._busy.add(surname)
        try:
            several = {squash(full) for _, full in self._unknown.get(surname, ())}
            for at, full in self._unknown.get(surname, ()):
                if len(several) > 1 and squash(full) != squash(name):
                    continue
                found = self._title(at) or self._apposition(at)
                if found is not None and found.kind != PERSON:
                    return found
        finally:
            self._busy.discard(surname)
        return None

    def _title(self, at: int) -> Found | None:
        first = at
        while first > 0 and at - first < _LONGEST_TITLE and not self._items[first].cut:
            if self._items[first - 1].kind not in _TITLE:
                break
            first -= 1
        title = self._items[first : at + 1]
        return compose(title, self) if any(one.kind not in ("and", "article") for one in title[:-1]) else None

    def _apposition(self, at: int) -> Found | None:
        while at < len(self._items) and self._items[at].kind == NAME:
            at += 1
        if at >= len(self._items) or self._items[at].cut != ",":
            return None
        end = at + 1
        while end < len(self._items) and not self._items[end].cut and end - at < _LONGEST_APPOSITION:
            end += 1
        if self._items[at].kind not in _TITLE and self._items[at].kind != OTHER:
            return None
        found = compose([Item("article", (), "", (), own=False, cut=""), *self._items[at:end]], self)
        return found if found is not None and (found.sector or found.countries) and self._items[at].kind != OTHER else None

    @cached_property
    def _placed(self) -> frozenset[str]:
        """Names that stand behind a preposition of place somewhere."""
        grouped = list(self._grouped)
        return frozenset(
            squash(one.text)
            for before, one in zip(grouped, grouped[1:], strict=False)
            if one.kind == NAME and before.value == PLACE
        )

    @property
    def _grouped(self) -> Iterator[Item]:
        """The items, names that belong together made one."""
        run: list[Item] = []
        for item in [*self._items, None]:
            if run and (item is None or item.kind != NAME or item.cut):
                first, last = run[0].words[0], run[-1].words[-1]
                yield Item(NAME, (), self._text[first.start : last.end], (first, last), own=run[-1].own, cut=run[0].cut)
                run = []
            if item is not None and item.kind == NAME:
                run.append(item)
            elif item is not None:
                yield item

    @cached_property
    def _country(self) -> str | None:
        weights: Counter[str] = Counter()
        before: Item | None = None
        for one in self._grouped:
            if one.kind in _WEIGHTS:
                weights[one.value] += _PLACE if before and before.value == PLACE else _WEIGHTS[one.kind]
            elif one.kind == NAME:
                within = before is not None and before.value == PLACE
                town = self.place(one.text, least=WITHIN if within else ALONE)
                if town is not None:
                    weights[town] += _PLACE if within else 1.0
            before = one
        home = self.lexicon.home
        if not weights:
            return home
        (first, most), (_, next_most) = [*weights.most_common(2), ("", 0.0)][:2]
        if most >= _SHARE * sum(weights.values()) and most >= _LEAD * next_most and most > _PLACE:
            return first
        return home if home and sum(weights.values()) - weights[home] < _PLACE else None


__all__ = ["STATE", "TextScene"]
