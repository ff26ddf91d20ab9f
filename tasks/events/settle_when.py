"""When it happened, where its own sentence does not say so: what another sentence or the document gives."""

from __future__ import annotations

from tasks.events.draft import Scene, same_type
from tasks.events.learned.when import choose_when
from tasks.events.when import When, always_before, by_document, from_now_on, in_context

# Sentences over which a date goes on; found on coded news to be better than fewer and more.
_HOLDS = 4
# A definite noun may mean an event told farther back.
_POINTS_BACK = 40


def settle_when(scene: Scene) -> list[When]:
    """The date of each draft of a document, in their order: the learned choice, or that of the rules without one."""
    return choose_when(scene, rule_when(scene))


def rule_when(scene: Scene) -> list[When]:
    """What the rules say of each draft."""
    return [_when(at, scene) for at in range(len(scene.drafts))]


def _when(at: int, scene: Scene) -> When:
    draft, published = scene.drafts[at], scene.document.published
    if draft.when is not None:
        return draft.when
    if draft.past:
        return always_before(published)
    if draft.mention.modality != "actual" and not draft.spoken:
        return from_now_on(published)
    told = next((one for one in scene.before(at, _HOLDS) if one.when and same_type(one, draft)), None)
    if told is None and draft.points_back:
        told = next((one for one in scene.before(at, _POINTS_BACK) if one.when and same_type(one, draft)), None)
    if told is None and not draft.spoken:
        told = next((one for one in scene.after(at, _HOLDS) if one.when and same_type(one, draft)), None)
    return by_document(published) if told is None or told.when is None else in_context(told.when)
