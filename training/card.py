"""The model card of a language, MODEL_CARD.md."""

from training.scores import Scores
from training.sources import LICENCE, SOURCES

NAMES = {"nb": "Norwegian Bokmål", "en": "English"}

WHAT = {
    "nb": """\
A spaCy 3.8 pipeline for Norwegian news: parts of speech and features (`morphologizer`), Universal Dependencies
(`parser`), lemmas (`trainable_lemmatizer`) and names (`ner`: PER, ORG, GPE, LOC, FAC, NORP). Two encoders of width 128,
one of them for names alone. Its 400,000 static vectors stand for parts of speech in Norsk Ordbank and for Brown clusters
of words that English spells alike (names); words with the same features share a row, so they tell nothing of likeness.""",
    "en": """\
A spaCy 3.8 pipeline for English news: parts of speech and features (`morphologizer`), Universal Dependencies
(`parser`), lemmas (`lemmatizer` by rule and word list, `attribute_ruler` for adjectives that keep their capital) and
names (`ner`: PER, ORG, GPE, LOC, FAC, NORP). Two encoders of width 128, one of them for names alone. Its 190,000 static
vectors stand for Brown clusters; words of one cluster share a row, so they are no vectors for likeness of meaning.""",
}

DATA = {
    "nb": """\
Syntax: the UD training part of the Norwegian Dependency Treebank (Bokmål), 15,677 sentences, 244,000 words. Names: NorNE
on the same sentences and on the Nynorsk training part (245,000 words); the same sentences once more with part of their
names replaced by names of later news; and Norwegian versions of marked English news, in which names were found by the
English marking and what was in doubt was left out. NorNE's labels were mapped: GPE_LOC and GPE_ORG to GPE; inhabitants
among DRV to NORP, other DRV left out; PROD, EVT and MISC count as no name.""",
    "en": """\
Syntax: the training parts of UD English EWT and of six genres of GUM, 16,251 sentences, 281,000 words. Names: 180 marked
documents of Voice of America (120,000 words, seen twice an epoch), wikigold, CrossNER (politics, science, literature,
music, ai) and re3d, 150,000 words. The CoNLL labels of the latter three were mapped: LOC to GPE, LOC or FAC by a list
of countries and provinces and by words such as *River* and *Airport*; MISC to NORP where it is a word for a people,
left out where it may be one, else no name. EWT's training part has no names, GUM's silver ones were not used.""",
}

LIMITS = {
    "nb": """\
- The treebank is newspaper text of 2002-2012 with some blogs and parliament; the dev split is mostly the latter two, since
  sentences that occur in articles used elsewhere were taken out of it.
- Nynorsk is not parsed well; only its names were learned.
- Names of peoples are nouns only (*amerikanerne*); adjectives (*russiske*) are no names in NorNE. FAC and NORP hardly occur
  in the dev split, so nothing is known of them.
- Lemmas are those of edit trees: a compound that was never seen may get a form that is no word. A full stop has the lemma `$.`,
  as in the treebank.""",
    "en": """\
- EWT is web text (reviews, mail, blogs); most of what is wrong on the dev split is there: 1 % of its words are cut otherwise
  than in the treebank, and its sentence ends are hard to see. With sentences given, as Tidings gives them, attachment is better.
- FAC is seldom in the training data and is found badly. On encyclopedic text GPE, LOC and FAC are best taken together.
- Names were marked once by one reader; expect omissions in what it learned from.""",
}


def card(language: str, scores: Scores) -> str:
    """The card of a language with its scores, see `training.scores.score`."""
    parts = [
        f"# {NAMES[language]} news pipeline",
        WHAT[language],
        "## Scores\nOn the dev splits, which it was not trained on (checkpoints were chosen by them); words are found anew in the text. "
        f"Printed by\n`python benchmarks/parse.py TREEBANKS --language {language}`.",
        "\n".join(_rows(scores)),
        "POS, features, lemma and sentences: share of words, or F1 where words differ; UAS and LAS without punctuation; names: whole "
        'names\nwith their label. "open corpora" knows PER, ORG and LOC only: GPE and FAC count as LOC there.'
        if language == "en"
        else "POS, features, lemma: share of words, or F1 where words differ; UAS and LAS without punctuation; names: whole names with their label.",
        "## Data\n" + DATA[language],
        "## Licence\n"
        + f"{LICENCE[language]}, as the treebank is share-alike. No text of the corpora is in the files.\n\n"
        + "\n".join(f"- {s['name']}: {s['license']}. {s['author']}. <{s['url']}>" for s in SOURCES[language]),
        "## Limits\n" + LIMITS[language],
        "Made by `make models` from the configurations in `training/configs/` (seed 2016, CPU, one thread).",
    ]
    return "\n\n".join(parts) + "\n"


def _rows(scores: Scores) -> list[str]:
    rows = ["| dev split | measure | score |", "|---|---|---|"]
    return rows + [
        f"| {part} | {name} | {value:.3f} |" for part, values in scores.items() for name, value in values.items()
    ]
