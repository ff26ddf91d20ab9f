"""What more coded documents would be worth to the reader of triggers: its figures by share of the documents."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from training.events.coded import CodedDocument
from training.events.triggers import cross_validate, sample

SHARES = (0.25, 0.5, 0.75, 1.0)


def learning_curve(
    documents: Sequence[CodedDocument], shares: Sequence[float] = SHARES
) -> dict[float, dict[str, dict[str, float]]]:
    """By share and language, precision, recall and F1 in cross-validation over all documents.

    A smaller share is part of a larger one. The lexicon is the same for all shares: it was made by people, not out of
    the share.

    Args:
        documents: of all languages.
        shares: of the documents that the trees see, above 0, up to 1.
    """
    samples = [sample(one) for one in documents]
    return {share: cross_validate(samples, [one for one in samples if _rank(one.document) < share]) for share in shares}


def _rank(document: CodedDocument) -> float:
    """A place among all documents, from 0 to 1, that versions of one text share."""
    base = document.stem.removesuffix(f"_{document.document.language}")
    return zlib.crc32(f"share {base}".encode()) / 2**32
