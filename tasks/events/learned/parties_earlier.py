"""Parties that another sentence names: who pronouns and bare nouns stand for, and who speaks in a quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.events.draft import Draft, Scene
from tasks.events.grammar import grammar
from tasks.events.learned.parties_features import LABELS, ROLES, Described, index_of, pronoun_kind
from tasks.events.learned.parties_phrases import party_phrases
from tasks.events.reading import Reading

_REACH = 4  # sentences back; names from further back stand for a pronoun in one of thirty
_AHEAD = 3
_PEOPLE = frozenset({"PER", "ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom an earlier sentence names, at the last place where it does.

    Attributes:
        head: the head in small letters.
        number, segment: the numbers of the sentence and of its segment.
    """

    start: int
    end: int
    head: str
    number: int
    segment: int
    described: Mapping[str, float]


class Memory:
    """Who is named in the sentences of a document, sentence by sentence; `phrases` are those of each parsed one."""

    def __init__(self, scene: Scene) -> None:
        self._text = scene.document.text
        self._reference = scene.reference
        self._roles: dict[int, list[tuple[int, int, str]]] = {}
        for draft in scene.drafts:
            told = ((one.start, one.end, one.role) for one in draft.mention.participants)
            self._roles.setdefault(draft.number, []).extend(told)
        self._seen: Counter[str] = Counter()
        self.phrases = {
            one.text.number: party_phrases(one, scene.reference) for one in scene.readings if len(one.parsed.tree)
        }
        self._by_sentence = {one.text.number: list(self._named(one)) for one in scene.readings if len(one.parsed.tree)}

    def before(self, draft: Draft) -> list[Named]:
        """Those whom the sentences before name and the draft's own does not, the last first; then speakers behind."""
        own = {one.lower for one in draft.reading.parsed.tree.words}
        found: dict[str, Named] = {}
        for number in range(draft.number - 1, max(-1, draft.number - 1 - _REACH), -1):
            for one in self._by_sentence.get(number, ()):
                if one.head not in own:
                    found.setdefault(one.head, one)
        for number in range(draft.number + 1, draft.number + 1 + _AHEAD):
            # `– X ble angrepet. – Y flyktet, sier Z.`: who speaks may be named behind what is said.
            for one in self._by_sentence.get(number, ()):
                if one.described["speaks"] and one.segment == draft.mention.segment_no and one.head not in own:
                    found.setdefault(one.head, one)
        return list(found.values())

    def _named(self, reading: Reading) -> Iterator[Named]:
        tree, rules = reading.parsed.tree, grammar(reading.text.language, self._reference)
        told = self._roles.get(reading.text.number, [])
        speakers = {s.head_start for clause in reading.parsed.clauses if clause.report for s in clause.report.speakers}
        spans = [reading.span(one.phrase) for one in reading.claims]
        for phrase in self.phrases[reading.text.number]:
            word = tree[phrase.head]
            roles = {role for start, end, role in told if start <= word.start < end}
            group = word.lower in rules.known_groups
            if word.upos == "PRON" or not (word.label in _PEOPLE or group or roles):
                continue
            self._seen[word.lower] += 1
            numbers: dict[str, float] = {f"was {role}": role in roles for role in ROLES}
            numbers |= {
                "name": index_of(LABELS, word.label) if word.label else -2,
                "group": group, "plural": word.feats.get("Number") == "Plur",
                "subject": word.base == "nsubj", "apposed": word.base in {"appos", "flat", "conj"},
                "inside": word.base in {"nmod", "compound", "amod"}, "opens": phrase.first == 0,
                "speaks": word.start in speakers or any(start <= word.start < end for start, end in spans),
                "seen": self._seen[word.lower], "size": phrase.last - phrase.first,
            }  # fmt: skip
            yield Named(phrase.start, phrase.end, word.lower, reading.text.number, reading.text.segment_no, numbers)


def describe_earlier(named: Sequence[Named], draft: Draft, own: Described, text: str) -> list[Described]:
    """Each of those named before as seen from a draft; `own` is any phrase of its sentence as seen from its trigger."""
    mention = draft.mention
    tree = draft.reading.parsed.tree
    constant = {f"sentence {name}": own.numbers[name] for name in _OF_MENTION}
    constant["bare subject"] = _bare_subject(draft)
    for kind, number in (("he", 1), ("it", 2), ("they", 3), ("we", 4)):
        constant[kind] = sum(pronoun_kind(word) == number for word in tree.words)
    found = []
    for rank, one in enumerate(named):
        numbers = dict(constant) | dict(one.described)
        numbers |= {
            "rank": rank,
            "of": len(named),
            "back": draft.number - one.number,
            "same segment": one.segment == mention.segment_no,
        }
        same = [other for other in named if other.number == one.number]
        numbers["rank in sentence"] = same.index(one)
        name = text[one.start : one.end]
        for role in ROLES:
            numbers[f"ruled {role}"] = any(
                party.role == role and (party.text in name or name in party.text) for party in mention.participants
            )
        found.append(Described(numbers, ()))
    return found


_OF_MENTION = (
    "type", "speech", "noun", "passive", "active", "relation", "in clause", "subject is", "reports", "named reports",
    "quoted", "words", "phrases", "trigger definite", "number", "ruled actors", "ruled recipients", "ruled claimants",
    "has subject", "has object", "has agent", "subject pronoun", "object pronoun", "speaker pronoun",
)  # fmt: skip


def _bare_subject(draft: Draft) -> bool:
    """Whether the sentence begins with a noun that is definite but no name: `The group`, `Regimet`."""
    for word in draft.reading.parsed.tree.words:
        if word.base == "nsubj":
            return word.upos == "NOUN" and word.label is None
    return False
