"""No "oui" to a claim that may well go beyond what the document says."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from unittest import mock

import pytest

from tests.answers.made import after, asked, said, talk, view
from vigie.answers.question import Question
from vigie.answers.reading import beside
from vigie.answers.reading import understand as understanding
from vigie.answers.reading.said import Said, Told
from vigie.answers.reading.understand import understand

STAYS = "verify does(dhs,witness_stay)"
BOTH = "verify does(?,?) & does(?,?)"


class Doubting:
    """A reader that gives the claim of a fact and what goes beyond it some probability each."""

    def __init__(self, beyond: str, likely: float, fact: str = STAYS) -> None:
        self._told = {fact: math.log(1 - likely), beyond: math.log(likely)}

    def likely(self, said: Said, lines: Sequence[str]) -> Mapping[str, float]:
        return {**dict.fromkeys(lines, -20.0), **self._told}

    def knows(self, word: str) -> bool:
        return True

    def beyond(self, said: Said) -> Sequence[Told]:
        return ()


@pytest.fixture(autouse=True)
def nobody_else_reads() -> Iterator[None]:
    before = beside.use(None)
    yield
    beside.use(before)


def claim(words: str, form: str = "verify does(?,?)") -> Question:
    """What nothing but its second word tells from the fact: the light readers are sure of it."""
    return asked(words, "dhs", topics="witness_stay", forms=form)


def test_without_a_doubt_it_is_upheld() -> None:
    beside.use(Doubting("verify does(dhs,@)", 0.001))
    assert said(talk(claim("laisse les témoins rester"))[0]).startswith("Oui. ")


@pytest.mark.parametrize(
    "beyond", ["verify does(dhs,@)", "verify is(dhs,obligatoire)", "get other dhs"]
)
def test_what_may_go_beyond_the_fact_gets_the_fact_and_no_verdict(beyond: str) -> None:
    """ "Une ONG dit que le DHS contraint les victimes à témoigner, exact ?" got "Oui"."""
    beside.use(Doubting(beyond, 0.3))
    text = said(talk(claim("contraint les témoins à rester"))[0])
    assert text.startswith("À ce sujet, le document dit seulement que ")
    assert "permet aux victimes qui pourraient témoigner" in text


def test_beside_what_is_not_upheld_the_question_is_not_named() -> None:
    """« Le DHS s'occupe du séjour : est-ce exact ? Le document ne le dit pas » would be untrue."""
    beside.use(Doubting("verify does(dhs,@)", 0.3))
    reply, _ = talk(replace(claim("contraint les témoins"), mentions=(), links=(("dhs", 0.5),)))
    assert reply.guessed, "the test needs a question of which Vigie is unsure"
    assert said(reply).startswith("À ce sujet, le document dit seulement que ")


def test_of_a_body_that_is_all_it_does_is_told() -> None:
    """ "Les rescapés, on les écoute ?" got that the Council advises, and not what it is for."""
    fact = "verify does(council,survivors_voice)"
    beside.use(Doubting("verify does(council,@)", 0.3, fact))
    question = asked("les ecoute", "council", topics="survivors_voice", forms="verify does(?,?)")
    text = said(talk(question)[0])
    assert text.startswith("À ce sujet, le document dit seulement ceci.") and "Oui" not in text
    assert "tribune officielle" in text and "conseille la PITF" in text


def test_a_doubt_of_somebody_else_takes_nothing_back() -> None:
    beside.use(Doubting("verify does(doj,@)", 0.3))
    assert said(talk(claim("laisse les témoins rester"))[0]).startswith("Oui. ")


def test_what_is_not_said_is_still_not_said() -> None:
    """Who is not said to do it at all is not said to do more than that either."""
    beside.use(Doubting("verify does(dhs,@)", 0.3, "verify does(dhs,prosecution)"))
    question = asked("poursuit", "dhs", topics="prosecution", forms="verify does(?,?)")
    assert said(talk(question)[0]).startswith("Le document ne dit pas que")


def test_without_a_heavier_reader_nothing_is_doubted() -> None:
    assert said(talk(claim("laisse les témoins rester"))[0]).startswith("Oui. ")


def test_of_two_claims_one_that_is_in_doubt_is_enough() -> None:
    both = "verify does(dhs,@) & does(dhs,training)"
    fact = "verify does(dhs,witness_stay) & does(dhs,training)"
    question = asked(
        "contraint les témoins à rester et donne des cours", "dhs", "witness_stay training",
        forms=BOTH,
    )  # fmt: skip
    beside.use(Doubting(both, 0.001, fact))
    assert said(talk(question)[0]).startswith("Oui. ")
    beside.use(Doubting(both, 0.4, fact))
    assert said(talk(question)[0]).startswith(
        "À ce sujet, le document dit seulement ceci. Le département"
    )


def test_claims_that_are_read_apart_are_doubted_each() -> None:
    stays, trains = claim("contraint les témoins"), claim("donne des cours")
    whole = understand(stays, view().world)
    apart = [
        replace(understand(asked("", "dhs", topics=topic, forms="verify does(?,?)"), view().world),
                sure=0.9, doubt=doubt)
        for topic, doubt in (("witness_stay", 0.4), ("training", 0.01))
    ]  # fmt: skip
    question = replace(stays, claims=(stays, trains))
    with mock.patch.object(
        understanding, "as_a_whole", side_effect=[replace(whole, sure=0.2), *apart]
    ):
        found = understand(question, view().world)
    assert len(found.readings[0].query.claims) == 2
    assert found.doubt == 0.4


def test_whose_campaign_it_is_is_not_whether_there_are_campaigns() -> None:
    """The HHS has campaigns, and does not run the Blue Campaign."""
    beside.use(
        Doubting("verify does(hhs,public_campaigns)", 0.05, "verify runs(hhs,blue_campaign)")
    )
    forms = {"verify does(?,?)": 0.7, "verify runs(?,?)": 0.3}
    question = asked("mène", "hhs blue_campaign", topics="public_campaigns", forms=forms)
    text = said(talk(question)[0])
    assert "sensibiliser le public" in text and "Non." not in text and "Oui" not in text


@pytest.mark.parametrize("names", ["dhs", ""])
def test_of_what_is_only_guessed_nothing_is_denied(names: str) -> None:
    """ "Les victimes ont-elles des réparations ?" after the HHS got "Non", of the HHS."""
    beside.use(Doubting("select agency does=prosecution", 0.45, "verify does(dhs,prosecution)"))
    forms = {"verify does(?,?)": 0.5, "select agency does=?": 0.5}
    question = asked("des poursuites", names, topics="prosecution", forms=forms)
    reply, _ = talk(question, after("describe dhs"))
    assert reply.guessed and said(reply).startswith("Le document ne dit pas que")


@pytest.mark.parametrize(("form", "score", "fact"), [
    ("verify chairs(dos,pitf)", 0.5, "Le département d'État (DoS) préside"),
    ("verify chairs(doj,pitf)", 0.5, "Le département d'État (DoS) préside"),
    ("verify does(doj,investigation)", 0.3, "Le DoJ enquête"),
])  # fmt: skip
def test_of_what_is_only_guessed_nothing_is_upheld(form: str, score: float, fact: str) -> None:
    """One "oui" in four upheld another claim than was made. The fact says which; a number alone
    does not, and stands after the question as it was read."""
    reply, _ = talk(
        asked("et eux alors ?", forms={form: score, "told": 0.4}), after("describe doj")
    )
    assert reply.guessed and said(reply).startswith(fact)
    assert not {"Oui.", "Non."} & set(said(reply).split())


def test_of_the_date_it_is_said_once() -> None:
    """ "Ce qui suit vaut à la date du document." stood twice before what the USAID did."""
    form = {"verify does(usaid,development)": 0.3, "told": 0.4}
    reply, _ = talk(asked("et eux alors ?", forms=form), after("describe doj"))
    assert reply.guessed and said(reply).count("vaut à la date du document") == 1


@pytest.mark.parametrize("line", ["verify about(tip_report,training)", "verify advises(doj,pitf)"])
def test_what_the_fact_does_not_say_again_is_named(line: str) -> None:
    reply, _ = talk(asked("et eux alors ?", forms={line: 0.3, "told": 0.4}), after("describe doj"))
    assert not reply.guessed or said(reply).startswith("Je comprends : ")


def test_who_runs_a_line_and_who_sees_to_it_are_one_question() -> None:
    """Neither is a doubt about the other: the question is not named."""
    beside.use(Doubting("verify does(hhs,hotline)", 0.45, "verify runs(hhs,hotline)"))
    forms = {"verify does(?,?)": 0.5, "verify runs(?,?)": 0.5}
    question = asked("finance", "hhs hotline", topics="hotline", forms=forms)
    assert said(talk(question)[0]).startswith("Oui. ")


@pytest.mark.parametrize("again", ["en une phrase", "en bref"])
def test_what_was_not_upheld_is_not_upheld_in_another_form(again: str) -> None:
    """ "Donc il les oblige à rester ?", then "en une phrase" got "Je le redis. Oui."."""
    beside.use(Doubting("verify does(dhs,@)", 0.3))
    first, focus = talk(claim("oblige les témoins à rester"))
    assert said(first).startswith("À ce sujet, le document dit seulement que ")
    text = said(talk(asked(again, forms="meta short"), focus)[0])
    assert "Oui" not in text and "permet aux victimes qui pourraient témoigner" in text


def test_nor_is_a_verb_that_the_document_does_not_use() -> None:
    """ "Le HHS gère la ligne ?": he finances it."""
    first, focus = talk(asked("gère la ligne", "hhs", topics="hotline", forms="verify does(?,?)"))
    assert said(first).startswith("À ce sujet, le document dit seulement que ")
    text = said(talk(asked("en une phrase", forms="meta short"), focus)[0])
    assert "Oui" not in text and "finance" in text


def test_what_is_denied_with_both_its_sides_named_is_denied_though_guessed() -> None:
    forms = {"verify chairs(?,?)": 0.4, "verify !chairs(?,?)": 0.3}
    question = asked("le DHS préside-t-il la PITF ?", names="dhs pitf", forms=forms)
    text = said(talk(question)[0])
    assert "Non. Le département d'État (DoS) préside" in text
    # Of a body that is not named, it may be another that is denied.
    question = asked("le DHS la préside-t-il ?", names="dhs", forms=forms)
    assert "Non." not in said(talk(question, after("describe pitf"))[0])
