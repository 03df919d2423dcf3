"""What a message tells before it asks is what is spoken of when it asks."""

from __future__ import annotations

from dataclasses import replace

from tests.answers.made import after, asked, talk, together
from vigie.answers.heard import heard
from vigie.answers.question import Focus, Mention

ASKS = asked("comment s'appelle-t-il ?", forms="select report by=?")


def test_a_thing_that_is_only_told_is_asked_about() -> None:
    message = together(ASKS, names="doj", forms={"told": 0.9})
    assert heard(message, Focus()).subjects == ("doj",)
    reply, _ = talk(message)
    assert reply.queries == ("select report by=doj",)


def test_what_was_spoken_of_before_is_farther() -> None:
    message = together(ASKS, names="doj", forms={"told": 0.9})
    assert heard(message, after("describe dos")).subjects == ("doj", "dos")


def test_the_topic_of_what_is_told_may_be_asked_about() -> None:
    asks = asked("qui s'en charge ?", forms="select agency does=?")
    message = together(asks, topics="farming", forms={"vague": 0.2})
    reply, _ = talk(message)
    assert reply.queries == ("select agency does=farming",)


def test_what_the_question_names_itself_and_what_is_set_aside_are_not_told() -> None:
    asks = asked("que fait-il ?", names="dhs", forms="describe ?")
    message = together(asks, names="dhs", without="doj", forms={"told": 0.9})
    assert heard(message, Focus()) == Focus()
    reply, _ = talk(message)
    assert reply.queries == ("describe dhs",)


def test_a_message_that_is_one_question_tells_nothing_beside() -> None:
    whole = replace(ASKS, mentions=asked(names="doj").mentions)
    assert heard(whole, Focus()) == Focus()


def test_what_is_told_need_not_be_named() -> None:
    asks = asked("à qui est-il ?", forms="get owner ?")
    message = together(asks, forms={"told": 0.9}, links=(("ag_report", 0.9),))
    reply, _ = talk(message)
    assert reply.queries == ("get owner ag_report",)


def test_what_is_told_to_be_left_out_is_no_longer_spoken_of() -> None:
    """ "Je parle de mon amie, pas de l'EEOC. Elle témoigne, elle peut rester ?" got "Non. Le document
    ne dit pas que l'EEOC…"."""
    text = "je parle de mon amie, pas de l'EEOC. Elle peut rester ?"
    at = text.index("EEOC")
    name = Mention(("eeoc",), "agency", at, at + 4)
    message = replace(together(asked("elle peut rester ?", forms="verify does(?,?)")), text=text)
    left = heard(replace(message, mentions=(name,)), after("describe eeoc"))
    assert not left.subjects and not left.shown and not left.queries
    kept = heard(
        replace(message, text=text.replace(", pas", ""), mentions=()), after("describe eeoc")
    )
    assert kept.subjects == ("eeoc",)


def test_what_is_done_without_may_have_been_told_before_the_last_answer() -> None:
    text = "je parlais du DoS, pas de l'USAID. quelles sont ses missions ?"
    asks = asked("quelles sont ses missions ?", forms="describe ?")
    names = (
        Mention(("dos",), "agency", text.index("DoS"), text.index(",")),
        Mention(("usaid",), "agency", text.index("USAID"), text.index(".")),
    )
    message = replace(together(asks), text=text, mentions=names)
    spoken = heard(message, after("describe usaid", "describe dos"))
    assert spoken.subjects == ("dos",) and spoken.queries == ("describe dos",)


def test_who_is_named_alone_is_the_one_of_whom_a_pronoun_asks() -> None:
    """ "Et l'USAID ? Elle publie quoi ?", after the DHS: it was told what the DHS publishes."""
    named = asked("et l'", names="usaid", forms={"describe ?": 0.6})
    asks = asked("elle publie quoi ?", forms="select report by=?")
    message = together(named, asks, names="usaid", forms={"select report by=?": 0.5})
    told = heard(message, after("describe dhs"), (asks,))
    assert told.subjects[0] == "usaid" and told.queries[-1] == "describe usaid"
    reply, _ = talk(message, after("describe dhs"))
    assert reply.queries == ("select report by=usaid",)
