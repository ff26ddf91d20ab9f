"""SQL over the lake's present snapshot, for `tidings sql`."""

from __future__ import annotations

from typing import Any

import duckdb

from tasks.errors import UsageError
from tasks.tables.contracts import TABLES
from tasks.tables.lake import Lake

# `mentions` carries its participants as three more columns, since most questions ask for them.
_MENTIONS = """
create view mentions as
select m.*, p.actor, p.recipient, p.claimant
from mentions_alone m left join (
    select mention_id,
        string_agg(text, '; ' order by ordinal) filter (role = 'actor') as actor,
        string_agg(text, '; ' order by ordinal) filter (role = 'recipient') as recipient,
        string_agg(text, '; ' order by ordinal) filter (role = 'claimant') as claimant
    from participants group by mention_id
) p using (mention_id)
"""


def query(lake: Lake, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of one DuckDB query over the lake's tables.

    The query runs in a database of its own in memory that can read and write no file.

    Raises:
        UsageError: DuckDB does not accept the query.
        LakeError: there is no lake.
    """
    with duckdb.connect(config={"python_enable_replacements": "false"}) as connection:
        for name in TABLES:
            connection.register("mentions_alone" if name == "mentions" else name, lake.dataset(name))
        connection.execute(_MENTIONS)
        connection.execute("set enable_external_access = false; set lock_configuration = true")
        try:
            result = connection.execute(sql)
            names = [column[0] for column in result.description or ()]
            return names, result.fetchall() if names else []
        except duckdb.Error as error:
            raise UsageError(f"sql: {error}") from error
