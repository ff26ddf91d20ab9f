"""Sentences to clauses: what the room gives to the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tasks.parse.build import clauses_of
from tasks.parse.clause import Clause
from tasks.parse.labels import is_clear_nlp, name_label, to_ud
from tasks.parse.models import OUR_MODELS, ModelChoice, load_model
from tasks.parse.parsed import Parsed
from tasks.parse.tree import Tree, Word, tree
from tasks.settings import REFERENCE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CHUNK = 2_000  # sentences held at once
_BATCH = 128  # sentences that the network sees at once
_LONGEST_TEXT = 4_000  # characters; what is longer is a table or a list run together
_LONGEST_SENTENCE = 400  # words, as in the events room
_NUMBER_AND_STOP = re.compile(r"\d+\.")


@dataclass(frozen=True, slots=True)
class SentenceText:
    """A sentence, where it begins in its document, and the spans of time expressions in it (document offsets)."""

    text: str
    start: int = 0
    times: tuple[tuple[int, int], ...] = ()


def clauses(
    sentence: str | SentenceText,
    language: str,
    models: ModelChoice = OUR_MODELS,
    reference: Path = REFERENCE,
) -> tuple[Clause, ...]:
    """The clauses of one sentence; for many, `parse_sentences` is some times faster.

    Args:
        sentence: the text, alone or with its place in a document.
        language: a BCP-47 tag that has a pipeline and `grammar.yaml`.
        models: which pipelines read.
        reference: the reference folder.

    Raises:
        ModelError: the pipeline cannot be loaded.
        ReferenceDataError: the language lacks a file.
    """
    one = SentenceText(sentence) if isinstance(sentence, str) else sentence
    return parse_sentences([one], language, models, reference)[0]


def parse_sentences(
    sentences: Iterable[SentenceText],
    language: str,
    models: ModelChoice = OUR_MODELS,
    reference: Path = REFERENCE,
) -> list[tuple[Clause, ...]]:
    """The clauses of each sentence, in the order of the sentences, which may be of many documents.

    A sentence of more than 4,000 characters or 400 words has none. Arguments and errors as in `clauses`.
    """
    return [one.clauses for one in parse_whole(sentences, language, models, reference)]


def parse_whole(
    sentences: Iterable[SentenceText],
    language: str,
    models: ModelChoice = OUR_MODELS,
    reference: Path = REFERENCE,
) -> Iterator[Parsed]:
    """Tree, clauses and vectors of each sentence; else as `parse_sentences`."""
    for sentence, one, vectors in _parse(sentences, language, models):
        found = clauses_of(one, language, sentence.times, reference) if len(one) else ()
        yield Parsed(one, found, vectors)


def parse_trees(
    sentences: Iterable[SentenceText],
    language: str,
    models: ModelChoice = OUR_MODELS,
) -> Iterator[tuple[SentenceText, Tree]]:
    """The dependency tree of each sentence, with offsets in its document; the tree of one that is too long is empty."""
    for sentence, one, _ in _parse(sentences, language, models):
        yield sentence, one


def _parse(
    sentences: Iterable[SentenceText], language: str, models: ModelChoice
) -> Iterator[tuple[SentenceText, Tree, NDArray[np.float32]]]:
    nlp = load_model(language, models)
    clear = "parser" in nlp.pipe_names and is_clear_nlp(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]  # a parser
    waiting = iter(sentences)
    while chunk := list(islice(waiting, _CHUNK)):
        texts = [one.text if len(one.text) <= _LONGEST_TEXT else "" for one in chunk]
        for sentence, doc in zip(chunk, nlp.pipe(texts, batch_size=_BATCH), strict=True):
            found = _tree(doc, sentence.start, clear=clear)
            yield sentence, found, _vectors(doc, found)


def _tree(doc: Doc, start: int, *, clear: bool) -> Tree:
    """A parsed sentence as plain values; white space that the tokenizer kept as a token is left out."""
    tokens = [token for token in doc if not token.is_space]
    if len(tokens) > _LONGEST_SENTENCE:
        return tree([])
    order = {token.i: index for index, token in enumerate(tokens)}
    words = [_word(token, index, order, start) for index, token in enumerate(tokens)]
    if words and _NUMBER_AND_STOP.fullmatch(words[-1].text):
        # Tokenizers that know ordinals leave the stop of the sentence on its last number.
        words[-1] = replace(words[-1], text=words[-1].text[:-1], end=words[-1].end - 1)
    return to_ud(words) if clear else tree(words)


def _vectors(doc: Doc, found: Tree) -> NDArray[np.float32]:
    """The encoder's vectors of a tree's words; none for the white space that the tree leaves out."""
    if not len(found) or len(doc.tensor) != len(doc):
        return np.zeros((len(found), 0), np.float32)
    vectors: NDArray[np.float32] = np.asarray(doc.tensor, np.float32)
    if len(found) == len(doc):
        return vectors.copy()
    return vectors[[token.i for token in doc if not token.is_space]]


def _word(token: Token, index: int, order: Mapping[int, int], start: int) -> Word:
    return Word(
        text=token.text,
        lemma=token.lemma_ or token.text,
        upos=token.pos_,
        feats=token.morph.to_dict(),
        head=order.get(token.head.i, index),
        dep="root" if token.dep_ in {"ROOT", ""} else token.dep_,
        start=start + token.idx,
        end=start + token.idx + len(token.text),
        label=name_label(token.ent_type_),
    )
