"""What the text around a participant tells: who is named in it, with which title, and which country it is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from tasks.actors.about import about
from tasks.actors.actor_file import ALWAYS, OFFICE, PERSON, Actor, Span, is_country
from tasks.actors.compose import compose
from tasks.actors.found import NAMELESS, Found, of_actor, without_entity
from tasks.actors.known import HEADS
from tasks.actors.lexicon import Lexicon
from tasks.actors.named import Named
from tasks.actors.names import squash
from tasks.actors.phrase import NAME, Item
from tasks.actors.scene import ALONE, WITHIN
from tasks.actors.towns import town_country
from tasks.dates.edtf import bounds
from tasks.text.document import Document

_TITLE = frozenset(
    {"office", "role", "member", "spokes", "leader", "body", "actor", "country", "adjective", "people"}
    | {"deputy", "former", "coming", "and", "article"}
)
_LONGEST_TITLE = 8
_LONGEST_APPOSITION = 14
_ACRONYM = 6
# Who is meant by the leader of a group or body.
_LEADERS = ("party-leader", "secretary-general", "commission-president", "director")


class TextScene:
    """The scene of one document, read in one language."""

    def __init__(self, document: Document, lexicon: Lexicon, reference: Path) -> None:
        self.lexicon = lexicon
        self._reference = reference
        self._day = Span(*bounds(document.published)) if document.published else ALWAYS
        self._named = Named(document.text, lexicon, self._day)
        self._asked: set[str] = set()

    def actor(self, ids: Sequence[str]) -> Found | None:
        """Which of the actors of one name is meant when the text was written; of an office, who held it."""
        known = self.lexicon.known
        actor = known.in_force(ids, self._day)
        if actor is not None and actor.kind == OFFICE:
            actor = known.incumbent(actor.actor_id, self._day) or actor
        return self._found(actor)

    def person(self, name: str, office: str | None) -> Found | None:
        """The known person that a name stands for; else what the text tells of somebody of this name."""
        genitive = self.lexicon.genitive
        found = self._person(name, office)
        if found is None and genitive and name.endswith(genitive):
            return self._person(name.removesuffix(genitive), office)
        return found

    def holder(self, office: str, of: str) -> Found | None:
        """Who held an office when the text was written."""
        return self._found(self.lexicon.known.holder(office, of, self._day))

    def leader(self, of: str) -> Found | None:
        """Who led a country or group when the text was written: the one that the text names, else the only one."""
        known = self.lexicon.known
        offices = HEADS if is_country(of) else _LEADERS
        holders = {one.actor_id: one for office in offices if (one := known.holder(office, of, self._day))}
        meant = [one for one in holders if one in self._named.known] or list(holders)
        return self._found(holders[meant[0]]) if len(meant) == 1 else None

    def bare_office(self, office: str, *, crowned: bool) -> Found | None:
        """Whom `the president` means: the only holder whom the text names, else that of the text's country."""
        known, names = self.lexicon.known, self.lexicon.names
        state = office == HEADS[0]
        named = [
            one
            for one in self._named.known
            for held in known.actors[one].held(self._day)
            if held.key == office and (not state or (held.of in names.monarchies) == crowned)
        ]
        if len(named) == 1:
            return self._found(known.actors[named[0]])
        country = self.country() or (None if state else self.lexicon.home)
        if named or country is None or office in names.of_bodies:
            return None
        if state and (country in names.monarchies) != crowned:
            return None
        sector = names.offices.get(office, "GOV")
        return self.holder(office, country) or Found(NAMELESS, countries=(country,), sector=sector)

    def place(self, name: str, *, least: int) -> str | None:
        """The country of a town of so many people, where there can be no doubt of it."""
        if (name.isupper() and len(name) <= _ACRONYM) or squash(name) in self.lexicon.not_towns:
            return None
        if least == ALONE:
            if squash(name.rsplit(maxsplit=1)[-1]) in self._named.unknown:
                return None
            least = WITHIN if squash(name) in self._named.placed else ALONE
        return town_country(name, self.lexicon.language, self._reference, least=least, own_name=least >= ALONE)

    def country(self) -> str | None:
        """The country that the text is about, where that is clear."""
        return self._country

    @cached_property
    def _country(self) -> str | None:
        def town(name: Item, within: bool) -> str | None:  # noqa: FBT001 - as `about` calls it
            return self.place(name.text, least=WITHIN if within else ALONE)

        return about(self._named.grouped, self.lexicon.home, town)

    def _found(self, actor: Actor | None) -> Found | None:
        return None if actor is None else of_actor(actor, self._day, self.lexicon.names, self.lexicon.known.actors)

    def _person(self, name: str, office: str | None) -> Found | None:
        known = self.lexicon.known
        parts = [part for part in name.replace("-", " ").split() if part.casefold() not in self.lexicon.particles]
        if not parts or (len(parts) == 1 and name.isupper()):
            return None
        surname = squash(parts[-1])
        if len(parts) > 1:
            person = self._named.by_sound(name)
            return self._found(known.actors[person]) if person is not None else self._told(surname, name)
        if surname in self._named.unknown:  # a namesake of whom the text tells
            return self._told(surname, name)
        named = self._named.surname(parts[0])
        if named:
            return self._found(known.actors[named[0]]) if len(named) == 1 else None
        if surname in self._named.first_names:  # `Kim` of an unknown Kim Jong-something
            return None
        return self._found(known.by_surname(surname, self._day, office))

    def _told(self, surname: str, name: str) -> Found | None:
        """What stands beside a person's full name: a title before it or an apposition behind it."""
        places = self._named.unknown.get(surname, ())
        if surname in self._asked:  # the title holds the same name
            return None
        self._asked.add(surname)
        try:
            several = len({squash(full) for _, full in places}) > 1
            for at, full in places:
                if several and squash(full) != squash(name):
                    continue
                found = self._somebody(self._title(at)) or self._somebody(self._apposition(at))
                if found is not None:
                    return found
        finally:
            self._asked.discard(surname)
        return None

    def _somebody(self, description: Sequence[Item]) -> Found | None:
        """Who a description means; only a spokesperson stands for the body itself."""
        found = compose(description, self) if description else None
        if found is None or found.kind == PERSON:
            return None
        return found if any(one.kind == "spokes" for one in description) else without_entity(found)

    def _title(self, at: int) -> Sequence[Item]:
        """The title before the name at an index, with the name's first word."""
        everything = self._named.items
        first = at
        while first > 0 and at - first < _LONGEST_TITLE and not everything[first].cut:
            if everything[first - 1].kind not in _TITLE:
                break
            first -= 1
        title = everything[first : at + 1]
        return title if any(one.kind not in ("and", "article") for one in title[:-1]) else ()

    def _apposition(self, at: int) -> Sequence[Item]:
        """What stands between commas behind the name at an index."""
        everything = self._named.items
        while at < len(everything) and everything[at].kind == NAME:
            at += 1
        if at >= len(everything) or everything[at].cut != "," or everything[at].kind not in _TITLE:
            return ()
        end = at + 1
        while end < len(everything) and not everything[end].cut and end - at < _LONGEST_APPOSITION:
            end += 1
        return everything[at:end]
