"""The encoder as it weighs readings: what it sees, what hangs on the conversation, what it keeps,
and without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from vigie.answers.reading.beside import MORE, Said
from vigie.answers.reading.habits import learned
from vigie.nlu.encoder import base, loaded, missing, reader, readings
from vigie.nlu.encoder.base import BaseMissing
from vigie.nlu.encoder.files import FOLDER, READINGS
from vigie.nlu.encoder.readings import BEFORE, MOST, Weigher, pieces
from vigie.nlu.encoder.tokens import Tokenizer

LAST = "select agency does=victim_assistance"
ALL = Said("et qui d'autre ?", LAST, ("agency", "agency"))


@pytest.fixture(scope="module")
def with_forms() -> reader.Reader:
    return reader.load()


@pytest.fixture(scope="module")
def weigher(with_forms: reader.Reader) -> Weigher:
    return readings.load(with_forms)


@pytest.fixture(scope="module")
def cut() -> Tokenizer:
    return Tokenizer(base.load(base.path()).pieces)


@pytest.mark.parametrize(
    ("trait", "message", "other"),
    [
        ("act count", "et combien sont-ils en tout ?", "et leur adresse ?"),
        ("leans narrow", "lesquels forment aussi des policiers ?", "qui préside le <body> ?"),
        ("leans other", "et les autres, c'est qui ?", "lesquels forment aussi des policiers ?"),
        ("leans index", "le deuxième, que fait-il ?", "et combien sont-ils en tout ?"),
    ],
)
def test_a_turn_leans_as_its_words_say(
    weigher: Weigher, trait: str, message: str, other: str
) -> None:
    here, there = (
        weigher.weights(Said(text, LAST, ("agency", "agency", "agency")))
        for text in (message, other)
    )
    assert here[trait] > there[trait]


def test_what_was_said_before_counts(weigher: Weigher) -> None:
    here = weigher.weights(Said("et le <agency> ?", LAST, ("agency",)))
    there = weigher.weights(Said("et le <agency> ?", "get date <body>", ("body",)))
    assert max(abs(here[trait] - there[trait]) for trait in here) > 0.3


def test_it_reads_names_as_kinds_and_the_last_question_before_the_message(cut: Tokenizer) -> None:
    whole, first = pieces(cut, Said("Et LE <agency> ?", "get date <body>", ("body", MORE)))
    alone, nothing = pieces(cut, Said("Et LE <agency> ?"))
    assert nothing == 0 and alone == cut.ids("et le Ministère ?", 99)
    assert whole[first:] == alone[1:]
    assert whole[: first - 1] == cut.ids("get date Conseil : Conseil …", 99)


def test_of_long_texts_the_ends_are_read(cut: Tokenizer) -> None:
    ids, first = pieces(cut, Said("et puis " * 200 + "qui ?", "select agency " * 60))
    assert first == BEFORE + 1 and len(ids) == BEFORE + MOST


def test_the_lower_layers_are_in_memory_once(with_forms: reader.Reader, weigher: Weigher) -> None:
    """Six of twelve: 42 MB."""
    pairs = zip(with_forms.parts[1]._layers, weigher._encoder._layers)
    assert sum(one is other for one, other in pairs) == 6


def test_every_trait_that_it_weighs_is_one_that_readings_have(weigher: Weigher) -> None:
    assert len(set(learned()).intersection(weigher.weights(ALL))) > 200


def test_nothing_that_was_written_is_kept(weigher: Weigher) -> None:
    weigher.weights(Said("je m'appelle Aminata Sow, qui peut m'aider ?"))
    assert "Aminata" not in repr(weigher._known)
    for number in range(readings.REMEMBERED + 3):
        weigher.weights(Said(f"message {number}"))
    assert len(weigher._known) == readings.REMEMBERED


def test_the_same_message_is_read_once(weigher: Weigher, monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn asks of the whole, of its parts, and again where it decides."""
    weigher.weights(ALL)
    monkeypatch.setattr(weigher, "_weighed", lambda said: pytest.fail("read again"))
    assert weigher.weights(ALL)


class TestWithout:
    """Habits alone weigh the readings, and the log says so."""

    @pytest.fixture(autouse=True)
    def afresh(self) -> Iterator[None]:
        loaded.weigher.cache_clear()
        yield
        loaded.weigher.cache_clear()
        missing.note(None)

    def test_the_weights_were_changed(self, tmp_path: Path) -> None:
        for name in READINGS:
            shutil.copy(FOLDER / name, tmp_path)
        (tmp_path / READINGS.weights).write_bytes(b"changed")
        with pytest.raises(BaseMissing, match="annonce"):
            readings.load(folder=tmp_path)

    def test_it_is_said_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        said: list[str] = []
        monkeypatch.setattr(loaded.log, "warning", lambda text, *more: said.append(text % more))

        def gone(beside: reader.Reader) -> Weigher:
            raise BaseMissing("readings.npz manque")

        monkeypatch.setattr(readings, "load", gone)
        assert loaded.weigher() is None
        assert loaded.weigher() is None
        assert missing.missing() == "readings.npz manque"
        assert len(said) == 1 and "lectures" in said[0]
