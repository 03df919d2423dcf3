"""Who is left out of a list: few by name, a whole kind by what it is."""

from __future__ import annotations

import pytest

from tests.answers.made import said, tables, told

DEPARTMENTS = ",".join(tables().world.left("kind", "department"))


@pytest.mark.parametrize(
    ("line", "has", "lacks"),
    [
        (
            f"select agency except={DEPARTMENTS}",
            "sept organismes, départements non compris :",
            "hors",
        ),
        (
            f"select agency kind!=department except={DEPARTMENTS}",
            "sept organismes, départements non compris :",
            "hors",
        ),
        (
            f"select agency except={DEPARTMENTS},omb",
            "six organismes, départements non compris, hors l'OMB :",
            "DoJ",
        ),
        ("select agency does=training except=dos,doj", ", hors le DoS et le DoJ :", "non compris"),
        (
            "select agency does=training except=dos,treasury,doj,ustr",
            ", hors le DoJ :",
            "le DoS",
        ),
    ],
    ids=["a kind", "a kind, said already", "a kind and one more", "few", "many, some not there"],
)
def test_who_is_left_out_is_said_once(line: str, has: str, lacks: str) -> None:
    text = said(told(line))
    assert has in text and lacks not in text.partition(":")[0]
    assert text.partition(":")[0].count("non compris") <= 1
