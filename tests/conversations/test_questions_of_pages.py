"""What the pages of the knowledge offer to ask is understood, and answered about what they tell of."""

from __future__ import annotations

from tests.conversations.conftest import Ask
from tests.pages.reading import knowledge, read, site
from vigie.answers.typography import typeset
from vigie.knowledge.model.measures import Programme, Report
from vigie.knowledge.query import Index


def offered() -> dict[str, str]:
    """Each question, with the page that offers it first."""
    found: dict[str, str] = {}
    for path in site().paths:
        for link in read(path).all("a"):
            if link.attributes["href"].startswith("/#q="):
                found.setdefault("".join(link.texts), path)
    return found


def called(ident: str, index: Index) -> list[str]:
    """What an answer may call a thing: its names, the theme of a committee, whose it is."""
    entity = index.entity(ident)
    names = [entity.name.fr, entity.name.acronym, entity.name.again, getattr(entity, "theme", "")]
    if isinstance(entity, (Programme, Report)):
        names.append(index.owner(entity).name.fr)
    return [typeset(name) for name in names if name]


async def test_every_question_that_a_page_offers_is_answered_from_the_document(ask: Ask) -> None:
    index = Index(knowledge())
    questions = offered()
    assert len(questions) > 100
    failed = []
    for question, path in questions.items():
        (said,) = await ask(question)
        ident = path.rpartition("/")[2]
        names = called(ident, index) if ident in index else [""]
        told = said["custom"]["kind"] == "answer" and said["custom"]["document"]
        if not told or not any(name in said["text"] for name in names):
            failed.append((question, said["text"][:80]))
    assert not failed, "\n".join(map(str, failed))
