"""A message, whatever it holds, and its finished reply: what is said, offered and remembered."""

from __future__ import annotations

import json

import pytest

from tests.answers.made import after, asked, in_order, mention, plain, said, talk, together
from vigie.answers.message import render
from vigie.answers.question import Focus, Question, read_question
from vigie.answers.reply import CHOICE

INVESTIGATES = asked("qui enquête", topics="investigation", forms="select agency does=?")
CHAIRS = asked("qui préside", names="spog", forms="select agency chairs=?")


def test_the_answer_cites_its_sections_and_paragraphs_once_and_last() -> None:
    text = said(talk(INVESTIGATES)[0])
    assert text.endswith(
        "Source : « Organes composant la PITF », § 5, 12 et 15 (texte rédigé entre octobre 2016 et la fin de 2017)."
    )
    assert text.count("Source :") == 1


def test_a_place_after_two_answers_is_of_the_list_that_one_of_them_gave() -> None:
    _, focus = talk(together(INVESTIGATES, CHAIRS))
    second = asked("le deuxième, c'est quoi", forms="describe ?", leans={"index": 1.0})
    _, then = talk(second, focus)
    assert then.queries[-1] == "describe dhs"


def test_what_is_compared_twice_is_compared_once_whatever_the_order() -> None:
    first, then = (
        asked("change", names=names, forms="compare ? ?") for names in ("dol ustr", "ustr dol")
    )
    reply, _ = talk(together(first, then))
    assert reply.queries == ("compare dol ustr",)


def test_two_questions_get_two_answers_in_order_with_one_source() -> None:
    reply, focus = talk(together(INVESTIGATES, CHAIRS))
    text = said(reply)
    assert in_order(text, ["Trois organismes", "(EEOC)", "(DoS) préside"])
    assert text.count("Source :") == 1
    assert focus.subjects == ("dos",)
    assert focus.queries == ("select agency does=investigation", "select agency chairs=spog")


def test_the_second_question_leans_on_the_first() -> None:
    first = asked("que fait", names="dol", forms="describe ?")
    then = asked("et il publie quoi", forms="select report by=?")
    text = said(talk(together(first, then))[0])
    assert in_order(text, ["identifier les victimes", "trois rapports"])


def test_what_is_asked_before_its_thing_is_named_is_asked_of_that() -> None:
    """ "Le niveau et l'origine de la PITF", after a talk on the Council."""
    level = asked("le niveau", forms="get level ?")
    origin = asked("et l origine de la", names="pitf", forms="get origin ?")
    text = said(talk(together(level, origin), after("describe council"))[0])
    assert in_order(text, ["niveau ministériel", "issue de la Loi"])


def test_what_changed_is_told_once_for_two_questions() -> None:
    both = together(asked("que fait", names="usaid", forms="describe ?"), CHAIRS)
    assert said(talk(both)[0]).count("1er juillet 2025") == 1


def test_of_what_has_ended_since_a_claim_beyond_the_document_gets_that() -> None:
    """ "Elle a fermé ?" got all that the USAID did, before the one line that answers."""
    text = said(talk(asked("elle a ferme", "usaid", forms="verify does(?,@)"))[0])
    assert in_order(text, ["ne le dit pas", "Depuis la rédaction", "1er juillet 2025"])
    assert "partenariats" not in text


def test_the_same_asked_twice_in_a_message_is_answered_once() -> None:
    assert said(talk(together(CHAIRS, CHAIRS))[0]).count("(DoS) préside") == 1


def test_two_claims_of_a_message_are_judged_as_one() -> None:
    one = asked("il préside", names="doj pitf", forms="verify chairs(?,?)")
    other = asked("et il publie", names="doj ag_report", forms="verify publishes(?,?)")
    text = said(talk(together(one, other))[0])
    assert not text.startswith(("Oui", "Non")), text
    assert in_order(text, ["Non.", "Oui."]), text


def test_a_date_tells_the_law_too() -> None:
    date = asked("depuis quand", names="council", forms="get date ?")
    law = asked("et par quelle loi", names="council", forms="get origin ?")
    text = said(talk(together(date, law))[0])
    assert text.count("(JvTA)") == 1 and "2015" in text


def test_what_is_told_beside_a_question_is_not_answered() -> None:
    told = asked("je suis étudiant", forms="told")
    reply, _ = talk(together(told, CHAIRS))
    assert "(DoS) préside" in said(reply) and "De quel sujet" not in said(reply)


def test_a_part_that_is_lost_is_said_to_be() -> None:
    text = said(talk(together(CHAIRS, asked("abcd")))[0])
    assert in_order(text, ["(DoS) préside", "Source"])
    alone = said(talk(CHAIRS)[0])
    assert len(text) > len(alone)


def test_a_message_of_which_nothing_is_understood_is_refused_once() -> None:
    reply, focus = talk(together(asked("abcd"), asked("efgh")), after("describe doj"))
    assert reply.kind == "refusal" and said(reply).count("Je ne suis pas sûr") == 1
    assert focus.subjects == ("doj",)


def test_who_else_in_the_same_message_is_other_than_whom_it_names() -> None:
    """ "Seul le DHS enquête-t-il ? Sinon, qui d'autre ?": who answers the first is not yet seen."""
    alone = asked("seul le enquete t il ?", "dhs", "investigation", forms="verify only(does(?,?))")
    others = asked("sinon qui d autre ?", forms="~other", leans={"other": 1.0})
    reply, _ = talk(together(alone, others))
    assert reply.queries[-1] == "select agency does=investigation except=dhs"


def test_what_two_things_are_is_told_beside_what_they_share() -> None:
    one = asked("que fait", names="usaid", forms="describe ?")
    other = asked("et que fait", names="eeoc", forms="describe ?")
    shared = asked("et qu ont elles en commun", forms="compare ? ?")
    whole = together(one, other, shared, names="usaid eeoc", forms="compare ? ?")
    reply, _ = talk(whole)
    *each, last = reply.queries
    assert each == ["describe usaid", "describe eeoc"]
    assert sorted(last.split()) == ["compare", "eeoc", "usaid"]


def test_what_is_told_goes_before_what_is_asked_back() -> None:
    """ "C'est quoi la traite, et qui s'en occupe aux États-Unis ?" got "de quel organisme ?"."""
    first = asked("c est quoi la traite", forms="describe ?")
    reply, _ = talk(together(first, asked("et qui s en occupe", forms="meta overview")))
    assert (reply.kind, "en bref" in said(reply)) == ("answer", True)


def test_thanks_beside_what_is_lost_are_answered() -> None:
    reply, _ = talk(together(asked("abcd"), asked("merci", forms="talk thanks")))
    assert reply.kind == "talk"


def test_what_was_just_said_is_said_to_be_said_again() -> None:
    _, focus = talk(CHAIRS)
    again, later = talk(CHAIRS, focus)
    assert plain(again.lead).startswith("Je n'ai rien d'autre à ce sujet. Le DoS")
    assert later.queries[-1] == "select agency chairs=spog"
    other, _ = talk(INVESTIGATES, focus)
    assert "rien d'autre" not in said(other)


def test_what_is_said_again_beside_something_else_takes_nothing_from_that() -> None:
    """ "Il délivre des lettres ? À tout le monde ?" after "il décide ?" got the beginning alone."""
    unsaid = asked("il decide ?", "hhs", forms="verify does(?,@)")
    letters = asked("il delivre des lettres ?", "hhs", "certification", forms="verify does(?,?)")
    reply, _ = talk(together(letters, unsaid), talk(unsaid)[1])
    assert "délivre aux victimes étrangères" in said(reply)


def test_a_verdict_that_was_just_given_is_said_to_be_said_again() -> None:
    claim = asked("le doj enquete", forms="verify does(doj,investigation)")
    again, _ = talk(claim, talk(claim)[1])
    assert plain(again.lead).startswith("Je le redis. Le DoJ enquête")


def test_what_has_no_name_is_never_said_to_be_said_again() -> None:
    """Each time it may be something else: « garantit-elle ? », then « impose-t-elle ? »."""
    beyond = "verify does(?,@)"
    first, focus = talk(asked("garantit elle quelque chose", names="eeoc", forms=beyond))
    again, _ = talk(asked("impose elle quelque chose", names="eeoc", forms=beyond), focus)
    assert "En bref" in said(first) and "En bref" not in said(again), "it was just told"
    assert plain(again.lead) == "Le document ne le dit pas."


def test_what_is_told_beside_it_is_told_again_whole() -> None:
    forms = {"verify does(?,?) & does(?,@)": 0.9}
    first, focus = talk(asked("enquete et jardine", "doj", "investigation", forms=forms))
    again, _ = talk(asked("enquete et coud", "doj", "investigation", forms=forms), focus)
    told, brief = "Oui. Le département de la Justice (DoJ) enquête", "Oui. Le DoJ enquête"
    assert first.items[0].startswith(told) and again.items[0].startswith(brief)
    assert len(again.items) == len(first.items)


def test_what_was_just_told_to_another_question_is_said_to_be_said_again() -> None:
    """One sentence tells the SPOG's level and who sits in it."""
    _, focus = talk(asked("quel niveau", names="spog", forms="get level ?"))
    told, _ = talk(asked("qui en fait partie", names="spog", forms="get composition ?"), focus)
    other, _ = talk(asked("qui en fait partie", names="pitf", forms="get composition ?"), focus)
    assert plain(told.lead).startswith("Je n'ai rien d'autre à ce sujet.")
    assert "rien d'autre" not in said(other)


@pytest.mark.parametrize("form", ["describe ?", "get english ?", "select report by=?"])
def test_the_same_text_is_never_sent_twice_in_a_row(form: str) -> None:
    question = asked("et", names="doj", forms=form)
    first, focus = talk(question)
    again, _ = talk(question, focus)
    assert render(first).text != render(again).text


ENGLISH = "which agency is in charge of the investigation of trafficking"


def test_a_question_in_english_is_answered_in_french_where_names_make_it_plain() -> None:
    reply, _ = talk(asked(ENGLISH, names="doj", forms="describe ?"))
    assert reply.kind == "answer" and in_order(said(reply), ["in French only", "(DoJ)"])


def test_a_question_in_english_that_names_nothing_is_refused_with_examples() -> None:
    reply, _ = talk(asked(ENGLISH, forms="select agency"))
    assert reply.kind == "refusal" and reply.choices


def test_what_is_offered_to_go_on_with_is_no_question_that_was_just_asked() -> None:
    reply, _ = talk(CHAIRS)
    assert reply.follow and "select agency chairs=spog" not in [one.query for one in reply.follow]


def test_a_choice_is_cited_told_and_followed_as_a_question_is() -> None:
    _, focus = talk(asked("que fait", names="usaid|eeoc", forms="describe ?"))
    reply, _ = talk(asked(f"{CHOICE}1"), focus)
    assert reply.source and reply.follow and reply.updates


def test_the_focus_goes_through_the_slots_and_back() -> None:
    _, focus = talk(asked("combien de membres", forms="get number ?"), after("describe doj"))
    assert focus.pending and focus.queries and focus.places and focus.shown
    assert Focus.read(json.loads(json.dumps(focus.slots()))) == focus
    assert Focus.read({}) == Focus()
    assert Focus.read(dict.fromkeys(focus.slots())) == Focus()


def test_a_line_that_an_older_version_kept_is_passed_over() -> None:
    reply, _ = talk(
        asked("et lui", names="dhs", forms="~same"), Focus(queries=("describe doj", "ask doj"))
    )
    assert "(DHS)" in said(reply)


def test_a_message_without_frame_is_read_by_its_intent() -> None:
    question = read_question({"text": "x", "intent": {"name": "greet"}})
    assert (question.ranking, question.text) == ((("greet", 1.0),), "x")
    assert talk(read_question({}))[0].kind == "refusal"


def test_ids_leave_out_what_is_ambiguous_excluded_or_outside() -> None:
    question = Question(
        "",
        mentions=(
            mention("doj"),
            mention("dos|dol"),
            mention("dhs", True),
            mention("?"),
            mention("doj"),
        ),
    )
    assert question.ids() == ("doj",)
    assert question.ids(excluded=True) == ("dhs",)
    assert question.ids("body") == ()
    assert question.ids("outsider") == ("other",)


@pytest.mark.parametrize("before", ["verify does(eeoc,@)", "describe eeoc", "select agency"])
def test_a_form_of_something_that_is_named_is_of_that(before: str) -> None:
    """« En une phrase, le DHS » got once more what was just said of the EEOC."""
    question = asked("en une phrase", names="dhs", forms="meta short")
    reply, focus = talk(question, after(before))
    assert "le DHS s'occupe" in said(reply) and "redis" not in said(reply)
    assert "EEOC" not in said(reply) and not reply.items
    assert focus.queries[-1] == "describe dhs"


def test_a_form_alone_is_of_the_last_answer() -> None:
    reply, _ = talk(asked("en une phrase", forms="meta short"), after("describe dhs"))
    assert "le DHS s'occupe" in said(reply)


DESCRIBES = {"describe ? about=?": 0.6, "select agency does=?": 0.35}


def test_of_the_whole_nothing_spoken_of_is_meant() -> None:
    """ "Et les victimes dans tout ça ?" after the DoT was answered of the DoT."""
    asks = asked("qui aide les victimes dans tout ça", topics="victim_assistance", forms=DESCRIBES)
    spoken = after("describe dot")
    assert "(DoT)" not in said(talk(asks, spoken)[0]) and "DoT" not in said(talk(asks, spoken)[0])
    of_it = asked("qui aide les victimes", topics="victim_assistance", forms=DESCRIBES)
    assert "DoT" in said(talk(of_it, spoken)[0])


def test_a_fact_that_was_just_told_is_not_told_after_its_yes() -> None:
    """ "Qui les délivre, et ça concerne les étrangères ?" told it twice."""
    first = asked("qui les délivre", topics="certification", forms="select agency does=?")
    second = asked("le HHS ?", "hhs", "certification", forms="verify does(?,?)")
    text = said(talk(together(first, second))[0])
    assert text.count("lettres de certification") == 1 and "Oui." in text
