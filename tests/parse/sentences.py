"""The tables of sentences and the clauses that must be found in them.

    python -m tests.parse.sentences [LANGUAGE …] [--models DIR] [--write]

prints each sentence that its pipeline gets wrong, with what is missing and what was found instead, and writes the
lists of misses anew where asked.
"""

# ruff: noqa: T201 - a command that prints

from __future__ import annotations

import argparse
from pathlib import Path

from tasks.parse.models import OUR_MODELS, ModelChoice
from tasks.parse.parse import SentenceText, parse_sentences
from tests.parse.notation import CORE, ROLES, parts, render, speakers

FOLDER = Path(__file__).parent
_FLAGS = {"n", "cop", "pass", "not", "planned", "possible"}
_KNOWN_ROLES = frozenset(ROLES.values())


def rows(language):
    """Pairs of a sentence and its expected clauses."""
    found = []
    for line in (FOLDER / f"clauses_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return found


def misses(language):
    """The sentences that the pipeline is known to get wrong."""
    lines = (FOLDER / f"misses_{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def parsed(language, models=OUR_MODELS):
    """The clauses that the pipeline finds, by sentence."""
    texts = [text for text, _ in rows(language)]
    return dict(zip(texts, parse_sentences(map(SentenceText, texts), language, models), strict=True))


def missing(expected, clauses):
    """The expected clauses that no found one fits."""
    return [one for one in expected if not any(fits(one, clause) for clause in clauses)]


def fits(expected, clause):
    """Whether a clause has the lemma, flags, core roles and speakers that are asked, and the other roles named."""
    lemma, flags, wanted, reported = parts(expected)
    assert {kind for kind, _, _ in wanted} <= _KNOWN_ROLES
    own = {"n"} if clause.predicate.kind == "noun" else {"cop"} if clause.predicate.kind == "copular" else set()
    own |= {"pass"} if clause.predicate.voice == "passive" else set()
    own |= {"not"} if clause.negated else set()
    own |= {clause.predicate.modality} - {"actual"}
    if (clause.predicate.lemma, own) != (lemma, set(flags) & _FLAGS) or not _same_speakers(speakers(clause), reported):
        return False
    left = [(ROLES[role.kind], role.preposition, role.text) for role in clause.roles]
    for kind, prep, text in wanted:
        one = next((own for own in left if own[0] == kind and prep in {None, own[1]} and _same(own[2], text)), None)
        if one is None:
            return False
        left.remove(one)
    return not any(kind in CORE for kind, _, _ in left)


def _same_speakers(found, wanted):
    pairs = list(zip(found, wanted, strict=False))
    return len(found) == len(wanted) and all(_same(one, other) or _same(other, one) for one, other in pairs)


def _same(found, wanted):
    """Whether a phrase is the one asked for: what stands behind it may belong to it or not."""
    return found == wanted or found.startswith(wanted + " ")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("languages", nargs="*", default=("nb", "en"))
    options.add_argument("--models", type=Path, default=OUR_MODELS.folder)
    options.add_argument("--write", action="store_true", help="write the lists of misses anew")
    chosen = options.parse_args()
    for language in chosen.languages:
        found, wrong = parsed(language, ModelChoice(chosen.models)), []
        for text, expected in rows(language):
            lost = missing(expected, found[text])
            if lost:
                wrong.append(text)
                print(text, *(f"  - {one}" for one in lost), *(f"      {render(one)}" for one in found[text]), sep="\n")
        print(f"{language}: {len(wrong)} of {len(found)} wrong")
        if chosen.write:
            head = "# What the pipeline gets wrong: python -m tests.parse.sentences --write\n"
            (FOLDER / f"misses_{language}.txt").write_text(head + "\n".join(wrong) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
