"""What a page that embeds it can ask for, what a reader can, and in which language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.chat import LIST, SECONDS, VAGUE, WHO, Chat, block, violations
from tests.web.conftest import Visit
from tests.web.test_accessibility import luminance

PAPER = """
() => getComputedStyle(document.querySelector("vigie-chat").shadowRoot.querySelector(".panel"))
  .backgroundColor
"""
# The names of what happened, and all that came with it.
EVENTS = """
window.events = [];
document.addEventListener("DOMContentLoaded", () => {
  const watch = new MutationObserver(() => { const chat = document.querySelector("vigie-chat");
    if (!chat) return;
    watch.disconnect();
    for (const name of ["open", "close", "ready", "error"]) chat.addEventListener(name, (event) =>
      window.events.push([name, Object.keys(event), event.detail ?? null, event.constructor.name]));
  });
  watch.observe(document, { childList: true, subtree: true }); });
"""


def set_attributes(chat: Chat, **values: str) -> None:
    chat.page.evaluate(
        """(values) => { const chat = document.querySelector("vigie-chat");
        for (const [name, value] of Object.entries(values)) chat.setAttribute(name, value); }""",
        values,
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_of_the_page_wins_over_that_of_the_system(visit: Visit, theme: str) -> None:
    other = "dark" if theme == "light" else "light"
    chat = visit(color_scheme=other, reduced_motion="reduce").open()
    before = chat.page.evaluate(PAPER)
    set_attributes(chat, theme=theme)
    after = chat.page.evaluate(PAPER)
    assert after != before
    assert (luminance(after) > 0.5) == (theme == "light")
    chat.ask(LIST).locator("summary").click()
    assert violations(chat.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("accent", ["#7a1f5c", "#ffe680", "#000", "#fff"])
def test_an_accent_colours_what_acts_and_can_be_read(
    visit: Visit, accent: str, scheme: str
) -> None:
    chat = visit(color_scheme=scheme, reduced_motion="reduce")
    chat.launcher.wait_for()
    before = chat.launcher.evaluate("(e) => getComputedStyle(e).backgroundColor")
    set_attributes(chat, accent=accent)
    chat.page.wait_for_timeout(50)
    given = chat.launcher.evaluate("(e) => getComputedStyle(e).backgroundColor")
    assert given != before
    chat.open()
    chat.ask(VAGUE)
    chat.answers.last.locator(".choice").first.hover()
    assert violations(chat.page) == []
    if accent == "#7a1f5c":
        assert given == "rgb(122, 31, 92)", "a colour that can be read is taken as it is"
    set_attributes(chat, accent="url(https://elsewhere.example/)")
    chat.page.wait_for_timeout(50)
    chat.page.keyboard.press("Escape")
    assert chat.launcher.evaluate("(e) => getComputedStyle(e).backgroundColor") == before


def test_more_contrast_is_given_to_whoever_asks_for_it(visit: Visit) -> None:
    def contrast(chat: Chat) -> float:
        soft, paper = chat.page.evaluate(
            """() => { const root = document.querySelector("vigie-chat").shadowRoot;
            const of = (name, what) => getComputedStyle(root.querySelector(name))[what];
            return [of(".meta", "color"), of(".panel", "backgroundColor")]; }"""
        )
        low, high = sorted((luminance(soft), luminance(paper)))
        return (high + 0.05) / (low + 0.05)

    for scheme in ("light", "dark"):
        assert contrast(visit(color_scheme=scheme, contrast="no-preference").open()) < 9
        chat = visit(color_scheme=scheme, contrast="more").open()
        assert contrast(chat) > 12
        chat.ask(VAGUE)
        assert violations(chat.page) == []


def test_the_page_is_told_what_happens_and_nothing_that_is_said(visit: Visit) -> None:
    chat = visit(before=lambda page: page.add_init_script(EVENTS))
    chat.open()
    chat.ask(WHO)
    chat.page.keyboard.press("Escape")
    seen = chat.page.evaluate("window.events")
    assert [name for name, *_ in seen] == ["ready", "open", "close"]
    assert {(tuple(keys), detail, kind) for _, keys, detail, kind in seen} == {
        (("isTrusted",), None, "Event")
    }


def test_the_page_is_told_that_nobody_answers(visit: Visit) -> None:
    def before(page: Page) -> None:
        page.add_init_script(EVENTS)
        block(page)

    chat = visit(before=before).open()
    expect(chat.page.locator(".down")).to_be_visible(timeout=SECONDS)
    names = [name for name, *_ in chat.page.evaluate("window.events")]
    assert names == ["ready", "open", "error"]


@pytest.mark.parametrize("path", ["/", "/float"])
def test_a_link_may_bring_a_question_which_is_not_sent(visit: Visit, path: str) -> None:
    chat = visit(f"{path}#q=Qui%20aide%20les%20victimes%C2%A0%3F").online()
    expect(chat.field).to_have_value("Qui aide les victimes\u00a0?")
    expect(chat.mine).to_have_count(0)
    assert "#" not in chat.page.url, "what was asked stays in no history"
    chat.page.evaluate("location.hash = '#q=et+les+routiers'")
    expect(chat.field).to_have_value("et les routiers")
    chat.field.press("Enter")
    expect(chat.answers).to_have_count(1)


CRIES = {
    "en": ("help me, he locked me in", "Ask", "Erase the conversation", "Need help?"),
    "es": ("ayúdeme, me tiene encerrada", "Su pregunta", "Borrar la conversación", "Salir ya"),
    "ht": ("ede m, yo fèmen m nan kay la", "Kesyon ou", "Efase konvèsasyon an", "Soti vit"),
}


@pytest.mark.parametrize("lang", CRIES)
def test_the_whole_interface_turns_to_the_language_of_a_cry(visit: Visit, lang: str) -> None:
    cry, _, erase, safe = CRIES[lang]
    chat = visit(reduced_motion="reduce").open()
    answer = chat.ask(cry)
    expect(chat.panel).to_have_attribute("lang", lang)
    expect(chat.page.get_by_role("button", name=erase)).to_be_visible()
    expect(chat.panel).to_contain_text(safe)
    french = re.compile("Effacer|Votre|Fermer|Envoyer|Imprimer|Copier")
    names = chat.panel.evaluate(
        """(panel) => [...panel.querySelectorAll("button, textarea, [aria-label]")]
        .map((e) => (e.getAttribute("aria-label") ?? "") + (e.getAttribute("placeholder") ?? ""))"""
    )
    assert [name for name in names if french.search(name)] == []
    italic = answer.locator(".call").first.evaluate("(e) => getComputedStyle(e).fontStyle")
    assert italic == "normal"
    assert violations(chat.page) == []


def test_a_question_in_english_turns_the_interface_and_two_in_french_turn_it_back(
    visit: Visit,
) -> None:
    chat = visit().open()
    chat.ask("Who chairs the PITF?")
    expect(chat.panel).to_have_attribute("lang", "en")
    expect(chat.page.locator(".exit")).to_contain_text("Leave now")
    chat.ask(WHO)
    expect(chat.panel).to_have_attribute("lang", "en")
    chat.ask(LIST)
    expect(chat.panel).to_have_attribute("lang", "fr")


def test_the_safety_texts_need_no_other_file(visit: Visit) -> None:
    chat = visit(before=lambda page: page.route("**/words.js*", lambda r: r.abort())).open()
    chat.ask(CRIES["es"][0])
    expect(chat.page.locator(".exit")).to_have_accessible_name("Salir ya de este sitio")
    expect(chat.page.locator(".help")).to_contain_text("¿Necesita ayuda?")
    expect(chat.panel).to_have_attribute("lang", "fr")  # what is left in French is said to be so


def test_french_speakers_load_no_other_language(visit: Visit) -> None:
    asked: list[str] = []
    chat = visit(before=lambda page: page.on("request", lambda r: asked.append(r.url))).open()
    chat.ask(WHO)
    assert not [url for url in asked if "words.js" in url]
    set_attributes(chat, lang="en")
    expect(chat.page.get_by_role("textbox", name="Your question")).to_be_visible()
