"""The lake: Delta tables of zstd Parquet, and the only writer of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError, TableNotFoundError
from filelock import FileLock, Timeout

from tasks.errors import LakeError
from tasks.tables.contracts import DOCUMENT_TABLES, TABLES
from tasks.tables.staging import clear

_ZSTD = WriterProperties(compression="ZSTD")
# (event_year, event_month) of a partition; None of both where a row has no date.
Month = tuple[int | None, int | None]


class Lake:
    """The tables under one folder. Readers see the snapshot of the moment; writers hold `lock`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def staging(self) -> Path:
        """Where shards wait until they are committed."""
        return self.root / "_staging"

    @property
    def validation(self) -> Path:
        """Where the validation results of the last run are kept."""
        return self.root / "_validation"

    @property
    def exists(self) -> bool:
        """Whether there is a lake here."""
        return DeltaTable.is_deltatable(str(self.root / "documents"))

    def create(self) -> None:
        """Makes the tables that are missing.

        Raises:
            LakeError: the folder cannot be written, or a table has another schema than its contract.
        """
        for name, table in TABLES.items():
            with _as_lake_error(self.root / name):
                (self.root / name).mkdir(parents=True, exist_ok=True)
                made = DeltaTable.create(
                    str(self.root / name),
                    schema=table.arrow,
                    mode="ignore",
                    partition_by=list(table.partition),
                    name=name,
                    description=f"One row is {table.row}",
                )
                columns = tuple(field.name for field in made.schema().fields)
            if columns != table.names:
                odd = sorted(set(columns) ^ set(table.names)) or ["their order"]
                raise LakeError(
                    f"{self.root / name}: columns differ from this version's ({', '.join(odd)}); "
                    "use another --lake or build this one anew"
                )

    def version(self, name: str) -> int:
        """The version of a table; each transaction counts one."""
        return int(self._open(name).version())

    def dataset(self, name: str) -> pa.dataset.Dataset:
        """A table's present snapshot, read lazily."""
        table = self._open(name)
        with _as_lake_error(self.root / name):
            return table.to_pyarrow_dataset()

    def read(
        self, name: str, columns: Sequence[str] | None = None, where: pa.compute.Expression | None = None
    ) -> pa.Table:
        """Rows of a table's present snapshot, in the contract's column order and types.

        Raises:
            LakeError: there is no such table, or a file of it cannot be read.
        """
        names = list(columns or TABLES[name].names)
        schema = pa.schema([TABLES[name].arrow.field(column) for column in names])
        dataset = self.dataset(name)
        with _as_lake_error(self.root / name):
            return dataset.to_table(columns=names, filter=where).cast(schema)

    def replace_documents(self, tables: Mapping[str, pa.Table], doc_ids: Sequence[str]) -> None:
        """Puts a shard in the place of all rows of its documents.

        One transaction per table and `documents` last: what is cut off before it is planned again.
        """
        for name in (*(n for n in tables if n not in DOCUMENT_TABLES), *DOCUMENT_TABLES):
            self.replace(name, tables[name], _is_in("doc_id", doc_ids))

    def replace_rejects(self, rows: pa.Table, reject_ids: Sequence[str]) -> None:
        """Puts rows in the place of the rejects with these ids."""
        self.replace("rejects", rows, _is_in("reject_id", reject_ids))

    def replace_months(self, name: str, rows: pa.Table, months: Sequence[Month]) -> None:
        """Puts rows in the place of all that stand in these months of `events` or `event_mentions`."""
        self.replace(name, rows, " OR ".join(map(_month, months)))

    def replace_superseded(self, rows: pa.Table, event_ids: Sequence[str]) -> None:
        """Puts rows in the place of all that say what superseded these events."""
        self.replace("superseded_events", rows, _is_in("event_id", event_ids))

    def append_run(self, row: pa.Table) -> None:
        """Adds a row to `runs`."""
        self.replace("runs", row, _is_in("run_id", row.column("run_id").to_pylist()))

    def replace(self, name: str, rows: pa.Table, predicate: str) -> None:
        """In one transaction: the rows that meet a Delta predicate go, the given ones come.

        Raises:
            LakeError: the transaction failed; the table is as before.
        """
        table = self._open(name)
        key = [(column, "ascending") for column in TABLES[name].key]
        with _as_lake_error(self.root / name):
            if rows.num_rows == 0:
                table.delete(predicate, writer_properties=_ZSTD)
                return
            rows = rows.sort_by(key)
            write_deltalake(table, rows, mode="overwrite", predicate=predicate, writer_properties=_ZSTD)

    @contextmanager
    def lock(self, wait: float = -1) -> Iterator[None]:
        """Holds the lake for one writer.

        Args:
            wait: seconds to wait for another writer; below 0 without end.

        Raises:
            LakeError: another writer still holds it, or the folder cannot be written.
        """
        lock = FileLock(self.root / "_lock", timeout=wait)
        with _as_lake_error(self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire()
            except Timeout as error:
                raise LakeError(f"{self.root}: another run is writing; try again when it is done") from error
        try:
            yield
        finally:
            lock.release()

    def tidy(self, run_id: str) -> None:
        """Removes what was staged, and the validation results of all runs but this one where it has some."""
        clear(self.staging)
        if (self.validation / run_id).is_dir():
            for folder in self.validation.iterdir():
                if folder.name != run_id:
                    clear(folder)

    def _open(self, name: str) -> DeltaTable:
        try:
            return DeltaTable(str(self.root / name))
        except TableNotFoundError as error:
            raise LakeError(f"{self.root}: holds no table '{name}'; 'tidings run' makes the lake") from error
        except DeltaError as error:
            raise LakeError(f"{self.root / name}: cannot be opened: {error}") from error


@contextmanager
def _as_lake_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (DeltaError, OSError, pa.ArrowException) as error:
        raise LakeError(f"{path}: {error}; the table is as it was, mend that and run again") from error


def _is_in(column: str, values: Iterable[str]) -> str:
    quoted = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
    return f"{column} IN ({quoted})"


def _month(month: Month) -> str:
    tests = [
        f"{column} IS NULL" if value is None else f"{column} = {int(value)}"
        for column, value in zip(TABLES["events"].partition, month, strict=True)
    ]
    return f"({' AND '.join(tests)})"
