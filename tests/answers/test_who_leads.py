"""A stranger who asks for all agencies hears who leads them too."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk
from vigie.answers.question import Focus

LEADS = "coordonner l'action de tout le gouvernement"


@pytest.mark.parametrize(
    ("line", "before", "told"),
    [
        ("select agency", Focus(), True),
        ("select agency", after("describe doj"), False),
        ("select agency kind=department", Focus(), False),
        ("count agency", Focus(), False),
    ],
    ids=["at first", "later", "some of them", "how many"],
)
def test_who_leads_them(line: str, before: Focus, told: bool) -> None:
    text = said(talk(asked("?", forms=line), before)[0])
    assert (LEADS in text) is told and ("en assure la présidence" in text) is told
