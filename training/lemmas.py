"""English lemmas by rule and word list: spaCy's lemmatizer with tables that the treebank and a frequency list complete.

A lemma is looked up by part of speech: first among the treebank's own forms, then by stripping an ending where that
gives a known word. So an unseen verb gets a word that exists, or is left as it is. The tables are saved with the pipeline.
"""

from collections import Counter, defaultdict
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import DocBin
from spacy.util import registry

# Log probability in spacy-lookups-data: the 40,000 most frequent words or so, names and slips of the pen seldom.
FREQUENT = -14.5


def add_word_list(nlp: Language, treebank: Path) -> None:
    """Give an English pipeline its lemmatizer.

    Args:
        nlp: The pipeline, changed in place; other languages keep what they were trained with.
        treebank: The syntax corpus as `prepare` wrote it.
    """
    if nlp.lang not in RULED:
        return
    if "trainable_lemmatizer" in nlp.pipe_names:
        nlp.remove_pipe("trainable_lemmatizer")
    lemmatizer = nlp.add_pipe("lemmatizer", after="parser", config={"mode": "rule", "overwrite": False})
    lemmatizer.initialize(lookups=tables(nlp.lang, treebank))


RULED = ("en",)


def tables(language: str, treebank: Path) -> Lookups:
    """Tables of exceptions, known words and rules for spaCy's rule lemmatizer."""
    exceptions, index, rules = (_table(language, name) for name in ("lemma_exc", "lemma_index", "lemma_rules"))
    seen = forms(treebank, language)
    known = {pos: set(words) for pos, words in index.items()}
    for pos, pairs in seen.items():
        exceptions.setdefault(pos, {}).update({form: [lemma] for form, lemma in pairs.items()})
        if pos in known:
            known[pos] |= set(pairs.values())
    lookups = Lookups()
    lookups.add_table("lemma_exc", {pos: dict(sorted(e.items())) for pos, e in exceptions.items()})
    lookups.add_table("lemma_index", {pos: sorted(words) for pos, words in known.items()})
    lookups.add_table("lemma_rules", rules)
    return lookups


def forms(treebank: Path, language: str) -> dict[str, dict[str, str]]:
    """Part of speech -> form in lower case -> its most frequent lemma in a treebank."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for doc in DocBin().from_disk(treebank).get_docs(spacy.blank(language).vocab):
        for token in doc:
            counts[token.pos_.lower()][token.lower_][token.lemma_] += 1
    return {pos: {form: lemmas.most_common(1)[0][0] for form, lemmas in sorted(c.items())} for pos, c in counts.items()}


def _table(language: str, name: str) -> dict[str, object]:
    path = str(registry.lookups.get(language)[name]).removesuffix(".gz") + ".gz"
    return srsly.read_gzip_json(path)
