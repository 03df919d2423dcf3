"""The pages that an answer leads to: there are such pages, and they are on what it tells."""

from __future__ import annotations

from tests.answers.made import view
from tests.pages.reading import read, site
from vigie.answers.addresses import pages
from vigie.answers.canonical import questions, reply_to


def test_every_page_that_an_answer_leads_to_is_there_and_is_called_so() -> None:
    led: dict[str, str] = {}
    for question in questions(view()):
        reply = reply_to(question, view())
        if reply is None:
            continue
        found = pages(reply, view())
        assert len(found) <= 2
        led.update({page["path"]: page["title"] for page in found})
        if (
            question.query.subjects
            and reply.kind == "answer"
            and reply.focus
            and reply.focus.subjects
        ):
            assert found, question.shown
    assert set(led) <= set(site().paths)
    assert len(led) > 45
    for path, title in led.items():
        headings = [one.text.lower() for tag in ("h1", "h2") for one in read(path).all(tag)]
        assert any(heading in title.lower() for heading in headings), (path, title)


def test_what_is_no_answer_leads_to_no_page() -> None:
    reply = reply_to(next(questions(view())), view())
    assert reply is not None and pages(reply, view())
    assert pages(reply.with_(kind="refusal"), view()) == ()
