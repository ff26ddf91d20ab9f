"""A pipeline for tests of what is around a pipeline."""

import pytest


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory):
    """A tiny untrained pipeline in a folder, as spaCy writes it."""
    import spacy
    from spacy.training import Example

    tok2vec = {
        "@architectures": "spacy.HashEmbedCNN.v2", "width": 16, "depth": 1, "embed_size": 50, "window_size": 1,
        "maxout_pieces": 2, "subword_features": True, "pretrained_vectors": None,
    }  # fmt: skip
    nlp = spacy.blank("nb")
    nlp.add_pipe("morphologizer", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": tok2vec}})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False,
        "hidden_width": 8, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": tok2vec,
    }  # fmt: skip
    nlp.add_pipe("parser", config={"model": parser})
    gold = {"heads": [1, 1, 1], "deps": ["nsubj", "ROOT", "punct"], "pos": ["PRON", "VERB", "PUNCT"]}
    example = Example.from_dict(nlp.make_doc("Han kom ."), {**gold, "morphs": ["", "Tense=Past", ""]})
    nlp.initialize(lambda: [example])
    nlp.meta["performance"] = {"dep_las": 0.5, "dep_las_per_type": {"nsubj": {}}}
    folder = tmp_path_factory.mktemp("models") / "nb"
    nlp.to_disk(folder)
    return folder
