"""Where the mentions of events went that are no more."""

import pytest

from tasks.incidents.superseded import superseded


def row(event_id, by, ordinal=0, reason="merged"):
    return {"event_id": event_id, "ordinal": ordinal, "superseded_by": by, "reason": reason, "pipeline_version": "v"}


def ids(**events):
    return {event_id: frozenset(mentions) for event_id, mentions in events.items()}


@pytest.mark.parametrize(
    ("before", "after", "earlier", "rows", "replaced"),
    [
        (ids(a="12"), ids(a="123"), [], [], ()),
        (ids(a="1", b="2"), ids(a="12"), [], [row("b", "a")], ("b",)),
        (ids(a="12"), ids(b="1", c="2"), [], [row("a", "b", 0, "split"), row("a", "c", 1, "split")], ("a",)),
        (ids(a="1"), {}, [], [row("a", None, 0, "withdrawn")], ("a",)),
        # A chain is one step long: what b had taken over points on.
        (ids(b="12"), ids(c="12"), [row("a", "b")], [row("a", "c"), row("b", "c")], ("a", "b")),
        (
            ids(b="12"),
            {},
            [row("a", "b")],
            [row("a", None, 0, "withdrawn"), row("b", None, 0, "withdrawn")],
            ("a", "b"),
        ),
        # An event that is there again has no row any more.
        (ids(b="12"), ids(a="1", b="2"), [row("a", "b")], [], ("a",)),
        # Others' rows are left alone.
        (ids(a="1", b="2"), ids(a="12"), [row("x", "y")], [row("b", "a")], ("b",)),
    ],
)
def test_superseded(before, after, earlier, rows, replaced):
    found = superseded(before, after, earlier, "v")
    assert (found.rows, found.replaced) == (rows, replaced)
