"""README.md shows the figures of the JSON files beside it, and no others."""

import json
from pathlib import Path

import pytest

from evaluation.bench import readme


def test_readme_is_made_from_the_measurements() -> None:
    text = (readme.HERE / "README.md").read_text("utf-8")
    assert text == readme.filled(text), "run python -m evaluation.bench readme"


def test_every_plot_that_it_shows_is_there() -> None:
    text = (readme.HERE / "README.md").read_text("utf-8")
    for name in readme.PLOTS:
        measured = (readme.HERE / f"{name}.json").is_file()
        assert (f"({name}.svg)" in text) == measured
        assert (readme.HERE / f"{name}.svg").is_file() == measured


def test_a_figure_that_was_not_measured_is_not_made_up(tmp_path: Path) -> None:
    marks = "\n".join(f"<!-- {name} -->\nold\n<!-- /{name} -->" for name in readme.SECTIONS)
    made = {
        "machine": {
            "commit": "abc",
            "changed_files": 0,
            "date": "2026-11-26T02:45:00+00:00",
            "cpus": 2,
            "cpu_models": {"Some CPU": 2},
            "memory_gb": 25.1,
            "load_average": [0.5, 0.5, 0.5],
        },
        "stages_ms": {"reading": 3.0},
    }
    (tmp_path / "profile.json").write_text(json.dumps(made), "utf-8")
    (tmp_path / "README.md").write_text(marks, "utf-8")
    readme.write(tmp_path)
    text = (tmp_path / "README.md").read_text("utf-8")
    assert "old" not in text
    assert text.count(readme.NONE) == len(readme.SECTIONS) - 1
    assert "| reading | 3 " in text


def test_a_lost_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="compare"):
        readme.filled("<!-- compare -->")
