"""What a reading cannot mean, and the ways round that are tried: directions, emptiness, one who does
both."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from tests.answers.reading.test_understand import best
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.directions import backwards
from vigie.answers.reading.empty import finds_nothing
from vigie.answers.reading.sense import misdated, of_one_alone, says_twice
from vigie.answers.reading.understand import understand

WORLD = view().world


@pytest.mark.parametrize(
    ("line", "twice"),
    [
        ("verify in(doi,pitf) & in(doi,pitf)", True),
        ("verify in(doi,pitf) & in(usda,pitf)", False),
        ("verify !runs(hhs,hotline) & runs(hhs,hotline)", True),
        ("verify amends(tvpa,tvpa)", True),
        ("verify does({agency does=investigation},investigation)", True),
        ("verify does({agency does=investigation},training)", False),
        ("compare pitf pitf", True),
        ("select body has=omb has=omb", True),
        ("select body has=omb has=dos", False),
        ("compare pitf spog", False),
        ("select agency does=training+training", True),
        ("select agency does=training+research", False),
        ("max body among=spog,spog by=year", True),
        ("max body among=spog,pitf by=year", False),
    ],
)
def test_one_thing_does_not_stand_where_two_belong(line: str, twice: bool) -> None:
    assert says_twice(read(line)) is twice


def test_a_year_has_four_figures() -> None:
    """ "Dix-huit" is no year: "la PITF date de 18 ?" is nobody's question."""
    assert misdated(read("verify year(pitf,18)")) and not misdated(read("verify year(pitf,2000)"))
    assert not misdated(read("verify number(pitf,18)"))


def test_a_number_is_no_rhythm() -> None:
    """The "two" of "il y a deux rapports annuels" denied that one is annual."""
    assert misdated(read("verify freq(tip_report,annual) & freq(ag_report,2)"))
    assert not misdated(read("verify freq(tip_report,annual) & freq(ag_report,annual)"))


def test_a_name_without_letters_is_explained() -> None:
    assert best({"get expand ?": 0.9}, names="blue_campaign") == "describe blue_campaign"
    assert best({"get expand ?": 0.9}, names="spog") == "get expand spog"


def test_a_name_alone_that_begins_a_talk_is_told_what_it_is() -> None:
    """ "Ministère de l'Éducation" was told that ED means that department, and nothing else."""
    forms = {"get expand ?": 0.31, "describe ?": 0.3}
    assert best(forms, names="ed") == "describe ed"
    assert best(forms, after("get expand dol"), names="ed") == "get expand ed"


def test_who_was_spoken_of_does_both() -> None:
    spoken = Focus(("dos",))
    form = {"verify chairs(?,?) & chairs(?,?)": 0.9}
    line = best(form, spoken, names="pitf spog")
    assert line == "verify chairs(dos,pitf) & chairs(dos,spog)"


def test_two_who_were_spoken_of_are_both_asked_about() -> None:
    spoken = Focus(("doi", "usda"))
    line = best({"verify in(?,?) & in(?,?)": 0.9}, spoken, names="pitf")
    assert line in ("verify in(doi,pitf) & in(usda,pitf)", "verify in(usda,pitf) & in(doi,pitf)")


def test_who_amends_which_is_what_the_document_says_where_one_is_not_named() -> None:
    spoken = after("describe tvpa")
    line = best({"verify amends(?,?)": 0.9}, spoken, names="tvpa_2003")
    assert line == "verify amends(tvpa_2003,tvpa)"
    # The order of two names is what is claimed.
    assert best({"verify amends(?,?)": 0.9}, names="tvpa tvpa_2003") == (
        "verify amends(tvpa,tvpa_2003)"
    )


@pytest.mark.parametrize(
    ("line", "so"),
    [
        ("verify amends(tvpa,tvpa_2003)", True),
        ("verify amends(tvpa_2003,tvpa)", False),
        ("verify advises(pitf,council)", True),
        ("verify amends(jvta,tvpa)", False),
    ],
)
def test_only_what_holds_the_other_way_is_backwards(line: str, so: bool) -> None:
    assert backwards(read(line), WORLD) is so


@pytest.mark.parametrize(
    ("line", "nothing"),
    [
        ("get owner {report about=public_campaigns}", True),
        ("get owner {report by=dol}", False),
        ("verify does({agency runs=blue_campaign},training)", False),
        ("verify does({agency publishes=blue_campaign},training)", True),
        ("select agency does=training", False),
    ],
)
def test_a_list_within_a_query_may_find_nothing(line: str, nothing: bool) -> None:
    assert finds_nothing(read(line), WORLD) is nothing


def test_a_programme_is_asked_about_though_its_topic_is_told() -> None:
    forms = {"get owner ?": 0.95, "get owner {report about=?}": 0.002}
    line = best(forms, names="blue_campaign", topics="public_campaigns")
    assert line == "get owner blue_campaign"


def test_what_is_set_aside_of_somebody_leaves_the_rest_of_it() -> None:
    question = asked(
        names="dhs",
        topics="investigation",
        forms={"describe ?": 0.3, "describe ? about=?": 0.5},
        roles={"investigation": (2, 0.98)},
    )
    (first, *_) = understand(question, WORLD).readings
    assert write(first.query) == "describe dhs about!=investigation"


def test_what_was_compared_is_compared_on_one_point() -> None:
    spoken = after("compare pitf spog")
    line = best({"get composition ?": 0.8}, spoken)
    assert line == "compare pitf spog about=composition"
    one = best({"get composition ?": 0.8}, spoken, text="ce groupe, qui y siège ?")
    assert one == "get composition spog"


def test_what_says_who_the_others_are_is_not_cut_short() -> None:
    spoken = after("describe dol", "select report by=dol")
    form = {"select report by!=?": 0.9}
    assert best(form, spoken, leans={"other": 1.0}, without="dol") == "select report by!=dol"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (
            "select committee about=victim_assistance",
            "select committee of=spog except=victim_services",
        ),
        (
            "select report by=dol",
            "select report except=child_labour_findings,goods_list,products_list",
        ),
    ],
)
def test_the_others_of_a_list_that_was_told_whole_are_of_its_sort(before: str, line: str) -> None:
    assert best({"~other": 0.95}, after(before), leans={"other": 1.0}) == line


@pytest.mark.parametrize(
    ("words", "line", "alone"),
    [
        ("c'est la meme chose", "verify does(dhs,immigration_relief)", True),
        ("donc c'est le meme", "verify chairs(dos,spog)", True),
        ("c'est pareil", "verify chairs(dos,spog) & chairs(dos,pitf)", False),
        ("c'est pareil", "verify same(spog,pitf)", False),
        ("c'est la meme annee", "verify year(spog,2003)", False),
        ("c'est la meme chose", "compare spog pitf", False),
    ],
)
def test_one_thing_is_not_claimed_where_two_are_held_to_be_one(
    words: str, line: str, alone: bool
) -> None:
    """ "C'est la même chose ?", after two answers, got a "oui" to the last of them."""
    assert of_one_alone(read(line), asked(words)) is alone
