"""One mention per event in a sentence: which of several triggers tell of the same one."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.events.phrases import is_material
from tasks.events.tokens import Token, is_quote
from tasks.events.triggers import Trigger

_NEAR = 8
# Acts whose content stands in an infinitive: `threatened to kill`.
_WITH_CONTENT = frozenset({"THREATEN", "REQUEST", "AGREE"})
# And those whose content may be a clause or a thing: `demanded that they withdraw`, `called for an investigation`.
_WITH_CLAUSE = frozenset({"REQUEST"})
# Types whose acts kill and wound: an outcome beside one of them belongs to it.
_VIOLENT = frozenset({"ASSAULT"})
# Save the destruction of things.
_DESTROY = "destroy"


def merge(triggers: Sequence[Trigger], tokens: Sequence[Token]) -> list[tuple[Trigger, tuple[Trigger, ...]]]:
    """The triggers of a sentence, one per event, each with the others that tell of the same event less closely."""
    acts = [
        one for one in triggers if not one.entry.consequence and one.event_type in _VIOLENT and one.mode != _DESTROY
    ]
    kept: list[Trigger] = []
    others: dict[Trigger, list[Trigger]] = {}
    for trigger in triggers:
        if _is_content(trigger, kept, tokens):
            continue
        act = _act_of(trigger, acts, tokens)
        if act is not None:
            others.setdefault(act, []).append(trigger)
            continue
        rival = next((one for one in reversed(kept) if _same(one, trigger, tokens)), None)
        if rival is None:
            kept.append(trigger)
        elif _closeness(trigger) > _closeness(rival):
            kept[kept.index(rival)] = trigger
            others.setdefault(trigger, []).extend((rival, *others.pop(rival, ())))
        else:
            others.setdefault(rival, []).append(trigger)
    return [(trigger, tuple(others.get(trigger, ()))) for trigger in kept]


def _act_of(trigger: Trigger, acts: Sequence[Trigger], tokens: Sequence[Token]) -> Trigger | None:
    """The act that an outcome belongs to: the nearest in its clause or in a relative one."""
    if not trigger.entry.consequence:
        return None
    near = [act for act in acts if not _apart(act, trigger, tokens, relatives=False)]
    return min(near, key=lambda act: abs(act.first - trigger.first), default=None)


def _is_content(trigger: Trigger, before: Sequence[Trigger], tokens: Sequence[Token]) -> bool:
    """Whether the trigger is what is demanded, promised or threatened: that is not coded apart.

    It stands in an infinitive (`threatened to kill`, `asked the council to condemn`), or it is what is demanded
    itself (`demanded an investigation`, `demands that they withdraw`).
    """
    if not trigger.first or not before or before[-1].event_type not in _WITH_CONTENT:
        return False
    demand = before[-1]
    between = tokens[demand.last : trigger.first]
    # `that` begins a clause as well as a relative one.
    inner = between[1:] if between and between[0].has("sub") else between
    if any(token.has("rel", "and") or (token.has("punct") and not is_quote(token)) for token in inner):
        return False
    if any(token.has("inf") for token in between):
        return not trigger.noun or not any(token.has("sub") and not token.has("adv") for token in between)
    opened = bool(between) and between[0].has("sub", "prep")
    if demand.event_type not in _WITH_CLAUSE or (demand.noun and not (opened and between[0].has("sub"))):
        return False
    inside = between[1:] if opened else between
    if trigger.noun:
        return all(is_material(token) or (opened and token.has("prep") and not token.has("sub")) for token in inside)
    clause = opened and between[0].has("sub") and not between[0].has("prep")
    return all(is_material(token) or (clause and token.has("aux", "adv", "pron")) for token in inside)


def _same(one: Trigger, other: Trigger, tokens: Sequence[Token]) -> bool:
    if one.event_type != other.event_type or other.first - one.last > _NEAR or _apart(one, other, tokens):
        return False
    return one.mode is None or other.mode is None or one.mode == other.mode


def _apart(one: Trigger, other: Trigger, tokens: Sequence[Token], *, relatives: bool = True) -> bool:
    """Whether a new clause begins between two triggers; a relative one counts where `relatives` is set."""
    first, second = (one, other) if one.first < other.first else (other, one)
    return any(
        token.text in ";:"
        or (relatives and token.has("rel"))
        or (token.has("sub") and not token.has("prep", "adv", "rel"))
        for token in tokens[first.last : second.first]
    )


def _closeness(trigger: Trigger) -> tuple[bool, bool, bool, int]:
    return (
        not trigger.entry.consequence,
        trigger.mode is not None,
        not trigger.noun,
        trigger.last - trigger.first,
    )
