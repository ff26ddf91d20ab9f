"""What a scorer of parties sees of a phrase and a trigger: numbers, and keys that what was counted is looked up by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.events.claims import is_speech_act
from tasks.events.draft import Draft
from tasks.events.grammar import grammar
from tasks.events.learned.parties_frame import Way, around, clause_at, reports, way, word_at
from tasks.events.learned.parties_phrases import PartyPhrase
from tasks.events.taxonomy import taxonomy
from tasks.parse.clause import Clause, Role
from tasks.parse.tree import Word
from tasks.settings import REFERENCE

ROLES = ("actor", "recipient", "claimant")
_KINDS = ("subject", "object", "indirect_object", "agent", "oblique", "time", "place", "complement", "modifier")
_VIAS = ("relative", "conjunct", "control", "light_verb")
_RELATIONS = (
    "main", "conjunct", "content", "complement", "adverbial", "relative", "participle", "subject", "parataxis",
    "nominal",
)  # fmt: skip
_BASES = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "compound", "amod", "conj", "appos",
    "root", "advmod", "parataxis", "dep",
)  # fmt: skip
LABELS = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP", "MISC")
_UPOS = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase beside a trigger: named numbers, and the keys of the counts that belong to it."""

    numbers: Mapping[str, float]
    keys: tuple[str, ...]


def describe(
    phrases: Sequence[PartyPhrase],
    draft: Draft,
    beside: Sequence[Draft],
    earlier: Mapping[str, Mapping[str, int]],
    reference: Path = REFERENCE,
) -> list[Described]:
    """Each phrase of a draft's sentence as seen from its trigger; none where the sentence or trigger is not parsed.

    Args:
        phrases: those of the sentence.
        draft: the mention, with the participants that the rules gave it.
        beside: all drafts of the sentence.
        earlier: for each role, how often heads of phrases had it in earlier sentences, by the head in small letters.
        reference: the reference folder.
    """
    mention, tree = draft.mention, draft.reading.parsed.tree
    trigger = word_at(tree, mention.trigger_start, mention.trigger_end)
    if trigger is None:
        return []
    view = _View(draft, beside, earlier, phrases, trigger, reference)
    return [view.describe(at) for at in range(len(phrases))]


class _View:
    """One trigger's sentence."""

    def __init__(  # noqa: PLR0917 - one place calls it
        self, draft: Draft, beside: Sequence[Draft], earlier: Mapping[str, Mapping[str, int]],
        phrases: Sequence[PartyPhrase], trigger: int, reference: Path,
    ) -> None:  # fmt: skip
        self.draft, self.phrases, self.trigger, self.earlier = draft, phrases, trigger, earlier
        parsed, mention = draft.reading.parsed, draft.mention
        self.tree = parsed.tree
        self.words = grammar(mention.language, reference)
        self.nominal = frozenset(one.head for one in phrases)
        self.clause = clause_at(parsed, mention.trigger_start, mention.trigger_end)
        self.clauses = parsed.clauses
        outer = self.clause or around(parsed, trigger)
        self.above = outer if self.clause is None else None
        if self.clause is not None and self.clause.parent is not None:
            self.above = parsed.clauses[self.clause.parent]
        self.reports = reports(outer)
        self.heads = [{one.head_start for one in clause.roles} for clause in self.clauses if clause is not self.clause]
        self.speakers = {s.head_start for clause in self.clauses for one in reports(clause) for s in one.speakers}
        self.voice = (self.clause.predicate.voice if self.clause is not None else None) or "none"
        self.noun = draft.trigger.noun
        self.others = [one for one in beside if one is not draft]
        self.triggers = [(one.mention.trigger_start, one.mention.trigger_end) for one in self.others]
        self.constant = self._of_trigger(reference)
        self.ways = [way(self.tree, one.head, trigger, self.nominal) for one in phrases]
        self.roles = [self._role(self.clause, one) for one in phrases]
        self.outer_roles = [self._role(self.above, one) for one in phrases]

    def _role(self, clause: Clause | None, phrase: PartyPhrase) -> Role | None:
        if clause is None:
            return None
        start = self.tree[phrase.head].start
        return next((one for one in clause.roles if one.head_start == start), None)

    def _of_trigger(self, reference: Path) -> dict[str, float]:
        draft, mention, tree, trigger = self.draft, self.draft.mention, self.tree, self.trigger
        types = _types(reference)
        clause = self.clause
        relation = _RELATIONS.index(clause.relation) if clause is not None else -1
        found: dict[str, float] = {
            "type": types.index(mention.event_type),
            "speech": is_speech_act(mention.event_type, mention.language, reference),
            "noun": self.noun, "passive": self.voice == "passive", "active": self.voice == "active",
            "relation": relation, "in clause": clause is not None,
            "subject is": ("actor", "recipient", "none").index(draft.trigger.entry.subject),
            "moded": mention.event_mode is not None, "reports": len(self.reports),
            "named reports": sum(bool(one.speakers) for one in self.reports),
            "quoted": draft.reading.quoted, "words": len(tree), "phrases": len(self.phrases),
            "trigger verb": tree[trigger].upos == "VERB", "trigger definite": draft.points_back,
            "mentions": len(self.others), "number": min(draft.number, 20), "negative": mention.polarity == "negative",
        }  # fmt: skip
        for role in ROLES:
            found[f"ruled {role}s"] = sum(one.role == role for one in mention.participants)
        roles = clause.roles if clause is not None else ()
        for kind in ("subject", "object", "agent", "oblique"):
            found[f"has {kind}"] = sum(one.kind == kind for one in roles)
        speakers = [one for report in self.reports for one in report.speakers if self._is_here(one)]
        found["speaker pronoun"] = max((pronoun_kind(self._word(one)) for one in speakers), default=0)
        for kind in ("subject", "object"):
            found[f"{kind} pronoun"] = max(
                (pronoun_kind(self._word(one)) for one in roles if one.kind == kind), default=0
            )
        return found

    def _is_here(self, role: Role) -> bool:
        mention = self.draft.mention
        return mention.sentence_start <= role.head_start < mention.sentence_end

    def _word(self, role: Role) -> Word:
        at = bisect_left(self.tree.words, role.head_start, key=lambda word: word.start)
        return self.tree[min(at, len(self.tree) - 1)]

    def describe(self, at: int) -> Described:
        """One of the phrases."""
        phrase, tree = self.phrases[at], self.tree
        word, path = tree[phrase.head], self.ways[at]
        numbers = dict(self.constant)
        self._of_way(numbers, phrase, path)
        self._of_clause(numbers, at)
        self._of_phrase(numbers, phrase, word)
        self._of_rules(numbers, phrase)
        self._of_document(numbers, word)
        return Described(numbers, self._keys(at, word, path))

    def _of_way(self, numbers: dict[str, float], phrase: PartyPhrase, path: Way) -> None:
        tree, trigger = self.tree, self.trigger
        first, last = sorted((phrase.head, trigger))
        between = range(first + 1, last)
        marks = [tree[at].text for at in between if tree[at].upos == "PUNCT"]
        label = tree[path.head].dep if tree[path.head].dep in _BASES else tree[path.head].base
        numbers |= {
            "up": len(path.up), "down": len(path.down), "joined": path.joined, "same clause": len(path.down) == 0,
            "label": index_of(_BASES, label), "meets": index_of(_BASES, path.up[-1]) if path.up else -2,
            "leads": index_of(_LINKS, path.down[-1]) if path.down else -2,
            "distance": phrase.head - trigger, "near": last - first, "before": phrase.head < trigger,
            "commas": sum(one == "," for one in marks), "marks": len(marks),
            "verbs between": sum(tree[at].upos in {"VERB", "AUX"} for at in between),
            "rank": sum(one.head > phrase.head if phrase.head < trigger else one.head < phrase.head
                        for one in self.phrases if (one.head < trigger) == (phrase.head < trigger)),
            "holds trigger": phrase.first <= trigger < phrase.last, "is trigger": phrase.head == trigger,
        }  # fmt: skip

    def _of_clause(self, numbers: dict[str, float], at: int) -> None:
        role, outer = self.roles[at], self.outer_roles[at]
        prep = self._prep(at)
        rules, event_type = self.words, self.draft.mention.event_type
        start = self.tree[self.phrases[at].head].start
        numbers |= {
            "role": index_of(_KINDS, role.kind) if role is not None else -2,
            "role via": index_of(_VIAS, role.via) if role is not None and role.via is not None else -2,
            "outer role": index_of(_KINDS, outer.kind) if outer is not None else -2,
            "roles elsewhere": sum(start in heads for heads in self.heads),
            "preposition": prep is not None,
            "agent preposition": prep in rules.agent or prep in rules.noun_actor,
            "aim preposition": prep in rules.noun_recipient or prep in rules.recipient,
            "own preposition": prep in rules.by_type.get(event_type, ()),
            "joint preposition": prep in rules.joint.get(event_type, ()) or prep in rules.between,
        }  # fmt: skip
        said = [n for n, one in enumerate(self.reports) if any(s.head_start == start for s in one.speakers)]
        numbers["speaks"] = said[0] + 1 if said else 0
        kind = self.reports[said[0]].kind if said else None
        numbers["speaks by"] = index_of(("verb", "according", "hearsay", "quotation"), kind) if kind else -2
        numbers["speaks anywhere"] = start in self.speakers

    def _prep(self, at: int) -> str | None:
        role = self.roles[at] or self.outer_roles[at]
        if role is not None:
            return role.preposition
        head = self.ways[at].head
        return next((self.tree[c].lower for c in self.tree.below(head, "case") if c < head), None)

    def _of_phrase(self, numbers: dict[str, float], phrase: PartyPhrase, word: Word) -> None:
        tree, reading, rules = self.tree, self.draft.reading, self.words
        inside = tree.words[phrase.first : phrase.last]
        lower = [one.lower for one in inside]
        numbers |= {
            "name": index_of(LABELS, word.label) if word.label else -2,
            "kind": index_of(_UPOS, word.upos),
            "size": phrase.last - phrase.first, "plural": word.feats.get("Number") == "Plur",
            "definite": word.feats.get("Definite") == "Def" or lower[0] in rules.definite,
            "group": word.lower in rules.known_groups or any(one in rules.known_groups for one in lower),
            "weapon": word.lower in rules.weapons, "counted": any(one.upos == "NUM" for one in inside),
            "owner inside": any(one.base == "amod" and one.text[0].isupper() for one in inside),
            "capital": word.text[0].isupper(), "genitive": word.feats.get("Case") == "Gen" or word.dep == "nmod:poss",
            "nested": any(o.first <= phrase.first and phrase.last <= o.last and o is not phrase for o in self.phrases),
            "holds": sum(phrase.first <= o.first and o.last <= phrase.last and o is not phrase for o in self.phrases),
            "pronoun": pronoun_kind(word),
            "time": any(one.start < phrase.end and phrase.start < one.end for one in reading.times),
            "place": any(one.start < phrase.end and phrase.start < one.end for one, _ in reading.places),
            "event": any(start < phrase.end and phrase.start < end for start, end in self.triggers),
            "heads event": any(start <= word.start < end for start, end in self.triggers),
            "first phrase": phrase is self.phrases[0], "opens": phrase.first == 0,
        }  # fmt: skip

    def _of_rules(self, numbers: dict[str, float], phrase: PartyPhrase) -> None:
        head = self.tree[phrase.head]
        for role in ROLES:
            own = [one for one in self.draft.mention.participants if one.role == role and one.via is None]
            numbers[f"ruled {role}"] = max((_same(one.start, one.end, phrase, head) for one in own), default=0)
            told = [p for o in self.others for p in o.mention.participants if p.role == role and p.via is None]
            numbers[f"other's {role}"] = max((_same(one.start, one.end, phrase, head) for one in told), default=0)

    def _of_document(self, numbers: dict[str, float], word: Word) -> None:
        for role in ROLES:
            numbers[f"earlier {role}"] = self.earlier.get(role, {}).get(word.lower, 0)

    def _keys(self, at: int, word: Word, path: Way) -> tuple[str, ...]:
        mention, role, form = self.draft.mention, self.roles[at], "n" if self.noun else self.voice[0]
        lemma = self.tree[self.trigger].lemma.lower()
        head = word.label if word.label is not None and word.upos == "PROPN" else word.lemma.lower()
        prep = self._prep(at) or "-"
        short = role.kind if role is not None else f"{'>'.join(path.up[-1:])}|{'>'.join(path.down[-1:])}"
        # All but the first hold words, which are those of a language.
        return (
            f"{form} {path.text}",
            *(f"{mention.language}:{key}" for key in (
                f"{mention.event_type} {form} {short} {prep}",
                f"{lemma} {form} {short}",
                head,
                f"{mention.event_type} {head}",
                f"{prep} {form} {path.text}",
            )),
        )  # fmt: skip


_LINKS = ("nsubj", "obj", "obl", "nmod", "conj", "acl:relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis")


def _same(start: int, end: int, phrase: PartyPhrase, head: Word) -> float:
    """2 for the same phrase, 1 for one that holds its head, else 0."""
    if start == phrase.start and end == phrase.end:
        return 2
    return float(start <= head.start < end)


def index_of(names: Sequence[str], name: str | None) -> int:
    """The place of a name among others; -1 where it is none of them."""
    return names.index(name) if name in names else -1


def pronoun_kind(word: Word) -> int:
    """0 for no personal pronoun, else 1 for a person, 2 for a thing, 3 for several, 4 for the speaker."""
    if word.upos != "PRON" or word.feats.get("PronType", "Prs") != "Prs":
        return 0
    if word.feats.get("Person") in {"1", "2"}:
        return 4
    if word.feats.get("Number") == "Plur":
        return 3
    return 2 if "Neut" in word.feats.get("Gender", "") else 1


@cache
def _types(reference: Path) -> tuple[str, ...]:
    return tuple(sorted(taxonomy(reference).event_types))
