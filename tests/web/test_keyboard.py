"""Without a mouse and without a screen: the keyboard, the focus, what is announced."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.web.chat import LIST, LISTEN, VAGUE, WHO, Chat
from tests.web.conftest import Visit

# The place of the message that has the focus: the greeting is 0.
WHICH = """
() => { const root = document.querySelector("vigie-chat").shadowRoot;
  return [...root.querySelectorAll(".entry")].indexOf(root.activeElement); }
"""


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
    keys.press("Shift+Tab")
    assert focused(chat) == "Quitter vite", "the exit is next to the field"
    expect(chat.page.locator(".near")).to_be_in_viewport()
    keys.press("Enter")
    chat.page.wait_for_url("**/icon.svg?left")


def focused(chat: Chat) -> str:
    """The name of what has the focus inside the widget."""
    found: str = chat.page.evaluate("""() => {
        const e = document.querySelector("vigie-chat").shadowRoot.activeElement;
        return e ? (e.getAttribute("aria-label") ?? e.textContent.trim()) : ""; }""")
    return found


def test_the_log_is_one_stop_of_tab_however_long_it_is(chat: Chat) -> None:
    for question in (WHO, LIST, VAGUE):
        chat.ask(question)
    keys = chat.page.keyboard
    back: list[str] = []
    while "Quitter vite ce site" not in back and len(back) < 20:
        keys.press("Shift+Tab")
        back.append(focused(chat))
    numbers = ["Urgence\u00a0: 911", "SMS 233733", "Appeler le 1-888-373-7888"]
    assert back == [
        "Quitter vite", "Conversation avec Vigie", *numbers, "Fermer", "Quitter vite ce site",
    ]  # fmt: skip


def test_arrows_go_from_message_to_message_and_tab_to_what_each_offers(chat: Chat) -> None:
    chat.ask("Combien de lois sont citées ?")  # nothing that a department may be
    chat.ask(VAGUE)
    keys = chat.page.keyboard
    chat.log.focus()
    expect(chat.log).to_have_accessible_description(re.compile("Flèches"))
    said = []
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "End", "Home"):
        keys.press(key)
        said.append(chat.page.evaluate(WHICH))
        expect(chat.page.locator(".entry:focus")).to_be_in_viewport()
    assert said == [4, 3, 2, 1, 2, 4, 0]
    keys.press("End")
    keys.press("Tab")
    first = chat.answers.last.locator(".choice").first
    expect(first).to_be_focused()
    keys.press("Home")
    for _ in range(2):
        keys.press("ArrowDown")
    keys.press("Tab")
    expect(chat.answers.first.locator("summary")).to_be_focused()
    names: list[str] = []
    while chat.focused() != "question" and len(names) < 9:
        keys.press("Tab")
        names.append(focused(chat))
    assert names[:3] == ["Cette réponse m’aide", "Cette réponse ne m’aide pas", "Copier la réponse"]
    assert names[3:-1] == ["Quitter vite"], "the other messages are passed over"
    assert chat.focused() == "question"


def test_a_list_that_is_unfolded_takes_the_focus_along(chat: Chat) -> None:
    answer = chat.ask("Quels organismes siègent à la PITF ?")
    items = answer.locator(".text").get_by_role("listitem")
    expect(items).to_have_count(6)
    count = re.search(r"\((\d+) en tout\)", answer.locator(".more").inner_text())
    assert count and int(count[1]) > 8
    answer.locator(".more").press("Enter")
    expect(items).to_have_count(int(count[1]))
    expect(items.nth(6)).to_be_focused()
    expect(answer.locator(".more")).to_be_hidden()
    few = chat.ask(LIST)
    assert few.locator(".more").count() == 0


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
