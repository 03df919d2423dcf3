"""The corpus: each line read, each fault named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.message import Message

from vigie.answers.query.world import World
from vigie.answers.query.write import write
from vigie.knowledge.load import load
from vigie.knowledge.query import Index
from vigie.nlu.corpus import read, strangers
from vigie.nlu.intents import intent_of
from vigie.nlu.taught import mark, messages

WORLD = World(Index(load(Path(__file__).parents[2] / "knowledge")))


def written(folder: Path, text: str) -> Path:
    (folder / "data" / "corpus").mkdir(parents=True)
    (folder / "data" / "corpus" / "anne.txt").write_text(text, "utf-8")
    return folder / "data"


def test_questions_segments_and_dialogues_are_read(tmp_path: Path) -> None:
    data = written(
        tmp_path,
        "# register: sms\n"
        "told ;; select agency chairs=pitf | g un exposé // c ki le chef\n"
        "= dialogue\n"
        "new: describe dos | Que fait le DoS ?\n"
        "subst: describe doj | Et le DoJ ?\n"
        "\n"
        "none far | météo\n",
    )
    found, problems = read(data)
    assert problems == []
    assert [m.text for m in found.questions] == ["g un exposé c ki le chef", "météo"]
    assert [s.text for s in found.questions[0].segments] == ["g un exposé", "c ki le chef"]
    assert {m.register for m in found.questions} == {"sms"}
    ((first, second),) = found.dialogues
    assert (first.context, second.context) == ("new", "subst")
    assert write(second.segments[0].query) == "describe doj"


MISREAD = (
    "= dialogue\n"
    "new: select agency <~ select agency does=forced_labour | j'ai un travail à rendre, c'est qui ?\n"
    "correct: describe dhs <~ - | non, pas le DoS, le DHS\n"
    "again: describe dhs | le DHS\n"
)


def test_what_was_misread_is_what_comes_next_is_said_after(tmp_path: Path) -> None:
    found, problems = read(written(tmp_path, MISREAD))
    ((first, second, third),) = found.dialogues
    assert problems == [] and write(first.segments[0].query) == "select agency"
    answered = [[write(query) for query in turn.answered] for turn in (first, second, third)]
    assert answered == [["select agency does=forced_labour"], [], ["describe dhs"]]
    mistaken = MISREAD.replace("=forced_labour", "=fishing")
    (problem,) = strangers(read(written(tmp_path / "b", mistaken))[0], WORLD)
    assert "fishing" in problem.says and problem.line == 2


def test_a_turn_after_what_was_misread_leans_on_that(tmp_path: Path) -> None:
    """ "Et le DHS ?" after the answer of another question than was meant takes that one over."""
    text = (
        "= dialogue\nnew: describe doj <~ select report by=doj | et la Justice ?\n"
        "subst: select report by=dhs | et le DHS ?\n"
    )
    _, turn = messages(read(written(tmp_path, text))[0], WORLD.index)
    assert turn.get("metadata")["example"]["form"] == "~same"


def test_what_a_correction_no_longer_speaks_of_is_refused_if_it_is_named(tmp_path: Path) -> None:
    text = (
        "= dialogue\nnew: describe dos | Que fait le DoS ?\n"
        "correct: describe dhs | non, pas le DoS, le DHS\n"
    )
    _, turn = messages(read(written(tmp_path, text))[0], WORLD.index)
    example = turn.get("metadata")["example"]
    assert (example["asked"], example["refused"]) == (["dhs", "dos"], ["dos"])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("describe dos Que fait le DoS ?", "il manque « | »"),
        ("describe dos | Qui ? // Quoi ?", "1 requêtes"),
        ("describe | Qui ?", "au moins 1"),
        ("= dialogue\nlater: describe dos | Et après ?", "n’est pas un lien"),
    ],
)
def test_a_faulty_line_is_named_and_the_others_are_read(
    tmp_path: Path, line: str, says: str
) -> None:
    found, problems = read(written(tmp_path, f"{line}\n\ntalk thanks | merci\n"))
    assert says in str(problems[0]) and "anne.txt:" in str(problems[0])
    assert [m.text for m in found.questions] == ["merci"]


def test_a_segment_teaches_its_form_its_topics_and_its_intent(tmp_path: Path) -> None:
    data = written(tmp_path, "select agency does=training except=doj | qui forme sauf le DoJ\n")
    (message,) = messages(read(data)[0], WORLD.index)
    example = message.get("metadata")["example"]
    assert example["form"] == "select agency does=? except=?"
    assert example["topics"] == ["training"]
    assert message.get("intent") == "exclude_agency"


@pytest.mark.parametrize(
    ("turn", "form"),
    [
        ("subst: describe doj | et le DoJ ?", "~same"),
        ("narrow: select agency does=investigation does=training | Lesquels forment ?",
         "select agency does=?"),
        ("other: select agency does=training except=dos | et les autres ?", "~other"),
        ("index: get date spog | Le deuxième, depuis quand ?", "get date ?"),
        ("again: describe dos | redis voir", "~again"),
        ("new: select body | Quelles instances ?", "select body"),
    ],
)  # fmt: skip
def test_a_turn_teaches_what_its_own_words_ask(tmp_path: Path, turn: str, form: str) -> None:
    first = "select agency does=investigation" if turn.startswith("narrow") else "describe dos"
    data = written(tmp_path, f"= dialogue\nnew: {first} | Première ?\n{turn}\n")
    _, taught = messages(read(data)[0], WORLD.index)
    assert taught.get("metadata")["example"]["form"] == form


def test_what_a_turn_leans_on_is_an_intent_of_its_own(tmp_path: Path) -> None:
    data = written(tmp_path, "= dialogue\nindex: describe doj | le premier ?\n")
    ((turn,),) = read(data)[0].dialogues
    assert intent_of(turn.segments[0].query, turn.context) == "ordinal"


def test_the_corpus_of_the_project_is_in_order_and_by_many() -> None:
    found, problems = read(Path(__file__).parents[2] / "data")
    assert problems == []
    assert len({m.author for m in found.messages}) >= 15


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("select agency does=trainin", "trainin"),
        ("select agency chairs={body by=tvpa_203}", "tvpa_203"),
        ("verify chairs(dos,xx)", "xx"),
        ("describe dos about=pitff", "pitff"),
        ("get budget fbi", "fbi"),
        ("count agency kind=ministry", "ministry"),
    ],
)
def test_an_id_that_is_nothing_of_the_knowledge_is_told_with_its_line(
    tmp_path: Path, query: str, fault: str
) -> None:
    corpus, _ = read(written(tmp_path, f"describe dos | Le DoS ?\n{query} | qui ?\n"))
    (told,) = strangers(corpus, WORLD)
    assert told.line == 2 and f"« {fault} »" in told.says


@pytest.mark.parametrize(
    ("query", "form", "things"),
    [
        ("get date spog", "get date ?", ["spog"]),
        ("get date @it", "get date ?", None),  # what it is was said before
        ("describe dos ;; get date spog", None, None),  # where one ends is not told
    ],
)
def test_an_example_of_nlu_teaches_its_query(
    query: str, form: str | None, things: list[str] | None
) -> None:
    example = Message.build("depuis quand ?", "origin_date", intent_metadata={"query": query})
    mark([example], WORLD.index)
    own = example.get("metadata")["example"]
    assert (own.get("form"), own.get("things")) == (form, things)
