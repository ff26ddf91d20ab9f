"""What `tidings events` prints: each incident as a block to be read, with its claims side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flows.query import query
from tasks.errors import UsageError
from tasks.tables.contracts import EVENTS
from tasks.tables.lake import Lake

Row = Mapping[str, Any]

_SENTENCE = 220  # characters of a sentence that a block shows
# A mention with all that the block says of it; `figures` as `killed children 5 to 8`.
_CLAIMS = """
with wanted as (select event_id, unnest(mention_ids) as mention_id from ({chosen})),
figures as (
    select mention_id, string_agg(concat_ws(' ', kind, nullif("group", ''),
        case when low = high then low::varchar else concat(coalesce(low::varchar, '?'), ' to ',
            coalesce(high::varchar, '?')) end), ', ' order by ordinal) as figures
    from casualties group by mention_id
)
select w.event_id, m.doc_id, d.source, m.language, m.evidence, m.trigger_start - m.sentence_start as trigger_at,
    m.trigger_text, m.polarity, m.modality, m.event_date, m.place_text, m.claimant, f.figures
from wanted w join mentions m using (mention_id) join documents d using (doc_id) left join figures f using (mention_id)
order by w.event_id, d.published_start nulls last, m.doc_id, m.trigger_start
"""


@dataclass(frozen=True, slots=True)
class Incident:
    """A row of `events`, and what each of its mentions says, in the order of publication."""

    event: Row
    claims: Sequence[Row]


def incidents(lake: Lake, where: str | None = None, limit: int | None = None) -> tuple[list[Incident], int]:
    """The incidents of a lake by date, the undated ones last, and how many there are in all.

    Args:
        lake: the tables.
        where: a condition on columns of `events`, in DuckDB's SQL.
        limit: how many to give; None gives all.

    Raises:
        UsageError: DuckDB does not accept the condition.
        LakeError: there is no lake.
    """
    condition = f" where ({where})" if where else ""
    try:
        _, [(count,)] = query(lake, f"select count(*) from events{condition}")  # noqa: S608 - the user's own query
    except UsageError as error:
        raise UsageError(f"--where {where}: {error}") from error
    chosen = (
        f"select {', '.join(EVENTS.names)} from events{condition} "  # noqa: S608 - the user's own query
        "order by coalesce(date_start, date_end) nulls last, date_end, event_type, event_id"
        + (f" limit {limit}" if limit is not None else "")
    )
    events = _rows(lake, chosen)
    claims: dict[str, list[Row]] = {}
    for row in _rows(lake, _CLAIMS.format(chosen=chosen)):
        claims.setdefault(row["event_id"], []).append(row)
    return [Incident(event, claims[event["event_id"]]) for event in events], int(count)


def printed(incident: Incident) -> str:
    """The block of one incident."""
    event = incident.event
    kind = "/".join(filter(None, (event["event_type"], event["event_mode"])))
    lines = [" · ".join(filter(None, (event["event_date"] or "undated", kind, _place(incident))))]
    lines += [f"  {line}" for line in _who(event)]
    lines += [f"  {line}" for line in _how_many(event)]
    if event["disputed"]:
        lines.append("  disputed: one denies what another claims")
    for claim in incident.claims:
        lines += _claim(claim)
    return "\n".join(lines)


def _rows(lake: Lake, sql: str) -> list[Row]:
    names, rows = query(lake, sql)
    return [dict(zip(names, row, strict=True)) for row in rows]


def _place(incident: Incident) -> str:
    event = incident.event
    if event["where_prec"] is None:
        return ""
    known = dict.fromkeys(filter(None, (event["place_name"], event["admin1"], event["country"])))
    told = (" ".join(claim["place_text"].split()) for claim in incident.claims if claim["place_text"])
    return f"{', '.join(known) or f'“{next(told)}”'} (where_prec {event['where_prec']})"


def _who(event: Row) -> Iterator[str]:
    actors, recipients = "; ".join(event["actors"]), "; ".join(event["recipients"])
    if actors or recipients:
        yield f"{actors or '?'} → {recipients}" if recipients else actors


def _how_many(event: Row) -> Iterator[str]:
    for kind in ("killed", "injured"):
        low, best, high = (event[f"{kind}_{bound}"] for bound in ("low", "best", "high"))
        if low is not None or high is not None:
            yield f"{kind} {_count(best)} (low {_count(low)}, high {_count(high)})"


def _count(number: int | None) -> str:
    return "?" if number is None else str(number)


def _claim(claim: Row) -> Iterator[str]:
    who = claim["claimant"] or "the report itself"
    more = ", ".join(value for value in (claim["polarity"], claim["modality"]) if value not in {"positive", "actual"})
    figures = f" [{claim['figures']}]" if claim["figures"] else ""
    yield f"  - {claim['source']}/{claim['doc_id']} ({claim['language']}), {who}{f', {more}' if more else ''}{figures}:"
    yield f"    {_sentence(claim)}"


def _sentence(claim: Row) -> str:
    text, at, trigger = claim["evidence"], claim["trigger_at"], claim["trigger_text"]
    marked = " ".join(f"{text[:at]}[[{trigger}]]{text[at + len(trigger) :]}".split())
    if len(marked) <= _SENTENCE:
        return marked
    begin = max(0, min(marked.index("[[") - _SENTENCE // 2, len(marked) - _SENTENCE))
    cut = marked[begin : begin + _SENTENCE]
    return ("…" if begin else "") + cut + ("…" if begin + _SENTENCE < len(marked) else "")
