"""The version that stands on every row follows what the rows were made with."""

from __future__ import annotations

import pytest

from tasks.settings import RunSettings


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "reference").mkdir()
    (tmp_path / "models" / "nb").mkdir(parents=True)
    return RunSettings(reference=tmp_path / "reference", model_folder=tmp_path / "models")


def fresh(settings, **changes):
    """The version as another process would tell it."""
    from tasks.settings import pipeline_version

    pipeline_version.cache_clear()
    return settings.model_copy(update=changes).pipeline_version


def test_the_version_follows_language_data_and_pipelines(settings):
    seen = [fresh(settings)]
    for name, text in (
        ("reference/words.yaml", "a: 1"), ("reference/words.yaml", "a: 2"), ("models/nb/meta.json", "{}"),
        ("models/nb/SHA256SUMS", "0  model"), ("models/nb/SHA256SUMS", "1  model"),
    ):  # fmt: skip
        settings.reference.parent.joinpath(name).write_text(text, encoding="utf-8")
        seen.append(fresh(settings))
    seen.append(fresh(settings, models={"nb": "nb_core_news_sm"}))
    assert len(set(seen)) == len(seen)
    assert fresh(settings) == seen[-2]  # the same input, the same version
