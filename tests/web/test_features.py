"""What people see and do, against the real server."""

from __future__ import annotations

import re
import signal
from pathlib import Path

from playwright.sync_api import expect

from tests.web.chat import LAUNCH, LIST, VAGUE, WHO, Chat
from tests.web.conftest import Visit
from tests.web.served import Site, Vigie


def test_the_greeting_says_robot_what_is_kept_and_offers_questions(chat: Chat) -> None:
    greeting = chat.page.locator(".greeting")
    for words in ("un robot", "effacée au bout d’une heure", "un seul document"):
        expect(greeting).to_contain_text(words)
    first = greeting.get_by_role("button").first
    asked = first.inner_text()
    first.click()
    expect(chat.mine).to_contain_text(asked)
    expect(chat.answers).to_have_count(1)


def test_a_list_is_a_list_and_its_source_folds(chat: Chat) -> None:
    answer = chat.ask(LIST)
    assert answer.get_by_role("listitem").count() >= 2
    whole = answer.locator(".whole")
    expect(whole).to_be_hidden()
    answer.locator("summary").click()
    expect(whole).to_be_visible()
    expect(whole).to_contain_text("Texte rédigé entre octobre 2016 et la fin de 2017")
    assert re.search(r"\d h \d\d", answer.locator("time").inner_text().replace("\u00a0", " "))


def test_a_choice_is_a_button_and_is_taken_once(chat: Chat) -> None:
    answer = chat.ask(VAGUE)
    offered = answer.locator(".choice")
    assert offered.count() >= 2
    title = offered.first.inner_text()
    offered.first.click()
    expect(chat.answers).to_have_count(2)
    expect(chat.mine.last).to_contain_text(title)
    expect(offered.first).to_be_disabled()
    expect(offered.first).to_have_attribute("aria-pressed", "true")
    expect(chat.answers.last).not_to_contain_text("plus valable")


def test_enter_sends_and_shift_enter_goes_to_the_next_line(chat: Chat) -> None:
    chat.field.press_sequentially("Qui préside")
    chat.field.press("Shift+Enter")
    chat.field.press_sequentially("la PITF ?")
    expect(chat.field).to_have_value("Qui préside\nla PITF ?")
    expect(chat.mine).to_have_count(0)
    chat.field.press("Enter")
    expect(chat.field).to_have_value("")
    expect(chat.mine).to_have_count(1)
    expect(chat.answers).to_have_count(1)


def test_an_opinion_is_given_once_and_counted(chat: Chat, vigie: object) -> None:
    answer = chat.ask(WHO)
    up = answer.get_by_role("button", name="Cette réponse m’aide", exact=True)
    up.click()
    expect(up).to_have_attribute("aria-pressed", "true")
    expect(chat.status()).to_have_text("Merci de votre avis.")
    down = answer.get_by_role("button", name="Cette réponse ne m’aide pas")
    down.click(force=True)
    expect(down).to_have_attribute("aria-pressed", "false")


def test_an_answer_is_copied(visit: Visit) -> None:
    chat = visit(permissions=["clipboard-read", "clipboard-write"]).open()
    answer = chat.ask(WHO)
    answer.get_by_role("button", name="Copier la réponse").click()
    expect(chat.status()).to_have_text("Réponse copiée.")
    copied = chat.page.evaluate("navigator.clipboard.readText()")
    assert answer.locator("p").nth(1).inner_text().split()[0] in copied
    assert "Source" in copied


def test_saving_warns_first_and_gives_a_text_file(chat: Chat, tmp_path: Path) -> None:
    chat.ask(WHO)
    chat.page.get_by_role("button", name="Enregistrer (.txt)").click()
    warning = chat.page.get_by_role("alertdialog")
    expect(warning).to_contain_text("toute personne qui s’en sert pourra le lire")
    chat.page.keyboard.press("Escape")
    expect(warning).to_be_hidden()
    chat.page.get_by_role("button", name="Enregistrer (.txt)").click()
    with chat.page.expect_download() as given:
        warning.get_by_role("button", name="Enregistrer (.txt)").click()
    given.value.save_as(tmp_path / "file.txt")
    text = (tmp_path / "file.txt").read_text("utf-8")
    assert text.startswith("Conversation avec Vigie")
    assert WHO.replace(" ?", "") in text
    assert "Source" in text


def test_printing_shows_the_conversation_alone(chat: Chat) -> None:
    chat.ask(WHO)
    page = chat.page
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Imprimer").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Imprimer").click()
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    expect(chat.answers.first).to_be_visible()
    for hidden in (chat.field, page.locator(".exit"), page.get_by_text("Une page quelconque.")):
        expect(hidden).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1, "no empty first page"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_text("Une page quelconque.")).to_be_visible()
    expect(chat.panel).to_be_hidden()  # the page's own print has no chat in it


def test_clearing_empties_the_page_and_the_server(chat: Chat) -> None:
    chat.ask(WHO)
    chat.page.get_by_role("button", name="Effacer la conversation").click()
    expect(chat.answers).to_have_count(0)
    expect(chat.status()).to_have_text("Conversation effacée.")
    assert chat.focused() == "question"
    chat.page.reload()
    chat.online()
    expect(chat.mine).to_have_count(0)
    answer = chat.ask("et lui ?")
    expect(answer).not_to_contain_text("PITF est")


def test_a_session_goes_on_over_the_pages_of_a_tab_and_not_in_another(visit: Visit) -> None:
    chat = visit().open()
    chat.ask(WHO)
    chat.field.fill("à moitié éc")
    chat.page.goto(chat.page.url + "?autre")
    expect(chat.answers).to_have_count(1)
    expect(chat.mine).to_contain_text("Qui préside")
    expect(chat.field).to_have_value("à moitié éc")
    other = visit(context=chat.page.context)
    expect(other.panel).to_be_hidden()
    assert other.kept() == {}


def test_what_comes_while_closed_is_counted_in_the_launcher_s_name(
    visit: Visit, vigie: Vigie
) -> None:
    chat = visit()
    expect(chat.launcher).to_have_accessible_name(LAUNCH)
    chat.open()
    chat.online()
    vigie.signal(signal.SIGSTOP)  # answers only once the panel is closed
    chat.send(WHO)
    chat.page.keyboard.press("Escape")
    vigie.signal(signal.SIGCONT)
    expect(chat.launcher).to_have_accessible_name(f"{LAUNCH}, 1 message non lu")
    expect(chat.status()).to_have_text("1 message non lu")
    expect(chat.page.locator(".unread")).to_have_text("1")
    chat.page.reload()
    expect(chat.launcher).to_have_accessible_name(re.compile("1 message non lu"))
    chat.open()
    chat.page.keyboard.press("Escape")
    expect(chat.launcher).to_have_accessible_name(LAUNCH)


def test_help_is_one_tap_away_and_in_distress_comes_first(chat: Chat) -> None:
    links = chat.page.locator(".help a")
    assert [link.get_attribute("href") for link in links.all()] == [
        "tel:+18883737888",
        "sms:233733",
        "tel:911",
    ]
    answer = chat.ask("au secours, il va me tuer")
    calls = [link.get_attribute("href") for link in answer.locator(".call").all()]
    assert calls[0] == "tel:911"
    assert set(calls) == {"tel:911", "tel:+18883737888", "sms:233733"}
    assert answer.locator(".small").count() == 1, "no thumbs under a cry for help"


def test_a_cry_in_another_language_turns_the_safety_texts_to_it(chat: Chat) -> None:
    answer = chat.ask("help me, he locked me in")
    expect(answer.locator(".text")).to_have_attribute("lang", "en")
    expect(chat.page.locator(".exit")).to_have_accessible_name("Leave now, leave this site")
    expect(chat.page.locator(".help")).to_contain_text("Need help?")


def test_attributes_say_how_it_looks(visit: Visit) -> None:
    chat = visit()
    chat.page.evaluate(
        """() => { const chat = document.querySelector("vigie-chat");
        for (const [name, value] of Object.entries({title: "Nos réponses", lang: "es",
          greeting: "Bienvenue.", position: "bottom-left"})) chat.setAttribute(name, value); }"""
    )
    box = chat.launcher.bounding_box()
    assert box
    assert box["x"] < 100
    chat.open()
    expect(chat.page.get_by_role("heading", name="Nos réponses")).to_be_visible()
    assert chat.element.get_attribute("title") is None, "it would be a tooltip over everything"
    expect(chat.page.locator(".greeting")).to_contain_text("Bienvenue.")
    expect(chat.page.locator(".exit")).to_have_accessible_name("Salir ya de este sitio")


def test_an_answer_leads_on_to_questions_that_are_answered(chat: Chat) -> None:
    answer = chat.ask("Que fait le DoJ ?")
    offered = answer.locator(".follow button")
    assert 2 <= offered.count() <= 3
    asked = offered.first.inner_text()
    offered.first.click()
    expect(chat.answers).to_have_count(2)
    expect(chat.mine.last).to_contain_text(asked)
    expect(chat.answers.last.locator("summary")).to_contain_text("Document 2016–2017")
    expect(answer.locator(".follow")).to_have_count(0)  # only below the last answer
    expect(chat.field).to_be_focused()


def test_choices_have_full_names_and_lead_to_the_others(chat: Chat) -> None:
    offered = chat.ask(VAGUE).locator(".choice")
    expect(offered).to_have_count(7)
    expect(offered.first).to_have_text("Le département d’État")
    offered.last.click()
    expect(chat.mine.last).to_contain_text("Voir les autres")
    expect(chat.answers).to_have_count(2)
    chat.answers.last.get_by_role("button", name="Le département du Travail").click()
    expect(chat.answers).to_have_count(3)
    expect(chat.answers.last).to_contain_text("(DoL)")


def test_a_comparison_of_the_server_is_a_table(chat: Chat) -> None:
    answer = chat.ask("Compare le DoJ et le DHS")
    heads = answer.get_by_role("columnheader")
    expect(heads).to_have_text([re.compile("Justice"), re.compile("Sécurité intérieure")])
    expect(answer.get_by_role("rowheader").first).to_be_visible()
    assert "enquête" in answer.get_by_role("table").inner_text()


def test_an_answer_leads_to_the_pages_on_what_it_tells(visit: Visit, vigie: Vigie) -> None:
    chat = visit().open()
    answer = chat.ask("Que fait le département du Travail ?")
    link = answer.locator(".follow").get_by_role("link", name="Département du Travail (DoL)")
    assert link.get_attribute("href") == f"{vigie.origin}/organismes/dol"
    assert vigie.get("/organismes/dol").status == 200
    expect(answer.locator(".sheet")).to_contain_text("Page\u00a0:")
    chat.ask("Qui enquête sur la traite ?")
    expect(chat.answers.last.locator(".sheet a")).to_have_attribute(
        "href", f"{vigie.origin}/sujets/investigation"
    )
    expect(answer.locator(".sheet")).to_have_count(0)  # only below the last answer


def test_on_another_site_the_pages_are_still_those_of_the_service(
    visit: Visit, vigie: Vigie, friend: Site
) -> None:
    friend.pages["/"] = (
        f'<!doctype html><html lang="fr"><title>x</title><script src="{vigie.origin}/widget.js"></script>'
    )
    chat = visit("/", origin=friend.origin).open()
    answer = chat.ask(WHO)
    link = answer.locator(".sheet a").first
    assert link.get_attribute("href") == f"{vigie.origin}/organismes/dos"
