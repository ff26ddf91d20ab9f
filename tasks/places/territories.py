"""Names of countries and territories in a language, out of CLDR and the translations of ISO 3166-1."""

from __future__ import annotations

import gettext
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tasks.places.fold import fold_name
from tasks.settings import REFERENCE
from tasks.text.reference import reference_file

_ALPHA2 = re.compile(r"[A-Z]{2}")
_BRACKET = re.compile(r"\s*[(（]([^)）]+)[)）]\s*")  # Myanmar (Burma): two names
_CHINESE = re.compile(r"\s+SAR\b.*|^SAR\s+")  # Hongkong SAR Kina: as no text has it
_COUNTRY = 2  # letters of a language or country in a locale's name, as in nb_Latn_NO
_KOSOVO = {"XK": "XKX"}  # no ISO code


@cache
def territory_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """By folded name in a language, the ISO 3166-1 alpha-3 codes of the countries and territories that bear it.

    Args:
        language: BCP-47; one that CLDR does not know has no names.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for alpha3, name in (*_cldr(language), *_iso(language)):
        found[fold_name(name)].add(alpha3)
    return {name: tuple(sorted(codes)) for name, codes in found.items() if name}


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


def _cldr(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return
    alpha3 = _alpha3()
    for code, name in territories.items():
        if code in alpha3:
            plain = _CHINESE.sub("", name)
            for one in (_BRACKET.sub(" ", plain).strip(), *_BRACKET.findall(plain)):
                yield alpha3[code], one


def _iso(language: str) -> Iterator[tuple[str, str]]:
    """Names that CLDR lacks: official ones (`Republikken Hviterussland`) and other usual ones (`Hviterussland`)."""
    import pycountry
    from babel.core import get_global

    likely = [part for part in get_global("likely_subtags").get(language, "").split("_") if len(part) == _COUNTRY]
    tags = [language.replace("-", "_"), "_".join(likely)]
    try:
        translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[*filter(None, tags)])
    except OSError:
        return
    for country in pycountry.countries:
        for kind in ("name", "official_name", "common_name"):
            for name in translated.gettext(getattr(country, kind, country.name)).split("; "):
                head, _, rest = _BRACKET.sub(" ", name).strip().partition(", ")
                yield country.alpha_3, f"{rest} {head}".strip()


@cache
def _alpha3() -> Mapping[str, str]:
    import pycountry

    return {one.alpha_2: one.alpha_3 for one in pycountry.countries} | _KOSOVO
