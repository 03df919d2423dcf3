"""The quick exit: at once, without a trace here or on the server, and honest on what it cannot do."""

from __future__ import annotations

import json
import re
import time

import pytest
from playwright.sync_api import Request, Route, expect

from tests.web.chat import WHO, Chat
from tests.web.conftest import Visit
from tests.web.served import Vigie

LEFT = "/page/icon.svg?left"


def forgotten(chat: Chat, vigie: Vigie, token: str) -> bool:
    """Whether the server no longer knows the conversation of `token` (within some seconds)."""
    body = {"token": token, "stream": None, "last": 0}
    for _ in range(50):
        session = vigie.request("POST", "/webhooks/web/session", body).json
        if session["messages"] == []:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("way", ["button", "keys"])
def test_leaving_quits_covers_and_wipes_everything(visit: Visit, vigie: Vigie, way: str) -> None:
    chat = visit(exit_url=LEFT).open()
    page = chat.page
    chat.ask(WHO)
    chat.field.fill("un brouillon")
    token = chat.kept()["token"]
    page.evaluate("""() => { new MutationObserver(() => {
        const cover = document.querySelector("html > [role=alert]");
        sessionStorage.setItem("seen", JSON.stringify({
          cover: cover && cover.shadowRoot.textContent, title: document.title.trim(),
          covered: document.elementFromPoint(innerWidth - 40, innerHeight - 200) === cover}));
      }).observe(document.documentElement, {childList: true}); }""")
    if way == "button":
        page.get_by_role("button", name="Quitter vite ce site").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("**" + LEFT)
    # The browser hands the storage of the page that ends to the next one in its own time.
    seen = page.wait_for_function("sessionStorage.getItem('seen')").json_value()
    assert json.loads(seen) == {"cover": "Vous quittez ce site…", "title": "", "covered": True}
    assert chat.kept() == {}
    assert forgotten(chat, vigie, token)
    page.go_back()
    assert "/float" not in page.url, "the page was replaced in the history"


def test_shift_counts_aloud_and_lapses(visit: Visit) -> None:
    chat = visit(exit_url=LEFT).open()
    keys = chat.page.keyboard
    keys.press("Shift")
    expect(chat.status()).to_have_text(re.compile("encore 2 fois sur Maj"))
    expect(chat.page.locator(".lights .lit")).to_have_count(1)
    keys.press("Shift")
    expect(chat.status()).to_have_text(re.compile("encore une fois sur Maj"))
    keys.press("a")  # another key: somebody is typing
    expect(chat.page.locator(".lights")).to_be_hidden()
    expect(chat.status()).to_have_text("La sortie rapide est annulée.")
    chat.page.clock.install()
    keys.press("Shift")
    expect(chat.page.locator(".lights .lit")).to_have_count(1)
    chat.page.clock.fast_forward(5_000)
    expect(chat.page.locator(".lights")).to_be_hidden()
    for letter in "ABC":
        keys.press(f"Shift+{letter}")
    assert "/float" in chat.page.url, "capital letters are no exit"


def test_shift_does_nothing_on_a_page_where_nobody_opened_the_chat(visit: Visit) -> None:
    chat = visit(exit_url=LEFT)
    chat.launcher.wait_for()
    for _ in range(4):
        chat.page.keyboard.press("Shift")
    assert "/float" in chat.page.url


def test_leaving_works_without_a_network(visit: Visit) -> None:
    chat = visit(exit_url=LEFT).open()
    chat.ask(WHO)
    chat.page.route("**" + LEFT, lambda route: route.fulfill(body="ailleurs"))
    chat.page.context.set_offline(True)
    chat.page.get_by_role("button", name="Quitter vite ce site").click()
    chat.page.wait_for_url("**" + LEFT)
    assert chat.kept() == {}


def test_a_page_that_the_browser_kept_shows_nothing_of_what_was_wiped(visit: Visit) -> None:
    """Back to an earlier page of the tab, shown from the browser's memory (bfcache)."""
    chat = visit(exit_url=LEFT).open()
    chat.ask(WHO)
    chat.page.goto(chat.page.url + "?second")
    expect(chat.answers).to_have_count(1)
    chat.page.get_by_role("button", name="Quitter vite ce site").click()
    chat.page.wait_for_url("**" + LEFT)
    chat.page.go_back()
    assert chat.page.url.endswith("/float")
    expect(chat.launcher).to_be_visible()
    expect(chat.mine).to_have_count(0)
    # The browser of the tests keeps no page: the same event is played on a page that is there.
    chat.open()
    chat.ask(WHO)
    chat.page.evaluate(
        """() => { sessionStorage.clear();
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })); }"""
    )
    expect(chat.mine).to_have_count(0)


def test_the_exit_needs_no_answer_of_the_neutral_site(visit: Visit) -> None:
    """The default address is another site: the browser goes there, whatever we serve."""
    chat = visit("/")
    went: list[Request] = []

    def elsewhere(route: Route) -> None:
        went.append(route.request)
        route.fulfill(body="ailleurs")

    chat.page.route(
        "https://fr.wikipedia.org/**",
        elsewhere,
    )
    chat.page.get_by_role("button", name="Quitter vite ce site").click()
    expect(chat.page.locator("body")).to_have_text("ailleurs")
    assert went[0].headers.get("referer") is None


def test_what_the_exit_cannot_do_is_said(chat: Chat) -> None:
    chat.page.get_by_text("À propos de la sortie rapide").click()
    expect(chat.page.locator(".greeting details p")).to_contain_text("L’historique du navigateur")
