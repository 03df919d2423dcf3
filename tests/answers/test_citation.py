"""The document as an answer cites it, for whoever shows it otherwise than as a line."""

from __future__ import annotations

from tests.answers.made import asked, tables, told, view
from vigie.answers.citation import cite
from vigie.answers.message import render
from vigie.answers.query.model import Query
from vigie.answers.reading.evidence import gather
from vigie.answers.reply import Reply
from vigie.answers.smalltalk import responded
from vigie.answers.typography import typeset


def test_the_document_is_cited_by_title_years_section_and_paragraphs() -> None:
    shown = render(cite(told("describe usaid"), view()))
    source = tables().knowledge.source
    document = shown.custom["document"]
    assert document["title"] == typeset(source.title)
    assert document["written"] == source.written and document["years"] == "2016\N{EN DASH}2017"
    for passage in document["passages"]:
        assert passage["section"] in shown.custom["source"]
        assert all(str(number) in shown.custom["source"] for number in passage["paragraphs"])


def test_what_comes_from_elsewhere_has_its_own_title_address_and_date() -> None:
    shown = render(cite(told("select report"), view()))
    for source in shown.custom["sources"]:
        assert source["text"]
        assert source["url"].startswith("https://") and source["checked_on"] and source["covers"]
    assert shown.custom["sources"], "English names and acronyms are not in the document"


def test_what_cites_nothing_has_no_document() -> None:
    assert render(cite(Reply("Bonjour.", kind="talk"), view())).custom["document"] is None


def test_the_emergency_number_has_a_source_of_its_own() -> None:
    shown = render(cite(told("get contact hotline"), view())).custom
    by_what = {source["covers"]: source["url"] for source in shown["sources"]}
    assert by_what["le 911"].startswith("https://www.911.gov/")
    assert len(by_what) == 2, "the hotline's own page says nothing of the 911"


def test_what_dates_the_document_without_standing_in_it_is_sourced() -> None:
    dated = responded(Query("meta", "date"), gather(asked("?"), view().world), view())
    assert dated is not None and "nommé fin 2015" in dated.lead
    urls = [source["url"] for source in render(cite(dated, view())).custom["sources"]]
    assert "https://2009-2017.state.gov/j/tip/c73433.htm" in urls
