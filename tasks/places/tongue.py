"""Whose data a language is read with: its own, or those of a near relative."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pycountry
from babel.core import get_global

from tasks.settings import REFERENCE
from tasks.text.reference import languages

_OFFICIAL = ("official", "de_facto_official")


@cache
def tongue(language: str, file: str, reference: Path = REFERENCE) -> str | None:
    """The language with a file of that name that is nearest: itself, or one with the same CLDR parent (nn and nb).

    Args:
        language: a BCP-47 tag.
        file: the file's name without `.yaml`.
        reference: the reference folder.
    """
    known = languages(reference, having=file)
    if language in known:
        return language
    parents = get_global("parent_exceptions")
    parent = parents.get(language)
    return next((one for one in known if parent is not None and parents.get(one) == parent), None)


@cache
def home_countries(language: str) -> tuple[str, ...]:
    """The countries where a language is official by CLDR, as ISO 3166-1 alpha-3, sorted."""
    spoken = get_global("territory_languages")
    codes = (code for code, of in spoken.items() if (of.get(language) or {}).get("official_status") in _OFFICIAL)
    known = (pycountry.countries.get(alpha_2=code) for code in codes)
    return tuple(sorted(country.alpha_3 for country in known if country is not None))
