"""Distress: who is heard, who is not taken for somebody in danger, and what is said."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from vigie import distress
from vigie.distress import Call, detect, reply, texts
from vigie.distress.asked import FIRST
from vigie.distress.cue_files import LANGUAGES
from vigie.distress.cues import FOLDER, Cues
from vigie.distress.lexicon import CueError
from vigie.distress.sound import key
from vigie.distress.words import plain, words
from vigie.knowledge.load import load

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load((Path(__file__).parent / "distress_cases.yml").read_text("utf-8"))
WRITERS = ("victim", "relative", "witness", "professional")
SITUATIONS = [
    Call(language, writer, minor, where, when, asked)
    for language in LANGUAGES
    for writer in WRITERS
    for minor in (True, False)
    for where in ("us", "abroad")
    for when in ("now", "ongoing")
    for asked in ((), ("cannot", "papers"))
]


class Case(NamedTuple):
    """A line of the positives."""

    language: str
    whom: str
    when: str
    text: str


CALLS = [Case(*line.split(" | ", 3)) for line in CASES["positives"]]
ORDINARY: list[str] = CASES["negatives"]


@pytest.mark.parametrize(
    ("text", "language", "immediate", "other"),
    [
        ("on m'a dit que je devrais rembourser avant de partir", "fr", False, False),
        ("c'est normal qu'il garde mes papiers ?", "fr", False, False),
        ("au secours", "fr", True, False),
        ("AIDEZ MOI IL A UN COUTEAU", "fr", True, False),
        ("chui bloké chez lui il ma pri mon paseport", "fr", False, False),
        (
            "une fille dans le salon d'à côté dort sur place, on lui a pris son passeport",
            "fr",
            False,
            True,
        ),
        ("mon élève m'a dit qu'il travaille toutes les nuits pour son oncle", "fr", False, True),
        ("my boss keeps my passport and won't let me leave", "en", False, False),
        ("my cousin is locked in a house and they don't pay her", "en", False, True),
        ("mi patrona me quitó el pasaporte y no me deja salir", "es", False, False),
        ("estoy encerrada, ya viene", "es", True, False),
        ("yo pran papye m epi yo pa kite m sòti", "ht", False, False),
        ("anmwe", "ht", True, False),
    ],
)
def test_heard(text: str, language: str, immediate: bool, other: bool) -> None:
    call = detect(text)
    assert call is not None
    assert (call.language, call.immediate, call.other) == (language, immediate, other)


@pytest.mark.parametrize(
    "text",
    [
        "que fait le HHS pour les victimes",
        "qui aide quelqu'un dont l'employeur a pris le passeport ? c'est pour mon mémoire",
        "aide-moi à faire mon devoir, urgent",
        "elle en est sortie : quel département peut lui permettre de rester aux États-Unis ?",
        "Je suis infirmière : quel ministère nous forme à reconnaître une victime ?",
        "Une personne retenue de force par son patron, qui mène l'enquête ?",
        "help me with my homework on forced labor please",
        "ayúdame con mi tarea, ¿qué es la PITF?",
        "tanpri ede m ak devwa m",
        "bonjour",
        "merci, je me sauve",
        "aide",
        "",
        "   ",
        "?!…",
    ],
)
def test_left_alone(text: str) -> None:
    assert detect(text) is None


class TestFloors:
    """On the sample of this folder; the report of the author gives figures on unseen data."""

    def test_size(self) -> None:
        assert len(CALLS) >= 120
        assert len(ORDINARY) >= 120

    def test_recall(self) -> None:
        missed = [call.text for call in CALLS if detect(call.text) is None]
        assert len(missed) <= 0.03 * len(CALLS), missed

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_language_is_left_behind(self, language: str) -> None:
        calls = [call for call in CALLS if call.language == language]
        missed = [call.text for call in calls if detect(call.text) is None]
        assert len(missed) <= 0.07 * len(calls), missed

    def test_false_alarms(self) -> None:
        alarms = [text for text in ORDINARY if detect(text) is not None]
        assert len(alarms) <= 0.015 * len(ORDINARY), alarms

    def test_language(self) -> None:
        wrong = [
            call.text
            for call in CALLS
            if (found := detect(call.text)) and found.language != call.language
        ]
        assert len(wrong) <= 0.03 * len(CALLS), wrong

    def test_danger_now(self) -> None:
        now = [call for call in CALLS if call.when == "now"]
        missed = [c.text for c in now if not ((found := detect(c.text)) and found.immediate)]
        assert len(missed) <= 0.1 * len(now), missed

    def test_for_whom(self) -> None:
        wrong = [
            call.text
            for call in CALLS
            if (found := detect(call.text)) and found.other != (call.whom == "other")
        ]
        assert len(wrong) <= 0.2 * len(CALLS), wrong

    @pytest.mark.parametrize(
        "write",
        [
            str.upper,
            plain,
            lambda text: text.replace("'", "’"),
            lambda text: text.replace("'", " "),
            lambda text: re.sub(r"[.,;:!?]", "", text),
            lambda text: f"{text}!!!!!! 😭😭",
            lambda text: re.sub(r"(ss|tt|ff|rr|ll|nn|mm|pp)", lambda m: m[0][0], text),
            lambda text: f"  \n{text}\n",
        ],
        ids=[
            "capitals",
            "unaccented",
            "curly",
            "spaced",
            "unpunctuated",
            "emoji",
            "single",
            "blank",
        ],
    )
    def test_however_it_is_written(self, write: Callable[[str], str]) -> None:
        missed = [call.text for call in CALLS if detect(write(call.text)) is None]
        assert len(missed) <= 0.06 * len(CALLS), missed


class TestReply:
    @pytest.mark.parametrize("call", SITUATIONS, ids=str)
    def test_says_first_what_to_do_in_few_words(self, call: Call) -> None:
        text = reply(call)
        first = "911" if call.immediate else "1-888-373-7888"
        assert first in text.splitlines()[0] or (call.immediate and call.where == "abroad")
        assert len(text) <= (560 if not call.asked else 720)
        assert "{" not in text

    @pytest.mark.parametrize("call", [c for c in SITUATIONS if c.where == "us"], ids=str)
    def test_says_every_way(self, call: Call) -> None:
        assert all(number in reply(call) for number in ("911", "1-888-373-7888", "233733"))

    @pytest.mark.parametrize("call", [c for c in SITUATIONS if c.where == "us"], ids=str)
    def test_never_promises_full_secrecy(self, call: Call) -> None:
        secret = re.search(r"(?i)(?:con|kon)fid\w+ (?:sauf|unless|salvo|sòf)", reply(call))
        assert secret, reply(call)

    @pytest.mark.parametrize("call", SITUATIONS, ids=str)
    def test_never_says_the_same_twice(self, call: Call) -> None:
        said = [reply(call, turn) for turn in range(4)]
        assert all(one != other for one, other in zip(said, said[1:]))

    @pytest.mark.parametrize("call", [c for c in SITUATIONS if c.where == "abroad"], ids=str)
    def test_abroad_it_admits_what_is_not_known(self, call: Call) -> None:
        unsure = {
            "fr": "je n’ai rien de sûr",
            "en": "nothing certain",
            "es": "nada seguro",
            "ht": "pa konnen",
        }
        assert unsure[call.language] in reply(call)

    @pytest.mark.parametrize("call", [c for c in SITUATIONS if c.language == "fr"], ids=str)
    def test_french_typography(self, call: Call) -> None:
        text = reply(call)
        assert not re.search(r" [:;?!»]|« ", text)
        assert not re.search(r"[^\s\u00a0][:;]", text)
        assert "assistant automatique" in text.lower()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_is_spoken_to_in_their_place(self, language: str) -> None:
        texts_of = {reply(Call(language, writer)) for writer in WRITERS}
        assert len(texts_of) == len(WRITERS)
        child = reply(Call(language, "victim", minor=True))
        assert child not in texts_of

    def test_who_cannot_speak_gets_another_way_than_a_call(self) -> None:
        said = reply(Call("fr", when="now", asked=("cannot",)))
        assert "SMS au 911" in said and "laissez la ligne ouverte" in said

    @pytest.mark.parametrize(
        ("language", "word"),
        [("fr", "affronte"), ("en", "confront"), ("es", "enfrente"), ("ht", "afwonte")],
    )
    def test_a_witness_confronts_nobody(self, language: str, word: str) -> None:
        for writer in WRITERS:
            asked = word in reply(Call(language, writer)).lower()
            assert asked == (writer in ("relative", "witness")), writer

    @pytest.mark.parametrize("language", ["ar", "pt"])
    def test_other_languages_get_the_numbers(self, language: str) -> None:
        for turn in (0, 1):
            said = reply(Call(language), turn)
            assert all(number in said for number in ("911", "1-888-373-7888", "233733"))

    def test_the_number_is_not_turned_round_among_arabic_letters(self) -> None:
        """After them its groups are shown last first, 7888-373-888-1, but for this mark."""
        for turn in (0, 1):
            assert "\u200e1-888-373-7888" in reply(Call("ar"), turn)

    def test_unknown_language_gets_french(self) -> None:
        assert reply(Call("xx")) == reply(Call("fr"))

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_whatever_can_be_asked_has_an_answer(self, language: str) -> None:
        for topic in FIRST:
            said = [distress.after(topic, language, turn) for turn in (0, 1)]
            assert all(said) and said[0] != said[1], topic
            assert topic == "thanks" or "{" not in said[0]

    @pytest.mark.parametrize(
        ("text", "topic"),
        [
            ("Mwen pa ka rele nimewo sa a", "cannot"),
            ("Mèsi anpil. Eske sa gratis ?", "free"),
            ("ils vont appeler la police ?", "police"),
            ("merci beaucoup", "thanks"),
            ("je n'ai pas de papiers", "papers"),
            ("is it free?", "free"),
            ("no puedo hablar, me oye", "cannot"),
            ("c'est pour un exposé", "safe"),
        ],
    )
    def test_what_is_asked_of_the_hotline(self, text: str, topic: str) -> None:
        assert topic in distress.follows(text)


class TestNumbers:
    def test_same_as_the_knowledge(self) -> None:
        entries = yaml.safe_load((ROOT / "knowledge" / "safety.yml").read_text("utf-8"))
        expected = tuple(str(entries[name]) for name in texts.Numbers._fields)
        assert texts.Numbers() == expected
        assert texts.numbers() == expected

    def test_what_is_said_of_the_hotline_has_a_source(self) -> None:
        said = load(ROOT / "knowledge").safety.says
        told = {
            "free",
            "police",
            "papers",
            "secret",
            "language",
            "hours",
            "who",
            "happens",
            "abroad",
            "names",
            "needs",
            "rescue",
            "emergency",
            "signs",
            "approach",
        }
        assert {fact.answers for fact in said} == told
        assert all(fact.url.startswith("http") and fact.checked_on for fact in said)

    def test_read_from_the_knowledge(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._safety(tmp_path, 'phone: 1-800-555-0199 # new\nsms: "424242"\nemergency: "112"\n')
        monkeypatch.chdir(tmp_path)
        assert texts.numbers()[:3] == ("1-800-555-0199", "424242", "112")

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "phone: [\n",
            "phone: 12\nsms: call us\nemergency: 9\n",
            "phone: ---------\n",
            "\udcff",
        ],
    )
    def test_broken_knowledge_changes_nothing(
        self, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._safety(tmp_path, content)
        monkeypatch.chdir(tmp_path)
        assert texts.numbers() == texts.Numbers()

    def _safety(self, root: Path, content: str) -> None:
        path = root / "knowledge" / "safety.yml"
        path.parent.mkdir()
        path.write_bytes(content.encode("utf-8", "surrogateescape"))


class TestCueFiles:
    def test_are_the_yaml_that_they_look_like(self) -> None:
        cues = iter(Cues().cues)
        for language in LANGUAGES:
            content = yaml.safe_load((FOLDER / f"{language}.yml").read_text("utf-8"))
            for heading, rows in content["cues"].items():
                kind, weight, *now = heading.split()
                for row in rows:
                    cue = next(cues)
                    assert (cue.language, cue.kind, cue.weight) == (language, kind, int(weight))
                    assert (cue.now, cue.text) == (bool(now), str(row))
        assert next(cues, None) is None

    def test_every_cue_can_be_found(self) -> None:
        cues = Cues()
        names: dict[int, str] = {}
        for table in (cues.lexicon.words, cues.lexicon.stems):
            for word, items in table.items():
                for item in items:
                    names.setdefault(item, word)
        for cue in cues.cues:
            message = [names[item] for _, item in cue.steps]
            assert cue in [found.cue for found in cues.find(message)], cue

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            ("    - <nobody> .. here", "unknown class <nobody>"),
            ("    - help ..", "a cue ends with a word"),
            ("    - l'aide", "would never match"),
            ("    - trop", "would never match"),
            ("   - odd", "not a part"),
            ("  x: a b", "out of place"),
        ],
    )
    def test_errors_name_the_place(self, line: str, problem: str, tmp_path: Path) -> None:
        for language in LANGUAGES:
            (tmp_path / f"{language}.yml").write_text("classes:\n  function: a\ncues:\n", "utf-8")
        (tmp_path / "es.yml").write_text(
            f"classes:\n  function: a\ncues:\n  help 3 now:\n    - ayuda\n{line}\n", "utf-8"
        )
        with pytest.raises(CueError, match=rf"^es\.yml, line 6: .*{re.escape(problem)}"):
            Cues(tmp_path)


class TestBroken:
    @pytest.fixture(autouse=True)
    def _without_cues(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        monkeypatch.setattr(distress, "Cues", lambda: Cues(tmp_path / "nowhere"))
        distress.load()
        yield
        monkeypatch.undo()
        distress.load()

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Au secours !", "fr"),
            ("il garde mon passeport", "fr"),
            ("HELP ME", "en"),
            ("ayúdenme", "es"),
            ("anmwe", "ht"),
        ],
    )
    def test_plain_calls_are_still_heard(self, text: str, language: str) -> None:
        call = detect(text)
        assert call == Call(language, when="now")

    def test_it_is_logged_without_the_words_of_the_person(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.ERROR):
            distress.load()
            detect("help me zanzibar")
        assert "fr.yml" in caplog.text
        assert "zanzibar" not in caplog.text

    def test_ordinary_questions_are_left_alone(self) -> None:
        assert detect("que fait le HHS pour les victimes") is None


class TestWithoutSentences:
    @pytest.fixture(autouse=True)
    def _without_sentences(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        monkeypatch.setattr(texts, "read", lambda: texts._read(tmp_path / "fr.yml"))
        distress.load()
        yield
        monkeypatch.undo()
        distress.load()

    @pytest.mark.parametrize("language", [*LANGUAGES, "ar"])
    def test_the_numbers_are_said_all_the_same(self, language: str) -> None:
        said = reply(Call(language))
        assert all(number in said for number in ("911", "1-888-373-7888", "233733"))


class TestSafe:
    @pytest.mark.parametrize(
        "text",
        [
            "\ud800",
            "\x00\x01",
            "a" * 100_000,
            "il me " * 20_000,
            "je, " * 9000,
            "é" * 5000,
            "🆘" * 500,
            "%s {0} {phone}",
            "م ساعدني",
            "١٢٣",
            "\u202eau secours",
        ],
    )
    def test_takes_anything(self, text: str) -> None:
        assert detect(text) is None or isinstance(detect(text), Call)

    def test_the_ends_of_a_long_message_are_read(self) -> None:
        assert detect("bla " * 5000 + "il m'a enfermée, aidez-moi") is not None
        assert detect("il m'a enfermée, aidez-moi " + "bla " * 5000) is not None

    def test_loads_nothing_else(self) -> None:
        code = (
            "import sys; had = set(sys.modules);"
            "import vigie.distress as d; assert d.detect('au secours');"
            "bad = [m for m in set(sys.modules) - had if m.split('.')[0] in"
            " ('rasa', 'spacy', 'numpy', 'yaml', 'ruamel', 'msgspec', 'structlog')"
            " or m.startswith(('vigie.nlu', 'vigie.knowledge'))];"
            "assert not bad, bad"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    def test_all_is_in_memory_once_it_is_imported(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def gone(*_: object, **__: object) -> str:
            raise FileNotFoundError

        monkeypatch.setattr(Path, "read_text", gone)
        call = detect("il m'a enfermée, aidez-moi")
        assert call is not None and "1-888-373-7888" in reply(call)
        assert distress.after("free", "fr")

    def test_words_are_rough(self) -> None:
        assert words("Il m'a ENFERMÉEEE !!") == words("il ma enfermee")
        assert key("passeport") == key("paseport")
