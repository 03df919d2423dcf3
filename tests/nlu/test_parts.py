"""Parts: two questions are two, one is one, and what a question sets aside is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.nlu.aside import set_aside
from vigie.nlu.parts import questions
from vigie.nlu.text import clean, tokens


def asked(text: str) -> list[str]:
    return [text[span.start : span.end] for span in questions(text, tokens(text))]


def aside(text: str) -> list[str]:
    return [text[span.start : span.end] for span in set_aside(text, tokens(text))]


SEVERAL = {
    "two sentences": (
        "Qui enquête ? Qui forme ?",
        ["Qui enquête ?", "Qui forme ?"],
    ),
    "a second question that leans on the first": (
        "Que fait le DoJ ? Et le DHS ?",
        ["Que fait le DoJ ?", "Et le DHS ?"],
    ),
    "joined by et": (
        "Qui préside la PITF et qui publie le rapport TIP ?",
        ["Qui préside la PITF", "et qui publie le rapport TIP ?"],
    ),
    "joined by a comma and et": (
        "Qui préside la PITF, et combien de comités compte le SPOG ?",
        ["Qui préside la PITF", "et combien de comités compte le SPOG ?"],
    ),
    "joined by puis": ("Qui enquête puis qui juge ?", ["Qui enquête", "puis qui juge ?"]),
    "joined by pis, as in Québec": ("qui enkete pis qui paye", ["qui enkete", "pis qui paye"]),
    "on the one hand": (
        "D'une part qui enquête, d'autre part qui finance ?",
        ["D'une part qui enquête", "d'autre part qui finance ?"],
    ),
    "on two lines": ("qui enquête\nqui forme", ["qui enquête", "qui forme"]),
    "in a list with dashes": ("- qui enquête ?\n- qui forme ?", ["qui enquête ?", "qui forme ?"]),
    "text-message words": ("ki enkete ? cki ki forme ?", ["ki enkete ?", "cki ki forme ?"]),
    "two statements to confirm": (
        "Est-ce que l'USAID mène des recherches et est-ce que le DoS préside la PITF ?",
        ["Est-ce que l'USAID mène des recherches", "et est-ce que le DoS préside la PITF ?"],
    ),
    "a name, then a statement": (
        "c'est quoi l'EEOC et est-ce qu'elle enquête ?",
        ["c'est quoi l'EEOC", "et est-ce qu'elle enquête ?"],
    ),
    "an inverted verb": (
        "Quand la loi a-t-elle été votée et qu'a-t-elle créé ?",
        ["Quand la loi a-t-elle été votée", "et qu'a-t-elle créé ?"],
    ),
    "a question told with si": (
        "Je voudrais savoir d'abord quels sont les comités, ensuite si le DoD forme.",
        [
            "Je voudrais savoir d'abord quels sont les comités",
            "ensuite si le DoD forme",
        ],
    ),
    "a question that a colon announces": (
        "Il me manque deux choses : qui finance la ligne, et qui publie le rapport ?",
        ["qui finance la ligne", "et qui publie le rapport ?"],
    ),
    "a semicolon": ("qui enquête ; qui forme", ["qui enquête", "qui forme"]),
    "a dash": ("Que dit la loi - qui la signe ?", ["Que dit la loi", "qui la signe ?"]),
}

ONE = {
    "one agency and another": "Que fait le DoJ et le DHS ?",
    "a difference": "Quelle est la différence entre la PITF et le SPOG ?",
    "a relative clause": "Quelle est l'agence qui enquête et poursuit ?",
    "a greeting before": "Bonjour, qui enquête sur la traite ?",
    "an acronym with stops": "Que fait le D.O.J ?",
    "a few words after a colon": "Deux ministères aident les écoles : ce sont lesquels ?",
    "no question at all": "Je travaille à Dakar. Mon amie aussi.",
    "a word": "quoi",
    "a mark": "?",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_it_asks_several_things(text: str, expected: list[str]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_it_is_not_cut(text: str) -> None:
    assert asked(text) == []


def test_the_only_question_of_a_long_message_is_taken_out() -> None:
    text = "Bonjour. Je suis étudiante. Qui enquête sur la traite ? Merci d'avance."
    assert asked(text) == ["Qui enquête sur la traite ?"]


ASIDE = {
    "à part": ("Qui enquête à part le DoJ ?", ["à part le DoJ"]),
    "à part, in front": ("À part le DHS, qui enquête ?", ["À part le DHS"]),
    "à part, in front, no comma": ("à part le DHS qui enquête", ["à part le DHS"]),
    "two agencies set aside": ("sauf le DHS et le DoJ, qui enquête ?", ["sauf le DHS et le DoJ"]),
    "sauf": ("Qui forme, sauf le DoT ?", ["sauf le DoT"]),
    "sauf, by ear": ("ki enkete sof le doj", ["sof le doj"]),
    "mais pas": ("Qui forme mais pas le DoT ?", ["mais pas le DoT"]),
    "mais and a negation": (
        "Qui finance mais n'enquête pas ?",
        ["mais n'enquête pas"],
    ),
    "hormis": ("Hormis l'EEOC, qui défend les ouvriers ?", ["Hormis l'EEOC"]),
    "outre": ("Outre l'USAID, qui finance ?", ["Outre l'USAID"]),
    "en dehors de": ("Qui enquête en dehors du DoJ ?", ["en dehors du DoJ"]),
    "sans compter": ("Qui publie sans compter le DoL ?", ["sans compter le DoL"]),
    "d'autre que": ("Qui d'autre que le DoJ ?", ["autre que le DoJ"]),
    "a duty set aside": ("Que fait le DoJ à part les enquêtes ?", ["à part les enquêtes"]),
    "up to the next question": (
        "Qui enquête à part le DoJ ? Et le DHS ?",
        ["à part le DoJ"],
    ),
    "nothing": ("Qui enquête ?", []),
    "a part of something": ("quelle est la part du DoJ", []),
    "the cue alone": ("à part", []),
}


@pytest.mark.parametrize(("text", "expected"), ASIDE.values(), ids=ASIDE)
def test_it_sets_aside(text: str, expected: list[str]) -> None:
    assert aside(text) == expected


@given(st.text(alphabet=st.sampled_from(list("quietsaufpart ,.?;\n-'é")), max_size=80))
def test_parts_of_any_text_lie_in_it_in_order(text: str) -> None:
    text = clean(text)
    spans = questions(text, tokens(text))
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges)


AROUND_NAMES = {
    # the names in the text, and what is then set aside
    "the verb after the name is not": ("Qui à part le DoJ enquête ?", ["DoJ"], ["à part le DoJ"]),
    "nor after d'autre que": ("Qui d'autre que le DoJ enquête ?", ["DoJ"], ["autre que le DoJ"]),
    "two names joined": (
        "Qui sauf le DoJ et le DHS enquête ?",
        ["DoJ", "DHS"],
        ["sauf le DoJ et le DHS"],
    ),
    "a name, then another thing": (
        "Qui sauf le DoJ et la police enquête ?",
        ["DoJ"],
        ["sauf le DoJ"],
    ),
    "a verb before the name": (
        "Qui enquête mais ne préside pas la PITF ?",
        ["PITF"],
        ["mais ne préside pas la PITF"],
    ),
}


@pytest.mark.parametrize(("text", "names", "expected"), AROUND_NAMES.values(), ids=AROUND_NAMES)
def test_what_opens_with_names_ends_with_them(
    text: str, names: list[str], expected: list[str]
) -> None:
    words = tokens(text)
    places = {i: i + 1 for i, t in enumerate(words) if text[t.start : t.end] in names}
    found = set_aside(text, words, places)
    assert [text[span.start : span.end] for span in found] == expected
