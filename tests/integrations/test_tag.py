"""One tag: what any page tells people to put into theirs is what web/README.md says."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.coherence.repo import ROOT, files, name, text
from tests.integrations.tags import BUTTON, ELEMENT, SERVER

GUIDE = (ROOT / "web" / "README.md").read_text("utf-8")
DRUPAL = (ROOT / "integrations" / "drupal" / "README.md").read_text("utf-8")
PAGES = {name(path): text(path) for path in files() if path.suffix in (".md", ".txt")}
QUOTING = sorted(page for page, told in PAGES.items() if SERVER in told)
ATTRIBUTES = set(re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.M))
POLICY = re.search(r"^script-src .*$", GUIDE, re.M)


def test_the_guide_has_the_button_and_the_element() -> None:
    assert f'<script src="{SERVER}/widget.js" defer></script>' == BUTTON
    assert ELEMENT.endswith(BUTTON)
    assert ELEMENT.startswith("<vigie-chat inline>\n  <p>")


def test_the_guides_of_each_way_quote_the_server() -> None:
    assert {
        "web/README.md",
        "web/npm/README.md",
        "integrations/drupal/README.md",
        "integrations/wordpress/vigie/readme.txt",
    } <= set(QUOTING)


@pytest.mark.parametrize("page", QUOTING)
def test_a_page_quotes_the_tag_as_the_guide_does(page: str) -> None:
    told = PAGES[page]
    for script in re.findall(r"<script[^>]*widget\.js[^>]*>(?:</script>)?", told):
        assert script == BUTTON
    for element in re.findall(r"<vigie-chat( [^>]*)?>", told):
        assert (
            set(re.findall(r" ([a-z-]+)(?:=|\b)(?!\")", re.sub(r'"[^"]*"', "", element)))
            <= ATTRIBUTES
        )
    inside = ELEMENT.splitlines()[1].strip()
    for help_ in re.findall(r"^ *<vigie-chat[^`>]*>\s*(.*?)\s*</vigie-chat>", told, re.M | re.S):
        assert help_ == inside
    for policy in re.findall(r"script-src https://[^\n`]*", told):
        assert POLICY and policy == POLICY[0]


def blocks(language: str) -> list[str]:
    """What the note for Drupal has to be put into files."""
    return re.findall(rf"^```{language}\n(.*?)^```$", DRUPAL, re.M | re.S)


def test_the_library_of_drupal_becomes_the_tag() -> None:
    """As Drupal renders it: src first, then each attribute, those that are true without a value."""
    library, info = (yaml.safe_load(block) for block in blocks("yaml"))
    [(address, options)] = library["vigie"]["js"].items()
    assert options["type"] == "external" and options["preprocess"] is False
    more = "".join(f" {key}" for key, value in options["attributes"].items() if value is True)
    assert f'<script src="{address}"{more}></script>' == BUTTON
    assert info == {"libraries": ["THEME/vigie"]}
    [twig] = blocks("twig")
    assert "attach_library('THEME/vigie')" in twig
    lines = [line.strip() for line in ELEMENT.splitlines()[:3]]
    assert lines == [line.strip() for line in twig.splitlines() if "div" not in line][1:]
