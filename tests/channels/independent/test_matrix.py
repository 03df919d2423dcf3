"""What Vigie writes on Matrix, as matrix-nio reads it. Its clients talk in tests/channels/real."""

from __future__ import annotations

import pytest

from tests.channels.independent.conftest import Partner
from vigie.channels.matrix.messages import content_of

EXTRAS = {
    "alone": {},
    "a reply": {"reply_to": "$0"},
    "in a thread": {"reply_to": "$0", "thread": "$9"},
}


@pytest.mark.parametrize("name", EXTRAS)
def test_an_answer_is_a_text_with_its_html(partner: Partner, name: str) -> None:
    text = "1 < 2 & « oui »\nSource : le document, p. 3"
    read = partner("matrix_reads", content=content_of(text, EXTRAS[name]))
    assert read["kind"] == "RoomMessageText"
    assert read["body"] == text
    assert read["html"].startswith("1 &lt; 2 &amp; « oui »<br><i>Source")
