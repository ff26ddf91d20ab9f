"""A language of the dates room is a folder of data: copied under a new tag it works, and no code names any tag."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from tasks.dates.find import find_dates
from tasks.errors import ReferenceDataError
from tasks.settings import REFERENCE
from tasks.text.reference import languages

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "tasks" / "dates").glob("*.py"))
MADE_UP = "qaa"  # a tag that ISO 639 leaves for private use
MONDAY = "2016-10-03"
SENTENCES = {
    "da": "Angrebet skete for femogtyve dage siden, natten til lørdag og i oktober 2015.",
    "nn": "Åtaket skjedde for tjuefem dagar sidan, natt til laurdag og i oktober 2015.",
    "sv": "Anfallet skedde för tjugofem dagar sedan, natten till lördag och i oktober 2015.",
    "de": "Der Angriff geschah vor fünfundzwanzig Tagen, in der Nacht zum Samstag und im Oktober 2015.",
}


def with_a_language(like: str, reference: Path) -> None:
    folder = reference / "languages" / MADE_UP
    shutil.copytree(REFERENCE / "languages" / like, folder)


def found(text: str, language: str, reference: Path = REFERENCE) -> list[tuple[str, str | None]]:
    return [(e.text, e.value) for e in find_dates(text, language, MONDAY, reference)]


@pytest.mark.parametrize("like", SENTENCES)
def test_a_folder_is_a_language(like: str, tmp_path: Path) -> None:
    with_a_language(like, tmp_path)
    text = SENTENCES[like]
    assert languages(tmp_path, having="dates") == (MADE_UP,)
    assert found(text, MADE_UP, tmp_path) == found(text, like)
    assert [value for _, value in found(text, MADE_UP, tmp_path)] == [
        "2016-09-08", "2016-09-30/2016-10-01", "2015-10",
    ]  # fmt: skip


def test_a_word_more_in_the_data_is_a_word_more_in_the_text(tmp_path: Path) -> None:
    with_a_language("da", tmp_path)
    file = tmp_path / "languages" / MADE_UP / "dates.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("(<by> )?grundlovsdag{", "(<by> )?(grundlovsdag|flagdag){"), encoding="utf-8")
    assert found("De kom flagdag.", "da") == []
    assert found("De kom flagdag.", MADE_UP, tmp_path) == [("flagdag", "2016-06-05")]


@pytest.mark.parametrize("reference", [REFERENCE, None], ids=["real", "empty"])
def test_a_language_without_a_folder_is_refused(reference: Path | None, tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    with pytest.raises(ReferenceDataError, match=MADE_UP):
        find_dates("3 October 2016", MADE_UP, MONDAY, reference or tmp_path)


@pytest.mark.parametrize("missing", ["dates", "numbers"])
def test_half_a_folder_is_refused(missing: str, tmp_path: Path) -> None:
    with_a_language("de", tmp_path)
    (tmp_path / "languages" / MADE_UP / f"{missing}.yaml").unlink()
    with pytest.raises(ReferenceDataError, match=f"{missing}.yaml"):
        find_dates("gestern", MADE_UP, MONDAY, tmp_path)


def test_every_language_that_has_dates_is_read() -> None:
    known = languages(having="dates")
    assert {"da", "de", "en", "nb", "nn", "sv"} <= set(known)
    for tag in known:
        assert found("2016-09-22", tag) == [("2016-09-22", "2016-09-22")]


def docstrings(tree: ast.Module) -> set[int]:
    """The string nodes that only document: the first statement of a module, class or function."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, holders)]
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_no_code_names_a_language(source: Path) -> None:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    documents = docstrings(tree)
    strings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents
    }
    assert strings & set(languages()) == set()


def test_the_sources_are_there() -> None:
    assert len(SOURCES) > 10
