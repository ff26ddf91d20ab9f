"""What may name a document or its source."""

from __future__ import annotations

import unicodedata

from tasks.read.reject import rejected

_LONGEST = 200
# Control characters, halves of surrogate pairs, line and paragraph separators: what would break a line of output.
_BREAKING = frozenset(("Cc", "Cs", "Zl", "Zp"))


def check_name(name: str, uri: str, what: str) -> str:
    """The same name, if it is not blank, has at most 200 characters, and none that controls or breaks a line.

    Args:
        name: a document's id or the name of its source.
        uri: where it was read, for the message.
        what: `doc_id` or `source`; names the check.

    Raises:
        InputError: it is none of that.
    """
    if not name.strip():
        raise rejected(uri, what, name, f"the {what} is empty; give it a name")
    if len(name) > _LONGEST:
        raise rejected(uri, what, name, f"the {what} has {len(name)} characters; give it at most {_LONGEST}")
    if any(unicodedata.category(c) in _BREAKING for c in name):
        raise rejected(uri, what, name, f"the {what} has a control character; rename it without")
    return name
