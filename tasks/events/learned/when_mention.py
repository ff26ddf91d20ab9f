"""What a mention says of its own date: its clause, its words, and its place in the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.dates.edtf import published_precision
from tasks.events.clauses import clause_of
from tasks.events.draft import Draft, Scene, same_type
from tasks.parse.clause import Clause
from tasks.parse.tree import Tree

_FINITE = frozenset({"past", "present", "future", "perfect", "pluperfect"})
_STEM = 4
# Labels of the small words that tell how a word stands in time: `since`, `already`, `had`, `the`.
_SMALL = frozenset({"mark", "case", "aux", "advmod", "det", "amod"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """Where a trigger stands in its sentence: its clause, the chain of clauses above it, and its word in the tree."""

    clause: Clause | None
    above: tuple[Clause, ...]
    word: int | None


def grammar_of(draft: Draft) -> Grammar:
    """The grammar around the trigger of a mention."""
    clauses = draft.reading.parsed.clauses
    mention = draft.mention
    word = word_at(draft.reading.parsed.tree, mention.trigger_start, mention.trigger_end)
    clause = clause_of(draft.reading, draft.trigger)
    if clause is None:
        around = [one for one in clauses if one.start <= mention.trigger_start and mention.trigger_end <= one.end]
        inner = min(around, key=lambda one: one.end - one.start, default=None)
        return Grammar(None, () if inner is None else (inner, *_chain(inner, clauses)), word)
    return Grammar(clause, tuple(_chain(clause, clauses)), word)


def _chain(clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    seen = {clause.number}
    while clause.parent is not None and clause.parent not in seen and clause.parent < len(clauses):
        clause = clauses[clause.parent]
        seen.add(clause.number)
        yield clause


def word_at(tree: Tree, start: int, end: int) -> int | None:
    """The highest word of the tree among those that touch a span."""
    first = bisect_right(tree.words, start, key=lambda word: word.end)
    last = bisect_left(tree.words, end, key=lambda word: word.start)
    inside = range(first, last)
    return next((index for index in inside if tree[index].head not in inside or tree.is_root(index)), None)


def word_before(tree: Tree, start: int) -> str | None:
    """The word that ends before an offset, in small letters."""
    at = bisect_right(tree.words, start, key=lambda word: word.end) - 1
    return tree[at].lower if at >= 0 else None


def tense_of(grammar: Grammar) -> str | None:
    """The tense of the nearest finite clause, the trigger's own first."""
    own = () if grammar.clause is None else (grammar.clause,)
    tenses = (one.predicate.tense for one in (*own, *grammar.above))
    return next((tense for tense in tenses if tense in _FINITE), None)


def of_mention(scene: Scene, at: int, grammar: Grammar) -> dict[str, float]:
    """The features of a mention that its candidates share; what is not named is 0."""
    draft = scene.drafts[at]
    mention = draft.mention
    found = {
        f"type={mention.event_type}": 1.0,
        f"modality={mention.modality}": 1.0,
        "denied": float(mention.polarity == "negative"),
        "spoken": float(draft.spoken),
        "past words": float(draft.past),
        "noun": float(draft.trigger.noun),
        "definite": float(draft.points_back),
        "quoted": float(draft.reading.quoted),
        "dated": float(draft.when is not None),
        "actors": float(sum(one.role == "actor" for one in mention.participants)),
        "recipients": float(sum(one.role == "recipient" for one in mention.participants)),
        "claimants": float(sum(one.role == "claimant" for one in mention.participants)),
        "figures": float(len(mention.casualties)),
    }
    found |= _in_document(scene, at)
    found |= _of_clause(grammar)
    found |= _of_word(draft, grammar)
    return found


def _in_document(scene: Scene, at: int) -> dict[str, float]:
    draft = scene.drafts[at]
    month = published_precision(scene.document.published) == "month"
    same = [one for one in scene.before(at, 1000) if same_type(one, draft)]
    stem = stem_of(scene, draft)
    told = [one for one in scene.before(at, 1000) if stem_of(scene, one) == stem]
    inside = [one for one in scene.drafts if one.number == draft.number]
    dates = sum(time.kind == "DATE" for reading in scene.readings for time in reading.times)
    return {
        "sentence": float(min(draft.number, 30)),
        "place in document": draft.number / max(1, len(scene.document.sentences)),
        "month header": float(month),
        "mentions": float(min(len(scene.drafts), 40)),
        "mentions in sentence": float(len(inside)),
        "place in sentence": float(inside.index(draft)),
        "dates in document": float(min(dates, 20)),
        "same type before": float(min(len(same), 10)),
        "same word before": float(min(len(told), 5)),
        "back to same type": float(draft.number - same[0].number) if same else -1.0,
        "back to same word": float(draft.number - told[0].number) if told else -1.0,
    }


def stem_of(scene: Scene, draft: Draft) -> str:
    """The beginning of the trigger, which its forms share."""
    return scene.document.text[draft.mention.trigger_start : draft.mention.trigger_end].lower()[:_STEM]


def _of_clause(grammar: Grammar) -> dict[str, float]:
    found: dict[str, float] = {}
    clause = grammar.clause
    if clause is not None:
        predicate = clause.predicate
        found |= {f"relation={clause.relation}": 1.0, f"kind={predicate.kind}": 1.0}
        for name, value in (("tense", predicate.tense), ("mood", predicate.mood), ("voice", predicate.voice)):
            found[f"{name}={value}"] = 1.0
        found["clause negated"] = float(clause.negated)
        found[f"clause {predicate.modality}"] = 1.0
        found["reported"] = float(clause.report is not None)
        found["parties"] = float(len(clause.roles))
        for role in clause.roles:
            found[f"has {role.kind}"] = 1.0
    found["depth"] = float(len(grammar.above))
    for name, one in zip(("parent", "grandparent"), grammar.above, strict=False):
        found |= {f"{name} relation={one.relation}": 1.0, f"{name} tense={one.predicate.tense}": 1.0}
        found[f"{name} {one.predicate.modality}"] = 1.0
    chain = ((clause,) if clause is not None else ()) + grammar.above
    finite = next((one for one in chain if one.predicate.tense in _FINITE), None)
    if finite is not None:
        found[f"finite tense={finite.predicate.tense}"] = 1.0
        found["finite far"] = float(chain.index(finite))
    if chain:
        found[f"top tense={chain[-1].predicate.tense}"] = 1.0
    found["relative above"] = float(any(one.relation in ("relative", "participle") for one in chain))
    found["adverbial above"] = float(any(one.relation == "adverbial" for one in chain))
    found["content above"] = float(any(one.relation == "content" for one in chain))
    return found


def _of_word(draft: Draft, grammar: Grammar) -> dict[str, float]:
    tree = draft.reading.parsed.tree
    if grammar.word is None:
        return {"no tree": 1.0}
    word = tree[grammar.word]
    found = {f"dep={word.base}": 1.0, f"pos={word.upos}": 1.0, "words": float(min(len(tree), 60))}
    found["plural"] = float(word.feats.get("Number") == "Plur")
    for child in tree.children[grammar.word]:
        below = tree[child]
        if below.base in ("det", "case", "nmod", "amod", "mark", "advmod", "nummod"):
            found[f"child={below.base}"] = 1.0
        if below.base == "det":
            found[f"article={below.feats.get('Definite')}"] = 1.0
        if below.base in _SMALL:
            found[f"{below.base}: {below.lower}"] = 1.0
    found[f"under: {tree[word.head].lemma}"] = 1.0
    for index in tree.above(grammar.word):
        for child in tree.below(index, "mark", "case", "aux"):
            found[f"{tree[child].base} above: {tree[child].lower}"] = 1.0
    for other in tree.words:
        if other.base == "advmod":
            found[f"in sentence: {other.lower}"] = 1.0
    found[f"definite form={word.feats.get('Definite')}"] = 1.0
    found[f"head pos={tree[word.head].upos}"] = 1.0
    return found
