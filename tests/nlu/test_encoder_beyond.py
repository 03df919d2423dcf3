"""The encoder as it tells which words of a statement say more than the document."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from vigie.answers.reading.said import Said, Stretch
from vigie.nlu.encoder import base, beyond, reader, writer
from vigie.nlu.encoder.base import BaseMissing
from vigie.nlu.encoder.files import BEYOND, FOLDER, WRITER
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.encoder.writer import MOST, Writer

DOS, USAID = Stretch("DoS", "agency", ("dos",)), Stretch("USAID", "agency", ("usaid",))
PITF = Stretch("PITF", "body", ("pitf",))
BEFORE = (Stretch("get owner "), Stretch("pitf", "body", ("pitf",)), Stretch(" :"))


@pytest.fixture(scope="module")
def cut() -> Tokenizer:
    return Tokenizer(base.load(base.path()).pieces)


@pytest.fixture(scope="module")
def writes() -> Writer:
    return writer.load(reader.load())


def more(writes: Writer, *message: Stretch, before: tuple[Stretch, ...] = ()) -> set[str]:
    """The words that say more."""
    text = "".join(one.text for one in message)
    told = writes.beyond(Said(message, before))
    return {text[start:end] for start, end, odds in told if odds > 0}


def test_a_word_is_where_it_was_typed(cut: Tokenizer) -> None:
    message = (Stretch("Le "), DOS, Stretch(" préside, depuis 2 001 jours, la "), PITF)
    text = "".join(one.text for one in message)
    found = beyond.words(cut, message, MOST)
    assert [text[word.start : word.end] for word in found] == [
        "Le", "DoS", "préside", "depuis", "2", "001", "jours", "la", "PITF",
    ]  # fmt: skip
    assert [word.named for word in found] == [word in (1, 8) for word in range(9)]


def test_no_word_is_told_of_what_is_not_read(cut: Tokenizer, writes: Writer) -> None:
    message = (Stretch("mot " * 200),)
    found = beyond.words(cut, message, MOST)
    assert 20 < len(found) < 200 and max(word.piece for word in found) < MOST - 1
    assert len(writes.beyond(Said(message))) == len(found)


def test_each_word_is_seen_between_its_neighbours() -> None:
    states = np.arange(8.0, dtype=np.float32).reshape(4, 2)
    words = [beyond.Word(0, 1, 1, False), beyond.Word(2, 3, 2, True)]
    first, second = beyond.seen(states, 1, words)
    nothing, own, other = [0, 0], [4, 5], [6, 7]
    assert first.tolist() == [*own, *nothing, *other, 5, 6, 0]
    assert second.tolist() == [*other, *own, *nothing, 5, 6, 1]


@pytest.mark.parametrize("before", [(), BEFORE], ids=["alone", "after a question"])
def test_what_the_document_does_not_say_is_told(
    writes: Writer, before: tuple[Stretch, ...]
) -> None:
    rest = Stretch(" finance des programmes internationaux, surtout en Afrique de l'Ouest")
    assert {"surtout", "Afrique", "Ouest"} <= more(
        writes, Stretch("L'"), USAID, rest, before=before
    )
    chairs = (DOS, Stretch(" préside la "), PITF)
    assert not more(writes, Stretch("c'est bien le "), *chairs, Stretch(", non ?"), before=before)


def test_what_was_learned_on_other_vectors_is_refused(tmp_path: Path) -> None:
    for name in (*BEYOND, *WRITER):
        shutil.copy(FOLDER / name, tmp_path)
    assert beyond.load(tmp_path) is not None
    (tmp_path / WRITER.weights).write_bytes(b"others")
    with pytest.raises(BaseMissing, match=BEYOND.weights):
        beyond.load(tmp_path)
    (tmp_path / BEYOND.weights).unlink()
    assert beyond.load(tmp_path) is None
