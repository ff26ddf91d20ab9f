"""What is asked about a word that may tell of an event: the rules' evidence, the grammar around it, its place.

Features are named and sparse: what is not named is 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.events.candidates import Candidate
from tasks.events.reading import Reading
from tasks.parse.clause import Clause, Role
from tasks.parse.tree import Tree

Features = dict[str, float]

_FEATS = ("VerbForm", "Tense", "Mood", "Voice", "Number", "Definite", "Degree")
_DOERS = frozenset({"subject", "agent"})
_USUAL, _SENTENCES = 0.4, 4  # mentions to a sentence in news, and what that guess is worth
_FAR = 30  # sentences, or tokens: what is farther is as far


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate in its sentence, with what is known of it."""

    reading: Reading
    candidate: Candidate
    features: Features

    @property
    def keys(self) -> tuple[str, str]:
        """What its kind is known by: its dictionary form, and its entry with whether the rules take it."""
        seen = self.candidate.sighting
        entry = seen.trigger.entry
        lemma = _lemma(self.reading.parsed.tree, self.candidate.word)
        return lemma, f"{entry.notation}|{entry.event_type}|{'taken' if seen.taken else 'refused'}"


def _lemma(tree: Tree, word: int) -> str:
    """Dictionary form, in small letters, and part of speech of a word."""
    return f"{tree[word].lemma.lower()}/{tree[word].upos}"


def rows_of(sentences: Sequence[tuple[Reading, Sequence[Candidate]]]) -> list[Row]:
    """The candidates of a document with their features, in the order of the text."""
    found = []
    counted = sum(one.merged == "main" for _, own in sentences for one in own)
    # As if some more sentences were usual ones, or a text of one sentence would be all event or none.
    density = (counted + _USUAL * _SENTENCES) / (len(sentences) + _SENTENCES)
    told: dict[str, int] = {}  # type of event, or lemma: number of the sentence that had it last
    for at, (reading, own) in enumerate(sentences):
        clauses = {one.predicate.start: one for one in reading.parsed.clauses}
        sentence = _sentence(reading, own, at, len(sentences), density)
        for candidate in own:
            features = dict(sentence)
            _evidence(features, candidate, own)
            _grammar(features, reading, candidate)
            _clause(features, clauses.get(reading.parsed.tree[candidate.word].start), clauses)
            _told(features, reading, candidate, told)
            found.append(Row(reading, candidate, features))
        for candidate in own:
            told[_lemma(reading.parsed.tree, candidate.word)] = reading.text.number
            if candidate.merged == "main":
                told[candidate.sighting.trigger.event_type] = reading.text.number
    return found


def _sentence(reading: Reading, own: Sequence[Candidate], at: int, of: int, density: float) -> Features:
    words = reading.parsed.tree.words
    mains = sum(one.merged == "main" for one in own)
    labels = Counter(word.label for word in words if word.label is not None)
    return {
        "document.density": density,
        "sentence.at": min(at, _FAR),
        "sentence.share": at / max(1, of),
        "sentence.words": len(words),
        "sentence.triggers": mains,
        "sentence.names": sum(labels.values()),
        "sentence.people": labels["PER"],
        "sentence.places": labels["GPE"] + labels["LOC"],
        "sentence.times": len(reading.times),
        "sentence.quoted": reading.quoted,
        "sentence.numbers": sum(word.upos == "NUM" for word in words),
        "sentence.question": bool(words) and words[-1].text == "?",
    }


def _evidence(features: Features, candidate: Candidate, own: Sequence[Candidate]) -> None:
    """What the rules say: the entry, whether it counts, and what else they found near."""
    seen = candidate.sighting
    features[f"rules={seen.verdict}"] = 1
    features[f"merged={candidate.merged}"] = 1
    mains = [one for one in own if one.merged == "main" and one is not candidate]
    if mains:
        nearest = min(mains, key=lambda one: abs(one.first - candidate.first))
        features["near.tokens"] = min(_FAR, abs(nearest.first - candidate.first))
        features["near.before"] = nearest.first < candidate.first
        features[f"near.type={nearest.sighting.trigger.event_type}"] = 1
    entry = seen.trigger.entry
    features[f"entry.type={entry.event_type}"] = 1
    features["entry.mode"] = seen.trigger.mode is not None
    features["entry.weak"] = entry.weak
    features["entry.consequence"] = entry.consequence
    features["entry.words"] = len(entry.steps)
    features["entry.asks"] = entry.condition.strength
    features["entry.noun"] = seen.trigger.noun
    features["entry.compound"] = seen.compound
    features["entry.same"] = sum(one.sighting.trigger.event_type == entry.event_type for one in mains)


def _grammar(features: Features, reading: Reading, candidate: Candidate) -> None:
    """The word in its tree."""
    tree = reading.parsed.tree
    word = tree[candidate.word]
    features[f"upos={word.upos}"] = 1
    features[f"dep={word.base}"] = 1
    for name in _FEATS:
        value = word.feats.get(name)
        if value is not None:
            features[f"{name}={value}"] = 1
    if tree.is_root(candidate.word):
        features["head=none"] = 1
    else:
        head = tree[word.head]
        features[f"head={head.upos}"] = 1
        features[f"head.dep={head.base}"] = 1
    features["depth"] = sum(1 for _ in tree.above(candidate.word))
    features["position"] = candidate.first
    features["from_end"] = min(_FAR, len(reading.text.tokens) - candidate.first)
    features["label"] = word.label is not None
    features["capital"] = word.text[:1].isupper()
    features["length"] = len(word.text)
    for index in tree.children[candidate.word]:
        child = tree[index]
        features[f"has.{child.dep}"] = 1
        if child.base in {"nsubj", "obj", "obl", "nmod", "amod", "compound"}:
            features[f"has.{child.base}:{child.label or child.upos}"] = 1
        if child.base == "det":
            features[f"det={child.feats.get('Definite') or child.feats.get('PronType')}"] = 1
    features["children"] = len(tree.children[candidate.word])


def _clause(features: Features, clause: Clause | None, clauses: dict[int, Clause]) -> None:
    """The clause that the word is the predicate of."""
    if clause is None:
        features["clause=none"] = 1
        return
    predicate = clause.predicate
    for name, value in (
        ("clause", predicate.kind),
        ("relation", clause.relation),
        ("voice", predicate.voice),
        ("tense", predicate.tense),
        ("mood", predicate.mood),
        ("modality", predicate.modality),
        ("report", clause.report.kind if clause.report is not None else None),
    ):
        if value is not None:
            features[f"{name}={value}"] = 1
    features["negated"] = clause.negated
    features["particle"] = predicate.particle is not None
    if clause.parent is not None:
        above = next((one for one in clauses.values() if one.number == clause.parent), None)
        if above is not None:
            features[f"parent.tense={above.predicate.tense}"] = 1
            features[f"parent.kind={above.predicate.kind}"] = 1
    for role in clause.roles:
        features[f"role.{role.kind}"] = 1
        features[f"role.{_side(role)}:{role.label or role.upos}"] = 1


def _side(role: Role) -> str:
    return "doer" if role.kind in _DOERS else role.kind


def _told(features: Features, reading: Reading, candidate: Candidate, told: dict[str, int]) -> None:
    """Whether the document told of such an event before."""
    number = reading.text.number
    last = told.get(_lemma(reading.parsed.tree, candidate.word))
    if last is not None:
        features["told.word"] = 1
        features["told.word.ago"] = min(_FAR, number - last)
    last = told.get(candidate.sighting.trigger.event_type)
    if last is not None:
        features["told.type"] = 1
        features["told.type.ago"] = min(_FAR, number - last)
