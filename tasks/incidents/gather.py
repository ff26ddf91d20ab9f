"""Reports from the rows of the lake's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tasks.incidents.cues import Cues, cues
from tasks.incidents.days import days_of, window
from tasks.incidents.names import fold, names_of, signature, skeleton
from tasks.incidents.report import Figure, Party, Report
from tasks.incidents.things import things_of
from tasks.settings import REFERENCE

Row = Mapping[str, Any]


class _OfMention(NamedTuple):
    """What other tables hold of a mention, and the names of its sentence."""

    parties: Sequence[Row]
    figures: Sequence[Row]
    names: frozenset[str]


# Names and numbers that stand for a document: enough for two versions of a text to share several.
SIGNATURE = 24
_SHORTEST_WORD = 3


def reports(
    mentions: Iterable[Row],
    participants: Iterable[Row],
    casualties: Iterable[Row],
    documents: Iterable[Row],
    reference: Path = REFERENCE,
) -> list[Report]:
    """The reports of mentions, in canonical order.

    Args:
        mentions: rows of `mentions`.
        participants, casualties: the rows that belong to them, in any order.
        documents: `doc_id`, `published_start`, `published_end`, `n_chars`, `language` and `text` of their documents.
        reference: the reference folder.
    """
    of_document = defaultdict(list)
    for row in mentions:
        of_document[row["doc_id"]].append(row)
    parties, figures = _by_mention(participants), _by_mention(casualties)
    documented = {row["doc_id"]: row for row in documents}
    found = []
    for doc_id, rows in of_document.items():
        names = [_names(row["evidence"], row["language"], reference) for row in rows]
        document = documented[doc_id]
        doc_names = signature(names_of(document["text"], document["language"], reference), SIGNATURE, reference)
        for row, of_sentence in zip(rows, names, strict=True):
            of_mention = _OfMention(parties[row["mention_id"]], figures[row["mention_id"]], of_sentence)
            found.append(_report(row, document, of_mention, doc_names, reference))
    return sorted(found, key=lambda report: report.order)


def party(text: str, name: str | None, entity_id: str | None, country: str | None, sector: str | None) -> Party:
    """A party from the columns of `participants`."""
    words = frozenset(skeleton(word) for word in fold(text).split() if len(word) >= _SHORTEST_WORD)
    return Party(name or text, entity_id, country, sector, words)


def _names(sentence: str, language: str, reference: Path) -> frozenset[str]:
    return names_of(sentence, language, reference) | things_of(sentence, language, reference)


def _by_mention(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["mention_id"]].append(row)
    return found


def _report(row: Row, document: Row, of_mention: _OfMention, doc_names: frozenset[str], reference: Path) -> Report:
    days = days_of(row["event_date"])
    start, end = document["published_start"], document["published_end"]
    told = cues(row["language"], reference)

    def in_role(role: str) -> tuple[Party, ...]:
        named = sorted((p for p in of_mention.parties if p["role"] == role), key=lambda p: p["ordinal"])
        return tuple(party(p["text"], p["entity_name"], p["entity_id"], p["country"], p["sector"]) for p in named)

    return Report(
        **{name: row[name] for name in _COPIED},
        contexts=tuple(row["contexts"]),
        published_start=start,
        published_end=end,
        position=row["trigger_start"] / max(1, document["n_chars"]),
        definite=_definite(row, told),
        actors=in_role("actor"),
        recipients=in_role("recipient"),
        claimants=in_role("claimant"),
        figures=tuple(
            Figure(f["kind"], f["group"] or "", f["low"], f["high"])
            for f in sorted(of_mention.figures, key=lambda f: f["ordinal"])
        ),
        container=told.container(row["evidence"], row["trigger_start"] - row["sentence_start"]),
        names=of_mention.names,
        doc_names=doc_names,
        days=days,
        window=window(days, start, end),
    )


def _definite(row: Row, told: Cues) -> bool:
    at = row["trigger_start"] - row["sentence_start"]
    return told.definite(row["evidence"][:at], row["trigger_text"])


_COPIED = (
    "mention_id", "doc_id", "language", "segment_no", "sentence_start", "trigger_start", "trigger_text", "event_type",
    "event_mode", "weapon", "event_date", "date_start", "date_end", "date_prec", "date_basis", "place_text",
    "place_id", "place_name", "admin1", "country", "latitude", "longitude", "where_prec", "killed_low", "killed_high",
    "injured_low", "injured_high", "polarity", "modality", "pipeline_version",
)  # fmt: skip
