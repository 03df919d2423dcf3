"""WCAG 2.2 AA, as far as a browser can tell: see the table in web/README.md."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.chat import LISTEN, Chat, violations
from tests.web.conftest import Visit

LIST = "Quels rapports paraissent chaque année ?"
VAGUE = "que fait le département ?"
URGENT = "au secours, il m'a enfermée"

SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])

# Everything that can be pressed, with its size in CSS pixels. Links in a sentence are exempt
# from 2.5.8; those that call are not sentences.
TARGETS = """
() => [...document.querySelector("vigie-chat").shadowRoot.querySelectorAll(
    "button, summary, textarea, .help a, .call")]
  .filter((e) => e.checkVisibility())
  .map((e) => { const box = e.getBoundingClientRect();
    return [e.getAttribute("aria-label") || e.textContent.trim().slice(0, 30), box.width, box.height]; })
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


@SCHEMES
@pytest.mark.parametrize("path", ["/", "/float"])
def test_axe_finds_nothing_before_anything_is_said(visit: Visit, path: str, scheme: str) -> None:
    chat = visit(path, color_scheme=scheme)
    (chat.launcher if path == "/float" else chat.panel).wait_for()
    assert violations(chat.page) == []
    if path == "/float":
        chat.open()
        assert violations(chat.page) == []


@SCHEMES
def test_axe_finds_nothing_in_a_conversation(visit: Visit, scheme: str) -> None:
    chat = visit(color_scheme=scheme, reduced_motion="reduce").open()
    chat.ask(LIST).get_by_text("Source").click()
    assert violations(chat.page) == [], "list and source"
    chat.ask(VAGUE)
    assert violations(chat.page) == [], "choices"
    chat.ask(URGENT)
    assert violations(chat.page) == [], "distress"
    chat.page.get_by_role("button", name="Enregistrer (.txt)").click()
    assert violations(chat.page) == [], "warning"


@SCHEMES
def test_axe_finds_nothing_when_the_server_is_gone(visit: Visit, scheme: str) -> None:
    chat = visit(color_scheme=scheme)
    block(chat.page)
    chat.open()
    expect(chat.page.locator(".down")).to_be_visible(timeout=20_000)
    assert violations(chat.page) == []


def block(page: Page) -> None:
    """No line to the server opens any more."""
    page.route("**/webhooks/web/**", lambda route: route.abort())
    page.route_web_socket("**/socket.io/**", lambda socket: socket.close())


def test_all_can_be_done_from_the_keyboard(visit: Visit) -> None:
    chat = visit(exit_url="/page/icon.svg?left")
    keys = chat.page.keyboard
    for _ in range(2):  # the page's own link, then the launcher
        keys.press("Tab")
    expect(chat.launcher).to_be_focused()
    keys.press("Enter")
    expect(chat.field).to_be_focused()
    keys.type("Qui préside la PITF ?")
    keys.press("Enter")
    expect(chat.answers).to_have_count(1)
    expect(chat.field).to_be_focused()
    reached = []
    for _ in range(20):
        keys.press("Shift+Tab")
        reached.append(chat.page.evaluate("""() => {
            const e = document.querySelector("vigie-chat").shadowRoot.activeElement;
            return e && (e.getAttribute("aria-label") || e.textContent.trim()); }"""))
        if reached[-1] == "Quitter vite ce site":
            break
    for name in ("Copier la réponse", "Réponse utile", "Source", "Conversation avec Vigie"):
        assert name in reached
    keys.press("Enter")
    chat.page.wait_for_url("**/icon.svg?left")


def test_focus_goes_in_and_comes_back(visit: Visit) -> None:
    chat = visit()
    chat.launcher.focus()
    chat.page.keyboard.press("Enter")
    expect(chat.field).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()
    chat.page.keyboard.press("Enter")
    chat.page.get_by_role("button", name="Fermer").click()
    expect(chat.launcher).to_be_focused()


def test_focus_stays_in_the_field_over_an_answer_and_a_choice(chat: Chat) -> None:
    answer = chat.ask(VAGUE)
    expect(chat.field).to_be_focused()
    answer.locator(".choice").first.press("Enter")
    expect(chat.answers).to_have_count(2)
    assert chat.focused() not in ("", None), "the focus is not lost with the button"


def test_each_answer_is_announced_once(chat: Chat) -> None:
    chat.page.evaluate(LISTEN)
    chat.ask("Qui préside la PITF ?")
    chat.ask(LIST)
    heard = chat.page.evaluate("window.heard")
    assert len(heard) == 2
    assert "PITF" in heard[0]
    assert "Source :" not in heard[0].replace("\u00a0", " ")
    expect(chat.log).to_have_attribute("aria-live", "off")  # else it would be read twice
    chat.page.keyboard.press("Escape")
    chat.launcher.click()
    chat.page.reload()
    chat.online()
    expect(chat.answers).to_have_count(2)
    assert chat.page.locator(".announcer p").count() == 0, "what was read is not read again"


def test_the_panel_s_parts_have_names_and_roles(chat: Chat) -> None:
    page = chat.page
    expect(page.get_by_role("dialog", name="Vigie, assistant automatique")).to_be_visible()
    expect(page.get_by_role("log", name="Conversation avec Vigie")).to_be_visible()
    expect(page.get_by_role("textbox", name="Votre question")).to_be_visible()
    expect(page.get_by_role("group", name="Aide aux victimes, aux États-Unis")).to_be_visible()
    expect(page.get_by_role("link", name="Appeler le 1-888-373-7888")).to_be_visible()
    expect(chat.field).to_have_accessible_description("Entrée pour envoyer, Maj + Entrée pour aller à la ligne.")


def test_names_in_english_are_marked_as_english(chat: Chat) -> None:
    answer = chat.ask(LIST)
    english = answer.locator('[lang="en"]')
    assert "Trafficking in Persons Report" in english.all_inner_texts()
    expect(answer.locator(".text")).to_have_attribute("lang", "fr")


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
        assert chat.log.bounding_box()["height"] > height * 0.25, "room is left for the answers"
        expect(chat.page.locator(".exit")).to_be_in_viewport()
        expect(chat.page.locator(".help a").first).to_be_in_viewport()
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


def test_forced_colours_keep_edges_and_focus(visit: Visit) -> None:
    chat = visit(forced_colors="active").open()
    chat.ask(VAGUE)
    assert violations(chat.page) == []
    edges = chat.page.evaluate(
        """() => [".exit", ".send", ".choice", ".small", ".bubble", ".box"].map((name) => {
        const e = document.querySelector("vigie-chat").shadowRoot.querySelector(name);
        const style = getComputedStyle(e);
        return [name, parseFloat(style.borderTopWidth), style.borderTopColor]; })"""
    )
    assert [name for name, width, _ in edges if width < 1] == []
    ring = chat.page.locator(".box").evaluate("(e) => getComputedStyle(e).outlineStyle")
    assert ring == "solid"


def test_nothing_moves_for_those_who_asked_so(visit: Visit) -> None:
    def moving(motion: str) -> int:
        chat = visit(reduced_motion=motion).open()
        count: int = chat.page.evaluate(
            """() => document.querySelector("vigie-chat").shadowRoot.getAnimations().length"""
        )
        return count

    assert moving("no-preference") > 0, "the test would see a movement"
    assert moving("reduce") == 0


def test_the_contrast_of_edges_is_at_least_three_to_one(visit: Visit) -> None:
    """axe looks at text only: the edge of the field and the ring of the focus are ours to hold."""
    for scheme in ("light", "dark"):
        chat = visit(color_scheme=scheme).open()
        colours = chat.page.evaluate(
            """() => { const root = document.querySelector("vigie-chat").shadowRoot;
            const of = (name, what) => getComputedStyle(root.querySelector(name))[what];
            return [of(".panel", "backgroundColor"), of(".box", "borderTopColor"),
              of(".box", "outlineColor"), of(".choice", "borderTopColor")]; }"""
        )
        paper, *edges = [luminance(colour) for colour in colours]
        for edge in edges:
            assert (max(paper, edge) + 0.05) / (min(paper, edge) + 0.05) >= 3


def luminance(colour: str) -> float:
    """Relative luminance (WCAG) of "rgb(r, g, b)"."""
    parts = [int(part) / 255 for part in colour[4:-1].split(",")]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
