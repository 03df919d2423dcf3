"""Who is left out of a list that was asked without others."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, talk

WITHOUT = "select agency does=training except=doj,dhs"
LEFT_OUT = {
    "besides": ("et si j enleve aussi la defense", WITHOUT, "doj,dhs,dod"),
    "instead": ("et sans la defense", WITHOUT, "dod"),
    "of a whole list": ("et sans la defense non plus", "select agency does=training", "dod"),
    "of another list": ("sans la defense non plus", "select agency does=grants except=doj", "dod"),
}


@pytest.mark.parametrize(("words", "before", "gone"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_who_is_left_out(words: str, before: str, gone: str) -> None:
    forms = "select agency does=? except=?"
    message = asked(words, without="dod", topics="training", forms=forms)
    reply, _ = talk(message, after(before))
    assert reply.queries == (f"select agency does=training except={gone}",)
