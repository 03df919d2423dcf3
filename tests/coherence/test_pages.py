"""What the README and the pages for developers name is there, and the README stays on one screen."""

from __future__ import annotations

import re

import pytest

from tests.coherence.repo import ROOT, files, name

README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted(name(path) for path in files() if path.suffix == ".md")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_links_to_what_exists(page: str) -> None:
    here = ROOT / page
    linked = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", here.read_text("utf-8"))
    local = [link for link in linked if ":" not in link]
    assert [link for link in local if not (here.parent / link).exists()] == []


def test_the_readme_is_one_screen_that_editors_and_webmasters_find_themselves_in_first() -> None:
    lines = README.splitlines()
    assert len(lines) <= 60
    assert all(line.startswith("> ") for line in lines[:5])
    assert "docs/editeurs.md" in lines[1] and "web/README.md" in lines[2]
    assert "1-888-373-7888" in lines[3]


def test_the_map_shows_each_folder_of_the_house() -> None:
    house = README.partition("## The house")[2]
    shown = set(re.findall(r"`((?:vigie/)?[\w.]+)/?`", house))
    folders = {part[0] for path in files() if len(part := path.relative_to(ROOT).parts) > 1}
    rooms = {f"vigie/{p.name}" for p in (ROOT / "vigie").iterdir() if (p / "__init__.py").is_file()}
    hidden = {folder for folder in folders if folder.startswith(".")}
    assert (folders | rooms) - hidden - {"vigie", "docs", "scripts"} <= shown


def test_targets_of_make_that_pages_name_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = {
        (page, target)
        for page in ("README.md", "CONTRIBUTING.md", "docs/editeurs.md", "docs/developpement.md")
        for target in re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / page).read_text("utf-8"), re.M)
    }
    assert len(named) > 5
    assert [pair for pair in sorted(named) if pair[1] not in targets] == []


DEVELOPERS = (ROOT / "docs" / "developpement.md").read_text("utf-8")
STANDINS = ROOT / "vigie" / "server" / "standins"


def test_the_page_of_stand_ins_tells_of_each() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (STANDINS / "README.md").read_text("utf-8"), re.M)
    assert sorted(told) == sorted(p.stem for p in STANDINS.glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("page", ["docs/developpement.md", "vigie/server/standins/README.md"])
def test_files_that_a_page_for_developers_names_exist(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    named = set(re.findall(r"`((?:[\w-]+/)+[\w.-]*)`", text)) - {"models/manifest.json"}
    assert len(named) > 8
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


FACTS = re.findall(r"^\| ([^|]+) \| `([^`]+)` \| `([^`]+)` \|$", DEVELOPERS, re.M)


def test_there_are_ten_facts() -> None:
    assert len(FACTS) == 10


@pytest.mark.parametrize(("fact", "where", "written"), FACTS, ids=[f[0] for f in FACTS])
def test_a_fact_is_written_where_the_page_says(fact: str, where: str, written: str) -> None:
    assert written in (ROOT / where).read_text("utf-8")
