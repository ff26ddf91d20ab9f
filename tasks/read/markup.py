"""HTML as bytes to a tree of bounded shape, and a piece of HTML to its text."""

from __future__ import annotations

import codecs
import re
from typing import Any

from tasks.errors import InputError
from tasks.read.decode import check_characters
from tasks.read.description import Description
from tasks.read.reject import printable, rejected
from tasks.settings import ReadLimits

_META_CHARSET = re.compile(
    rb"<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
_HEAD = 4096  # bytes in which a page says how it is encoded; browsers look at 1024
# What pages call by these names is Windows-1252, as the Encoding Standard has it.
_LATIN = frozenset(("iso8859-1", "ascii"))
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "title",
                     "form", "button", "select", "textarea"))  # fmt: skip
_BLOCKS = frozenset(("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
                     "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
                     "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr",
                     "ul"))  # fmt: skip


def decode_html(data: bytes, uri: str, description: Description) -> str:
    """The characters of a page: in the encoding that source.yaml, its first bytes or it itself says, else UTF-8.

    Raises:
        InputError: they are not in that encoding.
    """
    encoding = description.encoding or _marked(data) or _declared(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        found = printable(str(error), 60)
        reason = f"it is not in {encoding} ({found}); save it as UTF-8, or say its 'encoding' in source.yaml"
        raise rejected(uri, "not_utf8", found, reason) from None
    return check_characters(text.removeprefix("\ufeff"), uri, "the page")


def parse_html(text: str, uri: str, limits: ReadLimits) -> Any:
    """The tree of a page or a piece of one, of a shape that can be walked in linear time.

    Raises:
        InputError: it has too many elements, or too many in one; or it is empty.
    """
    from lxml import etree  # type: ignore[import-untyped]  # it has no types
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]  # it has no types

    # Without `huge_tree` libxml2 itself stops at a depth of some hundred elements.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, collect_ids=False)
    if text.count("<") > limits.html_elements * 4:  # end tags, comments; sparing the parser what is refused anyhow
        raise _misshapen(uri, f"{text.count('<')} tags")
    try:
        tree = document_fromstring(_printable_characters(text).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError) as error:
        cause = printable(str(error) or type(error).__name__, 100)
        raise rejected(
            uri, "not_html", cause, f"it is no HTML ({cause}); give a page as it is sent to browsers"
        ) from None
    for elements, element in enumerate(tree.iter(), start=1):
        if len(element) > limits.html_children:
            raise _misshapen(uri, f"{len(element)} elements in one")
        if elements > limits.html_elements:
            raise _misshapen(uri, f"more than {limits.html_elements} elements")
    return tree


def text_of(tree: Any) -> str:
    """All that a reader sees, in order: a blank line between blocks, a line end for `<br>`, no scripts or styles."""
    from lxml import etree

    pieces: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        if tag in _UNSEEN:
            unseen += 1 if starts else -1
        if tag in _BLOCKS:
            pieces.append("\0\0")
        elif tag == "br" and starts:
            pieces.append("\0")
        text = element.text if starts else element.tail
        if text and not unseen:
            pieces.append(text)
    # NUL, which no text holds, stands for the ends that are meant until those in the source are spaces.
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\0")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _printable_characters(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", text)


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _declared(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:_HEAD])
    if match is None:
        return None
    try:
        codec = codecs.lookup(match[1].decode("ascii"))
        "".encode(codec.name)  # a LookupError for codecs that give no text
    except LookupError:
        return None
    if codec.name in _LATIN:
        return "windows-1252"
    # A page that could be read as ASCII this far is not in UTF-16, whatever it says.
    return "utf-8" if codec.name.startswith(("utf", "idna", "punycode", "unicode", "raw", "undefined")) else codec.name


def _misshapen(uri: str, found: str) -> InputError:
    return rejected(
        uri,
        "html_shape",
        found,
        f"it has {found}, more than a page of news has; give the page of one text, or allow more",
    )
