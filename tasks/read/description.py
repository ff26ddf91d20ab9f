"""What `source.yaml` in a source's folder says of its files."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from tasks.errors import InputError
from tasks.read.decode import decode
from tasks.read.inputfile import InputFile, opened, too_large
from tasks.read.reject import printable, rejected
from tasks.safe_yaml import YamlError, load_plain_yaml

NAME = "source.yaml"
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_MOST_BYTES = 100_000
_ZONE = re.compile(r"[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*")
_DIRECTIVES = frozenset("YmdHMSfz%")  # those that mean the same in every language
_ENCODINGS = frozenset(
    (
        "utf-8",
        "utf-16",
        *(f"windows-125{n}" for n in range(9)),
        *(f"iso-8859-{n}" for n in (*range(1, 12), 13, 14, 15, 16)),
    )
)


def _checked_zone(name: str) -> str:
    try:
        if _ZONE.fullmatch(name):
            ZoneInfo(name)
            return name
    except (KeyError, ValueError, OSError):
        pass
    raise ValueError("is no time zone; write one such as Europe/Oslo")


def _checked_format(pattern: str) -> str:
    used = re.findall(r"%(.?)", pattern, re.DOTALL)
    if "Y" not in used or not set(used) <= _DIRECTIVES or ("d" in used and "m" not in used):
        raise ValueError("must hold %Y, and %m where it holds %d, and of others only %H %M %S %f %z")
    if any(used.count(one) > 1 for one in _DIRECTIVES - {"%"}):
        raise ValueError("holds the same part twice")
    return pattern


def _checked_tag(tag: str) -> str:
    if not TAG.fullmatch(tag):
        raise ValueError("is no language tag; write BCP-47, such as en or nb")
    return tag


def _checked_encoding(name: str) -> str:
    if name.lower() not in _ENCODINGS:
        raise ValueError("is not known; write utf-8, utf-16, windows-1252, iso-8859-1 or one of their series")
    return name.lower()


def _checked_url(url: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", url):
        raise ValueError("is no address of a feed; write https://…, without a user name in it")
    return url


_Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_Host = Annotated[
    str, StringConstraints(pattern=r"^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$", max_length=260)
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Columns(_Part):
    """What the source calls each of our columns; None where it uses our own name."""

    id: _Name | None = None
    date: _Name | None = None
    text: _Name | None = None
    title: _Name | None = None
    language: _Name | None = None
    url: _Name | None = None
    author: _Name | None = None
    source: _Name | None = None

    @model_validator(mode="after")
    def _each_once(self) -> Columns:
        theirs = [name for name in self.model_dump().values() if name is not None]
        if len(set(theirs)) < len(theirs):
            raise ValueError("names one column of the source twice")
        return self

    def theirs(self, ours: str) -> str:
        """The source's name for one of our columns."""
        stated: str | None = getattr(self, ours)
        return ours if stated is None else stated


class Feed(_Part):
    """A feed to be fetched, and the hosts that may be asked for it and for its full texts."""

    url: Annotated[str, AfterValidator(_checked_url)]
    allowed_hosts: Annotated[tuple[_Host, ...], Field(min_length=1, strict=False)]
    full_texts: bool = False


class Description(_Part):
    """What holds for all files that lie in a source's folder; every key may be left out.

    Attributes:
        format: what the files are, whatever their suffixes say.
        columns: the source's names of our columns, for CSV, Parquet and JSON Lines.
        delimiter: what parts the columns of a CSV; told from its first line if left out.
        encoding: of text, CSV and HTML files; UTF-8, and for HTML what the page says, if left out.
        language: BCP-47, of documents that state none.
        publisher: who published the documents, where they do not say so.
        time_zone: the zone whose day a moment with a zone of its own is told in, such as Europe/Oslo.
        date_order: of numeric dates such as 03/10/2016.
        date_format: of dates, in the numeric directives of `strptime`; nothing else is then read.
        feeds: what `flows.feeds` fetches into the folder.
    """

    format: Literal["text", "jsonl", "csv", "parquet", "html", "feed"] | None = None
    columns: Columns = Columns()
    delimiter: Literal[",", ";", "\t", "|"] | None = None
    encoding: Annotated[str, AfterValidator(_checked_encoding)] | None = None
    language: Annotated[str, AfterValidator(_checked_tag)] | None = None
    publisher: _Name | None = None
    time_zone: Annotated[str, AfterValidator(_checked_zone)] | None = None
    date_order: Literal["day-first", "month-first"] | None = None
    date_format: Annotated[str, AfterValidator(_checked_format)] | None = None
    feeds: Annotated[tuple[Feed, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _feeds_alone(self) -> Description:
        # What was fetched lies beside as JSON Lines of our own, which these keys would have read otherwise.
        beside = [name for name in ("format", "columns", "date_format") if name in self.model_fields_set]
        if self.feeds and beside:
            raise ValueError(f"'feeds' and '{beside[0]}' stand side by side; give the feeds a folder of their own")
        return self

    @model_validator(mode="after")
    def _one_way_to_read_dates(self) -> Description:
        if self.date_format is not None and self.date_order is not None:
            raise ValueError("'date_format' and 'date_order' stand side by side; keep one")
        return self


NOTHING = Description()


def read_description(folder: Path, source: str) -> Description:
    """What `source.yaml` in a folder says; `NOTHING` where there is none.

    Args:
        folder: the source's folder.
        source: its name, for messages.

    Raises:
        InputError: it is there, and cannot be read or does not say what it may.
    """
    path, uri = folder / NAME, f"{source}/{NAME}"
    if not os.path.lexists(path):
        return NOTHING
    if path.is_symlink():
        raise rejected(uri, "source_yaml", "a link", "it is a link, which is not followed; put the file itself there")
    with opened(InputFile(path, uri, source)) as (stream, _):
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise too_large(uri, "file", len(data), _MOST_BYTES)
    return parse_description(data, uri)


def parse_description(data: bytes, uri: str) -> Description:
    """The same, of the file's bytes.

    Raises:
        InputError: they do not say what they may; the message names the key, what was found and what to do.
    """
    text = decode(data, uri)
    try:
        values = load_plain_yaml(text)
    except YamlError as error:
        raise _refused(uri, text, f"it is no plain YAML ({printable(str(error), 200)})") from None
    if values is None:
        return NOTHING
    if not isinstance(values, dict):
        raise _refused(uri, text, "it holds no 'key: value' lines; write such as 'language: nb'")
    try:
        return Description.model_validate(values)
    except ValidationError as error:
        raise _first_fault(error, uri) from None


def _first_fault(error: ValidationError, uri: str) -> InputError:
    first = error.errors(include_url=False, include_context=False)[0]
    key = ".".join(map(str, first["loc"]))
    found = printable(repr(first["input"]), 60)
    if first["type"] == "extra_forbidden":
        known = ", ".join(Columns.model_fields if key.startswith("columns.") else Description.model_fields)
        if key.startswith("feeds."):
            known = ", ".join(Feed.model_fields)
        return _refused(uri, key, f"the key '{printable(key)}' is not known; write one of {known}")
    if first["type"] == "missing":
        return _refused(uri, key, f"the key '{printable(key)}' is missing; add it")
    message = first["msg"].removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    where = (
        f"'{printable(key)}' is {found}: it "
        if key and first["type"] == "value_error"
        else f"'{printable(key)}' is {found}: "
    )
    return _refused(uri, f"{key}: {found}", f"{where if key else ''}{printable(message, 300)}; correct that")


def _refused(uri: str, found: str, what: str) -> InputError:
    return rejected(uri, "source_yaml", found, f"{what}; the files beside it are not read until then")
