"""What a message leaves unsaid: what belongs to what was spoken of, the other of two, a place among
what was asked about in turn, and a thing that only its topic describes."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query import evaluate
from vigie.answers.query.form import SAME
from vigie.answers.query.line import read
from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading import lines as remembered
from vigie.answers.reading.context import counterpart, stack
from vigie.answers.reading.understand import understand

WORLD = view().world


def best(form: str, focus: Focus = Focus(), lean: str = "", **said: str) -> str:  # noqa: B008
    leans = {lean: 0.95, **dict.fromkeys({"lent", "index", "other", "same"} - {lean}, 0.01)}
    question = asked(said.pop("text", ""), forms={form: 0.9}, leans=leans if lean else {}, **said)
    readings = understand(question, WORLD, focus).readings
    return write(readings[0].query) if readings else ""


BELONGS = {
    # the form of "ce rapport, il paraît quand ?", what was asked before, what is meant
    "its only report": ("get frequency ?", ("describe doj",), "get frequency ag_report"),
    "who publishes it": ("select report by=?", ("describe goods_list",), "select report by=dol"),
    "the law of a body": ("get penalty ?", ("get origin council",), "get penalty jvta"),
    "the permission of a topic": (
        "get term ?",
        ("select agency does=witness_stay",),
        "get term witness_stay_permission",
    ),
    "whose report it is": ("describe ?", ("get owner tip_report",), "describe dos"),
}


@pytest.mark.parametrize(("form", "before", "line"), BELONGS.values(), ids=BELONGS)
def test_what_belongs_to_what_was_spoken_of_may_be_meant(
    form: str, before: tuple[str, ...], line: str
) -> None:
    text = "et que fait il" if form == "describe ?" else ""
    assert best(form, after(*before), "lent", text=text) == line


def test_the_report_that_was_asked_about_stays_at_hand() -> None:
    assert (
        best("get frequency ?", after("get owner ag_report"), "lent") == "get frequency ag_report"
    )


OTHER = {
    "two shown, one described": (("select body chair=dos", "describe pitf"), "spog"),
    "two asked about, one the answer": (
        ("select agency does=finance among=treasury,ustr",),
        "ustr",
    ),
}


@pytest.mark.parametrize(("before", "left"), OTHER.values(), ids=OTHER)
def test_the_other_of_two_is_the_one_of_which_nothing_was_said(
    before: tuple[str, ...], left: str
) -> None:
    assert [one for one, _ in counterpart(after(*before), WORLD)] == [left]
    assert best("describe ?", after(*before), "other", text="et l'autre") == f"describe {left}"


def test_of_a_long_list_or_of_one_thing_there_is_no_other() -> None:
    assert counterpart(after("select agency does=training"), WORLD) == ()
    assert counterpart(after("describe pitf"), WORLD) == ()
    assert counterpart(Focus(), WORLD) == ()


def test_without_a_list_the_first_is_the_first_spoken_of() -> None:
    before = after("describe ustr", "describe eeoc")
    assert best("describe ?", before, "index", text="revenons au premier") == "describe ustr"
    assert best("describe ?", before, "index", text="le deuxième") == "describe eeoc"


def test_a_thing_picked_by_its_place_is_asked_about_and_nothing_else() -> None:
    before = after("select report by=dol")
    line = best("get subject ?", before, "index", text="le deuxième, il parle de quoi")
    assert line == "get subject goods_list"


def test_the_next_one_is_of_the_list_and_after_what_was_just_spoken_of() -> None:
    before = after("select report by=dol", "describe goods_list")
    assert best("~same", before, "index", text="et le suivant") == "describe products_list"
    line = "describe child_labour_findings"
    assert best("~same", before, "index", text="et le précédent") == line


@pytest.mark.parametrize(
    ("before", "says", "line"),
    [
        (("select law", "get date tvpa_2003 jvta"), "la premiere", "describe tvpa"),
        (("select law", "select law year=any"), "la premiere", "describe tvpa_2003"),
        (("select law", "get date jvta"), "la premiere", "describe tvpa"),
        (("select law", "compare tvpa_2003 jvta"), "la troisieme", "describe jvta"),
    ],
    ids=["of two that were picked", "of a list of its own", "of one", "a place that two lack"],
)
def test_a_place_is_of_the_list_that_was_picked_from(
    before: tuple[str, ...], says: str, line: str
) -> None:
    """ "Et la première ?" after "de quand datent les deux dernières ?"."""
    assert best("describe ?", after(*before), lean="index", text=says) == line


def test_a_place_of_a_sort_is_of_the_last_list_of_that_sort() -> None:
    before = after("select law", "select report by=dol")
    line = "describe jvta"
    assert best("describe ?", before, "index", text="et la troisième loi") == line
    assert best("describe ?", before, "index", text="et le troisième") == "describe products_list"
    gone_on = after("select report by=dol", "describe pitf")
    assert best("describe ?", gone_on, "index", text="le deuxième") == "describe goods_list"


DESCRIBED = {
    "an agency": ("describe ?", "farming", "describe usda"),
    "in a claim": ("verify !does(?,?)", "finance investigation", "verify !does(treasury,investigation)"),
    "a committee": ("get results ?", "supply_chain", "get results supply_chains"),
}  # fmt: skip


@pytest.mark.parametrize(("form", "topics", "line"), DESCRIBED.values(), ids=DESCRIBED)
def test_the_only_one_whose_matter_a_topic_is_may_be_described_by_it(
    form: str, topics: str, line: str
) -> None:
    assert best(form, topics=topics) == line


def test_what_many_do_describes_none_of_them() -> None:
    assert best("get budget ?", topics="training") == ""


def test_a_topic_replaces_a_topic_and_not_who_takes_care_of_it() -> None:
    before = after("describe hhs about=public_health")
    assert best("~same", before, "same", topics="farming") == "describe hhs about=farming"


def test_a_description_is_narrowed_to_the_topic_that_is_said_with_another_name() -> None:
    line = best("~same", after("describe ustr"), "same", names="eeoc", topics="discrimination")
    assert line == "describe eeoc about=discrimination"


@pytest.mark.parametrize(
    ("before", "topic", "line"),
    [
        ("training+farming", "finance", "select agency does=finance"),  # nobody does both
        (
            "farming+training",
            "native_communities",
            "select agency does=native_communities+training",
        ),
    ],
)
def test_a_topic_in_the_place_of_one_of_two(before: str, topic: str, line: str) -> None:
    assert best("~same", after(f"select agency does={before}"), "same", topics=topic) == line


def test_what_is_in_the_list_is_set_aside_rather_than_what_is_not() -> None:
    forms = {"select report by=? except=?": 0.6, "select report by=?": 0.4}
    question = asked(names="dol", links=(("tip_report", 0.3),), forms=forms)
    assert write(understand(question, WORLD).readings[0].query) == "select report by=dol"


def test_like_is_compared_with_like() -> None:
    before = after("select agency chairs=pitf", "describe spog", "get date pitf")
    assert best("compare ? ?", before, "lent") in ("compare pitf spog", "compare spog pitf")


def test_a_programme_that_is_named_gives_a_list_its_matter() -> None:
    """ "Non, pas le séjour, la lettre de certification" asks who hands out the letters."""
    focus = after("select agency does=immigration_relief")
    named = "certification_letters"
    assert best("~same", focus, "same", names=named) == "select agency does=certification"
    assert best("~same", focus, "same", without=named) != "select agency does=certification"


def test_all_that_are_picked_together_are_meant() -> None:
    """ "Les quatre derniers, ils font quoi ?" was answered of the last one."""
    focus = after("select agency in=pitf kind!=department")
    for form in ("describe ?", "describe ? ?", "describe ? ? ? ?"):
        question = asked("les quatre derniers", forms={form: 0.9})
        found = [write(one.query) for one in understand(question, WORLD, focus).readings]
        assert found[0] == "describe odni omb nsc dpc"
        assert not {"describe dpc", "describe odni", "describe nsc dpc"}.intersection(found)


def test_after_several_whoever_is_named_is_meant_alone() -> None:
    question = asked("et lui", "doj", forms={SAME: 0.9})
    found = understand(question, WORLD, after("describe odni omb nsc dpc")).readings
    assert write(found[0].query) == "describe doj"


@pytest.mark.parametrize(
    ("text", "form", "read"),
    [
        ("les deux premiers publient quoi", "select report by=?", "select report by=doj/dhs"),
        ("les deux premiers forment ils", "verify does(?,?)",
         "verify does(doj,training) & does(dhs,training)"),
        ("les deux derniers siegent dans quoi", "select body has=?", "select body has=dhs/eeoc"),
    ],
)  # fmt: skip
def test_whatever_is_asked_is_asked_of_all_that_are_picked(text: str, form: str, read: str) -> None:
    """It was asked of the one that was not picked."""
    focus = after("select agency does=investigation")
    topics = "training" if "does" in form else ""
    assert best(form, focus, text=text, topics=topics) == read


def test_of_two_picked_one_by_one_one_may_be_meant() -> None:
    focus = after("select agency does=investigation")
    question = asked("pas le premier le deuxieme il fait quoi", forms={"describe ?": 0.9})
    found = [write(one.query) for one in understand(question, WORLD, focus).readings]
    assert "describe dhs" in found


def test_nothing_that_somebody_typed_is_remembered() -> None:
    lines = ("select law year=1987", "verify in(@FBI,pitf)", "select law year=<2003")
    for line in (*lines, "select agency does=investigation"):
        understand(asked("et eux", forms="describe ?"), WORLD, Focus(queries=(line,)))
    kept = str(list(WORLD.found))
    assert "investigation" in kept and "1987" not in kept and "FBI" not in kept
    before = remembered._remembered.cache_info().currsize
    assert all(stack(Focus(queries=(line,))) for line in lines)
    assert remembered._remembered.cache_info().currsize == before
    assert stack(Focus(queries=("get date tvpa_2003",)))
    assert remembered._remembered.cache_info().currsize >= before


def test_what_lists_find_is_forgotten_before_it_is_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evaluate, "REMEMBERED", 2)
    world = World(WORLD.index)
    for topic in ("training", "research", "awareness", "training"):
        assert evaluate.find(read(f"select agency does={topic}").select, world)  # type: ignore
        assert len(world.found) <= 2
