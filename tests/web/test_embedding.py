"""In other people's pages: the example of web/README.md, and pages where something is missing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web.chat import SECONDS, WEB, WHO, block
from tests.web.conftest import Visit
from tests.web.served import Site, Vigie

NUMBERS = ["tel:+18883737888", "sms:233733", "tel:911"]


def example(vigie: Vigie) -> str:
    """The page of web/example, for the server of the tests."""
    page = (WEB / "example" / "index.html").read_text("utf-8")
    return page.replace("127.0.0.1:5005", f"127.0.0.1:{vigie.port}")


def test_the_example_works_from_another_origin_under_its_own_policy(
    visit: Visit, vigie: Vigie, friend: Site
) -> None:
    friend.pages["/"] = example(vigie)
    chat = visit("/", origin=friend.origin).open()
    asked: list[str] = []
    chat.page.on("request", lambda request: asked.append(request.url))
    assert "PITF" in chat.ask(WHO).inner_text()
    expect(chat.page.get_by_role("heading", name="Vos questions")).to_be_visible()
    box = chat.panel.bounding_box()
    assert box
    assert box["x"] < 100
    chat.page.reload()
    expect(chat.answers).to_have_count(1)
    hosts = (vigie.origin + "/", friend.origin + "/")
    assert [url for url in asked if not url.startswith(hosts)] == []
    assert chat.page.context.cookies() == []


def test_the_guide_shows_the_tag_and_names_the_example() -> None:
    guide = (WEB / "README.md").read_text("utf-8")
    assert '<script src="https://vigie.example.org/widget.js" defer></script>' in guide
    assert "web/example" in guide


@pytest.mark.parametrize(
    "name",
    ["title", "lang", "greeting", "position", "server", "exit-url", "inline", "theme", "accent"],
)
def test_every_attribute_is_in_the_guide(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", (WEB / "README.md").read_text("utf-8"), re.M)


def test_a_page_may_have_the_script_twice(visit: Visit, vigie: Vigie, friend: Site) -> None:
    """From a shortcode and from a footer: one element, that waits for nothing more."""
    script = f'<script src="{vigie.origin}/widget.js" defer></script>'
    friend.pages["/"] = f"""<!doctype html><html lang="fr"><title>x</title><body>
        <vigie-chat inline></vigie-chat>{script}{script}"""
    chat = visit("/", origin=friend.origin).online()
    # As late as a tag that another script puts in.
    chat.page.evaluate(
        """(src) => new Promise((done) => { const late = document.createElement("script");
        late.src = src; late.onload = done; document.body.append(late); })""",
        f"{vigie.origin}/widget.js",
    )
    expect(chat.element).to_have_count(1)
    assert chat.element.get_attribute("loading") is None
    assert "PITF" in chat.ask(WHO).inner_text()


def test_attributes_of_the_tag_reach_the_launcher(visit: Visit, vigie: Vigie, friend: Site) -> None:
    friend.pages["/"] = f"""<!doctype html><html lang="fr"><title>x</title><body>
        <script src="{vigie.origin}/widget.js" data-lang="es" data-greeting="Bienvenue."
        data-exit-url="/ailleurs"></script>"""
    friend.pages["/ailleurs"] = "ailleurs"
    chat = visit("/", origin=friend.origin).open()
    expect(chat.page.locator(".greeting")).to_contain_text("Bienvenue.")
    chat.page.get_by_role("button", name="Salir ya de este sitio").click()
    expect(chat.page.locator("body")).to_have_text("ailleurs")


def test_an_element_may_name_another_server_than_its_script_s(
    visit: Visit, vigie: Vigie, friend: Site
) -> None:
    """A site that keeps a copy of the files, and the address of Vigie in `server`."""
    for name in ("widget.js", "vigie-chat.js"):
        friend.pages[f"/{'' if name == 'widget.js' else 'widget/'}{name}"] = (
            WEB / "dist" / name
        ).read_text("utf-8")
    friend.kinds[".js"] = "text/javascript"
    friend.pages["/"] = f"""<!doctype html><html lang="fr"><title>x</title><body>
        <vigie-chat inline server="{vigie.origin}/"></vigie-chat><script src="/widget.js"></script>"""
    chat = visit("/", origin=friend.origin)
    assert "PITF" in chat.ask(WHO).inner_text()


def test_without_javascript_the_page_shows_whom_to_call(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False).page
    fallback = page.locator("vigie-chat .fallback")
    expect(fallback).to_be_visible()
    expect(fallback).to_contain_text("L’assistant ne s’affiche pas")
    links = [link.get_attribute("href") for link in fallback.locator("a").all()]
    assert links == [*NUMBERS, "https://fr.wikipedia.org/"]  # and a way out


def test_without_the_script_the_page_shows_whom_to_call(visit: Visit) -> None:
    chat = visit("/", before=lambda page: page.route("**/widget.js", lambda r: r.abort()))
    expect(chat.element.locator(".fallback")).to_be_visible()


def test_without_the_component_the_launcher_becomes_the_hotline(visit: Visit) -> None:
    chat = visit(before=lambda page: page.route("**/vigie-chat.js*", lambda r: r.abort()))
    link = chat.element.get_by_role("link", name="1-888-373-7888")
    expect(link).to_have_attribute("href", NUMBERS[0])
    expect(link).to_be_in_viewport()


def test_with_the_server_down_the_page_s_own_words_show_in_the_panel(visit: Visit) -> None:
    chat = visit("/", before=block)
    expect(chat.page.locator(".down")).to_be_visible(timeout=SECONDS)
    fallback = chat.element.locator(".fallback")
    expect(fallback).to_be_visible()
    links = [link.get_attribute("href") for link in fallback.locator("a:visible").all()]
    assert links == NUMBERS


def test_an_element_that_is_taken_out_and_put_back_goes_on(visit: Visit) -> None:
    """As frameworks do that draw pages anew."""
    chat = visit().open()
    chat.ask(WHO)
    chat.page.evaluate(
        """() => { const chat = document.querySelector("vigie-chat");
        chat.remove(); document.body.append(chat); }"""
    )
    chat.online()
    expect(chat.answers).to_have_count(1)
    chat.ask("et qui en est membre ?")
    expect(chat.answers).to_have_count(2)
