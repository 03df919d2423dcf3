"""The linter of the training data: each fault is found, placed, and said with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from vigie.nlu import lint
from vigie.nlu.examples import REGISTERS, Example, examples
from vigie.nlu.problems import Problem
from vigie.nlu.twins import near, plain, same

DOMAIN = "intents:\n  - which_agency\n  - chair\n  - greet: {use_entities: []}\n  - followup_topic\n  - nlu_fallback\n"
TOPICS = "- {id: finance, label: l’argent, ways: [banques]}\n"
FILE = "data/nlu/agencies.yml"
CHAIR = ', query: "select agency chairs=pitf"'
QUERIES = {"chair": CHAIR, "which_agency": ', query: "select agency does=finance"'}
"""What examples of an intent mean, where the intent alone does not say it."""
LIGHTEN = "étoffer les autres, ou en ôter"


def block(
    text: str = "Qui préside la PITF ?",
    intent: str = "chair",
    marks: str = "",
) -> str:
    marks = marks or "register: standard, persona: ann" + QUERIES.get(intent, "")
    return f"- intent: {intent}\n  metadata: {{{marks}}}\n  examples: |\n    - {text}\n"


def found(folder: Path, *blocks: str) -> list[Problem]:
    """What the linter says of `blocks`, apart from the amounts, which are tested on their own."""
    write(folder, *blocks)
    return [problem for problem in lint.problems(folder / "data") if problem.line]


def write(folder: Path, *blocks: str) -> None:
    (folder / "data" / "nlu").mkdir(parents=True)
    (folder / "knowledge").mkdir()
    (folder / "domain.yml").write_text(DOMAIN, "utf-8")
    (folder / "knowledge" / "topics.yml").write_text(TOPICS, "utf-8")
    (folder / FILE).write_text('version: "3.1"\nnlu:\n' + "".join(blocks), "utf-8")


TOPICAL = "register: oral, persona: ann, topics: [finance]"
LONG = "qui " * 200

FAULTS: dict[str, tuple[list[str], int, str]] = {
    "an unknown intent": ([block(intent="cher")], 3, "cher : intention inconnue"),
    "an unknown register": (
        [block(marks="register: slang, persona: ann" + CHAIR)],
        3,
        "registre inconnu « slang »",
    ),
    "an unknown topic": (
        [block(intent="followup_topic", marks=TOPICAL.replace("finance", "money"))],
        3,
        "sujet inconnu « money »",
    ),
    "a topic where none belongs": ([block("x", "greet", TOPICAL)], 3, "n’a pas de sujet"),
    "no topic where one belongs": ([block(intent="followup_topic")], 3, "il manque un sujet"),
    "no query where one belongs": (
        [block(marks="register: oral, persona: ann")],
        3,
        "il manque ce que ces exemples veulent dire",
    ),
    "a query where the intent says it": (
        [block("x", "greet", "register: oral, persona: ann" + CHAIR)],
        3,
        "cette intention dit déjà la requête",
    ),
    "topics that the query says": (
        [block("x", "which_agency", TOPICAL + QUERIES["which_agency"])],
        3,
        "la requête dit déjà les sujets",
    ),
    "a query that cannot be read": (
        [block(marks='register: oral, persona: ann, query: "select agence"')],
        3,
        "la requête ne se lit pas",
    ),
    "no persona": ([block(marks="register: oral")], 3, "la clé persona manque"),
    "an empty persona": (
        [block(marks="register: oral, persona: ''" + CHAIR)],
        3,
        "persona est vide",
    ),
    "a misspelt key": (
        [block(marks="register: oral, persona: ann, topic: [finance]")],
        3,
        "la clé topic est inconnue",
    ),
    "a topic that is no list": (
        [block(intent="which_agency", marks=TOPICAL.replace("[finance]", "finance"))],
        3,
        "topics n’est pas une liste",
    ),
    "examples as a list": (
        [block().replace("|\n    - Qui", "\n    - Qui")],
        3,
        "un exemple n’a pas de texte",
    ),
    "a line without its dash": (
        [block() + "    Qui d’autre ?\n"],
        3,
        "ne commence pas par « - »",
    ),
    "an empty line": ([block() + "    - \n    - Qui donc ?\n"], 7, "la ligne est vide"),
    "a text too long": ([block(LONG)], 6, "799 caractères"),
    "an entity marked by hand": ([block("Qui préside la [PITF](body) ?")], 6, "marquée à la main"),
    "a text twice": ([block(), block("qui preside la pitf")], 10, f"est déjà là ({FILE}:6)"),
    "a text under two intents": ([block(), block(intent="greet")], 10, "est aussi chair"),
    "nearly a text under another intent": (
        [
            block("Qui préside l’équipe spéciale du président ?"),
            block("qui preside l’equipe special du president", "greet"),
        ],
        10,
        "est presque un exemple de chair",
    ),
    "a file that is no YAML": (["- intent: [\n"], 4, "ce n’est pas du YAML"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_and_placed(name: str, tmp_path: Path) -> None:
    blocks, line, says = FAULTS[name]
    problems = found(tmp_path, *blocks)
    assert [(p.file, p.line, p.warning) for p in problems] == [(FILE, line, False)]
    assert says in str(problems[0])
    assert str(problems[0]).startswith(f"{FILE}:{line}: ")
    assert problems[0].remedy


FINE = {
    "one block": [block()],
    "what is asked differs": [
        block("Blue Campaign, c’est quoi au juste, dites ?"),
        block("Blue Campaign, c’est qui au juste, dites ?", "greet"),
    ],
    "texts without any letter": [block("???", "greet"), block("!!", "greet")],
    "nearly one text, one intent": [
        block("Qui préside l’équipe spéciale du président ?"),
        block("qui preside l’equipe special du president"),
    ],
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_right_is_left_alone(name: str, tmp_path: Path) -> None:
    assert found(tmp_path, *FINE[name]) == []


def amounts(folder: Path, *blocks: str) -> list[tuple[str, bool]]:
    write(folder, *blocks)
    return [(str(p), p.warning) for p in lint.problems(folder / "data") if not p.line]


def taught(intent: str, count: int, registers: tuple[str, ...] = REGISTERS) -> list[str]:
    marks = [f"register: {register}, persona: ann{QUERIES[intent]}" for register in registers]
    return [block(f"{intent} {i} {i * i}", intent, marks[i % len(registers)]) for i in range(count)]


def test_intents_need_examples_in_every_register(tmp_path: Path) -> None:
    fewer = taught("chair", 12, REGISTERS[:-1])
    assert amounts(tmp_path, *taught("which_agency", 30), *fewer) == [
        ("data/nlu: chair : 12 exemples ; en écrire au moins 30", False),
        ("data/nlu: chair : 12 exemples sur 42, l’intention pèse trop ; " + LIGHTEN, True),
        ("data/nlu: chair : aucun exemple pour haiti ; en écrire dans chaque registre", False),
        ("data/nlu: which_agency : 30 exemples sur 42, l’intention pèse trop ; " + LIGHTEN, True),
        ("data/nlu: followup_topic : aucun exemple ; en écrire au moins 30", False),
        ("data/nlu: greet : aucun exemple ; en écrire au moins 30", False),
    ]


def test_a_topic_with_few_examples_is_a_warning(tmp_path: Path) -> None:
    said = amounts(tmp_path, *taught("which_agency", 9))
    assert [warning for text, warning in said if "le sujet finance ne marque que 9" in text] == [
        True
    ]


def test_a_domain_that_does_not_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, block())
    (tmp_path / "domain.yml").write_text("intents: [", "utf-8")
    assert [str(p) for p in lint.problems(tmp_path / "data")] == [
        "domain.yml: le fichier ne se lit pas ; le corriger d’abord"
    ]


def test_examples_are_read_with_their_marks_and_lines(tmp_path: Path) -> None:
    write(tmp_path, block("a", "followup_topic", TOPICAL) + "    - b\n", block("c", "which_agency"))
    read: list[Example] = examples(tmp_path / "data")
    assert [(e.text, e.line, e.block.about({"finance"}), e.place) for e in read] == [
        ("a", 6, ("finance",), f"{FILE}:6"),
        ("b", 7, ("finance",), f"{FILE}:7"),
        ("c", 11, ("finance",), f"{FILE}:11"),
    ]


def test_malformed_files_cannot_be_read_as_examples(tmp_path: Path) -> None:
    write(tmp_path, block(marks="register: oral"))
    with pytest.raises(ValueError, match="la clé persona manque"):
        examples(tmp_path / "data")


def test_near_finds_the_pairs_that_comparing_all_finds() -> None:
    texts = [plain(f"qui finance {what}") for what in ("les refuges", "le refuge", "la ligne", "")]
    assert sorted(near(texts, texts, 90)) == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (3, 3)]
    assert same(texts) == []
