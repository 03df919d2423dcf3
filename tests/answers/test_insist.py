"""Of a story that was cut and not understood, the likeliest question of fact is answered, named."""

from __future__ import annotations

from tests.answers.made import asked, said, talk, together

STORY = asked("on m'a vante un dispositif", topics="survivors_voice", forms={"told": 0.9})
WHOLE = {"told": 0.6, "select body does=?": 0.3}


def test_who_tells_a_story_is_answered() -> None:
    ends = asked("comment s'appelle-t-il ?", forms={"vague": 0.9})
    reply, _ = talk(together(STORY, ends, topics="survivors_voice", forms=WHOLE))
    assert "Conseil consultatif" in said(reply) and "Je comprends" in said(reply)
    assert reply.queries == ("select body does=survivors_voice",)


def test_what_asks_about_nothing_is_asked_back() -> None:
    """A list of everything is no answer to a story."""
    ends = asked("pouvez-vous m'aider ?", forms={"vague": 0.9, "select agency": 0.2})
    reply, _ = talk(together(asked("bonjour", forms={"told": 0.9}), ends, forms={"told": 0.9}))
    assert reply.queries == () and reply.kind != "answer"


def test_what_was_answered_is_not_answered_again() -> None:
    known = asked("qui préside la pitf ?", names="pitf", forms="select agency chairs=?")
    reply, _ = talk(together(STORY, known, topics="survivors_voice", forms=WHOLE))
    assert reply.queries == ("select agency chairs=pitf",)
