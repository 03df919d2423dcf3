"""WCAG 2.2 AA, as far as a browser can tell: see the table in web/README.md."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.web.chat import LIST, URGENT, VAGUE, Chat, block, violations
from tests.web.conftest import Visit

SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@SCHEMES
@pytest.mark.parametrize("path", ["/", "/float"])
def test_axe_finds_nothing_before_anything_is_said(visit: Visit, path: str, scheme: str) -> None:
    chat = visit(path, color_scheme=scheme, reduced_motion="reduce")
    (chat.launcher if path == "/float" else chat.panel).wait_for()
    assert violations(chat.page) == []
    if path == "/float":
        chat.open()
        assert violations(chat.page) == []


@SCHEMES
def test_axe_finds_nothing_in_a_conversation(visit: Visit, scheme: str) -> None:
    chat = visit(color_scheme=scheme, reduced_motion="reduce").open()
    chat.ask(LIST).locator("summary").click()
    assert violations(chat.page) == [], "list and source"
    chat.ask(VAGUE)
    assert violations(chat.page) == [], "choices"
    chat.ask(URGENT)
    assert violations(chat.page) == [], "distress"
    chat.page.get_by_role("button", name="Enregistrer (.txt)").click()
    assert violations(chat.page) == [], "warning"


@SCHEMES
def test_axe_finds_nothing_when_the_server_is_gone(visit: Visit, scheme: str) -> None:
    chat = visit(color_scheme=scheme, reduced_motion="reduce", before=block).open()
    expect(chat.page.locator(".down")).to_be_visible(timeout=20_000)
    assert violations(chat.page) == []


def test_the_panel_s_parts_have_names_and_roles(chat: Chat) -> None:
    page = chat.page
    expect(page.get_by_role("dialog", name="Vigie, assistant automatique")).to_be_visible()
    expect(page.get_by_role("log", name="Conversation avec Vigie")).to_be_visible()
    expect(page.get_by_role("textbox", name="Votre question")).to_be_visible()
    expect(page.get_by_role("group", name="Aide aux victimes, aux États-Unis")).to_be_visible()
    expect(page.get_by_role("link", name="Appeler le 1-888-373-7888")).to_be_visible()
    expect(chat.field).to_have_accessible_description(
        "Entrée pour envoyer, Maj + Entrée pour aller à la ligne."
    )


def test_names_in_english_are_marked_as_english(chat: Chat) -> None:
    answer = chat.ask(LIST)
    english = answer.locator('[lang="en"]')
    assert "Trafficking in Persons Report" in english.all_inner_texts()
    expect(answer.locator(".text")).to_have_attribute("lang", "fr")


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
