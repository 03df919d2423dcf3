"""Where an answer comes from, and as of when: in sight, in full, and on the clipboard."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.conftest import ROOT
from tests.web.chat import LIST, WHO, Chat, in_between
from tests.web.conftest import Visit
from tests.web.served import Vigie
from vigie.knowledge.load import load

TITLE = load(ROOT / "knowledge").source.title
COPIES = {"permissions": ["clipboard-read", "clipboard-write"]}
USAID = "Que fait l’USAID ?"


def chip(answer: Locator) -> str:
    """What is in sight of the source."""
    return answer.locator("summary").inner_text().replace("\u00a0", " ")


def clipboard(chat: Chat) -> str:
    found: str = chat.page.evaluate("navigator.clipboard.readText()")
    return found.replace("\u00a0", " ")


def test_the_date_of_the_document_is_in_sight_on_each_answer(chat: Chat) -> None:
    for question in (WHO, LIST, USAID):
        answer = chat.ask(question)
        assert re.search(r"Document 2016–2017 · .+, § \d", chip(answer)), question
        expect(answer.locator("summary")).to_be_visible()
        assert answer.locator("details").get_attribute("open") is None


def test_the_source_unfolds_to_place_and_title_and_its_citation_is_copied(visit: Visit) -> None:
    chat = visit(**COPIES).open()
    answer = chat.ask(USAID)
    answer.locator("summary").click()
    whole = answer.locator(".whole")
    for words in (TITLE, "Organes composant la PITF, § ", "octobre 2016"):
        expect(whole).to_contain_text(words)
    whole.get_by_role("button", name="Copier la citation").click()
    expect(chat.status()).to_have_text("Citation copiée.")
    copied = clipboard(chat)
    assert copied.startswith(TITLE) and "« Organes composant la PITF », § " in copied
    assert "entre octobre 2016 et la fin de 2017" in copied
    answer.get_by_role("button", name="Copier la réponse").click()
    expect(chat.status()).to_have_text("Réponse copiée.")
    assert TITLE in clipboard(chat), "an answer is worth little without the name of its source"


def test_an_update_stands_apart_with_its_own_source_and_date(chat: Chat) -> None:
    answer = chat.ask(USAID)
    update = answer.get_by_role("complementary", name="Depuis la rédaction")
    expect(update).to_contain_text("L’USAID a cessé")
    expect(update.locator("sup")).to_have_text("er")
    expect(update).to_contain_text("vérifié le 25 novembre 2026")
    link = update.get_by_role("link", name="statedept.substack.com")
    expect(link).to_have_attribute("href", re.compile("^https://statedept.substack.com/"))
    assert "Depuis la rédaction" not in answer.locator(".text").inner_text()
    over, under = answer.locator("summary").bounding_box(), update.bounding_box()
    assert over and under
    assert over["y"] + over["height"] <= under["y"], "the document's source is not the update's"


def test_what_comes_from_elsewhere_has_its_own_line_in_the_source(chat: Chat) -> None:
    answer = chat.ask(LIST)
    answer.locator("summary").click()
    elsewhere = answer.locator(".whole p", has_text="Hors du document")
    expect(elsewhere.first).to_contain_text("vérifié le 26 novembre 2026")
    assert elsewhere.first.get_by_role("link").get_attribute("href", timeout=0)


def test_an_address_that_no_browser_should_follow_is_not_linked(visit: Visit, vigie: Vigie) -> None:
    def poison(message: dict[str, object]) -> dict[str, object]:
        change = {"text": "Ouvrez-moi.", "url": "javascript:alert(1)", "checked_on": "2026-01-01"}
        paths = ("javascript:alert(1)", "//evil.example", "/\\evil.example", "/lois/tvpa")
        pages = [{"title": "Ouvrez-moi", "path": path} for path in paths]
        return {**message, "changes": [change], "sources": [change], "pages": pages}

    chat = visit(before=in_between(poison)).open()
    answer = chat.ask(USAID)
    hrefs = answer.locator("a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    others = [href for href in hrefs if not href.startswith(("https:", "tel:", "sms:"))]
    assert others == [f"{vigie.origin}/lois/tvpa"]


TABLE = {
    "columns": ["Le DoJ", "Le DHS"],
    "rows": [
        {"head": "Enquêtes", "cells": [["enquête"], ["enquête aux frontières"]]},
        {"head": "Le reste", "cells": [["poursuit", "forme"], []]},
    ],
}


def tabled(message: dict[str, object]) -> dict[str, object]:
    part = {"lead": "Côte à côte :", "items": ["x", "y"], "after": "Fin.", "table": TABLE}
    return {**message, "answers": [part]}


def test_a_comparison_is_a_table_that_a_phone_stacks(visit: Visit) -> None:
    wide = visit(before=in_between(tabled)).open()
    answer = wide.ask(WHO)
    expect(answer.get_by_role("columnheader")).to_have_text(["Le DoJ", "Le DHS"])
    expect(answer.get_by_role("rowheader")).to_have_text(["Enquêtes", "Le reste"])
    assert answer.locator(".text").get_by_role("listitem").count() == 0
    boxes = [cell.bounding_box() for cell in answer.get_by_role("cell").all()[:2]]
    assert boxes[0] and boxes[1]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 1, "side by side"
    phone = visit(before=in_between(tabled), viewport={"width": 360, "height": 740}).open()
    answer = phone.ask(WHO)
    cells = answer.get_by_role("cell")
    expect(cells).to_have_count(4)
    boxes = [cell.bounding_box() for cell in cells.all()[:2]]
    assert boxes[0] and boxes[1]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"] + 1, "one below the other"
    named = cells.nth(1).evaluate("(e) => getComputedStyle(e, '::before').content")
    assert "Le DHS" in named
