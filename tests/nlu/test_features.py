"""Features: names are masked by kind, shorthand is written out, nothing depends on chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigie.nlu.features import STOP_WORDS, frame_features, masked, topic_features
from vigie.nlu.names import NameMatcher
from vigie.nlu.text import fold, tokens


def mask(matcher: NameMatcher, text: str) -> str:
    words = tokens(text)
    return " ".join(masked(words, matcher.find(words)))


MASKED = {
    "an agency": ("Que fait le DoJ ?", "que fait le <agency>"),
    "a long name": ("Que fait le département d'État ?", "que fait le <agency>"),
    "a name that ends the message": ("et la PITF", "et la <body>"),
    "two names": ("le DoJ et la PITF", "le <agency> et la <body>"),
    "a report, not the agency in it": ("le rapport du procureur général", "le <report>"),
    "a law": ("la loi de 2015 dit quoi", "la <law> dit quoi"),
    "one outside the document": ("et le FBI", "et le <outsider>"),
    "text-message words": ("cki ki enkete", "c est qui qui enquete"),
    "c'est, which is no shorthand": ("C'est quoi la PITF ?", "c est quoi la <body>"),
    "c alone, which is": ("c koi la pitf", "c est quoi la <body>"),
    "no name": ("qui enquête", "qui enquete"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "words"), MASKED.values(), ids=MASKED)
def test_names_are_masked(matcher: NameMatcher, text: str, words: str) -> None:
    assert mask(matcher, text) == words


def test_two_questions_about_two_agencies_look_the_same(matcher: NameMatcher) -> None:
    one = mask(matcher, "Que fait le Pentagone ?").split()
    other = mask(matcher, "que fait le dol").split()
    assert set(frame_features(one)) == set(frame_features(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("qui préside <body>", "<body> préside qui"), ("qui <agency>", "qui <body>")],
)
def test_order_and_kind_are_seen(one: str, other: str) -> None:
    assert set(frame_features(one.split())) != set(frame_features(other.split()))


def test_a_question_mark_and_the_length_are_seen() -> None:
    assert "mark:?" in set(frame_features(["qui"], "qui ?"))
    assert "mark:?" not in set(frame_features(["qui"], "qui"))
    assert "len:1" in set(frame_features(["qui"]))
    assert "len:long" in set(frame_features(["mot"] * 30))
    assert "empty" in set(frame_features([]))


def test_two_names_of_a_kind_are_more_than_one() -> None:
    assert "n:<agency>x2" in set(frame_features(["<agency>", "et", "<agency>"]))


def test_a_slip_keeps_most_of_what_is_seen() -> None:
    right, slip = (set(topic_features([word])) for word in ("transports", "transpors"))
    assert len(right & slip) / len(right | slip) > 0.3


def test_topics_see_neither_names_nor_small_words() -> None:
    assert set(topic_features("que fait le <agency> pour les".split())) == set()


def test_small_words_are_folded() -> None:
    assert {word for word in STOP_WORDS if fold(word) != word} == set()


WORDS = st.lists(st.text(alphabet="abcdefghij0", min_size=1, max_size=9), max_size=12)


@given(WORDS)
def test_features_are_the_same_each_time(words: list[str]) -> None:
    assert list(frame_features(words)) == list(frame_features(words))
    assert list(topic_features(words)) == list(topic_features(words))
