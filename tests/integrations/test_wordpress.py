"""The WordPress plugin: what it puts into pages is the tag of web/README.md, whatever is set."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.integrations.tags import BUTTON, ELEMENT, SERVER

PLUGIN = ROOT / "integrations" / "wordpress" / "vigie"
HARNESS = Path(__file__).parent / "wordpress.php"
FILES = sorted(PLUGIN.rglob("*.php"))
SET = {"server": SERVER, "everywhere": True}
Run = Callable[..., str]


def php() -> str:
    """The command; the test is skipped where there is none, and fails for it where CI is set."""
    found = shutil.which("php")
    if not found and os.environ.get("CI"):
        pytest.fail("php is not installed (scripts/packages php-cli)")
    return found or pytest.skip("php is not installed (scripts/packages php-cli)")


@pytest.fixture(params=["alone", "in WordPress"])
def run(request: pytest.FixtureRequest) -> Run:
    """Run the plugin, alone or with the functions of a WordPress: VIGIE_WORDPRESS=/usr/share/wordpress."""
    core = os.environ.get("VIGIE_WORDPRESS", "")
    if request.param == "in WordPress" and not core:
        pytest.skip("VIGIE_WORDPRESS names no WordPress")
    env = {**os.environ, "VIGIE_WORDPRESS": core if request.param == "in WordPress" else ""}

    def go(do: str, settings: object = SET, with_: object = "", told: str = "", **more: Any) -> str:
        case = json.dumps({"do": do, "settings": settings, "with": with_, **more})
        command = [php(), str(HARNESS), case]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=env)
        assert done.returncode == 0, done.stdout + done.stderr
        assert re.findall(r"^vigie-(\w+):", done.stderr, re.M) == told.split(), done.stderr
        return done.stdout

    return go


class Tags(HTMLParser):
    """Each tag of a text with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_file_is_php_that_is_run_by_wordpress_alone(file: Path) -> None:
    done = subprocess.run([php(), "-l", file], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    alone = subprocess.run([php(), file], capture_output=True, text=True, timeout=60)
    assert (alone.returncode, alone.stdout) == (0, "")


def test_the_footer_gets_the_tag_of_the_guide(run: Run) -> None:
    assert run("footer").strip() == BUTTON
    assert run("footer", {**SET, "server": f"{SERVER}/"}).strip() == BUTTON


def test_the_shortcode_gets_the_element_of_the_guide(run: Run) -> None:
    assert run("shortcode", with_="[vigie]").strip() == ELEMENT


@pytest.mark.parametrize("settings", [False, "text", [], {"server": SERVER}, {"everywhere": True}])
def test_no_button_where_none_was_asked_for_or_no_server_is_set(run: Run, settings: object) -> None:
    assert run("footer", settings) == ""


def test_theme_and_accent_reach_the_tag(run: Run) -> None:
    looks = {"theme": "dark", "accent": "#0B5F6B"}
    tags = Tags(run("footer", {**SET, **looks})).found
    address = f"{SERVER}/widget.js"
    looked = {"data-theme": "dark", "data-accent": "#0b5f6b"}
    assert tags == [("script", {"src": address, "defer": None, **looked})]
    page = run("shortcode", {**SET, **looks}, '[vigie title="Vos questions"]<p>Ici.</p>[/vigie]')
    element = {"inline": None, "title": "Vos questions", "theme": "dark", "accent": "#0b5f6b"}
    assert Tags(page).found[:2] == [("vigie-chat", element), ("p", {})]
    assert "Ici." in page and "1-888" not in page


def test_what_the_database_or_a_page_holds_cannot_put_in_code(run: Run) -> None:
    wrong = {"theme": '"><script>', "accent": 'red" onclick="x', "everywhere": "1"}
    assert run("footer", {**wrong, "server": SERVER}).strip() == BUTTON
    for server in (
        "javascript:alert(1)//",
        'https://a/"><script>x</script>',
        "//a",
        "https://a/?b",
    ):
        tags = Tags(run("footer", {"server": server, "everywhere": True})).found
        assert all(tag == "script" and set(given) == {"src", "defer"} for tag, given in tags)
        assert len(tags) <= 1
        assert all(str(given["src"]).startswith("https://a/") for _, given in tags)
    page = run("shortcode", with_='[vigie]<p>a</p><script>b</script><a onclick="c">d</a>[/vigie]')
    assert [tag for tag, _ in Tags(page).found] == ["vigie-chat", "p", "a", "script"]
    assert Tags(page).found[2] == ("a", {})
    assert Tags(page).found[3][1]["src"] == f"{SERVER}/widget.js"


def test_without_a_server_only_who_can_set_it_is_told(run: Run) -> None:
    assert run("shortcode", {}, "[vigie]") == ""
    assert "Réglages › Vigie" in run("shortcode", {}, "[vigie]", admin=True)


def test_what_is_refused_in_the_form_is_told(run: Run) -> None:
    given = {"server": " https://vigie.example.org ", "theme": "dark", "accent": "#ABCDEF"}
    kept = {"server": SERVER, "theme": "dark", "accent": "#abcdef", "everywhere": False}
    assert json.loads(run("save", with_=given)) == kept
    wrong = {"server": "javascript:x", "accent": "bleu", "everywhere": "1"}
    empty = {"server": "", "theme": "", "accent": "", "everywhere": True}
    assert json.loads(run("save", with_=wrong, told="server accent")) == empty


def test_the_settings_page_is_for_administrators_and_says_what_vigie_must_be_told(run: Run) -> None:
    assert run("page") == ""
    page = run("page", {**SET, "theme": "dark", "accent": "#abcdef"}, admin=True)
    inputs = {
        given.get("name"): given for tag, given in Tags(page).found if tag in ("input", "select")
    }
    assert set(inputs) == {
        "option_page", "vigie[server]", "vigie[everywhere]", "vigie[theme]", "vigie[accent]",
    }  # fmt: skip
    assert inputs["vigie[server]"]["value"] == SERVER
    assert inputs["vigie[accent]"]["value"] == "#abcdef"
    assert "checked" in inputs["vigie[everywhere]"]
    chosen = [g["value"] for tag, g in Tags(page).found if tag == "option" and "selected" in g]
    assert chosen == ["dark"]
    assert "VIGIE_ORIGINS=https://www.example.org:8443<" in page


def test_deleting_the_plugin_takes_all_that_it_kept(run: Run) -> None:
    assert run("uninstall") == "deleted vigie\n"


def test_it_keeps_nothing_but_its_settings_and_calls_nobody() -> None:
    code = "".join(file.read_text("utf-8") for file in FILES)
    called = set(re.findall(r"\b([a-z_0-9]+)\s*\(", code))
    kept = r"setcookie|update_option|add_option$|set_transient|wp_remote|curl|fopen|file_|wpdb|mail"
    assert [name for name in called if re.match(kept, name)] == []
    assert not re.search(r"\$_(GET|POST|COOKIE|SERVER|REQUEST|SESSION)", code)


def test_the_readme_is_in_the_format_of_wordpress() -> None:
    text = (PLUGIN / "readme.txt").read_text("utf-8")
    assert text.startswith("=== Vigie ===\n")
    head = dict(re.findall(r"^([A-Z][\w ]+): (.+)$", text.partition("\n\n")[0], re.M))
    for name in ("Requires at least", "Tested up to", "Requires PHP", "Stable tag", "License"):
        assert head[name]
    php_file = (PLUGIN / "vigie.php").read_text("utf-8")
    for name in ("Requires at least", "Requires PHP", "License"):
        assert re.search(rf"^ \* {name}: +{re.escape(head[name])}$", php_file, re.M)
    sections = re.findall(r"^== (.+) ==$", text, re.M)
    assert sections == ["Description", "Installation", "Frequently Asked Questions", "Changelog"]
    short = text.split("\n\n")[1]
    assert len(short) <= 150
