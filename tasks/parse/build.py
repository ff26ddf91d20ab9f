"""A tree to its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tasks.parse.adverbials import Spans
from tasks.parse.arguments import verb_roles
from tasks.parse.clause import Clause, Negation, Role
from tasks.parse.grammar import grammar
from tasks.parse.lexicon import trigger_forms
from tasks.parse.mend import mend
from tasks.parse.modality import Modality, modality
from tasks.parse.negation import negation
from tasks.parse.nominals import noun_roles
from tasks.parse.skeleton import Skeleton, skeleton
from tasks.parse.speech import attributions, report_of
from tasks.parse.tree import Tree
from tasks.parse.verbs import predicate
from tasks.settings import REFERENCE


def clauses_of(tree: Tree, language: str, times: Spans = (), reference: Path = REFERENCE) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their predicates.

    Args:
        tree: the sentence with UD labels.
        language: a BCP-47 tag that has `grammar.yaml`.
        times: spans of time expressions in the sentence, whose phrases then are times whatever their words.
        reference: the reference folder.
    """
    words = grammar(language, reference)
    tree = mend(tree, words, trigger_forms(language, reference))
    frame = skeleton(tree, words, reference)
    roles: dict[int, Sequence[Role]] = {}
    denials: dict[int, Negation | None] = {}
    modes: dict[int, Modality] = {}
    for index in frame.top_down():
        roles[index] = _roles(frame, index, roles, times)
        denials[index] = negation(frame, index, denials)
        modes[index] = modality(frame, index, modes)
    order = {index: number for number, index in enumerate(sorted(frame.kinds))}
    reports = attributions(frame, roles, denials, order)
    found = []
    for index, number in order.items():
        inside = tree.subtree(index)
        parent = frame.parents[index]
        found.append(
            Clause(
                number=number,
                relation=frame.relation(index),
                parent=None if parent is None else order[parent],
                start=tree[inside[0]].start,
                end=tree[inside[-1]].end,
                predicate=predicate(frame, index, *modes[index], reference),
                roles=tuple(sorted(roles[index], key=lambda one: (one.start, one.end, one.kind))),
                negation=denials[index],
                report=report_of(frame, index, reports),
            )
        )
    return tuple(found)


def _roles(frame: Skeleton, index: int, known: dict[int, Sequence[Role]], times: Spans) -> Sequence[Role]:
    if frame.kinds[index] == "noun":
        return noun_roles(frame, index, known, times)
    return verb_roles(frame, index, known, times)
