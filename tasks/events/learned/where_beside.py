"""How a place stands to a trigger in one sentence: distance, preposition, the way through the tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from tasks.events.learned.where_candidates import Asked, distance_to
from tasks.events.learned.where_spots import Spot
from tasks.parse.tree import Tree

ROLES = ("actor", "recipient", "claimant")
_WAYS = ("at", "near", "to", "from", "of", "against", "other", "")
# Labels of the dependency by which a phrase hangs on what is above it.
_DEPS = ("obl", "nmod", "nsubj", "obj", "appos", "compound", "amod", "conj", "root", "acl", "advcl", "ccomp", "xcomp")
_CLAUSAL = frozenset({"acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "conj"})
_MOST = 0.6
_CLOSE = 6  # letters of `, ` and ` in the `
_OPENING = 12  # letters of a preposition and an article

OWN = (
    "in sentence", "distance", "behind trigger", "nearer ones", "trigger is nearest", "names between",
    *(f"way {way or 'none'}" for way in _WAYS), "owner", "site here", "precision here", "by rule here",
    *(f"in {role}" for role in ROLES), "is party", "inside next", "contains last",
    "linked", "steps up", "steps down", "clauses up", "clauses down", *(f"hangs by {dep}" for dep in _DEPS),
    *(f"branch {dep}" for dep in _DEPS), "begins sentence",
)  # fmt: skip

_ABSENT = [0.0, 999.0, *[0.0] * (len(OWN) - 2)]


def beside(
    asked: Asked,
    own: Sequence[Spot],
    here: Sequence[Spot],
    triggers: Sequence[Asked],
    walk: Mapping[int, tuple[int, int]],
) -> list[float]:
    """How the nearest spot in the mention's own sentence stands to its trigger."""
    if not own:
        return _ABSENT
    spot = min(own, key=lambda one: (not one.plain, distance_to(asked, one)))
    place, tree = spot.place, asked.tree
    distance = distance_to(asked, spot)
    parties = [(role, start, end) for role, start, end in asked.parties if start <= place.start and place.end <= end]
    roles = {role for role, _, _ in parties}
    between = sorted((asked.end, place.start) if place.start >= asked.end else (place.end, asked.start))
    return [
        float(len(own)),
        float(distance),
        float(place.start > asked.start),
        float(sum(distance_to(asked, one) < distance for one in here)),
        float(all(distance_to(other, spot) >= distance for other in triggers)),
        float(sum(between[0] <= one.place.start < between[1] for one in here)),
        *(float(spot.way == way) for way in _WAYS),
        float(spot.owner),
        float(spot.source == "site"),
        float(place.where_prec),
        float(spot.source == "rule"),
        *(float(role in roles) for role in ROLES),
        float(any(place.end - place.start > _MOST * (end - start) for _, start, end in parties)),
        float(any(0 <= one.place.start - place.end <= _CLOSE for one in here)),
        float(any(0 <= place.start - one.place.end <= _CLOSE for one in here)),
        *_path(tree, spot.head, walk),
        float(bool(len(tree)) and place.start - tree[0].start < _OPENING),
    ]


def walk_up(asked: Asked) -> dict[int, tuple[int, int]]:
    """The words above the trigger, each with the steps and clauses up to it."""
    tree = asked.tree
    if not len(tree):
        return {}
    starts = [word.start for word in tree.words]
    at = max(0, bisect_right(starts, asked.start) - 1)
    last = max(at + 1, bisect_left(starts, asked.end))
    at = next((one for one in range(at, last) if not at <= tree[one].head < last), at)
    found, clauses = {at: (0, 0)}, 0
    for steps, above in enumerate(tree.above(at), 1):
        clauses += tree[at].base in _CLAUSAL
        found[above] = (steps, clauses)
        at = above
    return found


def _path(tree: Tree, head: int, walk: Mapping[int, tuple[int, int]]) -> Iterator[float]:
    """The way through the tree from the trigger to a spot."""
    if head < 0 or not walk:
        yield from [0.0] * (5 + 2 * len(_DEPS))
        return
    down, clauses, at, branch = 0, 0, head, ""
    while at not in walk and not tree.is_root(at):
        branch = tree[at].base
        clauses += branch in _CLAUSAL
        down += 1
        at = tree[at].head
    linked = at in walk
    steps, above = walk.get(at, (99, 9))
    yield from (float(linked), float(steps), float(down), float(above), float(clauses))
    own = tree[head].base
    yield from (float(own == dep) for dep in _DEPS)
    yield from (float(branch == dep) for dep in _DEPS)
