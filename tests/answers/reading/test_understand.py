"""From forms and evidence to the query: what is used, what is left, what the context lends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention
from vigie.answers.reading.understand import understand

WORLD = view().world


def best(
    forms: dict[str, float],
    focus: Focus = Focus(),  # noqa: B008
    leans: dict[str, float] | None = None,
    **evidence: str,
) -> str:
    text = evidence.pop("text", "")
    question = asked(text, **evidence, forms=forms, leans=leans or {})
    readings = understand(question, WORLD, focus).readings
    return write(readings[0].query) if readings else ""


def test_a_form_is_filled_with_what_is_named() -> None:
    assert best({"get level ?": 0.9}, names="spog") == "get level spog"
    assert best({"verify chairs(?,?)": 0.9}, names="doj pitf") == "verify chairs(doj,pitf)"
    assert best({"verify chairs(?,?)": 0.9}, names="pitf doj") == "verify chairs(doj,pitf)"


def test_what_is_set_aside_goes_where_it_is_left_out() -> None:
    forms = {"select agency does=? except=?": 0.9}
    line = best(forms, topics="training", without="doj")
    assert line == "select agency does=training except=doj"


def test_what_is_known_already_is_set_aside_from_what_somebody_does() -> None:
    forms = {"describe ? about!=?": 0.6, "describe ? about=?": 0.3}
    line = best(
        forms, text="a part enqueter il fait quoi d'autre", names="doj", topics="investigation"
    )
    assert line == "describe doj about!=investigation"


def test_a_likelier_form_that_leaves_a_name_out_gives_way() -> None:
    forms = {"get expand ?": 0.5, "compare ? ?": 0.4}
    assert best(forms, names="dhs doi") in ("compare dhs doi", "get expand dhs doi")


def test_a_name_that_two_things_bear_fills_nothing_alone_and_what_was_spoken_of_decides() -> None:
    assert best({"describe ?": 0.9}, names="pitf|spog") == ""
    spoken = Focus(("spog",))
    assert best({"describe ?": 0.9}, spoken, names="pitf|spog") == "describe spog"


def test_what_is_left_unsaid_is_what_was_spoken_of() -> None:
    spoken = Focus(("council",), (), ("council",))
    assert best({"get number ?": 0.9}, spoken) == "get number council"
    assert best({"get number ?": 0.9}) == ""


def test_an_attribute_is_not_asked_of_what_cannot_have_it() -> None:
    assert best({"get level ?": 0.9}, names="doj") == ""


@pytest.mark.parametrize(
    ("line", "names", "topics", "expected"),
    [
        ("describe dos", "doj", "", "describe doj"),
        ("select agency does=training", "doj", "", "describe doj about=training"),
        ("select agency does=training", "", "grants", "select agency does=grants"),
        ("verify does(dhs,training)", "doj", "", "verify does(doj,training)"),
        ("select report by=dol", "dos", "", "select report by=dos"),
        (
            "select agency publishes=tip_report",
            "ag_report",
            "",
            "select agency publishes=ag_report",
        ),
        ("select agency chairs=pitf", "spog", "", "select agency chairs=spog"),
        ("get date spog", "council", "", "get date council"),
    ],
)
def test_a_follow_up_replaces_one_thing_of_the_last_query(
    line: str, names: str, topics: str, expected: str
) -> None:
    before = Focus(queries=(line,))
    assert best({"~same": 0.9}, before, names=names, topics=topics) == expected


def shown(*ids: str, query: str) -> Focus:
    return Focus((), (), ids, queries=(query,))


@pytest.mark.parametrize(
    ("text", "form", "before", "expected"),
    [
        (
            "le deuxieme, que fait-il",
            "describe ?",
            shown("doj", "dhs", "eeoc", query="select agency does=investigation"),
            "describe dhs",
        ),
        (
            "et le dernier",
            "~same",
            shown("tip_report", "ag_report", query="get owner tip_report"),
            "get owner ag_report",
        ),
        (
            "et les autres",
            "~other",
            Focus(("research_data",), queries=("describe research_data",)),
            "select committee of=spog except=research_data",
        ),
        (
            "redis",
            "~again",
            Focus(("dos",), queries=("describe dos",)),
            "describe dos",
        ),
    ],
)
def test_a_follow_up_picks_narrows_or_asks_for_the_rest(
    text: str, form: str, before: Focus, expected: str
) -> None:
    assert best({form: 0.9}, before, text=text) == expected


LAWS = shown("tvpa", "tvpa_2003", "jvta", query="select law")
GIVE = shown("doj", "hhs", query="select agency does=grants")
OF_DOL = Focus(("dol",), (), ("goods_list", "products_list"), queries=("select report by=dol",))


@pytest.mark.parametrize(
    ("text", "names", "forms", "lean", "before", "expected"),
    [
        # It is not described: it says what it asks.
        ("la derniere qu a t elle cree", "", {"select body by=?": 0.9}, "index", LAWS, "select body by=jvta"),
        # Picked by its place, and named as well.
        ("que signifie OMB le deuxieme", "omb", {"get expand ?": 0.9}, "index",
         shown("odni", "omb", query="select agency described=no"), "get expand omb"),
        # What denies whom was spoken of asks for the others.
        ("ceux qui ne viennent pas de lui", "", {"select report by!=?": 0.9}, "other", OF_DOL,
         "select report by!=dol"),
    ],
)  # fmt: skip
def test_how_a_message_leans_gives_way_to_what_it_says(
    text: str, names: str, forms: dict[str, float], lean: str, before: Focus, expected: str
) -> None:
    leans = {**dict.fromkeys(("alone", "lent", "same", "index", "other"), 0.001), lean: 0.99}
    assert best(forms, before, leans, text=text, names=names) == expected


def test_of_a_list_the_one_that_does_what_is_said_is_meant() -> None:
    before = shown("doj", "dhs", "eeoc", query="select agency does=investigation")
    forms = {"describe ? about=?": 0.9}
    line = best(forms, before, topics="discrimination", text="celle des discriminations fait quoi")
    assert line == "describe eeoc about=discrimination"


def test_where_no_topic_is_sure_the_one_spoken_of_may_be_meant() -> None:
    """« Le premier, qu'est-ce qu'il accorde exactement ? » after who gives grants."""
    question = asked("le premier accorde quoi", forms={"describe ? about=?": 0.9})
    question = replace(question, scores={"trade": 0.2}, leans={"index": 0.9})
    found = understand(question, WORLD, replace(GIVE, topics=("grants",))).readings
    assert "describe doj about=grants" in [write(one.query) for one in found]
    sure = replace(question, scores={"trade": 0.9})
    found = understand(sure, WORLD, replace(GIVE, topics=("grants",))).readings
    assert "describe doj about=grants" not in [write(one.query) for one in found]


def test_how_a_message_leans_tells_what_of_a_list_is_asked() -> None:
    before = shown("doj", "dhs", "eeoc", query="select agency does=investigation")
    forms = {"select agency kind=department": 0.9}
    narrow = best(forms, before, {"narrow": 0.9, "other": 0.1}, text="lesquels en sont")
    assert narrow == "select agency does=investigation kind=department"
    other = best(
        forms,
        before,
        {"narrow": 0.1, "other": 0.9},
        text="et les autres, lesquels sont des departements",
    )
    assert other == "select agency kind=department except=doj,dhs"


def test_a_list_is_whole_where_nothing_asks_for_the_rest_of_it() -> None:
    before = Focus(("doj",), (), ("doj",), queries=("describe doj",))
    forms = {"select agency does=?": 0.9}
    new = {"lent": 0.7, "alone": 0.01, "other": 0.05, "narrow": 0.1}
    line = best(forms, before, new, topics="prosecution", text="quelles agences poursuivent")
    assert line == "select agency does=prosecution"
    rest = {"lent": 0.1, "alone": 0.01, "other": 0.8, "narrow": 0.05}
    line = best(forms, before, rest, topics="prosecution", text="qui d'autre poursuit")
    assert line == "select agency does=prosecution except=doj"


def test_what_was_spoken_of_earlier_can_be_meant_again() -> None:
    before = Focus(
        ("dos",), (), ("dos",), queries=("describe council", "select agency chairs=spog")
    )
    assert best({"get number ?": 0.9}, before) == "get number spog"
    assert best({"get content ?": 0.9}, before, names="council_report") != ""
    assert best({"verify number(?,?)": 0.9}, before, text="onze", names="council").endswith(",11)")


def test_what_is_not_named_may_be_meant_and_a_name_goes_before_it() -> None:
    meant = asked("quand a-t-il ete cree", links=(("council", 0.7),), forms={"get date ?": 0.9})
    readings = understand(meant, WORLD).readings
    assert write(readings[0].query) == "get date council"
    named = asked(names="spog", links=(("council", 0.7),), forms={"get date ?": 0.9})
    assert write(understand(named, WORLD).readings[0].query) == "get date spog"


def test_two_things_of_a_kind_stand_in_the_order_of_the_text() -> None:
    weak = Mention(("council",), "body", 3, 10, strength="weak")
    strong = Mention(("pitf",), "body", 20, 24)
    said = asked("le Conseil conseille la PITF", forms={"verify advises(?,?)": 0.9})
    readings = understand(replace(said, mentions=(weak, strong)), WORLD).readings
    assert write(readings[0].query) == "verify advises(council,pitf)"


def test_what_is_asked_of_a_report_is_not_asked_of_who_publishes_it() -> None:
    line = best({"get date ?": 0.9}, names="council", text="quand est sorti le premier rapport")
    assert line == "get date {report by=council}"
    assert best({"get date ?": 0.9}, names="council", text="depuis quand") == "get date council"


def test_numbers_are_read_in_figures_and_in_words() -> None:
    assert (
        best({"verify year(?,?)": 0.9}, text="cree en 2003", names="spog")
        == "verify year(spog,2003)"
    )
    line = best({"verify number(?,?)": 0.9}, text="onze membres", names="council")
    assert line == "verify number(council,11)"


def test_what_is_named_is_asked_and_not_the_list_that_was_counted() -> None:
    before = shown("doj", "dhs", "eeoc", query="count agency does=investigation")
    leans = {"lent": 0.98, "alone": 0.01, "narrow": 0.001, "other": 0.001}
    chairs = {"select agency chairs=?": 0.99}
    assert best(chairs, before, leans, names="pitf") == "select agency chairs=pitf"
    does = {"select agency does=?": 0.99}
    assert best(does, before, leans, topics="training") == "select agency does=training"
    assert best({"select agency": 0.9}, before, leans, text="lesquels") == (
        "select agency does=investigation"
    )


def test_the_body_of_all_committees_may_be_named_beside_them() -> None:
    question = asked("le SPOG a combien de comités", forms="count committee", names="spog")
    (found, *_) = understand(question, view().world).readings
    assert (write(found.query), found.features["unused"]) == ("count committee", 0)


def test_where_nothing_was_said_before_what_leans_on_it_is_not_meant() -> None:
    """ "Et le Trésor ?" opens a conversation too: a reply in a group, a page loaded again."""
    question = asked("et le tresor", names="treasury", forms={"~same": 0.97, "describe ?": 0.001})
    found = understand(question, WORLD)
    assert write(found.readings[0].query) == "describe treasury"
    assert found.sure > 0.1  # it is answered, with the question as it was understood
    before = Focus(("doj",), (), ("doj",), queries=("select report by=doj",))
    then = understand(question, WORLD, before)
    assert write(then.readings[0].query) == "select report by=treasury"


def test_a_department_is_asked_for_where_none_was_spoken_of() -> None:
    """ "Que fait le département ?" after a committee is no question about that committee."""
    forms = {"vague": 0.37, "describe ?": 0.28, "~again": 0.002}
    question = asked(
        "que fait le département", forms=forms, leans={"lent": 0.8, "alone": 0.01, "again": 0.003}
    )
    for spoken, line in (
        ("select committee about=research", "vague"),
        ("get chair spog", "vague"),
        ("select report by=dol", "describe dol"),
    ):
        assert write(understand(question, WORLD, after(spoken)).readings[0].query) == line


def test_what_was_picked_is_described_whole_and_not_by_what_the_list_just_told() -> None:
    spoken = after("select agency does=training")
    forms = {"describe ?": 0.5, "describe ? about=?": 0.45}
    assert best(forms, spoken, text="que fait le deuxieme") == "describe doj"
    named = best(forms, spoken, text="le deuxieme, ses formations", topics="training")
    assert named == "describe doj about=training"
