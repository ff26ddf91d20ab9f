"""Names of countries and territories in a language, out of CLDR."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tasks.places.fold import fold_name
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

_ALPHA2 = re.compile(r"[A-Z]{2}")
_BRACKET = re.compile(r"\s*[(（]([^)）]+)[)）]\s*")  # Myanmar (Burma): two names
_CHINESE = re.compile(r"\s+SAR\b.*|^SAR\s+")  # Hongkong SAR Kina: as no text has it
_KOSOVO = {"XK": "XKX"}  # no ISO code


@cache
def territory_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """By folded name in a language, the ISO 3166-1 alpha-3 codes of the countries and territories that bear it.

    Args:
        language: BCP-47; one that CLDR does not know has no names.
    """
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}
    alpha3 = _alpha3()
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for code, name in territories.items():
        if code in alpha3:
            for one in _names(name):
                found[fold_name(one)][alpha3[code]] = None
    return {name: tuple(sorted(codes)) for name, codes in found.items()}


@cache
def kindred(language: str, reference: Path = REFERENCE) -> tuple[str, ...]:
    """A language and those of the same macrolanguage, whose names it shares: nynorsk has bokmål's where it has no own.

    Args:
        language: BCP-47.
        reference: the folder with `detection.yaml`, whose `macro` says which.
    """
    path = reference / "detection.yaml"
    groups = reference_file(path).get("macro", {}).values() if path.is_file() else ()
    return (language, *(other for group in groups if language in group for other in group if other != language))


def _names(name: str) -> list[str]:
    plain = _CHINESE.sub("", name)
    return [_BRACKET.sub(" ", plain).strip(), *_BRACKET.findall(plain)]


@cache
def _alpha3() -> Mapping[str, str]:
    import pycountry

    return {one.alpha_2: one.alpha_3 for one in pycountry.countries} | _KOSOVO
