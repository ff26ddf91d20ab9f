"""Where it happened: by what was learned, else by the sentence itself and the place that sets the scene."""

from __future__ import annotations

from bisect import bisect_right

from tasks.events.draft import Scene, same_type
from tasks.events.learned.where import choose
from tasks.events.where import Place

# Sentences over which a place goes on; found on coded news to be better than fewer and more.
_HOLDS = 14


def settle_where(scene: Scene) -> list[Place | None]:
    """The place of each draft of a document, in their order; None where the text gives none.

    Raises:
        ModelError: what was learned is damaged.
    """
    return choose(scene, rule_where(scene))


def rule_where(scene: Scene) -> list[Place | None]:
    """The same by the rules alone."""
    return [_where(at, scene) for at in range(len(scene.drafts))]


def _where(at: int, scene: Scene) -> Place | None:
    draft, set_by = scene.drafts[at], scene.set_by
    if draft.place is not None or draft.spoken:
        return draft.place
    told = next((one for one in scene.before(at, _HOLDS) if one.place and not one.spoken), None)
    behind = bisect_right(set_by, draft.number, key=lambda one: one[0])
    named = set_by[behind - 1] if behind and draft.number - set_by[behind - 1][0] <= _HOLDS else None
    if told is not None and (named is None or told.number >= named[0] or same_type(told, draft)):
        return told.place
    if named is not None:
        return named[1]
    # Nothing before sets the scene: what comes after does.
    return set_by[behind][1] if behind < len(set_by) else None
