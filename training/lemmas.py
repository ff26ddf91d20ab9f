"""English lemmas by rule and word list: spaCy's lemmatizer, its tables completed from a treebank and word frequencies.

A lemma is looked up by part of speech: first among the treebank's own forms, then by stripping an ending where that
gives a known word. So an unseen verb gets a word that exists, or is left as it is. The tables are saved with the
pipeline.
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
SHORTEST = 3  # letters of a stem
RULED = ("en",)
Seen = dict[str, dict[str, tuple[str, int]]]  # part of speech -> form in lower case -> lemma, how often


def add_word_list(nlp: Language, treebank: Path, peoples: frozenset[str]) -> None:
    """Give an English pipeline its lemmatizer.

    Args:
        nlp: The pipeline, changed in place; other languages keep what they were trained with.
        treebank: The syntax corpus as `prepare` wrote it.
        peoples: Words for peoples and languages, which keep their capital.
    """
    if nlp.lang in RULED:
        seen = forms(treebank, nlp.lang)
        lemmatizer = nlp.add_pipe("lemmatizer", after="parser", config={"mode": "rule", "overwrite": False})
        lemmatizer.initialize(lookups=tables(nlp.lang, seen, peoples))
        # The lemmatizer writes adjectives small without a look at its tables.
        capitals = {lemma for lemma, n in seen["adj"].values() if lemma.istitle() and lemma.isalpha() and n > 1}
        ruler = nlp.add_pipe("attribute_ruler", after="lemmatizer")
        ruler.add_patterns(
            {"patterns": [[{"ORTH": word, "POS": "ADJ"}]], "attrs": {"LEMMA": word}, "index": 0}
            for word in sorted(capitals)
        )


def tables(language: str, seen: Seen, peoples: frozenset[str]) -> Lookups:
    """Tables of exceptions, known words and rules for spaCy's rule lemmatizer, of spacy-lookups-data and a treebank."""
    exceptions, index, rules = (_table(language, name) for name in ("lemma_exc", "lemma_index", "lemma_rules"))
    known = {pos: set(words) for pos, words in index.items()}
    for word in sorted(peoples):
        if word + "s" in peoples:
            exceptions.setdefault("propn", {})[word.lower() + "s"] = [word]
    for pos, pairs in seen.items():
        exceptions.setdefault(pos, {}).update({form: [lemma] for form, (lemma, _) in pairs.items()})
        if pos in known:
            known[pos] |= {lemma for lemma, n in pairs.values() if lemma.isalpha() and n > 1}
    others = known["noun"] | known["adj"]
    exceptions["verb"] = new_verbs(_table(language, "lexeme_prob"), known["verb"], others) | exceptions["verb"]
    lookups = Lookups()
    lookups.add_table("lemma_exc", {pos: dict(sorted(e.items())) for pos, e in sorted(exceptions.items())})
    # spaCy asks whether a word is in the index: a mapping answers at once, a list is read through.
    lookups.add_table("lemma_index", {pos: dict.fromkeys(sorted(words), 1) for pos, words in sorted(known.items())})
    lookups.add_table("lemma_rules", {pos: _silent_e_last(pairs) for pos, pairs in sorted(rules.items())})
    return lookups


def new_verbs(frequency: dict[str, float], known: set[str], others: set[str]) -> dict[str, list[str]]:
    """Forms in -ed and -ing of verbs that WordNet lacks -> the most frequent word that they may come from.

    Args:
        frequency: Word -> log probability.
        known: Verbs that need no help.
        others: Nouns and adjectives: *string* is no verb in -ing.
    """
    found = {}
    for form, probability in frequency.items():
        ending = next((e for e in ("ing", "ed") if form.endswith(e)), None)
        if ending and probability > FREQUENT and form.isalpha() and form.islower() and form not in others:
            stem = form.removesuffix(ending)
            undoubled = stem[:-1] if len(stem) > SHORTEST and stem[-1] == stem[-2] else stem
            sources = [stem, stem + "e", undoubled]
            if not known & set(sources) and len(stem) >= SHORTEST:
                best = max(sources, key=lambda word: frequency.get(word, -99.0))
                if frequency.get(best, -99.0) > FREQUENT:
                    found[form] = [best]
    return found


def _silent_e_last(pairs: list[list[str]]) -> list[list[str]]:
    """The rules, those that give a final e last: of several known words the last wins, and *hoping* is from *hope*."""
    return sorted(pairs, key=lambda pair: (pair[0] in {"ed", "ing"}, pair[1] == "e"))


def forms(treebank: Path, language: str) -> Seen:
    """The most frequent lemma of each part of speech and form in a treebank, and how often they meet."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for doc in DocBin().from_disk(treebank).get_docs(spacy.blank(language).vocab):
        for token in doc:
            counts[token.pos_.lower()][token.lower_][token.lemma_] += 1
    return {pos: {form: lemmas.most_common(1)[0] for form, lemmas in sorted(c.items())} for pos, c in counts.items()}


def _table(language: str, name: str) -> dict[str, object]:
    path = str(registry.lookups.get(language)[name]).removesuffix(".gz") + ".gz"
    return srsly.read_gzip_json(path)
