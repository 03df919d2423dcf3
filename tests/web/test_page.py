"""The page at `/`: what it says, and its examples."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Error, expect

from tests.web.chat import violations
from tests.web.conftest import Visit
from vigie.answers.typography import typeset
from vigie.server import pages

HTML = (pages.FOLDER / "index.html").read_text("utf-8")
EXAMPLES = re.findall(r"<dd data-ask>([^<]+)</dd>", HTML)


def test_an_example_is_asked_when_it_is_clicked(visit: Visit) -> None:
    chat = visit("/")
    button = chat.page.locator(".examples").get_by_role("button").first
    asked = button.inner_text()
    button.press("Enter")
    expect(chat.mine).to_contain_text(asked)
    expect(chat.answers).to_have_count(1)
    expect(chat.field).to_be_focused()
    expect(chat.panel.locator(".exit")).to_be_in_viewport()


def test_what_the_page_offers_to_ask_is_answered(visit: Visit) -> None:
    chat = visit("/").online()
    for count, question in enumerate(EXAMPLES, start=1):
        chat.page.locator(".examples").get_by_role("button", name=question, exact=True).click()
        expect(chat.answers.locator("details.source")).to_have_count(count)


def test_without_javascript_the_examples_are_sentences(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False).page
    assert page.locator("dd").all_inner_texts() == EXAMPLES
    assert page.get_by_role("button").all_inner_texts() == ["Envoyer"]  # of the plain form
    expect(page.get_by_role("link", name="Quitter vite")).to_be_visible()


def test_with_javascript_the_plain_form_is_not_there(visit: Visit) -> None:
    page = visit("/").online().page
    expect(page.locator("form.plain")).to_be_hidden()


def test_the_page_has_french_spaces() -> None:
    texts = re.findall(r">([^<]*[^<\s][^<]*)<", HTML)
    assert [text for text in texts if text != typeset(text)] == []


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_the_page_fits_its_window(visit: Visit, width: int) -> None:
    chat = visit("/", viewport={"width": width, "height": 800}, reduced_motion="reduce")
    chat.panel.wait_for()
    beyond = chat.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert beyond <= 0
    for what in ("h1", ".intro p"):
        box = chat.page.locator(what).first.bounding_box()
        assert box and box["x"] >= 12, f"{what} touches the edge of the window"
    assert violations(chat.page) == []


def test_no_script_of_the_page_can_turn_text_into_markup(visit: Visit) -> None:
    """Trusted Types: a mistake of ours would be an error, and not somebody else's script."""
    page = visit("/").online().page
    with pytest.raises(Error, match="TrustedHTML"):
        page.evaluate("document.body.innerHTML = '<b>text</b>'")
    assert page.evaluate("window.breaches.splice(0)") != []


SHIFTED = """() => { window.shifted = 0; new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
}).observe({type: "layout-shift", buffered: true}); }"""


@pytest.mark.parametrize(("width", "height"), [(412, 823), (360, 640), (768, 1024), (1280, 800)])
def test_nothing_moves_when_the_assistant_comes(visit: Visit, width: int, height: int) -> None:
    """What stands below it was read already: it moved by 0.14 of a phone, 0.26 of a tablet."""
    chat = visit("/", viewport={"width": width, "height": height})
    chat.page.evaluate(SHIFTED)
    chat.panel.wait_for()
    chat.page.wait_for_timeout(500)
    assert chat.page.evaluate("window.shifted") < 0.05
