"""The tables of the lake, each defined once.

The Arrow and Delta schemas, the basic expectations and the table pages in the docs are rendered from here.
"""

from __future__ import annotations

from tasks.events.taxonomy import taxonomy
from tasks.tables.contract import Column, Span, Table

_TAXONOMY = taxonomy()
_TYPES = tuple(_TAXONOMY.event_types)
_OFFSET = "code points in documents.text"

_DOC_ID = Column("doc_id", "string", "The source text that the row comes from")
_PUBLISHED = (
    Column("published_year", "small", "Year of publication; partition", nullable=True, low=1000, high=9999),
    Column("published_month", "small", "Month of publication; partition", nullable=True, low=1, high=12),
)
_PUBLISHED_PARTITION = ("published_year", "published_month")
_STAMP = (
    Column("pipeline_version", "string", "Version of the code, and hash of the reference data, that made the row"),
    Column("run_id", "string", "The run that wrote the row"),
)


def _offset(name: str, meaning: str, *, nullable: bool = False) -> Column:
    return Column(name, "int", meaning, nullable=nullable, unit=_OFFSET, low=0)


def _count(name: str, meaning: str, *, nullable: bool = True) -> Column:
    return Column(name, "int", meaning, nullable=nullable, unit="persons", low=0)


_PLACE = (
    Column(
        "place_id",
        "string",
        "GeoNames id; of a division its ISO 3166-2 code; else the id in our own file",
        nullable=True,
    ),
    Column("place_name", "string", "Name of the place in the gazetteer", nullable=True),
    Column("admin1", "string", "First-order division that the place lies in", nullable=True),
    Column("country", "string", "Country that the place lies in", nullable=True, unit="ISO 3166-1 alpha-3"),
    Column("latitude", "float", "Latitude of the place", nullable=True, unit="degrees WGS 84", low=-90, high=90),
    Column("longitude", "float", "Longitude of the place", nullable=True, unit="degrees WGS 84", low=-180, high=180),
)
_WHERE_PREC = Column(
    "where_prec", "small", "How precise the place is: 1 named place to 7 sea or air", nullable=True, unit="UCDP 1-7",
    low=1, high=7,
)  # fmt: skip
_WHEN = (
    Column("event_date", "string", "When it happened, with what is not known left open", nullable=True, unit="EDTF"),
    Column("date_start", "date", "First possible day; empty where the start is open", nullable=True),
    Column("date_end", "date", "Last possible day; empty where the end is open", nullable=True),
    Column("date_prec", "small", "How precise the date is: 1 day to 5 year or more", nullable=True, unit="UCDP 1-5",
           low=1, high=5),
)  # fmt: skip

DOCUMENTS = Table(
    name="documents",
    row="a source text, its latest version",
    key=("doc_id",),
    partition=_PUBLISHED_PARTITION,
    columns=(
        Column("doc_id", "string", "Identity at the source: file stem, `id` field or URL hash"),
        Column("source", "string", "Who it came from: the folder's name or the `source` field"),
        Column("uri", "string", "Where it was read: `<source>/<file>`, with `:line` for JSON Lines"),
        Column("header", "string", "The header as it stood in the source"),
        Column("title", "string", "The source's own title", nullable=True),
        Column("published", "string", "Date of publication as the source states it", nullable=True, unit="EDTF"),
        Column("published_start", "date", "First day it can have been published", nullable=True),
        Column("published_end", "date", "Last day it can have been published", nullable=True),
        Column("published_prec", "string", "Precision of the date of publication",
               values=("day", "month", "year", "unknown")),
        Column("language", "string", "Language of most of the text", unit="BCP-47"),
        Column("language_confidence", "float", "Probability of that language among those known", low=0, high=1),
        Column("agencies", "strings", "News agencies named in credits and datelines"),
        Column("text", "string", "The text: NFC, LF, header removed, ends stripped"),
        Column("n_chars", "int", "Length of the text", unit="code points", low=1),
        Column("content_hash", "string", "SHA-256 of the source text with its header and metadata"),
        Column("superseded_hash", "string", "content_hash of the version this one replaced", nullable=True),
        *_PUBLISHED,
        *_STAMP,
    ),
)  # fmt: skip

SEGMENTS = Table(
    name="segments",
    row="a heading, paragraph, picture credit, dateline or by-line",
    key=("doc_id", "segment_no"),
    partition=_PUBLISHED_PARTITION,
    columns=(
        _DOC_ID,
        Column("segment_no", "small", "Position in the document, from 0", low=0),
        Column("kind", "string", "What the segment is",
               values=("heading", "paragraph", "credit", "dateline", "byline", "list")),
        Column("language", "string", "Language of the segment", unit="BCP-47"),
        Column("language_confidence", "float", "Probability of that language among those known", low=0, high=1),
        _offset("start", "Where the segment begins"),
        _offset("end", "Where it ends, exclusive"),
        *_PUBLISHED,
        *_STAMP,
    ),
    parents=(("doc_id", "documents"),),
    spans=(Span("start", "end"),),
)  # fmt: skip

TIME_EXPRESSIONS = Table(
    name="time_expressions",
    row="a date or duration in the text, normalised",
    key=("doc_id", "start"),
    partition=_PUBLISHED_PARTITION,
    columns=(
        _DOC_ID,
        Column("segment_no", "small", "The segment it stands in", low=0),
        _offset("start", "Where the expression begins"),
        _offset("end", "Where it ends, exclusive"),
        Column("text", "string", "The expression as it stands in the text"),
        Column("kind", "string", "What it is", values=("DATE", "TIME", "DURATION", "SET")),
        Column("value", "string", "What it means; empty where it cannot be resolved", nullable=True,
               unit="EDTF, or an ISO 8601 time or duration"),
        Column("date_start", "date", "First possible day", nullable=True),
        Column("date_end", "date", "Last possible day", nullable=True),
        Column("precision", "string", "The unit that the words give",
               values=("day", "week", "month", "season", "quarter", "year", "decade", "century", "span", "none")),
        Column("basis", "string", "A calendar date, or relative to another", values=("explicit", "relative")),
        Column("anchor", "string", "The date that a relative expression was resolved against", nullable=True,
               unit="EDTF"),
        *_PUBLISHED,
        *_STAMP,
    ),
    parents=(("doc_id", "documents"),),
    spans=(Span("start", "end", "text"),),
)  # fmt: skip

MENTIONS = Table(
    name="mentions",
    row="one report of one event in one sentence",
    key=("mention_id",),
    partition=_PUBLISHED_PARTITION,
    columns=(
        Column("mention_id", "string", "Hash of the document, the trigger's place and the type"),
        _DOC_ID,
        Column("segment_no", "small", "The segment it stands in", low=0),
        Column("language", "string", "Language of the sentence", unit="BCP-47"),
        _offset("sentence_start", "Where the sentence begins"),
        _offset("sentence_end", "Where it ends, exclusive"),
        Column("evidence", "string", "The sentence"),
        Column("trigger_text", "string", "The verb or event noun that tells of the event"),
        _offset("trigger_start", "Where the trigger begins"),
        _offset("trigger_end", "Where it ends, exclusive"),
        Column("event_type", "string", "Type of the act", unit="PLOVER 0.8", values=_TYPES),
        Column("event_mode", "string", "Mode of the act", nullable=True, unit="PLOVER 0.8", values=_TAXONOMY.modes),
        Column("contexts", "strings", "What the event is about", unit="PLOVER", values=_TAXONOMY.contexts),
        Column("weapon", "string", "The means, as the text names it", nullable=True),
        Column("place_text", "string", "The place, as the text names it", nullable=True),
        _offset("place_start", "Where the place's name begins", nullable=True),
        _offset("place_end", "Where it ends, exclusive", nullable=True),
        *_PLACE,
        _WHERE_PREC,
        *_WHEN,
        Column("date_basis", "string", "What the date hangs on", nullable=True,
               values=("explicit", "relative", "context", "document")),
        Column("date_text", "string", "The words that give the date", nullable=True),
        _count("killed_low", "Least number of killed that the mention states"),
        _count("killed_high", "Greatest number of killed that it allows; empty where it sets no bound"),
        _count("injured_low", "Least number of injured"),
        _count("injured_high", "Greatest number of injured; empty where it sets no bound"),
        Column("polarity", "string", "Whether the text says that it happened", values=("positive", "negative")),
        Column("modality", "string", "Whether it is told as fact", values=("actual", "planned", "possible")),
        Column("confidence", "float", "Probability that careful readers would code it", low=0, high=1),
        Column("reader", "string", "Who took the trigger", values=("rules", "learned", "both")),
        *_PUBLISHED,
        *_STAMP,
    ),
    parents=(("doc_id", "documents"),),
    spans=(
        Span("sentence_start", "sentence_end", "evidence"),
        Span("trigger_start", "trigger_end", "trigger_text"),
        Span("place_start", "place_end", "place_text"),
    ),
)  # fmt: skip

PARTICIPANTS = Table(
    name="participants",
    row="an actor, recipient or claimant of a mention",
    key=("mention_id", "role", "ordinal"),
    partition=_PUBLISHED_PARTITION,
    columns=(
        Column("mention_id", "string", "The mention it belongs to"),
        _DOC_ID,
        Column("role", "string", "Who does it, to whom it is done, or who says so",
               values=("actor", "recipient", "claimant")),
        Column("ordinal", "small", "Position among those of the same role, from 0", low=0),
        Column("text", "string", "The name or phrase as it stands in the text"),
        _offset("start", "Where it begins"),
        _offset("end", "Where it ends, exclusive"),
        Column("entity_id", "string", "The known actor it names", nullable=True),
        Column("entity_name", "string", "That actor's name", nullable=True),
        Column("country", "string", "Country of the actor", nullable=True, unit="ISO 3166-1 alpha-3"),
        Column("sector", "string", "Sector of the actor", nullable=True, unit="PLOVER", values=_TAXONOMY.sectors),
        Column("via", "string", "How a name was put for other words of the sentence", nullable=True,
               values=("pronoun", "apposition")),
        *_PUBLISHED,
        *_STAMP,
    ),
    parents=(("mention_id", "mentions"), ("doc_id", "documents")),
    spans=(Span("start", "end", "text"),),
)  # fmt: skip

CASUALTIES = Table(
    name="casualties",
    row="one stated figure of a mention",
    key=("mention_id", "ordinal"),
    partition=_PUBLISHED_PARTITION,
    columns=(
        Column("mention_id", "string", "The mention it belongs to"),
        _DOC_ID,
        Column("ordinal", "small", "Position among the mention's figures, from 0", low=0),
        Column("kind", "string", "What happened to them", values=_TAXONOMY.casualty_kinds),
        Column("group", "string", "Who they are (children, civilians, …); empty where the text does not say"),
        _count("low", "At least so many"),
        _count("high", "At most so many; empty where the text sets no bound"),
        Column("text", "string", "The figure with its noun as it stands in the text"),
        _offset("start", "Where it begins"),
        _offset("end", "Where it ends, exclusive"),
        *_PUBLISHED,
        *_STAMP,
    ),
    parents=(("mention_id", "mentions"), ("doc_id", "documents")),
    spans=(Span("start", "end", "text"),),
)

EVENTS = Table(
    name="events",
    row="one incident, from all mentions of it",
    key=("event_id",),
    partition=("event_year", "event_month"),
    columns=(
        Column("event_id", "string", "Hash of the incident's first mention"),
        Column("event_type", "string", "Type of the act", unit="PLOVER 0.8", values=_TYPES),
        Column("event_mode", "string", "Mode of the act", nullable=True, unit="PLOVER 0.8", values=_TAXONOMY.modes),
        Column("contexts", "strings", "What the event is about", unit="PLOVER", values=_TAXONOMY.contexts),
        *_WHEN,
        *_PLACE,
        _WHERE_PREC,
        Column("actors", "strings", "Who did it, by any report"),
        Column("recipients", "strings", "To whom or what it was done, by any report"),
        Column("claimants", "strings", "Who says so"),
        _count("killed_low", "Least number of killed by any claim"),
        _count("killed_best", "Best estimate of the killed"),
        _count("killed_high", "Greatest number of killed by any claim; empty where one sets no bound"),
        _count("injured_low", "Least number of injured by any claim"),
        _count("injured_best", "Best estimate of the injured"),
        _count("injured_high", "Greatest number of injured by any claim; empty where one sets no bound"),
        Column("n_mentions", "int", "Mentions of it", low=1),
        Column("n_documents", "int", "Documents that mention it", low=1),
        Column("languages", "strings", "Languages it is told in", unit="BCP-47"),
        Column("disputed", "bool", "Whether one denies what another claims"),
        Column("part_of", "string", "The event (offensive, siege) that a report says it is part of", nullable=True),
        Column("mention_ids", "strings", "Its mentions"),
        Column("first_published", "date", "First day that one of its documents can have been published", nullable=True),
        Column("last_published", "date", "Last day that one of its documents can have been published", nullable=True),
        Column("event_year", "small", "Year of the first possible day, else of the last; partition", nullable=True,
               low=1, high=9999),
        Column("event_month", "small", "Month of that day; partition", nullable=True, low=1, high=12),
        _STAMP[0],
    ),
)  # fmt: skip

_FOLDED = "spelled so that languages agree"

EVENT_MENTIONS = Table(
    name="event_mentions",
    row="a mention as linking sees it, with the event that holds it",
    key=("mention_id",),
    partition=("event_year", "event_month"),
    columns=(
        Column("mention_id", "string", "The mention"),
        Column("event_id", "string", "The event that holds it"),
        _DOC_ID,
        Column("published_start", "date", "First day its document can have been published", nullable=True),
        Column("published_end", "date", "Last day its document can have been published", nullable=True),
        Column("language", "string", "Language of the sentence", unit="BCP-47"),
        Column("segment_no", "small", "The segment it stands in", low=0),
        _offset("sentence_start", "Where the sentence begins"),
        _offset("trigger_start", "Where the trigger begins"),
        Column("trigger_text", "string", "The verb or event noun that tells of the event"),
        Column("position", "float", "Share of the text that stands before the trigger", low=0, high=1),
        Column("definite", "bool", "Whether the trigger points back to something told before"),
        Column("event_type", "string", "Type of the act", unit="PLOVER 0.8", values=_TYPES),
        Column("event_mode", "string", "Mode of the act", nullable=True, unit="PLOVER 0.8", values=_TAXONOMY.modes),
        Column("contexts", "strings", "What the event is about", unit="PLOVER", values=_TAXONOMY.contexts),
        Column("weapon", "string", "The means, as the text names it", nullable=True),
        *_WHEN,
        Column("date_basis", "string", "What the date hangs on", nullable=True,
               values=("explicit", "relative", "context", "document")),
        Column("place_text", "string", "The place, as the text names it", nullable=True),
        *_PLACE,
        _WHERE_PREC,
        Column("actors", "strings", "Who did it", unit="JSON: name, entity id, country, sector, folded words"),
        Column("recipients", "strings", "To whom or what it was done", unit="JSON, as actors"),
        Column("claimants", "strings", "Who says so", unit="JSON, as actors"),
        Column("figures", "strings", "The stated figures", unit="JSON: kind, group, low, high"),
        _count("killed_low", "Least number of killed that it states"),
        _count("killed_high", "Greatest number of killed that it allows; empty where it sets no bound"),
        _count("injured_low", "Least number of injured"),
        _count("injured_high", "Greatest number of injured; empty where it sets no bound"),
        Column("polarity", "string", "Whether the text says that it happened", values=("positive", "negative")),
        Column("modality", "string", "Whether it is told as fact", values=("actual", "planned", "possible")),
        Column("container", "string", "What the text calls the larger event that it is part of", nullable=True),
        Column("names", "strings", "Names, numbers and things (=market) of its sentence", unit=_FOLDED),
        Column("doc_names", "strings", "Names and numbers that stand for its document", unit=_FOLDED),
        Column("window_start", "date", "First day at which other reports of it are looked for", nullable=True),
        Column("window_end", "date", "Last such day", nullable=True),
        Column("event_year", "small", "Year of window_start; partition", nullable=True, low=1, high=9999),
        Column("event_month", "small", "Month of that day; partition", nullable=True, low=1, high=12),
        _STAMP[0],
    ),
)  # fmt: skip

SUPERSEDED_EVENTS = Table(
    name="superseded_events",
    row="an event that is no more, and one that holds mentions of it now",
    key=("event_id", "ordinal"),
    partition=(),
    columns=(
        Column("event_id", "string", "The event that was"),
        Column("ordinal", "small", "Position among those that followed it, from 0", low=0),
        Column("superseded_by", "string", "An event that stands and holds mentions of it; empty where none does",
               nullable=True),
        Column("reason", "string", "What became of it", values=("merged", "split", "withdrawn")),
        _STAMP[0],
    ),
)  # fmt: skip

REJECTS = Table(
    name="rejects",
    row="a row that failed an expectation, or an input that could not be read",
    key=("reject_id",),
    partition=("table_name",),
    columns=(
        Column("reject_id", "string", "Hash of what was rejected and why"),
        Column("table_name", "string", "The table the row was meant for; `inputs` for an input that was not read"),
        Column("source", "string", "The source it came from", nullable=True),
        Column("uri", "string", "The file (and line) it came from", nullable=True),
        Column("doc_id", "string", "The document it came from", nullable=True),
        Column("row_key", "string", "The row's key, as JSON", nullable=True),
        Column("expectation", "string", "What it failed"),
        Column("column", "string", "The column that failed", nullable=True),
        Column("value", "string", "What stood there, shortened", nullable=True),
        Column("reason", "string", "What is wrong and what to do"),
        Column("row", "string", "The whole row, as JSON", nullable=True),
        Column("content_hash", "string", "SHA-256 of the document, as in documents", nullable=True),
        *_STAMP,
    ),
)

RUNS = Table(
    name="runs",
    row="a run that changed something: parameters, counts, versions",
    key=("run_id",),
    partition=(),
    columns=(
        Column("run_id", "string", "The run"),
        Column("flow", "string", "What ran", values=("ingest", "backfill", "maintain")),
        Column("started", "instant", "When it began"),
        Column("finished", "instant", "When its last table was written"),
        Column("parameters", "string", "Its settings, as JSON"),
        Column("versions", "string", "Versions of Tidings and the libraries it leans on, as JSON"),
        Column("pipeline_version", "string", "As on the rows that it wrote"),
        Column("documents_new", "int", "Documents that were not there before", low=0),
        Column("documents_changed", "int", "Documents replaced by another version or read anew", low=0),
        Column("documents_unchanged", "int", "Documents left as they were", low=0),
        Column("documents_recovered", "int", "Documents that a run which was cut off had left to commit", low=0),
        Column("documents_rejected", "int", "Documents that failed as a whole", low=0),
        Column("documents_unsupported", "int", "Documents in the lake whose language has no resources", low=0),
        Column("inputs_rejected", "int", "Inputs that could not be read", low=0),
        Column("rows_rejected", "int", "Rows put into rejects by this run", low=0),
        Column("warnings", "string", "Rows that failed each expectation which only warns, as JSON"),
        Column("rows", "string", "Rows written to each table, as JSON"),
    ),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS, SEGMENTS, TIME_EXPRESSIONS, MENTIONS, PARTICIPANTS, CASUALTIES, EVENTS, EVENT_MENTIONS,
        SUPERSEDED_EVENTS, REJECTS, RUNS,
    )
}  # fmt: skip

# Replaced document by document, in this order: a document counts as done once its row in `documents` is there.
DOCUMENT_TABLES = ("segments", "time_expressions", "mentions", "participants", "casualties", "documents")
