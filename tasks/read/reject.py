"""The signal that an input is not read, fit to be printed and stored."""

from __future__ import annotations

from tasks.errors import InputError

_FOUND = 80  # characters of the offending piece that go into `rejects.value`
_URI = 1000


def rejected(uri: str, check: str, found: str, reason: str) -> InputError:
    """An `InputError` whose uri and found piece are printable, the piece shortened to 80 characters.

    Args:
        uri: the file, with `:line` where one is meant.
        check: a short name of what failed, in snake_case.
        found: the offending piece, of any length and with any characters.
        reason: one sentence without a final stop; what it quotes has been through `printable`.
    """
    return InputError(printable(uri, _URI), check, printable(found), reason)


def printable(text: str, limit: int = _FOUND) -> str:
    """The text on one line: what cannot be printed as an escape, the end cut off behind `limit` characters."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text[: limit + 1])
    return shown if len(shown) <= limit else f"{shown[: limit - 1]}…"
