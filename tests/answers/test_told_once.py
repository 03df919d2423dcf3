"""What of a message that judges a sentence is told once."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk, together

FALSE = asked("il préside", names="doj pitf", forms="verify chairs(?,?)")


@pytest.mark.parametrize("words", ["Je laisse la phrase ou je la biffe ?", "je garde « préside » ?"])
def test_a_sentence_and_whether_to_keep_it_get_one_verdict(words: str) -> None:
    text = said(talk(together(FALSE, asked(words)))[0])
    assert text.startswith("Non") and "est-ce exact" not in text
    assert text.count("préside") == said(talk(FALSE)[0]).count("préside")


def test_what_is_asked_after_it_is_answered() -> None:
    keeps = asked("Je garde la phrase ?")
    date = asked("depuis quand ?", names="spog", forms="get date ?")
    text = said(talk(together(FALSE, keeps, date))[0])
    assert "préside" in text and "2003" in text and "est-ce exact" not in text

