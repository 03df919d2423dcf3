"""The encoder as it writes queries: what it sees, what it says and keeps."""

from __future__ import annotations

import pytest

from vigie.answers.question import OUTSIDER
from vigie.answers.reading.said import NUMBER, Said, Stretch
from vigie.nlu.encoder import base, reader, writer
from vigie.nlu.encoder.decoder import BEGIN, END, UNKNOWN
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.encoder.writer import BEFORE, MOST, Writer, numbers, pieces, target

DOJ, SPOG = Stretch("DoJ", "agency", ("doj",)), Stretch("SPOG", "body", ("spog",))
LISTED = (
    Stretch("select agency does=investigation"),
    Stretch(" :"),
    Stretch(" "),
    DOJ,
    Stretch(" "),
    Stretch("dhs", "agency", ("dhs",)),
)


def plain(text: str) -> tuple[Stretch, ...]:
    return (Stretch(text),)


@pytest.fixture(scope="module")
def with_forms() -> reader.Reader:
    return reader.load()


@pytest.fixture(scope="module")
def writes(with_forms: reader.Reader) -> Writer:
    return writer.load(with_forms)


@pytest.fixture(scope="module")
def cut() -> Tokenizer:
    return Tokenizer(base.load(base.path()).pieces)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Said((Stretch("qui préside le "), SPOG, Stretch(" ?"))), "select agency chairs=spog"),
        (Said(plain("combien enquêtent ?")), "count agency does=investigation"),
        (Said(plain("et ceux qui ne le font pas ?"), LISTED), "select agency does!=investigation"),
        (Said(plain("que fait le deuxième ?"), LISTED), "describe dhs"),
        (
            Said(
                (Stretch("et hormis le "), DOJ, Stretch(", qui enquête ?")),
            ),
            "select agency does=investigation except=doj",
        ),
        (Said(plain("c'est quoi leur budget ?"), (Stretch("describe "), SPOG)), "get budget spog"),
        (
            Said((Stretch("le "), Stretch("FBI", OUTSIDER, ("@FBI",)), Stretch(", il fait quoi ?"))),
            "describe @FBI",
        ),
    ],
    ids=["a name", "a count", "the others", "by place", "set aside", "a pronoun", "no name of ours"],
)  # fmt: skip
def test_it_writes_what_is_meant(writes: Writer, said: Said, expected: str) -> None:
    likely = writes.likely(said, ())
    assert expected in sorted(likely, key=lambda line: -likely[line])[:2]


def test_it_tells_how_likely_any_line_is(writes: Writer) -> None:
    said = Said((Stretch("qui préside le "), SPOG, Stretch(" ?")))
    lines = ("select agency chairs=spog", "describe spog", "count law")
    told = writes.likely(said, lines)
    assert told[lines[0]] > told[lines[1]] > told[lines[2]]


def test_it_reads_names_as_kinds_and_what_was_said_before_the_message(cut: Tokenizer) -> None:
    message = (Stretch("Et LE "), DOJ, Stretch(" en "), Stretch("2015", NUMBER, ("2015",)))
    alone = pieces(cut, Said(message))
    whole = pieces(cut, Said(message, (Stretch("get date "), SPOG, Stretch(" :"))))
    assert alone.first == 0 and alone.ids == cut.ids("et le Ministère en 2015", 99)
    assert whole.ids[whole.first :] == [alone.ids[-1], *alone.ids[1:]]
    assert whole.ids[: whole.first] == cut.ids("get date Conseil :", 99)
    assert list(alone.names) == ["doj", "2015"] and list(whole.names) == ["doj", "2015", "spog"]
    (ministry,) = cut.ids("Ministère", 99)[1:-1]
    assert [alone.ids[place] for place in alone.names["doj"]] == [ministry]
    assert [whole.ids[place] for place in whole.names["doj"]] == [ministry]


def test_of_long_texts_the_message_begins_and_what_was_said_ends(cut: Tokenizer) -> None:
    long = (*plain("et puis " * 200), DOJ)
    read = pieces(cut, Said(long, (SPOG, Stretch(" select agency " * 60), DOJ)))
    assert read.first == BEFORE and len(read.ids) == BEFORE + MOST
    assert list(read.names) == ["doj"], "the SPOG, and the DoJ of the message, are not read"


def test_names_are_pointed_at_and_words_counted() -> None:
    told = target("verify in(doj,@FBI) & in(@,spog)", ["spog", "doj", "@fbi"])
    assert told == [*"verify in (".split(), 1, ",", 2, *") & in (".split(), 2, ",", 0, ")"]
    words = {"<begin>": BEGIN, "<end>": END, "<unknown>": UNKNOWN, "describe": 3}
    assert numbers(["describe", 1, "never heard"], words) == [BEGIN, 3, 4 + 1, UNKNOWN, END]


def test_the_vocabulary_is_in_memory_once(with_forms: reader.Reader, writes: Writer) -> None:
    """A quarter of a million of pieces."""
    assert with_forms.tokenizer is writes._tokenizer


class TestKept:
    def test_nothing_that_was_written_is_kept(self, writes: Writer) -> None:
        writes.likely(Said(plain("je m'appelle Aminata Sow, qui peut m'aider ?")), ())
        assert "Aminata" not in repr(writes._known)
        for number in range(writer.REMEMBERED + 3):
            writes.likely(Said(plain(f"message {number}")), ())
        assert len(writes._known) == writer.REMEMBERED

    def test_nor_is_a_name_that_the_document_does_not_have(self, writes: Writer) -> None:
        """A query holds it as it was typed."""
        before = repr(vars(writes._known))
        writes.likely(Said((Stretch("Sow", OUTSIDER, ("@Sow",)), Stretch(" fait quoi ?"))), ())
        assert repr(vars(writes._known)) == before

    def test_the_same_message_is_read_once(
        self, writes: Writer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A turn asks of the whole, of its parts, and again where it decides."""
        said = Said(plain("qui enquête ?"))
        writes.likely(said, ())
        monkeypatch.setattr(writes, "_read", lambda *_: pytest.fail("read again"))
        assert writes.likely(said, ())


def test_it_knows_what_it_learned(writes: Writer) -> None:
    assert writes.knows("investigation") and not writes.knows("own_staff_of_tomorrow")
