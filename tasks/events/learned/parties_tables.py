"""How often phrases of a kind had a role in coded documents: counts, looked up by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.events.learned.arrays import Arrays

# Phrases that the mean of all is worth beside what was counted.
_WEIGHT = 4.0
# What was seen once says less than the mean of all.
_FEWEST = 2


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Counts for each key of a phrase, one table for each place among its keys.

    Attributes:
        counts: for each key, how many phrases had it as actor, recipient and claimant, and how many at all.
        mean: the share of each role among all phrases.
    """

    counts: tuple[Mapping[str, NDArray[np.float32]], ...]
    mean: NDArray[np.float32]

    @classmethod
    def counted(cls, keys: Sequence[Sequence[str]], roles: NDArray[np.float32]) -> Tables:
        """Those of some phrases: the keys of each, and beside them 1 for the roles that it has."""
        rows = np.hstack([roles, np.ones((len(roles), 1), np.float32)])
        width = len(keys[0]) if keys else 0
        counts: list[dict[str, NDArray[np.float32]]] = [{} for _ in range(width)]
        for own, row in zip(keys, rows, strict=True):
            for table, key in zip(counts, own, strict=True):
                table[key] = table[key] + row if key in table else row
        kept = tuple({key: row for key, row in table.items() if row[-1] >= _FEWEST} for table in counts)
        return cls(kept, roles.mean(axis=0))

    @classmethod
    def of(cls, arrays: Arrays) -> Tables:
        """Those that a file holds."""
        places = range(sum(name.startswith("keys_") for name in arrays))
        counts = tuple(
            dict(zip(arrays[f"keys_{at}"].tolist(), np.asarray(arrays[f"counts_{at}"], np.float32), strict=True))
            for at in places
        )
        return cls(counts, np.asarray(arrays["mean"], np.float32))

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """As a file holds them, the keys in order."""
        found: dict[str, NDArray[np.generic]] = {"mean": self.mean}
        for at, table in enumerate(self.counts):
            keys = sorted(table)
            found[f"keys_{at}"] = np.array(keys, dtype=np.str_)
            found[f"counts_{at}"] = np.array([table[key] for key in keys], np.float32).reshape(len(keys), -1)
        return found

    def columns(self, keys: Iterable[Sequence[str]]) -> NDArray[np.float32]:
        """For each phrase and each of its keys: the shares of the roles, drawn to the mean, and how many were seen."""
        unseen = np.zeros(len(self.mean) + 1, np.float32)
        seen = [[table.get(key, unseen) for table, key in zip(self.counts, own, strict=True)] for own in keys]
        if not seen:
            return np.zeros((0, 0), np.float32)
        columns = np.array(seen, np.float32).reshape(len(seen), len(self.counts), len(unseen))
        # Where nothing was seen, this is the mean itself.
        columns[..., :-1] = (columns[..., :-1] + _WEIGHT * self.mean) / (columns[..., -1:] + _WEIGHT)
        return columns.reshape(len(seen), -1)
