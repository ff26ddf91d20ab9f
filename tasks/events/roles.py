"""Who does it, and to whom: participants by the place of noun phrases around the trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tasks.events.grammar import Grammar, grammar
from tasks.events.phrases import Phrase, is_material, left_phrase, right_phrase, split_phrase
from tasks.events.tokens import Text, Token, is_quote
from tasks.events.triggers import Trigger
from tasks.settings import REFERENCE

_REACH = 12


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases that take part in an event, and the weapon among them."""

    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    weapon: Phrase | None
    passive: bool = False


def find_roles(sentence: Text, trigger: Trigger, others: Sequence[Trigger], reference: Path = REFERENCE) -> Roles:
    """The actors, recipients and weapon of a trigger.

    Args:
        sentence: the sentence.
        trigger: one of its triggers.
        others: all its triggers; a phrase never runs over another one.
        reference: the reference folder.
    """
    rules = grammar(sentence.language, reference)
    start = max((other.last for other in others if other.last <= trigger.first and not other.noun), default=0)
    end = min((other.first for other in others if other.first >= trigger.last), default=len(sentence.tokens))
    frame = _Frame(sentence.tokens, trigger, rules, start, end, frozenset(one.first for one in others if not one.noun))
    actors, recipients, passive = frame.noun() if trigger.noun else frame.verb()
    roles = _without_weapons(sentence.tokens, actors, recipients, rules, passive=passive)
    if roles.weapon is not None:
        return roles
    inside = (at for at in range(trigger.first, trigger.last) if sentence.tokens[at].lower in rules.weapons)
    weapon = next((Phrase(at, at + 1) for at in inside if trigger.last - trigger.first > 1), None)
    return replace(roles, weapon=weapon)


@dataclass(frozen=True, slots=True)
class _Frame:
    tokens: Sequence[Token]
    trigger: Trigger
    rules: Grammar
    start: int
    end: int
    heads: frozenset[int]

    def verb(self) -> tuple[list[Phrase], list[Phrase], bool]:
        tokens, trigger = self.tokens, self.trigger
        subject, auxiliary = self._subject(trigger.first)
        passive = self._passive(auxiliary)
        if passive:
            agent = self._after(self.rules.agent, trigger.last)
            return _list(agent), _list(subject), True
        if subject is None and self.rules.verb_second and not self._bare_infinitive():
            subject = right_phrase(tokens, trigger.last, self.rules.links, self.end)
            direct = right_phrase(tokens, subject.last, self.rules.object_links, self.end) if subject else None
            start = subject.last if subject else trigger.last
        else:
            direct = right_phrase(tokens, trigger.last, self.rules.object_links, self.end)
            start = trigger.last
        if trigger.entry.subject == "recipient":
            return [], _list(subject), False
        actors = _list(subject) if trigger.entry.subject == "actor" else []
        partners = self._partners(start)
        if trigger.event_type in self.rules.joint and trigger.mode is None:
            # Who is met is a party as well.
            return actors + _list(direct) + partners, [], False
        if direct is None and trigger.last < self.end and tokens[trigger.last].lower in self.rules.that:
            direct = right_phrase(tokens, trigger.last + 1, self.rules.links, self.end)
        aimed = self._after(self._aims(), start)
        return actors + partners, _list(direct) + (_list(aimed) if aimed != direct else []), False

    def noun(self) -> tuple[list[Phrase], list[Phrase], bool]:
        tokens, trigger = self.tokens, self.trigger
        actors = self._owners()
        actors += _list(self._after(self.rules.noun_actor - self.rules.noun_recipient, trigger.last))
        actors += self._partners(trigger.last) + _list(self._after(self.rules.between, trigger.last))
        aims = self._aims() | self.rules.noun_recipient
        recipients = _list(self._after(aims, trigger.last))
        if not actors:
            verb = self._light_verb()
            if verb is not None:
                subject, auxiliary = self._subject(verb)
                inverted = subject is None and self.rules.verb_second
                if inverted:
                    subject = right_phrase(tokens, verb + 1, self.rules.links, trigger.first)
                own = subject is not None and subject.last == trigger.first
                if not own and (auxiliary is None or not self._passive(auxiliary, verb)):
                    actors = _list(subject)
        return actors, recipients, False

    def _aims(self) -> frozenset[str]:
        return self.rules.by_type.get(self.trigger.event_type, self.rules.recipient)

    def _partners(self, start: int) -> list[Phrase]:
        return _list(self._after(self.rules.joint.get(self.trigger.event_type, frozenset()), start))

    def _subject(self, verb: int) -> tuple[Phrase | None, int | None]:
        """The subject of the verb at an index, and the auxiliary that it stands with."""
        tokens, links = self.tokens, self.rules.links
        phrase = self._nominative(left_phrase(tokens, verb, links, self.start))
        at = verb - 1 if phrase is None else phrase.first - 1
        if phrase is None:
            while at >= self.start and tokens[at].has("adv") and not tokens[at].has("det"):
                at -= 1
        auxiliary = at if at >= self.start and tokens[at].has("aux") else None
        if phrase is not None:
            return phrase, auxiliary
        if auxiliary is not None:
            while auxiliary - 1 >= self.start and tokens[auxiliary - 1].has("aux", "adv"):
                auxiliary -= 1
            at = auxiliary - 1
            phrase = self._nominative(left_phrase(tokens, auxiliary, links, self.start))
            passive = next((i for i in range(verb - 1, auxiliary - 1, -1) if tokens[i].has("passive")), None)
            auxiliary = passive if passive is not None else auxiliary
        if phrase is None and at >= self.start and tokens[at].has("rel"):
            stop = at - 1 if at - 1 >= 0 and tokens[at - 1].text == "," else at
            phrase = self._nominative(left_phrase(tokens, stop, links, self.start)) or left_phrase(tokens, stop, links)
        if phrase is None and at >= self.start and tokens[at].has("inf"):
            phrase = self._of_infinitive(at)
        if phrase is None and at > 0 and self._shares(at, verb):
            phrase = self._of_clause_before(at)
        return phrase, auxiliary

    def _nominative(self, phrase: Phrase | None) -> Phrase | None:
        """The phrase that a prepositional one hangs on: `troops with foreign support` are the troops."""
        while phrase is not None and phrase.first > self.start:
            before = self.tokens[phrase.first - 1]
            if not before.has("prep") or before.has("sub", "cap"):
                return phrase
            phrase = left_phrase(self.tokens, phrase.first - 1, self.rules.links, self.start)
        return phrase

    def _shares(self, at: int, verb: int) -> bool:
        """Whether the verb shares the subject of what stands before: `… and sentenced`, `…, calling for`."""
        if self.tokens[at].has("and"):
            return True
        endings = self.rules.participle_endings
        return self.tokens[at].text == "," and bool(endings) and self.tokens[verb].lower.endswith(endings)

    def _of_clause_before(self, at: int) -> Phrase | None:
        for verb in range(at - 1, 0, -1):
            token = self.tokens[verb]
            if token.text in ";:" or token.has("sub", "rel"):
                return None
            if token.has("aux", "verb", "light", "report") or verb in self.heads:
                while verb > 0 and self.tokens[verb - 1].has("aux", "adv"):
                    verb -= 1  # noqa: PLW2901 - from the verb to its first auxiliary
                phrase = left_phrase(self.tokens, verb, self.rules.links)
                if phrase is not None:
                    return phrase
        return None

    def _of_infinitive(self, marker: int) -> Phrase | None:
        """The subject that an infinitive shares with the verb before it."""
        at = marker - 1
        while at >= self.start and self.tokens[at].has("adv", "prep"):
            at -= 1
        if at < self.start:
            return None
        if self.tokens[at].has("verb", "light", "report", "aux"):
            while at - 1 >= self.start and self.tokens[at - 1].has("aux", "adv"):
                at -= 1
            return left_phrase(self.tokens, at, self.rules.links, self.start)
        return left_phrase(self.tokens, at + 1, self.rules.links, self.start)

    def _bare_infinitive(self) -> bool:
        before = self.tokens[self.trigger.first - 1] if self.trigger.first else None
        return before is not None and before.has("inf")

    def _passive(self, auxiliary: int | None, verb: int | None = None) -> bool:
        first = self.trigger.first if verb is None else verb
        word = self.tokens[first].lower
        if self.rules.passive_endings and word.endswith(self.rules.passive_endings):
            return True
        if auxiliary is not None and any(self.tokens[at].has("passive") for at in range(auxiliary, first)):
            return not (self.rules.participle_endings and word.endswith(self.rules.participle_endings))
        # A participle alone: `villages attacked by rebels`.
        last = self.trigger.last if verb is None else verb + 1
        return auxiliary is None and last < len(self.tokens) and self.tokens[last].lower in self.rules.agent

    def _after(self, prepositions: frozenset[str], start: int) -> Phrase | None:
        """The noun phrase behind the first of the prepositions after the trigger, in the same clause."""
        tokens = self.tokens
        for at in range(start, min(self.end, start + _REACH)):
            token = tokens[at]
            if token.has("sub", "rel") and not token.has("prep"):
                return None
            if token.text in ";:." or (token.text == "," and _new_clause(tokens, at + 1)):
                return None
            if token.lower in prepositions:
                pair = token.lower in self.rules.between
                phrase = right_phrase(tokens, at + 1, self.rules.object_links, self.end, pair=pair)
                if phrase is not None and not tokens[phrase.first].has("time"):
                    return phrase
        return None

    def _owners(self) -> list[Phrase]:
        """Adjectives of origin and genitives right before an event noun."""
        tokens, at = self.tokens, self.trigger.first - 1
        first = at + 1
        while at >= self.start and is_material(tokens[at]) and first - at < _REACH:
            if tokens[at].has("genitive"):
                owner = left_phrase(tokens, at, self.rules.links, self.start)
                return _list(owner)
            if tokens[at].has("owner") or self._genitive_name(at):
                begin = at
                while begin - 2 >= self.start and tokens[begin - 1].has("and") and tokens[begin - 2].has("owner"):
                    begin -= 2
                return split_phrase(tokens, Phrase(begin, at + 1))
            at -= 1
        return []

    def _genitive_name(self, at: int) -> bool:
        token = self.tokens[at]
        return self.rules.verb_second and token.has("cap") and at > 0 and token.lower.endswith("s")

    def _light_verb(self) -> int | None:
        for at in range(self.trigger.first - 1, max(self.start, self.trigger.first - _REACH) - 1, -1):
            token = self.tokens[at]
            if token.has("light"):
                return at
            if token.has("sub", "rel") or token.text in ",;:.":
                return None
        return None


def _new_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite verb or a pronoun stands there, so that the comma before it ends a clause."""
    return at < len(tokens) and tokens[at].has("aux", "pron", "report") and not tokens[at].has("rel", "det")


def _list(phrase: Phrase | None) -> list[Phrase]:
    return [] if phrase is None else [phrase]


def _without_weapons(
    tokens: Sequence[Token], actors: list[Phrase], recipients: list[Phrase], rules: Grammar, *, passive: bool
) -> Roles:
    """The roles with coordinated phrases split; a means of attack is no participant."""
    weapon: Phrase | None = None
    kept: dict[str, list[Phrase]] = {"actor": [], "recipient": []}
    for role, phrases in (("actor", actors), ("recipient", recipients)):
        for phrase in phrases:
            for part in split_phrase(tokens, phrase):
                named = any(_names_owner(tokens, at) for at in range(part.first, part.last))
                head = _head(tokens, part)
                if tokens[head].lower in rules.weapons and not named:
                    weapon = weapon or _bare(tokens, part, head)
                    owner = _owner_of_weapon(tokens, part, head, rules)
                    if owner is not None:
                        kept[role].append(owner)
                else:
                    kept[role].append(part)
    return Roles(tuple(_unique(kept["actor"])), tuple(_unique(kept["recipient"])), weapon, passive)


def _names_owner(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].has("owner"):
        return True
    # The first word of a sentence has a capital whatever it is.
    return tokens[at].has("cap") and at > 0 and not is_quote(tokens[at - 1])


def _head(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The last word before the first preposition."""
    for at in range(phrase.first, phrase.last):
        if tokens[at].has("prep") and at > phrase.first and not tokens[at].has("cap"):
            return at - 1
    return phrase.last - 1


def _bare(tokens: Sequence[Token], phrase: Phrase, head: int) -> Phrase:
    first = phrase.first
    while first < head and tokens[first].has("det", "number"):
        first += 1
    return Phrase(first, head + 1)


def _owner_of_weapon(tokens: Sequence[Token], phrase: Phrase, head: int, rules: Grammar) -> Phrase | None:
    """`raketter fra opprørsgrupper`: who they come from."""
    at = head + 1
    if at + 1 < phrase.last and tokens[at].lower in rules.noun_actor:
        return Phrase(at + 1, phrase.last)
    return None


def _unique(phrases: list[Phrase]) -> list[Phrase]:
    return list(dict.fromkeys(phrases))
