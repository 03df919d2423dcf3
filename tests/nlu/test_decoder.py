"""The decoder by itself, with weights of chance: its probabilities, its memory, and the search."""

from __future__ import annotations

import numpy as np
import pytest

from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.beam import WIDTH, spoken
from vigie.nlu.encoder.decoder import BEGIN, END, LONGEST, UNKNOWN, Decoder, Heard

WORDS, WIDE, STATES, INNER = 9, 16, 24, 20
NAMES = [[3], [2, 5]]


def weights(seed: int = 3) -> dict[str, Floats]:
    chance = np.random.default_rng(seed)

    def some(*shape: int) -> Floats:
        return chance.standard_normal(shape).astype(np.float32) * np.float32(0.5)

    found = {"emb": some(WORDS, WIDE), "pos": some(LONGEST, WIDE), "out": some(WIDE, WORDS)}
    found |= {"cand": some(STATES, WIDE), "candb": some(WIDE), "out.b": some(WORDS)}
    found |= {"pq": some(WIDE, WIDE), "pk": some(STATES, WIDE)}
    found |= {"msg": some(STATES), "bef": some(STATES)}
    shapes = {"qkv": (WIDE, 3 * WIDE), "o": (WIDE, WIDE), "cq": (WIDE, WIDE)}
    shapes |= {"ckv": (STATES, 2 * WIDE), "co": (WIDE, WIDE), "f1": (WIDE, INNER)}
    shapes |= {"f2": (INNER, WIDE)}
    norms = {"nf": WIDE, "ns": STATES}
    for layer in range(2):
        norms |= {f"{layer}.{name}": WIDE for name in ("n1", "n2", "n3")}
        for name, shape in shapes.items():
            found |= {f"{layer}.{name}": some(*shape), f"{layer}.{name}.b": some(shape[1])}
    for name, size in norms.items():
        found |= {f"{name}.w": 1 + some(size), f"{name}.b": some(size)}
    return found


@pytest.fixture
def decoder() -> Decoder:
    return Decoder(weights())


@pytest.fixture
def heard(decoder: Decoder) -> Heard:
    states = np.random.default_rng(5).standard_normal((7, STATES)).astype(np.float32)
    return decoder.heard(states, 4, NAMES)


def test_the_probabilities_of_words_and_names_are_one_together(
    decoder: Decoder, heard: Heard
) -> None:
    after, _ = decoder.next(heard, np.array([[BEGIN, 4, WORDS, WORDS + 1]]))
    assert after.shape == (1, 4, WORDS + len(NAMES))
    assert np.allclose(np.exp(after).sum(axis=-1), 1, atol=1e-5)


def test_word_by_word_says_the_same_as_all_at_once(decoder: Decoder, heard: Heard) -> None:
    words = np.array([[BEGIN, 4, WORDS + 1, 6], [BEGIN, WORDS, 5, 5]])
    whole, _ = decoder.next(heard, words)
    said = None
    for place in range(words.shape[1]):
        after, said = decoder.next(heard, words[:, place : place + 1], said)
        assert np.allclose(after[:, 0], whole[:, place], atol=1e-4)


def test_a_word_hangs_on_none_after_it(decoder: Decoder, heard: Heard) -> None:
    one, _ = decoder.next(heard, np.array([[BEGIN, 4, 5]]))
    other, _ = decoder.next(heard, np.array([[BEGIN, 4, WORDS]]))
    assert np.allclose(one[:, :2], other[:, :2], atol=1e-5)
    assert not np.allclose(one[:, 2], other[:, 2], atol=1e-2)


def test_a_name_is_pointed_at_wherever_it_stands(decoder: Decoder, heard: Heard) -> None:
    states = np.random.default_rng(5).standard_normal((7, STATES)).astype(np.float32)
    turned = decoder.heard(states, 4, NAMES[::-1])
    here, _ = decoder.next(heard, np.array([[BEGIN]]))
    there, _ = decoder.next(turned, np.array([[BEGIN]]))
    assert np.allclose(here[..., WORDS:], there[..., WORDS:][..., ::-1], atol=1e-5)


def test_a_message_without_names_can_be_read(decoder: Decoder) -> None:
    heard = decoder.heard(np.zeros((3, STATES), np.float32), 0, [])
    after, _ = decoder.next(heard, np.array([[BEGIN]]))
    assert after.shape[-1] == WORDS


class TestSearch:
    def test_what_is_said_is_as_likely_as_its_words(self, decoder: Decoder, heard: Heard) -> None:
        found = spoken(decoder, heard)
        assert 0 < len(found) <= WIDTH
        assert [one.likely for one in found] == sorted((o.likely for o in found), reverse=True)
        for one in found:
            words = [BEGIN, *one.words, END]
            after, _ = decoder.next(heard, np.array([words[:-1]]))
            told = sum(float(after[0, n, word]) for n, word in enumerate(words[1:]))
            assert told == pytest.approx(one.likely, abs=1e-3)

    def test_nothing_unknown_or_empty_is_said(self, decoder: Decoder, heard: Heard) -> None:
        assert all(one.words and UNKNOWN not in one.words for one in spoken(decoder, heard))

    def test_nothing_is_likelier_than_the_first(self, decoder: Decoder, heard: Heard) -> None:
        """Of all that has one or two words: they were all followed, or gave way to likelier ones."""
        best = spoken(decoder, heard)[0].likely
        every = WORDS + len(NAMES)
        for first in range(every):
            if first in (END, UNKNOWN):
                continue
            after, _ = decoder.next(heard, np.array([[BEGIN, first]]))
            assert float(after[0, 0, first] + after[0, 1, END]) <= best + 1e-4
