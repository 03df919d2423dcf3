"""What is asked of anybody is not asked of the one who was just spoken of."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.reading.finer.of_anybody import of_anybody

CAMPAIGNS = "verify does(ed,public_campaigns)"


@pytest.mark.parametrize(
    ("words", "topics", "names", "line", "meant"),
    [
        ("y a t il aussi des campagnes pour le public", "public_campaigns", "", CAMPAIGNS,
         "select agency does=public_campaigns"),
        ("les rescapes on leur donne la parole", "survivors_voice", "",
         "verify does(hhs,survivors_voice)", "select body does=survivors_voice"),
        ("ils font des campagnes", "public_campaigns", "", CAMPAIGNS, CAMPAIGNS),
        ("et il fait des campagnes", "public_campaigns", "", CAMPAIGNS, CAMPAIGNS),
        ("il y a des campagnes chez lui", "public_campaigns", "", CAMPAIGNS, CAMPAIGNS),
        ("et les campagnes", "public_campaigns", "", CAMPAIGNS, CAMPAIGNS),
        ("y a t il des campagnes a l education", "public_campaigns", "ed", CAMPAIGNS, CAMPAIGNS),
        ("y a t il des formations", "training", "", "verify does(usda,training)",
         "verify does(usda,training)"),
        ("il y a des campagnes", "", "", CAMPAIGNS, CAMPAIGNS),
    ],
)  # fmt: skip
def test_it_is_asked_of_all(words: str, topics: str, names: str, line: str, meant: str) -> None:
    question = asked(words, names, topics)
    assert write(of_anybody(read(line), question, view().world)) == meant
