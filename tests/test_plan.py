import pytest

from tasks.errors import InputError
from tasks.plan import Known, Plan, document_reject, input_reject
from tasks.read.raw import RawDocument
from tasks.tables.contracts import TABLES
from tasks.tables.rows import as_table


def raw(text="Tekst."):
    return RawDocument("d", "s", "s/d.txt", "date 2016", "2016", text)


NOW, BEFORE = raw().content_hash, raw("Før.").content_hash


@pytest.mark.parametrize(
    ("known", "extracted", "superseded", "count"),
    [
        (None, True, None, "new"),
        (Known(NOW, "v2"), False, None, "unchanged"),
        (Known(BEFORE, "v2"), True, BEFORE, "changed"),
        (Known(NOW, "v1"), True, None, "changed"),
        (Known(NOW, "v1", superseded_hash=BEFORE), True, BEFORE, "changed"),
        (Known(NOW, "v2", rejected=True), False, None, "still_rejected"),
        (Known(NOW, "v1", rejected=True), True, None, "changed"),
        (Known(BEFORE, "v2", rejected=True), True, None, "changed"),
    ],
)
def test_what_is_extracted(known, extracted, superseded, count):
    plan = Plan()
    todo = list(plan.changed_documents([raw()], {} if known is None else {"d": known}, "v2"))
    assert todo == ([(raw(), superseded)] if extracted else [])
    counts = {name: getattr(plan, name) for name in ("new", "changed", "unchanged", "still_rejected")}
    assert counts == dict.fromkeys(counts, 0) | {count: 1}


def test_errors_are_kept_and_the_rest_goes_on():
    error = InputError("s/x.txt", "empty_text", "", "there is no text")
    plan = Plan()
    assert len(list(plan.changed_documents([error, raw()], {}, "v"))) == 1
    assert plan.errors == [error]


def test_rejects_fit_their_table_and_keep_their_id():
    error = InputError("s/x.txt", "header_date", "2016-13", "header date '2016-13' is no date (month 13)")
    rows = [input_reject(error, "v1", "run1"), document_reject(raw(), ValueError("x" * 500), "v1", "run1")]
    table = as_table("rejects", rows)
    table.validate(full=True)
    assert {c for row in rows for c, v in row.items() if v is None} <= {
        c.name for c in TABLES["rejects"].columns if c.nullable
    }
    assert input_reject(error, "v2", "run2")["reject_id"] == rows[0]["reject_id"] != rows[1]["reject_id"]
    assert len(rows[1]["value"]) == 200
