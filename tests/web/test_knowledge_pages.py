"""The pages of the knowledge in a browser: read by all, on every screen, on paper, without scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.chat import SECONDS, WHO, violations
from tests.web.conftest import Visit
from tests.web.served import Vigie
from tests.web.test_exit import forgotten

PAGES = (
    "/organismes",
    "/organismes/dos",
    "/organismes/omb",
    "/instances/pitf",
    "/comites",
    "/comites/supply_chains",
    "/rapports/tip_report",
    "/programmes/hotline",
    "/programmes/blue_campaign",
    "/lois/tvpa",
    "/sujets",
    "/sujets/victim_assistance",
    "/structure",
    "/question",
    "/organismes/absent",
)
WINDOWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 900, "height": 700}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 568}, "has_touch": True},
    "zoomed": {"viewport": {"width": 320, "height": 256}},
    "forced colours": {"viewport": {"width": 700, "height": 700}, "forced_colors": "active"},
}
AWAY = "https://fr.wikipedia.org/"

# Each line of text of the drawing, with the smallest box around its middle, on the screen.
DRAWN = """
() => {
  const boxes = [...document.querySelectorAll(".drawing rect")].map((r) => r.getBoundingClientRect());
  const svg = document.querySelector(".drawing svg").getBoundingClientRect();
  return [...document.querySelectorAll(".drawing text")].map((text) => {
    const at = text.getBoundingClientRect();
    const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
    const around = boxes
      .filter((b) => b.left <= x && x <= b.right && b.top <= y && y <= b.bottom)
      .sort((a, b) => a.width * a.height - b.width * b.height)[0] ?? svg;
    const size = parseFloat(getComputedStyle(text).fontSize) * svg.width / 320;
    const beyond = Math.max(around.left - at.left, at.right - around.right);
    return { text: text.textContent, size, beyond };
  });
}
"""


def away(page: Page) -> None:
    """The site that a quick exit leads to."""
    page.route(f"{AWAY}**", lambda route: route.fulfill(body="Ailleurs", content_type="text/html"))


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_and_nothing_leaves_the_window(visit: Visit, window: str) -> None:
    page = visit("/structure", **WINDOWS[window]).page
    for path in PAGES:
        page.goto(path_of(page, path))
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def path_of(page: Page, path: str) -> str:
    """The address of another page of the same server."""
    origin: str = page.evaluate("location.origin")
    return origin + path


def test_text_at_twice_its_size_stays_in_the_window(visit: Visit) -> None:
    page = visit("/structure", viewport={"width": 640, "height": 600}).page
    for path in PAGES:
        page.goto(path_of(page, path))
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


@pytest.mark.parametrize(("width", "least"), [(320, 10.5), (360, 12), (1280, 14)])
def test_the_drawing_can_be_read_and_its_words_stay_in_their_boxes(
    visit: Visit, width: int, least: float
) -> None:
    page = visit("/structure", viewport={"width": width, "height": 700}).page
    words = page.evaluate(DRAWN)
    assert len(words) > 25
    assert [one for one in words if one["beyond"] > 0] == []
    assert min(one["size"] for one in words) >= least


def test_the_drawing_has_a_name_and_the_list_all_the_rest(visit: Visit) -> None:
    page = visit("/structure").page
    expect(page.get_by_role("img", name="Qui siège où")).to_be_visible()
    page.get_by_role("link", name="en liste").click()
    expect(page.get_by_role("heading", name="En liste")).to_be_in_viewport()
    section = page.locator("section", has=page.locator("#liste"))
    assert section.get_by_role("link").count() >= 18 + 3 + 5


def test_machines_may_read_what_the_policy_lets_no_script_do(visit: Visit) -> None:
    """A block of data is no script: the strict policy does not stop it (`visit` looks)."""
    page = visit("/organismes/doj").page
    told = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert told["mainEntity"]["@type"] == "GovernmentOrganization"
    assert page.evaluate("window.breaches") == []


@pytest.mark.parametrize("size", [(360, 640), (320, 256), (640, 360), (1280, 800)])
def test_the_exit_and_the_number_stay_in_sight_and_leave_room(
    visit: Visit, size: tuple[int, int]
) -> None:
    page = visit("/structure", viewport={"width": size[0], "height": size[1]}).page
    for _ in range(2):
        expect(page.locator(".exit")).to_be_in_viewport(ratio=1)
        expect(page.locator(".bar .call a")).to_be_in_viewport(ratio=1)
        page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    bar = page.locator(".bar").bounding_box()
    assert bar and bar["height"] <= size[1] * 0.3


def click(page: Page) -> None:
    page.get_by_role("link", name="Quitter vite").click()


def press(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [click, press])
def test_leaving_erases_the_conversation_of_the_tab_and_cannot_be_gone_back_on(
    visit: Visit, vigie: Vigie, leave: Callable[[Page], None]
) -> None:
    chat = visit("/", before=away).online()
    chat.ask(WHO)
    token = chat.kept()["token"]
    page = chat.page
    page.goto(path_of(page, "/organismes"))
    page.get_by_role("link", name="Département d’État (DoS)", exact=True).click()
    page.wait_for_url("**/organismes/dos")
    leave(page)
    page.wait_for_url(AWAY)
    assert forgotten(chat, vigie, token)
    page.go_back()
    page.wait_for_url("**/organismes")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_capital_letter_is_no_way_out(visit: Visit) -> None:
    page = visit("/organismes", before=away).page
    for keys in ("Shift+A", "Shift+A", "Shift+A", "Shift", "Shift"):
        page.keyboard.press(keys)
    page.wait_for_timeout(300)
    assert page.url.endswith("/organismes")


def test_a_question_that_a_page_offers_is_written_in_the_field_and_not_sent(visit: Visit) -> None:
    chat = visit("/organismes/dol")
    question = chat.page.locator(".questions a").first
    asked = question.inner_text()
    question.click()
    expect(chat.field).to_have_value(asked)
    assert chat.mine.count() == 0
    assert chat.page.evaluate("location.hash") == ""


def test_without_javascript_a_question_of_the_first_page_is_answered(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False, before=away).page
    page.get_by_label("Votre question").fill("Que fait le département du Travail ?")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", name="Réponse")).to_be_visible(timeout=SECONDS)
    expect(page.locator(".answer")).to_contain_text("département du Travail (DoL)")
    expect(page.locator(".source")).to_contain_text("Organes composant la PITF")
    next_one = page.locator("button.choice").first
    asked = next_one.inner_text()
    next_one.click()
    expect(page.locator(".asked")).to_contain_text(asked)
    assert page.url.endswith("/question")
    page.get_by_role("link", name="Quitter vite").click()
    page.wait_for_url(AWAY)


def test_the_page_of_an_answer_is_read_by_all(visit: Visit) -> None:
    page = visit("/question", viewport={"width": 320, "height": 568}).page
    for question in (
        "Compare le DoJ et le DHS",
        "que fait le département ?",
        "au secours, il m'a enfermée",
    ):
        page.get_by_role("textbox").fill(question)
        page.get_by_role("button", name="Envoyer").click()
        expect(page.locator(".asked")).to_contain_text(question, timeout=SECONDS)
        assert violations(page) == [], question
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, question
    expect(page.locator(".answer").get_by_role("link", name="1-888-373-7888")).to_be_in_viewport()


def test_a_sheet_of_paper_has_the_facts_the_help_and_no_menu(visit: Visit) -> None:
    page = visit("/organismes/usaid").page
    page.emulate_media(media="print")
    for hidden in (".bar", ".menu", ".questions", ".near", ".crumbs", ".traces"):
        expect(page.locator(hidden)).to_be_hidden()
    for shown in ("h1", ".facts >> nth=0", ".changes", ".source", "footer >> text=1-888-373-7888"):
        expect(page.locator(shown)).to_be_visible()
    page.goto(path_of(page, "/structure"))
    box = page.locator(".drawing svg").bounding_box()
    assert box and box["height"] <= 22 * 96 / 2.54 + 1, "the drawing is cut by the end of a sheet"
