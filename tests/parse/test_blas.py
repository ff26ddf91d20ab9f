"""The faster product of matrices changes no parse, and no parse hangs on what is read beside it."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import NumpyOps

from tasks.parse.blas import BlasOps
from tasks.parse.models import load_model

SENTENCES = {
    "en": [
        "Rebels shelled the port on Friday.",
        "The minister, who had met the ambassador twice, denied that his troops had fired at the crowd.",
        "Police arrested 14 people in Lagos.",
        "No.",
        "According to the Red Cross, at least forty families fled the valley after the dam was hit.",
    ],
    "nb": [
        "Politiet pågrep fire menn i Drammen natt til søndag.",
        "Statsministeren sier at hun ikke vil trekke soldatene ut av byen før våpenhvilen er undertegnet.",
        "Nei.",
        "Minst tolv ble drept da en granat traff markedet, ifølge Røde Kors.",
    ],
}


def parse(nlp, texts, size):
    docs = list(nlp.pipe(texts, batch_size=size))
    words = [[(w.head.i, w.dep_, w.pos_, str(w.morph), w.lemma_, w.ent_type_) for w in doc] for doc in docs]
    return words, [doc.tensor for doc in docs]


@pytest.mark.parametrize("language", SENTENCES)
def test_the_parse_is_that_of_the_other_product(language, monkeypatch):
    nlp = load_model(language)
    words, vectors = parse(nlp, SENTENCES[language], 128)
    networks = [part.model for _, part in nlp.pipeline if getattr(part, "model", None)]
    assert len(networks) >= 4
    assert all(isinstance(layer.ops, BlasOps) for network in networks for layer in network.walk())
    with monkeypatch.context() as patch:
        patch.setattr(BlasOps, "gemm", lambda _, *args, **named: NumpyOps().gemm(*args, **named))
        theirs, their_vectors = parse(nlp, SENTENCES[language], 128)
    assert words == theirs
    for ours, other in zip(vectors, their_vectors, strict=True):
        np.testing.assert_allclose(ours, other, atol=1e-4)


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_parse_does_not_hang_on_the_batch(language, size):
    nlp = load_model(language)
    words, vectors = parse(nlp, SENTENCES[language], 128)
    again, once_more = parse(nlp, SENTENCES[language], size)
    assert words == again
    for ours, other in zip(vectors, once_more, strict=True):
        np.testing.assert_allclose(ours, other, atol=1e-5)


@pytest.mark.parametrize(("turn_x", "turn_y"), [(False, False), (True, False), (False, True), (True, True)])
def test_the_product_is_that_of_thinc(turn_x, turn_y):
    numbers = np.random.default_rng(5)
    x = numbers.normal(size=(4, 7) if turn_x else (7, 4)).astype("f")
    y = numbers.normal(size=(5, 4) if turn_y else (4, 5)).astype("f")
    ours, out = BlasOps(), np.zeros((7, 5), "f")
    np.testing.assert_allclose(
        ours.gemm(x, y, trans1=turn_x, trans2=turn_y), NumpyOps().gemm(x, y, trans1=turn_x, trans2=turn_y), rtol=1e-4
    )
    ours.gemm(x, y, out, turn_x, turn_y)
    np.testing.assert_allclose(out, ours.gemm(x, y, trans1=turn_x, trans2=turn_y), rtol=1e-6)
