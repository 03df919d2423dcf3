"""What somebody does that is near to what is not said of them."""

from __future__ import annotations

import pytest

from tests.answers.made import after, answer, said, told, view
from vigie.answers.render.near import near_to

NEAR = "Ce qui s'en rapproche : "
CASES = {
    "near": (
        "verify does(eeoc,worker_rights)",
        "elle engage des poursuites au nom de travailleurs",
    ),
    "asked in the negative": ("verify !does(eeoc,worker_rights)", "elle engage des poursuites"),
    "broader": ("verify does(doj,investigation_abroad)", "il enquête sur les affaires"),
    "nothing": ("verify does(treasury,training)", ""),
    "it does": ("verify does(eeoc,worker_lawsuits)", ""),
    "of who else does": ("verify only(does(eeoc,investigation))", ""),
}


@pytest.mark.parametrize(("line", "tells"), CASES.values(), ids=CASES)
def test_it_is_told_after_who_does_it(line: str, tells: str) -> None:
    text = said(told(line))
    assert (f"{NEAR}{tells}" in text) if tells else NEAR not in text


def test_not_what_was_just_told() -> None:
    spoken = after("describe eeoc about=worker_lawsuits")
    assert NEAR not in said(answer("verify does(eeoc,worker_rights)", spoken))


def test_it_is_cited() -> None:
    assert set(told("verify does(doj,investigation_abroad)").places) == {
        ("members", 5), ("members", 12),
    }  # fmt: skip


def test_what_is_near_is_not_what_was_just_told() -> None:
    """Grants that pay for services are told under both: they were told twice in a reply."""
    assert near_to("doj", ("grants",), view()) is None
