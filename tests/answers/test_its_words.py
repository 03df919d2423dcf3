"""Whether a word stands in the document, and where: asked again and again by whoever checks it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Optional, cast

import pytest

from tests.answers.made import view
from vigie.answers.its_words import of_its_words
from vigie.answers.question import Question
from vigie.answers.reply import Reply
from vigie.knowledge.text import fold


def asked(text: str) -> Optional[Reply]:
    typed: Any = SimpleNamespace(text="", typed=text, words=fold(text), clauses=())
    return of_its_words(cast(Question, typed), view())


@pytest.mark.parametrize(
    ("text", "said", "places"),
    [
        ("« pangouvernementale », le mot figure dans le document ?", "Oui, le mot", [("intro", 1)]),
        ("Le texte écrit-il « Code du travail » quelque part ?", "Oui, ces mots", [("intro", 1)]),
        ("Donc le mot « pangouvernementale » n'y est pas ?", "Si, le mot", [("intro", 1)]),
        ("le mot « visa » y figure ?", "Non, le mot « visa » ne figure pas", []),
        ("donc le mot « visa » n'y est pas", "En effet, le mot « visa » ne figure pas", []),
        ("le mot esclavage est dans le document ?", "Oui, le mot « esclavage »", [("members", 2)]),
        ("Le document mentionne « l'Alaska » ?", "Oui, le mot « Alaska »", [("members", 6)]),
        ("le doc dit bien « communautés scolaires »", "Oui, ces mots", [("members", 11)]),
        ("le terme « rescapé » est dans le texte ?", "Il emploie « rescapés »", []),
        ("emploie-t-il le terme « trafic d'organes » ?", "Non, aucun alinéa", []),
    ],
)
def test_a_word_is_looked_up(text: str, said: str, places: list[tuple[str, int]]) -> None:
    reply = asked(text)
    assert reply is not None and said in reply.lead
    assert list(reply.places) == places


def test_of_two_words_each_is_looked_up_the_one_that_stands_first() -> None:
    reply = asked("il emploie le terme « survivants » ou « rescapés » ?")
    assert reply is not None
    assert reply.lead.index("rescapés") < reply.lead.index("« survivants » ne figure pas")


@pytest.mark.parametrize(
    "text",
    [
        "le document dit bien que « la PITF préside le DoS » ?",
        "que veut dire le mot « pangouvernementale » ?",
        "qui publie le « Rapport sur la traite des personnes » ?",
        "quel est le mot anglais pour PITF",
        "le DoS figure-t-il dans la PITF ?",
        "« Compass Connections », c'est qui ?",
        "le mot",
        "le mot « ?! » y figure ?",
        "le mot de passe du site est dans le document ?",
        "quelle agence utilise le « visa T » d'après le document ?",
        "quel ministère publie le rapport que le texte mentionne, le « TIP » ?",
    ],
)
def test_what_asks_something_else_is_left_to_the_readers(text: str) -> None:
    assert asked(text) is None


def test_the_words_of_a_paragraph_are_in_the_order_of_the_alphabet() -> None:
    """So that no sentence of the document can be read from them."""
    for section in view().knowledge.source.sections:
        assert len(section.words) == section.paragraphs
        for words in section.words:
            each = words.split()
            assert each == sorted(set(each))
