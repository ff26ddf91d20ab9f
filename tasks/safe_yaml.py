"""YAML to plain values, for every file that people edit: nothing in it is ever run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from typing import Any

import yaml

_DEPTH = 20  # levels of lists and mappings in a file from outside; ours have four


class YamlError(ValueError):
    """The text is no YAML that is read; the message is one line."""


class _Loader(yaml.CSafeLoader):  # libyaml, some ten times faster than the pure Python loader
    """A safe loader that reads `no`, `on` and dates as the words they are: lexicons hold words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


class _StrictLoader(_Loader):
    """Refuses a key that stands twice: one of the two would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - the library's signature
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        twice = [key for key, count in Counter(keys).items() if count > 1]
        if twice:
            raise YamlError(f"the key '{twice[0]}' stands twice")
        return super().construct_mapping(node, deep)


def load_yaml(text: str) -> Any:
    """The values of a YAML text of the project's own.

    Raises:
        YamlError: it is no YAML.
    """
    return _load(text, _Loader)


def load_plain_yaml(text: str) -> Any:
    """The values of a YAML text from outside: no aliases, tags or repeated keys, and no deep nesting.

    Raises:
        YamlError: it is no YAML, or not so plain.
    """
    _check_plain(text)
    return _load(text, _StrictLoader)


def _load(text: str, loader: type[_Loader]) -> Any:
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    except YamlError:
        raise
    except (yaml.YAMLError, ValueError, TypeError, LookupError, OverflowError) as error:
        # A whole number of thousands of digits and an unhashable key are no YAMLError.
        raise YamlError(" ".join(str(error).partition(";")[0].split())) from None


def _check_plain(text: str) -> None:
    """Reads the events alone, which needs no recursion, so that what is built afterwards is small."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            line = event.start_mark.line + 1 if event.start_mark else 0
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                raise YamlError(f"an anchor or alias stands in line {line}")
            if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None) is not None:
                raise YamlError(f"a tag stands in line {line}")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEPTH:
                raise YamlError(f"more than {_DEPTH} levels lie in each other in line {line}")
    except yaml.YAMLError as error:
        raise YamlError(" ".join(str(error).split())) from None
