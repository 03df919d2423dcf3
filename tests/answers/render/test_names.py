"""Names in both languages: all of them, each once."""

from __future__ import annotations

import pytest

from tests.answers.made import said, tables, view
from vigie.answers.render.names import names


@pytest.mark.parametrize("entity", tables().knowledge.entities, ids=lambda entity: entity.id)
def test_all_the_names_of_everything_are_told(entity) -> None:  # type: ignore[no-untyped-def]
    text = said(names((entity.id,), view()))
    for name in (entity.name.fr, entity.name.en, entity.name.acronym):
        assert name.lower() in text.lower()


def test_a_name_that_is_english_in_the_document_is_not_told_twice() -> None:
    assert said(names(("omb",), view())).count("Office of Management and Budget") == 1
