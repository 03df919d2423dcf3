"""What is no question of fact: each kind has its own sentence, none states a fact of its own."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, phrases, said, talk, view
from vigie.answers.follow import examples
from vigie.answers.query.model import WORDS, Query
from vigie.answers.question import Focus
from vigie.answers.reading.evidence import gather
from vigie.answers.render.shape import FORMS
from vigie.answers.reply import Reply
from vigie.answers.smalltalk import responded

OUTSIDE = {
    "figures": "ni statistiques, ni budgets, ni effectifs",
    "country": "États-Unis",
    "legal": "avocat",
    "news": "actualité",
    "near": "ne traite pas de ce point",
    "far": "sort de mon domaine",
    "injection": "Je ne peux pas traiter ce message",
    "gibberish": "Je n'ai pas compris",
}
JUSTICE = after("describe doj")
INVESTIGATES = "select agency does=investigation"


def reply_to(act: str, want: str, names: str = "", focus: Focus = Focus()) -> Reply:  # noqa: B008
    seen = view(focus)
    evidence = gather(asked("?", names=names), seen.world)
    reply = responded(Query(act, want), evidence, seen)
    assert reply is not None, (act, want)
    return reply


@pytest.mark.parametrize(("want", "piece"), OUTSIDE.items())
def test_each_kind_of_outside_has_its_sentence(want: str, piece: str) -> None:
    reply = reply_to("none", want)
    assert piece in said(reply)
    assert (reply.kind, reply.focus, reply.places) == ("refusal", None, ())


def test_there_is_no_other_kind_of_outside() -> None:
    assert set(OUTSIDE) == set(WORDS["none"])


@pytest.mark.parametrize(
    ("act", "want"), [(act, want) for act in ("talk", "none") for want in WORDS[act]]
)
def test_they_are_short_and_calm(act: str, want: str) -> None:
    text = said(reply_to(act, want))
    assert 0 < len(text) <= 320 and "!!" not in text
    assert not any(shout in text for shout in ("ERREUR", "Traceback", "undefined", "None"))


def test_no_two_kinds_say_the_same() -> None:
    texts = [said(reply_to(act, want)) for act in ("talk", "none") for want in WORDS[act]]
    assert sorted(set(texts)) == sorted(texts)


@pytest.mark.parametrize("focus", [Focus(), JUSTICE], ids=["at first", "after an answer"])
@pytest.mark.parametrize("want", WORDS["meta"])
def test_whatever_is_asked_of_the_answer_has_a_reply(want: str, focus: Focus) -> None:
    assert said(reply_to("meta", want, focus=focus))


def test_every_form_of_an_answer_may_be_asked_for() -> None:
    assert set(FORMS) <= set(WORDS["meta"])


@pytest.mark.parametrize("want", WORDS["help"])
def test_whoever_asks_for_help_gets_the_number(want: str) -> None:
    assert "1-888-373-7888" in said(reply_to("help", want))


@pytest.mark.parametrize("act", ["vague", "told", "describe"])
def test_what_is_none_of_these_has_no_reply_here(act: str) -> None:
    assert responded(Query(act), gather(asked(), view().world), view()) is None


@pytest.mark.parametrize("want", ["near", "country", "news"])
def test_an_organisation_outside_the_document_is_said_to_be_so(want: str) -> None:
    assert "ne nomme pas cet organisme" in said(reply_to("none", want, names="?"))
    beside = said(reply_to("none", want, names="? doj"))
    assert "ne nomme pas cet organisme" not in beside, "one that it names is named too"


@pytest.mark.parametrize("want", ["greet", "capabilities"])
def test_a_greeting_offers_something_to_ask(want: str) -> None:
    assert reply_to("talk", want).choices == examples(view()) != ()
    assert reply_to("talk", "thanks").choices == ()


def test_it_says_that_it_is_a_robot() -> None:
    for want in ("greet", "bot", "capabilities", "how"):
        assert "robot" in said(reply_to("talk", want))


@pytest.mark.parametrize("want", WORDS["talk"])
def test_small_talk_keeps_the_subject(want: str) -> None:
    _, focus = talk(asked("?", forms=f"talk {want}"), JUSTICE)
    assert (focus.subjects, focus.shown, focus.queries) == (("doj",), ("doj",), JUSTICE.queries)


def test_small_talk_cites_nothing_and_an_answer_does() -> None:
    assert "Source" not in said(talk(asked("merci", forms="talk thanks"))[0])
    assert said(talk(asked(names="doj", forms="describe ?"))[0]).count("Source :") == 1


def test_no_sentence_promises_the_hotline_in_french_by_text() -> None:
    hotline = phrases().say("hotline_languages", voice="{voice}", text="{text}")
    assert "{voice}" in hotline and "{text}" in hotline and "français" not in hotline


@pytest.mark.parametrize(("text", "kind"), [("👍", "talk"), ("❤️", "talk"), ("???", "refusal")])
def test_a_sign_without_a_word_may_be_thanks(text: str, kind: str) -> None:
    assert talk(asked(text, words="", outside=""))[0].kind == kind


def test_a_form_that_the_answer_has_already_is_said_to_be_the_same() -> None:
    """Never the same text twice in a row."""
    focus = after("verify publishes(doj,tip_report)")
    assert said(talk(asked("en une phrase", forms="meta short"), focus)[0]).startswith(
        "Je le redis"
    )


def test_whoever_asks_beside_it_first_is_shown_what_can_be_asked() -> None:
    """« fais-moi ma dissertation », an emoji: a refusal alone leaves them there."""
    first, _ = talk(asked("fais moi ma dissertation", forms="none far"))
    assert first.kind == "refusal" and len(first.choices) > 1
    later, _ = talk(asked("fais moi ma dissertation", forms="none far"), after("describe doj"))
    assert not later.choices, "they know what can be asked"
    advised, _ = talk(asked("dois je porter plainte", forms="none legal"))
    assert not advised.choices, "who asks for advice is sent to a lawyer, not to a list"


def test_what_of_the_last_answer_is_not_in_the_document_is_told_with_the_source() -> None:
    """ "Compass Connections, c'est dans le document ?" was answered as if it were."""
    line = said(reply_to("meta", "source", focus=after("get contact hotline")))
    assert (
        "Ce qui n'y est pas : le numéro" in line and "les changements depuis la rédaction" in line
    )
    assert "Compass" in " ".join(
        reply_to("meta", "source", focus=after("get owner hotline")).updates
    )
    acronyms = said(reply_to("meta", "source", focus=after("describe nsc")))
    assert "Ce qui n'y est pas : le sigle." in acronyms
    assert "Ce qui n'y est pas" not in said(reply_to("meta", "source", focus=after(INVESTIGATES)))
    assert "Ce qui n'y est pas" not in said(reply_to("meta", "source"))


def test_who_doubts_is_told_what_has_changed_since() -> None:
    """ "T'es sûr que c'est fini ? Ça vient d'où ?" got the document, which does not say it."""
    told = reply_to("meta", "doubt", focus=after("describe usaid"))
    assert "a cessé" in " ".join(told.updates)
    assert reply_to("meta", "doubt", focus=JUSTICE).updates == ()


def test_who_asks_if_it_is_out_of_date_hears_that_changes_are_known() -> None:
    """Where none is known of what was spoken of last."""
    text = said(reply_to("meta", "uptodate", focus=after("describe spog")))
    assert "vérifiez auprès de l'organisme" in text and " changements sont connus" in text


def test_each_source_of_another_kind_is_named_once() -> None:
    """ "Ce qui n'y est pas : les sigles ; le sigle"."""
    text = said(reply_to("meta", "source", focus=after("select agency")))
    assert "les sigles" in text and "le sigle ;" not in text and text.count("les sigles") == 1


def test_the_date_is_cited_from_where_it_is_inferred() -> None:
    """It was cited from the paragraph of whoever was spoken of last."""
    assert reply_to("meta", "date", focus=after("describe eeoc")).places == (("council", 1),)
    assert reply_to("meta", "uptodate", names="usaid").places == (("members", 14),)


def test_its_limits_are_told_with_how_much_is_known_since() -> None:
    text = said(reply_to("meta", "limits"))
    assert "ni adresses" in text and "tous les changements" in text


def test_nothing_is_affirmed_before_a_no() -> None:
    """ "Vous êtes sûr ?" was answered "Oui, d'après mon document. Non. Le DHS…"."""
    refuted = after("verify runs(doj,blue_campaign)")
    text = said(reply_to("meta", "sure", focus=refuted))
    assert text.startswith("Oui, d'après") and "Non." not in text and "Blue Campaign" in text


@pytest.mark.parametrize(
    ("text", "forms", "greeted"),
    [
        ("bonjour, c'est bien ici qu'on pose des questions ?", "talk capabilities", True),
        ("c'est bien ici ?", "talk capabilities", False),
        ("bonjour", "talk greet", True),
        ("bonjour, qui enquête ?", "select agency does=investigation", False),
    ],
)
def test_whoever_greets_is_greeted_once(text: str, forms: str, greeted: bool) -> None:
    told = said(talk(asked(text, forms=forms))[0])
    assert told.count("Bonjour") == greeted


@pytest.mark.parametrize("form", ["meta no", "told"])
@pytest.mark.parametrize("text", ["ce n'est pas ce que je demandais", "c'est pas ma question"])
def test_who_was_misread_is_told_what_was_understood(text: str, form: str) -> None:
    found = said(talk(asked(text, forms=form), JUSTICE)[0])
    assert "j'ai répondu est « Que fait le département de la Justice" in found


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("non merci", JUSTICE),
        ("non non c'est bon", JUSTICE),
        ("non laisse tomber", JUSTICE),
        ("ce n'est pas ma question", Focus()),
    ],
)
def test_a_plain_no_and_one_before_any_answer_are_not(text: str, focus: Focus) -> None:
    found = said(talk(asked(text, forms="meta no"), focus)[0])
    assert "mal compris" not in found and "Que souhaitez-vous savoir ?" in found


@pytest.mark.parametrize("text", ["ah d'accord", "bon à savoir", "ok je vois"])
def test_what_is_only_taken_in_is_not_asked_about(text: str) -> None:
    found = said(talk(asked(text, forms="told"), JUSTICE)[0])
    assert found.startswith("Bien. ") and "De quel sujet" not in found


@pytest.mark.parametrize("text", ["ma mère est morte l'an dernier", "ça me met en colère"])
def test_what_is_told_of_oneself_is_not_taken_in_so(text: str) -> None:
    assert "Bien. " not in said(talk(asked(text, forms="told"), JUSTICE)[0])


def test_who_asks_what_is_kept_is_told_what_may_show_it() -> None:
    found = said(talk(asked("tu gardes mes messages ?", forms="meta privacy"))[0])
    assert "une heure au plus" in found and "que quelqu'un surveille" in found


def test_who_begins_by_telling_is_asked_about_what() -> None:
    assert "De quel sujet" in said(talk(asked("je suis étudiante", forms="told"))[0])
