"""What models know of words beyond their treebanks, as static vectors: `python -m training.vectors en DIR`.

Many words share one row, so that the table stays small: English words have the row of their Brown cluster
(the thousand clusters that spacy-lookups-data holds), Norwegian words that of their parts of speech in Norsk
Ordbank. Names have the cluster of the English word in both languages, since most of them are spelt alike.
A row is the sum of fixed random codes of what its words have in common (the prefixes of a cluster's bit string).
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import spacy
import srsly
from spacy.language import Language
from spacy.strings import hash_string
from spacy.util import registry
from spacy.vectors import Vectors

WIDTH = 128
BITS = (4, 6, 8, 10, 12, 14, 20)
LONGEST = 11  # longer Norwegian words are compounds mostly, which their endings tell about


def main() -> None:
    """Write a pipeline that holds nothing but the vectors of a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    nlp = spacy.blank(options.language)
    words = FEATURES[options.language]()
    add(nlp, words)
    nlp.to_disk(options.folder)
    sys.stdout.write(f"{options.language} vectors: {len(words)} words, {nlp.vocab.vectors.shape[0]} rows\n")


def add(nlp: Language, words: dict[str, tuple[str, ...]]) -> None:
    """Set the vectors of a pipeline.

    Args:
        nlp: A pipeline without vectors.
        words: Word -> its features; words with the same features share a row.
    """
    kinds = sorted(set(words.values()))
    row_of = {kind: i for i, kind in enumerate(kinds)}
    codes = {f: _code(f) for f in sorted({f for kind in kinds for f in kind})}
    data = np.stack([np.sum([codes[f] for f in kind], axis=0) / np.sqrt(len(kind)) for kind in kinds])
    vectors = Vectors(strings=nlp.vocab.strings, data=data.astype("float32"), name="features")
    for word, kind in sorted(words.items()):
        vectors.key2row[hash_string(word)] = row_of[kind]
    nlp.vocab.vectors = vectors


def _code(feature: str) -> np.ndarray:
    """A vector of length 1 (nearly), the same in every run."""
    random = np.random.default_rng(hash_string(feature))
    return random.standard_normal(WIDTH) / np.sqrt(WIDTH)


def english() -> dict[str, tuple[str, ...]]:
    """The cluster of each word that has one."""
    clusters = _table("en", "lexeme_cluster")
    return {word: _prefixes(number) for word, number in clusters.items() if number}


def norwegian() -> dict[str, tuple[str, ...]]:
    """Parts of speech of Norwegian words; clusters of English words with a capital, unless Norwegian has the word."""
    forms = _table("nb", "lemma_exc")
    classes: dict[str, set[str]] = {}
    for pos in ("adj", "adv", "noun", "verb"):
        for form in forms.get(pos, {}):
            if len(form) <= LONGEST and " " not in form:
                classes.setdefault(form, set()).add(f"ordbank-{pos}")
    names = {w: k for w, k in english().items() if w[0].isupper() and w.lower() not in classes}
    return names | {word: tuple(sorted(kinds)) for word, kinds in classes.items()}


FEATURES = {"en": english, "nb": norwegian}


def _table(language: str, name: str) -> dict[str, dict[str, object]]:
    """A table of spacy-lookups-data with its words; spaCy's own reader keeps their hashes only."""
    path = str(registry.lookups.get(language)[name]).removesuffix(".gz") + ".gz"
    return srsly.read_gzip_json(path)


def _prefixes(number: int) -> tuple[str, ...]:
    """The bit string of a cluster's number is written from the lowest bit; its prefixes name wider clusters."""
    bits = f"{number:b}"[::-1]
    return tuple(sorted({f"brown-{bits[:n]}" for n in BITS}))


if __name__ == "__main__":
    main()
