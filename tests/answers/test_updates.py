"""A change since the document is told wherever a reply uses what changed, once, with its source."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from msgspec.structs import replace as remade

from tests.answers.made import after, asked, phrases, plain, said, tables, talk, told, view
from vigie.answers.citation import cite
from vigie.answers.converse import converse
from vigie.answers.matters import OF_ACTS, OF_RELATIONS, OF_WANTS
from vigie.answers.message import render
from vigie.answers.question import Focus
from vigie.answers.reply import Reply, together
from vigie.answers.updates import tell
from vigie.answers.view import Tables
from vigie.knowledge.model.sources import Matter

USAID = "l'USAID a cessé le 1er juillet 2025"
LINE = "Compass Connections"
GRANTS = "bureau ILAB"
WAR = "Department of War"
CHANGES = ("Depuis la rédaction : l'un a changé", "Depuis la rédaction : l'autre aussi")


def finished(line: str, focus: Focus = Focus()) -> Reply:  # noqa: B008
    seen = view(focus)
    return cite(tell(told(line).with_(queries=(line,)), seen), seen)


FORMS = {
    "a description": ("describe usaid", [USAID], [LINE]),
    "a list of who does it": ("select agency does=international_programmes", [USAID], [LINE, WAR]),
    "the only one who does it": ("select agency does=development", [USAID], []),
    "the members": ("get composition pitf", [USAID], [WAR, LINE]),
    "yes or no": ("verify does(usaid,international_programmes)", [USAID], []),
    "a seat": ("verify in(usaid,pitf)", [USAID], []),
    "a comparison": ("compare usaid dos", [USAID], [LINE]),
    "how many": ("count agency does=international_programmes", [USAID], [LINE]),
    "who funds the line": ("get owner hotline", [LINE], [USAID]),
    "what the line is": ("describe hotline", [LINE], []),
    "the number of the line": ("get contact hotline", [LINE], []),
    "all that its agency does": ("describe hhs", [LINE], [USAID]),
    "a duty": ("select agency does=child_labour", [GRANTS], [USAID]),
    "another duty of the same agency": ("select agency does=victim_identification", [], [GRANTS]),
    "a body": ("describe council", ["date de fin"], [USAID]),
    "a law": ("describe tvpa", ["5 janvier 2023"], []),
    "a report": ("describe tip_report", ["29 septembre 2025"], []),
    "when a report comes out": ("get frequency tip_report", ["29 septembre 2025"], []),
    "who publishes a report": ("get owner tip_report", [], ["29 septembre"]),
    "how many sit on a body": ("get number council", [], ["date de fin"]),
    "since when there is a body": ("get date council", ["date de fin"], []),
    "the name of an agency in English": ("get english ustr", [], ["soixante économies"]),
    "another name of an agency": ("get expand dod", [WAR], []),
    "who helps, the line among much": ("select agency does=victim_assistance", [], [LINE]),
    "who runs the line": ("select agency runs=hotline", [LINE], []),
    "what is only named": ("select agency does=military", [], []),
    "what the document does not give of what has ended": ("get other usaid", [USAID], [LINE]),
    "the same of what goes on": ("get other hhs", [], [LINE]),
}  # fmt: skip


def test_what_is_of_the_whole_agency_is_told_where_all_of_it_is() -> None:
    """A law about a centre of the DHS has no bearing on who investigates or grants a stay."""
    centre = "Public Law 117-322"
    assert centre in said(finished("describe dhs"))
    for line in (
        "select agency does=witness_stay",
        "select agency does=investigation",
        "describe doj",
    ):
        assert centre not in said(finished(line))


def test_of_two_answers_each_tells_its_own_changes() -> None:
    """ "C'est fermé ? et qui fait le travail ?" announced what is known since, and told nothing."""
    first, second = told("verify is(usaid,?)"), told("describe treasury")
    whole = tell(together([first, second]), view())
    assert "ce que l'on en sait" in said(whole) and USAID in said(whole)


@pytest.mark.parametrize(("line", "has", "lacks"), FORMS.values(), ids=FORMS)
def test_every_form_tells_it_once_and_nothing_else(
    line: str, has: list[str], lacks: list[str]
) -> None:
    reply = finished(line)
    lines = "\n".join(reply.updates)
    assert [lines.count(piece) for piece in has] == [1] * len(has), lines
    assert [piece for piece in lacks if piece in lines] == [], lines
    assert not any(piece in reply.lead for piece in has)


def test_a_change_has_its_address_and_its_day_in_the_text_and_in_the_structure() -> None:
    shown = render(finished("describe usaid"))
    line = next(line for line in shown.text.splitlines() if line.startswith("Depuis la rédaction"))
    assert "https://statedept.substack.com/" in line and "25 novembre 2026" in line
    (change,) = shown.custom["changes"]
    assert change["url"].startswith("https://statedept.") and change["checked_on"] == "2026-11-25"
    assert change["text"].startswith("L\u2019USAID a cessé") and change["text"].endswith(".")
    assert shown.custom["updates"] == [line]


def test_the_end_of_an_agency_is_told_once_in_a_while_and_to_who_asks_for_it() -> None:
    """ "Arrêtez de répéter l'histoire de 2025" was met by that, for the sixth time."""
    spoken = after("describe usaid")
    only = "verify only(does(usaid,international_programmes))"
    assert USAID in said(finished(only)) and USAID not in said(finished(only, spoken))
    assert USAID in said(finished("get other usaid", spoken))
    assert USAID in said(finished(only, after("describe usaid", *["describe ed"] * 4)))


CHANGED = asked("qu est ce qui a change", forms="meta uptodate")


def test_a_draft_is_never_told() -> None:
    drafts = [u.text for u in tables().knowledge.updates if u.status == "draft"]
    assert drafts
    everything = "\n".join(talk(CHANGED)[0].updates)
    assert everything and not any(text in everything for text in drafts)


def test_what_changed_is_told_for_one_entity_or_for_all() -> None:
    assert len(talk(CHANGED)[0].updates) > 5
    of_one, _ = talk(replace(CHANGED, mentions=asked(names="dhs").mentions))
    assert len(of_one.updates) == 1 and "27 décembre 2022" in of_one.updates[0]
    assert "rédigé entre" in of_one.lead
    nothing, _ = talk(replace(CHANGED, mentions=asked(names="treasury").mentions))
    assert nothing.updates == () and "Je ne sais pas si cela a changé depuis" in said(nothing)


def test_what_changed_is_told_of_what_is_named() -> None:
    """ "Qu'est-ce qui a changé pour l'USAID ?" got that no results are given."""
    named = asked("qu est ce qui a change pour l usaid", "usaid", forms="get results ?")
    reply, _ = talk(named, after("describe doj"))
    assert len(reply.updates) == 1 and "1er juillet 2025" in plain(reply.updates[0])


DATED = asked("de quand date le texte", forms="meta date")


def test_who_asks_for_the_date_hears_that_things_changed() -> None:
    reply, _ = talk(DATED)
    count = sum(one.status == "confirmed" for one in tables().knowledge.updates)
    assert f"depuis : {count} " in said(reply) and reply.updates == ()
    of_one, _ = talk(DATED, after("describe usaid"))
    assert USAID in of_one.updates[0] and "Je ne sais pas" not in said(of_one)


ENDED = {
    "it did": ("verify does(usaid,international_programmes)", "Oui, à la date du document. "),
    "that it did not": ("verify !does(usaid,development)", "Si, à la date du document. "),
    "it goes on": ("verify does(dos,international_programmes)", "Oui. "),
    "it never did": ("verify does(usaid,investigation)", "Le document ne dit pas que"),
}


@pytest.mark.parametrize(("line", "begins"), ENDED.values(), ids=ENDED)
def test_a_yes_of_who_has_stopped_is_one_of_the_date_of_the_document(
    line: str, begins: str
) -> None:
    assert said(finished(line)).startswith(begins)


def test_whether_it_is_up_to_date_is_answered_with_what_is_spoken_of() -> None:
    reply, _ = talk(CHANGED, after("describe usaid"))
    assert USAID in reply.updates[0] and len(reply.updates) == 1


def test_of_all_that_was_spoken_of_what_changed_is_told() -> None:
    """Also where nothing changed of what was spoken of last."""
    reply, _ = talk(CHANGED, after("describe usaid", "get level pitf"))
    assert len(reply.updates) == 1 and USAID in reply.updates[0]


def test_an_update_may_be_about_the_document_as_a_whole() -> None:
    known = tables().knowledge
    whole = [u for u in known.updates if u.about == "document"]
    assert whole
    now = remade(whole[0], status="confirmed")
    reply, _ = converse(CHANGED, Focus(), Tables(remade(known, updates=(now,))), phrases())
    assert whole[0].text in reply.updates[0]


CITED = {
    "the number, and the 911": (
        "get contact hotline", ["humantraffickinghotline.org", "911.gov"], "« Organes composant",
    ),
    "an English name": ("get expand doj", ["state.gov/humantrafficking"], "« Org"),
    "acronyms in a list": (
        "select agency described=no", ["swap.stanford.edu", "americancornerstone"], "« Org",
    ),
    "a title in English": ("get owner goods_list", ["dol.gov/"], "« Organes"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "pages", "document"), CITED.values(), ids=CITED)
def test_what_the_document_does_not_say_has_a_source_of_its_own(
    line: str, pages: list[str], document: str
) -> None:
    reply = finished(line)
    assert document in reply.source
    assert "Hors du document" in reply.source and "26 novembre 2026" in reply.source
    assert all(page in reply.source for page in pages), reply.source
    assert len(reply.sources) == len(pages)


@pytest.mark.parametrize("line", ["select agency does=finance", "get english ag_report"])
def test_what_the_document_says_has_no_other_source(line: str) -> None:
    """Nor has the English title that it gives, which ends like another that it does not."""
    reply = finished(line)
    assert "Hors du document" not in reply.source and reply.sources == ()
    assert "Hors du document" in finished("get english tip_report").source


def test_several_changes_are_told_under_one_heading() -> None:
    """« Depuis la rédaction » ten times over is a wall of text on a phone."""
    text = render(finished("get composition pitf")).text
    several = render(finished("get composition pitf").with_(updates=tuple(CHANGES))).text
    assert text.count("Depuis la rédaction") == 1 and "• " not in text.partition("Depuis")[2]
    assert several.count("Depuis la rédaction") == 1
    assert "\n• l’un a changé.\n• l’autre aussi." in several


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ("describe council", "get date council", False),
        ("describe spog", "get date council", True),
        ("describe usaid", "verify does(usaid,private_sector)", False),
        ("describe usaid", "select agency does=international_programmes", False),
    ],
    ids=["it was just told", "something else was", "it has ended", "which is only named"],
)
def test_what_the_last_reply_told_is_not_told_again(before: str, line: str, told: bool) -> None:
    text = said(talk(asked("x", forms=line), after(before))[0])
    assert ("Depuis la rédaction" in text) is told


def test_every_matter_that_an_editor_may_name_can_be_asked_of() -> None:
    known = {*OF_ACTS.values(), *OF_WANTS.values(), *OF_RELATIONS.values()}
    assert known == set(get_args(Matter))


def test_what_was_told_to_have_ended_is_recalled_in_a_few_words() -> None:
    """Two who fund abroad were named to somebody who wrote it down for their chief, one of them
    gone: that had been told three turns before."""
    spoken = after("describe usaid")
    funding = said(finished("select agency does=international_programmes", spoken))
    assert USAID not in funding and "Pour rappel, cela a changé depuis pour" in funding
    judged = said(finished("verify does(usaid,international_programmes)", spoken))
    assert judged.startswith("Oui, à la date du document.") and "Pour rappel" not in judged
    assert "Pour rappel" not in said(finished("select agency does=farming", spoken))


def test_in_few_words_only_what_has_ended_is_told() -> None:
    """ "Qui finance la ligne ? Une ligne." got four."""
    line = asked("qui finance la ligne d'aide en une phrase", "hotline", forms="get owner ?")
    assert LINE not in said(talk(line)[0])
    assert LINE in said(talk(replace(line, words="qui finance la ligne d aide"))[0])
    ended = asked("que fait l'usaid en une phrase", "usaid", forms="describe ?")
    assert USAID in said(talk(ended)[0])


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("et l'usaid aujourd'hui ?", "Voici ce que l'on en sait aujourd'hui."),
        ("que fait l'usaid ?", "Ce qui suit vaut à la date du document. Voici ce que fait"),
    ],
    ids=["today", "whenever"],
)
def test_what_it_does_today_is_that_it_has_ended(text: str, begins: str) -> None:
    reply, _ = talk(asked(text, names="usaid", forms="describe ?"))
    assert said(reply).startswith(begins) and USAID in said(reply)


@pytest.mark.parametrize(
    ("form", "dated"),
    [
        ("describe usaid about=development", True),
        ("select agency does=conflict_crisis", True),
        ("get acronym usaid", False),
        ("describe doj about=research", False),
        ("select agency does=private_sector", False),
    ],
    ids=["one task", "who does it", "its name", "somebody else's", "a list"],
)
def test_the_tasks_of_what_has_ended_are_first_said_to_be_of_then(form: str, dated: bool) -> None:
    assert said(talk(asked("?", forms=form))[0]).startswith("Ce qui suit vaut") is dated


def test_what_is_announced_is_told_again() -> None:
    """ "Voici ce que l'on en sait aujourd'hui" was followed by nothing."""
    today = asked("et l'usaid aujourd'hui ?", names="usaid", forms="describe ?")
    assert USAID in said(talk(today, after("verify in(usaid,pitf)"))[0])


def test_all_that_has_changed_is_told_whatever_was_spoken_of() -> None:
    everything = asked("quels sont tous les changements", forms="meta changes")
    told = talk(everything, after("describe spog"))[0]
    assert len(told.updates) > 5 and told.places == (("council", 1),)
