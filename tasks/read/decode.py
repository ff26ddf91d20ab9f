"""Bytes to text that is the same text however it was saved: encoding mark, line ends, composed or not."""

from __future__ import annotations

import unicodedata

from tasks.read.reject import printable, rejected

_BOM = "\ufeff"
_MARKS = (
    500  # in a row; scripts need some five, and ordering n of them takes n² steps (0.2 ms for 500, hours for 10 MB)
)


def decode(data: bytes, uri: str, encoding: str = "utf-8") -> str:
    """The text of bytes, with or without a byte order mark.

    Raises:
        InputError: they are not in the encoding, or hold a NUL.
    """
    try:
        text = data.decode(encoding).removeprefix(_BOM)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            found = f"{error.reason} at offset {error.start}"
            reason = f"it is not in {encoding} ({found}); save the text as UTF-8, or correct 'encoding' in source.yaml"
            raise rejected(uri, "not_utf8", found, reason) from None
        found = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        raise rejected(uri, "not_utf8", found, f"{found} is no UTF-8; save the text as UTF-8") from None
    return check_characters(text, uri, "the text")


def normal_text(text: str, uri: str) -> str:
    """The text in NFC with LF line ends and without white space at its ends.

    Raises:
        InputError: a letter carries hundreds of combining marks.
    """
    text = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        heap = _heaped_marks(text)
        if heap is not None:
            found = f"{_MARKS} combining marks in a row at character {heap}"
            raise rejected(uri, "combining_marks", found, f"{found}; no script writes so, check what made the file")
        text = unicodedata.normalize("NFC", text)
    return text.strip()


def normal_name(name: str) -> str:
    """A name in NFC, so that it is the same from file systems that take names apart."""
    return unicodedata.normalize("NFC", name)


def check_characters(text: str, uri: str, what: str) -> str:
    """The same text, if it has no NUL and no half of a surrogate pair.

    Args:
        text: any text.
        uri: where it was read, for the message.
        what: what to call it in the message.

    Raises:
        InputError: it has one; the message says where, counted in characters.
    """
    nul = text.find("\0")
    if nul >= 0:
        reason = f"{what} holds a NUL at character {nul}; give plain text in UTF-8, not UTF-16 or a binary format"
        raise rejected(uri, "nul", text[max(0, nul - 20) : nul + 20], reason)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = printable(text[error.start])
        reason = f"{what} holds half a surrogate pair, {half}, at character {error.start}; write the whole character"
        raise rejected(uri, "lone_surrogate", half, reason) from None
    return text


def _heaped_marks(text: str) -> int | None:
    """Where `_MARKS` combining marks in a row begin. Such a row covers one of every `_MARKS` characters."""
    for sample in range(_MARKS - 1, len(text), _MARKS):
        start = end = sample + 1
        while start > 0 and _is_mark(text[start - 1]):
            start -= 1
        while start <= sample and end < len(text) and end - start < _MARKS and _is_mark(text[end]):
            end += 1
        if end - start >= _MARKS:
            return start
    return None


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"
