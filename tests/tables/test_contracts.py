import pyarrow as pa
import pytest

from tasks.tables.contract import ARROW_TYPES
from tasks.tables.contracts import DOCUMENT_TABLES, TABLES

DESIGN = {
    "documents": "doc_id source uri header title published published_start published_end published_prec language "
    "language_confidence agencies text n_chars content_hash superseded_hash pipeline_version run_id",
    "segments": "doc_id segment_no kind language language_confidence start end",
    "time_expressions": "doc_id segment_no start end text kind value date_start date_end precision basis anchor",
    "mentions": "mention_id doc_id segment_no language sentence_start sentence_end evidence trigger_text trigger_start "
    "trigger_end event_type event_mode contexts weapon place_text place_start place_end place_id place_name admin1 "
    "country latitude longitude where_prec event_date date_start date_end date_prec date_basis date_text killed_low "
    "killed_high injured_low injured_high polarity modality confidence reader pipeline_version run_id",
    "participants": "mention_id doc_id role ordinal text start end entity_id entity_name country sector via",
    "casualties": "mention_id doc_id ordinal kind group low high text start end",
    "events": "event_id event_type event_mode contexts event_date date_start date_end date_prec place_id place_name "
    "admin1 country latitude longitude where_prec actors recipients claimants killed_low killed_best killed_high "
    "injured_low injured_best injured_high n_mentions n_documents languages disputed part_of mention_ids "
    "first_published last_published pipeline_version",
    "event_mentions": "mention_id event_id doc_id",
    "superseded_events": "event_id superseded_by reason",
    "rejects": "reject_id table_name",
    "runs": "run_id",
}


@pytest.mark.parametrize("name", DESIGN)
def test_the_designed_columns_are_there_in_order(name):
    wanted = DESIGN[name].split()
    assert [column for column in TABLES[name].names if column in wanted] == wanted


def test_the_tables_stand_in_the_order_of_the_design():
    assert list(TABLES) == list(DESIGN)
    assert DOCUMENT_TABLES[-1] == "documents"


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_a_contract_holds_together(table):
    assert len(set(table.names)) == len(table.names)
    for name in (*table.key, *table.partition):
        assert name in table.names
    assert not any(table.column(name).nullable for name in table.key)
    for columns, parent in table.parents:
        assert columns in TABLES[parent].key
        assert columns in table.names
    for span in table.spans:
        assert table.column(span.start).low == 0
        assert table.column(span.end).low == 0
        assert span.text is None or span.text in table.names
    for column in table.columns:
        assert column.type in ARROW_TYPES
        assert column.meaning.strip()
        assert not column.meaning.endswith(".")
    assert table.arrow.equals(pa.schema(table.arrow))


def test_an_unknown_column_is_named():
    with pytest.raises(KeyError, match=r"documents has no column nothing"):
        TABLES["documents"].column("nothing")
