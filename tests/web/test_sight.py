"""What is in sight: the answer, whom to call, the way out; on every screen and at every zoom."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.chat import LIST, SECONDS, URGENT, VAGUE, WHO, Chat, block, violations
from tests.web.conftest import Visit

PLEA = f"{URGENT}, il a pris mon passeport, il me frappe et je ne sais pas à qui parler. " * 8
LONG = "Bonjour, je fais un travail pour mon école et je cherche depuis hier. " * 8 + LIST
USAID = "Que fait l’USAID ?"
TOUCH = {"is_mobile": True, "has_touch": True}

SCREENS: dict[str, tuple[int, int, int, dict[str, Any]]] = {
    "a small phone": (360, 640, 100, TOUCH),
    "the same above its keyboard": (360, 340, 100, TOUCH),
    "a phone on its side": (640, 360, 100, TOUCH),
    "a narrow, short window": (320, 256, 100, {}),
    "1280 by 800 at 400 %": (320, 200, 100, {"device_scale_factor": 4}),
    "text at 200 %": (360, 640, 200, {}),
}

# The height that is left to the answers, what leaves the panel or the window, what overlaps.
ROOM = """
() => { const root = document.querySelector("vigie-chat").shadowRoot;
  const box = (name) => root.querySelector(name).getBoundingClientRect();
  const log = root.querySelector(".log"), scrolls = getComputedStyle(log).overflowY !== "visible";
  const around = (scrolls ? log : log.parentElement).getBoundingClientRect();
  const field = box(".box"), panel = box(".panel");
  const seen = [...root.querySelectorAll(".head button, .head a, .help a, .box, .box button")].filter(
    (e) => e.checkVisibility() && e.getBoundingClientRect().width > 1);
  const out = seen.filter((e) => { const b = e.getBoundingClientRect();
    return b.left < panel.left - 1 || b.right > panel.right + 1; }).map((e) => e.className || e.textContent);
  const fixed = seen.filter((e) => !e.closest(".help"));
  const over = fixed.flatMap((a) => fixed.filter((b) => { if (a === b || b.contains(a) || a.contains(b))
    return false; const p = a.getBoundingClientRect(), q = b.getBoundingClientRect();
    return p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1;
  }).map((b) => [a.className, b.className]));
  return { room: Math.min(around.bottom, field.top) - around.top, out, over,
    beyond: document.documentElement.scrollWidth - innerWidth,
    inside: log.scrollWidth - log.clientWidth }; }
"""

# Whether the middle of an element is there to be seen and pressed.
SEEN = """
(e) => { const box = e.getBoundingClientRect();
  const root = e.getRootNode();
  const hit = root.elementFromPoint(box.left + box.width / 2, box.top + Math.min(12, box.height / 2));
  return box.top >= 0 && box.bottom <= innerHeight && (hit === e || e.contains(hit)); }
"""
TO_THE_END = """
() => { const log = document.querySelector("vigie-chat").shadowRoot.querySelector(".log");
  for (const e of [log, log.parentElement]) e.scrollTop = e.scrollHeight; }
"""
FOCUSED = """
() => { const e = document.querySelector("vigie-chat").shadowRoot.activeElement;
  return e.getAttribute("aria-label") ?? e.textContent.trim(); }
"""
FIRST_LINE = """
(e) => { const line = e.querySelector(".text p") ?? e.querySelector(".text");
  const box = line.getBoundingClientRect();
  const hit = e.getRootNode().elementFromPoint(box.left + 10, box.top + 12);
  return hit !== null && e.contains(hit); }
"""


def show(visit: Visit, screen: str, path: str = "/float", **more: Any) -> Chat:
    width, height, text, options = SCREENS[screen]

    def large(page: Page) -> None:
        page.add_init_script(
            f"""addEventListener("DOMContentLoaded", () => {{ const sheet = new CSSStyleSheet();
            sheet.replaceSync("html {{ font-size: {text}% }}");
            document.adoptedStyleSheets = [sheet]; }});"""
        )

    chat = visit(
        path, before=large, viewport={"width": width, "height": height},
        reduced_motion="reduce", **options, **more,
    )  # fmt: skip
    return (chat.open() if path == "/float" else chat).online()


EVERYWHERE = pytest.mark.parametrize("screen", SCREENS)
PATHS = pytest.mark.parametrize("path", ["/float", "/"])


@EVERYWHERE
def test_half_of_the_height_is_for_the_answers_and_nothing_leaves_or_overlaps(
    visit: Visit, screen: str
) -> None:
    chat = show(visit, screen)
    chat.ask(LIST)
    chat.ask(VAGUE)
    found = chat.page.evaluate(ROOM)
    assert found["room"] >= SCREENS[screen][1] / 2
    assert (found["out"], found["over"]) == ([], [])
    assert found["beyond"] <= 0 and found["inside"] <= 0
    assert violations(chat.page) == []


@EVERYWHERE
@PATHS
def test_the_first_line_of_an_answer_is_in_sight(visit: Visit, screen: str, path: str) -> None:
    for question in (USAID, LONG):
        chat = show(visit, screen, path)
        answer = chat.ask(question)
        assert answer.evaluate(FIRST_LINE), question
        chat.page.context.close()


@EVERYWHERE
@PATHS
def test_after_a_plea_of_any_length_somebody_to_call_is_in_sight(
    visit: Visit, screen: str, path: str
) -> None:
    for plea in (URGENT, PLEA):
        chat = show(visit, screen, path)
        answer = chat.ask(plea)
        assert answer.locator(".call").first.evaluate(SEEN), plea[:30]
        chat.page.context.close()


@EVERYWHERE
@PATHS
def test_the_exit_and_the_help_are_one_tap_away(visit: Visit, screen: str, path: str) -> None:
    chat = show(visit, screen, path)
    chat.ask(LIST)
    assert chat.page.locator(".exit").evaluate(SEEN)
    help_ = chat.page.locator(".aid a:visible, .help a:visible")
    assert help_.first.evaluate(SEEN)
    assert help_.first.get_attribute("href") == "tel:+18883737888"


@EVERYWHERE
def test_nothing_that_a_large_window_offers_is_missing(visit: Visit, screen: str) -> None:
    chat = show(visit, screen)
    chat.ask(LIST)
    names = ("Effacer la conversation", "Enregistrer (.txt)", "Imprimer", "Fermer", "Envoyer")
    buttons = [chat.page.get_by_role("button", name=name, exact=True) for name in names]
    keys = chat.page.keyboard
    chat.field.focus()
    for name in ("Envoyer", *names[:3]):
        keys.press("Tab")
        assert chat.page.evaluate(FOCUSED) == name
        assert chat.page.get_by_role("button", name=name, exact=True).evaluate(SEEN), name
    chat.field.focus()
    chat.page.evaluate(TO_THE_END)
    assert [name for name, button in zip(names, buttons) if not button.evaluate(SEEN)] == []
    for link in ("tel:+18883737888", "sms:233733", "tel:911"):
        expect(chat.page.locator(f".help a[href='{link}']")).to_be_visible()


def test_narrow_windows_say_what_the_numbers_are_for(visit: Visit) -> None:
    chat = visit(viewport={"width": 360, "height": 740}).open()
    help_ = chat.page.locator(".help")
    for words in ("Besoin d’aide", "SMS 233733", "Urgence"):
        expect(help_.get_by_text(words)).to_be_visible()
    first, last = (help_.locator("a").nth(n).bounding_box() for n in (1, 2))
    assert first and last
    assert abs(first["y"] - last["y"]) < 4, "911 stands alone on a line"


def test_that_the_server_is_down_comes_into_view(visit: Visit) -> None:
    chat = visit("/", before=block, viewport={"width": 360, "height": 640})
    down = chat.page.locator(".down")
    expect(down).to_be_visible(timeout=SECONDS)
    expect(down.locator("p").first).to_be_in_viewport()
    expect(chat.element.locator(".fallback a").first).to_be_in_viewport()
    expect(chat.page.get_by_text("L’assistant ne s’affiche pas")).to_be_hidden()
    chat.send(WHO)
    expect(chat.mine).to_contain_text("En attente d’envoi")
    expect(chat.element.locator(".fallback a").first).to_be_in_viewport()
