"""Whether a sentence speaks of what was or of what is to come: the nearest word of tense beside an expression decides.

Words of tense are the categories `past` and `future` of `dates.yaml` with its `endings`. Optional categories there:
`be` (words that speak of the future before an `infinitive` sign: *is to*, *set to*, *due to*) and the ending `present`
(verbs that speak of the future right after an expression at the head of a sentence: *Torsdag diskuterer Stortinget*),
`beside` (verbs that do so right before it, unless an `article` shows a noun: *lawmakers vote Thursday*).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from tasks.dates.grammar import Grammar
from tasks.dates.lexicon import LINE, OTHER, Tokens

Tense = Literal["past", "future", "none"]

# How far a word of tense may stand away, in tokens (white space included); a comma or conjunction adds to that.
_FAR, _PAUSE = 40, 12
# A preposition may stand between the head of a sentence and the expression: one word and one blank.
_PREPOSITION = 2
_STOPS = frozenset(".!?;:")


def tense(tokens: Tokens, grammar: Grammar, start: int, end: int) -> Tense:
    """What the nearest word of tense beside the tokens from `start` to `end` speaks of; `none` where there is none."""
    if start > 1 and tokens.codes[start - 2] in grammar.tense["beside"] and tokens.codes[start - 4 : start - 3] not in (
        grammar.tense["article"]
    ):  # fmt: skip
        return "future"
    after = end + 1
    if after < len(tokens.codes) and tokens.codes[after] in grammar.tense["present"] and _heads_sentence(tokens, start):
        return "future"
    sides = (
        _nearest(tokens, grammar, range(start - 1, -1, -1)),
        _nearest(tokens, grammar, range(end, len(tokens.texts))),
    )
    found = [one for one in sides if one is not None]
    return min(found, key=lambda one: (one[0], one[1] == "future"))[1] if found else "none"


def masked(tokens: Tokens, spans: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens with those of time expressions made plain: a word in a date shows no tense (German *Tagen*)."""
    pieces, reached = [], 0
    for start, end in spans:
        pieces += [tokens.codes[reached:start], OTHER * (end - start)]
        reached = end
    return Tokens(tokens.texts, "".join(pieces) + tokens.codes[reached:], tokens.ends)


def _nearest(tokens: Tokens, grammar: Grammar, way: range) -> tuple[int, Tense] | None:
    """Distance to the nearest word of tense in one direction, and its tense."""
    cost = 0
    for at in way:
        code = tokens.codes[at]
        cost += 1
        if cost > _FAR or code == LINE or (tokens.texts[at] in _STOPS and _ends_sentence(tokens, at)):
            return None
        if code in grammar.tense["future"]:
            return cost, "past" if _cancelled(tokens, grammar, at) else "future"
        if code in grammar.tense["infinitive"] and at > 1 and tokens.codes[at - 2] in grammar.tense["be"]:
            return cost, "future"
        if code in grammar.tense["past"] and not _is_infinitive(tokens, grammar, at):
            return cost, "past"
        if code in grammar.tense["pause"]:
            cost += _PAUSE
    return None


def _heads_sentence(tokens: Tokens, start: int) -> bool:
    """Whether nothing but a preposition stands before an expression in its sentence."""
    for at in (start, start - _PREPOSITION):
        if at >= 0 and tokens.texts[at][0].isupper() and (at == 0 or tokens.codes[at - 1] == LINE or (
            at > 1 and tokens.texts[at - 2] in _STOPS and _ends_sentence(tokens, at - 2)
        )):  # fmt: skip
            return True
    return False


def _is_infinitive(tokens: Tokens, grammar: Grammar, at: int) -> bool:
    """`to need`, `skal fortsette`: it ends like a past form, but the word before it says that it is none."""
    before = tokens.codes[at - 2] if at > 1 else ""
    return before in grammar.tense["infinitive"] or before in grammar.tense["future"]


def _cancelled(tokens: Tokens, grammar: Grammar, at: int) -> bool:
    """`skal ha`, `would have`: a report of the past with a word of the future in it."""
    return any(tokens.codes[i] in grammar.tense["cancel_future"] for i in range(at + 1, min(at + 6, len(tokens.codes))))


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    """A stop before white space and a capital; after digits or a short word it may be an ordinal or abbreviation."""
    if at + 2 >= len(tokens.texts):
        return True
    if not tokens.texts[at + 1].isspace() or not tokens.texts[at + 2][0].isupper():
        return tokens.texts[at + 1][0] in '"”»“'
    return not (tokens.texts[at] == "." and (tokens.texts[at - 1].isdigit() or len(tokens.texts[at - 1]) <= 2))  # noqa: PLR2004
