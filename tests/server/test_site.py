"""The pages of the knowledge, served: addresses, headers, search engines, and new knowledge."""

from __future__ import annotations

import gzip
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_vigie
from tests.server.running import Server
from vigie.server import headers

PUBLIC = "https://vigie.example.org"


@pytest.fixture(scope="module")
def bot(minibot: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest bot, with the project's knowledge."""
    folder = tmp_path_factory.mktemp("site") / "bot"
    shutil.copytree(minibot, folder)
    shutil.copytree(ROOT / "knowledge", folder / "knowledge")
    return trained(folder)


def trained(folder: Path) -> Path:
    done = run_vigie(folder, "train")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def site(bot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("log") / "server.log"
    with Server(bot, log, VIGIE_PUBLIC_URL=PUBLIC, VIGIE_DEGRADED="1") as running:
        yield running


def test_a_page_is_served_with_the_headers_of_all_others(site: Server) -> None:
    response = site.get("/organismes/doj")
    assert response.status == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "Département de la Justice (DoJ)" in response.body.decode()
    assert {name: response.headers[name.lower()] for name in headers.HEADERS} == {
        **headers.HEADERS,
        "Cache-Control": "no-cache",
        "X-Robots-Tag": "all",
    }


def test_a_page_is_sent_small_and_only_when_it_changed(site: Server) -> None:
    plain = site.get("/structure")
    small = site.request("GET", "/structure", **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(small.body) == plain.body
    again = site.request("GET", "/structure", **{"If-None-Match": plain.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert site.request("HEAD", "/structure").body == b""


def test_a_slash_at_the_end_is_the_same_page(site: Server) -> None:
    assert site.get("/organismes/").body == site.get("/organismes").body


@pytest.mark.parametrize(
    "path", ["/organismes/absent", "/sujets/..%2f", "/lois/%C3%A9", "/structure/x", "/comites/dos"]
)
def test_where_nothing_is_a_page_says_so_and_leads_on(site: Server, path: str) -> None:
    response = site.get(path)
    assert response.status == 404
    assert "Il n’y a rien à cette adresse" in response.body.decode()
    assert 'href="/organismes"' in response.body.decode()


def test_every_address_of_the_sitemap_is_served(site: Server) -> None:
    listed = ET.fromstring(site.get("/sitemap.xml").body)
    found = [loc.text or "" for loc in listed.iter() if loc.tag.endswith("loc")]
    assert len(found) > 80 and all(one.startswith(PUBLIC) for one in found)
    statuses = {site.get(one.removeprefix(PUBLIC)).status for one in found}
    assert statuses == {200}
    assert f"Sitemap: {PUBLIC}/sitemap.xml" in site.get("/robots.txt").body.decode()


def test_without_a_public_address_search_engines_may_show_no_page(
    bot: Path, tmp_path: Path
) -> None:
    with Server(bot, tmp_path / "log") as server:
        page = server.get("/organismes")
        assert page.headers["x-robots-tag"] == "noindex"
        assert b'rel="canonical" href="/organismes"' in page.body
        sitemap = server.get("/sitemap.xml").body.decode()
        assert f"<loc>http://127.0.0.1:{server.port}/organismes</loc>" in sitemap
        made_up = server.request("GET", "/sitemap.xml", Host="a<b")
        assert "a<b" not in made_up.body.decode()


def test_a_bot_without_knowledge_has_no_pages_but_the_form(server: Server) -> None:
    assert server.get("/organismes").status == 404
    assert server.get("/question").status == 200


def test_new_knowledge_is_shown_without_a_restart_and_a_fault_leaves_the_old(
    bot: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(bot, tmp_path / "bot"))
    file = copy / "knowledge" / "agencies.yml"
    before = file.read_text("utf-8")
    with Server(copy, tmp_path / "log") as server:
        assert "Service des Phares" not in server.get("/organismes/doj").body.decode()
        file.write_text(before.replace("fr: département de la Justice", "fr: service des Phares"))
        assert "Service des Phares" not in server.get("/organismes/doj").body.decode()
        trained(copy)
        server.wait_for("en service (")
        for path in ("/organismes/doj", "/organismes", "/structure"):
            assert "Service des Phares" in server.get(path).body.decode()
        file.write_text("- id: [")
        run_vigie(copy, "train")
        assert "Service des Phares" in server.get("/organismes/doj").body.decode()


def test_the_pages_are_there_when_the_model_is_not(bot: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(bot, tmp_path / "bot"))
    shutil.rmtree(copy / "models")
    with Server(copy, tmp_path / "log", VIGIE_DEGRADED="1") as server:
        assert server.get("/organismes/doj").status == 200
        answer = server.request("POST", "/question", b"question=bonjour")
        assert "Je n’arrive pas à répondre" in answer.body.decode()
