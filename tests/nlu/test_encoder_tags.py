"""The encoder as it tells where a message is cut: what it sees, tells and shares."""

from __future__ import annotations

import pytest

from vigie.nlu.encoder import base, reader, tags
from vigie.nlu.encoder.tags import MOST, Tagged, Tagger, pieces
from vigie.nlu.encoder.text import shown
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import take_apart


@pytest.fixture(scope="module")
def beside() -> reader.Reader:
    return reader.load()


@pytest.fixture(scope="module")
def tagger(beside: reader.Reader) -> Tagger:
    return tags.load(beside)


def told(tagger: Tagger, matcher: NameMatcher, text: str) -> dict[str, tuple[float, float, float]]:
    """How likely each word begins something, begins a claim, and is told."""
    parsed = take_apart(text, matcher)
    found = tagger.tags(parsed)
    assert None not in (*found.cut, *found.joint, *found.told)
    columns = zip(found.cut, found.joint, found.told)
    return {t.text: (c or 0, j or 0, s or 0) for t, (c, j, s) in zip(parsed.tokens, columns)}


def test_two_questions_without_a_mark_between_them_are_told_apart(
    tagger: Tagger, matcher: NameMatcher
) -> None:
    found = told(tagger, matcher, "qui préside la PITF quelles lois l'ont créée")
    assert max(found, key=lambda word: found[word][0]) == "quelles"
    assert found["quelles"][0] > 0.5 > found["lois"][0]


def test_what_is_told_is_told_from_what_is_asked(tagger: Tagger, matcher: NameMatcher) -> None:
    text = "Je prépare un exposé pour jeudi. Qui enquête sur la traite ?"
    found = told(tagger, matcher, text)
    assert found["expose"][2] > 0.8 and found["enquete"][2] < 0.2


def test_the_next_claim_of_one_question_is_a_joint(tagger: Tagger, matcher: NameMatcher) -> None:
    found = told(tagger, matcher, "L'EEOC ne juge pas, elle enquête : exact ?")
    assert found["elle"][1] > 0.35 > found["elle"][0]


def test_the_pieces_are_those_of_the_masked_text_and_each_word_has_its_own(
    matcher: NameMatcher,
) -> None:
    cut = Tokenizer(base.load(base.path()).pieces)
    text = "Et  le DÉPARTEMENT de la Justice… il forme, l’Office aussi ?"
    parsed = take_apart(text, matcher)
    ids, firsts = pieces(cut, parsed)
    assert ids == cut.ids(shown(parsed), 99)
    places = [first for first in firsts if first is not None]
    assert places == sorted(places) and len(places) == len(parsed.tokens)
    name = next(m for m in parsed.mentions if m.last - m.first > 1)
    assert len(set(places[name.first : name.last])) == 1, "a name is one word"


def test_of_a_long_message_the_end_is_read(tagger: Tagger, matcher: NameMatcher) -> None:
    parsed = take_apart("je raconte ma vie " * 60 + "qui enquête ?", matcher)
    found = tagger.tags(parsed)
    assert found.cut[0] is None and found.told[0] is None
    assert found.cut[-1] is not None
    assert len(pieces(Tokenizer(base.load(base.path()).pieces), parsed)[0]) == MOST


def test_nothing_is_told_of_nothing(tagger: Tagger, matcher: NameMatcher) -> None:
    assert tagger.tags(take_apart("", matcher)) == Tagged((), (), ())
