"""Where things stand: one sentence for each state, told once, and no click is lost."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.chat import LAUNCH, LIST, SECONDS, TWIN, WHO, Chat, block, hold_sockets
from tests.web.conftest import Visit
from tests.web.served import Site, Vigie

# All that the status region was made to say, in order.
FOLLOW = """
() => { const region = document.querySelector("vigie-chat").shadowRoot.querySelector("[role=status]");
  window.told = [];
  new MutationObserver(() => { const line = region.firstElementChild.innerText.trim();
    if (line && line !== window.told.at(-1)) window.told.push(line); })
    .observe(region, { childList: true, characterData: true, subtree: true }); }
"""


def told(chat: Chat) -> list[str]:
    """What a screen reader was told of the line."""
    found: list[str] = chat.page.evaluate("window.told")
    return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in found]


def test_offline_is_said_once_whatever_is_tried_meanwhile(visit: Visit) -> None:
    chat = visit(before=lambda page: page.clock.install()).open().online()
    chat.page.evaluate(FOLLOW)
    chat.page.context.set_offline(True)
    banner = chat.page.locator(".banner")
    expect(banner).to_contain_text("hors ligne")
    for _ in range(6):
        chat.page.clock.fast_forward(7_000)
        chat.page.wait_for_timeout(100)
        expect(banner).to_contain_text("hors ligne")
        expect(chat.page.locator(".down")).to_have_count(0)
    chat.page.context.set_offline(False)
    chat.page.evaluate("dispatchEvent(new Event('online'))")
    chat.online()
    assert len([line for line in told(chat) if "hors ligne" in line]) == 1


def test_a_slow_connection_says_so_and_takes_what_is_written(visit: Visit) -> None:
    held: list[Route] = []

    def before(page: Page) -> None:
        page.clock.install()
        hold_sockets(page)
        page.route(TWIN, lambda route: held.append(route))

    chat = visit(before=before).open()
    expect(chat.page.locator(".banner")).to_have_text("Connexion…")
    chat.page.evaluate(FOLLOW)
    for _ in range(3):
        chat.page.clock.fast_forward(2_100)
        chat.page.wait_for_timeout(50)
    expect(chat.page.locator(".banner")).to_contain_text("Connexion lente")
    chat.send(WHO)
    expect(chat.mine).to_contain_text("En attente d’envoi")
    assert [line for line in told(chat) if "Connexion" in line] == [
        "Connexion lente. Vous pouvez déjà écrire : votre message partira dès que possible."
    ]


def test_a_server_that_is_down_is_said_once(visit: Visit) -> None:
    def before(page: Page) -> None:
        page.clock.install()
        block(page)

    chat = visit(before=before).open()
    expect(chat.page.locator(".down")).to_be_visible(timeout=SECONDS)
    expect(chat.status()).to_contain_text("Vigie ne répond pas pour l’instant")
    chat.page.evaluate(FOLLOW)
    for _ in range(6):
        chat.page.clock.fast_forward(7_000)
        chat.page.wait_for_timeout(50)
    expect(chat.page.locator(".down")).to_have_count(1)
    expect(chat.page.locator(".banner")).to_have_count(0)
    assert told(chat) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_site_that_may_not_use_vigie_says_so_and_no_outage(
    visit: Visit, vigie: Vigie, stranger: Site, lang: str
) -> None:
    stranger.pages["/"] = f"""<!doctype html><html lang="fr"><title>x</title><body>
        <script src="{vigie.origin}/widget.js" data-lang="{lang}"></script>"""
    chat = visit("/", origin=stranger.origin).open()
    said = {"fr": "Ce site n’a pas le droit de montrer Vigie", "en": "not allowed to show Vigie"}
    expect(chat.page.locator(".down")).to_contain_text(said[lang], timeout=SECONDS)
    expect(chat.page.locator(".down a").first).to_have_attribute("href", "tel:+18883737888")


def test_while_it_loads_the_page_says_so_and_keeps_the_first_click(visit: Visit) -> None:
    held: list[Route] = []
    chat = visit("/", before=lambda page: page.route("**/vigie-chat.js*", lambda r: held.append(r)))
    loading = chat.page.get_by_text("Chargement de l’assistant")
    expect(loading).to_be_visible()
    expect(chat.page.get_by_text("L’assistant ne s’affiche pas")).to_be_hidden()
    expect(chat.element.locator(".fallback a").first).to_be_visible()
    button = chat.page.locator(".examples").get_by_role("button").first
    asked = button.inner_text()
    button.click()
    for route in held:
        route.continue_()
    expect(chat.mine).to_contain_text(asked, timeout=SECONDS)
    expect(chat.answers).to_have_count(1, timeout=SECONDS)
    expect(loading).to_be_hidden()


def test_when_it_cannot_be_loaded_the_page_says_so(visit: Visit) -> None:
    chat = visit("/", before=lambda page: page.route("**/vigie-chat.js*", lambda r: r.abort()))
    expect(chat.page.get_by_text("L’assistant ne s’affiche pas")).to_be_visible()
    expect(chat.page.get_by_text("Chargement de l’assistant")).to_be_hidden()


def test_a_quick_answer_is_not_announced_twice(chat: Chat) -> None:
    chat.online()
    chat.page.evaluate(FOLLOW)
    chat.ask(WHO)
    assert [line for line in told(chat) if "écrit" in line] == []


def test_what_was_just_done_is_seen_and_heard(chat: Chat) -> None:
    answer = chat.ask(WHO)
    answer.get_by_role("button", name="Cette réponse m’aide").click()
    toast = chat.page.locator(".toast")
    expect(toast).to_be_visible()
    expect(toast).to_contain_text("Merci de votre avis")
    expect(chat.status()).to_have_text("Merci de votre avis.")


def test_an_erasure_can_be_undone_for_ten_seconds(visit: Visit) -> None:
    chat = visit(before=lambda page: page.clock.install()).open().online()
    chat.ask(WHO)
    chat.page.get_by_role("button", name="Effacer la conversation").click()
    expect(chat.mine).to_have_count(0)
    assert chat.kept()["token"] is None, "whoever reloads the page finds nothing"
    chat.page.clock.fast_forward(9_000)
    chat.page.get_by_role("button", name="Rétablir la conversation").click()
    expect(chat.answers).to_have_count(1)
    expect(chat.status()).to_have_text("Conversation rétablie.")
    assert "Travail" not in chat.ask("et qui en est membre ?").inner_text()[:60]
    expect(chat.answers).to_have_count(2)
    chat.page.reload()
    chat.online()
    expect(chat.answers).to_have_count(2)


def test_after_ten_seconds_or_another_question_it_is_gone_for_good(visit: Visit) -> None:
    for later in (True, False):
        chat = visit(before=lambda page: page.clock.install()).open().online()
        chat.ask(WHO)
        token = chat.kept()["token"]
        chat.page.get_by_role("button", name="Effacer la conversation").click()
        undo = chat.page.get_by_role("button", name="Rétablir la conversation")
        expect(undo).to_be_visible()
        if later:
            chat.page.clock.fast_forward(10_500)
        else:
            chat.ask(LIST)
        expect(undo).to_be_hidden()
        expect(chat.mine).to_have_count(0 if later else 1)
        assert until(chat, token, []) == []
        if later:
            chat.ask(LIST)
        expect(chat.answers).to_have_count(1)
        expect(chat.page.locator(".note")).to_have_count(0)
        mine = chat.kept()["token"]
        assert mine != token, "the old one opens nothing any more"
        assert replayed(chat, mine) == ["said", "message"]


def test_a_page_that_goes_away_takes_what_was_erased_along(visit: Visit) -> None:
    chat = visit().open().online()
    chat.ask(WHO)
    token = chat.kept()["token"]
    chat.page.get_by_role("button", name="Effacer la conversation").click()
    expect(chat.mine).to_have_count(0)
    chat.page.goto(chat.page.url + "?elsewhere")
    expect(chat.panel).to_be_visible()
    assert until(chat, token, []) == [], "the server still tells it"


def until(chat: Chat, token: str, wanted: list[str]) -> list[str]:
    """What the server shows once that is `wanted`, or after a while."""
    for _ in range(50):
        if replayed(chat, token) == wanted:
            break
        chat.page.wait_for_timeout(100)
    return replayed(chat, token)


def replayed(chat: Chat, token: str) -> list[str]:
    """What the server still shows to whoever has the token."""
    body = json.dumps({"token": token, "stream": None, "last": 0})
    found = chat.page.request.post(
        chat.page.url.split("/float")[0] + "/webhooks/web/session",
        data=body, headers={"Sec-Fetch-Site": "same-origin"},
    )  # fmt: skip
    return [item["type"] for item in found.json()["messages"]]


def test_a_paste_that_is_cut_says_what_was_left_out(visit: Visit) -> None:
    chat = visit(permissions=["clipboard-read", "clipboard-write"]).open()
    left = chat.page.locator(".left")
    chat.field.focus()
    paste(chat, "a" * 1_990)
    expect(left).to_contain_text("10 caractères restants")
    paste(chat, "b" * 5_000)
    assert len(chat.field.input_value()) == 2_000
    said = "Limite de 2 000 caractères atteinte\u00a0: la fin n’a pas été collée."
    expect(left).to_have_text(said)
    expect(chat.status()).to_have_text(said)
    chat.field.press("Backspace")
    expect(left).to_contain_text("1 caractère restant")
    chat.field.press("c")
    expect(left).to_have_text("Limite de 2 000 caractères atteinte.")


def paste(chat: Chat, text: str) -> None:
    chat.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    chat.field.press("Control+V")


def test_the_launcher_says_what_it_is_for(visit: Visit) -> None:
    chat = visit()
    seen = chat.launcher.inner_text().replace("\u00a0", " ").replace("\u202f", " ").strip()
    assert seen == "Traite aux États-Unis : qui fait quoi ?"
    expect(chat.launcher).to_have_accessible_name(LAUNCH)
