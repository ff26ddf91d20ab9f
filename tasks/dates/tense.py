"""Whether a sentence speaks of what is to come: the nearest word of tense beside an expression decides."""

from __future__ import annotations

from tasks.dates.grammar import Grammar
from tasks.dates.lexicon import LINE, Tokens

# How far a word of tense may stand away, in tokens (white space included); a comma or conjunction adds to that.
_FAR, _PAUSE = 40, 12
_STOPS = frozenset(".!?;:")


def is_future(tokens: Tokens, grammar: Grammar, start: int, end: int) -> bool:
    """Whether the nearest word of tense beside the tokens from `start` to `end` speaks of the future."""
    before = _nearest(tokens, grammar, range(start - 1, -1, -1))
    after = _nearest(tokens, grammar, range(end, len(tokens.texts)))
    nearest = min((one for one in (before, after) if one is not None), default=None)
    return nearest is not None and nearest[1]


def _nearest(tokens: Tokens, grammar: Grammar, way: range) -> tuple[int, bool] | None:
    """Distance to the nearest word of tense in one direction, and whether it is one of the future."""
    cost = 0
    for at in way:
        code = tokens.codes[at]
        cost += 1
        if cost > _FAR or code == LINE or (tokens.texts[at] in _STOPS and _ends_sentence(tokens, at)):
            return None
        if code in grammar.future:
            return cost, not _cancelled(tokens, grammar, at)
        if code in grammar.past and not _is_infinitive(tokens, grammar, at):
            return cost, False
        if code in grammar.pause:
            cost += _PAUSE
    return None


def _is_infinitive(tokens: Tokens, grammar: Grammar, at: int) -> bool:
    """`to need`, `skal fortsette`: it ends like a past form, but the word before it says that it is none."""
    before = tokens.codes[at - 2] if at > 1 else ""
    return before in grammar.infinitive or before in grammar.future


def _cancelled(tokens: Tokens, grammar: Grammar, at: int) -> bool:
    """`skal ha`, `would have`: a report of the past with a word of the future in it."""
    return any(tokens.codes[i] in grammar.cancel for i in range(at + 1, min(at + 6, len(tokens.codes))))


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    """A stop before white space and a capital; after digits or a short word it may be an ordinal or abbreviation."""
    if at + 2 >= len(tokens.texts):
        return True
    if not tokens.texts[at + 1].isspace() or not tokens.texts[at + 2][0].isupper():
        return tokens.texts[at + 1][0] in '"”»“'
    return not (tokens.texts[at] == "." and (tokens.texts[at - 1].isdigit() or len(tokens.texts[at - 1]) <= 2))  # noqa: PLR2004
