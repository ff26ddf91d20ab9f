"""Norwegian names of today's news, which the treebank of 2002-2012 does not hold, made from marked English news.

Two ways, both with names of the training documents only:
`project` marks the names of an English document in its Norwegian version, and leaves missing what it is not sure of;
`swap` puts such names in the place of the treebank's own.
"""

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from training.convert import read_conllu

SHORTEST = 3  # letters of a name that is looked for in documents that do not mark it
SWAPPED = {"PER": 0.5, "GPE": 0.5, "ORG": 0.3}


@dataclass(frozen=True)
class Marked:
    """The names of one document: name -> label."""

    doc: str
    names: dict[str, str]


def read_names(path: Path) -> list[Marked]:
    """The names of each document of a marked JSON lines file, with the Norwegian names of countries."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        names = {record["text"][s:e]: label for s, e, label in record["entities"] if label != "NORP"}
        found.append(Marked(record["doc"], names | {n: "GPE" for name in names for n in _norwegian(name)}))
    return found


def _norwegian(name: str) -> Iterator[str]:
    """The Norwegian name of a country by its English one."""
    english, own = Locale("en").territories, Locale("nb").territories
    short = {"U.S.": "US", "United States": "US", "U.K.": "GB", "Britain": "GB"}
    codes = [code for code, text in english.items() if text == name and code.isalpha()] + [short.get(name, "")]
    yield from (own[code] for code in codes if code in own)
    if "US" in codes:
        yield "USA"


def read_twins(nlp: Language, treebanks: Path, twins: Path, part: str) -> Iterator[Doc]:
    """The paragraphs of Norwegian versions of marked English news, as far as they are there.

    Args:
        nlp: The tokenizer.
        treebanks: The folder with the marked news and a treebank, which tells what words are no names.
        twins: The folder with the versions, `<document>_nb.txt`.
        part: train or dev, of the English documents.
    """
    news = treebanks / f"voa-ner-{part}.jsonl"
    texts = [(path.stem.removesuffix("_nb"), _body(path)) for path in sorted(twins.glob("*_nb.txt"))]
    rows = (row for s in read_conllu(treebanks / "nb-train.conllu") for row in s.rows if row[3] != "PROPN")
    common = frozenset(row[1] for row in rows if row[1].islower())
    return project(texts, read_names(news), nlp, common) if news.exists() else iter(())


def _body(path: Path) -> str:
    """A text without its header, `date …` at the start of the first line."""
    return re.sub(r"\A\s*date \S+ ", "", path.read_text(encoding="utf-8"))


def project(
    texts: Iterable[tuple[str, str]], marked: list[Marked], nlp: Language, common: frozenset[str]
) -> Iterator[Doc]:
    """Paragraphs of Norwegian versions with the names that their English twins mark.

    Args:
        texts: Name of the twin, Norwegian text.
        marked: The English documents; a text whose twin is not among them is left out.
        nlp: The tokenizer.
        common: Words that are no names, in lower case: a sentence may begin with them.
    """
    own = {m.doc: m.names for m in marked}
    everywhere = _agreed(marked)
    for twin, text in texts:
        if twin in own:
            names = everywhere | own[twin]
            for paragraph in text.split("\n"):
                if paragraph.strip():
                    yield _mark(nlp.make_doc(paragraph.strip()), names, common)


def _agreed(marked: list[Marked]) -> dict[str, str]:
    """Names that have one label wherever they are marked, twice at least."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for document in marked:
        for name, label in document.names.items():
            labels[name][label] += 1
    return {n: next(iter(c)) for n, c in labels.items() if len(c) == 1 and c.total() > 1 and len(n) >= SHORTEST}


def _mark(doc: Doc, names: dict[str, str], common: frozenset[str]) -> Doc:
    spans = list(_matches(doc, names))
    named = {t.i for span in spans for t in span}
    unsure = {t.i for t in doc if t.i not in named and _may_be_name(t, common)}
    # A name that touches a word in doubt may be longer than what was matched.
    doubtful = [s for s in spans if {s.start - 1, s.end} & unsure]
    unsure |= {t.i for span in doubtful for t in span}
    doc.set_ents(
        [s for s in spans if s not in doubtful], missing=[doc[i : i + 1] for i in sorted(unsure)], default="outside"
    )
    return doc


def _matches(doc: Doc, names: dict[str, str]) -> Iterator[Span]:
    """The longest names that stand in the document as whole words, with a genitive's -s if they have one."""
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: (-len(n), n)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", doc.text):
            span = doc.char_span(*match.span(), label=names[name])
            if span is not None and not taken & set(range(span.start, span.end)):
                taken |= set(range(span.start, span.end))
                yield span


def _may_be_name(token: Token, common: frozenset[str]) -> bool:
    if not any(c.isupper() for c in token.text):
        return False
    begins = token.i == 0 or token.nbor(-1).text in {".", "!", "?", ":", "«", "»", "–", "-", '"', "“"}
    return not (begins and token.lower_ in common)


def swap(docs: Iterable[Doc], marked: list[Marked], seed: int) -> Iterator[Doc]:
    """The documents again, with part of their names replaced by names of the marked news.

    Only names that are spelt alike in both languages are put in: of people, towns, countries and acronyms.
    """
    pools = _pools(marked)
    rng = random.Random(seed)  # noqa: S311 - the same choice in every run
    for doc in docs:
        words, spaces, tags = [], [], []
        starts = {span.start: span for span in doc.ents}
        i = 0
        while i < len(doc):
            span = starts.get(i)
            end = span.end if span else i + 1
            new = _new_name(span, pools, rng) if span else None
            part = new or [t.text for t in doc[i:end]]
            label = span.label_ if span else ""
            words += part
            spaces += [True] * (len(part) - 1) + [bool(doc[end - 1].whitespace_)]
            if not new:
                spaces[-len(part) :] = [bool(t.whitespace_) for t in doc[i:end]]
            missing = not span and doc[i].ent_iob == 0
            tags += [f"B-{label}"] + [f"I-{label}"] * (len(part) - 1) if label else ["" if missing else "O"]
            i = end
        yield Doc(doc.vocab, words=words, spaces=spaces, ents=tags)


def _new_name(span: Span, pools: dict[str, list[list[str]]], rng: random.Random) -> list[str] | None:
    pool = pools.get(span.label_)
    if not pool or span[-1].text.endswith("s") or rng.random() > SWAPPED[span.label_]:
        return None
    return rng.choice(pool)


def _pools(marked: list[Marked]) -> dict[str, list[list[str]]]:
    english = set(Locale("en").territories.values()) - set(Locale("nb").territories.values())
    found: dict[str, set[str]] = {label: set() for label in SWAPPED}
    for document in marked:
        for name, label in document.names.items():
            if label in found and name not in english and _is_shared(name, label):
                found[label].add(name)
    found["GPE"] |= {n for code, n in Locale("nb").territories.items() if code.isalpha() and " " not in n}
    return {label: [name.split() for name in sorted(names)] for label, names in found.items()}


def _is_shared(name: str, label: str) -> bool:
    if label == "ORG":
        return " " not in name and name.isalpha()
    return all(
        re.fullmatch(r"(?:al-|el-|von|van|de|bin|ben|al|el)?[^\W\d_a-z][\w'’-]*|von|van|de|bin|ben|al|el", w)
        for w in name.split()
    )
