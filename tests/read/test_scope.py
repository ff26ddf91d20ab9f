import pytest

from tasks.read.scope import scope_of


@pytest.fixture
def seeds(tmp_path):
    for name in ("a", "a/deep", "b"):
        (tmp_path / "seeds" / name).mkdir(parents=True)
    (tmp_path / "seeds" / "a" / "x.jsonl").write_text("{}\n")
    return tmp_path / "seeds"


@pytest.mark.parametrize(
    ("path", "source", "uri", "covered"),
    [
        (".", "a", "a/x.jsonl", True),
        (".", "deep", "deep/gone.txt", True),
        (".", "seeds", "seeds/y.txt", True),
        (".", "elsewhere", "elsewhere/y.txt", False),
        ("a", "a", "a/gone.txt", True),
        ("a", "b", "b/y.txt", False),
        ("a/x.jsonl", "a", "a/x.jsonl", True),
        ("a/x.jsonl", "a", "a/x.jsonl:12", True),
        ("a/x.jsonl", "a", "a/y.txt", False),
        ("a/x.jsonl", "a", "a/x.jsonl.txt", False),
    ],
)
def test_what_is_looked_at(seeds, path, source, uri, covered):
    assert scope_of([seeds / path]).covers(source, uri) is covered
