"""What speaks for each date that a mention may have, as numbers with names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tasks.dates.edtf import bounds
from tasks.dates.expression import TimeExpression
from tasks.events.draft import Draft, Scene, same_type
from tasks.events.learned.when_candidates import Bounds, Candidate, candidates
from tasks.events.learned.when_mention import Grammar, grammar_of, of_mention, stem_of, tense_of, word_at, word_before
from tasks.events.reading import Reading
from tasks.events.when import When
from tasks.parse.clause import Clause

# Characters from the beginning of a sentence in which an expression opens it.
_FAR = 12

# Features of a date that the others of the same mention are weighed against.
_WEIGHED = (
    "own near", "own no clause", "own no comma", "own no mention", "own own clause", "own hangs on it", "own up",
    "told same type back", "told same word back", "told back", "told shared parties", "told shared names share",
    "told party named", "told alike", "told same place", "told often", "told no date between", "read back",
    "read shared names share", "read party named", "read latest",
)  # fmt: skip


class Dates:
    """The mentions of a document with the dates that each may have, and the features of each pair."""

    def __init__(self, scene: Scene, ruled: Sequence[When]) -> None:
        self.scene = scene
        self.ruled = ruled
        self.times = {one.text.number: one.times for one in scene.readings if one.times}
        self.grammars = [grammar_of(draft) for draft in scene.drafts]
        self.tenses = [tense_of(grammar) for grammar in self.grammars]
        self.vectors = [_vector(draft, one) for draft, one in zip(scene.drafts, self.grammars, strict=True)]
        self.place = {id(draft): at for at, draft in enumerate(scene.drafts)}
        self.candidates = [candidates(scene, at, self.times) for at in range(len(scene.drafts))]
        told = Counter((one.when.date_start, one.when.date_end) for one in scene.drafts if one.when is not None)
        self.told: Mapping[Bounds, int] = told
        read = (time for own in self.times.values() for time in own if time.kind == "DATE" and time.value is not None)
        self.read: Mapping[Bounds, int] = Counter((time.date_start, time.date_end) for time in read)
        self.dated = sorted(self.times)
        self.stems = [stem_of(scene, draft) for draft in scene.drafts]
        self.parties = [_names(draft) for draft in scene.drafts]
        self.party_words = [_party_words(draft) for draft in scene.drafts]
        self.names = {one.text.number: _capitals(one) for one in scene.readings}
        self.number_of = {id(time): number for number, own in self.times.items() for time in own}
        self.reporting = {
            one.text.number: any(token.has("report") for token in one.text.tokens) for one in scene.readings
        }
        self.paragraphs = {one.text.number: one.text.segment_no for one in scene.readings}

    def of_mention(self, at: int) -> dict[str, float]:
        """The features that all dates of a mention share."""
        return of_mention(self.scene, at, self.grammars[at])

    def of_all(self, pairs: Sequence[Mapping[str, float]]) -> dict[str, float]:
        """What the best of a mention's dates has to show, so that each is weighed against it."""
        found: dict[str, float] = {}
        for name in _WEIGHED:
            values = [pair[name] for pair in pairs if name in pair]
            if values:
                found[f"best {name}"] = max(values)
        return found

    def of_pair(self, at: int, candidate: Candidate) -> dict[str, float]:
        """The features of a mention with one of its dates."""
        draft = self.scene.drafts[at]
        found: dict[str, float] = {f"from {source}": 1.0 for source in candidate.sources}
        found["sources"] = float(sum(map(len, candidate.sources.values())))
        ruled = self.ruled[at]
        found["ruled"] = float(candidate.bounds == (ruled.date_start, ruled.date_end))
        found[f"ruled {ruled.date_basis}"] = found["ruled"]
        found["told often"] = float(min(8, self.told.get(candidate.bounds, 0)))
        found["read often"] = float(min(8, self.read.get(candidate.bounds, 0)))
        found |= self._days(candidate)
        for source in ("own", "own_since", "own_on", "own_until", "lasting"):
            for one in candidate.sources.get(source, ()):
                if isinstance(one, TimeExpression):
                    _join(found, "own ", self._own(at, one))
        for source in ("told", "told_since"):
            for one in candidate.sources.get(source, ()):
                if isinstance(one, Draft):
                    _join(found, "told ", self._told(at, one))
        for one in candidate.sources.get("read", ()):
            if isinstance(one, TimeExpression):
                _join(found, "read ", self._read(draft, one))
        return found

    def _days(self, candidate: Candidate) -> dict[str, float]:
        first, last = bounds(self.scene.document.published) if self.scene.document.published else (None, None)
        start, end = candidate.bounds
        found = {"open start": float(start is None), "open end": float(end is None)}
        if start is not None and end is not None:
            found["days"] = float(min(1000, (end - start).days))
        if last is not None and end is not None:
            found["days ago"] = float(max(-400, min(4000, (last - end).days)))
        if first is not None and start is not None:
            found["begun ago"] = float(max(-400, min(4000, (first - start).days)))
        return found

    def _own(self, at: int, time: TimeExpression) -> Iterator[tuple[str, float]]:
        draft, grammar = self.scene.drafts[at], self.grammars[at]
        mention = draft.mention
        before = time.start < mention.trigger_start
        low, high = sorted(((time.start, time.end), (mention.trigger_start, mention.trigger_end)))
        between = [token for token in draft.reading.text.tokens if low[1] <= token.start < high[0]]
        yield "before", float(before)
        yield "after", float(not before)
        yield "near", -float(len(between))
        yield "no comma", -float(sum(token.text in ",;:–" for token in between))
        yield "no clause", -float(sum(token.has("sub", "rel") and not token.has("prep") for token in between))
        others = [one for one in self.scene.drafts if one.number == draft.number and one is not draft]
        yield "no mention", -float(sum(low[1] <= one.mention.trigger_start < high[0] for one in others))
        yield "rival", float(sum(_gap(one, time) < _gap(draft, time) for one in others))
        yield "taken", float(sum(one.when is not None and one.when.date_text == time.text for one in others))
        yield "relative", float(time.basis == "relative")
        yield f"precision={time.precision}", 1.0
        yield "first", float(time is next((one for one in draft.reading.times if one.kind == "DATE"), None))
        yield "many", float(sum(one.kind == "DATE" for one in draft.reading.times))
        yield "opens sentence", float(time.start - mention.sentence_start < _FAR)
        yield from _in_tree(draft, grammar, time)

    def _told(self, at: int, other: Draft) -> Iterator[tuple[str, float]]:
        draft = self.scene.drafts[at]
        back = draft.number - other.number
        yield "back", 1.0 / back if back > 0 else 0.0
        yield "ahead", -1.0 / back if back < 0 else 0.0
        yield "next before", float(back == 1)
        same = same_type(draft, other)
        yield "same type", float(same)
        yield "same type back", 1.0 / back if same and back > 0 else 0.0
        there = self.place[id(other)]
        word = self.stems[at] == self.stems[there]
        yield "same word", float(word)
        yield "same word back", 1.0 / back if word and back > 0 else 0.0
        yield "shared parties", float(len(self.parties[at] & self.parties[there]))
        yield "same paragraph", float(draft.mention.segment_no == other.mention.segment_no)
        yield "alike", self._likeness(at, there)
        mode, place = draft.mention.event_mode, draft.place
        yield "same mode", float(mode is not None and mode == other.mention.event_mode)
        if place is not None and other.place is not None:
            yield "same place", float(place.text == other.place.text)
            yield "other place", float(place.text != other.place.text)
        yield "spoken", float(other.spoken)
        yield "event", float(not other.spoken)
        yield "actual", float(other.mention.modality == "actual")
        yield "first", float(other.number <= 1)
        yield "latest", float(other.number == self._latest(draft.number))
        yield from self._beside(draft, other.number)
        mine, theirs = self.tenses[at], self.tenses[there]
        yield "same tense", float(mine == theirs)
        yield "before it", float(mine == "pluperfect" and theirs != "pluperfect")
        yield f"tense={theirs}", 1.0
        if other.when is not None:
            yield "relative", float(other.when.date_basis == "relative")
            yield "explicit", float(other.when.date_basis == "explicit")
            yield f"precision={other.when.date_prec}", 1.0

    def _read(self, draft: Draft, time: TimeExpression) -> Iterator[tuple[str, float]]:
        number = self.number_of[id(time)]
        back = draft.number - number
        yield "back", 1.0 / back if back > 0 else 0.0
        yield "ahead", -1.0 / back if back < 0 else 0.0
        yield "relative", float(time.basis == "relative")
        yield "explicit", float(time.basis == "explicit")
        yield f"precision={time.precision}", 1.0
        yield "first", float(number <= 1)
        yield "latest", float(number == self._latest(draft.number))
        yield "reporting", float(self.reporting[number])
        yield from self._beside(draft, number)

    def _likeness(self, at: int, other: int) -> float:
        """How alike the encoder finds two triggers where they stand, up to 1; 0 where it knows one of them not."""
        one, two = self.vectors[at], self.vectors[other]
        return 0.0 if one is None or two is None or len(one) != len(two) else float(one @ two)

    def _beside(self, draft: Draft, number: int) -> Iterator[tuple[str, float]]:
        """What the sentences of a mention and of a date have in common."""
        shared = self.names[draft.number] & self.names[number]
        yield "shared names", float(len(shared))
        yield "shared names share", len(shared) / max(1, len(self.names[draft.number]))
        yield "party named", float(len(self.party_words[self.place[id(draft)]] & self.names[number]))
        yield "paragraph", float(self.paragraphs[draft.number] == self.paragraphs[number])
        first, last = sorted((number, draft.number))
        between = bisect_left(self.dated, last) - bisect_right(self.dated, first)
        yield "no date between", 1.0 / (1 + max(0, between))

    def _latest(self, number: int) -> int | None:
        before = bisect_left(self.dated, number)
        return self.dated[before - 1] if before else None


def _in_tree(draft: Draft, grammar: Grammar, time: TimeExpression) -> Iterator[tuple[str, float]]:
    """How the expression hangs together with the trigger."""
    tree = draft.reading.parsed.tree
    word = word_at(tree, time.start, time.end)
    if word is None or grammar.word is None:
        return
    for child in tree.below(word, "case", "mark", "advmod"):
        yield f"with: {tree[child].lower}", 1.0
    before = word_before(tree, time.start)
    if before is not None:
        yield f"behind: {before}", 1.0
    for index in tree.above(word):
        for child in tree.below(index, "mark"):
            yield f"mark above: {tree[child].lower}", 1.0
    up = [grammar.word, *tree.above(grammar.word)]
    down = [word, *tree.above(word)]
    meeting = next((index for index in down if index in up), None)
    if meeting is not None:
        yield "up", -float(up.index(meeting))
        yield "down", -float(down.index(meeting))
        yield "hangs on it", float(meeting == grammar.word)
    else:
        yield "no path", 1.0
    holder = _holder(draft.reading.parsed.clauses, time)
    if holder is not None:
        chain = ((grammar.clause,) if grammar.clause is not None else ()) + grammar.above
        level = next((step for step, one in enumerate(chain) if one.number == holder.number), None)
        yield "own clause", float(level == 0 and grammar.clause is not None)
        yield "clause above", float(level is not None and (level > 0 or grammar.clause is None))
        yield "other clause", float(level is None)
        yield f"clause {holder.relation}", 1.0
        yield f"clause {holder.predicate.tense}", 1.0
        yield "reporting", float(any(one.report is not None and one.report.clause == holder.number for one in chain))


def _holder(clauses: Sequence[Clause], time: TimeExpression) -> Clause | None:
    """The clause that has the expression among its roles, else the smallest around it."""
    for clause in clauses:
        if any(role.start < time.end and time.start < role.end for role in clause.of("time", "oblique")):
            return clause
    around = [one for one in clauses if one.start <= time.start and time.end <= one.end]
    return min(around, key=lambda one: one.end - one.start, default=None)


def _vector(draft: Draft, grammar: Grammar) -> NDArray[np.float32] | None:
    """The encoder's vector of a trigger, of length 1."""
    vectors = draft.reading.parsed.vectors
    if grammar.word is None or not vectors.size:
        return None
    vector = vectors[grammar.word].astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else None


def _capitals(reading: Reading) -> frozenset[str]:
    return frozenset(token.text for token in reading.text.tokens if token.has("cap"))


def _gap(draft: Draft, time: TimeExpression) -> int:
    return max(time.start - draft.mention.trigger_end, draft.mention.trigger_start - time.end, 0)


def _names(draft: Draft) -> set[str]:
    return {one.text.lower() for one in draft.mention.participants if one.role != "claimant"}


def _party_words(draft: Draft) -> frozenset[str]:
    """The words with a capital in the names of a mention's parties."""
    return frozenset(word for one in draft.mention.participants for word in one.text.split() if word[0].isupper())


def _join(found: dict[str, float], prefix: str, more: Iterator[tuple[str, float]]) -> None:
    """Adds features, the largest of each where several speak."""
    for name, value in more:
        full = prefix + name
        found[full] = max(value, found[full]) if full in found else value
