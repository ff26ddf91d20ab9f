"""A phrase as the things it is put together of: countries, known actors, offices, role nouns, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.actors.lexicon import REACH, Lexicon
from tasks.actors.names import Word, words
from tasks.actors.senses import OTHER, Sense

NAME = "name"
_SHORTEST_TAIL = 4
_SHORTEST_HEAD = 3
_SHORTEST_OWNER = 2
_NOT_LED = ("article", OTHER, "inner", "and")
_OWNERS = ("role", "body", "actor", "country")


@dataclass(frozen=True, slots=True)
class Item:
    """Some words of a phrase and what they mean.

    Attributes:
        kind: a kind of `Sense`, `name` (capitalised, unknown) or `other`.
        values: as in `Sense`.
        text: as it stands.
        words: those it is made of.
        own: whether it owns what follows. cut: whether a mark (comma, bracket, quote) parts it from what is before it.
    """

    kind: str
    values: tuple[str, ...]
    text: str
    words: tuple[Word, ...]
    own: bool
    cut: str

    @property
    def value(self) -> str:
        """The first value, or an empty text."""
        return self.values[0] if self.values else ""

    @property
    def hyphened(self) -> bool:
        """Whether a hyphen ties it to what stands before it."""
        return self.words[0].hyphened


def items(text: str, lexicon: Lexicon) -> list[Item]:
    """The items of a text, left to right: at each word the longest spelling that the lexicon knows.

    Args:
        text: a participant, or a whole text.
        lexicon: that of its language.
    """
    return _without_led(list(_read(text, words(text), lexicon)))


def _read(text: str, tokens: Sequence[Word], lexicon: Lexicon) -> list[Item]:
    found: list[Item] = []
    at = 0
    while at < len(tokens):
        if tokens[at].hyphened and tokens[at].key in lexicon.backed:
            found.append(Item("backed", (), tokens[at].text, (tokens[at],), own=False, cut=""))
            at += 1
            continue
        end, sense, own = _longest(tokens, at, lexicon)
        if sense is not None and sense.kind == "against" and end < len(tokens) and tokens[end].hyphened:
            at = _against(tokens, end, lexicon)
            continue
        if sense is not None and sense.kind == "against":
            sense = None  # `Post` in `Washington Post`
        piece = tuple(tokens[at:end])
        cut = "" if at == 0 or tokens[at].joined else tokens[at].before.strip() or "\n"
        if sense is None and not (split := _compound(piece[0], lexicon)):
            # The first word of a text has its capital from the sentence, unless more of a name follows.
            kind = NAME if piece[0].cap and _is_name(tokens, at) else OTHER
            found.append(Item(kind, (), piece[0].text, piece, own or piece[0].own, cut))
        elif sense is None:
            found.extend(Item(one.kind, one.values, piece[0].text, piece, piece[0].own, cut) for one in split)
        else:
            shown = text[piece[0].start : piece[-1].end]
            found.append(Item(sense.kind, sense.values, shown, piece, own or piece[-1].own, cut))
        at = end
    return found


def _against(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Where the name or word ends that a prefix is tied to: `government` in `anti-government protesters`."""
    end, sense, _ = _longest(tokens, at, lexicon)
    return end if sense is not None and sense.kind in ("actor", "country") else at + 1


def _longest(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, Sense | None, bool]:
    """Where the longest known spelling ends, its sense, and whether it is a genitive by its ending."""
    before = [""]  # the folded words so far, without the last
    stop = at + 1
    while stop < len(tokens) and stop - at < lexicon.longest + 1 and tokens[stop].joined:
        joined = before[-1] + tokens[stop - 1].full
        if len(joined) > lexicon.reach.get(joined[:REACH], REACH):
            break
        before.append(joined)
        stop += 1
    upper = [True]  # whether all words so far are in capitals
    for token in tokens[at:stop]:
        upper.append(upper[-1] and (token.upper or not token.text.isalpha()))
    first = tokens[at]
    for end in range(stop, at, -1):
        last = tokens[end - 1]
        head = before[end - at - 1]
        cap = first.cap or (end - at > 1 and tokens[at + 1].cap and first.text in lexicon.particles)
        sense = lexicon.sense(head + last.key, cap=cap, upper=upper[end - at])
        if sense is None and last.full != last.key:
            sense = lexicon.sense(head + last.full, cap=cap, upper=upper[end - at])
        if sense is not None:
            return end, sense, False
        genitive = lexicon.genitive
        if genitive and last.key.endswith(genitive) and len(last.key) > _SHORTEST_OWNER:
            bare = last.text.removesuffix(genitive)
            all_upper = upper[end - at - 1] and (bare.isupper() or not bare.isalpha())
            sense = lexicon.sense(head + last.key.removesuffix(genitive), cap=cap, upper=all_upper)
            if sense is not None:
                return end, sense, True
    return at + 1, None, False


def _is_name(tokens: Sequence[Word], at: int) -> bool:
    if at > 0 or len(tokens) == 1 or tokens[at].own:
        return True
    follows = tokens[at + 1]
    return follows.joined and (follows.cap or follows.hyphened)


def _compound(word: Word, lexicon: Lexicon) -> list[Sense]:
    """The senses of a word written in one that the lexicon lists only in parts: `narkogruppe`, `opprørssjef`."""
    key = word.key
    if len(key) < _SHORTEST_TAIL + _SHORTEST_HEAD or (word.cap and not word.text[1:].islower()):
        return []
    if any(key[cut:] in lexicon.backed for cut in range(_SHORTEST_HEAD, len(key) - _SHORTEST_HEAD)):
        return [Sense(OTHER, ())]
    if not lexicon.genitive:
        return []
    for start, sector in lexicon.starts:
        if key.startswith(start):
            return [Sense("role", (sector,))]
    for cut in range(_SHORTEST_HEAD, len(key) - _SHORTEST_HEAD + 1):
        if len(key) - cut < _SHORTEST_TAIL and key[cut - 1] != lexicon.binding:
            continue  # so short an ending is a word only behind a binding letter: `koalisjonsfly`
        for tail in (key[cut:], key[cut:].removesuffix(lexicon.genitive)):
            sense = lexicon.sense(tail, cap=False, upper=False)
            if (
                sense is None
                or len(tail) < _SHORTEST_HEAD
                or sense.kind not in ("role", "body", "member", "spokes", "leader")
            ):
                continue
            head = key[:cut].removesuffix(lexicon.binding)
            first = lexicon.sense(head, cap=True, upper=True) or lexicon.sense(key[:cut], cap=True, upper=True)
            owns = first is not None and first.kind in _OWNERS and not (first.kind == sense.kind == "role")
            return [first, sense] if first is not None and owns else [sense]
    return []


def _without_led(found: list[Item]) -> list[Item]:
    """Leave out who only backs or leads: `US-backed rebels`, `Russian- and Iranian-backed forces`."""
    kept: list[Item] = []
    for item in found:
        if item.kind != "backed":
            kept.append(item)
            continue
        if kept and kept[-1].kind not in _NOT_LED:
            kept.pop()
        while len(kept) > 1 and kept[-1].kind == "and" and "-" in kept[-1].words[0].before:
            del kept[-2:]
        kept.append(Item(OTHER, (), item.text, item.words, own=False, cut=""))
    return kept
