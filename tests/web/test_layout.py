"""Narrow windows, zoom, spaced text, fingers, and people whom movement makes ill."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.chat import LIST, URGENT, VAGUE, Chat
from tests.web.conftest import Visit

# Everything that can be pressed, with its size in CSS pixels. Links in a sentence are exempt
# from 2.5.8; those that call are not sentences.
TARGETS = """
() => [...document.querySelector("vigie-chat").shadowRoot.querySelectorAll(
    "button, summary, textarea, .help a, .call")]
  .filter((e) => e.checkVisibility() && !e.matches(".near:not(:focus)"))
  .map((e) => { const box = e.getBoundingClientRect();
    return [e.getAttribute("aria-label") || e.textContent.trim().slice(0, 30), box.width, box.height]; })
"""

MOVING = """
() => [...document.querySelector("vigie-chat").shadowRoot.querySelectorAll("*")]
  .filter((e) => { const style = getComputedStyle(e);
    return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0; })
  .map((e) => e.className)
"""

# What sticks out of the window or is cut, sideways.
OVERFLOW = """
() => { const root = document.querySelector("vigie-chat").shadowRoot;
  const out = [...root.querySelectorAll(".panel *")].filter((e) => e.checkVisibility() &&
    !e.closest(".hidden") && e.getBoundingClientRect().right > innerWidth + 1);
  const log = root.querySelector(".log");
  return [document.documentElement.scrollWidth - innerWidth, log.scrollWidth - log.clientWidth,
    out.map((e) => e.className || e.tagName)]; }
"""


@pytest.mark.parametrize(
    ("width", "height"), [(320, 568), (640, 400)], ids=["320 px", "200 % of 1280 by 800"]
)
def test_nothing_is_cut_on_a_narrow_window(visit: Visit, width: int, height: int) -> None:
    for path in ("/float", "/"):
        chat = visit(path, viewport={"width": width, "height": height})
        if path == "/float":
            chat.open()
        chat.ask(LIST)
        chat.ask(VAGUE)
        beyond, inside, out = chat.page.evaluate(OVERFLOW)
        assert (beyond <= 0, inside <= 0, out) == (True, True, [])
        box = chat.log.bounding_box()
        assert box and box["height"] > height * 0.25, "room is left for the answers"
        expect(chat.page.locator(".exit")).to_be_in_viewport()
        help_ = chat.page.locator(".aid a:visible, .help a:visible")
        expect(help_.first).to_be_in_viewport()
        chat.page.context.close()


def test_text_spacing_of_1_4_12_loses_nothing(chat: Chat) -> None:
    chat.ask(LIST)
    chat.page.evaluate(
        """() => { const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
          word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
        const root = document.querySelector("vigie-chat").shadowRoot;
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]; }"""
    )
    assert chat.page.evaluate(OVERFLOW) == [0, 0, []]
    expect(chat.page.locator(".exit")).to_be_in_viewport()


@pytest.mark.parametrize(("touch", "least"), [(False, 24), (True, 44)], ids=["mouse", "touch"])
def test_targets_are_large_enough(visit: Visit, touch: bool, least: int) -> None:
    options = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 800}}
    chat = visit(**(options if touch else {}))
    chat.open()
    chat.ask(LIST)
    chat.ask(VAGUE)
    chat.ask(URGENT)
    targets = chat.page.evaluate(TARGETS)
    assert len(targets) > 15
    assert [t for t in targets if min(t[1], t[2]) < least - 0.5] == []


def test_nothing_moves_for_those_who_asked_so(visit: Visit) -> None:
    def moving(motion: str) -> list[str]:
        chat = visit(reduced_motion=motion).open()
        found: list[str] = chat.page.evaluate(MOVING)
        return found

    assert "panel" in moving("no-preference"), "the test would see a movement"
    assert moving("reduce") == []
