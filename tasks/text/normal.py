"""The normal form of a text, that all offsets count in."""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")
_BLANK_LINE_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)


def normal_form(text: str) -> str:
    """A text in NFC with LF line ends, no byte order mark, no white space at line ends, and its ends stripped."""
    text = _LINE_END.sub("\n", text.lstrip("\ufeff"))
    return _BLANK_LINE_SPACE.sub("", unicodedata.normalize("NFC", text)).strip()
