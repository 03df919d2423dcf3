"""The pages of the knowledge: all of it is there, with its sources, and every link leads on."""

from __future__ import annotations

import json
import re
from datetime import date
from urllib.parse import unquote

import msgspec
import pytest

from tests.pages.reading import BASE, Reader, knowledge, read, site
from vigie.answers.grammar import capital
from vigie.answers.typography import typeset
from vigie.knowledge.model.organisations import Agency
from vigie.knowledge.query import Index
from vigie.pages.answered import NUMBERS
from vigie.pages.book import site as short
from vigie.pages.site import Site
from vigie.server import pages as files

PATHS = site().paths
LISTS = [path for path in PATHS if path.count("/") == 1]
INDEX = Index(knowledge())


def page_of(ident: str) -> Reader:
    (path,) = [path for path in PATHS if path.endswith(f"/{ident}") and "sujets" not in path]
    return read(path)


def test_the_lists_are_where_people_linked_to_them() -> None:
    slugs = "organismes instances comites rapports programmes lois sujets structure"
    assert [path.strip("/") for path in LISTS] == slugs.split()


def test_everything_has_a_page() -> None:
    things = [e.id for e in knowledge().entities if INDEX.kind(e) != "context"]
    assert len(PATHS) == len(set(PATHS)) == len(things) + len(knowledge().topics) + 8
    assert {f"/sujets/{topic.id}" for topic in knowledge().topics} <= set(PATHS)
    assert [len(page_of(ident).all("h1")) for ident in things] == [1] * len(things)


@pytest.mark.parametrize(
    "agency", [a for a in knowledge().agencies if a.duties], ids=lambda a: a.id
)
def test_an_agency_is_told_with_the_place_and_the_topics_of_each_duty(agency: Agency) -> None:
    page = page_of(agency.id)
    titles = {section.id: section.title for section in knowledge().source.sections}
    for duty in agency.duties:
        told = typeset(capital(duty.does))
        assert told in page.text
        assert f"{titles[duty.place.section]}, §\u00a0{duty.place.paragraph}" in unspaced(page)
        for topic in duty.topics:
            assert page.all("a", href=f"/sujets/{topic}")
            assert told in read(f"/sujets/{topic}").text
            assert read(f"/sujets/{topic}").all("a", href=f"/organismes/{agency.id}")


def unspaced(page: Reader) -> str:
    """The text with the spaces that the page has, those that do not break included."""
    return " ".join(re.sub(r"[ \n]+", " ", text) for _, text in page.said)


def test_an_agency_that_is_only_named_says_so() -> None:
    named = [agency for agency in knowledge().agencies if not agency.duties]
    assert named
    for agency in named:
        assert "Le document nomme cet organisme, sans dire ce qu’il fait" in page_of(agency.id).text


@pytest.mark.parametrize("path", PATHS)
def test_every_link_leads_somewhere(path: str) -> None:
    page = read(path)
    ids = {one.attributes["id"] for one in page.elements if "id" in one.attributes}
    known = {*PATHS, *files.FILES, "/"}
    for link in page.all("a"):
        href = link.attributes["href"]
        if href.startswith("#"):
            assert href[1:] in ids
        elif href.startswith("/#q="):
            assert unquote(href[4:]) == "".join(link.texts)
        elif href.startswith("/"):
            assert href in known, f"{path} links to {href}"
        else:
            assert re.match(r"https?://|tel:|sms:", href)
    assert len(ids) == len([one for one in page.elements if "id" in one.attributes])


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_nothing_of_anybody_else(path: str) -> None:
    page = read(path)
    for element in page.elements:
        if element.tag == "a" or element.attributes.get("rel") == "canonical":
            continue
        asked = [element.attributes.get(name, "/") for name in ("src", "href", "action")]
        assert all(one.startswith("/") and not one.startswith("//") for one in asked), asked
        assert "style" not in element.attributes and not any(
            name.startswith("on") for name in element.attributes
        )


@pytest.mark.parametrize("path", PATHS)
def test_help_and_the_way_out_are_on_every_page(path: str) -> None:
    page = read(path)
    safety = knowledge().safety
    hrefs = [link.attributes["href"] for link in page.all("a")]
    assert {
        safety.phone: f"tel:+{safety.phone.replace('-', '')}",
        safety.sms: f"sms:{safety.sms}",
        safety.emergency: f"tel:{safety.emergency}",
    } == NUMBERS
    assert set(NUMBERS.values()) <= set(hrefs)
    (leave,) = [link for link in page.all("a") if "data-exit" in link.attributes]
    assert (leave.text, leave.own("rel")) == ("Quitter vite", "noreferrer nofollow")
    assert page.one("script", src="/page/exit.js")


@pytest.mark.parametrize("path", PATHS)
def test_the_french_is_typeset_and_the_english_is_marked(path: str) -> None:
    page = read(path)
    names = sorted((e.name.en for e in knowledge().entities if e.name.en), key=len)
    for element, text in page.said:
        if element.tag == "script" or element.own("lang") == "en":
            continue
        assert text == typeset(text), f"{path}: {text}"
        foreign = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        cited = element.own("href").startswith("http")  # the titles of pages of other sites
        assert cited or element.tag == "title" or foreign == [], f"{path}: {foreign}"


@pytest.mark.parametrize("path", PATHS)
def test_the_head_names_the_page_once_and_for_all(path: str) -> None:
    page = read(path)
    assert page.one("html").attributes["lang"] == "fr"
    assert page.one("link", rel="canonical").attributes["href"] == BASE + path
    summary = page.one("meta", name="description").attributes["content"]
    assert len(summary) > 20 and summary == typeset(summary)
    assert page.one("title").text == f"{page.one('h1').text} – Vigie"
    crumbs = [link.attributes["href"] for link in page.all("a") if within(link, "Fil d’Ariane")]
    assert crumbs == ["/", *([f"/{path.split('/')[1]}"] if path not in LISTS else [])]


def within(element: object, label: str) -> bool:
    while element is not None:
        if getattr(element, "attributes", {}).get("aria-label") == label:
            return True
        element = getattr(element, "above", None)
    return False


def test_no_two_pages_have_one_title() -> None:
    titles = [read(path).one("title").text for path in PATHS]
    twice = {title for title in titles if titles.count(title) > 1}
    # a programme and a topic may be called the same; their kind stands above the heading
    assert all(title for title in twice) and len(twice) <= 2, twice


@pytest.mark.parametrize("path", PATHS)
def test_machines_are_told_what_people_are(path: str) -> None:
    page = read(path)
    told = json.loads(page.one("script", type="application/ld+json").texts[0])
    assert told["@context"] == "https://schema.org"
    assert told["name"] == page.one("h1").text
    trail = told["breadcrumb"]["itemListElement"]
    assert [one["item"] for one in trail][-1] == BASE + path
    addresses = re.findall(r'"(?:@id|item)": "([^"]+)"', json.dumps(told))
    assert addresses and all(one.startswith(BASE) for one in addresses)
    if path.startswith(("/organismes/", "/instances/", "/comites/")):
        assert told["mainEntity"]["@type"] == "GovernmentOrganization"


def test_what_changed_stands_apart_with_both_its_sources_and_its_day() -> None:
    told = page_of("usaid").text
    (update,) = [
        one for one in knowledge().updates if one.about == "usaid" and one.status == "confirmed"
    ]
    assert typeset(update.text)[1:] in told.partition("Depuis la rédaction")[2]
    for url in (update.url, *update.confirmed_by):
        assert page_of("usaid").all("a", href=url) and short(url) in told
    assert "vérifié le 25 novembre 2026" in told


def test_a_draft_never_shows() -> None:
    drafts = [typeset(one.text) for one in knowledge().updates if one.status == "draft"]
    assert drafts
    assert [d for d in drafts for path in PATHS if d[1:] in read(path).text] == []


def test_a_change_shows_where_its_thing_is_named_only_if_it_is_made_to() -> None:
    named = "cessé le 1er juillet 2025"
    assert all(
        named in read(path).text for path in ("/organismes", "/structure", "/sujets/research")
    )
    subject = "Department of War"
    assert subject in page_of("dod").text
    assert subject not in read("/organismes").text and subject not in read("/structure").text
    ended = "ont pris fin en mars 2025"  # of one of its topics alone
    assert ended in read("/sujets/child_labour").text and ended not in read("/sujets/unions").text


def test_a_change_that_was_checked_later_does_not_show_yet() -> None:
    early = Site(knowledge, BASE, lambda: date(2026, 11, 1))
    early.prepare()()
    assert "Depuis la rédaction" not in (early.html("/organismes/usaid") or "")


def test_the_sitemap_lists_every_page_and_robots_are_sent_to_it() -> None:
    listed = re.findall(r"<loc>([^<]+)</loc>", site().sitemap("http://elsewhere"))
    assert listed == [BASE + path for path in PATHS]
    robots = site().robots("http://elsewhere")
    assert f"Sitemap: {BASE}/sitemap.xml" in robots and "Disallow: /question" in robots
    nameless = Site(knowledge)
    nameless.prepare()()
    assert "<loc>http://here/organismes</loc>" in nameless.sitemap("http://here")
    assert 'rel="canonical" href="/organismes"' in (nameless.html("/organismes") or "")


def test_new_knowledge_is_shown_once_it_is_adopted_and_a_fault_leaves_the_old() -> None:
    now = [knowledge()]
    changing = Site(lambda: now[0], BASE)
    changing.prepare()()
    assert "Pages jaunes" not in (changing.html("/organismes/dos") or "")
    dos, *others = knowledge().agencies
    name = msgspec.structs.replace(dos.name, fr="bureau <b> des Pages jaunes")
    now[0] = msgspec.structs.replace(
        knowledge(), agencies=(msgspec.structs.replace(dos, name=name), *others)
    )
    adopt = changing.prepare()
    assert "Pages jaunes" not in (changing.html("/organismes/dos") or "")
    adopt()
    assert "Bureau &lt;b&gt; des Pages jaunes" in (changing.html("/organismes/dos") or "")
    now.clear()
    with pytest.raises(IndexError):
        changing.prepare()
    assert "Pages jaunes" in (changing.html("/organismes") or "")


def test_an_unknown_address_has_no_page() -> None:
    assert site().html("/organismes/absent") is None
    assert "Il n’y a rien à cette adresse" in Reader(site().absent()).text
