"""A statement that says more than the document gets no "oui": its words that are not there are
told, as are those by which a question asks for more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import pytest

from tests.answers.made import asked, said, spoken, talk, together, view
from vigie.answers.question import Focus, Mention
from vigie.answers.reading import beside
from vigie.answers.reading.beyond import beyond
from vigie.answers.reading.said import Said, Told
from vigie.answers.says_more import is_cut

TIP, PITF, SPOG = "publishes(dos,tip_report)", "chairs(dos,pitf)", "chairs(dos,spog)"


class Marked:
    """A reader to whom words in capitals say more, and "hm" may."""

    def likely(self, said: Said, lines: Sequence[str]) -> Mapping[str, float]:
        return {}

    def knows(self, word: str) -> bool:
        return True

    def beyond(self, said: Said) -> Sequence[Told]:
        text = "".join(one.text for one in said.message)
        weak = {"au": -0.8, "de": -0.8, "hm": -0.4, "aux": -0.8, "victimes": -0.8}
        found = ((one.span(), one.group()) for one in re.finditer(r"\w+", text))
        return [Told(*at, 2.0 if word.isupper() else weak.get(word, -4.0)) for at, word in found]


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    before = beside.use(Marked())
    yield
    beside.use(before)


def reply(text: str, claims: str, names: str = "dos") -> str:
    return said(talk(asked(text, names, forms=f"verify {claims}"))[0])


def test_nothing_more_is_upheld() -> None:
    assert reply("il publie un rapport", TIP).startswith("Oui. ")


def test_more_is_told_and_not_upheld() -> None:
    found = reply("il publie un rapport chaque année au MOIS de JUIN", TIP)
    assert "Oui" not in found and "publie chaque année" in found
    assert "Le document ne dit pas « au MOIS de JUIN »." in found


def test_each_stretch_is_told() -> None:
    found = reply("il SEUL publie un rapport SECRET", TIP)
    assert "ne dit pas « SEUL » et « SECRET »" in found


def test_what_may_be_more_is_neither_upheld_nor_told() -> None:
    found = reply("il publie un rapport hm", TIP)
    assert "Oui" not in found and "publie chaque année" in found and "ne dit pas" not in found


def test_several_claims_lose_their_yes() -> None:
    found = reply("il préside les deux DEPUIS HIER", f"{PITF} & {SPOG}")
    assert "Oui" not in found and "« DEPUIS HIER »" in found and "SPOG" in found


def test_what_is_not_known_is_told_by_its_words_alone() -> None:
    found = reply("il préside et DANSE", f"{PITF} & does(dos,@)")
    assert "« DANSE »" in found and "Le document ne le dit pas" not in found


def test_the_words_of_a_claim_that_is_left_out_are_told_beside_a_no() -> None:
    found = reply("créé par elle et DANSE", "creates(tvpa,council) & does(tvpa,@)", "tvpa council")
    assert found.startswith("Non. ") and "« DANSE »" in found


def test_what_is_denied_of_several_stays_denied() -> None:
    found = reply("il préside, né de la JvTA HIER", f"{PITF} & creates(jvta,pitf)", "dos pitf jvta")
    assert "En partie seulement" in found and "Non. " in found and "« HIER »" in found


def test_what_is_of_another_matter_is_not_upheld_either() -> None:
    found = reply("elle enquête SOUVENT", "does(eeoc,investigation)", "eeoc")
    assert "Oui" not in found and "ne dit pas que ce soit contre la traite" in found
    assert "« SOUVENT »" in found


@pytest.mark.parametrize(
    ("claims", "tells"),
    [
        (TIP, "publie chaque année"),
        (f"{PITF} & {SPOG}", "préside la PITF et le SPOG"),
        ("number(council,11)", "onze rescapés"),
        ("freq(tip_report,annual)", "chaque année"),
        ("creates(tvpa,pitf)", "est issue de"),
        ("does(dos,diplomacy)", "dialogue avec"),
        ("in(doj,pitf)", "DoJ"),
    ],
)
def test_in_another_form_it_tells_the_same_fact(claims: str, tells: str) -> None:
    _, focus = talk(asked("cela VRAIMENT", "dos", forms=f"verify {claims}"))
    again = said(talk(asked("en une phrase", forms="meta short"), focus)[0])
    assert tells in again and "Oui" not in again


@pytest.mark.parametrize("form", ["short", "repeat"])
def test_the_yes_does_not_come_back_in_another_form(form: str) -> None:
    first = asked("il publie un rapport SECRET", "dos", forms=f"verify {TIP}")
    _, focus = talk(first)
    assert "Oui" not in said(talk(asked("en une phrase", forms=f"meta {form}"), focus)[0])


def test_a_stretch_ends_with_its_sentence_and_a_long_one_is_not_told() -> None:
    found = reply("il publie VITE\nBILAN, au COIN", TIP)
    assert "« VITE », « BILAN » et « au COIN »" in found
    long = " ".join(["MOT"] * 20)
    assert "MOT" not in (found := reply(f"il publie un rapport {long}", TIP)) and "Oui" not in found


def test_what_the_reply_tells_is_not_said_to_be_unsaid() -> None:
    found = reply("il publie un RAPPORT ANNUEL en MARS", TIP)
    assert "ne dit pas « MARS »" in found and "RAPPORT" not in found


def test_marks_are_not_said_again() -> None:
    assert "« TOP SECRET »" in reply("il publie un rapport *TOP «SECRET", TIP)


def test_what_is_denied_stays_so() -> None:
    assert reply("il préside LE CONSEIL", "creates(tvpa,council)", "tvpa council").startswith("Non")


def test_without_a_reader_nothing_more_is_told() -> None:
    beside.use(None)
    assert "ne dit pas" not in reply("il publie un rapport SECRET", TIP)


ASKS = "select agency does=investigation"


def answered(text: str, line: str, names: str = "") -> str:
    return said(talk(asked(text, names, forms=line))[0])


@pytest.mark.parametrize(
    ("line", "names", "tells"),
    [
        (ASKS, "", "EEOC"),
        ("describe doj about=grants", "doj", "subventions"),
        ("count committee", "", "cinq"),
        ("get owner tip_report", "tip_report", "État"),
        ("compare doj dhs", "doj dhs", "enquêtes"),
    ],
)
def test_a_question_is_answered_and_its_words_that_ask_for_more_are_told(
    line: str, names: str, tells: str
) -> None:
    found = answered("la question AU PEROU", line, names)
    assert tells in found and "Le document ne précise pas « AU PEROU »." in found


def test_a_question_that_asks_for_nothing_more_is_answered_alone() -> None:
    assert "ne précise pas" not in answered("qui enquête hm", ASKS)


@pytest.mark.parametrize(
    "line",
    ["get budget doj", "select agency does=@", "get other doj", "select law year=1999"],
)
def test_what_is_refused_is_not_refused_twice(line: str) -> None:
    assert "ne précise pas" not in answered("la question AU PEROU", line, "doj")


def test_of_the_line_which_has_a_source_of_its_own_nothing_is_said_to_be_missing() -> None:
    assert "ne précise pas" not in answered("la ligne LA NUIT", "describe hotline", "hotline")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("qui enquête DANS le Midwest ?", "« DANS le Midwest »"),
        ("qui enquête, chez MA PETITE ville, ici", "« MA PETITE ville »"),
        ("qui enquête au CANADA OU ?", "« au CANADA »"),
        ("qui enquête pour LES JEUNES ?", "« LES JEUNES »"),
        ("qui enquête AU ROYAUME-uni ?", "« AU ROYAUME-uni »"),
        ("qui enquête DANS le MIDWEST ?", "« DANS le MIDWEST »"),
    ],
)
def test_a_stretch_does_not_end_on_a_word_that_leans_on_the_next(text: str, told: str) -> None:
    assert f"ne précise pas {told}." in answered(text, ASKS)


def test_a_stretch_ends_before_what_is_less_sure_after_a_small_word() -> None:
    """ "Le document ne précise pas « visa T aux victimes »" says that it tells of no victims."""
    assert "ne précise pas « VISA »." in answered("qui donne un VISA aux victimes ?", ASKS)
    assert "« VISA aux MINEURS »." in answered("qui donne un VISA aux MINEURS ?", ASKS)


def test_a_plural_that_the_reply_tells_of_one_is_not_said_to_be_missing() -> None:
    assert "LOIS" not in reply("trois LOIS et six rapports", "count(law,3) & count(report,6)", "")


def test_a_word_that_says_nothing_by_itself_is_not_told() -> None:
    assert "ne précise pas" not in answered("qui enquête LA ?", ASKS)


def test_a_yes_that_a_question_asks_for_is_not_said_of_more() -> None:
    plain = "quelqu'un enquête oui ou non"
    scores = {"investigation": 0.9}
    assert said(talk(asked(plain, forms=ASKS, scores=scores))[0]).startswith("Oui")
    found = said(talk(asked(f"{plain} AU MEXIQUE", forms=ASKS, scores=scores))[0])
    assert "Oui" not in found and "« AU MEXIQUE »" in found


def test_one_of_two_statements_that_says_more_gets_no_yes_with_the_other() -> None:
    first = asked("le DoS préside la pitf", "dos pitf", forms=f"verify {PITF}")
    second = asked("le DoS publie un rapport EN MAI", "dos", forms=f"verify {TIP}")
    found = said(talk(together(first, second))[0])
    assert found.count("Oui") == 1 and "« EN MAI »" in found and "publie chaque année" in found


def test_a_name_of_the_document_is_not_in_a_stretch() -> None:
    text = "il publie au PEROU, ET le DoS RIEN"
    start = text.index("DoS")
    named = Mention(("dos",), "agency", start, start + 3)
    found = said(talk(asked(text, forms=f"verify {TIP}", mentions=(named,)))[0])
    assert "« au PEROU »" in found and "DoS RIEN" not in found


def test_a_short_word_that_the_reply_tells_is_not_said_to_be_missing() -> None:
    assert "AIDE" not in answered("qui donne une AIDE", "select agency does=victim_assistance")


def test_what_only_opens_a_stretch_is_not_said_again() -> None:
    told = reply("il publie un rapport DONC TU LES CHAUFFEURS", TIP)
    assert "« LES CHAUFFEURS »" in told and "TU LES" not in told


@pytest.mark.parametrize(
    ("stretch", "text", "cut"),
    [
        ("après", "l'EEOC en fait partie d'après le texte", True),
        ("elle limitée", "est-elle limitée aux témoins", True),
        ("toute victime peut-elle", "toute victime peut-elle en bénéficier", True),
        ("au FBI", "il forme au FBI", False),
        ("dans le monde", "il enquête dans le monde", False),
        ("après 2003", "depuis, après 2003", False),
        ("en Géorgie", "forme-t-il en Géorgie", False),
    ],
)
def test_a_piece_of_something_is_not_said_to_be_unsaid(stretch: str, text: str, cut: bool) -> None:
    assert is_cut(stretch, text) is cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("un COLLÈGUE soutient en outre qu'elle enquête", ()),
        ("un COLLÈGUE affirme qu'elle enquête à LIMA", ("LIMA",)),
        ("il forme un COLLÈGUE. on dit qu'elle enquête", ("COLLÈGUE",)),
        ("il forme un COLLÈGUE, on dit que oui", ("COLLÈGUE",)),
        ("il forme à LIMA et mon COLLÈGUE dit que oui", ("LIMA", "COLLÈGUE")),
        ("il forme un COLLÈGUE", ("COLLÈGUE",)),
    ],
    ids=["who says it", "and what is said", "before", "beside", "two", "nobody says it"],
)
def test_who_says_it_is_not_what_is_said(text: str, words: tuple[str, ...]) -> None:
    assert beyond(spoken(text), Focus(), view().world, 0.0).words == words


@pytest.mark.parametrize("words", ["DANS QUELS COINS", "PAR ORDRE ALPHABETIQUE", "POUR QUI"])
def test_what_asks_or_is_of_the_form_qualifies_nothing(words: str) -> None:
    assert "ne précise pas" not in answered(f"qui enquête {words}", ASKS)


def test_the_verb_of_what_is_looked_for_qualifies_nothing() -> None:
    line = "select law amends=tvpa"
    assert "ne précise pas" not in answered("hm a été MODIFIEE ?", line, "tvpa")
    assert "ne précise pas « PRESIDEE »" in answered("hm est PRESIDEE ?", line, "tvpa")


def test_what_a_body_is_said_to_be_is_not_told_to_be_unsaid() -> None:
    line = "verify count(committee of=spog,5)"
    assert "ne dit pas" not in answered("le spog a cinq comités de HAUTS RESPONSABLES", line)
    assert "ne dit pas « HAUTS LIEUX »" in answered("le spog a cinq comités en HAUTS LIEUX", line)


def test_a_year_since_which_something_is_there_says_no_more_than_its_date() -> None:
    """Nothing else was told of "le SPOG existe depuis 2003 ?" than the fact, without its "oui"."""
    assert reply("existe HM depuis 2003", "year(spog,2003)", "spog").startswith("Le ")
    text = said(talk(asked("hm existe depuis 2003 ?", "spog", forms="verify year(spog,2003)"))[0])
    assert not text.startswith("Oui"), "a word that is not of the date counts"
    text = said(talk(asked("existe bien depuis 2003 ?", "spog", forms="verify year(spog,2003)"))[0])
    assert text.startswith("Oui. ")
    both = "verify year(spog,2003) & !year(spog,2000)"
    assert said(talk(asked("date de 2003, pas de 2000 ?", "spog", forms=both))[0]).startswith("Oui")
