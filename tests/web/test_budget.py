"""What the widget may weigh, and what its files may hold."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Page

from tests.conftest import ROOT
from tests.web.chat import WEB
from tests.web.conftest import Visit
from vigie.answers.typography import typeset
from vigie.knowledge.load import load
from vigie.server import pages

STRINGS = WEB / "src" / "strings"
GUIDE = (WEB / "README.md").read_text("utf-8")
BUNDLE_BYTES = 34_000
WORDS_BYTES = 4_000
LOADER_BYTES = 1_000
MAIN_THREAD_MS = 100


@pytest.mark.parametrize(
    ("name", "most"),
    [("vigie-chat.js", BUNDLE_BYTES), ("words.js", WORDS_BYTES), ("widget.js", LOADER_BYTES)],
)
def test_the_files_are_small_once_gzipped(name: str, most: int) -> None:
    assert len(gzip.compress((WEB / "dist" / name).read_bytes(), 9)) <= most


@pytest.mark.parametrize("name", ["vigie-chat.js", "words.js", "widget.js"])
def test_the_guide_gives_the_sizes(name: str) -> None:
    """Within 2 %: compressors differ by some bytes."""
    row = re.search(rf"^\| `{name}`[^|]*\|[^|]*\| ([\d ]+) \|$", GUIDE, re.M)
    assert row
    real = len(gzip.compress((WEB / "dist" / name).read_bytes(), 9))
    assert int(row[1].replace(" ", "")) == pytest.approx(real, rel=0.02, abs=20)


def test_each_test_that_the_guide_names_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", GUIDE))
    rooms = (Path(__file__).parent, Path(__file__).parents[1] / "pages")
    files = (file for room in rooms for file in room.glob("test_*.py"))
    found = set(re.findall(r"^def (test_\w+)", "".join(f.read_text("utf-8") for f in files), re.M))
    assert len(named) > 15
    assert named <= found


def test_nothing_is_evaluated_and_no_text_from_outside_is_set_as_html() -> None:
    bundle = (WEB / "dist" / "vigie-chat.js").read_text("utf-8")
    assert not re.search(r"\beval\(|new Function|document\.write|insertAdjacentHTML", bundle)
    # Lit's own, for templates that stand in the code.
    assert bundle.count("innerHTML") == 1
    ours = "".join(path.read_text("utf-8") for path in (WEB / "src").rglob("*.ts"))
    assert not re.search(r"innerHTML|outerHTML|unsafeHTML|localStorage|document\.cookie", ours)


def test_the_launcher_paints_early(visit: Visit) -> None:
    assert 0 < main_thread(visit) < MAIN_THREAD_MS


def main_thread(visit: Visit) -> float:
    """Milliseconds of processor that the page and its launcher took of the main thread."""
    sessions: list[CDPSession] = []

    def before(page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        sessions.append(session)

    chat = visit(before=before)
    chat.launcher.wait_for()
    chat.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    metrics = sessions[0].send("Performance.getMetrics")["metrics"]
    seconds = {metric["name"]: metric["value"] for metric in metrics}
    busy = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
    return float(sum(seconds[name] for name in busy)) * 1000


def test_the_pure_parts_pass_their_own_tests() -> None:
    done = subprocess.run(
        [ROOT / "scripts" / "web", "test"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^(# |ℹ )pass [1-9]", done.stdout, re.M)


def test_french_sentences_have_french_spaces() -> None:
    french = json.loads((STRINGS / "fr.json").read_text("utf-8"))
    flat = [
        text for value in french.values() for text in ([value] if isinstance(value, str) else value)
    ]
    assert [text for text in flat if text != typeset(text)] == []


def test_every_language_has_every_safety_text() -> None:
    keys = {path.stem: set(json.loads(path.read_text("utf-8"))) for path in STRINGS.glob("*.json")}
    assert keys["en"] == keys["es"] == keys["ht"]
    assert keys["en"] < keys["fr"]


def test_every_language_has_every_sentence_of_the_interface() -> None:
    """But names, and what is asked and saved in French since answers are."""
    french = json.loads((STRINGS / "fr.json").read_text("utf-8"))
    safe = set(json.loads((STRINGS / "en.json").read_text("utf-8")))
    only_french = {"name", "file", "file_head", "suggested"}
    for path in (STRINGS / "rest").glob("*.json"):
        found = json.loads(path.read_text("utf-8"))
        assert set(found) == set(french) - safe - only_french, path.stem
        for key, text in found.items():
            assert set(re.findall(r"\{.\}", text)) == set(re.findall(r"\{.\}", french[key])), key


def test_the_numbers_are_those_of_the_knowledge() -> None:
    safety = load(ROOT / "knowledge").safety
    written = (WEB / "src" / "hotline.ts").read_text("utf-8")
    found = dict(re.findall(r'export const (\w+) = "([\d-]+)"', written))
    assert found == {"PHONE": safety.phone, "SMS": safety.sms, "EMERGENCY": safety.emergency}
    page = (pages.FOLDER / "index.html").read_text("utf-8")
    links = set(re.findall(r'href="((?:tel|sms):[^"]+)"', page))
    digits = safety.phone.replace("-", "")
    assert links == {f"tel:+{digits}", f"sms:{safety.sms}", f"tel:{safety.emergency}"}


def test_the_page_names_the_document_as_the_knowledge_does() -> None:
    source = load(ROOT / "knowledge").source
    page = " ".join((pages.FOLDER / "index.html").read_text("utf-8").split())
    assert f"<cite>{source.title}</cite>" in page
    assert source.written in page
