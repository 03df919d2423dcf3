"""A change since the document is told wherever a reply uses what changed, once, with its source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.answers.made import answer, asked, phrases, tables, view
from vigie.answers.citation import cite
from vigie.answers.question import Focus, Question
from vigie.answers.reply import Reply, render
from vigie.answers.updates import tell
from vigie.answers.view import Tables, View

USAID = "l'USAID a cessé le 1er juillet 2025"
LINE = "Compass Connections"
GRANTS = "bureau ILAB"
WAR = "Department of War"


def finished(intent: str, question: Question, focus: Focus = Focus()) -> Reply:  # noqa: B008
    seen = view(focus)
    return cite(tell(answer(intent, question, focus), seen), seen)


FORMS = {
    "a description": ("describe", asked(names="usaid"), [USAID], [LINE]),
    "a list of who does it": (
        "which_agency", asked(topics="international_programmes"), [USAID], [LINE, WAR],
    ),
    "the only one who does it": ("which_agency", asked(topics="development"), [USAID], []),
    "the members": ("list_members", asked("la liste", names="pitf"), [USAID], [WAR, LINE]),
    "yes or no": (
        "verify_role", asked("finance", names="usaid", topics="international_programmes"),
        [USAID], [],
    ),
    "a seat": ("verify_membership", asked("membre", names="usaid pitf"), [USAID], []),
    "a comparison": ("compare", asked(names="usaid dos"), [USAID], [LINE]),
    "how many": (
        "which_agency", asked("combien", topics="international_programmes"), [USAID], [LINE],
    ),
    "who funds the line": ("programme_owner", asked(names="hotline"), [LINE], [USAID]),
    "what the line is": ("describe", asked(names="hotline"), [LINE], []),
    "the number of the line": ("hotline_info", asked(), [LINE], []),
    "all that its agency does": ("describe", asked(names="hhs"), [LINE], [USAID]),
    "a duty": ("which_agency", asked(topics="child_labour"), [GRANTS], [USAID]),
    "another duty of the same agency": (
        "which_agency", asked(topics="victim_identification"), [], [GRANTS],
    ),
    "a body": ("describe", asked(names="council"), ["date de fin"], [USAID]),
    "a law": ("describe", asked(names="tvpa"), ["5 janvier 2023"], []),
    "a report": ("describe", asked(names="tip_report"), ["29 septembre 2025"], []),
    "who publishes a report": ("report_owner", asked(names="tip_report"), ["29 septembre"], []),
    "what is only named": ("which_agency", asked(topics="military"), [], []),
}  # fmt: skip


@pytest.mark.parametrize(("intent", "question", "has", "lacks"), FORMS.values(), ids=FORMS)
def test_every_form_tells_it_once_and_nothing_else(  # type: ignore[no-untyped-def]
    intent: str, question, has: list[str], lacks: list[str]
) -> None:
    reply = finished(intent, question)
    told = "\n".join(reply.updates)
    assert [told.count(piece) for piece in has] == [1] * len(has), told
    assert [piece for piece in lacks if piece in told] == [], told
    assert not any(piece in reply.lead for piece in has)


def test_a_change_has_its_address_and_its_day_in_the_text_and_in_the_structure() -> None:
    shown = render(finished("describe", asked(names="usaid")))
    line = next(line for line in shown.text.splitlines() if line.startswith("Depuis la rédaction"))
    assert "https://statedept.substack.com/" in line and "25 novembre 2026" in line
    (change,) = shown.custom["changes"]
    assert change["url"].startswith("https://statedept.") and change["checked_on"] == "2026-11-25"
    assert change["text"].startswith("L\u2019USAID a cessé") and change["text"].endswith(".")
    assert shown.custom["updates"] == [line]


def test_a_draft_is_never_told() -> None:
    drafts = [u.text for u in tables().knowledge.updates if u.status == "draft"]
    assert drafts
    everything = "\n".join(finished("ask_date", asked("qu est ce qui a change")).updates)
    assert not any(text in everything for text in drafts)


def test_what_changed_is_told_for_one_entity_or_for_all() -> None:
    what = asked("qu est ce qui a change")
    assert len(finished("ask_date", what).updates) > 5
    of_one = finished("ask_date", replace(what, mentions=asked(names="dhs").mentions))
    assert len(of_one.updates) == 1 and "27 décembre 2022" in of_one.updates[0]
    assert "rédigé entre" in of_one.lead
    nothing = finished("ask_date", replace(what, mentions=asked(names="treasury").mentions))
    assert nothing.updates == () and "aucun changement" in nothing.lead


def test_whether_it_is_up_to_date_is_answered_with_what_is_spoken_of() -> None:
    after = Focus("describe", ("usaid",), (), ("usaid",))
    reply = finished("ask_date", asked("c est a jour"), after)
    assert USAID in reply.updates[0] and len(reply.updates) == 1


def test_an_update_may_be_about_the_document_as_a_whole() -> None:
    known = tables().knowledge
    whole = [u for u in known.updates if u.about == "document"]
    assert whole
    now = msgspec_replace(whole[0], status="confirmed")
    seen = View(Tables(msgspec_replace(known, updates=(now,))), phrases())
    from vigie.answers.followups import ask_date

    reply = ask_date(asked("qu est ce qui a change"), seen)
    assert isinstance(reply, Reply) and whole[0].text in reply.updates[0]


def msgspec_replace(value, **changes):  # type: ignore[no-untyped-def]
    import msgspec

    return msgspec.structs.replace(value, **changes)


CITED = {
    "the number": ("hotline_info", asked(), ["humantraffickinghotline.org"], "« Organes composant"),
    "an English name": ("expand_name", asked(names="doj"), ["state.gov/humantrafficking"], "« Org"),
    "acronyms in a list": (
        "undescribed_members", asked(), ["swap.stanford.edu", "americancornerstone"], "« Org",
    ),
    "a title in English": ("report_owner", asked(names="goods_list"), ["dol.gov/"], "« Organes"),
}  # fmt: skip


@pytest.mark.parametrize(("intent", "question", "pages", "document"), CITED.values(), ids=CITED)
def test_what_the_document_does_not_say_has_a_source_of_its_own(  # type: ignore[no-untyped-def]
    intent: str, question, pages: list[str], document: str
) -> None:
    reply = finished(intent, question)
    assert document in reply.source
    assert "Hors du document" in reply.source and "26 novembre 2026" in reply.source
    assert all(page in reply.source for page in pages), reply.source
    assert len(reply.sources) == len(pages)


def test_what_the_document_says_has_no_other_source() -> None:
    reply = finished("which_agency", asked(topics="finance"))
    assert "Hors du document" not in reply.source and reply.sources == ()
