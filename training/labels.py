"""One inventory of entity labels for all corpora: PER, ORG, GPE, LOC, FAC, NORP (in OntoNotes' sense).

A corpus label becomes one of these, "O" (the corpus marks something that this inventory has no label for) or
MISSING (nothing can be learned from the span, neither that it is a name nor that it is none).
"""

import json
import re
from functools import cache
from pathlib import Path

LABELS = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP")
MISSING = "?"
OUTSIDE = "O"

NORNE = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE_LOC": "GPE",
    "GPE_ORG": "GPE",
    # Works and events have no label in the news corpus, whose inventory this is: they are plain text there.
    "PROD": OUTSIDE,
    "EVT": OUTSIDE,
    "MISC": OUTSIDE,
}
# NorNE's DRV holds inhabitants (*amerikanerne*, *trønder*) and compounds with a name (*EU-landene*, *Obama-koden*).
INHABITANT = re.compile(r"[^\W\d_]{2,}(?:er|eren|ere|erne|ersk|ianer|mann|mannen|menn|mennene|ing|inger|ingene)")
WATER_AND_LAND = re.compile(
    r"\b(?:Rivers?|Seas?|Oceans?|Mountains?|Mount|Lakes?|Valley|Islands?|Isles?|Bay|Gulf|Desert|Peninsula|Straits?|Coast|"
    r"Basin|Cape|Delta|Forest|Hills?|Plains?|Plateau|Canal|Channel|Creek|Glacier|Heights|Strip|Bank|"
    r"Africa|Asia|Europe|America|Americas|Antarctica|Oceania|Arctic|Balkans|Caribbean|Caucasus|Scandinavia|Levant|"
    r"Middle East|Far East|West|East|North|South|Earth|Moon|Mars)\b",
)
BUILT = re.compile(
    r"\b(?:Airport|Airfield|Bridge|Stadium|Arena|Hospital|Station|Streets?|Road|Avenue|Boulevard|Square|Highway|Building|"
    r"Palace|Castle|Tower|Hall|Theat(?:re|er)|Museum|Park|Gardens?|Church|Cathedral|Mosque|Temple|Abbey|Prison|Dam|Camp|"
    r"Crossing|Base|Port|Harbou?r|Cemetery|Hotel|House|School|Centre|Center|Studios?|Field|Gate|Route|Line)\b"
)
DEMONYM_SHAPE = re.compile(r"[A-Z][a-z]+(?:ans?|ese|ish|is?|ics?|ists?|ites?)")


def from_norne(label: str, text: str) -> str:
    """The label of a NorNE mention."""
    if label == "DRV":
        return "NORP" if INHABITANT.fullmatch(text) else MISSING
    return NORNE.get(label, MISSING)


def from_conll(label: str, text: str, peoples: frozenset[str]) -> str:
    """The label of a mention coded with the four CoNLL labels, where LOC holds all places and MISC the rest.

    Args:
        label: PER, ORG, LOC or MISC.
        text: The mention.
        peoples: Nationalities and religions as they are written, see `peoples`.
    """
    if label == "LOC":
        return _place(text)
    if label == "MISC":
        if text in peoples:
            return "NORP"
        return MISSING if DEMONYM_SHAPE.fullmatch(text) else OUTSIDE
    return label if label in LABELS else MISSING


def _place(text: str) -> str:
    if text in countries():
        return "GPE"
    if BUILT.search(text):
        return "FAC"
    # What is left in encyclopedic text and news is towns and provinces nearly always.
    return "LOC" if WATER_AND_LAND.search(text) else "GPE"


@cache
def countries() -> frozenset[str]:
    """English names of countries and their provinces."""
    import pycountry
    from babel import Locale

    codes = {c.alpha_2 for c in pycountry.countries}
    named = {name for code, name in Locale("en").territories.items() if code in codes}
    parts = {s.name for s in pycountry.subdivisions}
    return frozenset(named | parts | {c.name for c in pycountry.countries} | {"U.S.", "US", "USA", "U.K.", "UK", "UAE"})


def peoples(news: Path) -> frozenset[str]:
    """Words for peoples: NORP mentions of the marked news, if there is any, and CLDR's English names of languages."""
    from babel import Locale

    records = [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()] if news.exists() else []
    mentions = {r["text"][s:e] for r in records for s, e, label in r["entities"] if label == "NORP"}
    return frozenset(mentions | {name for name in Locale("en").languages.values() if " " not in name})
