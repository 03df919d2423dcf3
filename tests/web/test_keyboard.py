"""Without a mouse and without a screen: the keyboard, the focus, what is announced."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.web.chat import LIST, LISTEN, VAGUE, WHO, Chat
from tests.web.conftest import Visit


def test_all_can_be_done_from_the_keyboard(visit: Visit) -> None:
    chat = visit(exit_url="/page/icon.svg?left")
    keys = chat.page.keyboard
    chat.launcher.wait_for()
    for _ in range(2):  # the page's own link, then the launcher
        keys.press("Tab")
    expect(chat.launcher).to_be_focused()
    keys.press("Enter")
    expect(chat.field).to_be_focused()
    keys.type(WHO)
    keys.press("Enter")
    expect(chat.answers).to_have_count(1)
    expect(chat.field).to_be_focused()
    reached = []
    for _ in range(20):
        keys.press("Shift+Tab")
        reached.append(
            chat.page.evaluate("""() => {
            const e = document.querySelector("vigie-chat").shadowRoot.activeElement;
            return e && (e.getAttribute("aria-label") || e.textContent.trim()); }""")
        )
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
