"""Where spaCy's tokenizer and the treebanks part words differently: rules that are added before training.

They are saved with the pipeline as data, so that loading it needs none of this code.
"""

import re

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

# UD English keeps these with their word (*non-military*, *e-mail*) and parts all other hyphened compounds.
PREFIXES = (
    "non",
    "anti",
    "pre",
    "post",
    "ex",
    "co",
    "re",
    "e",
    "mid",
    "pro",
    "multi",
    "semi",
    "counter",
    "vice",
    "inter",
    "intra",
    "over",
    "under",
    "un",
    "mis",
    "sub",
    "ultra",
    "trans",
    "neo",
    "de",
    "quasi",
    "cross",
)
ABBREVIATIONS = (
    "al.",
    "Capt.",
    "Col.",
    "Cpl.",
    "Lt.",
    "Ft.",
    "Sgt.",
    "Maj.",
    "Cmdr.",
    "Brig.",
    "Mt.",
    "Thur.",
    "Thurs.",
    "Fri.",
    "Sat.",
    "Sun.",
    "Mon.",
    "Tues.",
    "Wed.",
    "Attn.",
    "ext.",
    "b/c",
    "w/o",
    "l/c",
    "c/o",
    "No.",
    "Nos.",
)
# spaCy keeps these whole.
ENGLISH_CUT = frozenset({"and/or", "):"})
NORWEGIAN_CUT = frozenset({"i.", "to.", "ti.", "):"})
RUNS = (
    r"[!?]{2,}",
    r"\.\?+",
    r"\.!+",
    r"\*{2,}",
    r"={2,}",
    r"_{2,}",
    r"<{2,}",
    r">{2,}",
    r"~{2,}",
    r"#{2,}",
    r"\${2,}",
)
LETTER_HYPHEN = "(?:-|–|—|--|---|——|~)"  # as in spaCy's own rule, which ours takes the place of


@registry.callbacks("tidings.tokens.v1")
def make_rules(language: str) -> object:
    """The callback that gives a new pipeline the tokenizer of its treebank."""

    def change(nlp: Language) -> Language:
        RULES[language](nlp)
        return nlp

    return change


def english(nlp: Language) -> None:
    """Part words as UD English does: runs of marks stay whole, prefixes and telephone numbers are not cut."""
    defaults = nlp.Defaults
    kept = "".join(rf"(?<!\b{p})" for p in _both_cases(PREFIXES))
    hyphen = rf"(?<=[^\W\d_]){kept}{LETTER_HYPHEN}(?=[^\W\d_])"
    infixes = [rule for rule in defaults.infixes if LETTER_HYPHEN[:5] not in rule]
    infixes += [hyphen, r"(?<=\d)-(?=[a-z]{2})", r"(?<=[^\W\d_])/(?=[^\W\d_]{2})"]
    tokenizer = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *defaults.prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, r"(?<=\d)(?:AM|PM|k)", *defaults.suffixes]).search
    tokenizer.token_match = re.compile(r"\(?(?:\d-)?\d{3}\)?-(?:\d{3}-)?\d{4}\Z").match
    _drop(nlp, ENGLISH_CUT)
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{"ORTH": word}])


def norwegian(nlp: Language) -> None:
    """Part a stop from a year, which is no ordinal, and from words that are seldom abbreviations."""
    suffixes = [r"(?<=\b(?:1\d|20)\d\d)\.", *nlp.Defaults.suffixes]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    _drop(nlp, NORWEGIAN_CUT)


def _drop(nlp: Language, words: frozenset[str]) -> None:
    nlp.tokenizer.rules = {word: parts for word, parts in nlp.tokenizer.rules.items() if word not in words}


def _both_cases(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for word in words for form in (word, word.capitalize()))


RULES = {"en": english, "nb": norwegian}
